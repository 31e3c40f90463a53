"""Tables checked column by column, held against the same tables checked row by row."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.workbench.exchange.nasty_cases import applied, cases
from workbench.columns import columns_of
from workbench.domain.case import TABLES, Case, key_of
from workbench.domain.position import Position
from workbench.exchange import ImportPlan, Table, Tables, TablesError, plan_import
from workbench.exchange.columns import SPECS
from workbench.exchange.columnwise import read_by_columns
from workbench.exchange.rowtext import table_columns, table_rows
from workbench.exchange.standing import StandingPositions, StandingRecords
from workbench.exchange.tables import ColumnRows

WRONG = ("", "nobody", "2023-13", "a;a", "x@y", "200", " ", "red line", "A", "2019/2018")


@st.composite
def tables_of(draw: st.DrawFn, case: Case) -> Tables:
    """Draw the tables of a case, with some columns and rows left out, and now and then a wrong cell."""
    tables = {}
    for name in draw(st.sets(st.sampled_from(TABLES), min_size=1)):
        columns = table_columns(name)
        kept = [place for place in range(len(columns)) if columns[place].is_required or draw(st.booleans())]
        rows = [[row[place] for place in kept] for row in table_rows(case, name, columns)]
        rows = [row for row in rows if draw(st.integers(0, 9))]
        if rows and draw(st.integers(0, 3)) == 0:
            row, cell = draw(st.sampled_from(rows)), draw(st.integers(0, len(kept) - 1))
            row[cell] = draw(st.sampled_from(WRONG))
        named = tuple(columns[place].name for place in kept)
        tables[name] = Table(name, named, rows, range(2, len(rows) + 2))
    return Tables("drawn", {name: tables[name] for name in TABLES if name in tables})


@st.composite
def imports(draw: st.DrawFn) -> tuple[Case, Tables]:
    """Draw a case, or none at all, and tables that are its own, some of another, or wrong."""
    written = draw(cases())
    standing = draw(st.sampled_from(("none", "same", "other")))
    case = {"none": Case(), "same": written, "other": draw(cases())}[standing]
    return case, draw(tables_of(written))


def outcome(case: Case, tables: Tables) -> ImportPlan | list[str]:
    try:
        return plan_import(case, tables)
    except TablesError as error:
        return list(map(str, error.problems))


@contextmanager
def row_by_row() -> Iterator[None]:
    with patch("workbench.exchange.planner.read_by_columns", return_value=None):
        yield


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(drawn=imports())
def test_columns_plan_what_rows_plan(drawn: tuple[Case, Tables]) -> None:
    by_columns = outcome(*drawn)
    with row_by_row():
        by_rows = outcome(*drawn)
    if isinstance(by_columns, list) or isinstance(by_rows, list):
        assert by_columns == by_rows
        return
    assert list(by_columns.changes) == list(by_rows.changes)
    assert by_columns.summary == by_rows.summary
    assert by_columns.records == by_rows.records
    assert by_columns.notices == by_rows.notices
    assert repr(applied(drawn[0], by_columns)) == repr(applied(drawn[0], by_rows))
    assert list(plan_import(columns_of(drawn[0]), drawn[1]).changes) == list(by_rows.changes)


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(case=cases())
def test_positions_in_columns_have_the_cells_of_their_records(case: Case) -> None:
    in_columns, as_records = StandingPositions(columns_of(case)), StandingRecords(case.positions)
    for column in SPECS["positions"].columns:
        assert list(in_columns.cells(column)) == list(as_records.cells(column)), column.name
    assert list(in_columns.places()) == list(as_records.places())
    assert list(in_columns.refs()) == list(as_records.refs())
    assert [in_columns.record(row) for row in range(len(in_columns))] == list(case.positions)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(case=cases())
def test_right_tables_of_a_new_case_need_no_second_look(case: Case) -> None:
    from workbench.exchange.known import KnownCodes  # noqa: PLC0415

    tables = {}
    for name in TABLES:
        columns = table_columns(name)
        cells = list(zip(*table_rows(case, name, columns), strict=True))
        rows = ColumnRows(cells) if cells else ()
        tables[name] = Table(name, tuple(own.name for own in columns), rows, range(2, len(rows) + 2))
    known = KnownCodes(Case(), Tables("whole", tables))
    for name, table in tables.items():
        if name not in ("case", "groups") and table.rows:
            read = read_by_columns(SPECS[name], table, StandingRecords(()), known)
            assert read is not None
            assert read.added is not None
            assert tuple(map(key_of, read.added)) == tuple(map(key_of, case.table(name)))
            if name == "positions":
                assert [own.stances for own in read.added if isinstance(own, Position)] == [
                    own.stances for own in case.positions
                ]
