from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, datetime

import pytest

from tests.sample_case import sample_case
from workbench.domain import labels
from workbench.domain.audience import PRINCIPAL, VAULT
from workbench.domain.case import TABLES, Case, Record, record_type
from workbench.domain.codes import SourceReference
from workbench.domain.dates import parse_date
from workbench.domain.event import Event
from workbench.domain.fieldwords import WORDS
from workbench.domain.issue import Issue, Option
from workbench.domain.labels import Label
from workbench.domain.linkage import Linkage
from workbench.domain.names import Names, by_code, names_of
from workbench.domain.package import Package
from workbench.domain.party import Group, Influence, Membership, Party
from workbench.domain.position import Position
from workbench.domain.source import Source
from workbench.domain.term import Term
from workbench.domain.vocabulary import Agenda, LinkageKind, Stance
from workbench.operations.references import references
from workbench.ports import Change, ChangeSet
from workbench.readmodels.history_lens import (
    MOST_TOLD,
    PLACE,
    FieldChange,
    field_changes,
    history_row,
)
from workbench.readmodels.history_values import value_text

CASE = Case(
    parties=(Party("A", "Alpha"), Party("B", "Beta", "B.")),
    issues=(Issue("i", "The road"), Issue("j", "The airport")),
    options=(
        Option("i", "free", "Free passage"),
        Option("i", "scan", "Scanning"),
        Option("j", "free", "Free flights"),
    ),
    sources=(Source("TRI20", "Statement of 2020"),),
)
NAMES = names_of(CASE)
NOW = parse_date("2022")


def told(
    before: object, after: object, table: str, key: str, audience: object = VAULT, names: Names = by_code
) -> list[FieldChange]:
    change = Change(table, (key,), before, after)  # type: ignore[arg-type]
    return list(field_changes([change], audience, names))  # type: ignore[arg-type]


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


STANCES = {"free": Stance.RED_LINE, "scan": Stance.ACCEPTS, "gone": Stance.TOLERATES}
_SOURCES = (SourceReference("TRI20", 1, "art. 6"), SourceReference("ART"))


@pytest.mark.parametrize(
    ("record", "field", "text"),
    [
        (
            Position("r", "A", "i", NOW, stances=STANCES),
            "stances",
            "Free passage: red line; Scanning: accepts; gone: tolerates",
        ),
        (Position("r", "A", "j", NOW, stances={"free": Stance.ACCEPTS}), "stances", "Free flights: accepts"),
        (
            Position("r", "A", "i", NOW, sources=_SOURCES),
            "sources",
            "Statement of 2020 (credibility 1), art. 6; ART",
        ),
        (Position("r", "A", "i", NOW), "party", "Alpha"),
        (Position("r", "C", "k", NOW), "party", "C"),
        (Position("r", "A", "i", NOW), "issue", "The road"),
        (Position("r", "A", "i", NOW, known_to=("B", "C")), "known_to", "B.; C"),
        (Position("r", "A", "i", NOW, salience=80.0), "salience", "80"),
        (Position("r", "A", "i", NOW, agenda=Agenda.ON_AGENDA), "agenda", "on agenda"),
        (Position("r", "A", "i", parse_date("2022-03~")), "since", "2022-03~"),
        (Issue("i", "The road", needed=("A", "B")), "needed", "Alpha; B."),
        (
            Group("G", "Side", (Membership("A", NOW), Membership("B"), Membership("C", NOW, NOW))),
            "members",
            "Alpha from 2022; B.; C from 2022 until 2022",
        ),
        (Group("G", "Side", (Membership("A", None, NOW),)), "members", "Alpha until 2022"),
        (Linkage("l", LinkageKind.EXCLUDES, "i", "scan", "j", "free"), "if_option", "Scanning"),
        (Linkage("l", LinkageKind.EXCLUDES, "i", "scan", "j", "free"), "then_option", "Free flights"),
        (Linkage("l", LinkageKind.EXCLUDES, "i", "scan", "j", "free"), "then_issue", "The airport"),
        (
            Package("k", "Draft", "A", choices={"i": "scan", "j": "free"}),
            "choices",
            "The road: Scanning; The airport: Free flights",
        ),
        (Package("k", "Draft", "A"), "proposed_by", "Alpha"),
        (Package("k", "Draft", "somebody else"), "proposed_by", "somebody else"),
        (Event("e", NOW, "Talks", parties=("A",), issues=("i", "j")), "issues", "The road; The airport"),
        (Term("party:A", "x"), "subject", "Alpha"),
        (Term("issue:gone", "x"), "subject", "issue:gone"),
        (Term("free", "x"), "subject", "free"),
        (Influence("A", "B", 2), "on", "B."),
        (None, "party", ""),
    ],
)
def test_values_read_as_a_person_reads_them(record: Record | None, field: str, text: str) -> None:
    assert value_text(record, field, NAMES) == text


def test_every_code_that_a_record_names_is_said_by_its_name() -> None:
    """By the list of what records name: none of those codes is left in what is shown."""
    names: Names = lambda table, key: f"⟦{table} {'/'.join(key)}⟧"  # noqa: E731
    for table in TABLES:
        for record in sample_case().table(table):
            for reference in references(record):
                shown = value_text(record, reference.field, names)
                assert names(reference.table, reference.key) in shown, (record, reference)


def test_every_field_of_every_record_has_a_word() -> None:
    every = {field.name for table in TABLES for field in fields(record_type(table))}
    assert every == set(WORDS)
    assert not [word for word in WORDS.values() if "_" in word]


def test_records_and_labels_are_called_by_name() -> None:
    position = Position("r", "A", "i", NOW, limit_owner="the council")
    own = told(replace(position, limit_owner=""), position, "positions", "r", names=NAMES)
    assert [(o.record, o.field, o.after) for o in own] == [
        ("Alpha on The road, 2022", "who can move the red line", "the council")
    ]


def test_a_change_of_options_names_each_by_the_issue_it_was_of() -> None:
    before = Position("r", "A", "i", NOW, stances={"free": Stance.DEMANDS})
    own = told(before, replace(before, issue="j"), "positions", "r", names=NAMES)
    assert [(o.field, o.before, o.after) for o in own] == [("issue", "The road", "The airport")]
    gone = told(before, None, "positions", "r", names=NAMES)
    assert ("stances", "Free passage: demands") in [(o.field, o.before) for o in gone]


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
    label = Label.of(labels.ENTER, labels.kind("parties"), ("parties", "A"))
    row = history_row(ChangeSet("1", "put party", label, "me", at, (change,)), NAMES)
    assert row.when == at.astimezone().strftime("%Y-%m-%d %H:%M")
    assert (row.label, row.author, row.count, row.touched) == ("Enter party “Alpha”", "me", 1, "1 record")


def test_a_record_that_was_only_moved_says_so() -> None:
    party = Party("BAK", "Baku")
    told = list(field_changes([Change("parties", ("BAK",), party, party)], PRINCIPAL))
    assert [(own.kind, own.field, own.before, own.after) for own in told] == [("", PLACE, "", "")]
