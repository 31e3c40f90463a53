"""Finds its way about a brief: sections, tables, lines."""

from __future__ import annotations

from workbench.briefs.content import Bullets, Cell, Document, Heading, Paragraph, Table


def blocks(document: Document) -> list[object]:
    return [block for part in document.parts for block in part.blocks]


def headings(document: Document, level: int = 1) -> list[str]:
    return [own.text for own in blocks(document) if isinstance(own, Heading) and own.level == level]


def section(document: Document, title: str) -> list[object]:
    """The blocks under a heading, up to the next of its level or above."""
    every = blocks(document)
    start = next(n for n, own in enumerate(every) if isinstance(own, Heading) and own.text == title)
    rest = every[start + 1 :]
    level = every[start].level
    ends = (n for n, own in enumerate(rest) if isinstance(own, Heading) and own.level <= level)
    return rest[: next(ends, len(rest))]


def lines(document: Document, title: str) -> list[str]:
    """The items and paragraphs of a section."""
    found = []
    for block in section(document, title):
        if isinstance(block, Bullets):
            found += [item.text for item in block.items]
        elif isinstance(block, Paragraph):
            found.append(block.text)
    return found


def table(document: Document, title: str) -> Table:
    return next(block for block in section(document, title) if isinstance(block, Table))


def words(cell: Cell) -> list[str]:
    return [line.text for line in cell.lines]


def rows(document: Document, title: str) -> dict[str, list[list[str]]]:
    """The rows of the table of a section by the first line of their first cell."""
    return {words(row[0])[0]: [words(cell) for cell in row] for row in table(document, title).rows}
