from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import combinations, permutations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.sample_case import sample_case
from tests.strategies import DAYS, cases
from workbench.analysis.pairrooms import (
    LEVELS,
    UNKNOWN,
    count_levels,
    level_counts,
    negotiable_issues,
    pair_rooms,
    stance_layers,
)
from workbench.analysis.room import room_of
from workbench.analysis.standing import Standing, standing_on
from workbench.columns import columns_of
from workbench.domain.audience import PRINCIPAL, VAULT
from workbench.domain.case import Case
from workbench.domain.level import Level
from workbench.domain.vocabulary import PRESUMED_WORST, Basis
from workbench.snapshot import take_snapshot

days = st.sampled_from([date.fromisoformat(day) for day in DAYS])
bases = st.sampled_from(list(Basis))


def agrees_with_single_rooms(standing: Standing, issues: list[int]) -> None:
    parties = range(len(standing.snapshot.parties))
    rooms, possible = pair_rooms(standing), pair_rooms(standing, possible=True)
    table = level_counts(standing, (), issues)
    for pair in combinations(parties, 2):
        cells = {issue: room_of(standing, issue, pair) for issue in range(len(standing.snapshot.issues))}
        for issue, cell in cells.items():
            assert rooms[(*pair, issue)] == (UNKNOWN if cell.room is None else cell.room)
            assert possible[(*pair, issue)] == (UNKNOWN if cell.possible is None else cell.possible)
        counted = Counter(cells[issue].level for issue in issues)
        assert table.pair(*pair) == {level: counted[level] for level in LEVELS}


@given(cases(), days, bases)
def test_every_pair_is_as_one_by_one(case: Case, day: date, basis: Basis) -> None:
    standing = standing_on(take_snapshot(columns_of(case), VAULT), day, basis)
    agrees_with_single_rooms(standing, [0, 1])


@given(cases(), days)
def test_facts_and_norms_are_counted_only_where_named(case: Case, day: date) -> None:
    snapshot = take_snapshot(columns_of(case), VAULT)
    negotiable = [number for number, issue in enumerate(case.issues) if issue.kind.is_negotiable]
    assert negotiable_issues(snapshot).tolist() == negotiable
    standing = standing_on(snapshot, day, Basis.ASSESSED)
    counts = level_counts(standing).counts
    assert (counts.sum(axis=0) == len(negotiable) * (1 - np.eye(4))).all()


def test_the_sample_pair_by_pair() -> None:
    snapshot = take_snapshot(columns_of(sample_case()), PRINCIPAL)
    for day in (date(2018, 1, 1), date(2022, 3, 15), date(2023, 3, 20)):
        standing = standing_on(snapshot, day, Basis.ASSESSED)
        agrees_with_single_rooms(standing, negotiable_issues(snapshot).tolist())


def test_counts_of_many_issues_are_those_of_the_formula() -> None:
    """More issues than fit one word of bits, drawn at random."""
    random = np.random.default_rng(1)
    layers = random.integers(-2, 3, (4, 6, 150)).astype(np.int8)
    layers[:, random.random((6, 150)) < 0.2] = UNKNOWN
    counts = count_levels(layers)
    for one, other in permutations(range(6), 2):
        rooms = np.minimum(layers[:, one], layers[:, other]).max(axis=0).tolist()
        counted = Counter(Level.of(None if room == UNKNOWN else room) for room in rooms)
        assert counts[:, one, other].tolist() == [counted[level] for level in LEVELS]
    own = np.array([4, 1], np.int32)
    assert np.array_equal(count_levels(layers, own), counts[:, own])


def test_some_parties_and_no_positions() -> None:
    case = sample_case()
    snapshot = take_snapshot(
        columns_of(Case(parties=case.parties, issues=case.issues, options=case.options)), VAULT
    )
    standing = standing_on(snapshot, date(2023, 3, 20), Basis.ASSESSED)
    table = level_counts(standing, (2, 0))
    assert table.parties == (0, 2)
    assert table.pair(0, 2)[Level.UNKNOWN] == len(negotiable_issues(snapshot))
    assert (pair_rooms(standing, (2, 0)) == UNKNOWN).all()
    layers = stance_layers(
        snapshot, standing.rows, np.arange(len(snapshot.issues), dtype=np.int32), PRESUMED_WORST
    )
    assert (layers == UNKNOWN).all()


def test_nobody_has_no_levels() -> None:
    assert count_levels(np.empty((1, 0, 0), np.int8)).shape == (len(LEVELS), 0, 0)
