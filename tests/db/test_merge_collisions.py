"""What both sides changed: told, asked about, and done as one decided."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from db.case_file import open_case
from db.merging import apply_merge, plan_merge
from tests.db.merges import (
    DAY,
    P1,
    WISH,
    case,
    does,
    edit,
    merge,
    position,
    removes,
    renames,
    same,
)
from tests.db.samples import dump
from workbench.domain.dates import parse_date
from workbench.domain.event import Event
from workbench.domain.issue import Issue
from workbench.domain.party import Party
from workbench.domain.position import Position
from workbench.merging import Choice, CollisionKind, UndecidedError


@pytest.mark.parametrize("choice", list(Choice))
def test_one_field_changed_on_both_sides_is_asked_about(mine: Path, theirs: Path, choice: Choice) -> None:
    edit(mine, "Ada", does(replace(P1, statement="mine", interest="kept")))
    edit(theirs, "Grace", does(replace(P1, statement="theirs", salience=10.0)))
    before = dump(mine, history=True)
    with open_case(mine) as store:
        plan = plan_merge(store, theirs)
        with pytest.raises(UndecidedError, match="positions:p1:statement"):
            apply_merge(store, plan, {})
    assert dump(mine, history=True) == before
    (told,) = plan.collisions
    assert (told.kind, told.table, told.key, told.field) == (
        CollisionKind.FIELD, "positions", ("p1",), "statement",
    )  # fmt: skip
    assert (told.mine.value, told.mine.author) == ("mine", "Ada")
    assert (told.theirs.value, told.theirs.author) == ("theirs", "Grace")
    assert told.mine.at < told.theirs.at
    merge(mine, theirs, choice)
    assert position(mine) == replace(P1, statement=choice.value, interest="kept", salience=10.0)
    assert merge(mine, theirs).is_empty
    merge(theirs, mine)  # what was decided once is not asked again
    same(case(mine), case(theirs))


@pytest.mark.parametrize("choice", list(Choice))
def test_one_code_entered_on_both_sides(mine: Path, theirs: Path, choice: Choice) -> None:
    edit(mine, "Ada", does(Party("N", "mine", notes="m")))
    edit(
        theirs,
        "Grace",
        does(Party("X", "X"), Party("N", "theirs"), Position("p2", "N", "road", DAY, stances=WISH)),
    )
    plan = merge(mine, theirs, choice)
    (told,) = plan.collisions
    assert told.kind is CollisionKind.BOTH_ENTERED
    assert (told.mine.value["name"], told.theirs.value["name"]) == ("mine", "theirs")
    found = next(own for own in case(mine).parties if own.code == "N")
    assert found == (Party("N", "mine", notes="m") if choice is Choice.MINE else Party("N", "theirs"))
    assert position(mine, "p2").party == "N"
    assert merge(mine, theirs).is_empty


@pytest.mark.parametrize("choice", list(Choice))
def test_two_positions_of_one_day_collide_because_one_of_them_stands(
    mine: Path, theirs: Path, choice: Choice
) -> None:
    when = parse_date("2023-01-01")
    edit(mine, "Ada", does(Position("pm", "B", "road", when, stances=WISH)))
    edit(theirs, "Grace", does(Position("pt", "B", "road", parse_date("2023-01"), stances=WISH)))
    plan = merge(mine, theirs, choice)
    assert [own.kind for own in plan.collisions] == [CollisionKind.BOTH_ENTERED]
    refs = {own.ref for own in case(mine).positions}
    assert refs == {"p1", "pm" if choice is Choice.MINE else "pt"}


@pytest.mark.parametrize("choice", list(Choice))
def test_removed_here_and_changed_there(mine: Path, theirs: Path, choice: Choice) -> None:
    edit(mine, "Ada", removes("issues", "road"))
    edit(
        theirs,
        "Grace",
        does(Issue("road", "Better title")),
        does(Position("p2", "B", "road", DAY, stances=WISH), Event("E", DAY, "E", issues=("road", "status"))),
    )
    plan = merge(mine, theirs, choice)
    (told,) = plan.collisions
    assert (told.kind, told.mine.author, told.theirs.author) == (CollisionKind.REMOVED_HERE, "Ada", "Grace")
    assert told.mine.value is None
    assert any("p1" in own for own in (*(along.by_code for along in told.along), str(told.key)))
    found = case(mine)
    if choice is Choice.MINE:
        assert [own.code for own in found.issues] == ["status"]
        assert found.positions == ()
        assert found.events[0].issues == ("status",)
    else:
        assert {own.code for own in found.issues} == {"road", "status"}
        assert next(own for own in found.issues if own.code == "road").title == "Better title"
        assert {own.ref for own in found.positions} == {"p1", "p2"}
        assert len(found.options) == 6
        assert found.events[0].issues == ("road", "status")
    assert merge(mine, theirs).is_empty


@pytest.mark.parametrize("choice", list(Choice))
def test_removed_there_and_changed_here(mine: Path, theirs: Path, choice: Choice) -> None:
    edit(mine, "Ada", does(Position("p2", "B", "road", DAY, stances=WISH)))
    edit(theirs, "Grace", removes("issues", "road"), does(Party("N", "taken all the same")))
    plan = merge(mine, theirs, choice)
    (told,) = plan.collisions
    assert (told.kind, told.theirs.value) == (CollisionKind.REMOVED_THERE, None)
    assert len(told.along) == 4
    found = case(mine)
    assert found.parties[-1].code == "N"
    if choice is Choice.MINE:
        assert {own.ref for own in found.positions} == {"p1", "p2"}
        assert len(found.options) == 6
    else:
        assert found.positions == ()
        assert [own.code for own in found.issues] == ["status"]
    assert merge(mine, theirs).is_empty


def test_a_code_that_another_record_has_here_is_left(mine: Path, theirs: Path) -> None:
    edit(mine, "Ada", does(Party("Z", "Z of mine")))
    edit(theirs, "Grace", renames(Party("Z", "Party A renamed"), "A"))
    plan = merge(mine, theirs)
    assert "keeps its code" in plan.notices[0]
    named = {own.code: own.name for own in case(mine).parties}
    assert (named["A"], named["Z"], len(named)) == ("Party A renamed", "Z of mine", 5)
