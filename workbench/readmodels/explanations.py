"""Why a figure is what it is, in plain words, for the window, the brief and the command line alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workbench.analysis.changes import CellChange
from workbench.analysis.demands import Demand, DemandCell, DemandTable, Relation, Trade
from workbench.analysis.distance import Weights
from workbench.analysis.explain import (
    DistanceExplanation,
    DistancePart,
    Flip,
    OptionTried,
    RoomExplanation,
)
from workbench.analysis.standing import Standing
from workbench.columns import TRACKS
from workbench.domain.level import Level
from workbench.domain.vocabulary import Stance
from workbench.readmodels.histories import source_links
from workbench.readmodels.party_facts import plain_number
from workbench.readmodels.room_words import room_sentences
from workbench.readmodels.wording import (
    NO_POSITION,
    PRESUMED,
    count_in_words,
    listing,
    since_in_words,
    stance_verb,
)
from workbench.snapshot import Snapshot

FLIPS = "A single stance that would change it"
"""Heading of what would flip a room."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some lines of an explanation under one heading; there is always at least one line."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a figure is what it is.

    `summary` says it in a sentence or two; `parts` lead down to positions and sources.
    """

    title: str
    summary: tuple[str, ...]
    parts: tuple[Part, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """Everything, line by line, as plain text."""
        under = (
            line for part in self.parts for line in (f"{part.heading}:", *(f"  {own}" for own in part.lines))
        )
        return (self.title, *self.summary, *under)


def room_in_words(standing: Standing, explanation: RoomExplanation) -> Explanation:
    """Return why a room is what it is."""
    cell = explanation.cell
    snapshot = standing.snapshot
    who = listing(_label(snapshot, party) for party in cell.parties)
    parts = (
        ("Options tried", (_tried(snapshot, cell.issue, own) for own in explanation.tried)),
        (FLIPS, flip_sentences(snapshot, explanation)),
        ("Positions it rests on", (_position(snapshot, row) for row in explanation.rows)),
    )
    title = f"{cell.level.mark} {cell.level}: {who} on {snapshot.issues[cell.issue].title}"
    return Explanation(title, room_sentences(standing, cell), _parts(parts))


def distance_in_words(standing: Standing, explanation: DistanceExplanation) -> Explanation:
    """Return why a distance is what it is."""
    snapshot = standing.snapshot
    first, second = (_label(snapshot, party) for party in explanation.parties)
    value, count = explanation.distance.value, explanation.distance.issues
    figure = "unknown" if value is None else f"{value:.3f}"
    unstated = sum(part.unstated for part in explanation.parts)
    weighed = "by salience" if explanation.weights is Weights.SALIENCE else "all alike"
    summary = [f"Rests on {count_in_words(count, 'issue', 'issues')}, weighed {weighed}."]
    if unstated:
        summary.append(f"{count_in_words(unstated, 'stance is', 'stances are')} unstated.")
    parts = (
        (
            "Issue by issue, what adds most first",
            (_distance_part(snapshot, own) for own in explanation.parts),
        ),
        ("Left out: not both hold a position that can be compared", _titles(snapshot, explanation.left_out)),
    )
    return Explanation(f"Distance of {first} and {second}: {figure}", tuple(summary), _parts(parts))


def demand_in_words(table: DemandTable, cell: DemandCell) -> Explanation:
    """Return why two demands lie to one another as they do."""
    one, other = table.demands[cell.first], table.demands[cell.second]
    snapshot = table.standing.snapshot
    lines = [_toward(table, cell.first, cell.second), _toward(table, cell.second, cell.first)]
    on_stances = cell.relation not in (Relation.SAME, Relation.RIVAL)
    parts = (
        ("Stances toward the other’s demand", lines if one.issue != other.issue and on_stances else []),
        ("Barred", (_barring(snapshot, own.party) for own in cell.barred_by)),
        ("Positions it rests on", (_position(snapshot, demand.row) for demand in (one, other))),
    )
    title = f"{str(cell.relation).capitalize()}: {_demand(snapshot, one)}; {_demand(snapshot, other)}"
    return Explanation(title, (), _parts(parts))


def change_in_words(snapshot: Snapshot, change: CellChange) -> str:
    """Return what became of a position: *Yerevan on Status (assessed): hardened; fell: “…”*."""
    options = snapshot.issue_options(change.issue)
    own = change.change
    said = (
        ("rose", own.rose),
        ("fell", own.fell),
        ("no longer stated", own.no_longer_stated),
    )
    details = [
        f"{word}: {listing(f'“{options[option].label}”' for option in numbers)}"
        for word, numbers in said
        if numbers
    ]
    about = f"{_label(snapshot, change.party)} on {snapshot.issues[change.issue].title} ({change.track})"
    return "; ".join([f"{about}: {own.kind}", *details])


def trade_question(table: DemandTable, trade: Trade) -> str:
    """Return a possible trade as a question, with what each demand is worth to the party that asks."""
    snapshot = table.standing.snapshot
    one, other = table.demands[trade.cell.first], table.demands[trade.cell.second]
    ours, theirs = _label(snapshot, one.party), _label(snapshot, other.party)
    given = zip((ours, theirs), trade.saliences, strict=True)
    worth = [f"{label} {plain_number(salience)}" for label, salience in given if salience is not None]
    return (
        f"Could {ours} live with “{_option(snapshot, other)}” ({snapshot.issues[other.issue].title}) "
        f"if {theirs} could live with “{_option(snapshot, one)}” ({snapshot.issues[one.issue].title})?"
        f"{' Salience of what each asks for: ' + ', '.join(worth) + '.' if worth else ''}"
    )


def _parts(parts: Iterable[tuple[str, Iterable[str]]]) -> tuple[Part, ...]:
    found = (Part(heading, tuple(lines)) for heading, lines in parts)
    return tuple(part for part in found if part.lines)


def _label(snapshot: Snapshot, party: int) -> str:
    return snapshot.parties[party].label


def _titles(snapshot: Snapshot, issues: tuple[int, ...]) -> list[str]:
    return [snapshot.issues[issue].title for issue in issues]


def _tried(snapshot: Snapshot, issue: int, own: OptionTried) -> str:
    label = snapshot.issue_options(issue)[own.option].label
    said = [party for party in own.decided_by if party not in own.unstated]
    silent = [party for party in own.decided_by if party in own.unstated]
    clauses = []
    if said:
        verb = stance_verb(Stance(own.worst), snapshot.issues[issue].kind)
        clauses.append(f"{listing(_label(snapshot, party) for party in said)}: {verb} it")
    if silent:
        clauses.append(f"{listing(_label(snapshot, party) for party in silent)}: {PRESUMED}")
    return f"“{label}”, at worst {_stance(own.worst, snapshot, issue)} ({'; '.join(clauses)})"


def _stance(value: int, snapshot: Snapshot, issue: int) -> str:
    return Stance(value).reading(snapshot.issues[issue].kind)


def flip_sentences(snapshot: Snapshot, explanation: RoomExplanation) -> Iterator[str]:
    """Yield which single stance would change a room, what lifts it most first."""
    issue = explanation.cell.issue
    options = snapshot.issue_options(issue)
    for flip in sorted(explanation.nearest_flips, key=_best_first):
        before = "unstated" if flip.before is None else _stance(flip.before, snapshot, issue)
        level = Level.of(flip.room)
        yield (
            f"{level.mark} {level}, were {_label(snapshot, flip.party)} on “{options[flip.option].label}” "
            f"at “{_stance(flip.after, snapshot, issue)}” (now: {before})"
        )


def _best_first(flip: Flip) -> tuple[int, int]:
    return -flip.room, flip.step


def _position(snapshot: Snapshot, row: int) -> str:
    table = snapshot.table
    party = _label(snapshot, int(table.party[row]))
    issue = snapshot.issues[table.issue[row]].title
    since = since_in_words(table.dates[table.since[row]])
    sources = "; ".join(link.text for link in source_links(snapshot, row))
    return f"{party} on {issue}, {TRACKS[table.track[row]]} since {since} ({table.ref[row]}): {sources}"


def _distance_part(snapshot: Snapshot, part: DistancePart) -> str:
    unstated = f", {part.unstated} unstated" if part.unstated else ""
    return (
        f"{snapshot.issues[part.issue].title}: {part.distance:.3f} apart, weight {part.weight:g}, "
        f"adds {part.share:.3f}{unstated}"
    )


def _option(snapshot: Snapshot, demand: Demand) -> str:
    return snapshot.issue_options(demand.issue)[demand.option].label


def _demand(snapshot: Snapshot, demand: Demand) -> str:
    return f"{_label(snapshot, demand.party)} asks for “{_option(snapshot, demand)}”"


def _toward(table: DemandTable, one: int, other: int) -> str:
    snapshot = table.standing.snapshot
    stance, presumed = table.stance(one, other)
    demand = table.demands[other]
    said = (
        NO_POSITION if stance is None else PRESUMED if presumed else _stance(stance, snapshot, demand.issue)
    )
    return f"{_label(snapshot, table.demands[one].party)} on “{_option(snapshot, demand)}”: {said}"


def _barring(snapshot: Snapshot, party: str) -> str:
    """Return whose linkage bars: *barred by logic*, *barred by Baku’s condition*."""
    if not party:
        return "barred by logic"
    return f"barred by {snapshot.parties[snapshot.party_index(party)].label}’s condition"
