"""What was expunged in one copy and still stands in the other."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from db.case_file import open_case
from db.check import check_case
from db.expunging import expunge, plan_expunge
from db.merging import apply_merge, plan_merge
from tests.db.merges import case, does, edit, merge, removes
from tests.db.samples import Do
from workbench.domain.codes import SourceReference
from workbench.domain.dates import parse_date
from workbench.domain.names import names_of
from workbench.domain.party import Party
from workbench.domain.position import Position
from workbench.domain.source import Source
from workbench.merging import Choice, CollisionKind, MergePlan, prefer
from workbench.operations import PutRecord

NAME = "Colonel Aslan “Q” Qaraçay"
INFORMANT = Source("INF", f"talk with {NAME}", identity=NAME)


@pytest.fixture
def parted(
    mine: Path,
) -> tuple[Path, Path]:
    """Two copies in both of which a name stands; it is expunged in the first."""
    edit(mine, "Root", does(INFORMANT), does(Party("SEEN", "S", notes=f"met {NAME} twice")))
    other = mine.with_name("other.positions")
    shutil.copy(mine, other)
    return mine, other


def expunged(path: Path) -> None:
    expunge(path, plan_expunge(path, table="sources", key=("INF",), field="identity"), author="Ada")


def in_bytes(path: Path, text: str) -> list[str]:
    beside = [path, *path.parent.glob(f"{path.name}*/*"), *path.parent.glob(f"{path.name}-*")]
    forms = [form.encode() for form in (text, json.dumps(text, ensure_ascii=False)[1:-1])]
    return [own.name for own in beside if own.is_file() and any(form in own.read_bytes() for form in forms)]


def assert_does_not_come_back(path: Path, other: Path, choice: Choice) -> MergePlan:
    assert in_bytes(other, NAME)
    with open_case(path) as store:
        plan = plan_merge(store, other)
        assert NAME not in repr(plan)
        assert any("still stands in the other copy" in own for own in plan.notices)
        apply_merge(store, plan, prefer(plan, choice))
        assert in_bytes(path, NAME) == []  # the log beside it as well
        for table in ("sources", "parties", "positions"):
            assert NAME not in repr(store.read_case().table(table))
        assert NAME not in repr([(own.label, own.changes[:]) for own in store.history()])
    assert in_bytes(path, NAME) == []
    assert check_case(path).damage == ()
    assert merge(path, other).is_empty
    return plan


@pytest.mark.parametrize("choice", list(Choice))
def test_what_was_expunged_here_does_not_come_back_with_edits_that_hold_it(
    parted: tuple[Path, Path], choice: Choice
) -> None:
    first, other = parted
    edit(
        other,
        "Grace",
        does(replace(INFORMANT, identity=f"{NAME}, of the 3rd", citation="p. 4")),
        does(Party("NEW", f"{NAME}’s office"), Source("AGAIN", "X", identity=NAME)),
        does(
            Position(
                "p2", "A", "road", parse_date("2022"), sources=(SourceReference("INF", 1, f"{NAME}, 2"),)
            )
        ),
        lambda store: store.perform(Do(lambda work: work.put(Party("LAB", "L")), label=f"Enter {NAME}")),
    )
    edit(first, "Ada", does(replace(INFORMANT, identity=f"{NAME}?")))
    expunged(first)
    assert_does_not_come_back(first, other, choice)
    found = case(first)
    gap = next(own.name for own in found.parties if own.code == "NEW").removesuffix("’s office")
    assert re.fullmatch(r"\[expunged \d{4}-\d\d-\d\d\]", gap)
    source = next(own for own in found.sources if own.code == "INF")
    assert source.citation == "p. 4"
    assert source.identity == gap
    assert next(own.identity for own in found.sources if own.code == "AGAIN") == gap
    assert next(own.sources[0].place for own in found.positions if own.ref == "p2") == f"{gap}, 2"


def test_what_was_expunged_and_removed_here_comes_back_with_its_gap(parted: tuple[Path, Path]) -> None:
    first, other = parted
    expunged(first)
    edit(first, "Ada", removes("sources", "INF"))
    edit(other, "Grace", does(replace(INFORMANT, citation="p. 4")))
    plan = assert_does_not_come_back(first, other, Choice.THEIRS)
    (told,) = plan.collisions
    assert told.kind is CollisionKind.REMOVED_HERE
    source = next(own for own in case(first).sources if own.code == "INF")
    assert source.citation == "p. 4"
    assert source.identity.startswith("[expunged")


def test_what_came_in_with_a_merge_and_was_expunged_does_not_come_back(
    mine: Path,
    theirs: Path,
) -> None:
    edit(mine, "Ada", does(Party("N1", "Mine")))
    edit(theirs, "Grace", does(Party("N2", "Theirs")), does(INFORMANT))
    merge(mine, theirs)
    expunged(mine)
    edit(theirs, "Grace", does(replace(INFORMANT, title=f"{NAME} at home")), does(Party("N3", NAME)))
    assert_does_not_come_back(mine, theirs, Choice.THEIRS)
    assert re.fullmatch(r"\[expunged [-\d]+\]", case(mine).parties[-1].name)
    assert re.fullmatch(r"\[expunged [-\d]+\] at home", case(mine).sources[-1].title)


def test_nothing_but_the_text_is_left_out(parted: tuple[Path, Path]) -> None:
    """Other wordings of the same field, or of the same operation, are no business of the gap."""
    first, other = parted
    expunged(first)
    changed = Source("INF", "Another title", identity="somebody else")
    edit(other, "Grace", does(changed), does(Party("SEEN", "S", notes="met nobody")))
    merge(first, other)
    found = case(first)
    assert next(own for own in found.sources if own.code == "INF") == changed
    assert found.parties[-1].notes == "met nobody"


def test_a_short_name_does_not_come_back_in_the_label_of_an_edit(mine: Path) -> None:
    """What the other copy did to the party is taken; what it called the party meanwhile is not in it."""
    name = "Qz7"
    edit(mine, "Root", does(Party("P1", name)))
    other = mine.with_name("other.positions")
    shutil.copy(mine, other)
    expunge(mine, plan_expunge(mine, table="parties", key=("P1",), field="name"), author="Ada")
    edit(other, "Grace", lambda store: store.perform(PutRecord(Party("P1", name, notes="seen again"))))
    assert in_bytes(other, name)
    assert in_bytes(mine, name) == []
    merge(mine, other)
    assert in_bytes(mine, name) == []
    with open_case(mine, read_only=True) as store:
        assert store.read_case().parties[-1].notes == "seen again"
        said = [own.label.say(names_of(store.read_case())) for own in store.history()]
    assert [own for own in said if own.startswith("Change party “[expunged ")]
