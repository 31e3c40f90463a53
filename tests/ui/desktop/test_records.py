"""Every record is changed where one looks at it: codes, groups, influences, judgements, the case itself."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desktop.doing import LEFT, click_cell, page_of, texts, trigger
from tests.ui.desktop.editing import focused, on_disk, retype
from ui.actions.ids import ActionId
from ui.desktop.editors.base import RecordEditor
from ui.desktop.editors.case import CaseEditor
from ui.desktop.editors.codes import CodeField
from ui.desktop.editors.fields import AreaField
from ui.desktop.editors.group import GroupEditor
from ui.desktop.editors.influence import InfluenceEditor
from ui.desktop.editors.issue import IssueEditor, OptionList
from ui.desktop.editors.judgement import JudgementEditor
from ui.desktop.editors.party import PartyEditor
from ui.desktop.view_state import Selection
from ui.desktop.window import MainWindow
from workbench.domain.level import Level
from workbench.domain.party import Group

ENTER, TAB, CONTROL = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier
EditorT = TypeVar("EditorT", bound=QWidget)


def editor(window: MainWindow, kind: type[EditorT]) -> EditorT:
    sheet = page_of(window).desk.currentWidget()
    assert isinstance(sheet, kind)
    return sheet


def recode(
    qtbot: QtBot, window: MainWindow, table: str, key: tuple[str, ...], code: str
) -> RecordEditor[object]:
    """Open a record, type another code and leave the field."""
    page_of(window).desk.open_record(table, key)
    sheet = editor(window, RecordEditor)
    field = sheet.fields["ref" if table == "positions" else "code"]
    assert isinstance(field, CodeField)
    field.line.setFocus()
    field.line.selectAll()
    qtbot.keyClicks(field.line, code)
    qtbot.keyClick(field.line, TAB)
    return sheet


def steps(window: MainWindow) -> int:
    return len(list(page_of(window).session.store.history()))


def test_the_code_of_a_party_changes_with_all_that_names_it(qtbot: QtBot, window: MainWindow) -> None:
    session, before = page_of(window).session, steps(window)
    whole = session.store.read_case()
    session.select(Selection("lachin", ("BAK", "STP")))
    recode(qtbot, window, "parties", ("BAK",), "AZE")
    assert steps(window) == before + 1
    assert session.view.selection == Selection("lachin", ("AZE", "STP"))
    case = session.store.read_case()
    assert "BAK" not in {own.party for own in case.positions}
    assert sum(own.party == "AZE" for own in case.positions) == sum(
        own.party == "BAK" for own in whole.positions
    )
    groups = {group.code: [member.party for member in group.members] for group in case.groups}
    assert groups["TRI"] == ["AZE", "YER", "MOW"]
    assert {own.actor for own in case.influences} >= {"AZE"}
    trigger(window, ActionId.UNDO)
    assert session.store.read_case() == whole
    assert session.view.selection == Selection("lachin", ("BAK", "STP"))


def test_what_is_hidden_or_folded_stays_so_under_another_code(qtbot: QtBot, window: MainWindow) -> None:
    session = page_of(window).session
    session.show_party("OPP", shown=False)
    session.fold("ARM", folded=True)
    recode(qtbot, window, "parties", ("OPP",), "OPPOS")
    recode(qtbot, window, "groups", ("ARM",), "ARMENIANS")
    assert session.view.hidden == {"OPPOS"}
    assert session.view.folded == {"ARMENIANS"}
    assert "ARMENIANS" in [column.code for column in session.model.columns]


def test_the_code_of_an_issue_changes_and_its_options_stay(qtbot: QtBot, window: MainWindow) -> None:
    recode(qtbot, window, "issues", ("lachin",), "road")
    sheet = editor(window, IssueEditor)
    assert isinstance(sheet.options, OptionList)
    assert len(sheet.options.rows) == 5
    assert sheet.subtitle.text() == "Issue road"
    assert {own.issue for own in on_disk(window).positions} >= {"road"}


def test_the_codes_of_option_source_and_position_change(qtbot: QtBot, window: MainWindow) -> None:
    recode(qtbot, window, "options", ("lachin", "scan"), "scanners")
    recode(qtbot, window, "sources", ("ALI21",), "ALIYEV21")
    recode(qtbot, window, "positions", ("bak-lachin-2023-03-a",), "bak-on-the-road")
    case = on_disk(window)
    position = next(own for own in case.positions if own.ref == "bak-on-the-road")
    assert "scanners" in position.stances
    assert any(source.code == "ALIYEV21" for own in case.positions for source in own.sources)
    source = next(own for own in case.sources if own.code == "ALIYEV21")
    assert source.identity == "Ilham Aliyev"


def test_a_code_that_is_taken_is_refused_beside_its_field(qtbot: QtBot, window: MainWindow) -> None:
    before = steps(window)
    sheet = recode(qtbot, window, "parties", ("BAK",), "YER")
    assert "another party “YER” already" in sheet.fields["code"].note.text()
    assert sheet.fields["code"].value() == "YER"
    assert sheet.record.code == "BAK"  # type: ignore[attr-defined]  # a party
    assert steps(window) == before


def test_a_code_that_tables_could_not_carry_is_told_beside_the_field(
    qtbot: QtBot, window: MainWindow
) -> None:
    before = steps(window)
    sheet = recode(qtbot, window, "parties", ("BAK",), "B;K")
    assert sheet.fields["code"].note.isVisible()
    assert "Expected" in sheet.fields["code"].note.text()
    assert steps(window) == before


def test_a_group_is_made_of_the_parties_selected(qtbot: QtBot, window: MainWindow) -> None:
    page_of(window).session.select(Selection("lachin", ("EU", "THR")))
    trigger(window, ActionId.ADD_GROUP)
    sheet = editor(window, GroupEditor)
    assert [row.party for row in sheet.members.rows] == ["EU", "THR"]
    qtbot.keyClicks(focused(), "Neighbours")
    since = sheet.members.rows[0].since
    since.setFocus()
    qtbot.keyClicks(since, "2023-02~")
    qtbot.keyClick(since, ENTER, CONTROL)
    session = page_of(window).session
    assert [fold.label for fold in session.model.folds][-1] == "Neighbours"
    made = session.record("groups", ("NEIGHBOURS",))
    assert isinstance(made, Group)
    assert made.members[0].since is not None
    assert made.members[0].since.text == "2023-02~"


def test_a_member_is_added_and_a_wrong_date_is_told(qtbot: QtBot, window: MainWindow) -> None:
    session, before = page_of(window).session, steps(window)
    page_of(window).desk.open_record("groups", ("ARM",))
    sheet = editor(window, GroupEditor)
    place = sheet.members.chooser.findText("Opposition")
    sheet.members.chooser.setFocus()
    sheet.members.chooser.setCurrentIndex(place)
    sheet.members.chooser.activated.emit(place)
    assert steps(window) == before + 1
    since = sheet.members.rows[2].since
    since.setFocus()
    qtbot.keyClicks(since, "2023-13")
    qtbot.keyClick(since, TAB)
    assert "2023-13" in sheet.members.note.text()
    assert steps(window) == before + 1
    record = session.record("groups", ("ARM",))
    assert isinstance(record, Group)
    assert [member.party for member in record.members] == ["YER", "STP", "OPP"]


def test_a_group_opens_from_its_party_and_from_its_header(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    page.desk.open_record("parties", ("YER",))
    sheet = editor(window, PartyEditor)
    assert [button.text() for button in sheet.groups.buttons] == [
        "Armenian side",
        "Signatories of the 2020 ceasefire statement",
    ]
    qtbot.mouseClick(sheet.groups.buttons[0], LEFT)
    assert editor(window, GroupEditor).record.code == "ARM"
    page.desk.close_all()
    page.session.fold("ARM", folded=True)
    port = page.matrix.port()
    assert port is not None
    place = port.party_rect(1).bottomLeft().toPoint() + QPoint(12, -8)
    qtbot.mouseDClick(page.matrix.viewport(), LEFT, pos=place)
    assert editor(window, GroupEditor).record.code == "ARM"


def test_an_influence_is_added_and_changed(qtbot: QtBot, window: MainWindow) -> None:
    page_of(window).session.select(Selection("lachin", ("EU", "STP")))
    trigger(window, ActionId.ADD_INFLUENCE)
    sheet = editor(window, InfluenceEditor)
    assert (sheet.actor.value(), sheet.on.value()) == ("EU", "STP")
    qtbot.mouseClick(sheet.record_button, LEFT)
    page_of(window).desk.open_record("influences", ("EU", "STP", ""))
    sheet = editor(window, InfluenceEditor)
    retype(qtbot, sheet.fields["since"], "2023-01")
    qtbot.keyClick(focused(), TAB)
    own = [own for own in on_disk(window).influences if (own.actor, own.on) == ("EU", "STP")]
    assert [(str(one.since), one.strength) for one in own] == [("2023-01", 1.0)]


def test_nobody_acts_on_oneself(qtbot: QtBot, window: MainWindow) -> None:
    before = steps(window)
    trigger(window, ActionId.ADD_INFLUENCE)
    sheet = editor(window, InfluenceEditor)
    sheet.on.set_value(sheet.actor.value())
    qtbot.mouseClick(sheet.record_button, LEFT)
    assert "two different parties" in sheet.footer.text()
    assert steps(window) == before


def test_the_title_of_the_case_is_changed_where_it_stands(qtbot: QtBot, window: MainWindow) -> None:
    page, before = page_of(window), steps(window)
    qtbot.mouseDClick(page.header.title, LEFT)
    sheet = editor(window, CaseEditor)
    retype(qtbot, sheet.fields["title"], "Talks of 2023")
    qtbot.keyClick(focused(), TAB)
    assert page.header.title.text == "Talks of 2023"
    assert steps(window) == before + 1
    trigger(window, ActionId.UNDO)
    assert sheet.fields["title"].value() == "South Caucasus 2018–2023"


def test_a_day_of_the_case_that_is_none_is_told(qtbot: QtBot, window: MainWindow) -> None:
    before = steps(window)
    trigger(window, ActionId.EDIT_CASE)
    sheet = editor(window, CaseEditor)
    line = sheet.fields["as_of"].entry
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "March")
    qtbot.keyClick(line, TAB)
    assert sheet.fields["as_of"].note.text().startswith("Expected")
    assert steps(window) == before


def test_a_judgement_of_a_room_is_of_those_whose_room_it_is(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    click_cell(qtbot, window, "", "lachin")
    qtbot.keyClick(page.matrix, Qt.Key.Key_J, CONTROL)
    sheet = editor(window, JudgementEditor)
    assert sheet.parties.value() == ("BAK", "YER", "STP", "MOW")
    reason = sheet.fields["reason"]
    assert isinstance(reason, AreaField)
    reason.area.setFocus()
    qtbot.keyClicks(reason.area, "Both said so.")
    qtbot.keyClick(reason.area, ENTER, CONTROL)
    level = sheet.fields["level"]
    assert level.note.text() == "Needed."  # none is suggested to whoever judges
    assert focused() is level.entry
    qtbot.keyClick(focused(), Qt.Key.Key_C)
    qtbot.keyClick(focused(), Qt.Key.Key_O)
    qtbot.keyClick(focused(), Qt.Key.Key_M)
    qtbot.keyClick(focused(), ENTER, CONTROL)
    room = page.session.model.room(0)
    assert room is not None
    assert room.judgement is Level.COMPATIBLE
    page.desk.inspector.refresh()
    assert "Both said so." in "\n".join(texts(page.desk.inspector))


def test_the_side_panel_lists_judgements_under_which_positions_changed(
    qtbot: QtBot, window: MainWindow
) -> None:
    page = page_of(window)
    page.desk.open_record("judgements", ("j-talks",))
    sheet = editor(window, JudgementEditor)
    retype(qtbot, sheet.fields["since"], "2020-01-01")
    qtbot.keyClick(focused(), TAB)
    page.side.refresh()
    qtbot.waitUntil(lambda: any("Judgements to review (1)" in text for text in texts(page.side)))
    assert any("moved since" in text for text in texts(page.side))


def test_every_action_of_this_menu_does_something(window: MainWindow) -> None:
    for name in (ActionId.ADD_GROUP, ActionId.ADD_INFLUENCE, ActionId.EDIT_CASE):
        action = window.findChild(QAction, name)
        assert action is not None
        assert action.isEnabled()
