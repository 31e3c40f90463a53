"""Controls that flow: on one line where they fit, and those that belong together on a line of their own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.desktop.lenses.parties_flow import FlowLayout

WIDTH, ACROSS = 100, 10


class Control(QWidget):
    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 20)


@pytest.mark.parametrize(
    ("width", "together", "lines"),
    [
        (540, False, [5]),
        (539, False, [4, 1]),
        (430, True, [2, 3]),
        (330, True, [2, 3]),
        (220, True, [2, 2, 1]),
        (540, True, [5]),
    ],
)
def test_what_belongs_together_begins_a_line_where_not_all_of_it_fits(
    qtbot: QtBot, width: int, together: bool, lines: list[int]
) -> None:
    body = QWidget()
    qtbot.addWidget(body)
    flow = FlowLayout(body, ACROSS, ACROSS)
    controls = [Control() for _number in range(5)]
    for place, control in enumerate(controls):
        if place == 2 and together:
            flow.keep_rest_together()
        flow.addWidget(control)
    body.resize(width, 400)
    body.show()
    tops = [control.y() for control in controls]
    assert [tops.count(top) for top in sorted(set(tops))] == lines
    assert flow.heightForWidth(width) == 20 * len(lines) + ACROSS * (len(lines) - 1)
    controls[1].hide()  # what is not seen takes no room
    qtbot.waitUntil(lambda: flow.sizeHint().width() == 4 * WIDTH + 3 * ACROSS)
