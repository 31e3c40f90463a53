"""Screens that are there for everyone: preferences, lists line by line, the period, help, names by policy."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.actions.ids import ActionId
from ui.desktop.case_page import CasePage
from ui.desktop.help import pages_dialog
from ui.desktop.preferences.window import PreferencesWindow
from ui.desktop.time_changes import ChangesWindow
from ui.desktop.widgets.list_window import ListWindow
from ui.desktop.window import MainWindow
from ui.tables.changes import DAYS

Scene = Callable[[MainWindow], QWidget | None]


def _page(window: MainWindow) -> CasePage:
    assert window.page is not None
    return window.page


def _preferences(window: MainWindow) -> QWidget:
    session = _page(window).session
    case = (session.snapshot.parties, session.store.path)
    return PreferencesWindow(window.hub, window.settings, case, window)


def _changes_filtered(window: MainWindow) -> QWidget:
    shown = ChangesWindow(_page(window), window.hub)
    shown.filters.choose({"kind": "shifted", "party": "BAK"})
    shown.filters.changed.emit()
    return shown


def _days_of_change(window: MainWindow) -> QWidget:
    shown = ChangesWindow(_page(window), window.hub)
    shown.forms.buttons[DAYS].click()
    return shown


def _names(names: str) -> Scene:
    def scene(window: MainWindow) -> None:
        _page(window).session.set_names(names)

    return scene


def _found_in_texts(window: MainWindow) -> None:
    window.finding.open_palette()
    window.finding.palette.line.setText("signed point")


def _day(text: str, name: ActionId = ActionId.GO_TO_DAY) -> Scene:
    def scene(window: MainWindow) -> None:
        window.registry.action(name).trigger()
        if text:
            window.times.card.line.setText(text)
            window.times.card.line.textEdited.emit(text)

    return scene


def _no_day(window: MainWindow) -> None:
    _day("3/4/2022")(window)
    QApplication.sendEvent(
        window.times.card.line,
        QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
    )


EVERYONE_SCENES: dict[str, Scene] = {
    "preferences": _preferences,
    "changes": lambda window: ChangesWindow(_page(window), window.hub),
    "changes-filtered": _changes_filtered,
    "changes-days": _days_of_change,
    "list": lambda window: ListWindow(_page(window), window.hub),
    "help": lambda window: pages_dialog(window.hub, window),
    "time-day": _day(""),
    "time-day-typed": _day("March 2022"),
    "time-day-event": _day("lachin"),
    "time-day-wrong": _no_day,
    "time-compare": _day("", ActionId.COMPARE_DAY),
    "find-in-texts": _found_in_texts,
    "names-both": _names("both"),
    "names-baku": _names("BAK"),
    "names-neutral": _names("neutral"),
}
"""On the sample; the last one leaves it as it was."""
