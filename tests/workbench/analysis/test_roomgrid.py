"""The rooms of all issues at once are the rooms one by one."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sample_case import sample_case
from workbench.analysis.room import room_of
from workbench.analysis.roomgrid import room_grid
from workbench.analysis.standing import standing_on
from workbench.columns import columns_of
from workbench.domain.audience import PRINCIPAL
from workbench.domain.vocabulary import Basis
from workbench.snapshot import take_snapshot

SNAPSHOT = take_snapshot(columns_of(sample_case()), PRINCIPAL)


@pytest.mark.parametrize("basis", list(Basis))
@given(day=st.integers(0, 2200), seed=st.integers(0, 2**16))
def test_every_room_is_that_of_its_own_parties(basis: Basis, day: int, seed: int) -> None:
    snapshot = SNAPSHOT
    standing = standing_on(snapshot, date(2018, 1, 1) + timedelta(days=day), basis)
    asked = np.random.default_rng(seed).random((len(snapshot.parties), len(snapshot.issues))) < 0.6
    grid = room_grid(standing, asked)
    for issue in range(len(snapshot.issues)):
        own = room_of(standing, issue, np.flatnonzero(asked[:, issue]).tolist())
        assert bool(grid.known[issue]) == (own.room is not None)
        assert bool(grid.is_open[issue]) == own.is_open
        if own.room is not None:
            assert (int(grid.room[issue]), int(grid.possible[issue])) == (own.room, own.possible)
