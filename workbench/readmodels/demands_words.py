"""How the relations of demands read: mark, and what each says."""

from __future__ import annotations

from workbench.analysis.demands import Relation
from workbench.domain.saying import at_start, marked, said, translate

RELATION_MARKS: dict[Relation, str] = {
    Relation.SAME: "=",
    Relation.RIVAL: "≠",
    Relation.WELCOME: "✓",
    Relation.TRADEABLE: "~",
    Relation.RESISTED: "✕",
    Relation.BLOCKED: "■",
    Relation.ONE_SIDED: "◐",
    Relation.INDEPENDENT: "·",
    Relation.BARRED: "⊘",
}
"""The sign that carries the relation where there is no colour; stances have those of the levels."""

_RELATION_SENTENCES: dict[Relation, str] = {
    Relation.SAME: marked("Demands", "both ask for the same option"),
    Relation.RIVAL: marked("Demands", "they ask for different options of one issue"),
    Relation.WELCOME: marked("Demands", "each asks for, or accepts, what the other asks for"),
    Relation.TRADEABLE: marked(
        "Demands", "both could live with what the other asks for, one of them no more than that"
    ),
    Relation.RESISTED: marked(
        "Demands", "one of them opposes, or is presumed to oppose, what the other asks for"
    ),
    Relation.BLOCKED: marked("Demands", "what one of them asks for crosses a red line of the other"),
    Relation.ONE_SIDED: marked("Demands", "only one of them holds a position on what the other asks for"),
    Relation.INDEPENDENT: marked("Demands", "neither holds a position on what the other asks for"),
    Relation.BARRED: marked("Demands", "a red-line condition forbids the two together"),
}


def relation_name(relation: Relation) -> str:
    """Return a relation as it stands at the start of a line: *Tradeable*."""
    return at_start(said(relation))


def marked_relation(relation: Relation) -> str:
    """Return a relation with its mark: *~ Tradeable*."""
    return f"{RELATION_MARKS[relation]} {relation_name(relation)}"


def relation_sentence(relation: Relation) -> str:
    """Return what a relation says, in words."""
    return translate("Demands", _RELATION_SENTENCES[relation])
