"""What stands beside the stances of a position: salience, time, confidence, limits, readings."""

from __future__ import annotations

import math

from workbench.analysis.standing import Standing
from workbench.domain.saying import figure, marked, translate
from workbench.domain.vocabulary import Agenda, TimePressure
from workbench.readmodels.cells import agenda_words, confidence_words
from workbench.readmodels.inspector_types import Fact, Link
from workbench.readmodels.wording import commas
from workbench.snapshot import Snapshot

_TIME = {
    TimePressure.URGENT: marked("PartyFacts", "time presses"),
    TimePressure.WAITING_HELPS: marked("PartyFacts", "waiting helps"),
    TimePressure.NEUTRAL: marked("PartyFacts", "time is neutral"),
}


def party_facts(standing: Standing, party: int, row: int) -> list[Fact]:
    """Return the facts of a position (row), each leading to its record."""
    snapshot = standing.snapshot
    label = snapshot.parties[party].label
    link = Link("", "positions", (snapshot.table.ref[row],))
    facts = [Fact(heading.format(party=label), text, link) for heading, text in _texts(snapshot, row) if text]
    weighed = _weighed(snapshot, row)
    return [Fact(label, weighed, link), *facts] if weighed else facts


def _weighed(snapshot: Snapshot, row: int) -> str:
    position = snapshot.position(row)
    words = []
    if position.salience is not None:
        salience = translate("PartyFacts", "salience {number} of 100")
        words.append(salience.format(number=plain_number(position.salience)))
    if position.time_pressure:
        words.append(translate("PartyFacts", _TIME[position.time_pressure]))
    if position.confidence:
        words.append(confidence_words(position.confidence))
    if position.agenda and position.agenda is not Agenda.ON_AGENDA:
        words.append(agenda_words(position.agenda))
    return commas(words)


def _texts(snapshot: Snapshot, row: int) -> list[tuple[str, str]]:
    position = snapshot.position(row)
    readings = translate("PartyFacts", " or: ", "between competing readings").join(
        position.competing_readings
    )
    return [
        (translate("PartyFacts", "{party}: what they say"), position.statement),
        (translate("PartyFacts", "{party}: why"), position.interest),
        (translate("PartyFacts", "{party}: who can move the limit"), position.limit_owner),
        (translate("PartyFacts", "{party}: competing readings"), readings),
    ]


def plain_number(number: float) -> str:
    """Return a number without needless decimals."""
    if not math.isfinite(number):
        return str(number)
    decimals = len(str(number).partition(".")[2].rstrip("0")) if number != int(number) else 0
    return figure(number, decimals)
