"""Which key leads from one cell of a grid to which."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ui.paint.pair_matrix_frame import Place
from ui.paint.pair_matrix_geometry import GridGeometry

_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}


def place_after(
    event: QKeyEvent, before: Place | None, geometry: GridGeometry, page: int, *, from_right: bool = False
) -> Place | None:
    """Return where a key leads, none where it means nothing here.

    Home and End go to the ends of a row; with Ctrl to the first and the last row.

    Parameters
    ----------
    event : QKeyEvent
        The key.
    before : (int, int) or None
        The cell that has the keyboard.
    geometry : GridGeometry
        The grid.
    page : int
        How many rows a page has.
    from_right : bool
        Whether the first column stands at the right.
    """
    key = Qt.Key(event.key())
    is_there = geometry.rows and geometry.columns
    if not is_there or key not in {*_STEPS, *_PAGES, *_ENDS}:
        return None
    if before is None:
        return (0, 0)
    row, column = before
    if key in _ENDS:
        with_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        end = _ENDS[key]
        return (end % geometry.rows, column) if with_ctrl else (row, end % geometry.columns)
    down, across = _STEPS.get(key, (_PAGES.get(key, 0) * page, 0))
    return _within(geometry, row + down, column - across if from_right else column + across)


def _within(geometry: GridGeometry, row: int, column: int) -> Place:
    return min(max(row, 0), geometry.rows - 1), min(max(column, 0), geometry.columns - 1)
