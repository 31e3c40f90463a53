"""The days on which most moved, with what moved and what happened around them."""

from __future__ import annotations

from argparse import Namespace

from ui.commandline.answer import Answer, Data, plain, table
from ui.commandline.reading import basis_of, day_of_option, snapshot_of
from workbench.analysis.courses import Span
from workbench.analysis.distance import Weights
from workbench.analysis.turning_points import (
    NearbyEvent,
    PairStep,
    TurningPoint,
    TurningPointDetail,
    turning_point_detail,
    turning_points,
)
from workbench.ports import CaseStore
from workbench.readmodels.explanations import change_in_words
from workbench.snapshot import Snapshot

MOST_SHOWN = 10


def run_turning_points(store: CaseStore, arguments: Namespace) -> Answer:
    """Answer ``turning-points``."""
    snapshot, basis, weights = snapshot_of(store, arguments), basis_of(arguments), Weights(arguments.weights)
    bounds = (("--from", arguments.from_day), ("--to", arguments.to_day))
    span = Span(*(day_of_option(option, text) if text else None for option, text in bounds))
    points = turning_points(snapshot, basis, weights, span)[:MOST_SHOWN]
    details = [turning_point_detail(snapshot, own.day, basis, weights) for own in points]
    data = {
        "points": [_point(snapshot, *both) for both in zip(points, details, strict=True)],
    }
    columns = ("day", "#moved", "#positions", "events within 30 days", "positions that moved")
    lines = (_line(snapshot, *both) for both in zip(points, details, strict=True))
    title = f"Days on which most moved, {basis.value}, read as {snapshot.audience}"
    return Answer(data, table(title, columns, lines))


def _point(snapshot: Snapshot, point: TurningPoint, detail: TurningPointDetail) -> Data:
    return {
        "day": point.day.isoformat(),
        "movement": plain(point.movement),
        "positions": [change_in_words(snapshot, own) for own in detail.changes],
        "pairs": [_step(snapshot, own) for own in detail.steps],
        "events": [_event(own) for own in detail.events],
    }


def _step(snapshot: Snapshot, step: PairStep) -> Data:
    return {
        "a": snapshot.parties[step.first].code,
        "b": snapshot.parties[step.second].code,
        "before": plain(step.before.value),
        "after": plain(step.after.value),
    }


def _event(nearby: NearbyEvent) -> Data:
    return {"event": nearby.event.code, "title": nearby.event.title, "days": nearby.days}


def _line(snapshot: Snapshot, point: TurningPoint, detail: TurningPointDetail) -> tuple[str, ...]:
    return (
        point.day.isoformat(),
        f"{point.movement:.3f}",
        str(point.cells),
        "; ".join(own.event.title for own in detail.events[:3]),
        "; ".join(change_in_words(snapshot, own) for own in detail.changes),
    )
