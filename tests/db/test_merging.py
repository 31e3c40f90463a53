from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from db.backup import backups
from db.case_file import create_case, open_case
from db.check import check_case
from db.expunging import expunge, plan_expunge
from db.merging import apply_merge, plan_merge
from db.protecting import protect
from tests.db.files import listing
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
from tests.db.samples import GROUND, dump, fill, put
from tests.db.test_protecting import SECRET
from tests.db.test_store import exact
from workbench.domain.dates import parse_date
from workbench.domain.errors import CaseError
from workbench.domain.issue import Issue, Option
from workbench.domain.party import Party
from workbench.domain.position import Position
from workbench.domain.source import Source
from workbench.domain.vocabulary import Stance
from workbench.merging import NotTheSameCaseError

# --- what does not collide -------------------------------------------------------------------------


def test_what_the_other_did_is_taken_and_told(mine: Path, theirs: Path) -> None:
    edit(mine, "Ada", does(Party("N1", "Mine")))
    edit(
        theirs,
        "Grace",
        does(Party("N2", "Theirs"), Position("p2", "N2", "road", DAY, stances=WISH)),
        does(replace(P1, statement="second")),
        removes("sources", "S2"),
    )
    before = listing(theirs.parent)
    with open_case(mine, author="Merger") as store:
        plan = plan_merge(store, theirs)
        assert plan.collisions == ()
        assert [(own.table, own.key, own.what, own.fields, own.author) for own in plan.taken] == [
            ("parties", ("N2",), "new", (), "Grace"),
            ("positions", ("p2",), "new", (), "Grace"),
            ("positions", ("p1",), "changed", ("statement",), "Grace"),
            ("sources", ("S2",), "removed", (), "Grace"),
        ]
        assert [own.code for own in store.read_case().parties][-1] == "N1"  # nothing yet
        done = apply_merge(store, plan, {})
        assert done.name == "merge"
        assert done.tables == {"parties", "positions", "sources"}
        told = [(own.author, own.name) for own in store.history()]
    assert told[2:] == [("Ada", "test"), ("Grace", "test"), ("Grace", "test"), ("Grace", "remove source")]
    found = case(mine)
    assert [own.code for own in found.parties] == ["A", "B", "Ç", "d d", "N1", "N2"]
    assert [own.code for own in found.sources] == ["S1"]
    assert position(mine).statement == "second"
    after = listing(theirs.parent)
    assert {name: own for name, own in after.items() if "theirs" in name} == {
        name: own for name, own in before.items() if "theirs" in name
    }
    assert check_case(mine).damage == ()


def test_different_fields_of_one_record_do_not_collide(mine: Path, theirs: Path) -> None:
    edit(mine, "Ada", does(replace(P1, salience=90.0)))
    edit(theirs, "Grace", does(replace(P1, statement="second", stances={"no": Stance.RED_LINE})))
    assert merge(mine, theirs).collisions == ()
    expected = replace(P1, salience=90.0, statement="second", stances={"no": Stance.RED_LINE})
    assert position(mine) == expected


def test_the_same_edit_on_both_sides_is_no_collision(mine: Path, theirs: Path) -> None:
    for path in (mine, theirs):
        edit(path, "Ada", does(replace(P1, statement="same"), Party("N", "New")))
    plan = merge(mine, theirs)
    assert plan.taken == plan.collisions == ()
    assert len(case(mine).parties) == 5


def test_an_edit_taken_back_there_changes_nothing_here(mine: Path, theirs: Path) -> None:
    edit(mine, "Ada", does(replace(P1, statement="mine")))
    edit(theirs, "Grace", does(replace(P1, statement="theirs")), lambda store: store.undo())
    assert merge(mine, theirs).collisions == ()
    assert position(mine).statement == "mine"


def test_every_step_comes_in_with_its_author_and_wording(mine: Path, theirs: Path) -> None:
    edit(mine, "Ada", does(Party("N1", "Mine")))
    edit(theirs, "Grace", does(replace(P1, statement="second")))
    edit(theirs, "Hedy", does(replace(P1, statement="third")))
    with open_case(theirs, read_only=True) as store:
        originals = {own.operation: own for own in store.history()}
    merge(mine, theirs)
    with open_case(mine, read_only=True) as store:
        of_p1 = list(store.history("positions", ("p1",)))
    assert [(own.author, own.changes[0].after.statement) for own in of_p1] == [  # type: ignore[union-attr]
        ("Root", "first"),
        ("Grace", "second"),
        ("Hedy", "third"),
    ]
    for own in of_p1:
        assert (own.at, own.label) == (originals[own.operation].at, originals[own.operation].label)


def test_merging_again_brings_nothing_new_in_either_direction(mine: Path, theirs: Path) -> None:
    edit(mine, "Ada", does(Party("N1", "Mine"), Source("X1", "X")))
    edit(theirs, "Grace", does(Party("N2", "Theirs"), Source("X2", "X")))
    merge(mine, theirs)
    merge(theirs, mine)
    before = [dump(path, history=True) for path in (mine, theirs)]
    for path, other in ((mine, theirs), (theirs, mine), (mine, theirs)):
        assert merge(path, other).is_empty
    assert [dump(path, history=True) for path in (mine, theirs)] == before
    same(case(mine), case(theirs))


def test_work_goes_on_in_both_copies_after_a_merge(mine: Path, theirs: Path) -> None:
    edit(mine, "Ada", does(Party("N1", "Mine")))
    edit(theirs, "Grace", does(Party("N2", "Theirs"), Party("N3", "Theirs")))
    merge(mine, theirs)
    edit(theirs, "Grace", renames(Party("N9", "Renamed"), "N2"), does(replace(P1, party="N9", ref="p9")))
    edit(mine, "Ada", does(Party("N4", "Mine"), Party("N3", "Changed here")))
    assert merge(mine, theirs).collisions == ()
    assert [own.code for own in case(mine).parties][4:] == ["N1", "N9", "N3", "N4"]
    assert position(mine, "p9").party == "N9"
    merge(theirs, mine)
    same(case(mine), case(theirs))


def test_new_codes_are_followed_on_both_sides(mine: Path, theirs: Path) -> None:
    edit(mine, "Ada", renames(Party("AA", "Party A"), "A"), renames(Issue("way", "Road"), "road"))
    edit(
        theirs,
        "Grace",
        does(Position("p2", "A", "road", parse_date("2022"), stances=WISH)),
        renames(Party("BB", "Party B"), "B"),
        does(Option("road", "never", "Never")),
    )
    assert merge(mine, theirs).collisions == ()
    found = case(mine)
    assert [own.code for own in found.parties] == ["AA", "BB", "Ç", "d d"]
    assert (position(mine, "p2").party, position(mine, "p2").issue) == ("AA", "way")
    assert Option("way", "never", "Never") in found.options


def test_undo_takes_the_whole_merge_back_and_it_can_be_done_anew(mine: Path, theirs: Path) -> None:
    edit(mine, "Ada", does(Party("N1", "Mine")))
    edit(theirs, "Grace", does(Party("N2", "Theirs")), does(replace(P1, statement="second")))
    before = exact(case(mine))
    merge(mine, theirs)
    after = exact(case(mine))
    with open_case(mine) as store:
        assert store.undo_label.say() == "Merge “theirs.positions”"
        store.undo()
        assert exact(store.read_case()) == before
        store.redo()
        assert exact(store.read_case()) == after
        store.undo()
        store.perform(put(Party("N3", "Mine too")))
        assert not store.redo_label
    assert merge(mine, theirs).collisions == ()
    assert [own.code for own in case(mine).parties][4:] == ["N1", "N2", "N3"]
    assert position(mine).statement == "second"
    assert merge(mine, theirs).is_empty
    with open_case(mine) as store:
        while store.undo():
            pass
        assert exact(store.read_case()) == exact(GROUND)
    assert check_case(mine).damage == ()


# --- what cannot be merged -------------------------------------------------------------------------


def test_two_cases_of_their_own_are_not_merged(mine: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.positions"
    create_case(other, fill=fill(GROUND)).close()
    with open_case(mine) as store:
        with pytest.raises(NotTheSameCaseError, match="no copy"):
            plan_merge(store, other)
        with pytest.raises(CaseError, match="this very case"):
            plan_merge(store, mine)


def test_a_protected_copy_is_merged_with_its_passphrase(mine: Path, theirs: Path) -> None:
    edit(theirs, "Grace", does(Party("N2", "Theirs")))
    protect(theirs, SECRET)
    with open_case(mine) as store:
        plan = plan_merge(store, theirs, SECRET)
        apply_merge(store, plan, {}, SECRET)
        assert store.read_case().parties[-1].code == "N2"


def test_a_backup_is_made_before(mine: Path, theirs: Path) -> None:
    edit(theirs, "Grace", does(Party("N2", "Theirs")))
    with open_case(mine) as store:
        store.perform(put(Party("N1", "Mine")))
        count = len(backups(mine))
        apply_merge(store, plan_merge(store, theirs), {})
        assert len(backups(mine)) == count + 1


def test_a_text_expunged_there_is_told_and_one_expunged_here_does_not_come_back(
    mine: Path, theirs: Path
) -> None:
    for path in (mine, theirs):
        shutil.rmtree(path.with_name(path.name + ".backups"), ignore_errors=True)
    edit(theirs, "Grace", does(replace(P1, salience=10.0)))
    expunge(mine, plan_expunge(mine, table="positions", key=("p1",), field="statement"), author="Ada")
    merge(mine, theirs)
    assert position(mine).salience == 10.0
    assert position(mine).statement.startswith("[expunged")
    with open_case(theirs) as store:
        plan = plan_merge(store, mine)
        assert "expunge it here as well" in plan.notices[0]


def test_three_laptops(mine: Path, theirs: Path) -> None:
    third = mine.with_name("third.positions")
    shutil.copy(mine, third)
    edit(mine, "Ada", does(Party("N1", "Mine")))
    edit(theirs, "Grace", does(Party("N2", "Theirs")))
    edit(third, "Hedy", does(Party("N3", "Third"), replace(P1, statement="third")))
    merge(mine, theirs)
    merge(third, theirs)
    merge(mine, third)
    merge(third, mine)
    merge(theirs, third)
    same(case(mine), case(third))
    same(case(mine), case(theirs))
    for path in (mine, theirs, third):
        for other in (mine, theirs, third):
            if path != other:
                assert merge(path, other).is_empty
