"""A model made after another shows what one made by itself shows."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.sample_case import sample_case
from workbench.columns import columns_of
from workbench.domain.audience import PRINCIPAL, PUBLIC
from workbench.domain.vocabulary import Basis
from workbench.readmodels.positions import PositionsModel
from workbench.snapshot import Snapshot, take_snapshot

FIRST, LAST = date(2020, 9, 1), date(2023, 6, 1)


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return take_snapshot(columns_of(sample_case()), PRINCIPAL)


def shown(model: PositionsModel) -> tuple[object, ...]:
    rows, columns = range(len(model.rows)), range(len(model.columns))
    cells = [model.cell(row, column) for row in rows for column in columns]
    return (*cells, *(model.room(row) for row in rows), model.rows, model.baskets, model.course_span)


@pytest.mark.parametrize("basis", Basis)
@pytest.mark.parametrize("compared", [None, date(2021, 2, 1)])
def test_day_after_day_it_shows_what_each_day_shows(
    snapshot: Snapshot, basis: Basis, compared: date | None
) -> None:
    before: PositionsModel | None = None
    for days in range(0, (LAST - FIRST).days, 61):
        day = FIRST + timedelta(days=days)
        before = PositionsModel(snapshot, day, basis, compared, before=before)
        assert shown(before) == shown(PositionsModel(snapshot, day, basis, compared))


def test_another_basis_comparison_and_view_take_nothing_wrong_over(snapshot: Snapshot) -> None:
    views = [
        (Basis.ASSESSED, None, None),
        (Basis.DECLARED, FIRST, None),
        (Basis.ASSESSED, FIRST, ["BAK", "STP"]),
        (Basis.ASSESSED, LAST, None),
    ]
    before: PositionsModel | None = None
    for basis, compared, parties in views:
        before = PositionsModel(snapshot, LAST, basis, compared, parties, before=before)
        assert shown(before) == shown(PositionsModel(snapshot, LAST, basis, compared, parties))


def test_nothing_is_taken_over_for_another_audience(snapshot: Snapshot) -> None:
    before = PositionsModel(snapshot, LAST, Basis.ASSESSED)
    shown(before)
    public = take_snapshot(columns_of(sample_case()), PUBLIC)
    after = PositionsModel(public, LAST, Basis.ASSESSED, before=before)
    assert shown(after) == shown(PositionsModel(public, LAST, Basis.ASSESSED))
    assert after.kept is not before.kept
