"""What the figures of the actors’ game are called, and what each says in plain words."""

from __future__ import annotations

from enum import StrEnum

from workbench.domain.saying import marked, translate


class Figure(StrEnum):
    """A figure of the game; the value is its name in the method."""

    DIRECT = "MID"
    INDIRECT = "MIDI"
    STRONGEST = "MMIDI"
    NET = "net"
    BALANCE = "balance"
    SIGNS = "1MAO"
    VALUED = "2MAO"
    WEIGHED = "3MAO"
    CONVERGENCE_1 = "1CAA"
    CONVERGENCE_2 = "2CAA"
    CONVERGENCE_3 = "3CAA"
    DIVERGENCE_1 = "1DAA"
    DIVERGENCE_2 = "2DAA"
    DIVERGENCE_3 = "3DAA"
    AMBIVALENCE = "ambivalence"

    @property
    def heading(self) -> str:
        """What the chooser says."""
        return translate("Actors", _WORDS[self][0])

    @property
    def explanation(self) -> str:
        """What the figure says, in plain words."""
        return translate("Actors", _WORDS[self][1])


BY_SIGN = marked("Actors", "By the side they take")
BY_VALUE = marked("Actors", "By side and salience")
BY_POWER = marked("Actors", "By side, salience and balance of power")
"""Heads of the columns of ambivalence, in English."""

_WORDS: dict[Figure, tuple[str, str]] = {
    Figure.DIRECT: (
        marked("Actors", "Influence, direct (MID)"),
        marked(
            "Actors",
            "How strongly the actor of the row can act on the actor of the column, 0 to 4, as entered.",
        ),
    ),
    Figure.INDIRECT: (
        marked("Actors", "Influence, direct and indirect (MIDI)"),
        marked(
            "Actors",
            "Direct influence and all influence through one other actor, added up. The diagonal is what "
            "comes back to an actor through another.",
        ),
    ),
    Figure.STRONGEST: (
        marked("Actors", "Influence, strongest way (MMIDI)"),
        marked(
            "Actors",
            "The strongest way in which one actor can act on another, direct or through one other actor, "
            "0 to 4.",
        ),
    ),
    Figure.NET: (
        marked("Actors", "Influence, net"),
        marked(
            "Actors",
            "Direct and indirect influence of the row on the column, less that of the column on the row.",
        ),
    ),
    Figure.BALANCE: (
        marked("Actors", "Balance of power"),
        marked(
            "Actors",
            "Influence is what an actor can do to all others, dependence what they can do to it. Balance of "
            "power joins the two; 1 is the mean of all actors.",
        ),
    ),
    Figure.SIGNS: (
        marked("Actors", "Positions, sides taken (1MAO)"),
        marked(
            "Actors",
            "1 for an option that the actor demands or accepts, −1 for one that it opposes or that crosses a "
            "red line, 0 otherwise.",
        ),
    ),
    Figure.VALUED: (
        marked("Actors", "Positions, valued (2MAO)"),
        marked("Actors", "The side an actor takes, times 1 to 4 by what the issue is worth to it."),
    ),
    Figure.WEIGHED: (
        marked("Actors", "Positions, weighed by power (3MAO)"),
        marked("Actors", "The valued position, times the actor’s balance of power."),
    ),
    Figure.CONVERGENCE_1: (
        marked("Actors", "Convergence (1CAA)"),
        marked(
            "Actors",
            "Over how much two actors are on the same side, by the side they take. The higher, the more they "
            "have in common; it says nothing of whether they would act together.",
        ),
    ),
    Figure.CONVERGENCE_2: (
        marked("Actors", "Convergence, valued (2CAA)"),
        marked(
            "Actors",
            "Over how much two actors are on the same side, by side and salience. The higher, the more they "
            "have in common; it says nothing of whether they would act together.",
        ),
    ),
    Figure.CONVERGENCE_3: (
        marked("Actors", "Convergence, weighed (3CAA)"),
        marked(
            "Actors",
            "Over how much two actors are on the same side, by side, salience and balance of power. The "
            "higher, the more they have in common; it says nothing of whether they would act together.",
        ),
    ),
    Figure.DIVERGENCE_1: (
        marked("Actors", "Divergence (1DAA)"),
        marked(
            "Actors",
            "Over how much two actors are on opposite sides, by the side they take. The higher, the more "
            "stands between them.",
        ),
    ),
    Figure.DIVERGENCE_2: (
        marked("Actors", "Divergence, valued (2DAA)"),
        marked(
            "Actors",
            "Over how much two actors are on opposite sides, by side and salience. The higher, the more "
            "stands between them.",
        ),
    ),
    Figure.DIVERGENCE_3: (
        marked("Actors", "Divergence, weighed (3DAA)"),
        marked(
            "Actors",
            "Over how much two actors are on opposite sides, by side, salience and balance of power. The "
            "higher, the more stands between them.",
        ),
    ),
    Figure.AMBIVALENCE: (
        marked("Actors", "Ambivalence"),
        marked(
            "Actors",
            "0 for an actor that is with or against each other actor throughout, 1 for one that is as much "
            "with as against each of them.",
        ),
    ),
}
