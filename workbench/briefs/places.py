"""Where in a brief a paragraph stands, in words for the person who has to find it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.briefs.content import (
    Block,
    Bullets,
    Definitions,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Table,
    paragraph,
)
from workbench.domain.saying import translate

Spot = tuple[int, int, int]
"""Number of the part, of the block in it, and of the row where the block is a table (0: its header)."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands.

    Attributes
    ----------
    section : str
        The headings above it.
    within : str
        Where in the section: *table row 3, column 2*.
    spot : tuple of int or None
        Where in the content; none for what stands on every page or under the title.
    """

    section: str
    within: str
    spot: Spot | None = None

    def words(self, page: int | None = None) -> str:
        """Return the place in words, with the page where it is known."""
        on_page = translate("Briefs", "page {0}").format(page) if page else ""
        parts = (on_page, f"“{self.section}”" if self.section else "", self.within)
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Located:
    """A paragraph and where it stands."""

    paragraph: Paragraph
    place: Place


def located(document: Document) -> Iterator[Located]:
    """Yield every paragraph with its place, those on every page first."""
    for name, text in (
        (translate("Briefs", "title"), document.title),
        (translate("Briefs", "line under the title"), document.subtitle),
        (translate("Briefs", "top of every page"), document.prepared_for),
        (translate("Briefs", "foot of every page"), document.footer),
    ):
        yield Located(paragraph(text), Place("", name))
    for number, part in enumerate(document.parts):
        headings: list[Heading] = []
        for index, block in enumerate(part.blocks):
            if isinstance(block, Heading):
                headings = [*(own for own in headings if own.level < block.level), block]
            section = " – ".join(own.line.text for own in headings)
            yield from _in_block(block, section, (number, index))


def _in_block(block: Block, section: str, at: tuple[int, int]) -> Iterator[Located]:
    spot = (*at, 0)
    match block:
        case Heading():
            yield Located(block.line, Place(section, translate("Briefs", "heading"), spot))
        case Paragraph():
            yield Located(block, Place(section, translate("Briefs", "paragraph"), spot))
        case Bullets(items=items):
            for number, item in enumerate(items, start=1):
                yield Located(item, Place(section, translate("Briefs", "item {0}").format(number), spot))
        case Definitions(entries=entries):
            for entry in entries:
                within = translate("Briefs", "entry “{0}”").format(entry.term.text)
                for line in (entry.term, *entry.description):
                    yield Located(line, Place(section, within, spot))
        case Table():
            yield from _in_table(block, section, at)
        case PageBreak():
            return


def _in_table(table: Table, section: str, at: tuple[int, int]) -> Iterator[Located]:
    if table.caption:
        name = translate("Briefs", "name of the table")
        yield Located(paragraph(table.caption), Place(section, name, (*at, 0)))
    for number, row in enumerate((table.header, *table.rows)):
        for column, cell in enumerate(row, start=1):
            if number:
                name = translate("Briefs", "table row {0}, column {1}").format(number, column)
            else:
                name = translate("Briefs", "table header, column {0}").format(column)
            for line in cell.lines:
                yield Located(line, Place(section, name, (*at, number)))
