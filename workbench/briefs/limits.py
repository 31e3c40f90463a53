"""How much a comparison or change brief holds before it says what it leaves out."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The most of each thing that a brief prints; whatever is left out is counted in it.

    Attributes
    ----------
    side_by_side : int
        Parties up to which each has a column and its own wording. Beyond it answers stand in rows,
        with the parties that take each stance named.
    names, names_in_short : int
        Parties named in one list, and in one of the state of play.
    movement, changes, history, questions, conditions, drafts, sources : int
        Rows of those tables; `changes` for each kind of change.
    """

    side_by_side: int = 12
    names: int = 10
    names_in_short: int = 3
    movement: int = 60
    changes: int = 40
    history: int = 150
    questions: int = 40
    conditions: int = 60
    drafts: int = 20
    sources: int = 250


LIMITS = Limits()
"""What a brief holds unless told otherwise."""
