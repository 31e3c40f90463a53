"""The Sources lens: how we know, on what terms, and what rests on each source."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workbench.columns import TRACKS, IntColumn
from workbench.domain.case import RecordKey
from workbench.domain.codes import SourceReference
from workbench.domain.dates import PartialDate
from workbench.domain.saying import marked, said, translate
from workbench.domain.source import Source
from workbench.domain.vocabulary import Track
from workbench.readmodels.cells import headline, party_on_issue, printed_name, segments_of
from workbench.readmodels.ondemand import OnDemand
from workbench.readmodels.party_facts import plain_number
from workbench.readmodels.wording import listing, no_stance, since_in_words
from workbench.snapshot import Snapshot

_POSITION_KINDS = {
    Track.DECLARED: marked("Sources", "position, declared"),
    Track.ASSESSED: marked("Sources", "position, assessed"),
}
MOST_LISTED = 2000
"""How many positions of a list are told one by one; the count is always of all of them."""


@dataclass(frozen=True, slots=True)
class Resting:
    """Something that rests on sources, or should.

    Attributes
    ----------
    table, key
        The record.
    kind : str
        What it is, in a word.
    title, says : str
        What it is called, and what it says.
    date : PartialDate or None
        Since when, or when.
    sources : tuple of str
        Codes of the sources in reach that it names.
    track : str
        Of a position, its track in a word.
    party : str
        Of a position, the code of its party.
    """

    table: str
    key: RecordKey
    kind: str
    title: str
    says: str
    date: PartialDate | None
    sources: tuple[str, ...]
    track: str = ""
    party: str = ""

    @property
    def since(self) -> str:
        """The date as typed, marked where it stands for "at the latest"."""
        return since_in_words(self.date) if self.date else ""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source, and how much rests on it.

    `positions` counts the positions that name it, `others` options, events, linkages and influences;
    `alone` counts those of both that name no other source.
    """

    source: Source
    named: str
    positions: int
    others: int
    alone: int


@dataclass(frozen=True, slots=True, eq=False)
class _Named:
    """The positions that name sources, *n* of them, and how they do: few ways are shared by many.

    Attributes
    ----------
    rows : int64, shape (n,)
        Rows of the snapshot, rising.
    ways : int64, shape (n,)
        Of each, its number in `codes`.
    codes : tuple of tuple of str
        The sources of each way.
    """

    rows: NDArray[np.int64]
    ways: NDArray[np.int64]
    codes: tuple[tuple[str, ...], ...]


class RestingList(OnDemand[Resting]):
    """What rests on a source.

    Parameters
    ----------
    find : callable
        Returns the place of a record in it, -1 where it is not there.
    """

    def __init__(
        self, count: int, make: Callable[[int], Resting], find: Callable[[str, RecordKey], int]
    ) -> None:
        super().__init__(count, make)
        self.find = find


@dataclass(frozen=True, slots=True, eq=False)
class SourcesView:
    """Everything that the lens shows; what rests on sources is put into words when it is asked for.

    Attributes
    ----------
    rows : tuple of SourceRow
        The sources in reach, in the order of the case.
    resting : sequence of Resting
        What names sources, positions first.
    on_one : sequence of int
        Places in ``resting`` of what names a single source and no other, not even one out of reach.
    unsourced : sequence of Resting
        Positions that name no source at all, the latest first, ``MOST_LISTED`` at most.
    unsourced_count : int
        How many of them there are.
    """

    rows: tuple[SourceRow, ...]
    resting: Sequence[Resting]
    on_one: Sequence[int]
    unsourced: Sequence[Resting]
    unsourced_count: int
    _snapshot: Snapshot
    _named: _Named
    _others: tuple[Resting, ...]
    _bare: IntColumn

    def resting_on(self, code: str) -> RestingList:
        """Return what rests on a source, nothing where there is none of that code."""
        ways = [way for way, codes in enumerate(self._named.codes) if code in codes]
        first = len(self._named.rows)
        places = np.flatnonzero(np.isin(self._named.ways, ways)).tolist()
        places += [first + place for place, own in enumerate(self._others) if code in own.sources]

        def find(table: str, key: RecordKey) -> int:
            place = self._place(table, key)
            return bisect_left(places, place) if place in places else -1

        return RestingList(len(places), lambda place: self.resting[places[place]], find)

    def named_on_one(self) -> tuple[list[str], list[str]]:
        """Return party and source of what is in ``on_one``; no party where it is no position."""
        first, table = len(self._named.rows), self._snapshot.table
        count = bisect_left(self.on_one, first)
        rows = self._named.rows[list(self.on_one[:count])]
        labels = [party.code for party in self._snapshot.parties]
        parties = [labels[party] for party in table.party[rows].tolist()]
        codes = [self._named.codes[way][0] for way in self._named.ways[list(self.on_one[:count])].tolist()]
        others = [self._others[place - first] for place in self.on_one[count:]]
        return [*parties, *(own.party for own in others)], [*codes, *(own.sources[0] for own in others)]

    def held_unsourced(self) -> tuple[list[str], list[Track]]:
        """Return party and track of what is in ``unsourced``."""
        table, labels = self._snapshot.table, [party.code for party in self._snapshot.parties]
        parties = [labels[party] for party in table.party[self._bare].tolist()]
        return parties, [TRACKS[track] for track in table.track[self._bare].tolist()]

    def row_of(self, code: str) -> SourceRow | None:
        """Return the row of a source, none where it is not in reach."""
        return next((row for row in self.rows if row.source.code == code), None)

    def place_on_one(self, table: str, key: RecordKey) -> int:
        """Return the place in ``on_one`` of a record, -1 where it is not there."""
        place = self._place(table, key)
        found = bisect_left(self.on_one, place)
        return found if found < len(self.on_one) and self.on_one[found] == place else -1

    def place_unsourced(self, table: str, key: RecordKey) -> int:
        """Return the place in ``unsourced`` of a record, -1 where it is not there."""
        rows, row = self._bare.tolist(), self._row(table, key)
        return rows.index(row) if row in rows else -1

    def _place(self, table: str, key: RecordKey) -> int:
        """Return the place in ``resting`` of a record, -1 where it names no source."""
        first = len(self._named.rows)
        if table != "positions":
            others = enumerate(self._others, first)
            return next((place for place, own in others if (own.table, own.key) == (table, key)), -1)
        row = self._row(table, key)
        place = int(np.searchsorted(self._named.rows, row))
        return place if place < first and self._named.rows[place] == row else -1

    def _row(self, table: str, key: RecordKey) -> int:
        """Return the row of a position, -1 where it is none or not there."""
        refs = self._snapshot.table.ref
        return refs.index(key[0]) if table == "positions" and key[0] in refs else -1


def sources_view(snapshot: Snapshot) -> SourcesView:
    """Return the sources and what rests on them, over all days."""
    named, others = _named(snapshot), tuple(_others(snapshot))
    count, bare = len(named.rows), _unsourced(snapshot, named)

    def resting(place: int) -> Resting:
        return others[place - count] if place >= count else position_resting(snapshot, int(named.rows[place]))

    alone = _alone(snapshot, named)
    single = [count + place for place, own in enumerate(others) if len(own.sources) == 1]
    return SourcesView(
        _rows(snapshot, named, others, alone),
        OnDemand(count + len(others), resting),
        (*np.flatnonzero(alone).tolist(), *single),
        OnDemand(min(len(bare), MOST_LISTED), lambda place: position_resting(snapshot, int(bare[place]))),
        len(bare),
        snapshot,
        named,
        others,
        bare[:MOST_LISTED],
    )


def position_resting(snapshot: Snapshot, row: int) -> Resting:
    """Return a position (row of the snapshot) as something that rests on sources."""
    table = snapshot.table
    issue = int(table.issue[row])
    segments = segments_of(snapshot, row, issue)
    lead, text = headline(snapshot, issue, segments) if segments else ("", no_stance())
    party = int(table.party[row])
    title = party_on_issue(snapshot, party, issue)
    track = TRACKS[table.track[row]]
    kind = translate("Sources", _POSITION_KINDS[track])
    sources = _codes(table.sources.get(row, ()))
    date = table.dates[table.since[row]]
    says = translate("Sources", "{accepts}: {options}").format(accepts=lead, options=text) if lead else text
    code = snapshot.parties[party].code
    return Resting("positions", (table.ref[row],), kind, title, says, date, sources, said(track), code)


def _named(snapshot: Snapshot) -> _Named:
    """Return the positions that name sources; those that name them alike share what they name."""
    sources = snapshot.table.sources
    rows = np.fromiter(sources, np.int64, len(sources))
    order = np.argsort(rows, kind="stable")
    rows, shared = rows[order], np.fromiter(map(id, sources.values()), np.int64, len(sources))[order]
    _, first, ways = np.unique(shared, return_index=True, return_inverse=True)
    codes = tuple(_codes(sources[row]) for row in rows[first].tolist())
    names_any = np.array([bool(own) for own in codes], dtype=np.bool_)[ways]
    return _Named(rows[names_any], ways[names_any], codes)


def _alone(snapshot: Snapshot, named: _Named) -> NDArray[np.bool_]:
    """Return which of those positions name one source only, not even another out of reach."""
    is_single = np.array([len(own) == 1 for own in named.codes], dtype=np.bool_)
    return is_single[named.ways] & ~snapshot.source_not_shown[named.rows]


def _others(snapshot: Snapshot) -> Iterator[Resting]:
    case = snapshot.case
    titles = {issue.code: issue.title for issue in case.issues}
    for option in case.options:
        if option.sources:
            title = titles.get(option.issue, option.issue)
            own = (option.issue, option.code)
            yield Resting(
                "options",
                own,
                translate("Sources", "option"),
                title,
                option.label,
                None,
                _codes(option.sources),
            )
    for event in case.events:
        if event.sources:
            title, codes = event.title, _codes(event.sources)
            what = translate("Sources", "event")
            yield Resting("events", (event.code,), what, title, event.description, event.date, codes)
    for linkage in case.linkages:
        if linkage.sources:
            both = listing(titles.get(issue, "") for issue in (linkage.if_issue, linkage.then_issue))
            codes = _codes(linkage.sources)
            key, what = (linkage.code,), translate("Sources", "linkage")
            yield Resting("linkages", key, what, both, linkage.statement, linkage.since, codes)
    yield from _influences(snapshot)


def _influences(snapshot: Snapshot) -> Iterator[Resting]:
    labels = {party.code: party.label for party in snapshot.parties}
    for own in snapshot.case.influences:
        if own.sources:
            key = (own.actor, own.on, own.since.text if own.since else "")
            title = translate("Sources", "{party} on {other}").format(
                party=labels.get(own.actor, own.actor), other=labels.get(own.on, own.on)
            )
            says = translate("Sources", "strength {number}").format(number=plain_number(own.strength))
            what = translate("Sources", "influence")
            yield Resting("influences", key, what, title, says, own.since, _codes(own.sources))


def _codes(references: Sequence[SourceReference]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(reference.code for reference in references))


def _unsourced(snapshot: Snapshot, named: _Named) -> IntColumn:
    """Return the rows of positions that name no source, in reach or not, the latest first."""
    bare = ~snapshot.source_not_shown
    bare[named.rows] = False
    latest_first = snapshot.by_effective[::-1]
    return latest_first[bare[latest_first]]


def _rows(
    snapshot: Snapshot, named: _Named, others: Sequence[Resting], alone: NDArray[np.bool_]
) -> tuple[SourceRow, ...]:
    on_positions, on_others, only = Counter[str](), Counter[str](), Counter[str]()
    ways = len(named.codes)
    each = np.bincount(named.ways, minlength=ways).tolist()
    each_alone = np.bincount(named.ways[alone], minlength=ways).tolist()
    for codes, count, single in zip(named.codes, each, each_alone, strict=True):
        for code in codes:
            on_positions[code] += count
            only[code] += single
    for own in others:
        on_others.update(own.sources)
        if len(own.sources) == 1:
            only[own.sources[0]] += 1
    return tuple(
        SourceRow(own, printed_name(own), on_positions[own.code], on_others[own.code], only[own.code])
        for own in snapshot.case.sources
    )
