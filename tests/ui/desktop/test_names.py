"""Contested names by policy: everywhere but in quotations, and never in what is written."""

from __future__ import annotations

from dataclasses import fields

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.desktop.conftest import ShowWindow
from tests.ui.desktop.doing import everything_read, page_of, texts
from ui.actions.ids import ActionId
from ui.desktop.editors.issue import IssueEditor
from ui.desktop.lenses.registry import LENSES
from ui.desktop.preferences.settings import NAMES
from ui.desktop.window import MainWindow
from workbench.domain.audience import PUBLIC, Audience
from workbench.domain.case import Case

NAMED = ("Control of the Lachin corridor", "Transport link through Syunik")
BY_BAKU = ("Control of the Lachin road", "Zangezur corridor")


def choose_party(window: MainWindow, label: str) -> None:
    """Choose a party's own names in the menu View."""
    menu = window.registry.action(ActionId.NAMES_PARTY).menu()
    assert menu is not None
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == label).trigger()


def kept_case(window: MainWindow) -> Case:
    return page_of(window).session.store.read_case()


def test_neutral_names_are_shown_at_first(window: MainWindow) -> None:
    shown = everything_read(window)
    assert all(title in shown for title in NAMED)
    assert "Zangezur" not in shown
    assert window.registry.action(ActionId.NAMES_NEUTRAL).isChecked()


def test_one_partys_own_names_stand_in_matrix_panel_inspector_and_time(
    qtbot: QtBot, window: MainWindow
) -> None:
    choose_party(window, "Baku")
    page = page_of(window)
    assert {row.title for row in page.session.model.rows} >= set(BY_BAKU)
    qtbot.wait(250)  # the inspector follows when it is quiet
    shown = everything_read(window)
    assert not any(title in shown for title in NAMED)
    assert "Xankəndi" in {column.label for column in page.session.model.columns}
    assert any("Xankəndi" in line.label for line in page.session.timeline.lines)
    assert any("Xankəndi" in event.title for event in page.session.timeline.events)


def test_all_sides_stand_beside_one_another(window: MainWindow) -> None:
    window.registry.action(ActionId.NAMES_BOTH).trigger()
    assert "Xankəndi / Ստեփանակերտ" in everything_read(window)


@pytest.mark.parametrize("lens", [own.key for own in LENSES if own.key not in ("terms", "history")])
def test_every_lens_follows(qtbot: QtBot, window: MainWindow, lens: str) -> None:
    page = page_of(window)
    page.centre.show_lens(lens)
    qtbot.wait(30)
    choose_party(window, "Baku")
    qtbot.wait(250)
    shown = "\n".join([*_texts_of(window), *_table_of(window)])
    for neutral in NAMED:
        assert neutral not in shown


def _texts_of(window: MainWindow) -> list[str]:
    centre = page_of(window).centre.currentWidget()
    assert centre is not None
    return list(texts(centre))


def _table_of(window: MainWindow) -> list[str]:
    lens = page_of(window).centre.lens
    if lens is None:
        return []
    return ["\n".join(row) for row in lens.export_table().rows]


def test_what_was_said_keeps_its_words(window: MainWindow) -> None:
    session = page_of(window).session
    before = session.snapshot.table.statement, session.snapshot.table.interest
    choose_party(window, "Stepanakert")
    assert (session.snapshot.table.statement, session.snapshot.table.interest) == before
    window.registry.action(ActionId.NAMES_BOTH).trigger()
    assert session.snapshot.table.statement == before[0]


def test_the_palette_shows_and_finds_both_forms(window: MainWindow) -> None:
    choose_party(window, "Baku")
    window.finding.open_palette()
    palette = window.finding.palette
    for typed in ("zangezur", "syunik"):
        palette.line.setText(typed)
        titles = [own.title for row in range(palette.model.rowCount()) if (own := palette.model.target(row))]
        assert "Zangezur corridor" in titles, typed


def test_nothing_of_the_choice_is_written(qtbot: QtBot, window: MainWindow) -> None:
    before = kept_case(window)
    choose_party(window, "Baku")
    page = page_of(window)
    page.desk.open_record("issues", ("lachin",))
    editor = page.desk.currentWidget()
    assert isinstance(editor, IssueEditor)
    editor.fields["notes"].setFocus()
    qtbot.keyClicks(editor.fields["notes"].entry, "Seen")
    editor.fields["title"].setFocus()
    after = kept_case(window)
    own = next(issue for issue in after.issues if issue.code == "lachin")
    assert "Seen" in own.notes
    assert own.title == "Control of the Lachin corridor"
    for field in fields(Case):
        if field.name != "issues":
            assert getattr(before, field.name) == getattr(after, field.name), field.name


def test_the_choice_is_remembered_and_harmless_where_the_party_is_not(show: ShowWindow) -> None:
    window = show()
    choose_party(window, "Baku")
    assert NAMES.read(window.settings) == "BAK"
    session = page_of(window).session
    session.set_audience(PUBLIC)
    assert session.view.names == "BAK"
    window.files.open_path(session.store.path)
    assert page_of(window).session.view.names == "BAK"
    NAMES.write(window.settings, "NOBODY")
    window.preferences.follow(page_of(window))
    assert page_of(window).session.view.names == "neutral"


def test_an_audience_gets_the_names_by_the_terms_it_may_see(window: MainWindow) -> None:
    session = page_of(window).session
    session.set_audience(Audience.parse("party:YER"))
    choose_party(window, "Baku")
    assert session.snapshot.audience == Audience.parse("party:YER")
    assert session.record("issues", ("lachin",)) is not None
