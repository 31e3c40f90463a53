"""Rooms of all days at once are what the rooms of each day by itself are."""

from __future__ import annotations

import pytest

from benchmarks.analysis_cases import random_case
from tests.sample_case import sample_case
from workbench.analysis import rooms_over_time as module
from workbench.analysis.room import room_of
from workbench.analysis.rooms_over_time import rooms_over_time
from workbench.analysis.standing import standing_on
from workbench.columns import CaseColumns, columns_of
from workbench.domain.audience import PRINCIPAL
from workbench.domain.vocabulary import Basis
from workbench.snapshot import take_snapshot

CASES = {"sample": columns_of(sample_case()), "random": random_case(6, 5, 3, 4.0, a_day=2)}


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
            days, rooms = rooms_over_time(snapshot, issue, parties, basis)
            alone = [room_of(standing_on(snapshot, day, basis), issue, parties).room for day in days]
            assert rooms == alone
