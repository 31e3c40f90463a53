"""Import and export by way of a real case file."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from db.case_file import create_case
from tests.workbench.exchange.nasty_cases import cases
from tests.workbench.exchange.small_tables import SMALL, write
from workbench.domain.case import TABLES, Case
from workbench.exchange import TablesError, export_tables, plan_import, read_tables

SAMPLE = Path(__file__).parents[3] / "resources" / "sample"


def test_the_sample_goes_in_and_comes_out_byte_for_byte(tmp_path: Path) -> None:
    tables = read_tables(SAMPLE)
    with create_case(tmp_path / "s.positions", fill=plan_import(Case(), tables).operation) as store:
        export_tables(store.read_case(), tmp_path / "out")
        assert plan_import(store.read_case(), tables).is_empty
    for table in TABLES:
        name = f"{table}.csv"
        assert (tmp_path / "out" / name).read_bytes() == (SAMPLE / name).read_bytes(), name


def test_an_import_is_one_step_and_can_be_undone(tmp_path: Path) -> None:
    with create_case(tmp_path / "s.positions") as store:
        plan = plan_import(store.read_case(), read_tables(write(tmp_path / "small", SMALL)))
        store.perform(plan.operation)
        assert len(store.read_case().positions) == 2
        assert store.undo_label == "Import tables from small"
        store.undo()
        assert store.read_case() == Case()


def test_a_refused_import_leaves_the_case_as_it_was(tmp_path: Path) -> None:
    with create_case(tmp_path / "s.positions") as store:
        broken = SMALL | {"judgements": SMALL["judgements"].replace("compatible", "fine")}
        with pytest.raises(TablesError):
            plan_import(store.read_case(), read_tables(write(tmp_path / "small", broken)))
        assert store.read_case() == Case()
        assert not store.undo_label


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(case=cases())
def test_any_case_goes_through_a_file(case: Case) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        export_tables(case, folder / "t.xlsx")
        plan = plan_import(Case(), read_tables(folder / "t.xlsx"))
        with create_case(folder / "c.positions", fill=None if plan.is_empty else plan.operation) as store:
            kept = store.read_case()
        assert kept == case
        export_tables(case, folder / "before")
        export_tables(kept, folder / "after")
        for path in (folder / "before").iterdir():
            assert path.read_bytes() == (folder / "after" / path.name).read_bytes()
