"""What goes out comes back the same, whatever the texts are."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.workbench.exchange.nasty_cases import HARD_TEXTS, applied, cases
from workbench.domain.case import TABLES, Case
from workbench.domain.party import Party
from workbench.exchange import export_tables, plan_import, read_tables

SAMPLE = Path(__file__).parents[3] / "resources" / "sample"
FORMATS = ("folder", "tables.xlsx", "tables.json")


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


@pytest.fixture(scope="module")
def sample() -> Case:
    return applied(Case(), plan_import(Case(), read_tables(SAMPLE)))


def test_export_of_the_sample_is_the_sample_byte_for_byte(sample: Case, tmp_path: Path) -> None:
    export_tables(sample, tmp_path / "out")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(
        f"{name}.csv" for name in TABLES
    )
    for path in (tmp_path / "out").iterdir():
        assert path.read_bytes() == (SAMPLE / path.name).read_bytes(), path.name


@pytest.mark.parametrize("name", FORMATS)
def test_sample_comes_back(sample: Case, tmp_path: Path, name: str) -> None:
    export_tables(sample, tmp_path / name)
    tables = read_tables(tmp_path / name)
    assert applied(Case(), plan_import(Case(), tables)) == sample
    assert plan_import(sample, tables).is_empty


def test_second_export_of_a_workbook_is_the_same_file(sample: Case, tmp_path: Path) -> None:
    export_tables(sample, tmp_path / "one.xlsx")
    export_tables(sample, tmp_path / "two.xlsx")
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


@pytest.mark.parametrize("name", FORMATS)
def test_hard_texts_come_back_sign_by_sign(tmp_path: Path, name: str) -> None:
    parties = tuple(
        Party(f"P{number}", f"Party {number}", notes=text) for number, text in enumerate(HARD_TEXTS)
    )
    export_tables(Case(parties=parties), tmp_path / name)
    back = applied(Case(), plan_import(Case(), read_tables(tmp_path / name)))
    assert [party.notes for party in back.parties] == list(HARD_TEXTS)


@pytest.mark.parametrize("name", FORMATS)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(case=cases())
def test_any_case_comes_back(folder: Path, name: str, case: Case) -> None:
    export_tables(case, folder / name)
    tables = read_tables(folder / name)
    back = applied(Case(), plan_import(Case(), tables))
    assert back == case
    assert [list(position.stances) for position in back.positions] == [
        list(position.stances) for position in case.positions
    ]
    again = plan_import(case, tables)
    assert again.is_empty
    assert not again.records


@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(case=cases())
def test_every_format_holds_the_same(folder: Path, case: Case) -> None:
    read = []
    for name in FORMATS:
        export_tables(case, folder / name)
        tables = read_tables(folder / name).tables
        read.append({table: [list(row) for row in tables[table].rows] for table in TABLES})
    assert read[0] == read[1] == read[2]
