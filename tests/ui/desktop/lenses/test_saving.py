"""What is seen, as files."""

from __future__ import annotations

import csv
import zipfile
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from tests.ui.desktop.doing import page_of, trigger
from tests.ui.desktop.lenses.using import choose_in_menu, column, look_through
from ui.desktop.lenses.common_ground import CommonGroundLens
from ui.desktop.lenses.lens import TableOfTexts
from ui.desktop.lenses.saving import Headline, save_table
from ui.desktop.lenses.sources import SourcesLens
from ui.desktop.window import MainWindow
from workbench.domain.audience import PUBLIC
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


@pytest.mark.parametrize("kind", [SourcesLens, CommonGroundLens])
def test_pictures_are_drawn(
    window: MainWindow, tmp_path: Path, kind: type[SourcesLens | CommonGroundLens]
) -> None:
    lens = look_through(window, kind)
    answer(window, tmp_path / "seen.png")
    trigger(window, "file.picture")
    image = QImage(str(tmp_path / "seen.png"))
    assert image.width() > lens.picture_size().width()
    colours = {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
    assert len(colours) > 4
    answer(window, tmp_path / "seen.svg")
    choose_in_menu(lens.bar.exporter.menu(), "Drawing")
    assert QSvgRenderer(str(tmp_path / "seen.svg")).isValid()
    svg = (tmp_path / "seen.svg").read_text(encoding="utf-8")
    assert page_of(window).session.snapshot.marking in svg
    assert lens.title in svg


def test_the_matrix_goes_out_as_a_table(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "positions.csv"
    answer(window, path)
    trigger(window, "file.view")
    written = rows_of(path)
    model = page_of(window).session.model
    assert written[0][2:-2] == [own.label for own in model.columns]
    assert [line[1] for line in written[1:]] == [row.title for row in model.rows]
    lachin = next(line for line in written if line[1] == "Control of the Lachin corridor")
    assert lachin[-2:] == ["bridgeable", "Remote scanners read by Baku"]


def test_a_file_that_cannot_be_written_is_spoken_of(window: MainWindow, tmp_path: Path) -> None:
    look_through(window, SourcesLens)
    for name in ("none/out.xlsx", "none/out.csv", "none/out.png", "out.docx"):
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


def test_the_table_is_drawn_as_one_sees_it(window: MainWindow, qtbot: QtBot) -> None:
    lens = look_through(window, SourcesLens)
    qtbot.wait(1)
    assert lens.picture_size() == lens.body.size()
