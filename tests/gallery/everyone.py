"""Screens that are there for everyone: preferences, lists line by line, the period, help, names by policy."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.desktop.case_page import CasePage
from ui.desktop.help import pages_dialog
from ui.desktop.preferences.window import PreferencesWindow
from ui.desktop.time_changes import ChangesWindow
from ui.desktop.widgets.list_window import ListWindow
from ui.desktop.window import MainWindow

Scene = Callable[[MainWindow], QWidget | None]


def _page(window: MainWindow) -> CasePage:
    assert window.page is not None
    return window.page


def _preferences(window: MainWindow) -> QWidget:
    session = _page(window).session
    case = (session.snapshot.parties, session.store.path)
    return PreferencesWindow(window.hub, window.settings, case, window)


def _names(names: str) -> Scene:
    def scene(window: MainWindow) -> None:
        _page(window).session.set_names(names)

    return scene


def _found_in_texts(window: MainWindow) -> None:
    window.finding.open_palette()
    window.finding.palette.line.setText("signed point")


EVERYONE_SCENES: dict[str, Scene] = {
    "preferences": _preferences,
    "changes": lambda window: ChangesWindow(_page(window), window.hub),
    "list": lambda window: ListWindow(_page(window), window.hub),
    "help": lambda window: pages_dialog(window.hub, window),
    "find-in-texts": _found_in_texts,
    "names-both": _names("both"),
    "names-baku": _names("BAK"),
    "names-neutral": _names("neutral"),
}
"""On the sample; the last one leaves it as it was."""
