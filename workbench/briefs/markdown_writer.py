"""Briefs as Markdown with pipe tables, for everything that takes plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from workbench.briefs.content import (
    Block,
    Bullets,
    Cell,
    Definitions,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    RunStyle,
    Table,
)

_SIGNS = re.compile(r"""([\\`*_{}\[\]<>|~&^$#]|(?<=\S)[:@.](?=\S)|=(?==))""")
"""What means something wherever it stands; a colon, a point or an @ within a word makes links and names."""
_AT_START = re.compile(r"^(\s*\d*)([+=:.)-])")
"""What makes a line a heading or an item of a list."""
_WRAPS = {RunStyle.STRONG: "**", RunStyle.EMPHASIS: "*"}


def markdown_bytes(document: Document, made_at: datetime, template: Path | None = None) -> bytes:
    """Return the document as Markdown; every sign of a text that could be markup is escaped.

    The date of making has no place in Markdown and is left out; there are no templates for it.
    """
    del made_at, template
    return ("\n\n".join(_pieces(document)) + "\n").encode("utf-8")


def _pieces(document: Document) -> Iterator[str]:
    yield f"{_text(document.prepared_for)} · **{document.marking}**"
    yield f"# {_text(document.title)}"
    yield _text(document.subtitle)
    for part in document.parts:
        for block in part.blocks:
            yield _block(block)
    yield f"{_text(document.footer)} · **{document.marking}**"


def _block(block: Block) -> str:
    match block:
        case Heading(text=text, level=level):
            return f"{'#' * (level + 1)} {_text(text)}"
        case Paragraph(runs=runs):
            return _runs(runs)
        case Bullets(items=items):
            return "\n".join(f"- {_runs(item.runs)}" for item in items)
        case Definitions(entries=entries):
            return "\n\n".join(
                _runs(line.runs) for entry in entries for line in (entry.term, *entry.description)
            )
        case Table():
            return "\n".join(_rows(block))
        case PageBreak():
            return "---"


def _rows(table: Table) -> Iterator[str]:
    yield _row(table.header)
    yield f"|{' --- |' * len(table.widths)}"
    yield from map(_row, table.rows)


def _row(cells: Iterable[Cell]) -> str:
    return f"| {' | '.join('<br>'.join(_runs(line.runs) for line in cell.lines) for cell in cells)} |"


def _runs(runs: Iterable[Run]) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    wrap = _WRAPS.get(run.style, "")
    inner = run.text.strip()
    if not wrap or not inner:
        return _text(run.text)
    before, _, behind = run.text.partition(inner)
    return f"{before}{wrap}{_text(inner)}{wrap}{behind}"


def _text(text: str) -> str:
    return _AT_START.sub(r"\1\\\2", _SIGNS.sub(r"\\\1", text))
