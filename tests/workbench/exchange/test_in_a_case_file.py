"""Import and export by way of a real case file."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from db.case_file import create_case
from tests.workbench.exchange.nasty_cases import cases
from tests.workbench.exchange.small_tables import SMALL, write
from workbench.domain.case import TABLES, Case
from workbench.exchange import TablesError, export_tables, plan_import, read_tables
from workbench.ports import Cancelled

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
        assert store.undo_label.say() == "Import tables from small"
        store.undo()
        assert store.read_case() == Case()


def test_a_refused_import_leaves_the_case_as_it_was(tmp_path: Path) -> None:
    with create_case(tmp_path / "s.positions") as store:
        broken = SMALL | {"judgements": SMALL["judgements"].replace("compatible", "fine")}
        with pytest.raises(TablesError):
            plan_import(store.read_case(), read_tables(write(tmp_path / "small", broken)))
        assert store.read_case() == Case()
        assert not store.undo_label


class Impatient:
    """Somebody who looks on for a while and then cancels."""

    def __init__(self, patience: int) -> None:
        self.seen: list[tuple[int, int | None, str]] = []
        self._patience = patience

    def __call__(self, done: int, total: int | None, label: str) -> None:
        self.seen.append((done, total, label))
        if len(self.seen) > self._patience:
            raise Cancelled


def test_long_work_tells_how_far_it_is(tmp_path: Path) -> None:
    watching = Impatient(10_000)
    votes = _votes(tmp_path, 25_000)
    plan = plan_import(Case(), read_tables(votes, form="long", progress=watching), watching)
    create_case(tmp_path / "v.positions", fill=replace(plan.operation, progress=watching)).close()
    assert [label for label, _ in groupby(label for _, _, label in watching.seen)] == [
        "Reading rows",
        "Checking rows",
        "Writing records",
    ]
    for label, steps in groupby(watching.seen, key=lambda seen: seen[2]):
        done = [seen[0] for seen in steps]
        assert done == sorted(done), label
    written, total, _ = watching.seen[-1]
    assert written == total == len(plan.changes)


def test_cancelling_at_any_moment_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("shortforms", "apply"):
        monkeypatch.setattr(f"workbench.exchange.{module}._AT_ONCE", 300)
    votes = _votes(tmp_path, 1000)
    path = tmp_path / "v.positions"
    with create_case(path, fill=plan_import(Case(), read_tables(SAMPLE)).operation) as store:
        case, label, patience = store.read_case(), store.undo_label, 0
        while True:
            watching = Impatient(patience)
            try:
                tables = read_tables(votes, form="long", progress=watching)
                plan = plan_import(case, tables, watching)
                store.perform(replace(plan.operation, progress=watching))
            except Cancelled:
                assert store.undo_label == label
                patience += 1
            else:
                break
            assert store.read().positions.ref == [position.ref for position in case.positions]
        assert patience > 8
        assert len(store.read().positions) == 1000 + len(case.positions)


def test_a_cancelled_new_case_leaves_no_file(tmp_path: Path) -> None:
    votes = _votes(tmp_path, 100)
    plan = plan_import(Case(), read_tables(votes, form="long"))
    with pytest.raises(Cancelled):
        create_case(tmp_path / "v.positions", fill=replace(plan.operation, progress=Impatient(1)))
    assert [path.name for path in tmp_path.iterdir()] == ["votes.csv"]


def _votes(folder: Path, count: int) -> Path:
    rows = (f"P{number % 50},R{number // 50},{('Yes', 'No')[number % 2]},2020" for number in range(count))
    path = folder / "votes.csv"
    path.write_text("party,issue,option,date\n" + "\n".join(rows), encoding="utf-8")
    return path


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
