"""Garbage waits until nobody does anything."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from weakref import ref

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ui.desktop import tidying
from ui.desktop.tidying import Tidying


class Knot:
    """Names itself, so that only a look through what is there finds it."""

    def __init__(self) -> None:
        self.own = self


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(tidying, "monotonic", clock)
    return clock


@pytest.fixture
def field(qtbot: QtBot) -> QLineEdit:
    field = QLineEdit()
    qtbot.addWidget(field)
    with qtbot.waitExposed(field):
        field.show()
    return field


@pytest.fixture
def shown() -> list[object]:
    return [Knot()]


@pytest.fixture
def tidy(field: QLineEdit, shown: list[object], clock: Clock) -> Iterator[Tidying]:
    assert clock
    before = gc.get_threshold()
    tidy = Tidying(field, lambda: shown[-1])
    yield tidy
    tidy.stop()
    assert gc.get_threshold() == before
    assert gc.get_freeze_count() == 0


def old_knot() -> ref[Knot]:
    """Return garbage that has been there for a while."""
    knot = Knot()
    gc.collect(1)
    return ref(knot)


def test_nothing_is_looked_for_while_somebody_types(tidy: Tidying, field: QLineEdit, clock: Clock) -> None:
    knot = old_knot()
    clock.now += 60
    QTest.keyClick(field.windowHandle(), Qt.Key.Key_A)
    assert field.text() == "a"
    tidy.look()
    assert knot() is not None
    clock.now += 3
    tidy.look()
    assert knot() is None


def test_what_stays_is_looked_through_again_only_when_there_is_time(
    tidy: Tidying, field: QLineEdit, clock: Clock
) -> None:
    clock.now += 3
    kept = Knot()
    knot = ref(kept)
    tidy.look()
    assert gc.get_freeze_count() > 0
    del kept
    clock.now += 3
    tidy.look()
    assert knot() is not None
    QTest.keyClick(field.windowHandle(), Qt.Key.Key_A)
    clock.now += 61
    tidy.look()
    assert knot() is None


def test_nothing_is_looked_for_while_a_dialog_has_the_keyboard(
    qtbot: QtBot, tidy: Tidying, field: QLineEdit, clock: Clock
) -> None:
    dialog = QLineEdit()
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    knot = old_knot()
    clock.now += 60
    tidy.look()
    assert knot() is not None
    dialog.close()
    with qtbot.waitActive(field):
        field.activateWindow()
    tidy.look()
    assert knot() is None


def test_another_case_lets_go_of_the_one_before(tidy: Tidying, shown: list[object], clock: Clock) -> None:
    clock.now += 3
    tidy.look()
    before = ref(shown.pop())
    shown.append(Knot())
    clock.now += 3
    tidy.look()
    assert before() is None
