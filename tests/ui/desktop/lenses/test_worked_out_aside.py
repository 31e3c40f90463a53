"""What takes its time in a large case is worked out beside the window, and shown to nobody else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from threading import Event

import pytest
from PySide6.QtCore import Qt, QThread
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.desktop.doing import page_of, texts, trigger
from tests.ui.desktop.lenses.using import look_through
from ui.desktop.lenses import actors, parties_work
from ui.desktop.lenses.actors import ActorsLens
from ui.desktop.lenses.lens import Lens, TableOfTexts
from ui.desktop.lenses.parties import PartiesLens
from ui.desktop.window import MainWindow
from workbench.domain.audience import PUBLIC
from workbench.domain.party import Party
from workbench.domain.vocabulary import Basis
from workbench.operations import PutRecord
from workbench.readmodels.actors_figures import ActorsModel
from workbench.readmodels.parties_lens import PartiesOverTime

WORKING = "Working it out…"
KINDS: list[type[Lens]] = [PartiesLens, ActorsLens]


@pytest.fixture(params=KINDS, ids=lambda kind: kind.key)
def kind(request: pytest.FixtureRequest) -> type[Lens]:
    found: type[Lens] = request.param
    return found


@pytest.fixture
def aside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every case counts as a large one."""
    monkeypatch.setattr(parties_work, "_AT_ONCE", -1)
    monkeypatch.setattr(actors, "_AT_ONCE", -1)


@pytest.fixture
def gate(aside: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """What is worked out beside the window waits until this is set."""
    opened = Event()
    begin, make = PartiesOverTime.begin_on, ActorsModel.__init__

    def begin_later(work: PartiesOverTime, *given: object) -> PartiesOverTime:
        _wait_aside(opened)
        return begin(work, *given)  # type: ignore[arg-type]

    def make_later(model: ActorsModel, *given: object) -> None:
        _wait_aside(opened)
        make(model, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(PartiesOverTime, "begin_on", begin_later)
    monkeypatch.setattr(ActorsModel, "__init__", make_later)
    yield opened
    opened.set()


def _wait_aside(opened: Event) -> None:
    if not opened.is_set():
        assert not QThread.currentThread().isMainThread()
        assert opened.wait(20)


def words(lens: Lens) -> str:
    assert isinstance(lens, PartiesLens | ActorsLens)
    return lens.nothing.words.text() if lens.body.currentWidget() is lens.nothing else ""


def is_there(lens: Lens) -> bool:
    assert isinstance(lens, PartiesLens | ActorsLens)
    return lens.body.currentWidget() is not lens.nothing


def at_once(window: MainWindow, kind: type[Lens], monkeypatch: pytest.MonkeyPatch) -> TableOfTexts:
    """What the lens holds where it is worked out without a thread."""
    with monkeypatch.context() as patched:
        patched.setattr(parties_work, "_AT_ONCE", 10**9)
        patched.setattr(actors, "_AT_ONCE", 10**9)
        lens = look_through(window, kind)
        lens.refresh(None)
        table = lens.export_table()
    trigger(window, "view.lens_positions")
    lens.look_again()
    _forget(lens)
    return table


def _forget(lens: Lens) -> None:
    """Let a lens know nothing, as a new one."""
    if isinstance(lens, PartiesLens):
        lens._work = parties_work.PartiesWork(lens.session)
    assert isinstance(lens, PartiesLens | ActorsLens)
    lens._model = lens._ground = None


def test_a_small_case_is_there_at_once(window: MainWindow, kind: type[Lens]) -> None:
    assert is_there(look_through(window, kind))


def test_it_comes_while_the_window_answers_and_is_the_same(
    window: MainWindow, kind: type[Lens], gate: Event, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    gate.set()
    expected = at_once(window, kind, monkeypatch)
    gate.clear()
    lens = look_through(window, kind)
    QTest.qWait(60)
    assert words(lens) == WORKING
    gate.set()
    qtbot.waitUntil(lambda: is_there(lens))
    assert lens.export_table() == expected
    assert expected.rows


def test_an_export_waits_for_the_whole(
    window: MainWindow, kind: type[Lens], aside: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = at_once(window, kind, monkeypatch)
    lens = look_through(window, kind)
    assert lens.export_table() == expected
    assert is_there(lens)


def test_nothing_of_a_wider_audience_is_shown_to_a_narrower_one(
    window: MainWindow, kind: type[Lens], gate: Event, qtbot: QtBot
) -> None:
    session = page_of(window).session
    secret = {own.label for own in session.snapshot.parties}
    lens = look_through(window, kind)
    shown: list[object] = []
    monitored = lens.grid.show_grid if isinstance(lens, PartiesLens) else lens.rows.show  # type: ignore[attr-defined]

    def watched(*given: object) -> None:
        shown.append((lens._model and lens._model.snapshot, session.snapshot))  # type: ignore[attr-defined]
        monitored(*given)

    owner = lens.grid if isinstance(lens, PartiesLens) else lens.rows  # type: ignore[attr-defined]
    name = "show_grid" if isinstance(lens, PartiesLens) else "show"
    setattr(owner, name, watched)
    session.set_audience(PUBLIC)
    assert words(lens) == WORKING
    gate.set()
    qtbot.waitUntil(lambda: is_there(lens))
    assert secret
    assert [one for one, now in shown if one is not None and one is not now] == []
    assert lens._model.snapshot is session.snapshot  # type: ignore[attr-defined]


def test_what_was_shown_goes_at_once_when_the_audience_is_narrowed(
    window: MainWindow, kind: type[Lens], gate: Event, qtbot: QtBot
) -> None:
    session = page_of(window).session
    gate.set()
    lens = look_through(window, kind)
    qtbot.waitUntil(lambda: is_there(lens))
    labels = [own.label for own in session.snapshot.parties]
    gate.clear()
    session.set_audience(PUBLIC)
    assert words(lens) == WORKING
    shown = lens.table if isinstance(lens, ActorsLens) else lens.grid  # type: ignore[attr-defined]
    told = " ".join(texts(shown))
    assert not [label for label in labels if label in told]
    assert not lens.rows.rowCount() if isinstance(lens, ActorsLens) else shown.port() is None
    assert lens.chosen_record() is None
    gate.set()
    qtbot.waitUntil(lambda: is_there(lens))


def test_another_basis_while_it_is_worked_out_drops_the_first(
    window: MainWindow, kind: type[Lens], gate: Event, qtbot: QtBot
) -> None:
    session = page_of(window).session
    lens = look_through(window, kind)
    wanted = Basis.DECLARED if session.view.basis is Basis.ASSESSED else Basis.ASSESSED
    session.set_basis(wanted)
    gate.set()
    qtbot.waitUntil(lambda: is_there(lens))
    assert lens._model.standing.basis is wanted  # type: ignore[attr-defined]


def test_another_day_while_it_is_worked_out_is_the_day_shown(
    window: MainWindow, kind: type[Lens], gate: Event, qtbot: QtBot
) -> None:
    session = page_of(window).session
    lens = look_through(window, kind)
    day = session.view.day.replace(year=session.view.day.year - 1)
    session.set_day(day)
    gate.set()
    qtbot.waitUntil(lambda: is_there(lens) and lens._model.standing.day == day)  # type: ignore[attr-defined]


def test_after_an_edit_it_stays_with_what_is_chosen_until_it_is_worked_out_anew(
    window: MainWindow, kind: type[Lens], gate: Event, qtbot: QtBot
) -> None:
    session = page_of(window).session
    gate.set()
    lens = look_through(window, kind)
    qtbot.waitUntil(lambda: is_there(lens))
    code = session.snapshot.parties[2].code
    assert lens.reveal("parties", (code,))
    chosen = lens.chosen_record()
    assert chosen is not None
    gate.clear()
    party = session.record("parties", (code,))
    assert isinstance(party, Party)
    before = session.snapshot
    session.perform(PutRecord(replace(party, name="Another name")))
    assert session.snapshot is not before
    assert is_there(lens)
    gate.set()
    qtbot.waitUntil(lambda: lens._model.snapshot is session.snapshot)  # type: ignore[attr-defined]
    assert lens.chosen_record() == chosen


def test_a_lens_left_meanwhile_is_whole_when_one_comes_back(
    window: MainWindow, kind: type[Lens], gate: Event, qtbot: QtBot
) -> None:
    lens = look_through(window, kind)
    trigger(window, "view.lens_positions")
    gate.set()
    QTest.qWait(60)
    trigger(window, f"view.lens_{kind.key}")
    qtbot.waitUntil(lambda: is_there(lens))
    assert lens.export_table().rows


def test_closing_the_case_meanwhile_leaves_no_thread(
    window: MainWindow, kind: type[Lens], gate: Event
) -> None:
    lens = look_through(window, kind)
    assert isinstance(lens, PartiesLens | ActorsLens)
    running = [thread for _, thread in lens._aside._running]
    assert [thread.isRunning() for thread in running] == [True]
    gate.set()
    trigger(window, "file.close")
    assert [thread.isFinished() for thread in running] == [True]
    assert not lens._aside._running
    assert window.page is None


def test_the_keyboard_stays_with_the_lens(
    window: MainWindow, kind: type[Lens], gate: Event, qtbot: QtBot
) -> None:
    lens = look_through(window, kind)
    lens.setFocus(Qt.FocusReason.OtherFocusReason)
    gate.set()
    qtbot.waitUntil(lambda: is_there(lens))
    focus = window.focusWidget()
    assert focus is not None
    assert focus is lens.focusProxy()
