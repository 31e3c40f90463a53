"""By what the rows of a table can be narrowed: what each row is of is worked out with the row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QCollator, QLocale, Qt

from ui.words import translate
from workbench.domain.party import Party

Marks = frozenset[str]
"""Of what a row is, in every respect in which its table can be narrowed."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One respect in which rows can be narrowed.

    Attributes
    ----------
    key, title : str
        Its stable name, and what stands before the choice.
    names : tuple of (str, str)
        Key and label of everything that can be chosen, in the order in which it is offered.
    """

    key: str
    title: str
    names: tuple[tuple[str, str], ...]

    def label(self, key: str) -> str:
        """Return what is called by a key, empty where nothing is."""
        return next((label for own, label in self.names if own == key), "")


def names_in_order(names: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return keys and labels, the labels by the rules of the language."""
    collator = QCollator(QLocale())
    collator.setNumericMode(True)
    collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    return tuple(sorted(names, key=lambda own: collator.sortKey(own[1])))


def party_facet(parties: Iterable[Party]) -> Facet:
    """Return whose something is, in the order of the case."""
    names = tuple((party.code, party.label) for party in parties)
    return Facet("party", translate("SourcesLens", "Party"), names)


def mark(facet: str, key: str) -> str:
    """Return what a row bears that is of something."""
    return f"{facet}={key}"


def parts_of(own: str) -> tuple[str, str]:
    """Return facet and key of a mark."""
    facet, _, key = own.partition("=")
    return facet, key


def marks(**keys: str | Iterable[str]) -> Marks:
    """Return what a row bears, from the one or more keys that it is of in each respect."""
    return _shared(
        tuple((facet, (own,) if isinstance(own, str) else tuple(own)) for facet, own in keys.items())
    )


@lru_cache(maxsize=4096)
def _shared(keys: tuple[tuple[str, tuple[str, ...]], ...]) -> Marks:
    """Return the same set for rows that are of the same: there may be a hundred thousand of them."""
    return frozenset(mark(facet, own) for facet, every in keys for own in every)


def wanted(chosen: Mapping[str, str]) -> Marks:
    """Return what a row has to bear that is of everything chosen: key by facet, empty for all."""
    return frozenset(mark(facet, own) for facet, own in chosen.items() if own)
