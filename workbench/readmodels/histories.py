"""The history of the positions of one party on one issue, with their sources."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.analysis.standing import Standing
from workbench.columns import CONFIDENCES, NONE, TRACKS, IntColumn
from workbench.domain.saying import at_start, said, translate
from workbench.readmodels.cells import confidence_words, headline, printed_name, segments_of
from workbench.readmodels.inspector_types import HistoryEntry, Link, PartyHistory
from workbench.readmodels.wording import commas, no_source, no_stance, since_in_words, source_not_shown
from workbench.snapshot import Snapshot


def party_histories(standing: Standing, parties: Sequence[int], issue: int) -> tuple[PartyHistory, ...]:
    """Return the positions of each party on an issue (numbers), newest first."""
    snapshot = standing.snapshot
    ordered = snapshot.by_effective[::-1]
    rows = ordered[snapshot.table.issue[ordered] == issue]
    holders = snapshot.table.party[rows]
    return tuple(_history(standing, party, issue, rows[holders == party]) for party in parties)


def _history(standing: Standing, party: int, issue: int, rows: IntColumn) -> PartyHistory:
    snapshot = standing.snapshot
    own = snapshot.parties[party]
    standing_row = int(standing.rows[party, issue])
    entries = tuple(_entry(snapshot, row, issue, row == standing_row) for row in rows.tolist())
    title = translate("Inspector", "{party} over time").format(party=own.label)
    return PartyHistory(own.code, title, own.colour, entries)


def _entry(snapshot: Snapshot, row: int, issue: int, is_standing: bool) -> HistoryEntry:
    table = snapshot.table
    segments = segments_of(snapshot, row, issue)
    lead, text = headline(snapshot, issue, segments) if segments else ("", no_stance())
    if lead:
        text = translate("Inspector", "{accepts}: {options}").format(accepts=lead, options=text)
    since = since_in_words(table.dates[table.since[row]])
    words = [translate("Inspector", "since {date}").format(date=since), said(TRACKS[table.track[row]])]
    if table.until[row] != NONE:
        until = translate("Inspector", "until {date}")
        words.append(until.format(date=table.dates[table.until[row]].text))
    if table.confidence[row] != NONE:
        words.append(confidence_words(CONFIDENCES[table.confidence[row]]))
    return HistoryEntry(
        ref=table.ref[row],
        headline=at_start(text),
        detail=" · ".join(words),
        statement=table.statement[row],
        sources=source_links(snapshot, row),
        is_standing=is_standing,
    )


def source_links(snapshot: Snapshot, row: int) -> tuple[Link, ...]:
    """Return the sources of a position at the permitted attribution, each leading to its record."""
    links = []
    for reference in snapshot.table.sources.get(row, ()):
        source = snapshot.source(reference.code)
        name = printed_name(source)
        named = commas((name, reference.place)) if reference.place else name
        links.append(Link(f"{named} ({source.reliability})", "sources", (source.code,)))
    if snapshot.source_not_shown[row]:
        links.append(Link(source_not_shown()))
    return tuple(links) or (Link(no_source()),)
