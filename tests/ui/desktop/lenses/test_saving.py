"""What is seen, as files."""

from __future__ import annotations

import csv
import zipfile
from dataclasses import replace
from html import unescape
from pathlib import Path

import openpyxl
import pytest

from tests.ui.desktop.doing import page_of, trigger
from tests.ui.desktop.lenses.using import choose_in_menu, column, look_through
from ui.desktop.lenses.common_ground import CommonGroundLens
from ui.desktop.lenses.history import HistoryLens
from ui.desktop.lenses.lens import NamedTable, TableOfTexts
from ui.desktop.lenses.saving import Headline, save_table
from ui.desktop.lenses.sources import SourcesLens
from ui.desktop.window import MainWindow
from workbench.domain.audience import PUBLIC
from workbench.domain.vocabulary import Basis
from workbench.operations import PutRecord
from workbench.ports import StorageError


class Answer:
    def __init__(self, path: Path | None) -> None:
        self.path, self.asked = path, list[str]()

    def ask_view(self, name: str) -> Path | None:
        self.asked.append(name)
        return self.path


def answer(window: MainWindow, path: Path | None) -> Answer:
    window.dialogs = own = Answer(path)  # type: ignore[assignment]
    return own


def rows_of(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_rows_go_out_as_they_are_seen(window: MainWindow, tmp_path: Path) -> None:
    lens = look_through(window, SourcesLens)
    lens.bar.finder.setText("on record")
    lens.table.sort_as("source", descending=True)
    own = answer(window, tmp_path / "sources.csv")
    choose_in_menu(lens.bar.exporter.menu(), "CSV")
    assert own.asked == ["sources.csv"]
    written = rows_of(tmp_path / "sources.csv")
    assert written[0] == [c.title for c in lens.table.rows_model.columns]
    assert [line[0].splitlines()[0] for line in written[1:]] == column(lens, "source")
    session = page_of(window).session
    assert session.snapshot.marking in page_of(window).header.saved.text


def test_a_workbook_bears_marking_and_no_author(window: MainWindow, tmp_path: Path) -> None:
    lens = look_through(window, SourcesLens)
    path = tmp_path / "sources.xlsx"
    answer(window, path)
    choose_in_menu(lens.bar.exporter.menu(), "Workbook")
    book = openpyxl.load_workbook(path)
    sheet = book["Sources"]
    assert sheet.max_row == 1 + lens.table.rows_model.rowCount()
    assert sheet.freeze_panes == "A2"
    marking = page_of(window).session.snapshot.marking
    assert sheet.oddHeader.right.text == marking
    assert not book.properties.creator
    assert str(tmp_path) not in "".join(
        zipfile.ZipFile(path).read(n).decode("latin-1") for n in zipfile.ZipFile(path).namelist()
    )
    book.close()


def test_only_what_the_audience_may_see_goes_out(window: MainWindow, tmp_path: Path) -> None:
    look_through(window, SourcesLens)
    session = page_of(window).session
    hidden = {source.title for source in session.store.read_case().sources}
    session.set_audience(PUBLIC)
    hidden -= {source.title for source in session.snapshot.case.sources}
    path = tmp_path / "public.csv"
    answer(window, path)
    trigger(window, "file.view")
    assert hidden
    text = path.read_text(encoding="utf-8")
    assert not [title for title in hidden if title in text]


def test_the_matrix_goes_out_as_a_table(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "positions.csv"
    answer(window, path)
    trigger(window, "file.view")
    written = rows_of(path)
    model = page_of(window).session.model
    assert written[0][:4] == ["Basket", "Issue", "Time presses for", "Waiting helps"]
    assert written[0][4:-3] == [own.label for own in model.columns]
    lines = [(basket.title, model.rows[row].title) for basket in model.baskets for row in basket.rows]
    assert [(line[0], line[1]) for line in written[1:]] == lines
    lachin = next(line for line in written if line[1] == "Control of the Lachin corridor")
    assert lachin[2:4] == ["Stepanakert", "Baku, Yerevan"]
    assert lachin[4] == "Azerbaijani checkpoints [newly assessed, waiting helps]"
    assert lachin[-3:-1] == ["bridgeable", "Remote scanners read by Baku"]
    assert "open question" in lachin[-1]


def test_issues_go_out_in_the_order_in_which_they_stand(window: MainWindow, tmp_path: Path) -> None:
    """Baskets lie together in the matrix, whatever the order of the case is."""
    session = page_of(window).session
    first = session.snapshot.issues[0]
    session.perform(PutRecord(replace(first, basket=session.snapshot.issues[-1].basket)))
    path = tmp_path / "positions.csv"
    answer(window, path)
    trigger(window, "file.view")
    model = session.model
    seen = [model.rows[row].title for basket in model.baskets for row in basket.rows]
    assert seen != [row.title for row in model.rows]
    assert [line[1] for line in rows_of(path)[1:]] == seen


def test_parties_out_of_view_and_folded_ones_go_out_as_they_are_seen(
    window: MainWindow, tmp_path: Path
) -> None:
    session = page_of(window).session
    session.show_party("EU", shown=False)
    session.show_folded(frozenset({session.snapshot.case.groups[0].code}))
    path = tmp_path / "positions.csv"
    answer(window, path)
    trigger(window, "file.view")
    heads = rows_of(path)[0][4:-3]
    assert heads == [own.label for own in session.model.columns]
    assert "EU" not in heads
    assert session.snapshot.case.groups[0].name in heads or session.model.columns[0].is_group


def test_all_of_the_history_goes_out_not_only_what_was_scrolled_to(
    window: MainWindow, tmp_path: Path
) -> None:
    session = page_of(window).session
    party = session.snapshot.parties[0]
    for number in range(130):
        session.perform(PutRecord(replace(party, notes=str(number))))
    lens = look_through(window, HistoryLens)
    assert lens.table.rows_model.rowCount() < 131
    path = tmp_path / "history.csv"
    answer(window, path)
    trigger(window, "file.view")
    assert len(rows_of(path)) == 1 + 131


def test_what_stands_below_a_table_has_a_sheet_of_its_own(window: MainWindow, tmp_path: Path) -> None:
    lens = look_through(window, SourcesLens)
    lens.table.choose_place(1)
    path = tmp_path / "sources.xlsx"
    answer(window, path)
    trigger(window, "file.view")
    book = openpyxl.load_workbook(path)
    sources, below = book.worksheets
    chosen = lens.table.current_row()
    assert chosen is not None
    assert below.title == f"What rests on “{chosen.cells[0].text}”"[:31].strip()
    assert below.max_row == 1 + lens.resting.table.rows_model.rowCount()
    assert below.oddHeader.right.text == sources.oddHeader.right.text
    book.close()


def test_who_has_said_nothing_goes_out_with_the_common_ground(window: MainWindow, tmp_path: Path) -> None:
    lens = look_through(window, CommonGroundLens)
    page_of(window).session.set_basis(Basis.DECLARED)
    path = tmp_path / "ground.csv"
    answer(window, path)
    trigger(window, "file.view")
    written = rows_of(path)
    shown = {own.item.issue.title for card in lens.cards.values() for own in card.texts}
    assert {line[1] for line in written[1:]} == shown
    assert any("Moscow" in line[-1] for line in written[1:])


def test_the_marking_stands_on_every_page_however_long_the_title(tmp_path: Path) -> None:
    path, headline = tmp_path / "long.xlsx", Headline("Sources & more", "A & title " * 60, "TLP:AMBER+STRICT")
    save_table(TableOfTexts(("h",), (("x",),)), path, headline)
    raw = zipfile.ZipFile(path).read("xl/worksheets/sheet1.xml").decode()
    header = unescape(raw.partition("<oddHeader>")[2].partition("</oddHeader>")[0])
    assert header.startswith("&LSources && more: A && title")
    assert header.endswith("…&RTLP:AMBER+STRICT")
    assert len(header) < 255


def test_sheets_have_names_that_a_workbook_takes(tmp_path: Path) -> None:
    tables = [NamedTable(name, TableOfTexts(("h",), ())) for name in ("A/B: ?", "x" * 60, "x" * 70, "''")]
    path = tmp_path / "names.xlsx"
    save_table(TableOfTexts(("h",), ()), path, Headline("Sources", "", "TLP:RED"), tables)
    names = openpyxl.load_workbook(path).sheetnames
    assert len({name.casefold() for name in names}) == 5
    assert all(0 < len(name) <= 31 for name in names)


def test_a_file_that_cannot_be_written_is_spoken_of(window: MainWindow, tmp_path: Path) -> None:
    look_through(window, SourcesLens)
    for name in ("none/out.xlsx", "none/out.csv", "out.png", "out.docx"):
        page_of(window).messages.failure.say("")
        answer(window, tmp_path / name)
        trigger(window, "file.view")
        assert page_of(window).messages.failure.isVisible(), name
    answer(window, None)
    trigger(window, "file.view")
    assert not list(tmp_path.glob("out*"))


def test_nothing_in_a_workbook_is_a_formula(tmp_path: Path) -> None:
    texts = ("=1+1", "+CALL", "@x", "http://example.org", "007")
    path = tmp_path / "out.xlsx"
    save_table(
        TableOfTexts(("=head",), tuple((text,) for text in texts)), path, Headline("A/B: ?", "&", "TLP:RED")
    )
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert [cell.value for cell in sheet["A"]] == ["=head", *texts]
    assert {cell.data_type for cell in sheet["A"]} == {"s"}


def test_a_text_too_long_for_a_workbook_is_refused(tmp_path: Path) -> None:
    table = TableOfTexts(("h",), (("x" * 40_000,),))
    with pytest.raises(StorageError, match="longer than a cell"):
        save_table(table, tmp_path / "out.xlsx", Headline("A", "", "TLP:CLEAR"))
    save_table(table, tmp_path / "out.csv", Headline("A", "", "TLP:CLEAR"))
    assert len(rows_of(tmp_path / "out.csv")[1][0]) == 40_000
