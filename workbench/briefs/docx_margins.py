"""What stands above and below each page of a DOCX: for whom, the marking, the number of the page."""

from __future__ import annotations

from workbench.briefs.content import Document
from workbench.briefs.docx_elements import Node, field_nodes, node, text_node
from workbench.briefs.look import look


def add_marking(margin: Node, document: Document, tab: int) -> None:
    """Add the line above a page; `tab` is the width of the text in twentieths of a point."""
    marking = [node("r", _marking_look(), text_node(f" {document.marking} "))]
    _add(margin, "Header", document.prepared_for, marking, tab)


def add_page_number(margin: Node, document: Document, tab: int) -> None:
    """Add the line below a page."""
    pages = [
        node("r", text_node(f"{document.marking}   {document.page} ")),
        *field_nodes("PAGE"),
        node("r", text_node(f" {document.of} ")),
        *field_nodes("NUMPAGES"),
    ]
    _add(margin, "Footer", document.footer, pages, tab)


def _add(margin: Node, style: str, first: str, second: list[Node], tab: int) -> None:
    tabs = node("tabs", node("tab", val="right", pos=str(tab)))
    properties = node("pPr", node("pStyle", val=style), tabs)
    margin.append(node("p", properties, node("r", text_node(first)), node("r", node("tab")), *second))


def _marking_look() -> Node:
    colours = look()["colours"]
    return node(
        "rPr",
        node("b"),
        node("color", val=colours["marking_text"].removeprefix("#")),
        node("shd", val="clear", color="auto", fill=colours["marking"].removeprefix("#")),
    )
