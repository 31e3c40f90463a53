"""Common ground: what its blocks are called, what stands in an empty one, and its lines as a table."""

from __future__ import annotations

from collections.abc import Iterable

from ui.words import translate
from workbench.analysis.common_ground import Ground
from workbench.finding import Sought, text_to_find
from workbench.readmodels.common_ground_lens import GroundBlock, GroundItem
from workbench.readmodels.wording import commas


def ground_name(ground: Ground) -> str:
    """Return what a block is called."""
    names = {
        Ground.AGREED_FACT: translate("CommonGroundLens", "Agreed facts"),
        Ground.CONVERGENT_NORM: translate("CommonGroundLens", "Convergent norms"),
        Ground.CONTESTED_FACT: translate("CommonGroundLens", "Contested facts"),
        Ground.DIVERGENT_NORM: translate("CommonGroundLens", "Divergent norms"),
        Ground.ONE_SIDE: translate("CommonGroundLens", "Held by one side"),
    }
    return names[ground]


def ground_nothing(ground: Ground, *, is_search: bool = False) -> str:
    """Return what stands in a block without facts or norms, or where a search finds none of them."""
    if is_search:
        return translate("CommonGroundLens", "Nothing here answers the search.")
    texts = {
        Ground.AGREED_FACT: translate(
            "CommonGroundLens", "No fact is agreed by all who hold a position on it."
        ),
        Ground.CONVERGENT_NORM: translate(
            "CommonGroundLens", "No norm is shared by all who hold a position on it."
        ),
        Ground.CONTESTED_FACT: translate("CommonGroundLens", "No fact is contested."),
        Ground.DIVERGENT_NORM: translate("CommonGroundLens", "No norm is contested."),
        Ground.ONE_SIDE: translate("CommonGroundLens", "No fact or norm rests with one side alone."),
    }
    return texts[ground]


def blocks_holding(blocks: Iterable[GroundBlock], query: str) -> tuple[GroundBlock, ...]:
    """Return the blocks with the facts and norms that hold every word of a query, in any script."""
    sought = Sought.of(query)
    return tuple(
        GroundBlock(block.ground, tuple(item for item in block.items if _holds(item, sought)))
        for block in blocks
    )


def _holds(item: GroundItem, sought: Sought) -> bool:
    lines = (line.sentence for line in item.lines)
    return sought.is_in(text_to_find(" ".join([item.issue.title, item.issue.question, *lines])))


def silent_words(item: GroundItem) -> str:
    """Return who has said nothing of a fact or a norm, or that nobody holds a position; empty for none."""
    if not item.lines:
        return translate("GroundText", "Nobody in view holds a position.")
    if not item.silent:
        return ""
    return translate("GroundText", "No position known: {parties}").format(parties=commas(item.silent))
