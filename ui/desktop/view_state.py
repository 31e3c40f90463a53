"""What of the case is looked at: day, basis, audience and selection, in one immutable value."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, timedelta

from workbench.domain.audience import PRINCIPAL, Audience
from workbench.domain.case import Case
from workbench.domain.dates import parse_day
from workbench.domain.errors import InvalidValueError
from workbench.domain.vocabulary import Basis

Pair = tuple[str, str]
NEUTRAL_NAMES, BOTH_NAMES = "neutral", "both"
"""Which form of a contested name is shown, as for briefs."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What the inspector explains: one party on an issue, or the room of several.

    Attributes
    ----------
    issue : str
        Code of the issue.
    parties : tuple of str
        Codes; empty for the room of all parties needed and in view.
    group : str
        Code of the folded group in whose one cell these parties stand, empty where they stand apart.
    others : tuple of (str, str)
        Further cells that are selected, on other issues: issue and party.
    """

    issue: str
    parties: tuple[str, ...] = ()
    group: str = ""
    others: tuple[tuple[str, str], ...] = ()

    @property
    def is_room(self) -> bool:
        """Whether more than one party is looked at."""
        return len(self.parties) != 1

    @property
    def cells(self) -> tuple[tuple[str, str], ...]:
        """Every cell selected: issue and party; none for a room."""
        return (*((self.issue, party) for party in self.parties), *self.others)


@dataclass(frozen=True, slots=True)
class ViewState:
    """Everything that a view needs to know besides the case itself.

    Attributes
    ----------
    day, compared : date
        The day shown, and the one it is compared with; none for no comparison.
    basis : Basis
        Which track stands where both do.
    audience : Audience
        For whom the case is read.
    pairs : tuple of (str, str) or None
        Parties whose distance is drawn; none for the choice of the program.
    hidden : frozenset of str
        Codes of the parties taken out of view.
    folded : frozenset of str
        Codes of the groups shown as one column.
    selection : Selection or None
        What the inspector explains.
    names : str
        Which form of a contested name is shown: ``neutral``, ``both``, or the code of a party for its own.
    """

    day: date
    compared: date | None = None
    basis: Basis = Basis.ASSESSED
    audience: Audience = PRINCIPAL
    pairs: tuple[Pair, ...] | None = None
    hidden: frozenset[str] = frozenset()
    folded: frozenset[str] = frozenset()
    selection: Selection | None = None
    names: str = NEUTRAL_NAMES

    def differing(self, other: ViewState) -> frozenset[str]:
        """Return the names of the fields in which the two differ."""
        names = (field.name for field in fields(self))
        return frozenset(name for name in names if getattr(self, name) != getattr(other, name))


def first_view(case: Case, today: date) -> ViewState:
    """Return the view with which a case opens: on its own day, compared with a year before.

    A case without an issue has nothing to compare.
    """
    day = case_day(case, today)
    return ViewState(day=day, compared=a_year_before(day) if case.issues else None)


def case_day(case: Case, today: date) -> date:
    """Return the day as of which the case was compiled, today where it names none."""
    try:
        return parse_day(case.entry("as_of"))
    except InvalidValueError:
        return today


def a_year_before(day: date) -> date:
    """Return the same day a year before; 28 February for the 29th."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return (day - timedelta(days=1)).replace(year=day.year - 1)
