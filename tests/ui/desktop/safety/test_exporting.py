"""What leaves the window while one waits: how far it is, giving it up, what goes wrong on the way."""

from __future__ import annotations

import csv
import errno
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from time import sleep

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QProgressBar
from pytestqt.qtbot import QtBot

from tests.db.test_full_disk import small_files
from tests.ui.desktop.doing import page_of, trigger
from tests.ui.desktop.safety.hand import Hand, press
from ui.actions.ids import ActionId
from ui.desktop.lenses import positions_table, saving
from ui.desktop.lenses.registry import LENSES
from ui.desktop.window import MainWindow
from ui.desktop.working import WorkingDialog
from workbench.domain.audience import PUBLIC
from workbench.exchange import rowtext

Slowly = Callable[[], None]


def rows_of(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def is_alone(path: Path) -> bool:
    """Whether nothing lies beside a file but what belongs to the test."""
    left = {own.name for own in path.parent.iterdir()} - {path.name}
    return not {name for name in left if name.startswith((".export", path.stem))}


@pytest.fixture
def slowly(monkeypatch: pytest.MonkeyPatch) -> Slowly:
    """Let exports take so long that one sees them come on."""

    def slow() -> None:
        words, rows = positions_table.words_of, rowtext.table_rows

        def slow_rows(*given: object) -> Iterator[list[str]]:
            for row in rows(*given):  # type: ignore[arg-type]
                sleep(0.01)
                yield row

        monkeypatch.setattr(positions_table, "words_of", lambda cell: (sleep(0.02), words(cell))[1])
        monkeypatch.setattr(rowtext, "table_rows", slow_rows)

    return slow


def once_it_moves(dialog: WorkingDialog, act: Callable[[], object]) -> None:
    """Do something as soon as the dialog says how far it has come."""
    bar = dialog.findChild(QProgressBar)
    assert bar is not None
    timer = QTimer(dialog, interval=10)

    def look() -> None:
        if bar.maximum() > 0 and bar.value() > 0:
            timer.stop()
            act()

    timer.timeout.connect(look)
    timer.start()


def said(window: MainWindow) -> str:
    return page_of(window).header.saved.text


@pytest.mark.parametrize("name", ["seen.csv", "seen.xlsx"])
def test_escape_gives_up_the_table_that_is_written(
    name: str, window: MainWindow, hand: Hand, choosing: list[Path], slowly: Slowly, tmp_path: Path
) -> None:
    path, seen = tmp_path / name, list[tuple[str, str]]()
    path.write_text("what was there before")
    slowly()

    def look(dialog: WorkingDialog) -> None:
        def leave() -> None:
            seen.append((dialog.windowTitle(), dialog.label.text()))
            QTest.keyClick(dialog, Qt.Key.Key_Escape)

        once_it_moves(dialog, leave)

    choosing.append(path)
    hand.expect(WorkingDialog, look)
    trigger(window, ActionId.EXPORT_VIEW)
    assert seen == [(f"Writing “{name}”", "Reading what is seen")]
    assert said(window) == "Cancelled; nothing was written."
    assert path.read_text() == "what was there before"
    assert is_alone(path)


@pytest.mark.parametrize("name", ["tables.xlsx", "tables.json", "tables"])
def test_the_case_as_tables_can_be_given_up_with_the_mouse(
    name: str, window: MainWindow, hand: Hand, choosing: list[Path], slowly: Slowly, tmp_path: Path
) -> None:
    slowly()
    choosing.append(tmp_path / name)
    hand.expect(WorkingDialog, lambda own: once_it_moves(own, lambda: press(own, "Cancel")))
    trigger(window, ActionId.EXPORT_TABLES)
    assert said(window) == "Cancelled; nothing was written."
    assert not (tmp_path / name).exists()
    assert is_alone(tmp_path / name)


@pytest.mark.parametrize("key", [spec.key for spec in LENSES])
def test_what_is_written_beside_the_window_is_what_is_seen(
    key: str,
    window: MainWindow,
    choosing: list[Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    trigger(window, f"view.lens_{key}")
    page, path = page_of(window), tmp_path / f"{key}.csv"
    lens = page.centre.lens
    table = lens.export_table() if lens else positions_table.positions_table(page.session.model)
    threads, real = list[bool](), saving.save_captured

    def save(*given: object) -> None:
        threads.append(threading.get_ident() == threading.main_thread().ident)
        real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(saving, "save_captured", save)
    choosing.append(path)
    trigger(window, ActionId.EXPORT_VIEW)
    assert threads == [False]
    assert rows_of(path) == [list(table.headings), *(list(row) for row in table.rows)]
    assert table.rows or key == "actors"


def test_what_was_seen_when_it_was_asked_for_is_written(
    window: MainWindow, hand: Hand, choosing: list[Path], slowly: Slowly, tmp_path: Path
) -> None:
    session, path = page_of(window).session, tmp_path / "positions.csv"
    expected = positions_table.positions_table(session.model)
    slowly()

    def look_elsewhere(dialog: WorkingDialog) -> None:
        once_it_moves(dialog, lambda: session.set_day(session.view.day - timedelta(days=1500)))

    choosing.append(path)
    hand.expect(WorkingDialog, look_elsewhere)
    trigger(window, ActionId.EXPORT_VIEW)
    assert rows_of(path)[1:] == [list(row) for row in expected.rows]
    assert positions_table.positions_table(session.model) != expected


def test_an_audience_chosen_meanwhile_changes_neither_the_tables_nor_what_is_said_of_them(
    window: MainWindow, hand: Hand, choosing: list[Path], slowly: Slowly, tmp_path: Path
) -> None:
    session, path = page_of(window).session, tmp_path / "public.json"
    session.set_audience(PUBLIC)
    before = session.view.audience
    slowly()
    choosing.append(path)
    everything = page_of(window).session.store.read_case().sources
    hand.expect(
        WorkingDialog, lambda own: once_it_moves(own, lambda: session.set_audience(session.view.audience))
    )
    trigger(window, ActionId.EXPORT_TABLES)
    assert session.view.audience == before
    shown = {own.title for own in session.snapshot.case.sources}
    text = path.read_text(encoding="utf-8")
    assert not [own.title for own in everything if own.title not in shown and own.title in text]
    assert "TLP:CLEAR" in said(window)


@pytest.mark.parametrize("action", [ActionId.EXPORT_VIEW, ActionId.EXPORT_TABLES])
def test_a_disk_that_is_full_leaves_the_older_file(
    action: ActionId, window: MainWindow, choosing: list[Path], tmp_path: Path
) -> None:
    path = tmp_path / "out.xlsx"
    path.write_text("older")
    choosing.append(path)
    with small_files(2):
        trigger(window, action)
    why = os.strerror(errno.EFBIG)
    assert why in page_of(window).messages.failure.text.text()
    assert "out.xlsx" in page_of(window).messages.failure.text.text()
    assert path.read_text() == "older"
    assert is_alone(path)


@pytest.mark.parametrize("name", ["seen.csv", "seen.xlsx"])
def test_a_folder_that_goes_meanwhile_is_spoken_of(
    name: str, window: MainWindow, hand: Hand, choosing: list[Path], slowly: Slowly, tmp_path: Path
) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    slowly()
    choosing.append(folder / name)
    hand.expect(WorkingDialog, lambda own: once_it_moves(own, lambda: shutil.rmtree(folder)))
    trigger(window, ActionId.EXPORT_VIEW)
    assert page_of(window).messages.failure.isVisible()
    assert name in page_of(window).messages.failure.text.text()
    assert not folder.exists()


def test_a_window_that_closes_meanwhile_gives_the_export_up_first(
    window: MainWindow, hand: Hand, choosing: list[Path], slowly: Slowly, qtbot: QtBot, tmp_path: Path
) -> None:
    path, seen = tmp_path / "tables.json", list[bool]()
    slowly()

    def close(dialog: WorkingDialog) -> None:
        def end() -> None:
            window.close()
            seen.append(window.isVisible())

        once_it_moves(dialog, end)

    choosing.append(path)
    hand.expect(WorkingDialog, close)
    trigger(window, ActionId.EXPORT_TABLES)
    qtbot.waitUntil(lambda: not window.isVisible())
    assert seen == [True]
    assert window.page is None
    assert not path.exists()
    assert is_alone(path)


def test_keys_that_are_pressed_meanwhile_close_nothing(
    window: MainWindow, hand: Hand, choosing: list[Path], slowly: Slowly, tmp_path: Path
) -> None:
    slowly()
    choosing.append(tmp_path / "tables.json")

    def press_keys(dialog: WorkingDialog) -> None:
        def keys() -> None:
            QTest.keyClick(dialog, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
            QTest.keyClick(window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)

        once_it_moves(dialog, keys)

    hand.expect(WorkingDialog, press_keys)
    trigger(window, ActionId.EXPORT_TABLES)
    assert window.page is not None
    assert (tmp_path / "tables.json").stat().st_size > 10_000
    assert "Wrote “tables.json”" in said(window)
