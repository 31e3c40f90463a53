"""What a brief says, in order, with no word about any file format.

Every writer takes the same document: the same words in the same order. Texts are cleaned here, once,
so that no format sees a sign it cannot carry.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from workbench.briefs.apart import OPEN, RTL, direction_of_language, direction_of_text, pieces, plain
from workbench.briefs.signs import UNBROKEN, clean
from workbench.domain.level import Level


class RunStyle(StrEnum):
    """How a stretch of text stands out from its paragraph."""

    PLAIN = "plain"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    QUOTE = "quote"
    MUTED = "muted"
    WORK = "work"
    """The title of a work, as its author gave it."""


class Role(StrEnum):
    """What a paragraph is for, which decides its type and size."""

    BODY = "body"
    HEADLINE = "headline"
    SMALL = "small"
    LIMIT = "limit"
    MUTED = "muted"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style.

    `language` is named where it differs from the document's; `direction` (``ltr``, ``rtl``) where the text
    stands for itself and reads in its own, whatever is around it.
    """

    text: str
    style: RunStyle = RunStyle.PLAIN
    language: str = ""
    direction: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs one after another.

    `keep_with_next`: the page does not turn behind it. `wording_of`: label of the party whose wording
    it restates; not printed, read where wordings are compared.
    """

    runs: tuple[Run, ...]
    role: Role = Role.BODY
    keep_with_next: bool = False
    wording_of: str = ""

    @property
    def text(self) -> str:
        """The words without their styles."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, level 1 to 3; the title of the document stands above them."""

    text: str
    level: int = 1

    @property
    def line(self) -> Paragraph:
        """The heading as a paragraph, whose runs have their languages."""
        return paragraph(self.text)


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list whose order carries no rank."""

    items: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Definition:
    """A term and what is said of it."""

    term: Paragraph
    description: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Definitions:
    """A list of terms with what is said of each."""

    entries: tuple[Definition, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """Lines of one cell; `level` fills it in the colour of the level, whose mark and word it states."""

    lines: tuple[Paragraph, ...]
    level: Level | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose header is repeated on every page and whose rows are never cut.

    Attributes
    ----------
    widths : tuple of float
        Share of each column in the width of the page; they add up to 1.
    header : tuple of Cell
        One for each column.
    rows : tuple of tuple of Cell
        As many in each row as there are columns.
    caption : str
        What the table holds, for those who do not see it; not printed.
    compact : bool
        Whether it is set close.
    one_page : bool
        Whether it is read as one page: rows come closer where it takes that to fit on one.
    """

    widths: tuple[float, ...]
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""
    compact: bool = False
    one_page: bool = False

    def __post_init__(self) -> None:
        if any(len(row) != len(self.widths) for row in (self.header, *self.rows)):
            raise ValueError("a row has more or fewer cells than the table has columns")


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Block: TypeAlias = Heading | Paragraph | Bullets | Definitions | Table | PageBreak


@dataclass(frozen=True, slots=True)
class Part:
    """Blocks that begin on a new page; `wide` where they need the paper across."""

    blocks: tuple[Block, ...]
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A brief.

    Attributes
    ----------
    title, subtitle : str
        What it is, and of what; they open the first page.
    marking : str
        The TLP word, on every page above and below.
    prepared_for : str
        For whom, on every page above.
    footer : str
        What stands on every page below, beside the number of the page.
    language : str
        BCP 47 tag of the text.
    day : date
        The day shown.
    parts : tuple of Part
        What it says.
    page, of : str
        The words around the number of the page and the number of pages.
    close : bool
        Whether headings take little space, because the brief has few pages.
    office_language : str
        The language as word processors call it, with a region; that of the document where it is empty.
    """

    title: str
    subtitle: str
    marking: str
    prepared_for: str
    footer: str
    language: str
    day: date
    parts: tuple[Part, ...]
    page: str = "Page"
    of: str = "of"
    close: bool = False
    office_language: str = ""

    @property
    def is_right_to_left(self) -> bool:
        """Whether its language is written from right to left."""
        return direction_of_language(self.language) == RTL


def run(text: str, style: RunStyle = RunStyle.PLAIN, language: str = "") -> Run:
    """Return a run of one style; blanks at its ends are kept, all others become single.

    A text in which something is set apart stays as it is until it is part of a paragraph.
    """
    if OPEN in text:
        return Run(text, style, language)
    inner = clean(text)
    before = " " if _is_blank(text[:1]) and inner else ""
    behind = " " if _is_blank(text[-1:]) and inner else ""
    return Run(before + inner + behind, style, language)


def _is_blank(sign: str) -> bool:
    return sign.isspace() and sign not in UNBROKEN


def strong(text: str) -> Run:
    """Return a run that stands out."""
    return run(text, RunStyle.STRONG)


def paragraph(
    *parts: str | Run, role: Role = Role.BODY, keep_with_next: bool = False, wording_of: str = ""
) -> Paragraph:
    """Return a paragraph of texts and runs; what is set apart in them becomes runs of its own."""
    runs = tuple(one for part in parts for one in _runs(part) if one.text)
    return Paragraph(runs, role, keep_with_next, wording_of)


def _runs(part: str | Run) -> Iterator[Run]:
    own = Run(part) if isinstance(part, str) else part
    if own.direction:
        yield own
        return
    for text, language in pieces(own.text):
        if own.language or language is not None:
            spoken = own.language or language or ""
            direction = direction_of_text(text) or (direction_of_language(spoken) if spoken else "")
            yield Run(run(text).text, own.style, spoken, direction)
        else:
            yield Run(run(text).text, own.style)


def cell(*lines: str | Paragraph, level: Level | None = None) -> Cell:
    """Return a cell of lines, without those that say nothing."""
    paragraphs = (paragraph(line) if isinstance(line, str) else line for line in lines)
    return Cell(tuple(line for line in paragraphs if line.runs), level)


def header_row(*texts: str) -> tuple[Cell, ...]:
    """Return the cells of a header."""
    return tuple(cell(text) for text in texts)


def shares(*widths: float) -> tuple[float, ...]:
    """Return widths as shares of their sum."""
    whole = sum(widths)
    return tuple(width / whole for width in widths)


def lines_of(document: Document) -> Iterator[str]:
    """Yield every line in reading order, the header of a table once; without page header and footer."""
    yield plain(document.title)
    yield plain(document.subtitle)
    for part in document.parts:
        for block in part.blocks:
            yield from _block_lines(block)


def plain_text(document: Document) -> str:
    """Return the words of the document, one line each."""
    return "\n".join(line for line in lines_of(document) if line)


def _block_lines(block: Block) -> Iterable[str]:
    match block:
        case Heading():
            return (block.line.text,)
        case Paragraph():
            return (block.text,)
        case Bullets(items=items):
            return (item.text for item in items)
        case Definitions(entries=entries):
            return (line.text for entry in entries for line in (entry.term, *entry.description))
        case Table(header=header, rows=rows):
            return (line.text for row in (header, *rows) for one in row for line in one.lines)
        case PageBreak():
            return ()
