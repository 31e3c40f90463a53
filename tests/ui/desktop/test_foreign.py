"""Every screen of the gallery in a foreign language: nothing seen, read out or painted stays in English.

The case is in Georgian letters, the program speaks between marks, and only what stands in a file of
translations: a text that no translator sees is seen here in Latin letters.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import gettempdir
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from db.case_file import create_case, open_case
from tests.foreign import Foreign, chunks_of, codes_of, in_georgian, left_in_english, texts_of
from tests.gallery import drawing, scenes
from tests.gallery.scenes import Scene
from tests.translating import keys, read_all
from ui.commandline.building import filling, sample_plan
from ui.desktop.brief_dialog import BriefDialog
from ui.desktop.help_parts import fonts, libraries
from ui.desktop.window import MainWindow
from ui.paint.text import TextCache
from ui.theme.hub import ThemeHub
from workbench import PROGRAM_NAME
from workbench.operations.copying import FillCopy
from workbench.ports import CaseStore

GALLERY = Path(drawing.__file__).parent
AT_ONCE = 9
LANGUAGES = ("English", "Armenian", "Azerbaijani", "français")
"""Names that Qt gives, and those that a language has for itself."""
MADE_UP = {
    "import-preview": {"osce-talks-2023-02-18-d", "team", "Talk"},
    "safety-held": {"South Caucasus is open", "Close it there"},
    "safety-backups": {"South Caucasus-2023-03-20T120400.000000Z"},
    "case": {"Compiled from"},
}
"""What scenes put together, and what tables hold as they hold it."""
_FOLDER = re.compile(rf"{re.escape(gettempdir())}/\S+/")
"""Where the files of a test lie."""
BY_THEIR_ENGLISH = {"menu-file", "menu-edit", "menu-view", "menu-time"}
"""Scenes that look for a menu by its name; every action is looked at below."""
GROUPS = {
    "sample": scenes.CASE_SCENES,
    "empty": scenes.EMPTY_SCENES,
    "none": scenes.BARE_SCENES,
}


def bunches() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the scenes, a few of one group at a time: a window serves them all."""
    for group, own in GROUPS.items():
        names = [name for name in own if name not in BY_THEIR_ENGLISH]
        for start in range(0, len(names), AT_ONCE):
            yield group, tuple(names[start : start + AT_ONCE])


@cache
def known() -> frozenset[tuple[str, str, str]]:
    return frozenset(keys(read_all()[0]))


@cache
def constants_of_scenes() -> frozenset[str]:
    texts: set[str] = set()
    for path in GALLERY.glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found = (own.value for own in ast.walk(tree) if isinstance(own, ast.Constant))
        texts |= {text for text in found if isinstance(text, str)}
    return frozenset(texts)


@cache
def said_by_scenes() -> frozenset[str]:
    """What scenes make up, as what somebody typed, a store would say, or a table holds."""
    texts = set(constants_of_scenes())
    for path in (GALLERY / "tables").rglob("*.*"):
        texts |= set(re.findall(r"[\w-]+", path.read_text(encoding="utf-8")))
    texts |= {text for part in (*libraries(), *fonts()) for text in (part.name, part.detail)}
    return frozenset(chunk for text in texts for chunk in chunks_of(text))


@pytest.fixture(scope="session")
def georgian_file(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, frozenset[str]]:
    folder = tmp_path_factory.mktemp("georgian")
    with create_case(folder / "plain.positions", fill=filling(sample_plan())) as store:
        case = in_georgian(store.read_case())
    path = folder / "kartuli.positions"
    create_case(path, fill=FillCopy(case), signed=False).close()
    return path, codes_of(case)


@pytest.fixture
def foreign(qapp: QApplication) -> Iterator[Foreign]:
    translator = Foreign(known())
    qapp.installTranslator(translator)
    yield translator
    qapp.removeTranslator(translator)


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Return what is painted by hand, as it is before anything is cut."""
    found: set[str] = set()
    lay_out, draw = TextCache.set, QPainter.drawText

    def laid_out(self: TextCache, text: str, *rest: Any) -> Any:
        found.add(text)
        return lay_out(self, text, *rest)

    def drawn(self: QPainter, *what: Any) -> Any:
        found.update(own for own in what if isinstance(own, str))
        return draw(self, *what)

    monkeypatch.setattr(TextCache, "set", laid_out)
    monkeypatch.setattr(QPainter, "drawText", drawn)
    return found


class Opener(drawing.Opener):
    """Copies of the Georgian case."""

    def __init__(self, folder: Path, sample: Path) -> None:
        super().__init__(folder)
        self._sample = sample

    def open(self, path: Path, passphrase: str | None = None, *, read_only: bool = False) -> CaseStore:
        return open_case(path, passphrase=passphrase, read_only=read_only)


def stored(group: str, opener: Opener) -> CaseStore | None:
    if group == "none":
        return None
    return opener.empty() if group == "empty" else opener.sample()


def made(hub: ThemeHub, opener: Opener, store: CaseStore | None, folder: Path) -> MainWindow:
    settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    window = MainWindow(opener, hub, settings)
    window.resize(1600, 1000)
    if store is not None:
        window.show_case(store)
    window.show()
    window.activateWindow()
    return window


def in_latin(root: QWidget, painted: set[str], data: frozenset[str]) -> set[str]:
    """Return what is seen below a widget, or was painted, that is neither translated nor data."""
    seen = {*texts_of(root), *(("painted", text) for text in painted)}
    seen = {own for own in seen if own[0] != "WrappedList" or not isinstance(root, BriefDialog)}
    without_folder = ((kind, _FOLDER.sub("", text)) for kind, text in seen)
    return {f"{kind}: {left}" for kind, text in without_folder if (left := left_in_english(text, data))}


def looked_at(
    qtbot: QtBot, scene: Scene, window: MainWindow, painted: set[str], data: frozenset[str]
) -> set[str]:
    """Bring about a scene, look, and put everything away again."""
    painted.clear()
    shown = scene(window)
    if shown is not None:
        shown.show()
    qtbot.wait(120)
    (shown or window).grab()
    found = in_latin(shown or window, painted, data)
    if shown is not None and not isinstance(shown, QMenu) and shown is not window:
        shown.close()
        if isValid(shown):
            shown.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    drawing._reset(window)
    return found


@pytest.mark.parametrize(
    ("group", "names"), list(bunches()), ids=lambda own: own[0] if type(own) is tuple else own
)
def test_nothing_stays_in_english(
    qtbot: QtBot,
    theme_hub: ThemeHub,
    foreign: Foreign,
    painted: set[str],
    georgian_file: tuple[Path, frozenset[str]],
    tmp_path: Path,
    group: str,
    names: tuple[str, ...],
) -> None:
    path, codes = georgian_file
    opener = Opener(tmp_path, path)
    data = codes | said_by_scenes() | {PROGRAM_NAME, path.stem, "case-", *LANGUAGES}
    window = made(theme_hub, opener, stored(group, opener), tmp_path)
    qtbot.addWidget(window)
    qtbot.wait(150)
    found = {
        name: looked_at(qtbot, GROUPS[group][name], window, painted, data | MADE_UP.get(name, set()))
        for name in names
    }
    window.close()
    left = sorted({f"{text}   ({name})" for name, own in found.items() for text in own})
    assert not left, "\n".join(left)
    missed = {text: own for text, own in foreign.missed.items() if text not in constants_of_scenes()}
    assert missed == {}
