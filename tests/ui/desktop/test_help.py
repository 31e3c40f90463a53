"""Help, the list of shortcuts, and what the program is made of."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import version
from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from resources.files import resource
from tests.ui.desktop.doing import texts
from ui.actions.catalogue import CATALOGUE
from ui.actions.registry import shown_keys
from ui.desktop.help import about_dialog, licence_dialog, pages_dialog, shortcuts_dialog
from ui.desktop.help_parts import fonts, libraries
from ui.theme.hub import ThemeHub

ROOT = Path(__file__).parents[3]


def test_every_library_of_the_project_is_named_with_version_and_licence() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {re.split(r"[<>=!~ ]", own)[0].replace("_", "-").casefold() for own in project["dependencies"]}
    named = {own.name.replace("_", "-").casefold(): own for own in libraries()}
    assert wanted <= set(named)
    for name in wanted:
        assert named[name].version == version(name)
    assert all(own.version and own.licence for own in named.values())
    assert "LGPL-3.0-only" in named["pyside6-essentials"].licence


def test_every_font_that_is_brought_is_named_with_its_licence() -> None:
    files = {path.stem.partition("-")[0] for path in resource("fonts").iterdir() if path.suffix != ".txt"}
    named = {own.name.replace(" ", "") for own in fonts()}
    assert named == files - {"README.md", "README"}
    assert all(
        "SIL Open Font License" in own.text.replace("OPEN FONT LICENSE", "Open Font License")
        for own in fonts()
    )
    assert next(own.version for own in fonts() if own.name == "Inter").startswith("3.")


def test_every_action_with_keys_is_in_the_list(qtbot: QtBot, theme_hub: ThemeHub) -> None:
    dialog = shortcuts_dialog(theme_hub)
    qtbot.addWidget(dialog)
    shown = "\n".join(texts(dialog))
    for spec in CATALOGUE:
        if spec.shortcuts:
            assert spec.plain_label in shown
            assert all(keys in shown for keys in shown_keys(spec))


def test_help_explains_every_sign_and_the_dates(qtbot: QtBot, theme_hub: ThemeHub) -> None:
    dialog = pages_dialog(theme_hub)
    qtbot.addWidget(dialog)
    shown = "\n".join(texts(dialog))
    for word in ("bridgeable", "red line", "presumed", "about March 2022", "Declared and assessed"):
        assert word in shown


def test_a_licence_is_shown_whole(qtbot: QtBot, theme_hub: ThemeHub) -> None:
    inter = next(own for own in fonts() if own.name == "Inter")
    dialog = licence_dialog(theme_hub, inter)
    qtbot.addWidget(dialog)
    assert inter.text in [label.text() for label in dialog.findChildren(QLabel)]


def test_about_names_the_version(qtbot: QtBot, theme_hub: ThemeHub) -> None:
    dialog = about_dialog(theme_hub)
    qtbot.addWidget(dialog)
    assert f"Version {version('position-workbench')}" in "\n".join(texts(dialog))
