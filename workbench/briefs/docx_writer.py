"""Briefs as DOCX, for editing: real headings, tables and fields, and nothing personal in the file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml.ns import qn
from docx.shared import Mm

from workbench.briefs.apart import plain
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
from workbench.briefs.docx_elements import LIST_STYLES, Node, Setter, node, twips
from workbench.briefs.docx_letterhead import open_letterhead, place_of
from workbench.briefs.docx_margins import add_marking, add_page_number
from workbench.briefs.docx_package import drop_template_leftovers, package_bytes, set_properties
from workbench.briefs.docx_parts import set_settings
from workbench.briefs.docx_sections import fit_margins, prepare_margins, section_break, text_width, turned
from workbench.briefs.docx_styles import add_styles, set_styles, style_names
from workbench.briefs.look import look

SHORT_SIDE, LONG_SIDE = 210.0, 297.0
"""A4, in millimetres."""


def docx_bytes(document: Document, made_at: datetime, template: Path | None = None) -> bytes:
    """Return the document as DOCX; the same content and date of making give the same bytes.

    Parameters
    ----------
    document : Document
        What the brief says.
    made_at : datetime
        The date of making.
    template : Path, optional
        A letterhead: its styles, margins, header and footer are kept, the brief is put on its page.

    Raises
    ------
    BriefError
        If the letterhead does not fit.
    """
    if template is not None:
        return _on_letterhead(document, made_at, template)
    word = docx.Document()
    drop_template_leftovers(word)
    set_properties(word, plain(document.title), document.language, made_at)
    set_settings(word)
    set_styles(word, document.office_language or document.language, close=document.close)
    for number, part in enumerate(document.parts):
        if number:
            _begin_section(word)
        _lay_out(word.sections[-1], part)
        _set_margins(word.sections[-1], document)
        for element in _elements(document, part, _text_width(part), is_first=number == 0):
            word.element.body.sectPr.addprevious(element)
    for element in _end(document):
        word.element.body.sectPr.addprevious(element)
    return package_bytes(word)


def _on_letterhead(document: Document, made_at: datetime, template: Path) -> bytes:
    word = open_letterhead(template)
    place = place_of(word, template)
    set_properties(word, plain(document.title), document.language, made_at)
    add_styles(word, document.office_language or document.language, close=document.close)
    prepare_margins(word, document)
    set_settings(word)
    base = word.element.body.sectPr
    for number, part in enumerate(document.parts):
        section = turned(base, part, is_first=number == 0)
        fit_margins(word, base, section)
        for element in _elements(document, part, text_width(section), is_first=number == 0):
            place.addprevious(element)
        if number < len(document.parts) - 1:
            place.addprevious(section_break(section))
        else:
            base.getparent().replace(base, section)
    for element in _end(document):
        place.addprevious(element)
    place.getparent().remove(place)
    _name_styles(word)
    return package_bytes(word)


def _name_styles(word: Any) -> None:
    """Use the identifiers that the letterhead's own language gives to styles."""
    names = style_names(word)
    for tag in ("pStyle", "rStyle"):
        for own in word.element.body.iter(qn(f"w:{tag}")):
            value = own.get(qn("w:val"))
            own.set(qn("w:val"), names.get(value, value))


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
    for margin, add in ((section.header, add_marking), (section.footer, add_page_number)):
        margin.is_linked_to_previous = False
        target = margin._element  # noqa: SLF001 - the margin is written as XML like the page
        for child in list(target):
            target.remove(child)
        add(target, document, tab)


def _elements(document: Document, part: Part, width: float, *, is_first: bool) -> Iterator[Node]:
    setter = Setter(document)
    if is_first:
        yield setter.paragraph(paragraph(document.title), "Title")
        yield setter.paragraph(paragraph(document.subtitle), "Subtitle")
    followers: list[Block | None] = [*part.blocks, None]
    for block, follower in pairwise(followers):
        if block is not None:
            yield from _block(setter, block, width)
        if isinstance(block, Table) and isinstance(follower, Table):
            yield _spacer()


def _block(setter: Setter, block: Block, width: float) -> Iterator[Node]:
    match block:
        case Heading(level=level):
            yield setter.paragraph(block.line, f"Heading{level}")
        case Paragraph():
            yield setter.paragraph(block)
        case Bullets(items=items):
            yield from (setter.paragraph(item, LIST_STYLES.get(item.role, "ListBullet")) for item in items)
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


def _end(document: Document) -> Iterator[Node]:
    """Yield the paragraph that has to stand behind a table at the end; elsewhere it could turn the page."""
    if not document.parts or isinstance(document.parts[-1].blocks[-1], Table):
        yield _spacer()


def _spacer() -> Node:
    return node("p", node("pPr", node("pStyle", val="BriefSpacer")))
