"""The days on which most moved, found step by step."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.sample_case import sample_case
from workbench.analysis.turning_points import turning_point_detail, turning_points
from workbench.columns import columns_of
from workbench.domain.audience import PRINCIPAL, PUBLIC, Audience
from workbench.domain.case import Case
from workbench.domain.vocabulary import Basis
from workbench.readmodels.explanations import change_in_words
from workbench.readmodels.turning import MOST_SHOWN, turning_in_steps
from workbench.snapshot import take_snapshot


@pytest.mark.parametrize("audience", [PRINCIPAL, PUBLIC])
@pytest.mark.parametrize("basis", list(Basis))
def test_the_last_step_holds_the_days_on_which_most_moved(audience: Audience, basis: Basis) -> None:
    snapshot = take_snapshot(columns_of(sample_case()), audience)
    steps = list(turning_in_steps(snapshot, basis))
    assert [own.done for own in steps] == list(range(1, steps[-1].total + 1))
    assert [own.is_over for own in steps] == [False] * (len(steps) - 1) + [True]
    assert not any(own.rows for own in steps[:-1])
    wanted = turning_points(snapshot, basis)[:MOST_SHOWN]
    assert [(own.day, own.movement, own.positions) for own in steps[-1].rows] == [
        (own.day, own.movement, own.cells) for own in wanted
    ]
    for row in steps[-1].rows:
        assert row.before == row.day - timedelta(days=1)
        told = [
            change_in_words(snapshot, own) for own in turning_point_detail(snapshot, row.day, basis).changes
        ]
        shown = row.changes if len(told) == len(row.changes) else row.changes[:-1]
        assert list(shown) == told[: len(shown)]
        if len(shown) < len(told):
            assert row.changes[-1] == f"and {len(told) - len(shown)} more"


def test_of_a_case_without_positions_there_is_one_step_without_rows() -> None:
    steps = list(turning_in_steps(take_snapshot(columns_of(Case()), PRINCIPAL), Basis.ASSESSED))
    assert [(own.is_over, own.rows) for own in steps] == [(True, ())]
