"""How the levels are computed, in plain words, and what the marks mean."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from resources.files import resource
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
from workbench.briefs.material import Material, small
from workbench.briefs.sections.state_of_play import level_words
from workbench.domain.level import Level

DISCLAIMER = (
    "Nothing here binds any party. This brief says what each party is known to want, since when, and how "
    "that is known; it does not say who is right, and it recommends nothing. Parties stand in the order "
    "declared in the case. An empty place means that nothing is known, not that a party has no position."
)


def method(material: Material) -> list[Block]:
    """Return the annex on method."""
    words = _words()
    basis = paragraph(words["basis"][material.model.basis.value])
    entries = tuple(
        _entry(entry) for entry in words["entry"] if material.since or not entry.get("only_with_movement")
    )
    return [
        Heading("Annex: method"),
        basis,
        Definitions(entries),
        Heading("Levels of room", 2),
        _levels(),
    ]


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(resource("briefs/method.toml").read_text(encoding="utf-8"))


def _entry(entry: dict[str, str]) -> Definition:
    return Definition(paragraph(strong(entry["term"])), (paragraph(entry["text"]),))


def _levels() -> Table:
    rows = tuple(_level(level) for level in Level)
    return Table(shares(40, 140), header_row("Level", "What it says"), rows, caption="Levels of room")


def _level(level: Level) -> tuple[Cell, ...]:
    sentence = f"{level.sentence[:1].upper()}{level.sentence[1:]}."
    return cell(paragraph(strong(level_words(level))), level=level), cell(small(sentence))
