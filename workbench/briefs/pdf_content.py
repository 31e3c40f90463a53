"""A brief as the typst file takes it: data alone, in which no text is read as markup."""

from __future__ import annotations

from typing import Any

from workbench.briefs.apart import plain
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
    paragraph,
)
from workbench.briefs.words import primary_of, region_of


def data_of(document: Document) -> dict[str, Any]:
    """Return a document as data for JSON."""
    return {
        "title": plain(document.title),
        "subtitle": plain(document.subtitle),
        "marking": document.marking,
        "prepared_for": plain(document.prepared_for),
        "footer": plain(document.footer),
        "lines": {
            name: _runs(paragraph(getattr(document, name)))
            for name in ("title", "subtitle", "prepared_for", "footer")
        },
        "language": primary_of(document.language),
        "region": region_of(document.language),
        "right_to_left": document.is_right_to_left,
        "page": document.page,
        "of": document.of,
        "close": document.close,
        "parts": [_part(part) for part in document.parts],
    }


def _part(part: Part) -> dict[str, Any]:
    return {"wide": part.wide, "blocks": [_block(block) for block in part.blocks]}


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Heading(level=level):
            line = block.line
            return {"kind": "heading", "text": line.text, "level": level, "runs": _runs(line)}
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
    return [_paragraph(own) for own in paragraphs]


def _paragraph(own: Paragraph) -> dict[str, Any]:
    return {"role": own.role.value, "keep_with_next": own.keep_with_next, "runs": _runs(own)}


def _runs(own: Paragraph) -> list[dict[str, str]]:
    return [
        {
            "text": run.text,
            "style": run.style.value,
            "language": primary_of(run.language),
            "direction": run.direction,
        }
        for run in own.runs
    ]
