from __future__ import annotations

import csv
import gzip
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sample_case import sample_case
from tests.strategies import DAYS, cases
from tests.unga_case import UNGA, unga_columns
from workbench.analysis.agreement import DistanceMatrix, distances_on, distances_stated, rows_stated
from workbench.analysis.distance import Weights, distance_of
from workbench.analysis.standing import standing_on
from workbench.columns import NONE, columns_of
from workbench.domain.audience import PRINCIPAL, PUBLIC, VAULT
from workbench.domain.case import Case
from workbench.domain.position import Position
from workbench.domain.vocabulary import Basis, IssueKind, Scale, Track
from workbench.snapshot import Snapshot, take_snapshot

days = st.sampled_from([date.fromisoformat(day) for day in DAYS])
bases = st.sampled_from(list(Basis))
weighings = st.sampled_from(list(Weights))
needs_unga = pytest.mark.skipif(not UNGA.exists(), reason="the roll calls are not at hand")

FIRST, LAST = date(1992, 9, 3), date(1993, 4, 5)


def same(matrix: DistanceMatrix, row: int, column: int, value: float | None, issues: int) -> bool:
    found = matrix.distance[row, column]
    close = np.isnan(found) if value is None else found == pytest.approx(value, abs=1e-11)
    return bool(close) and matrix.issues[row, column] == issues


@given(cases(), days, bases, weighings)
def test_every_pair_is_as_one_by_one(case: Case, day: date, basis: Basis, weights: Weights) -> None:
    standing = standing_on(take_snapshot(columns_of(case), VAULT), day, basis)
    matrix = distances_on(standing, weights)
    for pair in product(range(4), repeat=2):
        own = distance_of(standing, *pair, weights)
        assert same(matrix, *pair, own.value, own.issues)


@given(cases(), days, weighings, st.sampled_from([(0,), (1,), (0, 1)]))
def test_named_issues_and_parties_count_alone_and_facts_where_asked(
    case: Case, day: date, weights: Weights, issues: tuple[int, ...]
) -> None:
    standing = standing_on(take_snapshot(columns_of(case), VAULT), day, Basis.ASSESSED)
    matrix = distances_on(standing, weights, (3, 1), issues)
    assert matrix.parties == (1, 3)
    own = distance_of(standing, 1, 3, weights, issues)
    assert same(matrix, 0, 1, own.value, own.issues)
    assert matrix.pair(3, 1).issues == own.issues
    everything = distances_on(standing, weights, facts=True)
    whole = distance_of(standing, 1, 3, weights, (0, 1))
    assert same(everything, 1, 3, whole.value, whole.issues)


@given(cases(), days, bases, weighings)
def test_distances_are_symmetric_within_bounds_and_nought_for_the_same(
    case: Case, day: date, basis: Basis, weights: Weights
) -> None:
    standing = standing_on(take_snapshot(columns_of(case), VAULT), day, basis)
    matrix = distances_on(standing, weights)
    known = ~np.isnan(matrix.distance)
    assert np.array_equal(matrix.distance, matrix.distance.T, equal_nan=True)
    assert np.array_equal(matrix.issues, matrix.issues.T)
    assert (matrix.distance[known] >= 0).all()
    assert (matrix.distance[known] <= 1).all()
    assert (np.diagonal(matrix.distance)[np.diagonal(known)] == 0).all()
    assert np.array_equal(matrix.agreement[known], 1 - matrix.distance[known])


def stated_by_definition(case: Case, first: date, last: date) -> dict[tuple[str, str], Position]:
    """Declared positions whose effective day lies in the period, the last of each party and issue."""
    inside = [
        own for own in case.positions if own.track is Track.DECLARED and first <= own.since.effective <= last
    ]
    return {(own.party, own.issue): own for own in sorted(inside, key=lambda own: own.since.effective)}


@given(cases(), days, days)
def test_stated_in_a_period_is_as_defined(case: Case, one: date, other: date) -> None:
    snapshot = take_snapshot(columns_of(case), VAULT)
    first, last = sorted((one, other))
    rows = rows_stated(snapshot, first, last)
    expected = stated_by_definition(case, first, last)
    for (party, own), (issue, topic) in product(enumerate(case.parties), enumerate(case.issues)):
        position = expected.get((own.code, topic.code))
        row = rows[party, issue]
        assert (None if row == NONE else case.positions[row]) == position


def located(places: int) -> Snapshot:
    """The sample with many places on its ordered issues, so that issues are cut one by one."""
    case = sample_case()
    if places:
        options = tuple(
            option if option.location is None else replace(option, location=(number % places) / (places - 1))
            for number, option in enumerate(case.options)
        )
        case = replace(case, options=options)
    return take_snapshot(columns_of(case), PRINCIPAL)


@pytest.mark.parametrize("places", [0, 7, 17, 23])
@pytest.mark.parametrize("weights", list(Weights))
@pytest.mark.parametrize("basis", list(Basis))
def test_the_sample_pair_by_pair(places: int, weights: Weights, basis: Basis) -> None:
    snapshot = located(places)
    for day in (date(2021, 10, 1), date(2022, 3, 15), date(2023, 3, 20)):
        standing = standing_on(snapshot, day, basis)
        matrix = distances_on(standing, weights)
        for pair in product(range(len(snapshot.parties)), repeat=2):
            own = distance_of(standing, *pair, weights)
            assert same(matrix, *pair, own.value, own.issues)


def test_a_wider_audience_has_equal_weights() -> None:
    snapshot = take_snapshot(columns_of(sample_case()), PUBLIC)
    matrix = distances_on(standing_on(snapshot, date(2023, 3, 20), Basis.DECLARED), Weights.SALIENCE)
    assert matrix.weights is Weights.EQUAL


def test_without_positions_there_is_no_distance() -> None:
    case = sample_case()
    empty = Case(parties=case.parties, issues=case.issues, options=case.options)
    snapshot = take_snapshot(columns_of(empty), VAULT)
    matrix = distances_on(standing_on(snapshot, date(2023, 3, 20), Basis.ASSESSED), Weights.SALIENCE)
    assert np.isnan(matrix.distance).all()
    assert not matrix.issues.any()


@cache
def session(scale: Scale) -> Snapshot:
    return take_snapshot(unga_columns("1992-01-01", "1993-12-31", scale), VAULT)


def published(name: str) -> dict[tuple[str, str], str]:
    path = UNGA / f"expected_matrix_session47_{name}.csv.gz"
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        heading, *lines = csv.reader(file)
    return {
        (line[0], other): cell for line in lines for other, cell in zip(heading[1:], line[1:], strict=True)
    }


@needs_unga
def test_agreement_over_session_47_is_as_published() -> None:
    snapshot = session(Scale.ORDERED)
    matrix = distances_stated(snapshot, FIRST, LAST, Weights.EQUAL)
    counts, agreement = published("n"), published("coincid")
    assert len(agreement) > 30_000
    for (one, other), cell in agreement.items():
        at = snapshot.party_index(one), snapshot.party_index(other)
        assert matrix.issues[at] == int(float(counts[one, other] or 0))
        if cell:
            assert matrix.agreement[at] == pytest.approx(float(cell), abs=1e-6)
        else:
            assert np.isnan(matrix.agreement[at])


@needs_unga
def test_shares_of_identical_votes_are_as_published() -> None:
    """On a nominal scale two different votes lie 1/2 apart: of three options two differ, by 3 of 4."""
    snapshot = session(Scale.NOMINAL)
    matrix = distances_stated(snapshot, FIRST, LAST, Weights.EQUAL)
    for (one, other), cell in published("strict").items():
        at = snapshot.party_index(one), snapshot.party_index(other)
        if cell and matrix.issues[at]:
            assert 1 - 2 * matrix.distance[at] == pytest.approx(float(cell), abs=1e-6)


def test_no_kind_but_fact_is_left_out() -> None:
    snapshot = take_snapshot(columns_of(sample_case()), PRINCIPAL)
    standing = standing_on(snapshot, date(2023, 3, 20), Basis.ASSESSED)
    facts = [number for number, issue in enumerate(snapshot.issues) if issue.kind is IssueKind.FACT]
    others = [number for number in range(len(snapshot.issues)) if number not in facts]
    assert facts
    matrix, named = distances_on(standing, Weights.EQUAL), distances_on(standing, Weights.EQUAL, (), others)
    assert np.array_equal(matrix.distance, named.distance, equal_nan=True)
