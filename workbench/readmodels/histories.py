"""The history of the positions of one party on one issue, with their sources."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.analysis.standing import Standing
from workbench.columns import CONFIDENCES, NONE, TRACKS, IntColumn
from workbench.domain.source import Source
from workbench.readmodels.cells import headline, segments_of
from workbench.readmodels.inspector_types import HistoryEntry, Link, PartyHistory
from workbench.readmodels.wording import NO_SOURCE, SOURCE_NOT_SHOWN, since_in_words
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
    return PartyHistory(own.code, f"{own.label} over time", own.colour, entries)


def _entry(snapshot: Snapshot, row: int, issue: int, is_standing: bool) -> HistoryEntry:
    table = snapshot.table
    segments = segments_of(snapshot, row, issue)
    lead, text = headline(snapshot, issue, segments) if segments else ("", "States no stance")
    words = [f"since {since_in_words(table.dates[table.since[row]])}", TRACKS[table.track[row]].value]
    if table.until[row] != NONE:
        words.append(f"until {table.dates[table.until[row]].text}")
    if table.confidence[row] != NONE:
        words.append(f"{CONFIDENCES[table.confidence[row]]} confidence")
    return HistoryEntry(
        ref=table.ref[row],
        headline=f"{lead.capitalize()} {text[:1].lower()}{text[1:]}" if lead else text,
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
        place = f", {reference.place}" if reference.place else ""
        links.append(Link(f"{printed_name(source)}{place} ({source.reliability})", "sources", (source.code,)))
    if snapshot.source_not_shown[row]:
        links.append(Link(SOURCE_NOT_SHOWN))
    return tuple(links) or (Link(NO_SOURCE),)


def printed_name(source: Source) -> str:
    """Return how a source may be named: its attribution, or its kind where none may be printed."""
    return source.attribution or f"{source.kind}, not named"
