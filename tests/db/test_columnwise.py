"""Many new records at once, held against the same records one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.case_file import create_case
from db.replay import journal_rows, replay, standing
from db.store import SqliteCaseStore
from tests.db.samples import FILL_ORDER, GROUND, Do, dump, fill, records, sample_import
from workbench.domain.case import Record, key_of, table_of
from workbench.domain.party import Party
from workbench.domain.recordcolumns import RecordColumns
from workbench.ports import Change, Operation, Work

Write = Callable[[Work, tuple[Record, ...]], None]


def fresh(folder: Path) -> Path:
    return folder / f"{sum(1 for _ in folder.iterdir())}.positions"


def columns_of(table: str, records: tuple[Record, ...]) -> RecordColumns:
    names = [own.name for own in fields(records[0])]
    return RecordColumns(table, {name: [getattr(record, name) for record in records] for name in names})


def by_columns(work: Work, records: tuple[Record, ...]) -> None:
    work.put_all(columns_of(table_of(records[0]), records))


def one_by_one(work: Work, records: tuple[Record, ...]) -> None:
    for record in records:
        work.put(record)


def written(
    path: Path, ground: Operation | None, many: Iterable[Record], write: Write
) -> tuple[list[str], list[Change]]:
    """Return what is in the file, and what was told, after writing records table by table."""

    def run(work: Work) -> None:
        for _, own in groupby(many, key=table_of):
            write(work, tuple(own))

    with create_case(path, fill=ground) as store:
        told = store.perform(Do(run)).changes
        assert_replayed(store)
        return _lasting(store), list(told)


def _lasting(store: SqliteCaseStore) -> list[str]:
    """Return everything in the file but for what differs from one moment to the next."""
    lines = dump(store.path, history=True)
    return [line for line in lines if not any(own in line[:40] for own in ('"case_file"', '"operations"'))]


def assert_replayed(store: SqliteCaseStore) -> None:
    with store.reading() as connection:
        assert replay(journal_rows(connection)) == standing(connection)


@pytest.fixture(autouse=True)
def _however_few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("db.unit_of_work._FEW", 0)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=st.lists(records, min_size=1, max_size=30))
def test_columns_are_written_as_the_records_would_be(tmp_path: Path, drawn: list[Record]) -> None:
    first = [own for own in drawn if isinstance(own, type(drawn[0]))]
    many = tuple({key_of(own): own for own in first}.values())
    by_column, told = written(fresh(tmp_path), fill(GROUND), many, by_columns)
    by_record, expected = written(fresh(tmp_path), fill(GROUND), many, one_by_one)
    assert by_column == by_record
    assert told == expected


def test_the_sample_is_written_the_same_either_way(tmp_path: Path) -> None:
    with create_case(fresh(tmp_path), fill=sample_import()) as store:
        case = store.read_case()
    every = [record for table in FILL_ORDER for record in case.table(table)]
    by_column, _ = written(fresh(tmp_path), None, every, by_columns)
    by_record, _ = written(fresh(tmp_path), None, every, one_by_one)
    assert by_column == by_record


def test_the_last_part_of_many_columns_can_be_undone_with_all_the_others(store: SqliteCaseStore) -> None:
    codes = [f"P{number}" for number in range(45_000)]
    parties = RecordColumns("parties", {"code": codes, "name": codes})
    empty = dump(store.path)
    done = store.perform(Do(lambda work: work.put_all(parties)))
    assert len(done.changes) == 45_000
    assert done.tables == {"parties"}
    assert done.changes[-1].after == Party("P44999", "P44999")
    assert [own.key for own in done.changes[20_000:20_002]] == [("P20000",), ("P20001",)]
    back = store.undo()
    assert back is not None
    assert [own.before for own in back.changes[:1]] == [Party("P44999", "P44999")]
    assert not store.read_case().parties
    assert dump(store.path)[:1] == empty[:1]
    store.redo()
    assert [party.code for party in store.read_case().parties] == codes
    assert_replayed(store)


def test_columns_of_records_that_stand_already_change_them(store: SqliteCaseStore) -> None:
    codes = [f"P{number}" for number in range(30)]
    parties = RecordColumns("parties", {"code": codes, "name": codes})
    store.perform(Do(lambda work: work.put_all(parties)))
    before = dump(store.path)
    assert store.perform(Do(lambda work: work.put_all(parties))).changes == ()
    assert dump(store.path) == before
    others = RecordColumns("parties", {"code": [*codes, "Q", "Q"], "name": [*codes[:-1], "new", "q", "Q"]})
    done = store.perform(Do(lambda work: work.put_all(others)))
    assert [own.after for own in done.changes] == [Party("P29", "new"), Party("Q", "Q")]
