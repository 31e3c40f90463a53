"""Briefs as Markdown with pipe tables, for everything that takes plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby
from pathlib import Path

from workbench.briefs.apart import LTR, RTL
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
    paragraph,
)
from workbench.briefs.templates import fill, own_page

_SIGNS = re.compile(r"""([\\`*_{}\[\]<>|~&^$#]|(?<=\S)[:@.](?=\S)|=(?==))""")
"""What means something wherever it stands; a colon, a point or an @ within a word makes links and names."""
_AT_START = re.compile(r"^(\s*\d*)([+=:.)-])")
"""What makes a line a heading or an item of a list."""
_AFTER_A_RUN = re.compile(r"^([:@.])(?=\S)")
"""What may make a link or a name together with the word before it."""
_WRAPS = {RunStyle.STRONG: "**", RunStyle.EMPHASIS: "*"}


def markdown_bytes(document: Document, made_at: datetime, template: Path | None = None) -> bytes:
    """Return the document as Markdown; every sign of a text that could be markup is escaped.

    A document from right to left stands within a ``div`` that says so; what reads the other way is isolated
    in it.

    Parameters
    ----------
    document : Document
        What the brief says.
    made_at : datetime
        The date of making, which has no place in Markdown.
    template : Path, optional
        A page with places such as ``{{content}}``.

    Raises
    ------
    BriefError
        If the template does not fit.
    """
    del made_at
    setter = _Setter(document)
    if template is not None:
        return fill(own_page(template), setter.places()).encode("utf-8")
    return ("\n\n".join(setter.pieces()) + "\n").encode("utf-8")


class _Setter:
    """Sets one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._direction = RTL if document.is_right_to_left else LTR

    def pieces(self) -> Iterator[str]:
        """Yield the blocks, what stands above and below every page first and last."""
        document, marking = self._document, f" · **{self._document.marking}**"
        mirrored = document.is_right_to_left
        if mirrored:
            yield f'<div lang="{document.language}" dir="rtl">'
        yield self._line(document.prepared_for) + marking
        yield from self._main()
        yield self._line(document.footer) + marking
        if mirrored:
            yield "</div>"

    def places(self) -> dict[str, str]:
        """Return what stands at the places of a page of one's own."""
        document = self._document
        return {
            "content": "\n\n".join(self._main()),
            "title": self._line(document.title),
            "marking": document.marking,
            "prepared_for": self._line(document.prepared_for),
            "footer": self._line(document.footer),
            "language": document.language,
            "direction": self._direction,
        }

    def _main(self) -> Iterator[str]:
        document = self._document
        yield f"# {self._line(document.title)}"
        yield self._line(document.subtitle)
        for part in document.parts:
            yield from map(self._block, part.blocks)

    def _block(self, block: Block) -> str:
        match block:
            case Heading(level=level):
                return f"{'#' * (level + 1)} {self._runs(block.line.runs)}"
            case Paragraph(runs=runs):
                return _opening(self._runs(runs))
            case Bullets(items=items):
                return "\n".join(f"- {_opening(self._runs(item.runs))}" for item in items)
            case Definitions(entries=entries):
                lines = (line for entry in entries for line in (entry.term, *entry.description))
                return "\n\n".join(_opening(self._runs(line.runs)) for line in lines)
            case Table():
                return "\n".join(self._rows(block))
            case PageBreak():
                return "---"

    def _rows(self, table: Table) -> Iterator[str]:
        yield self._row(table.header)
        yield f"|{' --- |' * len(table.widths)}"
        yield from map(self._row, table.rows)

    def _row(self, cells: Iterable[Cell]) -> str:
        lines = ("<br>".join(self._runs(line.runs) for line in own.lines) for own in cells)
        return f"| {' | '.join(lines)} |"

    def _line(self, text: str) -> str:
        return _opening(self._runs(paragraph(text).runs))

    def _runs(self, runs: Iterable[Run]) -> str:
        """Return runs, those of one style that follow one another between one pair of signs."""
        grouped = groupby(runs, lambda run: _WRAPS.get(run.style, ""))
        return "".join(_wrapped("".join(map(self._run, own)), wrap) for wrap, own in grouped)

    def _run(self, run: Run) -> str:
        """Return a run; isolated where it reads the other way, whatever is around it."""
        is_turned = run.direction not in ("", self._direction)
        text = _text(run.text)
        return f"{_ISOLATES[run.direction]}{text}{_END_OF_ISOLATE}" if is_turned else text


_ISOLATES = {LTR: "\u2066", RTL: "\u2067"}
_END_OF_ISOLATE = "\u2069"


def _wrapped(text: str, wrap: str) -> str:
    """Return a text between signs of markup, which have to stand close to its words."""
    inner = text.strip()
    if not wrap or not inner:
        return text
    before, _, behind = text.partition(inner)
    return f"{before}{wrap}{inner}{wrap}{behind}"


def _opening(line: str) -> str:
    """Return a line that is read as no heading and no item of a list."""
    return _AT_START.sub(r"\1\\\2", line)


def _text(text: str) -> str:
    return _AFTER_A_RUN.sub(r"\\\1", _SIGNS.sub(r"\\\1", text))
