"""Dressing the application: once, again, larger, and every painter hears of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.theme.apply import apply_theme
from ui.theme.dress import join_segments, set_box, set_invalid, set_kind, set_surface, set_text, settle
from ui.theme.hub import ThemeHub
from ui.theme.icons import app_icon, icon, icon_names, pixmap
from ui.theme.roles import Role
from ui.theme.stylesheet import stylesheet
from ui.theme.theme import bundled_theme, theme_keys


def _image(name: str) -> str:
    return f"/icons/{name}.svg"


def test_the_palette_follows_the_theme(qapp: QApplication, theme_hub: ThemeHub) -> None:
    for key in theme_keys():
        theme = bundled_theme(key)
        theme_hub.use(theme)
        assert qapp.palette().color(QPalette.ColorRole.Window) == theme.colour(Role.WINDOW)
        assert qapp.palette().color(QPalette.ColorRole.Highlight) == theme.colour(Role.SELECTION)
        assert theme.css(Role.PANEL) in qapp.styleSheet()


def test_there_is_one_hub(qapp: QApplication, theme_hub: ThemeHub) -> None:
    assert apply_theme(qapp, bundled_theme("dark")) is theme_hub
    assert theme_hub.theme.key == "dark"


def test_painters_hear_of_each_change_once(theme_hub: ThemeHub, qtbot: QtBot) -> None:
    heard: list[str] = []
    listening = theme_hub.changed.connect(lambda: heard.append(theme_hub.theme.key))
    theme_hub.use(bundled_theme("dark"))
    theme_hub.use(bundled_theme("dark"))
    theme_hub.use(zoom=1.5)
    theme_hub.use(zoom=1.5)
    theme_hub.disconnect(listening)
    assert heard == ["dark", "dark"]


def test_zoom_makes_text_and_controls_larger(qapp: QApplication, theme_hub: ThemeHub, qtbot: QtBot) -> None:
    button = QPushButton("Present")
    qtbot.addWidget(button)
    button.show()
    small = button.sizeHint()
    theme_hub.use(zoom=2.0)
    assert qapp.font().pixelSize() == 26
    assert button.sizeHint().height() >= 1.9 * small.height()


@pytest.mark.parametrize("key", theme_keys())
def test_the_style_sheet_is_filled_in(key: str) -> None:
    text = stylesheet(bundled_theme(key), 1.0, _image)
    assert "${" not in text
    assert text.count("{") == text.count("}")
    known = {bundled_theme(key).css(role) for role in Role}
    assert set(re.findall(r"#[0-9a-fA-F]{6}", text)) <= known


def test_indicators_of_the_style_sheet_exist(qapp: QApplication, theme_hub: ThemeHub) -> None:
    paths = re.findall(r'url\("([^"]+)"\)', qapp.styleSheet())
    assert paths
    assert all(Path(path).is_file() for path in paths)


@pytest.mark.parametrize("name", icon_names())
def test_every_icon_draws_in_the_colour_asked_for(qapp: QApplication, name: str) -> None:
    image = pixmap(name, QColor("#C00000"), 48).toImage()
    seen = [
        image.pixelColor(x, y) for x in range(48) for y in range(48) if image.pixelColor(x, y).alpha() == 255
    ]
    assert len(seen) > 20
    assert {colour.name() for colour in seen} == {"#c00000"}


def test_an_icon_is_fainter_when_disabled(qapp: QApplication) -> None:
    theme = bundled_theme("light")
    made = icon("undo", theme)
    drawn = {mode: made.pixmap(16, mode).toImage() for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled)}
    assert drawn[QIcon.Mode.Normal] != drawn[QIcon.Mode.Disabled]


def test_the_program_has_an_icon(qapp: QApplication) -> None:
    assert not app_icon().pixmap(64, 64).isNull()
    assert qapp.windowIcon().availableSizes() == app_icon().availableSizes()


def test_parts_are_drawn_as_said(theme_hub: ThemeHub, qtbot: QtBot) -> None:
    theme = theme_hub.theme
    panel = QWidget()
    qtbot.addWidget(panel)
    set_surface(panel, "panel")
    note = QLabel("Give a day such as 2023-03-12.")
    set_box(note, "error")
    title = QLabel("Baku")
    set_text(title, "title", "muted")
    primary = QPushButton("Save")
    set_kind(primary, "primary")
    layout = QVBoxLayout(panel)
    for widget in (note, title, primary):
        layout.addWidget(widget)
    panel.resize(300, 200)
    panel.show()
    image = panel.grab().toImage()
    assert image.pixelColor(2, 2) == theme.colour(Role.PANEL)
    assert image.pixelColor(note.geometry().center().x(), note.y() + 4) == theme.colour(Role.ERROR)
    assert image.pixelColor(primary.x() + 8, primary.geometry().center().y()) == theme.colour(Role.ACCENT)
    assert title.font().pixelSize() == 16
    assert title.palette().color(QPalette.ColorRole.WindowText) == theme.colour(Role.TEXT_MUTED)


def test_an_invalid_field_is_marked_and_unmarked(theme_hub: ThemeHub, qtbot: QtBot) -> None:
    field = QLabel()
    qtbot.addWidget(field)
    set_invalid(field, invalid=True)
    assert field.property("invalid") == "true"
    set_invalid(field, invalid=False)
    assert field.property("invalid") is None


@pytest.mark.parametrize(
    ("count", "places"), [(1, ["only"]), (2, ["first", "last"]), (3, ["first", "middle", "last"])]
)
def test_segments_know_their_place(theme_hub: ThemeHub, qtbot: QtBot, count: int, places: list[str]) -> None:
    buttons = [QPushButton(str(number)) for number in range(count)]
    for button in buttons:
        qtbot.addWidget(button)
    join_segments(buttons)
    assert [button.property("segment") for button in buttons] == places


def test_rows_of_a_nested_list_do_not_overlap(theme_hub: ThemeHub, qtbot: QtBot) -> None:
    outer = QWidget()
    qtbot.addWidget(outer)
    view = QListWidget()
    settle(view)
    view.addItems(["Baku", "Yerevan", "Stepanakert"])
    QVBoxLayout(outer).addWidget(view)
    outer.show()
    rows = [view.visualItemRect(view.item(row)) for row in range(3)]
    assert rows[0].bottom() < rows[1].top()
    assert rows[1].bottom() < rows[2].top()
    assert rows[0].height() >= 22
