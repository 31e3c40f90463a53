"""Long work in the thread of the window lets the window answer, tells how far it is, and can be given up."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter, sleep

from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from ui.desktop.widgets.gradual import Gradual


def steps(count: int, seconds: float = 0.0) -> Iterator[int]:
    for number in range(1, count + 1):
        sleep(seconds)
        yield number


def test_short_work_is_over_at_once_and_told_once(qtbot: QtBot) -> None:
    told: list[int] = []
    parent = QObject()
    Gradual(told.append, parent, clock=perf_counter).start(steps(50))
    assert told == [50]


def test_the_window_answers_while_long_work_goes_on(qtbot: QtBot) -> None:
    told: list[int] = []
    gaps, last = [], [perf_counter()]

    def tick() -> None:
        gaps.append(perf_counter() - last[0])
        last[0] = perf_counter()

    parent = QObject()
    timer = QTimer(parent, interval=0)
    timer.timeout.connect(tick)
    gradual = Gradual(told.append, parent, clock=perf_counter)
    gradual.start(steps(120, 0.002))
    timer.start()
    last[0] = perf_counter()
    qtbot.waitUntil(lambda: told[-1] == 120)
    timer.stop()
    assert told == sorted(told)
    assert len(told) > 5
    assert len(gaps) > 5
    assert sorted(gaps)[len(gaps) // 2] < 0.05


def test_other_work_takes_the_place_of_what_went_on(qtbot: QtBot) -> None:
    told: list[int] = []
    parent = QObject()
    gradual = Gradual(told.append, parent, clock=perf_counter)
    gradual.start(steps(1000, 0.002))
    assert told[-1] < 1000
    gradual.start(iter((5000,)))
    assert told[-1] == 5000
    gradual.start(steps(1000, 0.002))
    gradual.stop()
    length = len(told)
    qtbot.wait(60)
    assert len(told) == length
