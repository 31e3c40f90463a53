"""What the figures of the actors’ game are called, and what each says in plain words."""

from __future__ import annotations

from enum import StrEnum


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
        return _WORDS[self][0]

    @property
    def explanation(self) -> str:
        """What the figure says, in plain words."""
        return _WORDS[self][1]


BY_SIGN = "by the side they take"
BY_VALUE = "by side and salience"
BY_POWER = "by side, salience and balance of power"
_CONVERGES = (
    "Over how much two actors are on the same side, {}. The higher, the more they have in common; "
    "it says nothing of whether they would act together."
)
_DIVERGES = "Over how much two actors are on opposite sides, {}. The higher, the more stands between them."

_WORDS: dict[Figure, tuple[str, str]] = {
    Figure.DIRECT: (
        "Influence, direct (MID)",
        "How strongly the actor of the row can act on the actor of the column, 0 to 4, as entered.",
    ),
    Figure.INDIRECT: (
        "Influence, direct and indirect (MIDI)",
        (
            "Direct influence and all influence through one other actor, added up. The diagonal is what "
            "comes back to an actor through another."
        ),
    ),
    Figure.STRONGEST: (
        "Influence, strongest way (MMIDI)",
        "The strongest way in which one actor can act on another, direct or through one other actor, 0 to 4.",
    ),
    Figure.NET: (
        "Influence, net",
        "Direct and indirect influence of the row on the column, less that of the column on the row.",
    ),
    Figure.BALANCE: (
        "Balance of power",
        (
            "Influence is what an actor can do to all others, dependence what they can do to it. Balance of "
            "power joins the two; 1 is the mean of all actors."
        ),
    ),
    Figure.SIGNS: (
        "Positions, sides taken (1MAO)",
        (
            "1 for an option that the actor demands or accepts, −1 for one that it opposes or that crosses a "
            "red line, 0 otherwise."
        ),
    ),
    Figure.VALUED: (
        "Positions, valued (2MAO)",
        "The side an actor takes, times 1 to 4 by what the issue is worth to it.",
    ),
    Figure.WEIGHED: (
        "Positions, weighed by power (3MAO)",
        "The valued position, times the actor’s balance of power.",
    ),
    Figure.CONVERGENCE_1: ("Convergence (1CAA)", _CONVERGES.format(BY_SIGN)),
    Figure.CONVERGENCE_2: ("Convergence, valued (2CAA)", _CONVERGES.format(BY_VALUE)),
    Figure.CONVERGENCE_3: ("Convergence, weighed (3CAA)", _CONVERGES.format(BY_POWER)),
    Figure.DIVERGENCE_1: ("Divergence (1DAA)", _DIVERGES.format(BY_SIGN)),
    Figure.DIVERGENCE_2: ("Divergence, valued (2DAA)", _DIVERGES.format(BY_VALUE)),
    Figure.DIVERGENCE_3: ("Divergence, weighed (3DAA)", _DIVERGES.format(BY_POWER)),
    Figure.AMBIVALENCE: (
        "Ambivalence",
        (
            "0 for an actor that is with or against each other actor throughout, 1 for one that is as much "
            "with as against each of them."
        ),
    ),
}
