from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import DAYS, cases
from workbench.analysis.changes import (
    ChangeKind,
    PositionChange,
    change_between,
    change_in_cell,
    changes_between,
)
from workbench.analysis.standing import standing_on
from workbench.columns import NONE, TRACKS, columns_of
from workbench.domain.audience import VAULT
from workbench.domain.case import Case
from workbench.domain.dates import parse_date
from workbench.domain.handling import Handling
from workbench.domain.issue import Issue, Option
from workbench.domain.party import Party
from workbench.domain.position import Position
from workbench.domain.vocabulary import Basis, Stance, Track
from workbench.snapshot import Snapshot, take_snapshot

days = st.sampled_from([date.fromisoformat(day) for day in DAYS])
bases = st.sampled_from(list(Basis))
LETTERS = {
    "d": Stance.DEMANDS,
    "a": Stance.ACCEPTS,
    "t": Stance.TOLERATES,
    "o": Stance.OPPOSES,
    "r": Stance.RED_LINE,
}


def position(ref: str, stances: str, since: str = "2020", track: Track = Track.DECLARED) -> Position:
    """A position from letters, one for each of the options x, y, z; a dot is unstated."""
    given = {option: LETTERS[letter] for option, letter in zip("xyz", stances, strict=True) if letter != "."}
    return Position(ref, "A", "I", parse_date(since), track, stances=given, statement="said")


def snapshot_of(*positions: Position) -> Snapshot:
    case = Case(
        parties=(Party("A", "A"),),
        issues=(Issue("I", "I"),),
        options=tuple(Option("I", option, option) for option in "xyz"),
        positions=positions,
    )
    return take_snapshot(columns_of(case), VAULT)


def change(before: str, after: str) -> PositionChange:
    found = change_between(snapshot_of(position("b", before), position("n", after)), 0, 1)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("before", "after", "kind", "rose", "fell", "gone"),
    [
        ("dao", "dao", ChangeKind.UNCHANGED, (), (), ()),
        ("dor", "doo", ChangeKind.SOFTENED, (2,), (), ()),
        ("dao", "dtr", ChangeKind.HARDENED, (), (1, 2), ()),
        ("dao", "dta", ChangeKind.SHIFTED, (2,), (1,), ()),
        ("dao", "ado", ChangeKind.SHIFTED, (1,), (0,), ()),
        ("doo", "ddo", ChangeKind.SHIFTED, (1,), (), ()),
        ("d..", "da.", ChangeKind.SOFTENED, (1,), (), ()),
        ("d..", "do.", ChangeKind.UNCHANGED, (), (), ()),
        ("d..", "dr.", ChangeKind.HARDENED, (), (1,), ()),
        ("da.", "d..", ChangeKind.UNCHANGED, (), (), (1,)),
        ("dao", "d.a", ChangeKind.SOFTENED, (2,), (), (1,)),
        ("d..", ".d.", ChangeKind.SHIFTED, (1,), (), (0,)),
    ],
)
def test_kinds_of_change(
    before: str,
    after: str,
    kind: ChangeKind,
    rose: tuple[int, ...],
    fell: tuple[int, ...],
    gone: tuple[int, ...],
) -> None:
    found = change(before, after)
    assert (found.kind, found.rose, found.fell, found.no_longer_stated) == (kind, rose, fell, gone)


def test_wording_and_handling_come_after_stances() -> None:
    first = position("b", "dao")
    told = replace(position("n", "dao"), statement="said otherwise")
    wider = replace(position("n", "dao"), handling=Handling.PUBLIC)
    narrower = replace(position("n", "dao"), handling=Handling.RESTRICTED)
    kinds = [
        found.kind
        for other in (told, wider, narrower)
        if (found := change_between(snapshot_of(first, other), 0, 1))
    ]
    assert kinds == [ChangeKind.REWORDED, ChangeKind.DISCLOSED, ChangeKind.UNCHANGED]


def test_new_withdrawn_and_nothing() -> None:
    snapshot = snapshot_of(position("b", "dao"))
    appeared, gone = change_between(snapshot, NONE, 0), change_between(snapshot, 0, NONE)
    assert appeared is not None
    assert gone is not None
    assert (appeared.kind, gone.kind) == (ChangeKind.NEW, ChangeKind.WITHDRAWN)
    assert change_between(snapshot, NONE, NONE) is None


def cell_change(snapshot: Snapshot, then: str, now: str, basis: Basis) -> ChangeKind | None:
    days = [standing_on(snapshot, date.fromisoformat(day), basis) for day in (then, now)]
    found = change_in_cell(days[0], days[1], 0, 0)
    return found.kind if found else None


def test_a_change_of_track_is_newly_or_no_longer_assessed() -> None:
    assessed = replace(position("a", "tdo", "2021", Track.ASSESSED), until=parse_date("2022"))
    snapshot = snapshot_of(position("d", "dao"), assessed)
    assert cell_change(snapshot, "2020-06-01", "2021-06-01", Basis.ASSESSED) is ChangeKind.NEWLY_ASSESSED
    assert cell_change(snapshot, "2021-06-01", "2022-06-01", Basis.ASSESSED) is ChangeKind.NO_LONGER_ASSESSED
    assert cell_change(snapshot, "2020-06-01", "2021-06-01", Basis.DECLARED) is ChangeKind.UNCHANGED
    assert cell_change(snapshot, "2019-06-01", "2021-06-01", Basis.ASSESSED) is ChangeKind.NEW
    assert cell_change(snapshot, "2018-06-01", "2019-06-01", Basis.ASSESSED) is None


@given(cases(), days, days, bases)
def test_changes_are_those_of_every_cell_and_empty_between_a_day_and_itself(
    case: Case, first: date, last: date, basis: Basis
) -> None:
    snapshot = take_snapshot(columns_of(case), VAULT)
    then, now = (standing_on(snapshot, day, basis) for day in (first, last))
    assert changes_between(now, standing_on(snapshot, last, basis)) == []
    expected = []
    for party, issue in product(range(4), range(2)):
        own = change_in_cell(then, now, party, issue)
        if own is None or own.kind is ChangeKind.UNCHANGED:
            continue
        expected.append((party, issue, own))
        if "assessed" in own.kind:
            rows = int(then.declared[party, issue]), int(now.declared[party, issue])
            beside = change_between(snapshot, *rows)
            if beside and beside.kind is not ChangeKind.UNCHANGED:
                expected.append((party, issue, beside))
    found = changes_between(then, now)
    assert [(own.party, own.issue, own.change) for own in found] == expected
    for own in found:
        row = own.change.before if own.change.after == NONE else own.change.after
        assert TRACKS[snapshot.table.track[row]] is own.track
    assert [own for own in found if own.party == 1 and own.issue == 0] == changes_between(
        then, now, (1,), (0,)
    )
