"""Briefs as PDF, for reading: tagged, with the bundled fonts, the same bytes for the same content."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

import typst

from resources.files import resource
from workbench.briefs.content import (
    Block,
    Bullets,
    Cell,
    Definitions,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Part,
    Table,
)
from workbench.briefs.errors import BriefError
from workbench.briefs.look import is_right_to_left, look

_NOT_ACCESSIBLE = "PDF/UA-1 error"


def pdf_bytes(document: Document, made_at: datetime) -> bytes:
    """Return the document as PDF.

    The file follows PDF/UA-1. Where it cannot, because a text holds signs that no bundled font has,
    the fonts of the machine are taken as well, and the file is tagged without the claim.

    Raises
    ------
    BriefError
        If the pages cannot be set.
    """
    inputs = {"brief": json.dumps(_document(document)), "look": json.dumps(look())}
    try:
        return _compile(inputs, made_at, "ua-1", bundled_only=True)
    except typst.TypstError as error:
        if _NOT_ACCESSIBLE not in error.message:
            raise BriefError(f"The pages of “{document.title}” could not be set: {error.message}.") from error
    return _compile(inputs, made_at, None, bundled_only=False)


def _compile(
    inputs: dict[str, str], made_at: datetime, standard: Literal["ua-1"] | None, *, bundled_only: bool
) -> bytes:
    fonts = typst.Fonts(include_system_fonts=not bundled_only, font_paths=[resource("fonts")])
    template: Path = resource("briefs/brief.typ")
    return typst.compile(
        template,
        format="pdf",
        font_paths=fonts,
        sys_inputs=inputs,
        pdf_standards=standard,
        timestamp=int(made_at.timestamp()),
        package_path=template.parent,  # never looks for packages elsewhere
    )


def _document(document: Document) -> dict[str, Any]:
    return {
        "title": document.title,
        "subtitle": document.subtitle,
        "marking": document.marking,
        "prepared_for": document.prepared_for,
        "footer": document.footer,
        "language": document.language.partition("-")[0].lower(),
        "right_to_left": is_right_to_left(document.language),
        "page": document.page,
        "of": document.of,
        "parts": [_part(part) for part in document.parts],
    }


def _part(part: Part) -> dict[str, Any]:
    return {"wide": part.wide, "blocks": [_block(block) for block in part.blocks]}


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Heading(text=text, level=level):
            return {"kind": "heading", "text": text, "level": level}
        case Paragraph():
            return {"kind": "paragraph", **_paragraph(block)}
        case Bullets(items=items):
            return {"kind": "bullets", "items": [_paragraph(item) for item in items]}
        case Definitions(entries=entries):
            return {
                "kind": "definitions",
                "entries": [
                    {"term": _paragraph(entry.term), "description": _paragraphs(entry.description)}
                    for entry in entries
                ],
            }
        case Table():
            return {"kind": "table", **_table(block)}
        case PageBreak():
            return {"kind": "page_break"}


def _table(table: Table) -> dict[str, Any]:
    return {
        "widths": table.widths,
        "compact": table.compact,
        "header": [_cell(cell) for cell in table.header],
        "rows": [[_cell(cell) for cell in row] for row in table.rows],
    }


def _cell(cell: Cell) -> dict[str, Any]:
    return {"level": cell.level.value if cell.level else "", "lines": _paragraphs(cell.lines)}


def _paragraphs(paragraphs: tuple[Paragraph, ...]) -> list[dict[str, Any]]:
    return [_paragraph(paragraph) for paragraph in paragraphs]


def _paragraph(paragraph: Paragraph) -> dict[str, Any]:
    return {
        "role": paragraph.role.value,
        "keep_with_next": paragraph.keep_with_next,
        "runs": [
            {"text": run.text, "style": run.style.value, "language": run.language} for run in paragraph.runs
        ],
    }
