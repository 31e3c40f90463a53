"""Why two demands lie to one another as they do, and what two parties could trade."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.analysis.demands import Demand, DemandCell, Relation
from workbench.analysis.trading import Trade, trade_of, trade_pairs
from workbench.columns import NONE
from workbench.domain.saying import at_start, translate
from workbench.readmodels.demands_lens import DemandsModel
from workbench.readmodels.demands_words import marked_relation, relation_sentence
from workbench.readmodels.explanations import (
    RESTS_ON,
    TOWARD,
    bare_trade_question,
    barred_by,
    demand_in_words,
)
from workbench.readmodels.inspector import linkage_sentence
from workbench.readmodels.inspector_types import Fact, FactList, Inspection, Link
from workbench.readmodels.party_facts import plain_number
from workbench.readmodels.wording import clauses, commas, full, listing, no_position, on_day


def inspect_demands(model: DemandsModel, row: int, column: int) -> Inspection:
    """Return what there is to say of a cell of demands against demands."""
    numbers = model.rows[row], model.columns[column]
    one, other = (model.table.demands[number] for number in numbers)
    cell = model.cell(row, column)
    snapshot = model.snapshot
    labels = tuple(dict.fromkeys(snapshot.parties[own.party].label for own in (one, other)))
    return Inspection(
        title=_title(cell),
        subtitle=on_day(listing(labels), model.standing.day),
        level=None,
        sentences=_sentences(model, row, column, cell),
        parties=labels,
        sections=tuple(section for section in _sections(model, cell) if section.facts),
    )


def _title(cell: DemandCell | None) -> str:
    if cell is None:
        return translate("Demands", "Demands of one party")
    return marked_relation(cell.relation)


def _sentences(model: DemandsModel, row: int, column: int, cell: DemandCell | None) -> tuple[str, ...]:
    asked = model.row(row).sentence, model.column(column).sentence
    if cell is None:
        return tuple(dict.fromkeys(asked))
    words = at_start(relation_sentence(cell.relation))
    barred = [barred_by(model.snapshot, own.party) for own in cell.barred_by]
    if barred:
        text = translate("Demands", "{relation_in_words}: {barred_by}.")
        return (*asked, text.format(relation_in_words=words, barred_by=listing(barred)))
    return (*asked, full(words))


def _sections(model: DemandsModel, cell: DemandCell | None) -> Iterator[FactList]:
    if cell is None:
        return
    one, other = (model.table.demands[number] for number in (cell.first, cell.second))
    lines = {part.heading: part.lines for part in demand_in_words(model.table, cell).parts}
    toward = ((one, other), (other, one))
    stances, rests_on = translate("Explanation", TOWARD), translate("Explanation", RESTS_ON)
    yield FactList(
        stances,
        tuple(
            Fact("", line, _standing_link(model, own.party, their.issue))
            for line, (own, their) in zip(lines.get(stances, ()), toward, strict=False)
        ),
    )
    yield FactList(translate("Demands", "Barred"), tuple(_barred(model, cell)))
    yield FactList(translate("Demands", "Salience"), tuple(_saliences(model, one, other)))
    refs = (model.snapshot.table.ref[own.row] for own in (one, other))
    yield FactList(
        rests_on,
        tuple(
            Fact("", line, Link("", "positions", (ref,)))
            for line, ref in zip(lines.get(rests_on, ()), refs, strict=False)
        ),
    )


def _standing_link(model: DemandsModel, party: int, issue: int) -> Link | None:
    row = int(model.standing.rows[party, issue])
    return None if row == NONE else Link("", "positions", (model.snapshot.table.ref[row],))


def _barred(model: DemandsModel, cell: DemandCell) -> Iterator[Fact]:
    for own in cell.barred_by:
        yield Fact(
            at_start(barred_by(model.snapshot, own.party)),
            linkage_sentence(model.snapshot, own),
            Link("", "linkages", (own.code,)),
        )


def _saliences(model: DemandsModel, one: Demand, other: Demand) -> Iterator[Fact]:
    """Yield what the issues are worth to both parties, where the audience may see it."""
    if not model.snapshot.audience.sees_team_reading:
        return
    for issue in dict.fromkeys((one.issue, other.issue)):
        worth = [
            f"{model.snapshot.parties[party].label}: {salience_word(model, party, issue)}"
            for party in (one.party, other.party)
        ]
        yield Fact(model.snapshot.issues[issue].title, clauses(worth))


def salience_word(model: DemandsModel, party: int, issue: int) -> str:
    """Return what an issue is worth to a party (numbers), or that it is not known."""
    row = int(model.standing.rows[party, issue])
    if row == NONE:
        return no_position()
    given = float(model.snapshot.table.salience[row])
    if math.isnan(given):
        return translate("Demands", "not given")
    return translate("Demands", "{number} of 100").format(number=plain_number(given))


@dataclass(frozen=True, slots=True)
class TradeLine:
    """A possible trade, worded as a question.

    Attributes
    ----------
    row, column : int
        Places of the two demands.
    relation : Relation
        How they lie to one another.
    question : str
        The question.
    stances, saliences : str
        Both stances, and both saliences where the audience may see them.
    """

    row: int
    column: int
    relation: Relation
    question: str
    stances: str
    saliences: str


MOST_TRADES = 300
"""So many are listed; of the others the number is said."""


def trade_lines(model: DemandsModel) -> tuple[tuple[TradeLine, ...], int]:
    """Return what two parties could trade, and how many more there are; nothing unless of two."""
    if model.down is None or model.across is None or not model.is_of_two:
        return (), 0
    found = trade_pairs(model.table, model.down, model.across)
    rows = {number: place for place, number in enumerate(model.rows)}
    columns = {number: place for place, number in enumerate(model.columns)}
    listed = (trade_of(model.standing, model.table, *pair) for pair in found[:MOST_TRADES])
    lines = [_line(model, trade, rows, columns) for trade in listed]
    return tuple(lines), len(found) - len(lines)


def _line(model: DemandsModel, trade: Trade, rows: dict[int, int], columns: dict[int, int]) -> TradeLine:
    ours, theirs = trade.cell.first, trade.cell.second
    if ours not in rows:
        ours, theirs = theirs, ours
    one, other = model.table.demands[ours], model.table.demands[theirs]
    words = {part.heading: part.lines for part in demand_in_words(model.table, trade.cell).parts}
    saliences = ""
    if model.snapshot.audience.sees_team_reading:
        saliences = clauses(
            f"{model.snapshot.issues[issue].title}: " + commas(
                f"{model.snapshot.parties[party].label} {salience_word(model, party, issue)}"
                for party in (one.party, other.party)
            )
            for issue in (one.issue, other.issue)
        )  # fmt: skip
    stances = clauses(words.get(translate("Explanation", TOWARD), ()))
    question = bare_trade_question(model.table, trade)
    return TradeLine(rows[ours], columns[theirs], trade.cell.relation, question, stances, saliences)
