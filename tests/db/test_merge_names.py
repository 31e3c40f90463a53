"""What the records of a merge are called: as this copy has them, else as the other one does."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.db.merges import DAY, P1, WISH, does, edit, merge, removes, renames
from workbench.domain.dates import parse_date
from workbench.domain.issue import Issue, Option
from workbench.domain.party import Party
from workbench.domain.position import Position
from workbench.merging import Choice, MergePlan


def taken(plan: MergePlan) -> dict[tuple[str, ...], str]:
    return {(own.table, *own.key): own.called for own in plan.taken}


def test_a_record_of_both_is_called_as_here(mine: Path, theirs: Path) -> None:
    edit(mine, "Ada", does(Party("A", "Aland")))
    edit(theirs, "Grace", does(Issue("road", "The road")), does(replace(P1, salience=10.0)))
    called = taken(merge(mine, theirs))
    assert called["issues", "road"] == "issue “Road”"
    assert called["positions", "p1"] == "position “Aland on Road, 2021-03-15”"


def test_what_only_the_other_copy_has_is_called_as_there(mine: Path, theirs: Path) -> None:
    position = Position("p2", "N", "ferry", parse_date("2022-05"), stances={"often": WISH["yes"]})
    new = Party("N", "Norland", short_name="The North"), Issue("ferry", "Ferry times")
    edit(theirs, "Grace", does(*new, Option("ferry", "often", "Every hour"), position))
    called = taken(merge(mine, theirs))
    assert called["parties", "N"] == "party “The North”"
    assert called["options", "ferry", "often"] == "option “Every hour” of “Ferry times”"
    assert called["positions", "p2"] == "position “The North on Ferry times, 2022-05”"


def test_a_code_that_means_another_record_here_lends_no_name(mine: Path, theirs: Path) -> None:
    edit(theirs, "Grace", renames(Party("Q", "Party A"), "A"))
    edit(theirs, "Grace", does(Position("p2", "Q", "status", DAY, stances=WISH)))
    edit(mine, "Ada", does(Party("Q", "Quite another")))
    called = taken(merge(mine, theirs))
    assert called["positions", "p2"] == "position “Party A on Status, 2021-03-15”"


def test_what_was_removed_here_is_called_as_there_with_what_went_along(mine: Path, theirs: Path) -> None:
    edit(mine, "Ada", removes("issues", "road"))
    edit(theirs, "Grace", does(Issue("road", "Better title")))
    (told,) = merge(mine, theirs, Choice.MINE).collisions
    names = [told.called, *(own.called for own in told.along)]
    assert "issue “Better title”" in names
    assert "position “Party A on Better title, 2021-03-15”" in names
    assert "option “Yes” of “Better title”" in names
    assert all(names)


def test_what_was_removed_there_is_called_as_here_with_what_went_along(mine: Path, theirs: Path) -> None:
    edit(mine, "Ada", does(Issue("road", "Our road")))
    edit(theirs, "Grace", removes("issues", "road"))
    (told,) = merge(mine, theirs, Choice.MINE).collisions
    assert told.called == "issue “Our road”"
    companions = {own.called: own.by_code for own in told.along}
    assert companions["position “Party A on Our road, 2021-03-15”"] == "position “p1”"
    assert companions["option “Yes” of “Our road”"] == "option “yes” of “road”"
