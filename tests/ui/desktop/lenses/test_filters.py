"""What narrows a table stands next to it, is cleared by one action, and stays as it was left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.desktop.conftest import ShowWindow
from tests.ui.desktop.doing import LEFT, page_of, trigger
from tests.ui.desktop.lenses.using import column, look_through
from ui.desktop.lenses.events import EventsLens
from ui.desktop.lenses.history import HistoryLens
from ui.desktop.lenses.lens import untold
from ui.desktop.lenses.sources import SourcesLens
from ui.desktop.lenses.table_lens import TableLens
from ui.desktop.lenses.terms import TermsLens
from ui.desktop.view_state import Selection
from ui.desktop.window import MainWindow
from workbench.domain.audience import PUBLIC
from workbench.domain.event import Event
from workbench.domain.party import Party
from workbench.domain.source import Source
from workbench.operations import PutRecord

DOWN, SPACE = Qt.Key.Key_Down, Qt.Key.Key_Space


def choose(qtbot: QtBot, lens: TableLens, facet: str, key: str) -> None:
    """Walk down the box of a filter to something."""
    box = lens.filters.choosers[facet].box
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Home)
    for _step in range(box.count()):
        if box.currentData() == key:
            return
        qtbot.keyClick(box, DOWN)
    raise AssertionError(key)


def keys(lens: TableLens) -> list[tuple[str, ...]]:
    return [row.key for row in lens.table.rows_model.rows()]


def test_events_are_narrowed_by_kind_party_and_time(qtbot: QtBot, window: MainWindow) -> None:
    lens = look_through(window, EventsLens)
    view, every = page_of(window).session.view, page_of(window).session.snapshot.case.events
    assert view.compared is not None
    start = view.compared

    def told(passes: Callable[[Event], bool]) -> list[tuple[str, ...]]:
        return sorted((own.code,) for own in every if passes(own))

    choose(qtbot, lens, "kind", "agreement")
    assert sorted(keys(lens)) == told(lambda own: own.kind == "agreement")
    assert lens.bar.count.text == f"{len(keys(lens))} of {len(every)}"
    choose(qtbot, lens, "party", "BAK")
    assert sorted(keys(lens)) == told(lambda own: own.kind == "agreement" and "BAK" in own.parties)
    choose(qtbot, lens, "kind", "")
    assert sorted(keys(lens)) == told(lambda own: "BAK" in own.parties)
    choose(qtbot, lens, "party", "")
    choose(qtbot, lens, "when", "ahead")
    assert sorted(keys(lens)) == told(lambda own: (own.date.earliest or own.date.effective) > view.day)
    choose(qtbot, lens, "when", "past")
    assert sorted(keys(lens)) == told(lambda own: (own.date.earliest or own.date.effective) <= view.day)
    choose(qtbot, lens, "when", "period")
    seen = set(keys(lens))
    for own in every:
        ends = [date.latest for date in (own.date, own.until) if date is not None and date.latest]
        first = own.date.earliest or own.date.effective
        assert ((own.code,) in seen) == (first <= view.day and max([first, *ends]) >= start), own.code
    page_of(window).session.set_compared(None)
    assert len(keys(lens)) == len(every)  # there is no period any more


def test_a_filter_that_another_table_does_not_have_offers_nothing(qtbot: QtBot, window: MainWindow) -> None:
    lens = look_through(window, EventsLens)
    kinds = lens.filters.choosers["kind"].box
    offered = [kinds.itemText(place) for place in range(kinds.count())]
    qtbot.mouseClick(lens.bar.choices["deadlines"], LEFT)
    assert not kinds.isVisible()
    assert kinds.count() == 0
    qtbot.mouseClick(lens.bar.choices["all"], LEFT)
    assert [kinds.itemText(place) for place in range(kinds.count())] == offered
    assert len(offered) > 2


def test_sources_are_narrowed_by_grade_terms_and_what_rests_on_them(qtbot: QtBot, window: MainWindow) -> None:
    session = page_of(window).session
    session.perform(PutRecord(Source("NEW", "Nothing rests on this")))
    lens = look_through(window, SourcesLens)
    rows = {row.source.code: row for row in lens.view.rows}
    choose(qtbot, lens, "grade", "A")
    assert sorted(keys(lens)) == sorted((c,) for c, own in rows.items() if own.source.reliability == "A")
    choose(qtbot, lens, "terms", "on record")
    assert sorted(keys(lens)) == sorted(
        (code,)
        for code, own in rows.items()
        if own.source.reliability == "A" and own.source.terms == "on record"
    )
    qtbot.mouseClick(lens.filters.way_back, LEFT)
    choose(qtbot, lens, "rests", "alone")
    assert sorted(keys(lens)) == sorted((code,) for code, own in rows.items() if own.alone)
    choose(qtbot, lens, "rests", "bare")
    assert sorted(keys(lens)) == sorted(
        (code,) for code, own in rows.items() if not own.positions + own.others
    )
    assert ("NEW",) in keys(lens)


def test_what_rests_on_one_source_is_narrowed_by_party_and_by_its_source(
    qtbot: QtBot, window: MainWindow
) -> None:
    lens = look_through(window, SourcesLens)
    choose(qtbot, lens, "grade", "A")
    qtbot.mouseClick(lens.bar.choices["on_one"], LEFT)
    assert set(column(lens, "grade")) == {"A"}  # it stays chosen where it can be
    choose(qtbot, lens, "party", "YER")
    positions = {own.ref: own for own in page_of(window).session.store.read_case().positions}
    assert keys(lens)
    assert {positions[key[0]].party for key in keys(lens)} == {"YER"}
    assert not lens.filters.choosers["rests"].isVisible()


def test_terms_are_narrowed_by_party_and_language(qtbot: QtBot, window: MainWindow) -> None:
    lens = look_through(window, TermsLens)
    terms = page_of(window).session.snapshot.case.terms
    choose(qtbot, lens, "party", "BAK")
    assert len(keys(lens)) == sum(own.party == "BAK" for own in terms)
    assert set(column(lens, "party")) == {"Baku"}


def rename(window: MainWindow, name: str) -> None:
    session = page_of(window).session
    own = session.record("parties", ("EU",))
    assert isinstance(own, Party)
    session.perform(PutRecord(replace(own, name=name)))


def test_the_history_is_narrowed_to_what_was_undone_and_to_kinds_of_records(
    qtbot: QtBot, window: MainWindow
) -> None:
    rename(window, "European Union, first")
    page_of(window).session.perform(PutRecord(Source("NEW", "A source")))
    rename(window, "European Union, second")
    trigger(window, "edit.undo")
    lens = look_through(window, HistoryLens)
    every = column(lens, "what")
    assert every[0].startswith("Undo: ")
    choose(qtbot, lens, "state", "undone")
    assert column(lens, "what") == ["Change party “EU”"]
    assert lens.table.rows_model.rows()[0].cells[1].detail == "undone"
    choose(qtbot, lens, "state", "undo and redo")
    assert column(lens, "what") == every[:1]
    choose(qtbot, lens, "state", "stands")
    assert column(lens, "what") == every[2:]
    choose(qtbot, lens, "kind", "sources")
    assert column(lens, "what")[0] == "Enter source “A source”"
    trigger(window, "edit.redo")
    choose(qtbot, lens, "kind", "")
    choose(qtbot, lens, "state", "")
    assert column(lens, "what")[2] == "Change party “EU”"  # stands again
    assert not any(row.cells[1].detail for row in lens.table.rows_model.rows())


def test_what_is_chosen_is_looked_for_in_all_of_the_history(qtbot: QtBot, window: MainWindow) -> None:
    page_of(window).session.perform(PutRecord(Source("NEW", "A source")))
    for number in range(130):
        rename(window, f"Name {number}")
    lens = look_through(window, HistoryLens)
    assert lens.bar.count.text == "the latest 100"
    rename(window, "European Union")
    trigger(window, "edit.undo")
    lens.filters.choose({"kind": "issues"})
    lens.filters.changed.emit()
    qtbot.waitUntil(lambda: len(column(lens, "what")) == 1)
    assert column(lens, "what")[0].startswith("Import")
    assert lens.bar.count.text == "1 of 134"


def test_where_nothing_is_left_the_way_back_is_said_and_seen(qtbot: QtBot, window: MainWindow) -> None:
    lens = look_through(window, EventsLens)
    said: list[str] = []
    lens.table.say_of_nothing = said.append  # type: ignore[method-assign]
    every = keys(lens)
    assert not lens.filters.way_back.isVisible()
    choose(qtbot, lens, "when", "ahead")
    choose(qtbot, lens, "kind", "ruling")
    assert not keys(lens)
    assert "Clear filters" in said[-1]
    assert lens.bar.count.text == f"0 of {len(every)}"
    lens.bar.finder.setFocus()
    qtbot.keyClicks(lens.bar.finder, "war")
    assert "“war”" in said[-1]
    assert "Clear filters" in said[-1]
    qtbot.keyClick(lens.bar.finder, Qt.Key.Key_Escape)
    lens.filters.way_back.setFocus()
    qtbot.keyClick(lens.filters.way_back, SPACE)
    assert keys(lens) == every
    assert not lens.filters.way_back.isVisible()
    assert lens.filters.choosers["kind"].box.hasFocus()  # and not nothing at all


def test_what_is_exported_is_what_is_let_through_and_says_so(qtbot: QtBot, window: MainWindow) -> None:
    lens = look_through(window, EventsLens)
    choose(qtbot, lens, "kind", "agreement")
    assert len(lens.export_table().rows) == len(keys(lens)) > 0
    assert "Kind: agreement" in lens.told()
    assert all("agreement" in row for row in lens.export_table().rows)


def test_all_of_the_history_that_is_let_through_is_exported(window: MainWindow) -> None:
    page_of(window).session.perform(PutRecord(Source("NEW", "A source")))
    for number in range(120):
        rename(window, f"Name {number}")
    trigger(window, "edit.undo")
    lens = look_through(window, HistoryLens)
    lens.filters.choose({"state": "stands"})
    lens.filters.changed.emit()
    table = lens.capture().table(untold)
    assert len(table.rows) == 1 + 1 + 119
    lens.filters.choose({"state": "undone"})
    lens.filters.changed.emit()
    assert [row[1] for row in lens.capture().table(untold).rows] == ["Change party “EU”\nundone"]


def test_filters_stay_across_edits_lenses_and_restarts(qtbot: QtBot, show: ShowWindow) -> None:
    window = show()
    lens = look_through(window, EventsLens)
    choose(qtbot, lens, "kind", "agreement")
    choose(qtbot, lens, "party", "BAK")
    found = keys(lens)
    page_of(window).session.perform(PutRecord(Source("NEW", "A source")))
    assert keys(lens) == found
    trigger(window, "view.lens_positions")
    assert keys(look_through(window, EventsLens)) == found
    window.files.open_path(page_of(window).session.store.path)
    lens = look_through(window, EventsLens)
    assert keys(lens) == found
    assert lens.filters.chosen == {"kind": "agreement", "party": "BAK"}
    assert lens.filters.way_back.isVisible()


def test_a_record_that_is_gone_to_is_shown_whatever_is_chosen(qtbot: QtBot, window: MainWindow) -> None:
    lens = look_through(window, EventsLens)
    choose(qtbot, lens, "kind", "ruling")
    other = next(own for own in page_of(window).session.snapshot.case.events if own.kind == "agreement")
    assert lens.reveal("events", (other.code,))
    assert lens.table.current_row().key == (other.code,)  # type: ignore[union-attr]


def test_a_party_out_of_reach_is_not_offered_and_its_filter_no_longer_holds(
    qtbot: QtBot, window: MainWindow
) -> None:
    session = page_of(window).session
    own = session.record("parties", ("EU",))
    assert isinstance(own, Party)
    lens = look_through(window, EventsLens)
    choose(qtbot, lens, "party", "EU")
    session.perform(PutRecord(replace(own, handling=type(own.handling)("restricted"))))
    session.set_audience(PUBLIC)
    assert lens.filters.chosen == {}
    box = lens.filters.choosers["party"].box
    assert "EU" not in [box.itemData(place) for place in range(box.count())]
    assert not [text for text in lens.told() if "EU" in text]


@pytest.mark.parametrize("kind", [EventsLens, SourcesLens, TermsLens, HistoryLens])
def test_every_filter_has_a_name_and_is_reached_by_keys(
    qtbot: QtBot, window: MainWindow, kind: type[TableLens]
) -> None:
    rename(window, "European Union")
    page_of(window).session.select(Selection("lachin", ("BAK",)))
    lens = look_through(window, kind)
    shown = [own.box for own in lens.filters.choosers.values() if own.isVisible()]
    assert shown
    lens.bar.finder.setFocus()
    reached = []
    for _step in range(12):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        reached.append(window.focusWidget())
    for box in shown:
        assert box.accessibleName()
        assert box in reached, box.accessibleName()
