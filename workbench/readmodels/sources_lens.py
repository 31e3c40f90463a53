"""The Sources lens: how we know, on what terms, and what rests on each source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from workbench.columns import TRACKS
from workbench.domain.case import RecordKey
from workbench.domain.codes import SourceReference
from workbench.domain.dates import PartialDate
from workbench.domain.saying import marked, said, translate
from workbench.domain.source import Source
from workbench.domain.vocabulary import Track
from workbench.readmodels.cells import headline, party_on_issue, printed_name, segments_of
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


@dataclass(frozen=True, slots=True)
class SourcesView:
    """Everything that the lens shows.

    Attributes
    ----------
    rows : tuple of SourceRow
        The sources in reach, in the order of the case.
    resting : tuple of Resting
        What names sources, positions first.
    on_one : tuple of int
        Places in ``resting`` of what names a single source and no other, not even one out of reach.
    unsourced : tuple of Resting
        Positions that name no source at all, the latest first, ``MOST_LISTED`` at most.
    unsourced_count : int
        How many of them there are.
    """

    rows: tuple[SourceRow, ...]
    resting: tuple[Resting, ...]
    on_one: tuple[int, ...]
    unsourced: tuple[Resting, ...]
    unsourced_count: int

    def resting_on(self, code: str) -> tuple[Resting, ...]:
        """Return what rests on a source."""
        return tuple(own for own in self.resting if code in own.sources)

    def row_of(self, code: str) -> SourceRow | None:
        """Return the row of a source, none where it is not in reach."""
        return next((row for row in self.rows if row.source.code == code), None)


def sources_view(snapshot: Snapshot) -> SourcesView:
    """Return the sources and what rests on them, over all days."""
    resting = (*_positions_with_sources(snapshot), *_others(snapshot))
    hidden = {(snapshot.table.ref[int(row)],) for row in np.flatnonzero(snapshot.source_not_shown)}
    on_one = tuple(
        place
        for place, own in enumerate(resting)
        if len(own.sources) == 1 and not (own.table == "positions" and own.key in hidden)
    )
    bare = _unsourced(snapshot)
    unsourced = tuple(position_resting(snapshot, row) for row in bare[:MOST_LISTED])
    return SourcesView(_rows(snapshot, resting, on_one), resting, on_one, unsourced, len(bare))


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


def _positions_with_sources(snapshot: Snapshot) -> Iterator[Resting]:
    for row in sorted(snapshot.table.sources):
        if snapshot.table.sources[row]:
            yield position_resting(snapshot, row)


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


def _unsourced(snapshot: Snapshot) -> list[int]:
    """Return the rows of positions that name no source, in reach or not, the latest first."""
    bare = ~snapshot.source_not_shown
    bare[[row for row, sources in snapshot.table.sources.items() if sources]] = False
    latest_first = snapshot.by_effective[::-1]
    return [int(row) for row in latest_first[bare[latest_first]]]


def _rows(snapshot: Snapshot, resting: Sequence[Resting], on_one: Sequence[int]) -> tuple[SourceRow, ...]:
    positions: dict[str, int] = defaultdict(int)
    others: dict[str, int] = defaultdict(int)
    alone: dict[str, int] = defaultdict(int)
    for own in resting:
        counts = positions if own.table == "positions" else others
        for code in own.sources:
            counts[code] += 1
    for place in on_one:
        alone[resting[place].sources[0]] += 1
    return tuple(
        SourceRow(
            source, printed_name(source), positions[source.code], others[source.code], alone[source.code]
        )
        for source in snapshot.case.sources
    )
