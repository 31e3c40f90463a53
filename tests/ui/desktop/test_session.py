from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from inspect import unwrap

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.sample_case import sample_case
from tests.ui.desktop.memory_store import MemoryStore
from ui.desktop.reading import Reading
from ui.desktop.session import CaseSession
from ui.desktop.view_state import Selection, ViewState, a_year_before, case_day
from workbench.domain.audience import PRINCIPAL, PUBLIC, TEAM, VAULT, Audience
from workbench.domain.case import Case, CaseEntry
from workbench.domain.labels import Label
from workbench.domain.party import Party
from workbench.domain.vocabulary import IssueKind
from workbench.operations import PutRecord, RemoveRecord
from workbench.ports import ChangeSet
from workbench.readmodels import timeline
from workbench.readmodels.timeline import build_timeline

pytestmark = pytest.mark.usefixtures("qapp")


class CountingStore(MemoryStore):
    reads = 0

    def read(self):  # type: ignore[no-untyped-def]
        self.reads += 1
        return super().read()


@pytest.fixture
def store() -> CountingStore:
    return CountingStore(sample_case())


@pytest.fixture
def session(qapp: QApplication, store: CountingStore) -> CaseSession:
    assert qapp
    return CaseSession(store)


def test_a_case_opens_on_its_own_day_compared_with_a_year_before(session: CaseSession) -> None:
    assert session.view == ViewState(date(2023, 3, 20), date(2022, 3, 20))


def test_a_case_without_a_day_opens_on_today() -> None:
    assert case_day(Case(), date(2024, 5, 6)) == date(2024, 5, 6)
    assert case_day(Case(entries=(CaseEntry("as_of", "soon"),)), date(2024, 5, 6)) == date(2024, 5, 6)


def test_a_year_before_a_leap_day() -> None:
    assert a_year_before(date(2024, 2, 29)) == date(2023, 2, 28)


def test_moving_the_day_reads_nothing_again(session: CaseSession, store: CountingStore) -> None:
    snapshot, timeline = session.snapshot, session.timeline
    session.set_day(date(2022, 1, 1))
    session.set_day(date(2021, 1, 1))
    assert session.snapshot is snapshot
    assert session.timeline is timeline
    assert store.reads == 1


def test_the_same_day_gives_the_same_model(session: CaseSession) -> None:
    model = session.model
    session.select(Selection("lachin"))
    assert session.model is model
    session.set_day(date(2022, 1, 1))
    assert session.model is not model


def test_views_hear_what_changed(qtbot: QtBot, session: CaseSession) -> None:
    heard: list[object] = []
    session.view_changed.connect(heard.append)
    session.day_changed.connect(heard.append)
    session.set_day(date(2022, 1, 1))
    assert heard == [frozenset({"day"}), date(2022, 1, 1)]
    with qtbot.assertNotEmitted(session.view_changed):
        session.set_day(date(2022, 1, 1))


def test_an_edit_makes_everything_anew_and_is_told(qtbot: QtBot, session: CaseSession) -> None:
    model = session.model
    with qtbot.waitSignal(session.case_changed) as heard:
        session.perform(PutRecord(Party("OSCE", "OSCE")), "a view")
    assert heard.args[0].initiator == "a view"
    assert session.model is not model
    assert session.snapshot.parties[-1].code == "OSCE"
    session.undo()
    assert "OSCE" not in {party.code for party in session.snapshot.parties}
    session.redo()
    assert session.snapshot.parties[-1].code == "OSCE"


def test_what_cannot_be_done_is_said_and_changes_nothing(qtbot: QtBot, session: CaseSession) -> None:
    snapshot = session.snapshot
    with qtbot.waitSignal(session.failed) as heard, qtbot.assertNotEmitted(session.case_changed):
        assert session.perform(RemoveRecord("parties", ("NOBODY",))) is None
    assert "NOBODY" in heard.args[0]
    assert session.snapshot is snapshot


def test_a_selection_out_of_reach_is_dropped(session: CaseSession) -> None:
    session.select(Selection("troop-strength", ("STP",)))
    session.set_audience(PUBLIC)
    assert session.view.selection is None
    assert session.record("issues", ("troop-strength",)) is None


def test_a_selection_that_is_removed_is_dropped(session: CaseSession) -> None:
    session.perform(PutRecord(Party("OSCE", "OSCE")))
    session.select(Selection("lachin", ("OSCE",)))
    session.show_party("OSCE", shown=False)
    session.undo()
    assert session.view.selection is None
    assert session.view.hidden == frozenset()


@pytest.mark.parametrize(
    ("audience", "may"), [(PUBLIC, False), (TEAM, False), (PRINCIPAL, True), (VAULT, True)]
)
def test_records_are_changed_only_where_nothing_is_kept_back(
    session: CaseSession, audience: object, may: bool
) -> None:
    session.set_audience(audience)  # type: ignore[arg-type]
    assert session.may_edit is may


def test_a_case_that_is_read_only_is_not_changed() -> None:
    assert not CaseSession(MemoryStore(sample_case(), is_read_only=True)).may_edit


def test_an_unknown_party_as_audience_is_refused(qtbot: QtBot, session: CaseSession) -> None:
    with qtbot.waitSignal(session.failed):
        session.set_audience(Audience.parse("party:NOBODY"))
    assert session.view.audience == PRINCIPAL


def test_view_states_tell_in_what_they_differ() -> None:
    first = ViewState(date(2022, 1, 1))
    second = replace(first, day=date(2022, 1, 2), selection=Selection("a"))
    assert first.differing(second) == frozenset({"day", "selection"})


@pytest.fixture
def unwatched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without reading the case each time something is done, to see that it is told right."""
    monkeypatch.setattr(Reading, "after", unwrap(Reading.after))


@pytest.mark.usefixtures("unwatched")
def test_a_record_that_is_changed_is_not_read_for(session: CaseSession, store: CountingStore) -> None:
    position = replace(sample_case().positions[0], statement="Said so again.")
    session.perform(PutRecord(position))
    session.undo()
    session.redo()
    read = store.reads
    assert session.record("positions", (position.ref,)) == position
    assert read == 1


@pytest.mark.usefixtures("unwatched")
def test_what_was_done_here_while_something_was_taken_back_aside_is_not_lost(session: CaseSession) -> None:
    first, second = sample_case().positions[:2]
    session.perform(PutRecord(replace(first, statement="To be taken back.")))
    undone = session.store.undo()
    assert undone is not None
    aside = session.reading_after(undone)
    session.perform(PutRecord(replace(second, statement="Done meanwhile.")))
    session.adopt(undone, aside)
    assert session.record("positions", (first.ref,)) == first
    assert session.record("positions", (second.ref,)) == replace(second, statement="Done meanwhile.")


def drawn(session: CaseSession) -> list[tuple[str, object]]:
    return [(line.label, line.points) for line in session.timeline.lines]


@pytest.mark.parametrize("audience", [PRINCIPAL, TEAM])
def test_distances_after_an_edit_are_those_of_the_case_as_it_stands(
    session: CaseSession, audience: Audience
) -> None:
    session.set_audience(audience)
    pairs = (("YER", "BAK"), ("YER", "MOW"), ("BAK", "MOW"))
    session.set_pairs(pairs)
    assert session.timeline.lines
    for own in sample_case().positions[:12]:
        session.perform(PutRecord(replace(own, stances={}, salience=1.0)))
        fresh = build_timeline(session.snapshot, session.view.basis, pairs)
        assert drawn(session) == [(line.label, line.points) for line in fresh.lines]
    session.perform(PutRecord(replace(sample_case().issues[0], kind=IssueKind.FACT)))
    fresh = build_timeline(session.snapshot, session.view.basis, pairs)
    assert drawn(session) == [(line.label, line.points) for line in fresh.lines]


def test_distances_that_no_edit_touched_are_not_worked_out_again(
    session: CaseSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.set_pairs((("YER", "BAK"), ("YER", "MOW")))
    before = session.timeline
    worked_out: list[tuple[int, int]] = []
    series = timeline.distance_series
    monkeypatch.setattr(
        timeline, "distance_series", lambda *own: (worked_out.append(own[1:3]), series(*own))[1]
    )
    of_moscow = next(own for own in sample_case().positions if own.party == "MOW")
    session.perform(PutRecord(replace(of_moscow, statement="Said so again.")))
    assert session.timeline_at_hand.lines == ()
    assert session.timeline.lines == before.lines
    assert worked_out == [(session.snapshot.party_index("YER"), session.snapshot.party_index("MOW"))]
    assert session.timeline_at_hand is session.timeline


def test_what_changes_nothing_is_read_as_it_was(session: CaseSession, store: CountingStore) -> None:
    snapshot = session.snapshot
    session.perform(PutRecord(sample_case().positions[0]))
    done = ChangeSet("1", "", Label(""), "", datetime.now(UTC), ())
    assert session._reading.after(done, is_new=True) is session._reading
    assert session.record("positions", (sample_case().positions[0].ref,)) == snapshot.position(0)
