"""The window as it is started: on the sample, on a case, on nothing; what it loads, how it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, nullcontext
from pathlib import Path
from time import monotonic
from typing import Any

import platformdirs
import pytest
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

import db.case_file
import ui.app
import ui.crash
import ui.sample_copy
from db.case_file import open_case
from tests.end_to_end.conftest import Run
from tests.sample_case import sample_case
from ui.desktop.opener import CaseOpener
from ui.desktop.window import MainWindow
from workbench.ports import CaseStore, StorageError

ROOT = Path(__file__).parents[2]
LOADED_LATER = ("ui.cli", "rich", "openpyxl", "xlsxwriter", "docx", "typst", "alembic", "sqlalchemy.orm")

Act = Callable[[MainWindow], object]
WithWindow = Callable[[Act], None]


@pytest.fixture
def with_window(monkeypatch: pytest.MonkeyPatch, qapp: QApplication, tmp_path: Path) -> Iterator[WithWindow]:
    """Do something as soon as the window is shown, then close it."""
    original = ui.app.make_window
    names = (qapp.applicationName(), qapp.organizationName())

    def arrange(act: Act) -> None:
        def make(cases: CaseOpener, store: CaseStore | None, _settings: QSettings) -> MainWindow:
            settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
            window = original(cases, store, settings)

            def do() -> None:
                try:
                    act(window)
                finally:
                    window.leave_at_once()

            QTimer.singleShot(0, do)
            return window

        monkeypatch.setattr(ui.app, "make_window", make)

    # The test runner has its own handler of crashes, of which there can be one.
    monkeypatch.setattr(ui.crash, "crashes_kept", lambda folder: nullcontext())
    yield arrange
    qapp.setApplicationName(names[0])
    qapp.setOrganizationName(names[1])


def asked_of_the_file(window: MainWindow) -> None:
    """Ask something that only the file can tell, so that it is made though nothing was painted yet."""
    assert window.page is not None
    assert window.page.session.store.read_case().positions


def samples() -> list[str]:
    """The copies of the sample in the user's folder."""
    folder = platformdirs.user_data_path(ui.app.FOLDER_NAME, appauthor=False)
    return sorted(path.name for path in folder.glob("*.positions"))


def test_demo_opens_a_fresh_copy_each_time(with_window: WithWindow) -> None:
    titles: list[str] = []

    def look(window: MainWindow) -> None:
        asked_of_the_file(window)
        titles.append(window.windowTitle())

    with_window(look)
    assert ui.app.main(["demo"]) == 0
    assert ui.app.main(["demo"]) == 0
    assert [title.startswith("South Caucasus 2018") for title in titles] == [True, True]
    assert samples() == ["South Caucasus (sample).positions"]


def test_demo_makes_the_copy_once_the_matrix_was_painted(with_window: WithWindow, qapp: QApplication) -> None:
    there: list[bool] = []

    def look(window: MainWindow) -> None:
        assert window.page is not None
        path = window.page.session.store.path
        there.append(path.exists())
        deadline = monotonic() + 20
        while not path.exists() and monotonic() < deadline:
            qapp.processEvents()
        there.append(path.exists())

    with_window(look)
    assert ui.app.main(["demo"]) == 0
    assert there == [False, True]


def test_demo_says_so_where_the_copy_cannot_be_made(
    with_window: WithWindow, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> CaseStore:
        raise StorageError("The disk is full.")

    seen: list[str] = []

    def look(window: MainWindow) -> None:
        monkeypatch.setattr(window, "say", lambda text, failed: seen.append(f"{text} {failed}"))
        deadline = monotonic() + 20
        while window.page is not None and monotonic() < deadline:
            qapp.processEvents()
        seen.append(str(window.page))

    monkeypatch.setattr(db.case_file, "create_case", refuse)
    with_window(look)
    assert ui.app.main(["demo"]) == 0
    assert seen == ["The disk is full. True", "None"]


def test_demo_keeps_a_copy_in_which_something_was_entered(
    with_window: WithWindow, tables: Path, run: Run
) -> None:
    with_window(asked_of_the_file)
    assert ui.app.main(["demo"]) == 0
    folder = platformdirs.user_data_path(ui.app.FOLDER_NAME, appauthor=False)
    copy = folder / "South Caucasus (sample).positions"
    parties = tables / "parties.csv"
    parties.write_text(parties.read_text(encoding="utf-8").replace("appeasement", "gain"), encoding="utf-8")
    assert run("import", copy, tables).status == 0
    kept = copy.read_bytes()
    assert ui.app.main(["demo"]) == 0
    assert samples() == ["South Caucasus (sample) 2.positions", "South Caucasus (sample).positions"]
    assert copy.read_bytes() == kept


def test_demo_makes_the_copy_once_and_again_when_its_tables_are_others(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Path] = []
    make = db.case_file.create_case

    def making(path: Path, **how: Any) -> CaseStore:
        made.append(path)
        return make(path, **how)

    monkeypatch.setattr(db.case_file, "create_case", making)
    for _ in range(3):
        with closing(ui.app.Cases().sample()) as store:
            assert len(store.read_case().positions) == len(sample_case().positions)
    assert len(made) == 1
    monkeypatch.setattr(ui.sample_copy, "VERSION", "another")
    ui.app.Cases().sample().close()
    assert len(made) == 2
    made[0].write_bytes(b"no case any more")
    with closing(ui.app.Cases().sample()) as store:
        assert store.path != made[0]


def test_demo_leaves_alone_a_copy_that_is_open(qapp: QApplication) -> None:
    cases = ui.app.Cases()
    first, second = cases.sample(), cases.sample()
    try:
        assert first.path != second.path
        assert second.path.name == "South Caucasus (sample) 2.positions"
    finally:
        first.close()
        second.close()


def test_a_case_opens_in_the_window_and_is_one_file_after_it(case: Path, with_window: WithWindow) -> None:
    seen: list[bool] = []

    def look(window: MainWindow) -> None:
        assert window.page is not None
        assert window.page.session.store.path == case
        seen.append(window.isVisible())

    with_window(look)
    assert ui.app.main([str(case)]) == 0
    assert seen == [True]
    assert [path.name for path in case.parent.iterdir()] == [case.name]


def test_without_a_case_the_window_offers_one(with_window: WithWindow) -> None:
    pages: list[object] = []
    with_window(lambda window: pages.append(window.page))
    assert ui.app.main([]) == 0
    assert pages == [None]


def test_a_window_that_cannot_be_made_gives_the_case_back(
    case: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object) -> MainWindow:
        raise RuntimeError("no window")

    monkeypatch.setattr(ui.app, "make_window", refuse)
    assert ui.app.main([str(case)]) == 70
    assert "no window" not in capsys.readouterr().err
    open_case(case).close()


def test_what_the_first_screen_does_not_need_is_not_loaded(tmp_path: Path) -> None:
    code = f"""
import sys
from PySide6.QtCore import QTimer
import ui.app
original = ui.app.make_window
def make(*given):
    window = original(*given)
    def look():
        window.grab()
        print([name for name in {LOADED_LATER!r} if name in sys.modules])
        window.close()
    QTimer.singleShot(0, look)
    return window
ui.app.make_window = make
sys.exit(ui.app.main(["demo"]))
"""
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stdout.strip()) == (0, "[]"), done.stderr


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_and_the_end_of_the_session_close_the_window_and_the_case(
    case: Path, sent: signal.Signals
) -> None:
    code = """
import sys
from PySide6.QtCore import QTimer
import ui.app
original = ui.app.make_window
def make(*given):
    window = original(*given)
    QTimer.singleShot(0, lambda: print("shown", flush=True))
    return window
ui.app.make_window = make
sys.exit(ui.app.main(sys.argv[1:]))
"""
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(case)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    with process.stdout, process.stderr:
        assert process.stdout.readline() == "shown\n"
        process.send_signal(sent)
        assert process.wait(60) == 0
        assert process.stderr.read() == ""
    assert [path.name for path in case.parent.iterdir()] == [case.name]
