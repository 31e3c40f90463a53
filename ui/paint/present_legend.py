"""What the signs mean: below a page, or on one of its own where the room is so large that it needs one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from ui.paint.canvas import Canvas
from ui.paint.legend import (
    EITHER,
    HELD,
    MARKS,
    ROOM_SIGNS,
    STANCES,
    Either,
    Held,
    Legend,
    RoomSign,
    draw_legend,
)
from ui.paint.marks import marks_of
from ui.paint.present_frame import Entries
from workbench.domain.vocabulary import Stance
from workbench.readmodels.presenting import PresentModel


@dataclass(frozen=True, slots=True)
class LegendBody:
    """The page on which nothing but the legend stands."""

    legend: Legend

    @property
    def height(self) -> float:
        """How much space it takes."""
        return self.legend.height

    @property
    def is_whole(self) -> bool:
        """Whether nothing of it was cut: never."""
        return True

    def draw(self, canvas: Canvas, body: QRectF) -> None:
        """Draw it into a space."""
        draw_legend(canvas, QPointF(body.x(), body.y()), self.legend)


def stances_in(model: PresentModel) -> Entries:
    """Return the stances that are seen on a day."""
    used = {
        stance
        for row in model.rows
        for column in range(len(model.columns))
        for stance in model.cell(row, column).segments
    }
    return tuple((stance, text) for stance, text in STANCES if stance in used)


def as_of_rows(legend: Entries, model: PresentModel, rows: Sequence[int]) -> Entries:
    """Return a legend in the words of some rows: facts and norms are held, without room."""
    kinds = {model.issue(row).kind.is_negotiable for row in rows}
    if kinds == {False}:
        return said_as(HELD, tuple(entry for entry in legend if not isinstance(entry[0], RoomSign)))
    return said_as(EITHER, legend) if len(kinds) > 1 else legend


def said_as(words: Sequence[tuple[Held | Either, str]], legend: Entries) -> Entries:
    """Return a legend with stances in other words."""
    found = {own.stance: (own, text) for own, text in words}
    return tuple(found[sign] if isinstance(sign, Stance) else (sign, text) for sign, text in legend)


def marks_in(model: PresentModel) -> Entries:
    """Return the marks that are seen on a day."""
    used = {
        mark
        for row in model.rows
        for column in range(len(model.columns))
        for mark in marks_of(model.cell(row, column))
    }
    return tuple((mark, text) for mark, text in MARKS if mark in used)


def room_signs_in(model: PresentModel) -> Entries:
    """Return what stands beside a level somewhere on a day."""
    rooms = (model.room(row) for row in model.rows)
    return ROOM_SIGNS if any(room is not None and room.is_open for room in rooms) else ()
