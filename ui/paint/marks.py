"""The small signs of a cell: how it moved, on what it rests, for whom time presses."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath

from ui.paint.shapes import (
    arc_arrow,
    barred,
    disc,
    fill_sign,
    letter,
    polygon,
    ring,
    stroked,
    tile,
)
from ui.theme.roles import Role
from ui.theme.theme import Theme
from workbench.domain.saying import marked
from workbench.domain.vocabulary import TimePressure, Track
from workbench.readmodels.matrix_types import Movement, PositionCell


class Mark(StrEnum):
    """A sign in a cell; the value is what the legend says."""

    URGENT = marked("Mark", "urgent")
    WAITING = marked("Mark", "waiting helps")
    HARDENED = marked("Mark", "hardened")
    SOFTENED = marked("Mark", "softened")
    SHIFTED = marked("Mark", "shifted")
    NEW = marked("Mark", "new")
    WITHDRAWN = marked("Mark", "withdrawn")
    NEWLY_ASSESSED = marked("Mark", "newly assessed")
    NO_LONGER_ASSESSED = marked("Mark", "no longer assessed")
    ASSESSED = marked("Mark", "assessed")
    REVIEW = marked("Mark", "to review")
    JUDGED = marked("Mark", "judged")
    OFF_AGENDA = marked("Mark", "not on its agenda")
    DIVIDED = marked("Mark", "members differ")


_MOVEMENTS = {
    Movement.HARDENED: Mark.HARDENED,
    Movement.SOFTENED: Mark.SOFTENED,
    Movement.SHIFTED: Mark.SHIFTED,
    Movement.NEW: Mark.NEW,
    Movement.WITHDRAWN: Mark.WITHDRAWN,
    Movement.NEWLY_ASSESSED: Mark.NEWLY_ASSESSED,
    Movement.NO_LONGER_ASSESSED: Mark.NO_LONGER_ASSESSED,
}
_PRESSURES = {TimePressure.URGENT: Mark.URGENT, TimePressure.WAITING_HELPS: Mark.WAITING}
_ROLES = {
    Mark.URGENT: Role.MARK_URGENT,
    Mark.WAITING: Role.MARK_WAITING,
    Mark.HARDENED: Role.MARK_CHANGE,
    Mark.SOFTENED: Role.MARK_CHANGE,
    Mark.SHIFTED: Role.MARK_CHANGE,
    Mark.NEW: Role.MARK_CHANGE,
    Mark.WITHDRAWN: Role.MARK_CHANGE,
    Mark.NEWLY_ASSESSED: Role.MARK_ASSESSED,
    Mark.NO_LONGER_ASSESSED: Role.MARK_ASSESSED,
    Mark.ASSESSED: Role.MARK_ASSESSED,
    Mark.REVIEW: Role.MARK_REVIEW,
    Mark.JUDGED: Role.MARK_JUDGED,
    Mark.OFF_AGENDA: Role.MARK_AGENDA,
    Mark.DIVIDED: Role.MARK_REVIEW,
}


def marks_of(cell: PositionCell) -> tuple[Mark, ...]:
    """Return the signs of a cell, what changed first."""
    found = (
        _MOVEMENTS.get(cell.movement) if cell.movement else None,
        _PRESSURES.get(cell.pressure) if cell.pressure else None,
        Mark.ASSESSED if _is_plainly_assessed(cell) else None,
        Mark.REVIEW if cell.review else None,
        Mark.JUDGED if cell.judged else None,
        Mark.OFF_AGENDA if cell.agenda else None,
        Mark.DIVIDED if cell.divided else None,
    )
    return tuple(mark for mark in found if mark)


def _is_plainly_assessed(cell: PositionCell) -> bool:
    return cell.track is Track.ASSESSED and cell.movement is not Movement.NEWLY_ASSESSED


def draw_mark(painter: QPainter, mark: Mark, rect: QRectF, theme: Theme) -> None:
    """Draw a sign into a square."""
    fill_sign(painter, mark_path(mark), rect, theme.colour(_ROLES[mark]))


def mark_path(mark: Mark) -> QPainterPath:
    """Return the outline of a sign in a square of side 1."""
    return _paths()[mark]


@cache
def _paths() -> dict[Mark, QPainterPath]:
    level, upright = ((0.12, 0.5), (0.88, 0.5)), ((0.5, 0.12), (0.5, 0.88))
    rising = ((0.0, 1.0), (1.0, 0.0))
    return {
        Mark.URGENT: disc(0.36),
        Mark.WAITING: ring(0.32, 0.13),
        Mark.HARDENED: polygon((0.5, 0.1), (0.96, 0.9), (0.04, 0.9)),
        Mark.SOFTENED: polygon((0.04, 0.1), (0.96, 0.1), (0.5, 0.9)),
        Mark.SHIFTED: polygon((0.5, 0.02), (0.98, 0.5), (0.5, 0.98), (0.02, 0.5)),
        Mark.NEW: stroked(0.17, level, upright),
        Mark.WITHDRAWN: stroked(0.17, level),
        Mark.NEWLY_ASSESSED: tile().subtracted(letter("a", 0.86)),
        Mark.NO_LONGER_ASSESSED: letter("a").united(stroked(0.12, rising)),
        Mark.ASSESSED: letter("a"),
        Mark.REVIEW: arc_arrow(),
        Mark.JUDGED: letter("J", 0.95),
        Mark.OFF_AGENDA: barred(ring(0.38, 0.12)),
        Mark.DIVIDED: stroked(0.16, ((0.5, 1.0), (0.5, 0.56), (0.12, 0.14)), ((0.5, 0.56), (0.88, 0.14))),
    }
