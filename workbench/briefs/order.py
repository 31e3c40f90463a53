"""What brief is wanted, and the brief itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from importlib import import_module

from workbench.briefs.content import Document
from workbench.briefs.errors import BriefError
from workbench.briefs.material import Material
from workbench.briefs.terms import NEUTRAL, in_terms_of, policy_for
from workbench.briefs.words import ENGLISH, words_of
from workbench.domain.saying import plainly
from workbench.domain.vocabulary import Basis
from workbench.snapshot import Snapshot


class BriefKind(StrEnum):
    """The kinds of brief there are."""

    POSITION = "position"
    COMPARISON = "comparison"
    CHANGES = "changes"


@dataclass(frozen=True, slots=True)
class BriefOrder:
    """What brief is wanted.

    Attributes
    ----------
    kind : BriefKind
        Which brief.
    day : date
        The day shown; of a change brief the later day.
    basis : Basis
        Which track stands where both do.
    since : date or None
        The day compared with. A change brief needs one; a position brief without one goes back a year.
    parties : tuple of str
        Codes: exactly one for a position brief, else all where none is given.
    terms : str
        ``neutral``, ``both``, or the code of the party whose names are used.
    language : str
        BCP 47 tag of the language of the brief.
    """

    kind: BriefKind
    day: date
    basis: Basis = Basis.ASSESSED
    since: date | None = None
    parties: tuple[str, ...] = ()
    terms: str = NEUTRAL
    language: str = ENGLISH


_MAKERS = {
    BriefKind.POSITION: ("workbench.briefs.position", "position_document"),
    BriefKind.COMPARISON: ("workbench.briefs.comparison", "comparison_document"),
    BriefKind.CHANGES: ("workbench.briefs.change", "change_document"),
}


def make_document(snapshot: Snapshot, order: BriefOrder) -> Document:
    """Return the brief that is wanted, made from what the audience of the snapshot may see.

    Raises
    ------
    BriefError
        If the order names too many or too few parties, lacks the day compared with, or asks for a
        language in which there are no texts.
    UnknownCodeError
        If a party is not in reach.
    """
    if order.since is not None and order.since >= order.day:
        raise BriefError(f"The day compared with, {order.since}, does not lie before {order.day}.")
    words = words_of(order.language)
    named = in_terms_of(snapshot, policy_for(snapshot, order.terms, order.language))
    material = Material.of(named, order.day, order.basis, _since(order), order.parties, words=words)
    module, name = _MAKERS[order.kind]
    make: Callable[[Material], Document] = getattr(import_module(module), name)
    with plainly():  # a brief has words of its own, in a language chosen apart from that of the window
        return make(material)


def _since(order: BriefOrder) -> date | None:
    if order.kind is BriefKind.CHANGES and order.since is None:
        raise BriefError("A change brief needs the day to compare with.")
    if order.kind is BriefKind.POSITION:
        if len(set(order.parties)) != 1:
            raise BriefError(f"A position brief is on one party; {len(set(order.parties))} are named.")
        return order.since or _a_year_before(order.day)
    return order.since


def _a_year_before(day: date) -> date | None:
    if day.year == date.min.year:
        return None
    last = 28 if (day.month, day.day) == (2, 29) else day.day
    return day.replace(year=day.year - 1, day=last)
