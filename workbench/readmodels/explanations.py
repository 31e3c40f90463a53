"""Why a figure is what it is, in plain words, for the window, the brief and the command line alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workbench.analysis.changes import CellChange
from workbench.analysis.demands import Demand, DemandCell, DemandTable, Relation
from workbench.analysis.distance import Weights
from workbench.analysis.explain import (
    DistanceExplanation,
    DistancePart,
    Flip,
    OptionTried,
    RoomExplanation,
)
from workbench.analysis.standing import Standing
from workbench.analysis.trading import Trade
from workbench.columns import TRACKS
from workbench.domain.level import Level
from workbench.domain.saying import at_start, counted, figure, marked, said, translate
from workbench.domain.vocabulary import Stance
from workbench.readmodels.cells import party_on_issue
from workbench.readmodels.histories import source_links
from workbench.readmodels.party_facts import plain_number
from workbench.readmodels.room_words import room_sentences
from workbench.readmodels.wording import (
    clauses,
    commas,
    listing,
    no_position,
    option_of_issue,
    parties_say,
    presumed,
    quoted,
    since_in_words,
)
from workbench.snapshot import Snapshot

FLIPS = marked("Explanation", "A single stance that would change it")
"""Heading of what would flip a room, in English."""
TOWARD = marked("Explanation", "Stances toward the other’s demand")
RESTS_ON = marked("Explanation", "Positions it rests on")


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
        (
            translate("Explanation", "Options tried"),
            (_tried(snapshot, cell.issue, own) for own in explanation.tried),
        ),
        (translate("Explanation", FLIPS), flip_sentences(snapshot, explanation)),
        (translate("Explanation", RESTS_ON), (_position(snapshot, row) for row in explanation.rows)),
    )
    title = translate("Explanation", "{level}: {parties} on {issue}").format(
        level=cell.level.marked_name, parties=who, issue=snapshot.issues[cell.issue].title
    )
    return Explanation(title, room_sentences(standing, cell), _parts(parts))


def distance_in_words(standing: Standing, explanation: DistanceExplanation) -> Explanation:
    """Return why a distance is what it is."""
    snapshot = standing.snapshot
    first, second = (_label(snapshot, party) for party in explanation.parties)
    value = explanation.distance.value
    title = translate("Explanation", "Distance of {one} and {other}: {distance}").format(
        one=first,
        other=second,
        distance=translate("Explanation", "unknown") if value is None else figure(value, 3),
    )
    parts = (
        (
            translate("Explanation", "Issue by issue, what adds most first"),
            (_distance_part(snapshot, own) for own in explanation.parts),
        ),
        (
            translate("Explanation", "Left out: not both hold a position that can be compared"),
            _titles(snapshot, explanation.left_out),
        ),
    )
    return Explanation(title, tuple(_distance_rests_on(explanation)), _parts(parts))


def _distance_rests_on(explanation: DistanceExplanation) -> Iterator[str]:
    count, unstated = explanation.distance.issues, sum(part.unstated for part in explanation.parts)
    if explanation.weights is Weights.SALIENCE:
        yield counted(
            "Explanation",
            "Rests on %n issues, weighed by salience.",
            "Rests on %n issue, weighed by salience.",
            count,
        )
    else:
        yield counted(
            "Explanation",
            "Rests on %n issues, weighed all alike.",
            "Rests on %n issue, weighed all alike.",
            count,
        )
    if unstated:
        yield counted("Explanation", "%n stances are unstated.", "%n stance is unstated.", unstated)


def demand_in_words(table: DemandTable, cell: DemandCell) -> Explanation:
    """Return why two demands lie to one another as they do."""
    one, other = table.demands[cell.first], table.demands[cell.second]
    snapshot = table.standing.snapshot
    lines = [_toward(table, cell.first, cell.second), _toward(table, cell.second, cell.first)]
    on_stances = cell.relation not in (Relation.SAME, Relation.RIVAL)
    parts = (
        (translate("Explanation", TOWARD), lines if one.issue != other.issue and on_stances else []),
        (translate("Explanation", "Barred"), (barred_by(snapshot, own.party) for own in cell.barred_by)),
        (translate("Explanation", RESTS_ON), (_position(snapshot, demand.row) for demand in (one, other))),
    )
    title = translate("Explanation", "{relation}: {one}; {other}").format(
        relation=at_start(said(cell.relation)), one=_demand(snapshot, one), other=_demand(snapshot, other)
    )
    return Explanation(title, (), _parts(parts))


def change_in_words(snapshot: Snapshot, change: CellChange) -> str:
    """Return what became of a position: *Yerevan on Status (assessed): hardened; fell: “…”*."""
    options = snapshot.issue_options(change.issue)
    own = change.change
    details = (
        (translate("Explanation", "rose: {options}"), own.rose),
        (translate("Explanation", "fell: {options}"), own.fell),
        (translate("Explanation", "no longer stated: {options}"), own.no_longer_stated),
    )
    about = translate("Explanation", "{party} on {issue} ({track}): {change}").format(
        party=_label(snapshot, change.party),
        issue=snapshot.issues[change.issue].title,
        track=said(change.track),
        change=said(own.kind),
    )
    told = (
        text.format(options=listing(quoted(options[option].label) for option in numbers))
        for text, numbers in details
        if numbers
    )
    return clauses([about, *told])


def trade_question(table: DemandTable, trade: Trade) -> str:
    """Return a possible trade as a question, with what each demand is worth to the party that asks."""
    worth = _worth(table, trade)
    question = bare_trade_question(table, trade)
    if not worth:
        return question
    return translate("Explanation", "{question} Salience of what each asks for: {saliences}.").format(
        question=question, saliences=commas(worth)
    )


def bare_trade_question(table: DemandTable, trade: Trade) -> str:
    """Return a possible trade as a question, and nothing else."""
    snapshot = table.standing.snapshot
    one, other = table.demands[trade.cell.first], table.demands[trade.cell.second]
    text = translate(
        "Explanation", "Could {one} live with {asked_of_one} if {other} could live with {asked_of_other}?"
    )
    return text.format(
        one=_label(snapshot, one.party),
        asked_of_one=_asked(snapshot, other),
        other=_label(snapshot, other.party),
        asked_of_other=_asked(snapshot, one),
    )


def _worth(table: DemandTable, trade: Trade) -> list[str]:
    snapshot = table.standing.snapshot
    parties = (table.demands[trade.cell.first].party, table.demands[trade.cell.second].party)
    given = zip(parties, trade.saliences, strict=True)
    return [
        f"{_label(snapshot, party)} {plain_number(salience)}"
        for party, salience in given
        if salience is not None
    ]


def _asked(snapshot: Snapshot, demand: Demand) -> str:
    return option_of_issue(_option(snapshot, demand), snapshot.issues[demand.issue].title)


def _parts(parts: Iterable[tuple[str, Iterable[str]]]) -> tuple[Part, ...]:
    found = (Part(heading, tuple(lines)) for heading, lines in parts)
    return tuple(part for part in found if part.lines)


def _label(snapshot: Snapshot, party: int) -> str:
    return snapshot.parties[party].label


def _titles(snapshot: Snapshot, issues: tuple[int, ...]) -> list[str]:
    return [snapshot.issues[issue].title for issue in issues]


def _tried(snapshot: Snapshot, issue: int, own: OptionTried) -> str:
    kind = snapshot.issues[issue].kind
    spoken = [_label(snapshot, party) for party in own.decided_by if party not in own.unstated]
    silent = [_label(snapshot, party) for party in own.decided_by if party in own.unstated]
    says = [parties_say(Stance(own.worst), kind, spoken)] if spoken else []
    if silent:
        text = translate("Explanation", "{parties}: {presumed_opposed}")
        says.append(text.format(parties=listing(silent), presumed_opposed=presumed()))
    return translate("Explanation", "“{option}”, at worst {stance} ({who})").format(
        option=snapshot.issue_options(issue)[own.option].label,
        stance=_stance(own.worst, snapshot, issue),
        who=clauses(says),
    )


def _stance(value: int, snapshot: Snapshot, issue: int) -> str:
    return Stance(value).reading(snapshot.issues[issue].kind)


def flip_sentences(snapshot: Snapshot, explanation: RoomExplanation) -> Iterator[str]:
    """Yield which single stance would change a room, what lifts it most first."""
    issue = explanation.cell.issue
    options = snapshot.issue_options(issue)
    for flip in sorted(explanation.nearest_flips, key=_best_first):
        text = (
            translate("Explanation", "{level} if {party} were at “{stance}” on “{option}” (now unstated)")
            if flip.before is None
            else translate("Explanation", "{level} if {party} were at “{stance}” on “{option}” (now “{now}”)")
        )
        yield text.format(
            level=Level.of(flip.room).marked_name,
            party=_label(snapshot, flip.party),
            option=options[flip.option].label,
            stance=_stance(flip.after, snapshot, issue),
            now="" if flip.before is None else _stance(flip.before, snapshot, issue),
        )


def _best_first(flip: Flip) -> tuple[int, int]:
    return -flip.room, flip.step


def _position(snapshot: Snapshot, row: int) -> str:
    table = snapshot.table
    text = translate("Explanation", "{party_on_issue}, {track} since {date} ({reference}): {sources}")
    return text.format(
        party_on_issue=party_on_issue(snapshot, int(table.party[row]), int(table.issue[row])),
        track=said(TRACKS[table.track[row]]),
        date=since_in_words(table.dates[table.since[row]]),
        reference=table.ref[row],
        sources=clauses(link.text for link in source_links(snapshot, row)),
    )


def _distance_part(snapshot: Snapshot, part: DistancePart) -> str:
    text = translate("Explanation", "{issue}: {distance} apart, weight {weight}, adds {share}")
    line = text.format(
        issue=snapshot.issues[part.issue].title,
        distance=figure(part.distance, 3),
        weight=plain_number(float(f"{part.weight:g}")),
        share=figure(part.share, 3),
    )
    if not part.unstated:
        return line
    return commas((line, counted("Explanation", "%n unstated", "%n unstated", part.unstated)))


def _option(snapshot: Snapshot, demand: Demand) -> str:
    return snapshot.issue_options(demand.issue)[demand.option].label


def _demand(snapshot: Snapshot, demand: Demand) -> str:
    return translate("Explanation", "{party} asks for “{option}”").format(
        party=_label(snapshot, demand.party), option=_option(snapshot, demand)
    )


def _toward(table: DemandTable, one: int, other: int) -> str:
    snapshot = table.standing.snapshot
    stance, is_presumed = table.stance(one, other)
    demand = table.demands[other]
    return translate("Explanation", "{party} on “{option}”: {stance}").format(
        party=_label(snapshot, table.demands[one].party),
        option=_option(snapshot, demand),
        stance=no_position()
        if stance is None
        else presumed()
        if is_presumed
        else _stance(stance, snapshot, demand.issue),
    )


def barred_by(snapshot: Snapshot, party: str) -> str:
    """Return whose linkage bars: *barred by logic*, *barred by Baku’s condition*."""
    if not party:
        return translate("Explanation", "barred by logic")
    label = snapshot.parties[snapshot.party_index(party)].label
    return translate("Explanation", "barred by {party}’s condition").format(party=label)
