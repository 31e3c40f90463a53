"""What is told of a case after something was done to it is what stands in the file then."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.case_file import create_case
from db.store import SqliteCaseStore
from tests.db.samples import GROUND, Do, fill, positions, put, records
from tests.db.test_reading import dtypes, meaning
from tests.db.test_store import fresh
from workbench.columns import CaseColumns
from workbench.columns_after import MOST, columns_after
from workbench.domain.audience import PRINCIPAL, PUBLIC, ROOM, TEAM, VAULT, Audience, AudienceKind
from workbench.domain.case import Record, key_of, table_of
from workbench.domain.dates import parse_date
from workbench.domain.errors import CaseError
from workbench.domain.event import Event
from workbench.domain.issue import Option
from workbench.domain.labels import Label
from workbench.domain.party import Party
from workbench.domain.position import Position
from workbench.domain.vocabulary import Stance
from workbench.ports import ChangeSet, Work
from workbench.snapshot import Snapshot, take_snapshot


def assert_told(store: SqliteCaseStore, before: CaseColumns, done: ChangeSet, *, is_new: bool = True) -> bool:
    """Whether the changes tell all; if they do, it is what stands in the file."""
    after = columns_after(before, done, is_new=is_new)
    if after is None:
        return False
    assert meaning(after) == meaning(store.read())
    assert dtypes(after) == dtypes(store.read())
    return True


def removing(table: str, *keys: tuple[str, ...]) -> Do:
    def run(work: Work) -> None:
        for key in keys:
            work.remove(table, key)

    return Do(run)


def moving(table: str, key: tuple[str, ...], before: tuple[str, ...] | None) -> Do:
    return Do(lambda work: work.move(table, key, before))


def all_of(*every: Do) -> Do:
    def run(work: Work) -> None:
        for own in every:
            own.run(work)

    return Do(run)


NEW = Position("new", "BAK", "lachin", parse_date("2023-04-01?"), stances={"free": Stance.OPPOSES})

TOLD: dict[str, Callable[[Any], Do]] = {
    "new position": lambda _: put(NEW),
    "new position without stances": lambda _: put(replace(NEW, stances={})),
    "positions changed": lambda case: put(
        replace(case.positions[3], statement="Another", stances={}, sources=(), until=parse_date("2031")),
        replace(case.positions[8], salience=None, track=case.positions[8].track, known_to=("MOW",)),
    ),
    "new and changed twice": lambda _: all_of(put(NEW), put(replace(NEW, statement="Once more"))),
    "gone": lambda case: removing("positions", (case.positions[5].ref,), (case.positions[0].ref,)),
    "last gone": lambda case: removing("positions", (case.positions[-1].ref,)),
    "gone and there again": lambda case: all_of(
        removing("positions", (case.positions[2].ref,)), put(case.positions[2])
    ),
    "changed and gone": lambda case: all_of(
        put(replace(case.positions[2], statement="x")), removing("positions", (case.positions[2].ref,))
    ),
    "new option in the middle": lambda case: all_of(
        put(Option(case.issues[0].code, "typed", "Typed just now")),
        put(replace(NEW, issue=case.issues[0].code, stances={"typed": Stance.DEMANDS})),
    ),
    "option renamed for people": lambda case: put(replace(case.options[0], label="Another label")),
    "new party": lambda _: put(Party("NEW", "New party"), replace(NEW, party="NEW")),
    "event and title": lambda case: put(
        Event("E-new", parse_date("2024-02"), title="Talks"), replace(case.entries[0], value="Title")
    ),
    "event gone": lambda case: removing("events", (case.events[0].code,)),
}
UNTOLD: dict[str, Callable[[Any], Do]] = {
    "moved": lambda case: moving("issues", (case.issues[2].code,), (case.issues[0].code,)),
    "other code": lambda case: Do(
        lambda work: work.put(replace(case.parties[0], code="AZE"), was=(case.parties[0].code,))
    ),
    "source gone": lambda case: removing("sources", (_unused_source(case),)),
}


def _unused_source(case: Any) -> str:
    used = {
        own.code for table in (case.positions, case.events, case.linkages) for r in table for own in r.sources
    }
    return next(source.code for source in case.sources if source.code not in used)


@pytest.mark.parametrize("name", TOLD)
def test_what_is_told_is_what_stands_in_the_file(sample: SqliteCaseStore, name: str) -> None:
    before, operation = sample.read(), TOLD[name](sample.read_case())
    assert assert_told(sample, before, sample.perform(operation))
    done = sample.read()
    undone = sample.undo()
    assert undone is not None
    assert_told(sample, done, undone, is_new=False)
    again = sample.redo()
    assert again is not None
    assert_told(sample, before, again, is_new=False)


@pytest.mark.parametrize("name", UNTOLD)
def test_what_is_not_told_is_read_again(sample: SqliteCaseStore, name: str) -> None:
    before, operation = sample.read(), UNTOLD[name](sample.read_case())
    assert not assert_told(sample, before, sample.perform(operation))


def test_what_was_removed_and_comes_back_does_not_stand_at_the_end(sample: SqliteCaseStore) -> None:
    case = sample.read_case()
    sample.perform(removing("positions", (case.positions[0].ref,)))
    before, undone = sample.read(), sample.undo()
    assert undone is not None
    assert not assert_told(sample, before, undone, is_new=False)


def test_nothing_and_very_much_are_read_again(sample: SqliteCaseStore) -> None:
    before = sample.read()
    assert columns_after(before, ChangeSet("1", "", Label(""), "", datetime.now(UTC), ())) is None
    many = [replace(NEW, ref=f"new-{number}") for number in range(MOST + 1)]
    assert not assert_told(sample, before, sample.perform(put(*many)))


def test_after_a_merge_the_case_is_read_again(sample: SqliteCaseStore) -> None:
    before, done = sample.read(), sample.perform(replace(put(NEW), name="merge"))
    assert not assert_told(sample, before, done)


@pytest.mark.parametrize("missed", [put(NEW), put(replace(NEW, statement="Missed")), put(Party("BAK", "x"))])
def test_what_was_missed_is_noticed_where_it_matters(sample: SqliteCaseStore, missed: Do) -> None:
    before = sample.read()
    sample.perform(missed)
    after = put(replace(NEW, statement="After"), replace(sample.read_case().parties[0], notes="After"))
    assert sample.read_case().parties[0].code == "BAK"
    assert not assert_told(sample, before, sample.perform(after))


def removing_if_there(table: str, key: tuple[str, ...]) -> Do:
    def run(work: Work) -> None:
        if work.get(table, key) and not work.referring(table, key):
            work.remove(table, key)

    return Do(run)


def moving_to_the_end(table: str, key: tuple[str, ...]) -> Do:
    return Do(lambda work: work.move(table, key, None) if work.get(table, key) else None)


def keyed(record: Record) -> tuple[str, tuple[str, ...]]:
    return table_of(record), key_of(record)


def all_together(every: list[Do]) -> Do:
    return all_of(*every)


one_thing = st.one_of(
    records.map(put),
    positions.map(put),
    positions.map(put),
    st.one_of(records, positions).map(lambda own: removing_if_there(*keyed(own))),
    records.filter(lambda own: table_of(own) != "positions").map(lambda own: moving_to_the_end(*keyed(own))),
)
operations = st.lists(one_thing, min_size=1, max_size=4).map(all_together)
steps = st.lists(st.one_of(operations, operations, st.sampled_from(("undo", "redo"))), max_size=8)


def seen(snapshot: Snapshot) -> dict[str, Any]:
    """Return everything that an audience sees of a case as plain values."""
    told = meaning(CaseColumns(snapshot.case, snapshot.table))
    for name in ("source_not_shown", "effective", "ends", "stances", "option_start", "by_effective"):
        told[name] = getattr(snapshot, name).tolist()
    told["locations"] = repr(snapshot.locations.tolist())
    return told


def everybody(columns: CaseColumns) -> list[Audience]:
    parties = [Audience(AudienceKind.PARTY, party.code) for party in columns.case.parties]
    return [PUBLIC, ROOM, TEAM, PRINCIPAL, VAULT, *parties]


def step(store: SqliteCaseStore, what: Do | str) -> ChangeSet | None:
    """Do something; return none where nothing came of it, such as for naming what is gone."""
    if not isinstance(what, Do):
        return store.undo() if what == "undo" else store.redo()
    try:
        return store.perform(what)
    except CaseError:
        return None


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(every=steps)
def test_anything_one_operation_after_the_other(tmp_path: Path, every: list[Do | str]) -> None:
    with create_case(fresh(tmp_path), fill=fill(GROUND)) as store:
        told = store.read()
        for what in every:
            done = step(store, what)
            after = done and columns_after(told, done, is_new=isinstance(what, Do))
            stands = store.read()
            told = stands if after is None else after
            assert meaning(told) == meaning(stands)
            assert dtypes(told) == dtypes(stands)
        for audience in everybody(told):
            assert seen(take_snapshot(told, audience)) == seen(take_snapshot(store.read(), audience))
