"""Which key leads from one cell of the matrix to which."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from ui.desktop.matrix_selection import (
    Chosen,
    chosen,
    chosen_cells,
    extended,
    moved_down,
    moved_sideways,
)
from ui.paint.matrix import ROOM
from ui.paint.port import MatrixPort

_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_ENDS = (Qt.Key.Key_Home, Qt.Key.Key_End)


def rows_in_order(port: MatrixPort) -> list[int]:
    """Return the rows in the order in which they stand, one under the other."""
    return [band.row for band in port.geometry.bands if band.row is not None]


def choice_after(
    event: QKeyEvent, before: Chosen | None, port: MatrixPort, *, from_right: bool = False
) -> Chosen | None:
    """Return where a key leads, none where it means nothing here; parties may stand from the right."""
    order, columns = rows_in_order(port), port.geometry.columns
    if not order:
        return None
    if event.matches(QKeySequence.StandardKey.SelectAll):
        return _everything(before, order, columns)
    if Qt.Key(event.key()) not in {*_SIDEWAYS, *_DOWN, *_PAGES, *_ENDS}:
        return None
    if before is None:
        return chosen(order[0], 0 if columns else ROOM)
    after = _moved(event, before, port, order, from_right=from_right)
    is_range = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    if is_range and ROOM not in (before.current, after.current):
        return extended(before, (after.row, after.current), order)
    return after


def _everything(before: Chosen | None, order: list[int], columns: int) -> Chosen | None:
    if not columns:
        return None
    current = (order[0], 0) if before is None or before.is_room else (before.row, before.current)
    return chosen_cells(((row, column) for row in order for column in range(columns)), current, current)


def _moved(
    event: QKeyEvent, before: Chosen, port: MatrixPort, order: list[int], *, from_right: bool
) -> Chosen:
    key, columns = Qt.Key(event.key()), port.geometry.columns
    if key in _SIDEWAYS:
        return moved_sideways(before, -_SIDEWAYS[key] if from_right else _SIDEWAYS[key], columns)
    if key in _DOWN:
        return moved_down(before, _DOWN[key], order)
    if key in _PAGES:
        return moved_down(before, _PAGES[key] * _rows_of_page(port), order)
    return _to_end(event, before, order, columns)


def _to_end(event: QKeyEvent, before: Chosen, order: list[int], columns: int) -> Chosen:
    is_start = event.key() == Qt.Key.Key_Home
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return moved_down(before, -len(order) if is_start else len(order), order)
    is_range = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    if is_range and not is_start:
        return chosen(before.row, columns - 1)
    return moved_sideways(before, -columns - 1 if is_start else columns + 1, columns)


def _rows_of_page(port: MatrixPort) -> int:
    seen = port.geometry.bands_between(port.scroll_y, port.scroll_y + port.rows_space)
    return max(sum(band.row is not None for band in seen) - 2, 1)
