from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import DAYS, cases
from workbench.analysis.standing import change_days, standing_on
from workbench.columns import NONE, columns_of
from workbench.domain.audience import VAULT
from workbench.domain.case import Case
from workbench.domain.position import Position
from workbench.domain.vocabulary import Basis, Track
from workbench.snapshot import take_snapshot

days = st.sampled_from([date.fromisoformat(day) for day in DAYS])
bases = st.sampled_from(list(Basis))


def stands_on_track(case: Case, party: str, issue: str, track: Track, day: date) -> Position | None:
    """The definition, read aloud: the one that took effect last, of the same day the later recorded."""
    last: Position | None = None
    for position in case.positions:
        mine = (position.party, position.issue, position.track) == (party, issue, track)
        if not mine or position.since.effective > day:
            continue
        if last is None or position.since.effective >= last.since.effective:
            last = position
    if last is None or (last.until is not None and last.until.effective <= day):
        return None
    return last


@given(cases(), days, bases)
def test_standing_is_as_defined(case: Case, day: date, basis: Basis) -> None:
    snapshot = take_snapshot(columns_of(case), VAULT)
    standing = standing_on(snapshot, day, basis)
    for p, party in enumerate(case.parties):
        for i, issue in enumerate(case.issues):
            declared = stands_on_track(case, party.code, issue.code, Track.DECLARED, day)
            assessed = stands_on_track(case, party.code, issue.code, Track.ASSESSED, day)
            expected = declared if basis is Basis.DECLARED else assessed or declared
            row = int(standing.rows[p, i])
            assert (None if row == NONE else snapshot.table.ref[row]) == (expected.ref if expected else None)
            older = bool(assessed and declared and assessed.since.effective < declared.since.effective)
            assert bool(standing.review[p, i]) == (older and basis is Basis.ASSESSED)


@given(cases(), days, bases)
def test_nothing_changes_between_change_days(case: Case, day: date, basis: Basis) -> None:
    snapshot = take_snapshot(columns_of(case), VAULT)
    before = [own for own in change_days(snapshot) if own <= day]
    if before:
        then = standing_on(snapshot, before[-1], basis)
        assert (then.rows == standing_on(snapshot, day, basis).rows).all()
    else:
        assert (standing_on(snapshot, day, basis).rows == NONE).all()
