"""What stands beside the stances of a position: salience, time, confidence, limits, readings."""

from __future__ import annotations

import math

from workbench.analysis.standing import Standing
from workbench.domain.vocabulary import Agenda, TimePressure
from workbench.readmodels.inspector_types import Fact, Link
from workbench.snapshot import Snapshot

_TIME = {
    TimePressure.URGENT: "time presses",
    TimePressure.WAITING_HELPS: "waiting helps",
    TimePressure.NEUTRAL: "time is neutral",
}


def party_facts(standing: Standing, party: int, row: int) -> list[Fact]:
    """Return the facts of a position (row), each leading to its record."""
    snapshot = standing.snapshot
    label = snapshot.parties[party].label
    link = Link("", "positions", (snapshot.table.ref[row],))
    facts = [Fact(f"{label}: {heading}", text, link) for heading, text in _texts(snapshot, row) if text]
    weighed = _weighed(snapshot, row)
    return [Fact(label, weighed, link), *facts] if weighed else facts


def _weighed(snapshot: Snapshot, row: int) -> str:
    position = snapshot.position(row)
    words = []
    if position.salience is not None:
        words.append(f"salience {plain_number(position.salience)} of 100")
    if position.time_pressure:
        words.append(_TIME[position.time_pressure])
    if position.confidence:
        words.append(f"{position.confidence} confidence")
    if position.agenda and position.agenda is not Agenda.ON_AGENDA:
        words.append(f"agenda: {position.agenda}")
    return ", ".join(words)


def _texts(snapshot: Snapshot, row: int) -> list[tuple[str, str]]:
    position = snapshot.position(row)
    readings = " or: ".join(position.competing_readings)
    return [
        ("what they say", position.statement),
        ("why", position.interest),
        ("who can move the limit", position.limit_owner),
        ("competing readings", readings),
    ]


def plain_number(number: float) -> str:
    """Return a number without needless decimals."""
    return str(int(number)) if math.isfinite(number) and number == int(number) else str(number)
