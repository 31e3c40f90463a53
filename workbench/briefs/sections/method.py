"""How the levels are computed, in plain words, and what the marks mean."""

from __future__ import annotations

from workbench.briefs.content import (
    Block,
    Cell,
    Definition,
    Definitions,
    Heading,
    Table,
    cell,
    header_row,
    paragraph,
    shares,
    strong,
)
from workbench.briefs.material import Material
from workbench.briefs.phrases import small
from workbench.briefs.words import opened
from workbench.domain.level import Level


def method(material: Material) -> list[Block]:
    """Return the annex on method."""
    words = material.words
    method_words = words.data("method")
    entries = tuple(
        _entry(entry)
        for entry in method_words["entry"]
        if material.since or not entry.get("only_with_movement")
    )
    return [
        Heading(words.say("method.heading")),
        paragraph(method_words["basis"][material.basis.value]),
        Definitions(entries),
        Heading(words.say("method.levels"), 2),
        _levels(material),
    ]


def _entry(entry: dict[str, str]) -> Definition:
    return Definition(paragraph(strong(entry["term"])), (paragraph(entry["text"]),))


def _levels(material: Material) -> Table:
    words = material.words
    rows = tuple(_level(material, level) for level in Level)
    header = header_row(words.say("method.level"), words.say("method.says"))
    return Table(shares(40, 140), header, rows, caption=words.say("method.levels"))


def _level(material: Material, level: Level) -> tuple[Cell, ...]:
    words = material.words
    said = opened(f"{words.data('levels')[level.value]}.")
    return cell(paragraph(strong(words.level(level))), level=level), cell(small(said))
