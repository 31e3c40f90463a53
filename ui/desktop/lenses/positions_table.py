"""The Positions lens as a table of texts: issues down, parties across, the room at the end."""

from __future__ import annotations

from collections.abc import Iterator

from ui.desktop.lenses.lens import Captured, TableOfTexts, untold
from ui.desktop.matrix_block import words_of
from ui.paint.marks import marks_of
from ui.paint.room_words import aside_of, meeting_of
from ui.words import said, translate
from workbench.ports import Progress
from workbench.readmodels.matrix_types import PositionCell, RoomSummary
from workbench.readmodels.positions import PositionsModel
from workbench.readmodels.wording import commas


def capture_positions(model: PositionsModel) -> Captured:
    """Take hold of what is seen of the matrix."""
    return Captured(lambda tell: positions_table(model, tell))


def positions_table(model: PositionsModel, progress: Progress = untold) -> TableOfTexts:
    """Return what stands in the cells with its marks, one line an issue, in the order of the baskets."""
    headings = (
        translate("lenses", "Basket"),
        translate("lenses", "Issue"),
        translate("lenses", "Time presses for"),
        translate("lenses", "Waiting helps"),
        *(column.label for column in model.columns),
        translate("lenses", "Room"),
        translate("lenses", "Where they meet"),
        translate("lenses", "Beside"),
    )
    rows = [
        (
            basket,
            model.rows[number].title,
            commas(model.rows[number].pressed),
            commas(model.rows[number].waiting),
            *(_told(model.cell(number, place)) for place in range(len(model.columns))),
            *_room(model.room(number)),
        )
        for basket, number in _told_rows(model, progress)
    ]
    return TableOfTexts(headings, tuple(rows))


def _told_rows(model: PositionsModel, progress: Progress) -> Iterator[tuple[str, int]]:
    """Yield the issues as they stand, each with its basket, and tell how far it has come."""
    rows = [(basket.title, number) for basket in model.baskets for number in basket.rows]
    for done, row in enumerate(rows):
        progress(done, len(rows), translate("Saving", "Reading what is seen"))
        yield row


def _told(cell: PositionCell) -> str:
    """Return what a cell shows in words, its marks in brackets behind."""
    marks = commas(said(mark) for mark in marks_of(cell))
    return f"{words_of(cell)} [{marks}]" if marks else words_of(cell)


def _room(room: RoomSummary | None) -> tuple[str, str, str]:
    """Return the level of the room, where they meet, and what stands beside it."""
    if room is None:
        return "", "", ""
    is_open = translate("lenses", "open question") if room.is_open else ""
    beside = " · ".join(part for part in (is_open, aside_of(room)) if part)
    return said(room.level), meeting_of(room), beside
