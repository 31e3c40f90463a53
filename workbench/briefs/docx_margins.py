"""What stands above and below each page of a DOCX: for whom, the marking, the number of the page."""

from __future__ import annotations

from workbench.briefs.content import Document, paragraph
from workbench.briefs.docx_elements import Node, Setter, field_nodes, node, text_node, twips
from workbench.briefs.look import look

_APART = 2.0
"""Millimetres between what stands above a page and the page."""


def add_marking(margin: Node, document: Document, tab: int, style: str = "Header") -> None:
    """Add the line above a page; `tab` is the width of the text in twentieths of a point."""
    marking = [node("r", _marking_look(), text_node(f" {document.marking} "))]
    # On a letterhead taller than its margin the text would begin right under this line.
    space = node("spacing", after=str(twips(_APART)))
    _add(margin, style, document, (document.prepared_for, marking), tab, space=space)


def add_page_number(margin: Node, document: Document, tab: int, style: str = "Footer") -> None:
    """Add the line below a page."""
    pages = [
        node("r", text_node(f"{document.marking}   {document.page} ")),
        *field_nodes("PAGE"),
        node("r", text_node(f" {document.of} ")),
        *field_nodes("NUMPAGES"),
    ]
    space = node("spacing", before=str(twips(_APART / 2)), after="0")
    _add(margin, style, document, (document.footer, pages), tab, space=space)


def _add(
    margin: Node, style: str, document: Document, line: tuple[str, list[Node]], tab: int, *, space: Node
) -> None:
    first, second = line
    tabs = node("tabs", node("tab", val="right", pos=str(tab)))
    mirrored = node("bidi") if document.is_right_to_left else None
    properties = node("pPr", node("pStyle", val=style), tabs, mirrored, space)
    runs = map(Setter(document).run, paragraph(first).runs)
    margin.append(node("p", properties, *runs, node("r", node("tab")), *second))


def _marking_look() -> Node:
    colours = look()["colours"]
    return node(
        "rPr",
        node("b"),
        node("color", val=colours["marking_text"].removeprefix("#")),
        node("shd", val="clear", color="auto", fill=colours["marking"].removeprefix("#")),
    )
