"""Cells, rows and columns at work: folded, together, pasted, withdrawn, dragged; records of every kind."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from tests.ui.desktop.dragging import take
from ui.desktop.case_page import CasePage
from ui.desktop.view_state import Selection
from ui.desktop.window import MainWindow
from workbench.operations.pasting import table_of_text

Scene = Callable[[MainWindow], QWidget | None]

_CELLS = (("lachin", "BAK"), ("lachin", "YER"), ("blockade", "BAK"), ("blockade", "YER"))


def _page(window: MainWindow) -> CasePage:
    assert window.page is not None
    return window.page


def _select_block(window: MainWindow) -> None:
    _page(window).session.select(Selection("lachin", ("BAK", "YER"), others=_CELLS[2:]))


def _folded(window: MainWindow) -> None:
    session = _page(window).session
    session.fold("ARM", folded=True)
    session.select(Selection("status", ("YER", "STP"), "ARM"))


def _several(window: MainWindow) -> None:
    _select_block(window)
    _page(window).desk.change_several(_CELLS[:2])


def _withdrawn(window: MainWindow) -> None:
    _select_block(window)
    _page(window).desk.withdraw(_CELLS)


def _pasted(text: str) -> Scene:
    def scene(window: MainWindow) -> None:
        _select_block(window)
        _page(window).desk.paste(table_of_text(text), "BAK", "lachin")

    return scene


def _dragged(window: MainWindow) -> None:
    matrix = _page(window).matrix
    port = matrix.port()
    assert port is not None
    start, end = port.title_rect(0), port.title_rect(2)
    take(matrix.viewport(), start.center().toPoint(), end.topLeft().toPoint() + QPoint(40, 4))


def _record(table: str, *key: str) -> Scene:
    def scene(window: MainWindow) -> None:
        _page(window).desk.open_record(table, key)

    return scene


EDITING_SCENES: dict[str, Scene] = {
    "positions-folded": _folded,
    "positions-block": _select_block,
    "positions-dragged": _dragged,
    "cells-several": _several,
    "cells-withdrawn": _withdrawn,
    "cells-pasted": _pasted("Russian checkpoints\tInternational inspectors\nOpen at once, no conditions\t"),
    "cells-pasted-faulty": _pasted("Russian checkpoints\tWhatever they like"),
    "group": _record("groups", "TRI"),
    "influence": _record("influences", "BAK", "STP", "2022-12-12"),
    "judgement": _record("judgements", "j-talks"),
    "case": lambda window: _page(window).desk.open_case(),
}
"""On the sample, by the name of the picture."""
