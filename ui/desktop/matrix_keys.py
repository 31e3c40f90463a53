"""Which key leads from one cell of the matrix to which."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ui.desktop.matrix_selection import Chosen, chosen, extended, moved_down, moved_sideways
from ui.paint.matrix import ROOM
from ui.paint.port import MatrixPort

_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


def choice_after(event: QKeyEvent, before: Chosen | None, port: MatrixPort) -> Chosen | None:
    """Return where a key leads, none where it means nothing here."""
    key = Qt.Key(event.key())
    order = [band.row for band in port.geometry.bands if band.row is not None]
    if not order or key not in {*_SIDEWAYS, *_DOWN, *_PAGES, Qt.Key.Key_Home, Qt.Key.Key_End}:
        return None
    if before is None:
        return chosen(order[0], 0 if port.geometry.columns else ROOM)
    if key in _SIDEWAYS:
        return _sideways(event, before, _SIDEWAYS[key], port.geometry.columns)
    if key in _DOWN:
        return moved_down(before, _DOWN[key], order)
    if key in _PAGES:
        return moved_down(before, _PAGES[key] * _rows_of_page(port), order)
    return _to_end(event, before, order, port.geometry.columns)


def _sideways(event: QKeyEvent, before: Chosen, step: int, columns: int) -> Chosen:
    after = moved_sideways(before, step, columns)
    is_range = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    return extended(before, after.current) if is_range and after.current != ROOM else after


def _to_end(event: QKeyEvent, before: Chosen, order: list[int], columns: int) -> Chosen:
    is_start = event.key() == Qt.Key.Key_Home
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return moved_down(before, -len(order) if is_start else len(order), order)
    return moved_sideways(before, -columns - 1 if is_start else columns + 1, columns)


def _rows_of_page(port: MatrixPort) -> int:
    seen = port.geometry.bands_between(port.scroll_y, port.scroll_y + port.rows_space)
    return max(sum(band.row is not None for band in seen) - 2, 1)
