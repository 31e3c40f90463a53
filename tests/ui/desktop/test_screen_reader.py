"""What a screen reader is told, asked through Qt's own accessible interfaces."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desktop.conftest import ShowWindow
from tests.ui.desktop.doing import click_cell, page_of
from ui.desktop.matrix_reader import MatrixReader
from ui.desktop.view_state import Selection
from ui.desktop.window import MainWindow
from workbench.domain.audience import PUBLIC

NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description
ROLE = QAccessible.Role


@pytest.fixture(autouse=True)
def _listening() -> Iterator[None]:
    """Somebody listens."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def interface(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def children(own: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for number in range(own.childCount()):
        child = own.child(number)
        if child is not None:
            yield child


def descendants(own: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for child in children(own):
        yield child
        if child.role() != ROLE.Table:
            yield from descendants(child)


def table_of(window: MainWindow) -> QAccessibleInterface:
    """The table that stands for the matrix, as a screen reader comes to it from the window."""
    found = [own for own in descendants(interface(page_of(window).matrix)) if own.role() == ROLE.Table]
    assert len(found) == 1
    return found[0]


def said(table: QAccessibleInterface, role: QAccessible.Role) -> list[str]:
    return [own.text(NAME) for own in children(table) if own.role() == role]


def test_the_matrix_is_a_table_with_heads_and_a_sentence_in_every_cell(window: MainWindow) -> None:
    table, model = table_of(window), page_of(window).session.model
    assert table.text(NAME) == "Positions, cell by cell"
    assert said(table, ROLE.ColumnHeader) == [*(own.label for own in model.columns), "Room of those needed"]
    order = [row for basket in model.baskets for row in basket.rows]
    assert said(table, ROLE.RowHeader) == [model.rows[row].title for row in order]
    cells = said(table, ROLE.Cell)
    assert len(cells) == len(order) * (len(model.columns) + 1)
    for place, row in enumerate(order):
        line = cells[place * (len(model.columns) + 1) :][: len(model.columns)]
        for column, sentence in zip(model.columns, line, strict=True):
            assert sentence.startswith(f"{column.label} on {model.rows[row].title}: ")
            assert sentence.endswith(".")


def test_a_cell_says_party_stances_track_date_and_sources(window: MainWindow) -> None:
    own = next(
        text
        for text in said(table_of(window), ROLE.Cell)
        if text.startswith("Baku on Control of the Lachin corridor")
    )
    for part in (
        "demands Azerbaijani checkpoints",
        "accepts Remote scanners read by Baku",
        "opposes Russian checkpoints",
        "will not have Free passage under Russian peacekeepers",
        "Assessed, since 2023-03",
        "moderate confidence",
        "newly assessed since the day compared with",
        "waiting helps",
        "Sources: sources in Stepanakert close to the talks and a source in Baku",
    ):
        assert part in own, own


def test_the_room_says_level_and_where_they_meet(window: MainWindow) -> None:
    rooms = [text for text in said(table_of(window), ROLE.Cell) if "They meet at" in text]
    assert any(
        text.startswith(
            "Control of the Lachin corridor: bridgeable, there is an option that all could live with."
        )
        for text in rooms
    )


def test_the_cell_that_has_the_keyboard_is_said_and_marked(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    page.matrix.setFocus()
    page.matrix.select(Selection("lachin", ("BAK",)))
    table = table_of(window)
    for key, start in (
        (Qt.Key.Key_Right, "Yerevan on Control of the Lachin corridor"),
        (Qt.Key.Key_Down, "Yerevan on Reopening the Lachin road"),
        (Qt.Key.Key_End, "Reopening the Lachin road: compatible"),
    ):
        qtbot.keyClick(page.matrix, key)
        own = interface(page.matrix)
        assert own.state().focused
        assert own.text(NAME).startswith(start)
        marked = [cell.text(NAME) for cell in children(table) if cell.state().focused]
        assert [text[: len(start)] for text in marked] == [start]


def test_what_the_day_changes_is_said_without_a_new_table(qtbot: QtBot, window: MainWindow) -> None:
    table, session = table_of(window), page_of(window).session
    before = said(table, ROLE.Cell)
    session.set_day(session.timeline.change_days[3])
    after = said(table, ROLE.Cell)
    assert len(before) == len(after)
    assert before != after


def test_what_an_audience_may_not_see_is_not_said(window: MainWindow) -> None:
    table = table_of(window)
    assert "Assessed" in " ".join(said(table, ROLE.Cell))
    page_of(window).session.set_audience(PUBLIC)
    everything = " ".join(own.text(NAME) for own in children(table_of(window)))
    assert "Assessed" not in everything
    assert "close to the talks" not in everything


def test_who_listens_sees_the_same_picture(qtbot: QtBot, window: MainWindow) -> None:
    matrix = page_of(window).matrix
    reader = matrix.viewport().findChild(MatrixReader)
    assert reader.isVisible()
    assert reader.size() == matrix.viewport().size()
    listened = matrix.grab().toImage()
    reader.hide()
    assert matrix.grab().toImage() == listened
    click_cell(qtbot, window, "YER", "lachin")
    assert page_of(window).session.view.selection == Selection("lachin", ("YER",))


def test_where_nobody_listens_there_is_no_table(show: ShowWindow) -> None:
    QAccessible.setActive(False)
    assert page_of(show()).matrix.viewport().findChild(MatrixReader) is None


def test_every_part_of_the_window_that_takes_the_keyboard_has_a_name(window: MainWindow) -> None:
    nameless = [
        own
        for own in descendants(interface(window))
        if own.state().focusable and not own.state().invisible and not own.text(NAME)
        if own.role() not in (ROLE.Pane, ROLE.Client, ROLE.ScrollBar, ROLE.LayeredPane)
    ]
    assert [(own.role(), own.object()) for own in nameless] == []


def test_the_strip_says_both_days_and_what_happened(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    own = interface(page.strip.band)
    assert "20 March 2023" in own.text(NAME)
    assert "20 March 2022" in own.text(NAME)
    page.strip.band.setFocus()
    qtbot.keyClick(page.strip.band, "(")
    assert own.text(DESCRIPTION)
    assert interface(page.strip.day_button).text(NAME).startswith("Day shown: ")
