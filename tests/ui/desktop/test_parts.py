"""Parts of the window by themselves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.ui.desktop.doing import LEFT, page_of, texts
from ui.desktop.distances import distances_menu
from ui.desktop.editors.code_names import suggest_code
from ui.desktop.editors.fields import DateField, NumberField
from ui.desktop.editors.stances import StanceRow
from ui.desktop.inspector.ladder import Ladder
from ui.desktop.inspector.parts import Wording, parts_of
from ui.desktop.todo import open_tasks
from ui.desktop.widgets.row_button import PartyCheck, RowButton
from ui.desktop.widgets.text import LinkedText
from ui.desktop.window import MainWindow
from ui.theme.hub import ThemeHub
from workbench.domain.issue import Option
from workbench.domain.level import Level
from workbench.domain.vocabulary import IssueKind, Stance
from workbench.readmodels.inspector_types import Inspection, LadderStep, Link


@given(st.text(max_size=40), st.sets(st.text(max_size=10), max_size=5))
def test_a_suggested_code_is_free_and_can_be_written(name: str, taken: set[str]) -> None:
    code = suggest_code(name, taken)
    assert code not in taken or not code
    assert not set(code) & set(";=@:\n ")


def test_codes_are_made_from_names() -> None:
    assert suggest_code("Exchange of prisoners", ()) == "exchange-of-prisoners"
    assert suggest_code("Xankəndi", ("XANKENDI",), capital=True) == "XANKENDI-2"
    assert suggest_code("…", ()) == ""


@pytest.mark.parametrize("key", range(6))
def test_keys_choose_and_clear_a_stance(qtbot: QtBot, theme_hub: ThemeHub, key: int) -> None:
    row = StanceRow(theme_hub, Option("i", "o", "Open"), IssueKind.SUBSTANCE)
    qtbot.addWidget(row)
    row.set_stance(None if key else Stance.ACCEPTS)
    with qtbot.waitSignal(row.changed):
        qtbot.keyClicks(row, str(key))
    assert row.stance is ([None, *Stance][key])


def test_a_stance_clicked_twice_is_cleared(qtbot: QtBot, theme_hub: ThemeHub) -> None:
    row = StanceRow(theme_hub, Option("i", "o", "Open"), IssueKind.FACT)
    qtbot.addWidget(row)
    row.resize(400, 30)
    place = next(QPoint(x, 15) for x in range(400) if row._key_at(QPoint(x, 15)) == 1)
    qtbot.mouseClick(row, LEFT, pos=place)
    assert row.stance is Stance.ACCEPTS
    assert "agrees" in row.accessibleName()
    qtbot.mouseClick(row, LEFT, pos=place)
    assert row.stance is None


@pytest.mark.parametrize(
    ("typed", "note"),
    [
        ("2022", "Counts from 1 January 2022."),
        ("2022-03-15", ""),
        ("2023-13", "Expected a month and a day that exist."),
        ("2022-03~", "2022-03~: about March 2022. Counts from 1 March 2022."),
        ("about March 2022", "2022-03~: about March 2022. Counts from 1 March 2022."),
        ("15.3.2022", "2022-03-15: 15 March 2022."),
        ("../2022-03", "../2022-03: up to March 2022. Counts from 31 March 2022, at the latest."),
    ],
)
def test_a_date_says_what_it_means(qtbot: QtBot, theme_hub: ThemeHub, typed: str, note: str) -> None:
    field = DateField(theme_hub, "From")
    qtbot.addWidget(field)
    field.line.setText(typed)
    field.check()
    assert field.note.text() == note


def test_a_number_out_of_bounds_is_told(qtbot: QtBot, theme_hub: ThemeHub) -> None:
    field = NumberField(theme_hub, "Salience", 0, 100)
    qtbot.addWidget(field)
    for typed, fault in (("140", True), ("nan", True), ("many", True), ("72,5", False), ("", False)):
        field.line.setText(typed)
        assert bool(field.problem()) is fault, typed
    field.line.setText("72,5")
    assert field.value() == 72.5


def inspection(parties: int) -> Inspection:
    labels = tuple(f"Party of a long name {number}" for number in range(parties))
    step = LadderStep(
        "o", "An option whose label is long enough to be wrapped", (None,) * parties, (False,) * parties,
        ("presumed opposed",) * parties, is_meeting=True
    )  # fmt: skip
    return Inspection("A room", "", Level.BRIDGEABLE, ("So it is.",), labels, (step,) * 3)


@pytest.mark.parametrize("parties", [1, 2, 4, 5, 9, 30])
@pytest.mark.parametrize("width", [220, 300, 520])
def test_a_ladder_fits_any_width_and_cells_never_overlap(
    qtbot: QtBot, theme_hub: ThemeHub, parties: int, width: int
) -> None:
    said = inspection(parties)
    ladder = Ladder(theme_hub, said.parties, said.ladder)
    qtbot.addWidget(ladder)
    layout = ladder._layout(width)
    cells = [cell for line in layout.lines for cell in line.cells]
    assert len(cells) == 3 * parties
    assert all(cell.left() >= 0 and cell.right() <= width for cell in cells)
    assert all(cell.bottom() <= layout.height for cell in cells)
    assert not any(
        first.intersects(second) for place, first in enumerate(cells) for second in cells[place + 1 :]
    )


def test_the_inspector_never_shows_markup_of_the_case(qtbot: QtBot, theme_hub: ThemeHub) -> None:
    wanted: list[tuple[str, object]] = []
    text = LinkedText(
        theme_hub, ("<b>bold</b> & ", Link("a <i>", "sources", ("S",))), lambda *own: wanted.append(own)
    )
    qtbot.addWidget(text)
    assert "&lt;b&gt;" in text.text()
    assert text.plain == "<b>bold</b> & a <i>"
    text.linkActivated.emit("1")
    assert wanted == [("sources", ("S",))]


def test_a_level_is_said_by_mark_and_word(qtbot: QtBot, theme_hub: ThemeHub) -> None:
    for part in parts_of(inspection(2), Wording(theme_hub, lambda *_own: None, lambda _name: None)):
        widget = part.make()
        qtbot.addWidget(widget)
        if {"~", "Bridgeable"} <= set(texts(widget)):
            return
    pytest.fail("the level is not said")


def test_long_lines_of_the_side_panel_wrap(qtbot: QtBot, theme_hub: ThemeHub) -> None:
    row = RowButton(theme_hub, "A task whose title is much longer than the panel is wide", "and a detail")
    qtbot.addWidget(row)
    assert row.heightForWidth(120) > row.heightForWidth(600) > 0


def test_what_waits_is_what_the_model_says(window: MainWindow) -> None:
    model = page_of(window).session.model
    lists = {own.heading: own.tasks for own in open_tasks(model)}
    open_rows = [
        row.code for number, row in enumerate(model.rows) if (room := model.room(number)) and room.is_open
    ]
    assert [task.selection.issue for task in lists["Questions to ask"] if task.selection] == open_rows
    assert [task.event for task in lists["Deadlines"]] == ["objection-deadline", "mandate-ends"]
    assert lists["Deadlines"][0].detail == "in 782 days"


def test_a_task_clicked_is_gone_to(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    page.session.select(None)
    # Tasks come in the next moment, after the inspector.
    qtbot.waitUntil(lambda: any(own.detail == "in 782 days" for own in page.side.findChildren(RowButton)))
    task = next(own for own in page.side.findChildren(RowButton) if own.detail.startswith("bridgeable"))
    qtbot.mouseClick(task, LEFT)
    chosen = page.session.view.selection
    assert chosen is not None
    assert chosen.issue == "lachin"
    deadline = next(own for own in page.side.findChildren(RowButton) if own.detail == "in 782 days")
    qtbot.mouseClick(deadline, LEFT)
    assert "Last day to object to a renewal" in list(texts(page.desk))


def test_a_party_unchecked_leaves_the_matrix(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    check = next(own for own in page.side.findChildren(PartyCheck) if own.text() == "EU")
    check.setFocus()
    qtbot.keyClick(check, Qt.Key.Key_Space)
    assert "EU" not in [column.label for column in page.session.model.columns]
    assert page.matrix.model is page.session.model
    qtbot.keyClick(check, Qt.Key.Key_Space)
    assert "EU" in [column.label for column in page.session.model.columns]


def test_distances_are_chosen_from_a_menu(window: MainWindow) -> None:
    page = page_of(window)
    menu = distances_menu(page.session, window)
    first = next(own for own in menu.findChildren(QMenu) if own.title() == "Distance from Baku to")
    first.aboutToShow.emit()
    eu = next(action for action in first.actions() if action.text() == "EU")
    eu.trigger()
    assert ("BAK", "EU") in {(line.first, line.second) for line in page.session.timeline.lines}
    menu.deleteLater()
