from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.case_file import create_case
from db.store import SqliteCaseStore
from tests.db.samples import GROUND, Do, fill, positions, put
from tests.db.test_store import fresh
from workbench.columns import CaseColumns, PositionColumns, columns_of, position_record
from workbench.domain.case import Case, CaseEntry
from workbench.domain.issue import Issue, Option
from workbench.domain.position import Position


def meaning(columns: CaseColumns) -> dict[str, Any]:
    """Return columns as plain values, dates in place of their numbers, which may differ."""
    table = columns.positions
    told: dict[str, Any] = {"case": columns.case}
    for field in fields(PositionColumns):
        value = getattr(table, field.name)
        told[field.name] = value.tolist() if isinstance(value, np.ndarray) else value
    dates = told.pop("dates")
    for name in ("since", "until"):
        told[name] = [None if number < 0 else dates[number] for number in told[name]]
    told["salience"] = [None if value != value else value for value in told["salience"]]  # noqa: PLR0124
    return {name: list(value) if isinstance(value, tuple) else value for name, value in told.items()}


def dtypes(columns: CaseColumns) -> dict[str, np.dtype[Any]]:
    own = {field.name: getattr(columns.positions, field.name) for field in fields(PositionColumns)}
    return {name: value.dtype for name, value in own.items() if isinstance(value, np.ndarray)}


def assert_same(store: SqliteCaseStore) -> None:
    read, made = store.read(), columns_of(store.read_case())
    assert meaning(read) == meaning(made)
    assert dtypes(read) == dtypes(made)


def test_columns_of_the_sample(sample: SqliteCaseStore) -> None:
    assert_same(sample)
    case, columns = sample.read_case(), sample.read()
    assert [position_record(columns, row) for row in range(len(columns.positions))] == list(case.positions)


def test_columns_of_an_empty_case(store: SqliteCaseStore) -> None:
    assert_same(store)
    assert len(store.read().positions) == 0
    assert dtypes(store.read()) == dtypes(columns_of(Case()))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some=st.lists(positions, max_size=6), gone=st.sampled_from(("p1", "p2", "p3", "none")))
def test_columns_of_any_positions(tmp_path: Path, some: list[Position], gone: str) -> None:
    """With gaps in the ids, and options and issues that stand in another order than they were made."""
    with create_case(fresh(tmp_path), fill=fill(GROUND)) as store:
        store.perform(Do(lambda work: work.put_all(some)))
        if any(position.ref == gone for position in some):
            store.perform(Do(lambda work: work.remove("positions", (gone,))))
        store.perform(Do(lambda work: work.move("issues", ("status",), ("road",))))
        store.perform(Do(lambda work: work.move("options", ("road", "perhaps"), ("road", "yes"))))
        assert_same(store)


def test_options_stand_in_the_order_of_their_issues(store: SqliteCaseStore) -> None:
    options = [Option("a", "1", "1"), Option("b", "1", "1"), Option("a", "2", "2"), Option("b", "2", "2")]
    store.perform(put(Issue("b", "B"), Issue("a", "A"), *options))
    assert list(store.read_case().options) == options  # as they were given
    assert [(own.issue, own.code) for own in store.read().case.options] == [
        ("b", "1"),
        ("b", "2"),
        ("a", "1"),
        ("a", "2"),
    ]


def test_read_shows_what_was_done_meanwhile(store: SqliteCaseStore) -> None:
    store.perform(put(CaseEntry("title", "One")))
    assert store.read().case.title == "One"
    store.perform(put(CaseEntry("title", "Two")))
    assert store.read().case.title == "Two"
