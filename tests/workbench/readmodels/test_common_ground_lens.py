from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.sample_case import sample_case
from tests.strategies import DAYS, cases
from workbench.analysis.common_ground import Ground
from workbench.analysis.standing import standing_on
from workbench.columns import columns_of
from workbench.domain.audience import VAULT
from workbench.domain.case import Case
from workbench.domain.vocabulary import Basis, IssueKind
from workbench.readmodels.common_ground_lens import GroundBlock, ground_blocks
from workbench.snapshot import take_snapshot

days = st.sampled_from([date.fromisoformat(day) for day in DAYS])


def blocks(case: Case, day: date = date(2023, 3, 20)) -> dict[Ground, GroundBlock]:
    standing = standing_on(take_snapshot(columns_of(case), VAULT), day, Basis.ASSESSED)
    return {block.ground: block for block in ground_blocks(standing)}


@given(cases(), days)
def test_each_fact_and_norm_stands_in_one_block(case: Case, day: date) -> None:
    told = [item.issue.code for block in blocks(case, day).values() for item in block.items]
    expected = [issue.code for issue in case.issues if issue.kind in (IssueKind.FACT, IssueKind.NORM)]
    assert sorted(told) == sorted(expected)


def test_the_sample() -> None:
    own = blocks(sample_case())
    titles = {ground: [item.issue.title for item in block.items] for ground, block in own.items()}
    assert titles[Ground.CONTESTED_FACT] == ["Humanitarian emergency", "Who the protesters are"]
    assert len(titles[Ground.DIVERGENT_NORM]) == 3
    assert not titles[Ground.AGREED_FACT]
    assert len(titles[Ground.ONE_SIDE]) == 2


def test_an_account_says_who_takes_which_stance() -> None:
    emergency = blocks(sample_case())[Ground.CONTESTED_FACT].items[0]
    sentences = [line.sentence for line in emergency.lines]
    assert sentences[0] == "Yes: Yerevan and Stepanakert hold it; Baku doubts it"
    assert not any(line.is_shared for line in emergency.lines)
    assert "Moscow" in emergency.silent
