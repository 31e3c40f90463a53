"""How the relations of demands read: mark, and what each says."""

from __future__ import annotations

from workbench.analysis.demands import Relation

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

RELATION_SENTENCES: dict[Relation, str] = {
    Relation.SAME: "both ask for the same option",
    Relation.RIVAL: "they ask for different options of one issue",
    Relation.WELCOME: "each asks for, or accepts, what the other asks for",
    Relation.TRADEABLE: "both could live with what the other asks for, one of them no more than that",
    Relation.RESISTED: "one of them opposes, or is presumed to oppose, what the other asks for",
    Relation.BLOCKED: "what one of them asks for crosses a red line of the other",
    Relation.ONE_SIDED: "only one of them holds a position on what the other asks for",
    Relation.INDEPENDENT: "neither holds a position on what the other asks for",
    Relation.BARRED: "a red-line condition forbids the two together",
}
"""What each relation says, in words."""
