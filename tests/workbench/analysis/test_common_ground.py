from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sample_case import sample_case
from tests.strategies import DAYS, OPTIONS, cases
from workbench.analysis.common_ground import Ground, common_ground, ground_of
from workbench.analysis.room import room_of
from workbench.analysis.standing import standing_on
from workbench.columns import columns_of
from workbench.domain.audience import PRINCIPAL, VAULT
from workbench.domain.case import Case
from workbench.domain.vocabulary import Basis, IssueKind
from workbench.snapshot import take_snapshot

days = st.sampled_from([date.fromisoformat(day) for day in DAYS])


@pytest.mark.parametrize(
    ("room", "fact", "norm"),
    [
        (2, Ground.AGREED_FACT, Ground.CONVERGENT_NORM),
        (1, Ground.AGREED_FACT, Ground.CONVERGENT_NORM),
        (0, Ground.CONTESTED_FACT, Ground.DIVERGENT_NORM),
        (-1, Ground.CONTESTED_FACT, Ground.DIVERGENT_NORM),
        (-2, Ground.CONTESTED_FACT, Ground.DIVERGENT_NORM),
        (None, Ground.ONE_SIDE, Ground.ONE_SIDE),
    ],
)
def test_the_words_for_each_room(room: int | None, fact: Ground, norm: Ground) -> None:
    assert ground_of(IssueKind.FACT, room) is fact
    assert ground_of(IssueKind.NORM, room) is norm


@given(cases(), days, st.sampled_from([(), (0, 1), (1, 2, 3)]))
def test_facts_and_norms_alone_with_what_is_held(case: Case, day: date, parties: tuple[int, ...]) -> None:
    standing = standing_on(take_snapshot(columns_of(case), VAULT), day, Basis.ASSESSED)
    entries = common_ground(standing, parties)
    assert [own.issue for own in entries] == [
        number for number, issue in enumerate(case.issues) if issue.kind in (IssueKind.FACT, IssueKind.NORM)
    ]
    for entry in entries:
        asked = parties or range(4)
        assert entry.cell == room_of(standing, entry.issue, asked)
        assert entry.ground is ground_of(case.issues[entry.issue].kind, entry.cell.room)
        for account in entry.accounts:
            said = {
                party: case.positions[int(standing.rows[party, entry.issue])].stances.get(
                    OPTIONS[account.option]
                )
                for party in entry.cell.holders
            }
            assert dict(account.stances) == said
            assert account.held_by == tuple(party for party, stance in said.items() if stance == 2)


def test_the_sample_has_contested_facts() -> None:
    snapshot = take_snapshot(columns_of(sample_case()), PRINCIPAL)
    entries = common_ground(standing_on(snapshot, date(2023, 3, 20), Basis.DECLARED))
    assert entries
    assert any(own.ground is Ground.CONTESTED_FACT for own in entries)
    assert all(snapshot.issues[own.issue].kind in (IssueKind.FACT, IssueKind.NORM) for own in entries)
