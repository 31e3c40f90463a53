from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import wraps
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from db.case_file import create_case, open_case
from tests.db.test_reading import meaning
from ui.app import make_window
from ui.commandline.building import filling, sample_plan
from ui.desktop.reading import Reading
from ui.desktop.window import MainWindow
from ui.kept import KeptCases
from ui.theme.hub import ThemeHub
from workbench.ports import CaseStore, ChangeSet, Operation


class FileOpener:
    """Cases in a folder of the test."""

    def __init__(self, folder: Path, sample: Path) -> None:
        self.folder, self._sample = folder, sample
        self.keeping = KeptCases()

    def new(self, path: Path) -> CaseStore:
        return create_case(path)

    def open(self, path: Path, passphrase: str | None = None, *, read_only: bool = False) -> CaseStore:
        secret = passphrase or self.keeping.passphrase(path)
        store = open_case(path, passphrase=secret, read_only=read_only, beside_others=read_only)
        self.keeping.remember(path, secret if store.is_protected else None)
        return store

    def write_copy(self, path: Path, fill: Operation, passphrase: str | None = None) -> None:
        create_case(path, fill=fill, passphrase=passphrase, signed=False).close()

    def sample(self) -> CaseStore:
        path = self.folder / "sample.positions"
        if not path.exists():
            shutil.copy(self._sample, path)
        return open_case(path)


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.positions"
    create_case(path, fill=filling(sample_plan())).close()
    return path


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def opener(tmp_path: Path, sample_file: Path) -> FileOpener:
    return FileOpener(tmp_path, sample_file)


@pytest.fixture(autouse=True)
def what_is_told_is_what_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is done in a test: the case that is shown then is the one that is kept."""
    after = Reading.after

    @wraps(after)
    def checked(reading: Reading, done: ChangeSet, *, is_new: bool) -> Reading:
        found = after(reading, done, is_new=is_new)
        assert meaning(found._columns) == meaning(found._store.read())
        return found

    monkeypatch.setattr(Reading, "after", checked)


ShowWindow = Callable[..., MainWindow]


@pytest.fixture
def show(qtbot: QtBot, theme_hub: ThemeHub, settings: QSettings, opener: FileOpener) -> Iterator[ShowWindow]:
    """Show a window on a store, on the sample where none is given, or on nothing."""
    assert theme_hub.zoom == 1.0
    windows: list[MainWindow] = []

    def shown(store: CaseStore | None = None, *, empty: bool = False) -> MainWindow:
        window = make_window(opener, None if empty else store or opener.sample(), settings)
        windows.append(window)
        # nobody is there to answer for what a test left unrecorded
        qtbot.addWidget(window, before_close_func=MainWindow.leave_at_once)
        window.resize(1600, 1000)
        window.show()
        with qtbot.waitActive(window):
            window.activateWindow()
        return window

    yield shown
    for window in windows:
        if isValid(window):  # a window that was closed may be gone already
            window.leave_at_once()


@pytest.fixture
def window(show: ShowWindow) -> MainWindow:
    return show()
