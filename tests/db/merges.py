"""Two copies of one case, edited apart and merged."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from db.case_file import open_case
from db.check import check_case
from db.merging import apply_merge, plan_merge
from db.store import SqliteCaseStore
from tests.db.samples import Do, put
from tests.db.test_store import exact
from workbench.domain.case import Case, Record
from workbench.domain.codes import SourceReference
from workbench.domain.dates import parse_date
from workbench.domain.position import Position
from workbench.domain.vocabulary import Stance
from workbench.merging import Choice, MergePlan, prefer
from workbench.operations.records import RemoveRecord

DAY = parse_date("2021-03-15")
WISH = {"yes": Stance.DEMANDS}
P1 = Position("p1", "A", "road", DAY, stances=WISH, statement="first", salience=40.0)
CITED = (SourceReference("S1"),)
Edit = Callable[[SqliteCaseStore], object]


def edit(path: Path, author: str, *edits: Edit) -> None:
    with open_case(path, author=author) as store:
        for own in edits:
            own(store)


def does(*records: Record) -> Edit:
    return lambda store: store.perform(put(*records))


def removes(table: str, *key: str) -> Edit:
    return lambda store: store.perform(RemoveRecord(table, key, with_dependants=True))


def renames(record: Record, *was: str) -> Edit:
    return lambda store: store.perform(Do(lambda work: work.put(record, was=was)))


def merge(path: Path, other: Path, choice: Choice | None = None) -> MergePlan:
    with open_case(path, author="Merger") as store:
        plan = plan_merge(store, other)
        apply_merge(store, plan, prefer(plan, choice) if choice else {})
    assert check_case(path).damage == ()
    return plan


def case(path: Path) -> Case:
    with open_case(path, read_only=True) as store:
        return store.read_case()


def position(path: Path, ref: str = "p1") -> Position:
    return next(own for own in case(path).positions if own.ref == ref)


def same(one: Case, other: Case) -> None:
    """Compare two cases; positions stand in the order in which a copy learned of them."""
    for path in (one, other):
        assert len({own.ref for own in path.positions}) == len(path.positions)
    ordered = [replace(own, positions=tuple(sorted(own.positions, key=str))) for own in (one, other)]
    assert exact(ordered[0]) == exact(ordered[1])
