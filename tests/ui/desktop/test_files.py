"""Cases and documents, with dialogs that answer by themselves."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from tests.ui.desktop.conftest import FileOpener, ShowWindow
from tests.ui.desktop.doing import page_of, texts, trigger
from ui.actions.ids import ActionId
from ui.desktop.documents import BriefOrder
from ui.desktop.import_preview import ImportPreview
from ui.desktop.window import MainWindow
from workbench.briefs.order import BriefKind
from workbench.briefs.order import BriefOrder as WantedBrief
from workbench.domain.audience import PUBLIC, TEAM
from workbench.exchange.problems import Problem, TablesError


def lines_of(preview: ImportPreview) -> list[str]:
    rows = preview.table.rows_model.rows() if preview.table else ()
    return [" | ".join(own.text for own in row.cells) for row in rows]


class Answers:
    """Answers in place of a person."""

    def __init__(self, path: Path | None, *, agreed: bool = True, order: BriefOrder | None = None) -> None:
        self.path, self.agreed, self.order = path, agreed, order
        self.previews: list[str] = []
        self.new, self.names = path, list[str]()

    def ask_case(self) -> Path | None:
        return self.path

    ask_tables = ask_export = ask_case

    def ask_new_case(self, name: str = "case") -> Path | None:
        self.names.append(name)
        return self.new

    def ask_view(self, _name: str) -> Path | None:
        return self.path

    def ask_brief(self, _session: object) -> BriefOrder | None:
        return self.order

    def confirm_import(self, preview: ImportPreview) -> bool:
        self.previews.append("\n".join([*texts(preview), *lines_of(preview)]))
        preview.deleteLater()
        return self.agreed


def answering(window: MainWindow, answers: Answers) -> Answers:
    window.dialogs = answers  # type: ignore[assignment]
    return answers


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    path = tmp_path / "more.json"
    parties = [{"code": "OSCE", "name": "OSCE"}, {"code": "THR", "name": "Iran"}]
    path.write_text(json.dumps({"parties": parties}), encoding="utf-8")
    return path


def test_an_import_is_shown_before_it_is_done(window: MainWindow, tables: Path) -> None:
    answers = answering(window, Answers(tables))
    trigger(window, ActionId.IMPORT_TABLES)
    assert "Party “OSCE” | new" in answers.previews[0]
    assert "Party “THR” | name | Islamic Republic of Iran | Iran" in answers.previews[0]
    parties = {party.code: party for party in page_of(window).session.snapshot.parties}
    assert parties["OSCE"].name == "OSCE"
    assert parties["THR"].name == "Iran"
    assert parties["THR"].short_name == "Tehran"
    trigger(window, ActionId.UNDO)
    assert "OSCE" not in {party.code for party in page_of(window).session.snapshot.parties}


def test_tables_are_imported_into_a_new_case_where_none_is_open(
    show: ShowWindow, tables: Path, tmp_path: Path
) -> None:
    window = show(empty=True)
    answers = answering(window, Answers(tables))
    answers.new = None
    trigger(window, ActionId.IMPORT_TABLES)
    assert window.page is None
    assert answers.names == ["more"]
    answers.new = tmp_path / "from-tables.positions"
    trigger(window, ActionId.IMPORT_TABLES)
    assert page_of(window).session.store.path == answers.new
    assert [party.code for party in page_of(window).session.snapshot.parties] == ["OSCE", "THR"]


def test_nothing_is_made_where_the_tables_are_not_agreed_to(
    show: ShowWindow, tables: Path, tmp_path: Path
) -> None:
    window = show(empty=True)
    answers = answering(window, Answers(tables, agreed=False))
    answers.new = tmp_path / "from-tables.positions"
    trigger(window, ActionId.IMPORT_TABLES)
    assert window.page is None
    assert not answers.new.exists()
    assert answers.names == []


def test_an_import_that_is_not_agreed_to_writes_nothing(window: MainWindow, tables: Path) -> None:
    answering(window, Answers(tables, agreed=False))
    trigger(window, ActionId.IMPORT_TABLES)
    assert "OSCE" not in {party.code for party in page_of(window).session.snapshot.parties}


def test_a_faulty_import_names_every_problem(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "faulty.json"
    rows = [{"party": "NOBODY", "issue": "lachin", "from": "2023-13", "demands": "scan"}]
    path.write_text(json.dumps({"positions": rows}), encoding="utf-8")
    answers = answering(window, Answers(path))
    trigger(window, ActionId.IMPORT_TABLES)
    assert "NOBODY" in answers.previews[0]
    assert "2023-13" in answers.previews[0]
    assert len(list(page_of(window).session.store.history())) == 1


def test_the_preview_has_no_button_to_import_what_is_faulty(qtbot: QtBot, window: MainWindow) -> None:
    problem = Problem("positions", 3, "from", "2023-13", "a month that exists")
    preview = ImportPreview(window.hub, "Import", window).show_error(TablesError([problem]))
    assert lines_of(preview) == ["positions | 3 | from | “2023-13” | a month that exists"]
    accept = QDialogButtonBox.ButtonRole.AcceptRole
    assert accept not in {preview.buttons.buttonRole(own) for own in preview.buttons.buttons()}


def test_export_leaves_out_what_is_not_shown(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    answering(window, Answers(path))
    page_of(window).session.set_audience(PUBLIC)
    trigger(window, ActionId.EXPORT_TABLES)
    written = path.read_text(encoding="utf-8")
    assert "lachin" in written
    assert "INT-STP3" not in written
    assert "TLP:CLEAR" in page_of(window).header.saved.text


def test_a_brief_is_written_for_its_reader(window: MainWindow, tmp_path: Path) -> None:
    wanted = WantedBrief(BriefKind.COMPARISON, date(2023, 3, 20))
    order = BriefOrder(TEAM, wanted, tmp_path / "brief.docx")
    answering(window, Answers(None, order=order))
    trigger(window, ActionId.MAKE_COMPARISON_BRIEF)
    assert order.path.stat().st_size > 5_000


def test_what_cannot_be_written_is_said(window: MainWindow, tmp_path: Path) -> None:
    answering(window, Answers(tmp_path / "no-such-folder" / "out.xlsx"))
    trigger(window, ActionId.EXPORT_TABLES)
    assert page_of(window).messages.failure.isVisible()


def test_a_file_that_is_no_case_is_refused(show: ShowWindow, tmp_path: Path) -> None:
    path = tmp_path / "letter.positions"
    path.write_text("Dear colleague", encoding="utf-8")
    window = show(empty=True)
    answering(window, Answers(path))
    trigger(window, ActionId.OPEN_CASE)
    assert window.page is None
    assert any("letter" in text for text in texts(window.centralWidget()))
    assert path.read_text(encoding="utf-8") == "Dear colleague"


def test_a_new_case_is_made_and_listed_as_recent(show: ShowWindow, opener: FileOpener) -> None:
    window = show(empty=True)
    path = opener.folder / "talks.positions"
    answering(window, Answers(path))
    trigger(window, ActionId.NEW_CASE)
    assert page_of(window).is_empty
    assert not page_of(window).strip.isVisible()
    trigger(window, ActionId.CLOSE_CASE)
    assert window.page is None
    assert "talks" in list(texts(window.centralWidget()))
