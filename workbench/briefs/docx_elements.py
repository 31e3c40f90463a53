"""The pieces of a DOCX page as XML: runs, paragraphs, tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, TypeAlias

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser

from workbench.briefs.apart import LTR, RTL, plain
from workbench.briefs.content import Cell, Document, Paragraph, Role, Run, RunStyle, Table
from workbench.briefs.look import look

Node: TypeAlias = Any
"""An XML element; the library that makes them is not typed."""

_NAMESPACE = {"w": nsmap["w"]}
TWIPS_PER_MM = 1440 / 25.4

CELL_STYLES = {
    Role.BODY: "BriefCell",
    Role.HEADLINE: "BriefHeadline",
    Role.SMALL: "BriefSmall",
    Role.LIMIT: "BriefLimit",
    Role.MUTED: "BriefMuted",
}
TEXT_STYLES = {role: f"{style}Text" for role, style in CELL_STYLES.items()} | {Role.BODY: "Normal"}
COMPACT_STYLES = {role: f"{style}Compact" for role, style in CELL_STYLES.items()}
LIST_STYLES = {Role.SMALL: "BriefSmallBullet"}
RUN_STYLES = {
    RunStyle.STRONG: "Strong",
    RunStyle.EMPHASIS: "Emphasis",
    RunStyle.QUOTE: "BriefQuote",
    RunStyle.MUTED: "BriefAside",
}


def node(tag: str, *children: Node, **attributes: str) -> Node:
    """Return an element ``w:tag`` with attributes of the same namespace."""
    named = {_name(name): value for name, value in attributes.items()}
    element = oxml_parser.makeelement(_name(tag), named, _NAMESPACE)
    element.extend([child for child in children if child is not None])
    return element


@cache
def _name(tag: str) -> str:
    """Return the full name of ``w:tag``, kept because a brief has hundreds of thousands of elements."""
    name: str = qn(f"w:{tag}")
    return name


def twips(millimetres: float) -> int:
    """Return a length in twentieths of a point."""
    return round(millimetres * TWIPS_PER_MM)


def text_node(text: str) -> Node:
    """Return the text of a run, blanks kept."""
    element = node("t")
    element.text = text
    element.set(qn("xml:space"), "preserve")
    return element


def field_nodes(code: str) -> Iterator[Node]:
    """Yield the runs of a field, such as ``PAGE``, that the word processor fills in."""
    instruction = node("instrText")
    instruction.text = f" {code} "
    instruction.set(qn("xml:space"), "preserve")
    yield node("r", node("fldChar", fldCharType="begin"))
    yield node("r", instruction)
    yield node("r", node("fldChar", fldCharType="separate"))
    yield node("r", text_node("1"))
    yield node("r", node("fldChar", fldCharType="end"))


class Setter:
    """Sets paragraphs and tables of one document.

    Parameters
    ----------
    document : Document
        Its language decides the direction of lines and tables.
    """

    def __init__(self, document: Document) -> None:
        self._right_to_left = document.is_right_to_left

    def paragraph(
        self, content: Paragraph, style: str = "", *, ink: str = "", keep_with_next: bool = False
    ) -> Node:
        """Return a paragraph; `ink` overrides the colour of every run in it."""
        kept = node("keepNext") if keep_with_next or content.keep_with_next else None
        properties = node(
            "pPr",
            node("pStyle", val=style or TEXT_STYLES[content.role]),
            kept,
            *self._direction(content),
        )
        return node("p", properties, *(self.run(run, ink) for run in content.runs))

    def _direction(self, content: Paragraph) -> Iterator[Node]:
        """Yield in which direction a paragraph reads, and on which side it begins where that is another."""
        if self._right_to_left and not _is_only(content, LTR):
            yield node("bidi")
        elif self._right_to_left:
            yield node("jc", val="right")

    def run(self, run: Run, ink: str = "") -> Node:
        """Return a run."""
        backwards = run.direction == RTL if run.direction else self._right_to_left
        style = RUN_STYLES.get(run.style)
        properties = node(
            "rPr",
            node("rStyle", val=style) if style else None,
            node("color", val=ink.removeprefix("#")) if ink else None,
            node("rtl") if backwards else None,
            _language(run.language, backwards=backwards),
        )
        text = self._held_apart(run)
        return node("r", properties if len(properties) else None, text_node(text))

    def _held_apart(self, run: Run) -> str:
        """Return the text of a run, held together where signs at its ends could turn to the other side."""
        if not run.direction or (run.direction == RTL) is self._right_to_left:
            return run.text
        inner, outer = _MARKS[run.direction], _MARKS[RTL if self._right_to_left else LTR]
        return f"{outer}{inner}{run.text}{inner}{outer}"

    def table(self, table: Table, width: float) -> Node:
        """Return a table `width` millimetres wide."""
        widths = [twips(width * share) for share in table.widths]
        properties = _table_properties(sum(widths), plain(table.caption), mirrored=self._right_to_left)
        grid = node("tblGrid", *(node("gridCol", w=str(own)) for own in widths))
        styles = COMPACT_STYLES if table.compact else CELL_STYLES
        rows = (self._row(row, widths, styles) for row in table.rows)
        return node("tbl", properties, grid, self._header(table.header, widths), *rows)

    def _header(self, cells: Iterable[Cell], widths: list[int]) -> Node:
        styles = dict.fromkeys(Role, "BriefTableHeader")
        filled = (
            self._cell(cell, width, styles, is_header=True) for cell, width in zip(cells, widths, strict=True)
        )
        return node("tr", node("trPr", node("cantSplit"), node("tblHeader")), *filled)

    def _row(self, cells: Iterable[Cell], widths: list[int], styles: dict[Role, str]) -> Node:
        filled = (self._cell(cell, width, styles) for cell, width in zip(cells, widths, strict=True))
        return node("tr", node("trPr", node("cantSplit")), *filled)

    def _cell(self, cell: Cell, width: int, styles: dict[Role, str], *, is_header: bool = False) -> Node:
        levels = look()["level"]
        fill = levels[cell.level.value] if cell.level else ""
        ink = levels[f"{cell.level.value}_text"] if cell.level else ""
        properties = node(
            "tcPr",
            node("tcW", w=str(width), type="dxa"),
            _header_borders() if is_header else None,
            node("shd", val="clear", color="auto", fill=fill.removeprefix("#")) if fill else None,
        )
        lines = [
            self.paragraph(line, styles[line.role], ink=ink, keep_with_next=is_header) for line in cell.lines
        ]
        empty = node("p", node("pPr", node("pStyle", val=styles[Role.BODY])))
        return node("tc", properties, *(lines or [empty]))


_MARKS = {LTR: "\u200e", RTL: "\u200f"}
"""Signs without width that read in one direction, for word processors that look at letters alone."""


def _is_only(content: Paragraph, direction: str) -> bool:
    """Tell whether nothing of a paragraph reads in any other direction."""
    return bool(content.runs) and all(own.direction == direction for own in content.runs)


def _language(language: str, *, backwards: bool) -> Node | None:
    if not language:
        return None
    return node("lang", bidi=language) if backwards else node("lang", val=language)


def _table_properties(width: int, caption: str, *, mirrored: bool) -> Node:
    margins = {"top": 0.7, "left": 1.5, "bottom": 0.6, "right": 1.5}
    return node(
        "tblPr",
        node("bidiVisual") if mirrored else None,
        node("tblW", w=str(width), type="dxa"),
        node("tblInd", w="0", type="dxa"),
        _table_borders(),
        node("tblLayout", type="fixed"),
        node("tblCellMar", *(node(side, w=str(twips(size)), type="dxa") for side, size in margins.items())),
        node("tblLook", val="0020", firstRow="1", lastRow="0", firstColumn="0", lastColumn="0", noVBand="1"),
        node("tblCaption", val=caption) if caption else None,
    )


def _border(side: str, colour: str, eighths: int) -> Node:
    ink = look()["colours"][colour].removeprefix("#")
    return node(side, val="single", sz=str(eighths), space="0", color=ink)


def _table_borders() -> Node:
    return node(
        "tblBorders",
        _border("top", "rule", 10),
        _border("bottom", "hairline", 4),
        _border("insideH", "hairline", 4),
    )


def _header_borders() -> Node:
    return node("tcBorders", _border("top", "rule", 10), _border("bottom", "muted", 6))
