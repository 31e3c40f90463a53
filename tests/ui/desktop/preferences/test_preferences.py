"""Preferences: declared once, kept, applied at once, and back to how the program comes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QComboBox, QDialogButtonBox
from pytestqt.qtbot import QtBot

from tests.ui.desktop.conftest import ShowWindow
from tests.ui.desktop.doing import page_of
from ui.actions.ids import ActionId
from ui.desktop.preferences import settings as known
from ui.desktop.preferences.days import day_style
from ui.desktop.preferences.settings import Setting
from ui.desktop.preferences.window import PreferencesWindow
from ui.desktop.window import MainWindow
from workbench.domain.party import Party
from workbench.operations.records import PutRecord
from workbench.readmodels.wording import day_in_words, say_days

DAY = date(2023, 3, 20)


@pytest.fixture(autouse=True)
def days_as_they_were() -> Iterator[None]:
    yield
    say_days()


def preferences(qtbot: QtBot, window: MainWindow) -> PreferencesWindow:
    qtbot.keyClick(page_of(window).matrix, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    dialog = window.preferences.dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def choose(qtbot: QtBot, dialog: PreferencesWindow, setting: Setting[object], value: object) -> None:
    """Choose with the keys, as somebody would who sees the list."""
    box = dialog.choices[setting.key].box
    assert isinstance(box, QComboBox)
    wanted = box.findData(str(value))
    assert wanted >= 0
    box.setFocus()
    for _step in range(abs(wanted - box.currentIndex())):
        qtbot.keyClick(box, Qt.Key.Key_Down if wanted > box.currentIndex() else Qt.Key.Key_Up)


def test_every_setting_has_one_key_and_a_default_that_can_stand() -> None:
    assert len({own.key for own in known.SETTINGS}) == len(known.SETTINGS)
    for own in known.SETTINGS:
        assert own.parse(str(own.default)) == own.default


@pytest.mark.parametrize("own", known.SETTINGS, ids=lambda own: own.key)
@pytest.mark.parametrize("kept", ["", "nonsense " * 20, "-7", "1e9", "nan"])
def test_what_cannot_stand_is_the_default_again(settings: QSettings, own: Setting[object], kept: str) -> None:
    settings.setValue(own.key, kept)
    value = own.read(settings)
    assert own.parse(str(value)) == value
    if own not in (known.NAMES, known.AUTHOR):
        assert value == own.default


@given(st.sampled_from(known.SETTINGS), st.text(max_size=20))
def test_nothing_that_cannot_stand_is_kept(own: Setting[object], text: str) -> None:
    kept = QSettings("", QSettings.Format.InvalidFormat)
    try:
        own.write(kept, text)
    except ValueError:
        with pytest.raises(ValueError, match=r".*"):
            own.parse(text)


def test_theme_and_size_hold_at_once_and_are_kept(qtbot: QtBot, window: MainWindow) -> None:
    dialog = preferences(qtbot, window)
    choose(qtbot, dialog, known.THEME, "high-contrast")
    assert window.hub.theme.key == "high-contrast"
    assert window.registry.action(ActionId.THEME_HIGH_CONTRAST).isChecked()
    choose(qtbot, dialog, known.ZOOM, 1.5)
    assert window.hub.zoom == 1.5
    assert (known.THEME.read(window.settings), known.ZOOM.read(window.settings)) == ("high-contrast", 1.5)


def test_the_theme_of_the_system_is_light_or_dark(qtbot: QtBot, window: MainWindow) -> None:
    dialog = preferences(qtbot, window)
    choose(qtbot, dialog, known.THEME, known.SYSTEM)
    assert window.hub.theme.key in ("light", "dark")
    assert window.registry.action(ActionId.THEME_SYSTEM).isChecked()


def test_what_a_menu_switches_is_shown_in_the_window_of_preferences(qtbot: QtBot, window: MainWindow) -> None:
    dialog = preferences(qtbot, window)
    window.registry.action(ActionId.THEME_DARK).trigger()
    window.registry.action(ActionId.ZOOM_IN).trigger()
    assert dialog.choices[known.THEME.key].value() == "dark"
    assert dialog.choices[known.ZOOM.key].value() == "1.1"


def test_days_are_written_as_chosen_everywhere(qtbot: QtBot, window: MainWindow) -> None:
    dialog = preferences(qtbot, window)
    strip = page_of(window).strip
    assert strip.day_button.text() == "20 March 2023"
    choose(qtbot, dialog, known.DATES, "iso")
    assert strip.day_button.text() == day_in_words(DAY) == "2023-03-20"
    assert day_style("words")(DAY) == "20 March 2023"


def test_the_lock_follows_the_same_setting_as_the_menu(qtbot: QtBot, window: MainWindow) -> None:
    dialog = preferences(qtbot, window)
    choose(qtbot, dialog, known.LOCK_AFTER, 5)
    assert window.locking.minutes == 5
    assert window.registry.action(ActionId.LOCK_AFTER_5).isChecked()


def test_the_pace_of_playing_holds_while_it_plays(qtbot: QtBot, window: MainWindow) -> None:
    player = page_of(window).strip.player
    window.registry.action(ActionId.PLAY_FASTER).trigger()
    assert known.PACE.read(window.settings) == 10
    assert player._seconds == 10
    dialog = preferences(qtbot, window)
    choose(qtbot, dialog, known.PACE, 60)
    assert player._seconds == 60


def test_the_name_chosen_stands_in_the_history(qtbot: QtBot, window: MainWindow) -> None:
    session = page_of(window).session
    dialog = preferences(qtbot, window)
    usual = next(iter(session.store.history(newest_first=True))).author
    dialog.author.line.setFocus()
    qtbot.keyClicks(dialog.author.line, "A. Mediator")
    qtbot.keyClick(dialog.author.line, Qt.Key.Key_Tab)
    assert session.perform(PutRecord(Party("NEW", "New"))) is not None
    assert next(iter(session.store.history(newest_first=True))).author == "A. Mediator"
    dialog.restore()
    assert session.perform(PutRecord(Party("NEWER", "Newer"))) is not None
    assert next(iter(session.store.history(newest_first=True))).author == usual


def test_the_folder_of_backups_is_shown(qtbot: QtBot, window: MainWindow) -> None:
    dialog = preferences(qtbot, window)
    assert dialog.folder.text() == f"{page_of(window).session.store.path}.backups"


def test_defaults_come_back(qtbot: QtBot, window: MainWindow) -> None:
    dialog = preferences(qtbot, window)
    choose(qtbot, dialog, known.THEME, "dark")
    choose(qtbot, dialog, known.DATES, "iso")
    back = dialog.buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults)
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert window.hub.theme.key == "light"
    assert page_of(window).strip.day_button.text() == "20 March 2023"
    assert all(own.read(window.settings) == own.default for own in known.SETTINGS)


def test_minutes_are_counted_as_the_language_counts(qtbot: QtBot, window: MainWindow) -> None:
    box = preferences(qtbot, window).choices[known.LOCK_AFTER.key].box
    assert [box.itemText(place) for place in range(2)] == [
        "Never by itself",
        "When nobody was there for 5 minutes",
    ]


def test_preferences_open_without_a_case(show: ShowWindow) -> None:
    window = show(empty=True)
    window.registry.action(ActionId.PREFERENCES).trigger()
    dialog = window.preferences.dialog
    assert dialog is not None
    assert ".backups" in dialog.folder.text()
