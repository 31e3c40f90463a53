"""Tables, a folder, a list and a grid brought in from the window: seen first, in one step."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path
from time import monotonic

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import workbench.exchange
from tests.sample_case import SAMPLE
from tests.ui.desktop.doing import page_of, texts, trigger
from tests.ui.desktop.safety.hand import LEFT, Hand, button, press, type_into
from ui.actions.ids import ActionId
from ui.desktop.import_preview import ImportPreview
from ui.desktop.list_dialog import ListDialog
from ui.desktop.window import MainWindow
from ui.desktop.working import WorkingDialog, work_aside
from workbench.ports import Cancelled, Progress


def lines(preview: ImportPreview) -> list[tuple[str, ...]]:
    assert preview.table is not None
    return [tuple(own.text for own in row.cells) for row in preview.table.rows_model.rows()]


def steps(window: MainWindow) -> int:
    return len(list(page_of(window).session.store.history()))


def positions(window: MainWindow) -> int:
    return len(page_of(window).session.store.read_case().positions)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    target = tmp_path / "tables"
    shutil.copytree(SAMPLE, target)
    return target


def test_the_same_folder_again_says_that_nothing_changes(
    window: MainWindow, hand: Hand, folder: Path, choosing: list[Path]
) -> None:
    seen: list[str] = []

    def look(preview: ImportPreview) -> None:
        seen.append(" ".join(texts(preview)))
        press(preview, "Close")

    choosing.append(folder)
    hand.expect(ImportPreview, look)
    trigger(window, ActionId.IMPORT_FOLDER)
    assert "importing it again changes nothing" in seen[0]
    assert steps(window) == 1


def test_a_changed_folder_shows_before_and_after_and_does_only_that(
    window: MainWindow, hand: Hand, folder: Path, choosing: list[Path]
) -> None:
    parties = folder / "parties.csv"
    text = parties.read_text(encoding="utf-8")
    parties.write_text(text.replace("Speaks of appeasement.", "Left."), encoding="utf-8")
    seen: list[list[tuple[str, ...]]] = []

    def look(preview: ImportPreview) -> None:
        seen.append(lines(preview))
        press(preview, "Import")

    choosing.append(folder)
    hand.expect(ImportPreview, look)
    trigger(window, ActionId.IMPORT_FOLDER)
    ((record, field, before, after),) = seen[0]
    assert (record, field) == ("Party “OPP”", "notes")
    assert "Speaks of appeasement." in before
    assert "Left." in after
    assert "Imported 1 record " in page_of(window).messages.done.text.text()
    trigger(window, ActionId.UNDO)
    notes = next(own.notes for own in page_of(window).session.store.read_case().parties if own.code == "OPP")
    assert "Speaks of appeasement." in notes


def test_a_list_becomes_positions_and_one_step_takes_them_back(
    window: MainWindow, hand: Hand, tmp_path: Path, choosing: list[Path]
) -> None:
    path = tmp_path / "votes.csv"
    path.write_text(
        "party,issue,option,date\nUSA,A/1,Yes,2021-01-01\nFRA,A/1,No,2021-01-01\n", encoding="utf-8"
    )
    before = positions(window)

    def form(dialog: ListDialog) -> None:
        type_into(dialog.ordered, "Yes, Abstain, No")
        press(dialog, "Look at it")

    choosing.append(path)
    hand.expect(ListDialog, form)
    hand.expect(ImportPreview, lambda preview: press(preview, "Import"))
    trigger(window, ActionId.IMPORT_LIST)
    case = page_of(window).session.store.read_case()
    assert len(case.positions) == before + 2
    located = {own.code: own.location for own in case.options if own.issue == "A/1"}
    assert sorted(located.values()) == [0.0, 0.5, 1.0]
    trigger(window, ActionId.UNDO)
    assert positions(window) == before
    assert "USA" not in {own.code for own in page_of(window).session.store.read_case().parties}


def test_a_grid_asks_for_its_date(
    window: MainWindow, hand: Hand, tmp_path: Path, choosing: list[Path]
) -> None:
    path = tmp_path / "grid.csv"
    path.write_text("party,Water\nUSA,More\nFRA,Less\n", encoding="utf-8")
    before = positions(window)

    def form(dialog: ListDialog) -> None:
        QTest.mouseClick(dialog.grid, LEFT)
        assert not button(dialog, "Look at it").isEnabled()
        type_into(dialog.date, "2021-05")
        press(dialog, "Look at it")

    choosing.append(path)
    hand.expect(ListDialog, form)
    hand.expect(ImportPreview, lambda preview: press(preview, "Import"))
    trigger(window, ActionId.IMPORT_LIST)
    assert positions(window) == before + 2


def test_every_problem_stands_with_table_row_column_found_and_expected(
    window: MainWindow, hand: Hand, folder: Path, choosing: list[Path]
) -> None:
    parties = folder / "parties.csv"
    head = parties.read_text(encoding="utf-8").splitlines()[0]
    names = head.lstrip("\ufeff").split(",")
    row = {"code": "NEW", "name": "New", "kind": "planet", "colour": "red"}
    with parties.open("a", encoding="utf-8") as file:
        file.write(",".join(row.get(name, "") for name in names) + "\n")
    seen: list[list[tuple[str, ...]]] = []

    def look(preview: ImportPreview) -> None:
        seen.append(lines(preview))
        press(preview, "Close")

    choosing.append(folder)
    hand.expect(ImportPreview, look)
    trigger(window, ActionId.IMPORT_FOLDER)
    kind = next(own for own in seen[0] if own[2] == "kind")
    assert kind[0] == "parties"
    assert kind[1] == "9"
    assert kind[3] == "“planet”"
    assert "armed group" in kind[4]
    assert steps(window) == 1


def test_a_file_that_is_no_table_is_said_plainly(
    window: MainWindow, hand: Hand, tmp_path: Path, choosing: list[Path]
) -> None:
    path = tmp_path / "letter.xlsx"
    path.write_text("Dear colleague", encoding="utf-8")
    seen: list[str] = []

    def look(preview: ImportPreview) -> None:
        seen.append(" ".join(texts(preview)))
        press(preview, "Close")

    choosing.append(path)
    hand.expect(ImportPreview, look)
    trigger(window, ActionId.IMPORT_TABLES)
    assert "Nothing was imported." in seen[0]
    assert "letter.xlsx" in seen[0]


def test_tables_are_read_beside_the_window(
    window: MainWindow, hand: Hand, folder: Path, choosing: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[bool] = []
    real = workbench.exchange.plan_import

    def planning(*words: object) -> object:
        threads.append(threading.get_ident() == threading.main_thread().ident)
        return real(*words)  # type: ignore[arg-type]

    monkeypatch.setattr(workbench.exchange, "plan_import", planning)
    choosing.append(folder)
    hand.expect(ImportPreview, lambda preview: press(preview, "Close"))
    trigger(window, ActionId.IMPORT_FOLDER)
    assert threads == [False]


def counting(progress: Progress) -> int:
    until = monotonic() + 8
    done = 0
    while monotonic() < until:
        done += 1
        threading.Event().wait(0.005)
        progress(done, 2000, "Counting")
    return done


def test_long_work_shows_how_far_it_is_and_can_be_given_up(window: MainWindow, hand: Hand) -> None:
    seen: list[tuple[int, str]] = []

    def give_up(dialog: WorkingDialog) -> None:
        def stop() -> None:
            seen.append((dialog.bar.value(), dialog.label.text()))
            press(dialog, "Cancel")
            seen.append((dialog.bar.value(), dialog.label.text()))

        QTimer.singleShot(200, dialog, stop)

    hand.expect(WorkingDialog, give_up)
    with pytest.raises(Cancelled):
        work_aside(window.hub, window, "Counting", counting, may_cancel=True)
    assert seen[0][0] > 0
    assert [words for _, words in seen] == ["Counting", "Giving up…"]


def test_the_window_goes_on_painting_while_work_is_done(window: MainWindow, qtbot: QtBot) -> None:
    ticks: list[float] = []
    clock = QTimer(window, interval=10)
    clock.timeout.connect(lambda: ticks.append(monotonic()))
    clock.start()
    work_aside(window.hub, window, "Waiting", lambda _progress: threading.Event().wait(0.9))
    clock.stop()
    assert len(ticks) > 20


def test_short_work_is_not_announced_and_keeps_hands_off(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window)
    day = page.session.view.day
    shown: list[bool] = []

    def meddle() -> None:
        QTest.keyClick(page.matrix, "[")
        shown.append(any(own.isVisible() for own in window.findChildren(WorkingDialog)))
        window.close()
        shown.append(not window.isVisible())

    QTimer.singleShot(20, window, meddle)
    work_aside(window.hub, window, "Waiting", lambda _progress: threading.Event().wait(0.12))
    assert shown == [False, False]
    assert page.session.view.day == day


def test_patience_shows_nothing_where_the_work_is_over_by_then(window: MainWindow) -> None:
    made = len(window.findChildren(WorkingDialog))
    found = work_aside(window.hub, window, "Waiting", lambda _progress: 7, patience=2000)
    assert found == 7
    assert len(window.findChildren(WorkingDialog)) == made


def test_patience_comes_to_an_end(window: MainWindow, hand: Hand) -> None:
    seen: list[str] = []
    hand.expect(WorkingDialog, lambda dialog: seen.append(dialog.windowTitle()))
    found = work_aside(
        window.hub, window, "Waiting", lambda _progress: threading.Event().wait(0.8), patience=50
    )
    assert (found, seen) == (False, ["Waiting"])


def test_what_goes_wrong_in_the_work_is_raised_where_it_was_asked_for(window: MainWindow) -> None:
    def fail(_progress: Progress) -> None:
        raise ValueError("the disk is made of cheese")

    with pytest.raises(ValueError, match="cheese"):
        work_aside(window.hub, window, "Failing", fail)
