"""Judgements that want a second look, held against the positions one by one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sample_case import sample_case
from workbench.columns import columns_of
from workbench.domain.audience import PRINCIPAL, PUBLIC
from workbench.domain.dates import parse_date
from workbench.domain.judgement import Judgement
from workbench.domain.level import Level
from workbench.domain.vocabulary import Basis
from workbench.readmodels.cells_judged import OTHERS, judgements_to_review
from workbench.readmodels.inspector import inspect_cell
from workbench.readmodels.positions import PositionsModel
from workbench.snapshot import Snapshot, take_snapshot

DAY = date(2023, 3, 20)
CASE = sample_case()
PARTIES = [party.code for party in CASE.parties]


def with_judgements(*own: Judgement) -> Snapshot:
    return take_snapshot(columns_of(replace(CASE, judgements=own)), PRINCIPAL)


def judged(*parties: str, issue: str = "lachin", since: str = "2021-01-01") -> Judgement:
    date_ = parse_date(since) if since else None
    return Judgement("j", parties, issue, Level.COMPATIBLE, date_, reason="We think so.")


@settings(max_examples=80, deadline=None)
@given(
    parties=st.sets(st.sampled_from(PARTIES), min_size=1),
    issue=st.sampled_from([issue.code for issue in CASE.issues]),
    since=st.dates(date(2018, 1, 1), date(2023, 3, 1)),
    day=st.dates(date(2018, 1, 1), date(2023, 12, 1)),
)
def test_it_wants_a_second_look_exactly_where_a_position_began_or_ended_since(
    parties: set[str], issue: str, since: date, day: date
) -> None:
    snapshot = with_judgements(judged(*sorted(parties), issue=issue, since=since.isoformat()))
    moved = {
        own.party
        for own in CASE.positions
        if own.party in parties
        and own.issue == issue
        and any(since < when.effective <= day for when in (own.since, own.until) if when is not None)
    }
    found = judgements_to_review(snapshot, day)
    labels = {snapshot.parties[number].code for own in found for number in own.moved}
    assert labels == (moved if since <= day else set())


def test_one_without_a_date_or_out_of_reach_is_left_out() -> None:
    assert judgements_to_review(with_judgements(judged("BAK", since="")), DAY) == ()
    public = take_snapshot(columns_of(CASE), PUBLIC)
    assert judgements_to_review(public, DAY) == ()


def test_the_inspector_parts_its_own_from_those_of_others() -> None:
    snapshot = with_judgements(
        replace(judged("BAK", "STP"), code="own"), replace(judged("BAK", "MOW"), code="other")
    )
    said = inspect_cell(snapshot, DAY, Basis.ASSESSED, ["STP", "BAK"], "lachin")
    assert [fact.link.key for fact in said.judgements if fact.link] == [("own",)]
    assert "To review: Baku and Stepanakert have moved since." in said.judgements[0].text
    (others,) = [own for own in said.sections if own.heading == OTHERS]
    assert [fact.link.key for fact in others.facts if fact.link] == [("other",)]


def test_the_cell_says_what_was_judged_of_its_party() -> None:
    own = take_snapshot(columns_of(CASE), PRINCIPAL)
    model = PositionsModel(own, DAY, Basis.ASSESSED)
    row = [issue.code for issue in model.rows].index("talks")
    assert model.cell(row, 0).judged
    assert "judged conflicting with Stepanakert" in model.cell(row, 0).sentence
    assert "judged" not in model.cell(row, 1).sentence
    public = PositionsModel(take_snapshot(columns_of(CASE), PUBLIC), DAY, Basis.ASSESSED)
    rows = [issue.code for issue in public.rows]
    assert all("judged" not in public.cell(place, 0).sentence for place in range(len(rows)))
