from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sample_case import sample_case
from tests.strategies import DAYS, cases
from workbench.analysis.distance import Weights, distance_of
from workbench.analysis.room import needed_parties, room_of
from workbench.analysis.sensitivity import Doubt, Sensitivity, leaving_out, sensitivity, without_source
from workbench.analysis.standing import Standing, standing_on
from workbench.columns import columns_of
from workbench.domain.audience import PRINCIPAL, VAULT
from workbench.domain.case import Case
from workbench.domain.errors import UnknownCodeError
from workbench.domain.position import Position
from workbench.domain.vocabulary import Basis, Confidence
from workbench.snapshot import take_snapshot

days = st.sampled_from([date.fromisoformat(day) for day in DAYS])
confidences = st.lists(st.sampled_from([*Confidence, None]), min_size=12, max_size=12)


def standing_of(case: Case, day: date, basis: Basis = Basis.ASSESSED) -> Standing:
    return standing_on(take_snapshot(columns_of(case), VAULT), day, basis)


def is_doubted(position: Position, doubt: Doubt) -> bool:
    if doubt is Doubt.LOW_CONFIDENCE:
        return position.confidence is Confidence.LOW
    return len({own.code for own in position.sources}) == 1


def shows_every_difference(found: Sensitivity, before: Standing, after: Standing) -> bool:
    """Whether what is listed is what differs between two standings of equal parties and issues."""
    snapshot = before.snapshot
    for issue, topic in enumerate(snapshot.issues):
        if not topic.kind.is_negotiable:
            continue
        for members in {needed_parties(snapshot, issue), *combinations(range(len(snapshot.parties)), 2)}:
            then, now = room_of(before, issue, members), room_of(after, issue, members)
            listed = any(own.before == then and own.after == now for own in found.rooms)
            assert listed == ((then.room, then.possible) != (now.room, now.possible))
    for pair in combinations(range(len(snapshot.parties)), 2):
        one, other = (distance_of(own, *pair, Weights.SALIENCE) for own in (before, after))
        shift = next((own for own in found.distances if (own.first, own.second) == pair), None)
        same = one.issues == other.issues and one.value == (
            None if other.value is None else pytest.approx(other.value, abs=1e-11)
        )
        assert (shift is None) == same
    return True


@given(cases(), confidences, days, st.sampled_from([Doubt.LOW_CONFIDENCE, Doubt.SINGLE_SOURCE]))
def test_leaving_out_is_as_never_recorded(
    case: Case, given_confidences: list[Confidence | None], day: date, doubt: Doubt
) -> None:
    positions = tuple(
        replace(own, confidence=confidence)
        for own, confidence in zip(case.positions, given_confidences, strict=False)
    )
    case = replace(case, positions=positions)
    left = replace(case, positions=tuple(own for own in positions if not is_doubted(own, doubt)))
    before, after = standing_of(case, day), standing_of(left, day)
    found = sensitivity(before, doubt)
    assert shows_every_difference(found, before, after)
    standing = {int(row) for row in before.rows.flat if row >= 0}
    assert set(found.left_out) == {row for row in standing if is_doubted(positions[row], doubt)}


@given(cases(), days)
def test_declared_in_place_of_assessed(case: Case, day: date) -> None:
    before, after = standing_of(case, day), standing_of(case, day, Basis.DECLARED)
    assert shows_every_difference(sensitivity(before, Doubt.DECLARED), before, after)


def test_one_source_at_a_time() -> None:
    snapshot = take_snapshot(columns_of(sample_case()), PRINCIPAL)
    standing = standing_on(snapshot, date(2023, 3, 20), Basis.ASSESSED)
    whole = set(sensitivity(standing, Doubt.SINGLE_SOURCE).left_out)
    each = [set(without_source(standing, source.code).left_out) for source in snapshot.case.sources]
    assert whole
    assert set().union(*each) == whole
    assert sum(map(len, each)) == len(whole)
    with pytest.raises(UnknownCodeError):
        without_source(standing, "nowhere")


def test_leaving_nothing_out_changes_nothing() -> None:
    snapshot = take_snapshot(columns_of(sample_case()), PRINCIPAL)
    standing = standing_on(snapshot, date(2023, 3, 20), Basis.DECLARED)
    found = sensitivity(standing, Doubt.DECLARED)
    assert (found.left_out, found.rooms, found.distances) == ((), (), ())
    nothing = snapshot.table.confidence > 100
    assert (leaving_out(snapshot, nothing).by_effective == snapshot.by_effective).all()
