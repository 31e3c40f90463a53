"""Briefs as DOCX, for editing: real headings, tables and fields, and nothing personal in the file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise
from typing import Any

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.shared import Mm

from workbench.briefs.content import (
    Block,
    Bullets,
    Definitions,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Part,
    Table,
    paragraph,
)
from workbench.briefs.docx_elements import Node, Setter, field_nodes, node, text_node, twips
from workbench.briefs.docx_package import drop_template_leftovers, package_bytes, set_properties
from workbench.briefs.docx_styles import set_settings, set_styles
from workbench.briefs.look import look

SHORT_SIDE, LONG_SIDE = 210.0, 297.0
"""A4, in millimetres."""


def docx_bytes(document: Document, made_at: datetime) -> bytes:
    """Return the document as DOCX; the same content and date of making give the same bytes."""
    word = docx.Document()
    drop_template_leftovers(word)
    set_properties(word, document.title, document.language, made_at)
    set_settings(word)
    set_styles(word, document.language)
    for number, part in enumerate(document.parts):
        if number:
            _begin_section(word)
        _lay_out(word.sections[-1], part)
        _set_margins(word.sections[-1], document)
        for element in _elements(document, part, is_first=number == 0):
            word.element.body.sectPr.addprevious(element)
    word.element.body.sectPr.addprevious(_spacer())
    return package_bytes(word)


def _begin_section(word: Any) -> None:
    word.add_section(WD_SECTION.NEW_PAGE)
    last = word.paragraphs[-1]
    last.style = word.styles["Brief Spacer"]


def _text_width(part: Part) -> float:
    side = LONG_SIDE if part.wide else SHORT_SIDE
    margin: float = look()["page"]["margin"]
    return side - 2 * margin


def _lay_out(section: Any, part: Part) -> None:
    page = look()["page"]
    section.orientation = WD_ORIENT.LANDSCAPE if part.wide else WD_ORIENT.PORTRAIT
    section.page_width = Mm(LONG_SIDE if part.wide else SHORT_SIDE)
    section.page_height = Mm(SHORT_SIDE if part.wide else LONG_SIDE)
    section.left_margin = section.right_margin = Mm(page["margin"])
    section.top_margin, section.bottom_margin = Mm(page["top"]), Mm(page["bottom"])
    section.header_distance, section.footer_distance = Mm(page["header"]), Mm(page["footer"])


def _set_margins(section: Any, document: Document) -> None:
    tab = twips((section.page_width - section.left_margin - section.right_margin) / Mm(1))
    marking = [node("r", _marking_look(), text_node(f" {document.marking} "))]
    _set_margin(section.header, "Header", document.prepared_for, marking, tab)
    pages = [
        node("r", text_node(f"{document.marking}   {document.page} ")),
        *field_nodes("PAGE"),
        node("r", text_node(f" {document.of} ")),
        *field_nodes("NUMPAGES"),
    ]
    _set_margin(section.footer, "Footer", document.footer, pages, tab)


def _set_margin(margin: Any, style: str, first: str, second: list[Node], tab: int) -> None:
    margin.is_linked_to_previous = False
    target = margin._element  # noqa: SLF001 - the margin is written as XML like the page
    for child in list(target):
        target.remove(child)
    tabs = node("tabs", node("tab", val="right", pos=str(tab)))
    properties = node("pPr", node("pStyle", val=style), tabs)
    target.append(node("p", properties, node("r", text_node(first)), node("r", node("tab")), *second))


def _marking_look() -> Node:
    colours = look()["colours"]
    return node(
        "rPr",
        node("b"),
        node("color", val=colours["marking_text"].removeprefix("#")),
        node("shd", val="clear", color="auto", fill=colours["marking"].removeprefix("#")),
    )


def _elements(document: Document, part: Part, *, is_first: bool) -> Iterator[Node]:
    setter = Setter(document.language)
    if is_first:
        yield setter.paragraph(paragraph(document.title), "Title")
        yield setter.paragraph(paragraph(document.subtitle), "Subtitle")
    width = _text_width(part)
    followers: list[Block | None] = [*part.blocks, None]
    for block, follower in pairwise(followers):
        if block is not None:
            yield from _block(setter, block, width)
        if isinstance(block, Table) and isinstance(follower, Table):
            yield _spacer()


def _block(setter: Setter, block: Block, width: float) -> Iterator[Node]:
    match block:
        case Heading(text=text, level=level):
            yield setter.paragraph(paragraph(text), f"Heading{level}")
        case Paragraph():
            yield setter.paragraph(block)
        case Bullets(items=items):
            yield from (setter.paragraph(item, "ListBullet") for item in items)
        case Definitions():
            yield from _definitions(setter, block)
        case Table():
            yield setter.table(block, width)
        case PageBreak():
            yield _page_break()


def _definitions(setter: Setter, block: Definitions) -> Iterator[Node]:
    for entry in block.entries:
        yield setter.paragraph(entry.term, "BriefTerm", keep_with_next=True)
        for line in entry.description:
            yield setter.paragraph(line, "BriefDescription")


def _page_break() -> Node:
    properties = node("pPr", node("pStyle", val="BriefSpacer"))
    return node("p", properties, node("r", node("br", type="page")))


def _spacer() -> Node:
    return node("p", node("pPr", node("pStyle", val="BriefSpacer")))
