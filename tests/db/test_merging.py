from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from db.backup import backups
from db.case_file import create_case, open_case
from db.check import check_case
from db.expunging import expunge, plan_expunge
from db.merging import apply_merge, plan_merge
from db.protecting import protect
from db.store import SqliteCaseStore
from tests.db import samples
from tests.db.samples import GROUND, Do, dump, fill, put
from tests.db.test_case_file import listing
from tests.db.test_protecting import SECRET
from tests.db.test_store import exact
from workbench.domain.case import Case, Record, key_of
from workbench.domain.codes import SourceReference
from workbench.domain.dates import parse_date
from workbench.domain.errors import CaseError
from workbench.domain.event import Event
from workbench.domain.issue import Issue, Option
from workbench.domain.party import Party
from workbench.domain.position import Position
from workbench.domain.source import Source
from workbench.domain.vocabulary import Stance
from workbench.merging import Choice, CollisionKind, MergePlan, NotTheSameCaseError, UndecidedError, prefer
from workbench.operations.records import RemoveRecord

DAY = parse_date("2021-03-15")
WISH = {"yes": Stance.DEMANDS}
P1 = Position("p1", "A", "road", DAY, stances=WISH, statement="first", salience=40.0)
CITED = (SourceReference("S1"),)
Edit = Callable[[SqliteCaseStore], object]


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    path = tmp_path / "mine.positions"
    with create_case(path, author="Root", fill=fill(GROUND)) as store:
        store.perform(put(P1))
    return path


@pytest.fixture
def theirs(mine: Path) -> Path:
    path = mine.with_name("theirs.positions")
    shutil.copy(mine, path)
    return path


def edit(path: Path, author: str, *edits: Edit) -> None:
    with open_case(path, author=author) as store:
        for own in edits:
            own(store)


def does(*records: Record) -> Edit:
    return lambda store: store.perform(put(*records))


def removes(table: str, *key: str) -> Edit:
    return lambda store: store.perform(RemoveRecord(table, key, with_dependants=True))


def renames(record: Record, *was: str) -> Edit:
    return lambda store: store.perform(Do(lambda work: work.put(record, was=was)))


def merge(path: Path, other: Path, choice: Choice | None = None) -> MergePlan:
    with open_case(path, author="Merger") as store:
        plan = plan_merge(store, other)
        apply_merge(store, plan, prefer(plan, choice) if choice else {})
    assert check_case(path).damage == ()
    return plan


def case(path: Path) -> Case:
    with open_case(path, read_only=True) as store:
        return store.read_case()


def position(path: Path, ref: str = "p1") -> Position:
    return next(own for own in case(path).positions if own.ref == ref)


def same(one: Case, other: Case) -> None:
    """Compare two cases; positions stand in the order in which a copy learned of them."""
    for path in (one, other):
        assert len({own.ref for own in path.positions}) == len(path.positions)
    ordered = [replace(own, positions=tuple(sorted(own.positions, key=str))) for own in (one, other)]
    assert exact(ordered[0]) == exact(ordered[1])


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


# --- collisions ------------------------------------------------------------------------------------


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
    assert any("p1" in own for own in (*told.along, str(told.key)))
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


# --- any edits -------------------------------------------------------------------------------------

ANY = settings(
    max_examples=20,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def disjoint(party: str, prefix: str) -> st.SearchStrategy[list[Edit]]:
    """Edits that touch what the other side does not: own records, and own fields of common ones."""
    own = st.sampled_from((f"{prefix}1", f"{prefix}2"))
    entering = own.map(lambda code: does(Party(code, f"Party {code}")))
    texts = st.text(st.characters(categories=("L",)), min_size=1, max_size=5)
    renaming = texts.map(lambda text: does(replace(_party(party), name=text)))
    sourcing = st.builds(lambda code, text: does(Source(code, text)), own, texts)
    day = st.sampled_from(("2020", "2021-03", "2022-05-01")).map(parse_date)
    holding = st.builds(
        lambda ref, since, text: does(
            Position(
                ref, party, "status", since, stances=WISH, statement=text, sources=(SourceReference("S1"),)
            )
        ),
        own,
        day,
        texts,
    )
    optioning = own.map(lambda code: does(Option("road", code, code.title())))
    field = texts.map(
        lambda text: lambda store: _set(store, **{"statement" if prefix == "m" else "interest": text})
    )
    going = own.map(lambda ref: lambda store: _try(store, RemoveRecord("positions", (ref,))))
    undo = st.just(lambda store: store.undo() if len(list(store.history())) > 4 else None)
    return st.lists(
        st.one_of(entering, renaming, sourcing, holding, optioning, field, going, undo),
        min_size=1,
        max_size=7,
    )


def _party(code: str) -> Party:
    return next(own for own in GROUND.parties if own.code == code)


def _set(store: SqliteCaseStore, **fields: str) -> None:
    found = next((own for own in store.read_case().positions if own.ref == "p1"), None)
    if found is not None:
        store.perform(put(replace(found, **fields)))


def _try(store: SqliteCaseStore, operation: RemoveRecord) -> None:
    with suppress(CaseError):
        store.perform(operation)


@ANY
@given(my_edits=disjoint("A", "m"), their_edits=disjoint("B", "t"))
def test_merging_disjoint_edits_is_the_same_in_either_order(
    tmp_path: Path, my_edits: list[Edit], their_edits: list[Edit]
) -> None:
    folder = Path(tempfile.mkdtemp(dir=tmp_path))
    mine, theirs = folder / "mine.positions", folder / "theirs.positions"
    with create_case(mine, author="Root", fill=fill(GROUND)) as store:
        store.perform(put(P1))
    shutil.copy(mine, theirs)
    edit(mine, "Ada", does(Party("m0", "m")), *my_edits)
    edit(theirs, "Grace", does(Party("t0", "t")), *their_edits)
    first, second = folder / "first.positions", folder / "second.positions"
    shutil.copy(mine, first)
    shutil.copy(theirs, second)
    assert merge(first, theirs).collisions == ()
    assert merge(second, mine).collisions == ()
    same(case(first), case(second))
    assert merge(first, second).collisions == ()
    assert merge(first, theirs).is_empty
    same(case(first), case(second))


@ANY
@given(
    mine_does=st.lists(samples.records, min_size=1, max_size=4),
    theirs_does=st.lists(samples.records, min_size=1, max_size=4),
    gone=st.tuples(*[st.sampled_from((None, "parties", "issues", "options", "sources", "positions"))] * 2),
    choice=st.sampled_from(Choice),
)
def test_any_edits_merge_to_a_sound_case_and_can_be_undone(
    tmp_path: Path,
    mine_does: list[Record],
    theirs_does: list[Record],
    gone: tuple[str | None, str | None],
    choice: Choice,
) -> None:
    folder = Path(tempfile.mkdtemp(dir=tmp_path))
    mine, theirs = folder / "mine.positions", folder / "theirs.positions"
    with create_case(mine, author="Root", fill=fill(GROUND)) as store:
        store.perform(put(P1))
    shutil.copy(mine, theirs)
    for path, records, table in ((mine, mine_does, gone[0]), (theirs, theirs_does, gone[1])):
        with open_case(path) as store:
            for record in records:
                store.perform(put(record))
            if table:
                key = next(iter(store.read_case().table(table)))
                store.perform(RemoveRecord(table, key_of(key), with_dependants=True))
    before = exact(case(mine))
    merge(mine, theirs, choice)
    after = exact(case(mine))
    assert merge(mine, theirs).is_empty
    merge(theirs, mine, choice)
    assert check_case(theirs).damage == ()
    with open_case(mine) as store:
        if store.undo_label.say().startswith("Merge"):
            store.undo()
            assert exact(store.read_case()) == before
            store.redo()
        assert exact(store.read_case()) == after
