from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.desktop.doing import LEFT, page_of, trigger
from tests.ui.desktop.lenses.using import column, editor_in, firsts, look_through
from ui.actions.ids import ActionId
from ui.desktop.editors.event import EventEditor
from ui.desktop.editors.fields import DateField, LineField
from ui.desktop.editors.term import TermEditor
from ui.desktop.lenses.events import EventsLens
from ui.desktop.lenses.terms import TermsLens
from ui.desktop.preferences.settings import NAMES
from ui.desktop.view_state import BOTH_NAMES, NEUTRAL_NAMES
from ui.desktop.window import MainWindow

ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab
CONTROL = Qt.KeyboardModifier.ControlModifier


def retype(qtbot: QtBot, field: object, text: str) -> None:
    assert isinstance(field, LineField | DateField)
    field.line.setFocus()
    field.line.selectAll()
    qtbot.keyClicks(field.line, text)


def test_deadlines_count_the_days_from_the_day_shown(qtbot: QtBot, window: MainWindow) -> None:
    lens = look_through(window, EventsLens)
    qtbot.mouseClick(lens.bar.choices["deadlines"], LEFT)
    assert column(lens, "left") == ["in 782 days", "in 966 days"]
    page_of(window).session.set_day(date(2025, 5, 10))
    assert column(lens, "left") == ["today", "in 184 days"]
    page_of(window).session.set_day(date(2025, 5, 11))
    assert column(lens, "left") == ["1 day ago", "in 183 days"]


def test_the_day_is_caught_up_with_when_the_lens_is_seen_again(window: MainWindow) -> None:
    lens = look_through(window, EventsLens)
    lens.show_page("deadlines")
    trigger(window, "view.lens_positions")
    page_of(window).session.set_day(date(2025, 5, 10))
    assert column(lens, "left")[0] == "in 782 days"
    look_through(window, EventsLens)
    assert column(lens, "left")[0] == "today"


def test_a_new_deadline_is_entered_beside(qtbot: QtBot, window: MainWindow) -> None:
    lens = look_through(window, EventsLens)
    qtbot.mouseClick(lens.add_button, LEFT)
    editor = editor_in(window)
    assert isinstance(editor, EventEditor)
    retype(qtbot, editor.fields["title"], "Next round in Brussels")
    retype(qtbot, editor.fields["date"], "2023-04-13")
    retype(qtbot, editor.fields["kind"], "deadline")
    qtbot.keyClick(editor, ENTER, CONTROL)
    row = lens.table.current_row()
    assert row is not None
    assert [own.text for own in row.cells[:4]] == [
        "2023-04-13", "Next round in Brussels", "deadline", "in 24 days",
    ]  # fmt: skip
    qtbot.keyClick(lens.table, ENTER)
    again = editor_in(window)
    retype(qtbot, again.fields["date"], "2023-04-14")
    qtbot.keyClick(again.fields["date"].entry, TAB)
    assert lens.table.current_row() is not None
    assert "in 25 days" in column(lens, "left")
    trigger(window, "edit.undo")
    assert "in 24 days" in column(lens, "left")


def test_an_impossible_date_is_refused_beside_the_field(qtbot: QtBot, window: MainWindow) -> None:
    look_through(window, EventsLens)
    trigger(window, "edit.add_event")
    editor = editor_in(window)
    retype(qtbot, editor.fields["title"], "Round")
    retype(qtbot, editor.fields["date"], "2023-02-30")
    qtbot.keyClick(editor, ENTER, CONTROL)
    assert editor_in(window) is editor
    assert "exist" in editor.fields["date"].note.text()


def test_forms_of_one_name_are_drawn_once(window: MainWindow) -> None:
    lens = look_through(window, TermsLens)
    model = lens.table.rows_model
    case = page_of(window).session.store.read_case()
    assert sorted(column(lens, "form")) == sorted(term.term for term in case.terms)
    same = [n for n in range(1, model.rowCount()) if firsts(lens)[n] == firsts(lens)[n - 1]]
    assert same
    assert all(model.is_repeated(place, 0) for place in same)
    index = model.index(same[0], 0)
    spoken = model.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"Neutral form: {firsts(lens)[same[0]]}"


def test_a_form_is_found_by_the_letters_one_has(qtbot: QtBot, window: MainWindow) -> None:
    lens = look_through(window, TermsLens)
    for query in ("xankendi", "XANKƏNDİ"):
        lens.bar.finder.setText(query)
        assert column(lens, "form") == ["Xankəndi"]


def test_a_form_is_added_and_changed(qtbot: QtBot, window: MainWindow) -> None:
    lens = look_through(window, TermsLens)
    qtbot.mouseClick(lens.add_button, LEFT)
    editor = editor_in(window)
    assert isinstance(editor, TermEditor)
    editor.subject.set_value("issue:lachin")
    retype(qtbot, editor.fields["neutral"], "Lachin corridor")
    editor.party.set_value("MOW")
    retype(qtbot, editor.fields["term"], "the road")
    retype(qtbot, editor.fields["language"], "en")
    qtbot.keyClick(editor, ENTER, CONTROL)
    assert "the road" in column(lens, "form")
    qtbot.keyClick(lens.table, ENTER)
    again = editor_in(window)
    retype(qtbot, again.fields["language"], "ru")
    qtbot.keyClick(again.fields["language"].entry, TAB)
    terms = page_of(window).session.store.read_case().terms
    own = [term for term in terms if term.party == "MOW"]
    assert [(term.term, term.language) for term in own] == [("the road", "ru")]


def test_the_same_form_is_not_entered_twice(qtbot: QtBot, window: MainWindow) -> None:
    lens = look_through(window, TermsLens)
    count = lens.table.rows_model.rowCount()
    qtbot.mouseClick(lens.add_button, LEFT)
    editor = editor_in(window)
    assert isinstance(editor, TermEditor)
    editor.subject.set_value("party:STP")
    retype(qtbot, editor.fields["neutral"], "Stepanakert")
    editor.party.set_value("BAK")
    retype(qtbot, editor.fields["term"], "something else")
    retype(qtbot, editor.fields["language"], "az")
    qtbot.keyClick(editor, ENTER, CONTROL)
    assert editor_in(window) is editor
    assert "already" in editor.footer.text()
    assert lens.table.rows_model.rowCount() == count


def test_which_names_are_shown_is_chosen_where_they_stand(qtbot: QtBot, window: MainWindow) -> None:
    lens = look_through(window, TermsLens)
    entries = [lens.names.box.itemText(place) for place in range(lens.names.box.count())]
    assert entries == ["Neutral", "All sides", "Baku: its own", "Yerevan: its own", "Stepanakert: its own"]
    lens.names.box.setFocus()
    qtbot.keyClick(lens.names.box, Qt.Key.Key_Down)
    session = page_of(window).session
    assert session.view.names == BOTH_NAMES
    assert window.registry.action(ActionId.NAMES_BOTH).isChecked()
    assert NAMES.read(window.settings) == BOTH_NAMES
    qtbot.keyClick(lens.names.box, Qt.Key.Key_Down)
    assert session.view.names == "BAK"
    assert "Zangezur corridor" in [issue.title for issue in session.snapshot.issues]
    window.registry.action(ActionId.NAMES_NEUTRAL).trigger()
    assert lens.names.key == NEUTRAL_NAMES


def test_a_language_has_its_name_and_is_found_by_its_tag(window: MainWindow) -> None:
    lens = look_through(window, TermsLens)
    assert set(column(lens, "language")) == {"Armenian", "Azerbaijani", "English"}
    lens.bar.finder.setText("hy")
    assert column(lens, "form") == ["Ստեփանակերտ"]
