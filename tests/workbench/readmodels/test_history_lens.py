from __future__ import annotations

from datetime import UTC, datetime

from workbench.domain.audience import PRINCIPAL, VAULT
from workbench.domain.codes import SourceReference
from workbench.domain.dates import parse_date
from workbench.domain.party import Group, Membership, Party
from workbench.domain.position import Position
from workbench.domain.source import Source
from workbench.domain.vocabulary import Stance
from workbench.ports import Change, ChangeSet
from workbench.readmodels.history_lens import (
    MOST_TOLD,
    PLACE,
    FieldChange,
    field_changes,
    history_row,
    text_of,
)


def told(before: object, after: object, table: str, key: str, audience: object = VAULT) -> list[FieldChange]:
    change = Change(table, (key,), before, after)  # type: ignore[arg-type]
    return list(field_changes([change], audience))  # type: ignore[arg-type]


def test_only_the_fields_that_differ_are_told() -> None:
    before = Source("S", "Talk", attribution="a diplomat")
    after = Source("S", "Talk", attribution="an official")
    own = told(before, after, "sources", "S")
    assert [(o.field, o.before, o.after, o.kind) for o in own] == [
        ("attribution", "a diplomat", "an official", "")
    ]
    assert (own[0].record, own[0].what) == ("Talk", "source")


def test_an_identity_is_told_to_the_vault_only() -> None:
    before, after = Source("S", "Talk", identity="Jane"), Source("S", "Talk 2", identity="Joan")
    assert {o.field for o in told(before, after, "sources", "S")} == {"title", "identity"}
    principal = told(before, after, "sources", "S", PRINCIPAL)
    assert {o.field for o in principal} == {"title"}
    assert "Jane" not in str(principal)


def test_a_change_of_the_identity_alone_tells_a_principal_that_there_was_one() -> None:
    own = told(Source("S", "Talk", identity="Jane"), Source("S", "Talk"), "sources", "S", PRINCIPAL)
    assert [(o.record, o.field, o.before, o.after) for o in own] == [("Talk", "", "", "")]


def test_new_and_removed_records_tell_what_is_in_them() -> None:
    party = Party("A", "Alpha")
    added = told(None, party, "parties", "A")
    assert {(o.field, o.before, o.after) for o in added} == {("code", "", "A"), ("name", "", "Alpha")}
    assert {o.kind for o in added} == {"added"}
    removed = told(party, None, "parties", "A")
    assert {(o.field, o.before, o.after) for o in removed} == {("code", "A", ""), ("name", "Alpha", "")}


def test_values_read_as_a_person_reads_them() -> None:
    assert text_of({"free": Stance.RED_LINE, "scan": Stance.ACCEPTS}) == "free: red line; scan: accepts"
    assert text_of((SourceReference("TRI20", 1, "art. 6"), SourceReference("ART"))) == "TRI20:1@art. 6; ART"
    assert text_of(80.0) == "80"
    assert text_of(parse_date("2022-03~")) == "2022-03~"
    group = Group("G", "Side", (Membership("A", parse_date("2020")), Membership("B")))
    assert text_of(group.members) == "A from 2020; B"


def test_a_stance_that_changed_is_told_with_the_others() -> None:
    since = parse_date("2022")
    before = Position("r", "A", "i", since=since, stances={"x": Stance.DEMANDS})
    after = Position("r", "A", "i", since=since, stances={"x": Stance.ACCEPTS})
    own = told(before, after, "positions", "r")
    assert [(o.field, o.before, o.after) for o in own] == [("stances", "x: demands", "x: accepts")]


def test_a_bulk_operation_is_told_as_far_as_one_reads() -> None:
    changes = [
        Change("parties", (f"P{n}",), None, Party(f"P{n}", f"Party {n}")) for n in range(2 * MOST_TOLD)
    ]
    assert len({own.record for own in field_changes(changes, VAULT)}) == MOST_TOLD


def test_a_line_says_when_and_how_much() -> None:
    at = datetime(2023, 3, 20, 12, 5, tzinfo=UTC)
    change = Change("parties", ("A",), None, Party("A", "Alpha"))
    row = history_row(ChangeSet("1", "put party", "Enter party “Alpha”", "me", at, (change,)))
    assert row.when == at.astimezone().strftime("%Y-%m-%d %H:%M")
    assert (row.label, row.author, row.count, row.touched) == ("Enter party “Alpha”", "me", 1, "1 record")


def test_a_record_that_was_only_moved_says_so() -> None:
    party = Party("BAK", "Baku")
    told = list(field_changes([Change("parties", ("BAK",), party, party)], PRINCIPAL))
    assert [(own.kind, own.field, own.before, own.after) for own in told] == [("", PLACE, "", "")]
