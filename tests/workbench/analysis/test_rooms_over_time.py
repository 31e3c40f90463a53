"""Rooms of all days at once are what the rooms of each day by itself are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.analysis_cases import random_case
from tests.sample_case import sample_case
from tests.strategies import cases
from workbench.analysis import rooms_over_time as module
from workbench.analysis.room import room_of
from workbench.analysis.rooms_over_time import RoomSteps, rooms_of_issues, rooms_over_time
from workbench.analysis.standing import change_days, standing_on
from workbench.columns import CaseColumns, columns_of
from workbench.domain.audience import PRINCIPAL, VAULT
from workbench.domain.case import Case
from workbench.domain.vocabulary import Basis
from workbench.snapshot import Snapshot, take_snapshot

CASES = {"sample": columns_of(sample_case()), "random": random_case(6, 5, 3, 4.0, a_day=2)}
bases = st.sampled_from(list(Basis))


def day_by_day(snapshot: Snapshot, issue: int, parties: tuple[int, ...], basis: Basis) -> RoomSteps:
    """The same, from what stands on each day on which anything takes effect or ends."""
    days, rooms, before = [], [], None
    for day in change_days(snapshot):
        room = room_of(standing_on(snapshot, day, basis), issue, parties).room
        if room != before:
            days.append(day)
            rooms.append(room)
        before = room
    return days, rooms


@pytest.mark.parametrize("basis", Basis)
@pytest.mark.parametrize("at_once", [1, 60, 2_000_000])
@pytest.mark.parametrize("columns", CASES.values(), ids=CASES)
def test_each_day_is_as_by_itself(
    monkeypatch: pytest.MonkeyPatch, columns: CaseColumns, at_once: int, basis: Basis
) -> None:
    monkeypatch.setattr(module, "_AT_ONCE", at_once)
    snapshot = take_snapshot(columns, PRINCIPAL)
    every = range(len(snapshot.parties))
    for issue in range(len(snapshot.issues)):
        for parties in (tuple(every), tuple(every)[1::2], (0, 1), (0,)):
            found = rooms_over_time(snapshot, issue, parties, basis)
            assert found == day_by_day(snapshot, issue, parties, basis)


@given(cases(), bases, st.lists(st.lists(st.integers(0, 3), unique=True), min_size=2, max_size=2))
def test_issues_together_are_as_each_by_itself(case: Case, basis: Basis, asked: list[list[int]]) -> None:
    snapshot = take_snapshot(columns_of(case), VAULT)
    wanted = {issue: tuple(asked[issue]) for issue in (1, 0)}
    found = rooms_of_issues(snapshot, wanted, basis)
    assert found == {issue: day_by_day(snapshot, issue, parties, basis) for issue, parties in wanted.items()}


def test_no_issues_have_no_rooms() -> None:
    assert rooms_of_issues(take_snapshot(CASES["random"], PRINCIPAL), {}, Basis.DECLARED) == {}
