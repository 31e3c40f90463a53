"""Any edits on two copies, held against a comparison of three states made field by field."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, TypeAlias

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from db.case_file import create_case, open_case
from db.check import check_case
from db.merging import apply_merge, plan_merge
from tests.db.files import listing
from tests.db.merges import P1, case, does, edit
from tests.db.samples import GROUND, fill, put
from workbench.domain.case import Case, Record, key_of
from workbench.domain.codes import SourceReference
from workbench.domain.dates import parse_date
from workbench.domain.event import Event
from workbench.domain.issue import Issue, Option
from workbench.domain.party import Party
from workbench.domain.source import Source
from workbench.domain.vocabulary import Stance
from workbench.merging import Choice, CollisionKind, MergePlan, prefer

Field: TypeAlias = tuple[str, tuple[str, ...], str]
"""Table, key of the record, and field; no field for a record as a whole."""

DAY = parse_date("2022")
COMMON = (
    GROUND.parties[0],
    GROUND.issues[0],
    GROUND.options[0],
    GROUND.sources[0],
    Event("E1", DAY, "Talks"),
    P1,
)
"""Records that both copies have."""
NEW = (
    Party("N1", "New"),
    Party("N2", "New"),
    Source("X1", "New"),
    Issue("river", "River"),
    Option("road", "never", "Never"),
    Event("E2", DAY, "More"),
)
"""Records that either copy, or both, may enter."""

words = st.sampled_from(("one", "two", "drei", "dört"))
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "name": words,
    "title": words,
    "label": words,
    "notes": words,
    "statement": words,
    "interest": words,
    "description": words,
    "identity": words,
    "salience": st.sampled_from((None, 10.0, 90.0)),
    "stances": st.sampled_from(({"yes": Stance.DEMANDS}, {"no": Stance.RED_LINE}, {})),
    "needed": st.sampled_from(((), ("B",), ("A", "B"))),
    "sources": st.sampled_from(((), (SourceReference("S2", 1, "p. 2"),))),
    "parties": st.sampled_from(((), ("A",))),
}


@dataclass(frozen=True)
class Changed:
    """A record with other values in some of its fields; entered first where it is new."""

    record: Record
    values: dict[str, Any]


@st.composite
def changes(draw: st.DrawFn) -> Changed:
    record = draw(st.sampled_from((*COMMON, *NEW)))
    names = [own.name for own in fields(record) if own.name in VALUES]
    chosen = draw(st.lists(st.sampled_from(names), max_size=2, unique=True))
    return Changed(record, {name: draw(VALUES[name]) for name in chosen})


def carry_out(path: Path, author: str, done: list[Changed]) -> None:
    with open_case(path, author=author) as store:
        for own in done:
            table = store.read_case().table(_table(own.record))
            standing = next((record for record in table if key_of(record) == key_of(own.record)), own.record)
            store.perform(put(replace(standing, **own.values)))


def _table(record: Record) -> str:
    return {Party: "parties", Source: "sources", Issue: "issues", Option: "options", Event: "events"}.get(
        type(record), "positions"
    )


# --- what should come of it --------------------------------------------------------------------------


def by_field(case_: Case) -> dict[Field, Any]:
    return {
        (table, key_of(record), own.name): getattr(record, own.name)
        for table in ("parties", "sources", "issues", "options", "events", "positions")
        for record in case_.table(table)
        for own in fields(record)
    }


def expected(base: Case, mine: Case, theirs: Case, choice: Choice) -> tuple[dict[Field, Any], set[Field]]:
    """Compare three states field by field; return what should stand, and what collides."""
    states = [by_field(own) for own in (base, mine, theirs)]
    outcome: dict[Field, Any] = {}
    collisions: set[Field] = set()
    for field in states[1] | states[2]:
        before, here, there = (alike(state.get(field)) for state in states)
        is_known = field in states[0]
        is_clash = (is_known or (field in states[1] and field in states[2])) and here != there
        if is_clash and (not is_known or before not in (here, there)):
            collisions.add(field if is_known else (*field[:2], ""))
            chosen = 1 if choice is Choice.MINE else 2
        elif field not in states[1] or (is_known and here == before):
            chosen = 2
        else:
            chosen = 1
        outcome[field] = states[chosen][field]
    return outcome, collisions


def alike(value: Any) -> Any:
    return list(value.items()) if isinstance(value, dict) else value


def told(plan: MergePlan) -> set[Field]:
    return {(own.table, own.key, own.field) for own in plan.collisions}


def assert_both_sides_are_told(plan: MergePlan, mine: Case, theirs: Case) -> None:
    sides = by_field(mine), by_field(theirs)
    for own in plan.collisions:
        versions = own.mine, own.theirs
        assert [version.author for version in versions] == ["Ada", "Grace"]
        assert own.mine.at <= own.theirs.at
        assert own.mine.value != own.theirs.value or own.field == "stances"
        assert own.kind is (CollisionKind.FIELD if own.field else CollisionKind.BOTH_ENTERED)
        for version, side in zip(versions, sides, strict=True):
            said = side[own.table, own.key, own.field] if own.field else None
            if isinstance(said, (str, float)):
                assert (version.value or "") == said


@settings(
    max_examples=25,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    mine_does=st.lists(changes(), max_size=6),
    theirs_does=st.lists(changes(), min_size=1, max_size=6),
    choice=st.sampled_from(Choice),
)
def test_what_does_not_collide_is_taken_and_what_does_is_decided(
    tmp_path: Path, mine_does: list[Changed], theirs_does: list[Changed], choice: Choice
) -> None:
    folder = Path(tempfile.mkdtemp(dir=tmp_path))
    mine, theirs = folder / "mine.positions", folder / "theirs.positions"
    with create_case(mine, author="Root", fill=fill(GROUND)) as store:
        store.perform(put(COMMON[4], P1))
    shutil.copy(mine, theirs)
    base = case(mine)
    edit(mine, "Ada", does(Party("M0", "only here")))
    carry_out(mine, "Ada", mine_does)
    carry_out(theirs, "Grace", theirs_does)
    both = case(mine), case(theirs)
    for own in (mine, theirs):
        shutil.copy(own, own.with_suffix(".kept"))
    before = listing(folder)
    with open_case(mine, read_only=True) as store:
        plan = plan_merge(store, theirs)
    assert listing(folder) == before  # a dry run changes nothing, not even a byte
    outcome, collisions = expected(base, *both, choice)
    assert told(plan) == collisions
    assert_both_sides_are_told(plan, *both)
    merged(mine, theirs, choice)
    assert by_field(case(mine)) == outcome
    other = Choice.THEIRS if choice is Choice.MINE else Choice.MINE
    second = theirs.with_suffix(".kept")
    merged(second, mine.with_suffix(".kept"), other)
    # The same from either side, what collided decided alike; what both entered stands where each had put it.
    assert by_field(case(mine)) == by_field(case(second))
    again = listing(folder)
    with open_case(mine, read_only=True) as store:
        assert plan_merge(store, theirs).is_empty
    assert listing(folder) == again


def merged(path: Path, other: Path, choice: Choice) -> None:
    with open_case(path, author="Merger") as store:
        plan = plan_merge(store, other)
        apply_merge(store, plan, prefer(plan, choice))
    assert check_case(path).damage == ()  # the history gives the tables
