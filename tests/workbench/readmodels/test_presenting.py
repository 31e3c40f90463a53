"""What is put before a room is what those in it may see, and no letter is too small for them."""

from __future__ import annotations

from datetime import date
from math import atan, degrees

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.hidden_records import texts, with_secrets
from tests.sample_case import sample_case
from tests.strategies import DAYS, cases, handlings
from workbench.columns import columns_of
from workbench.domain.audience import PRINCIPAL, PUBLIC, ROOM, TEAM, VAULT, Audience
from workbench.domain.case import Case
from workbench.domain.vocabulary import Basis, Stance, Track
from workbench.readmodels.presenting import Card, PresentModel, Seating
from workbench.snapshot import take_snapshot

DAY = date(2023, 3, 20)


def presented(
    audience: Audience, day: date = DAY, case: Case | None = None, basis: Basis = Basis.DECLARED
) -> PresentModel:
    return PresentModel(take_snapshot(columns_of(case or sample_case()), audience), day, basis)


def everything(model: PresentModel) -> list[object]:
    """All that a page could show."""
    columns = range(len(model.columns))
    return [
        model.title, model.columns, model.earlier, model.later, model.rows,
        [model.issue(row) for row in model.rows],
        [model.cell(row, column) for row in model.rows for column in columns],
        [model.room(row) for row in model.rows],
        [model.ladder(row) for row in model.rows],
        [model.card(row, column) for row in model.rows for column in columns],
    ]  # fmt: skip


@pytest.mark.parametrize("distance", [2.0, 4.0, 12.5])
@pytest.mark.parametrize("height", [1.0, 1.8, 3.0])
@pytest.mark.parametrize("pixels", [720, 1080, 2160])
def test_small_letters_are_seen_under_an_angle_of_17_minutes(
    distance: float, height: float, pixels: int
) -> None:
    letter = Seating(distance, height).least_x_height(pixels) / pixels * height
    assert degrees(atan(letter / distance)) * 60 == pytest.approx(17.19, abs=0.01)


@pytest.mark.parametrize("audience", [TEAM, PRINCIPAL, VAULT])
def test_what_is_the_teams_own_is_never_presented(audience: Audience) -> None:
    with pytest.raises(ValueError, match=str(audience)):
        presented(audience)


def test_parties_and_issues_of_which_nothing_may_be_said_are_left_out() -> None:
    model = presented(PUBLIC)
    held = [own for own in model.snapshot.as_case().positions if own.track is Track.DECLARED]
    assert {own.code for own in model.columns} == {own.party for own in held}
    assert {model.issue(row).code for row in model.rows} == {own.issue for own in held}
    assert [own.code for own in presented(PUBLIC, date(1990, 1, 1)).columns] == [
        own.code for own in model.columns
    ]


def test_the_steps_lead_to_every_day_on_which_something_to_be_seen_changes() -> None:
    model = presented(PUBLIC, date(1990, 1, 1))
    days = []
    while model.later is not None:
        days.append(model.later)
        model = presented(PUBLIC, model.later)
    declared = [own for own in model.snapshot.as_case().positions if own.track is Track.DECLARED]
    expected = {own.since.effective for own in declared} | {
        own.until.effective for own in declared if own.until
    }
    assert days == sorted(expected)
    assert model.earlier == days[-2]


def test_a_ladder_says_what_the_positions_say() -> None:
    model = presented(ROOM)
    row = model.row_of("lachin")
    assert row is not None
    case = model.snapshot.as_case()
    for place, option in enumerate(own for own in case.options if own.issue == "lachin"):
        rung = model.ladder(row)[place]
        assert rung.label == option.label
        for column, party in enumerate(model.columns):
            ref = model.cell(row, column).ref
            if not ref:
                assert rung.words[column] == ""
                continue
            stance = next(own for own in case.positions if own.ref == ref).stances.get(option.code)
            assert rung.stances[column] is stance
            assert rung.words[column] == ("presumed opposed" if stance is None else str(stance.word)), party


def test_a_card_holds_the_position_in_full() -> None:
    model = presented(PUBLIC)
    row, column = model.row_of("lachin"), model.column_of("BAK")
    assert row is not None
    assert column is not None
    card = model.card(row, column)
    assert isinstance(card, Card)
    position = next(
        own for own in model.snapshot.as_case().positions if own.ref == model.cell(row, column).ref
    )
    assert card.statement == position.statement
    assert position.since.text == "2023-01-12"
    assert card.since == "Declared, since 12 January 2023"
    assert {label for label, _, stance in card.options if stance is Stance.DEMANDS} == {
        "Azerbaijani checkpoints"
    }
    empty = model.column_of("EU")
    assert empty is not None
    assert model.card(row, empty) is None


@settings(deadline=None, max_examples=60)
@given(
    cases(handlings),
    st.sampled_from(["public", "room", "party:A"]),
    st.sampled_from(DAYS),
    st.sampled_from(list(Basis)),
)
def test_what_lies_above_the_audience_changes_nothing(case: Case, name: str, day: str, basis: Basis) -> None:
    audience, shown = Audience.parse(name), date.fromisoformat(day)
    ours = everything(presented(audience, shown, case, basis))
    theirs = everything(presented(audience, shown, with_secrets(case, audience), basis))
    assert ours == theirs
    assert "zzsecret" not in "\n".join(texts(tuple(map(str, theirs))))
