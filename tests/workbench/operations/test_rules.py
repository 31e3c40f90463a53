from __future__ import annotations

import pytest

from workbench.domain.case import CaseEntry, Record, key_of, table_of
from workbench.domain.codes import SourceReference
from workbench.domain.dates import parse_date
from workbench.domain.errors import CaseError
from workbench.domain.event import Event
from workbench.domain.issue import Issue, Option
from workbench.domain.judgement import Judgement
from workbench.domain.level import Level
from workbench.domain.linkage import Linkage
from workbench.domain.party import Group, Influence, Membership, Party
from workbench.domain.source import Source
from workbench.domain.term import Term
from workbench.domain.vocabulary import LinkageKind
from workbench.operations.references import references
from workbench.operations.rules import check_values, faults

DAY = parse_date("2020-05")


@pytest.mark.parametrize(
    ("record", "field"),
    [
        (Party("A", ""), "name"),
        (Party("", "Name"), "code"),
        (Party("A;B", "Name"), "code"),
        (Party("A\nB", "Name"), "code"),
        (Party("A", "Name", colour="blue"), "colour"),
        (Issue("a=b", "Title"), "code"),
        (Issue("a", "Title", needed=("A", "A")), "needed"),
        (Option("i", "o", "Label", location=1.1), "location"),
        (Option("i", "o", "Label", location=-0.1), "location"),
        (Option("i", "o", ""), "label"),
        (Source("S@1", "Title"), "code"),
        (Source("S:1", "Title"), "code"),
        (Option("i", "o", "L", sources=(SourceReference("S", 7),)), "sources"),
        (Option("i", "o", "L", sources=(SourceReference("S"), SourceReference("S"))), "sources"),
        (Option("i", "o", "L", sources=(SourceReference("S", 1, "art. 6; art. 7"),)), "sources"),
        (Option("i", "o", "L", sources=(SourceReference("S", 1, "art. 6\nart. 7"),)), "sources"),
        (Option("i", "o", "L", sources=(SourceReference("S", None, " art. 6 "),)), "sources"),
        (Influence("A", "B", 4.5), "strength"),
        (Influence("A", "", 4), "on"),
        (Influence("A", "B", 1, parse_date("2021"), parse_date("2020")), "until"),
        (Event("e", parse_date("2021"), "Title", parse_date("2020")), "until"),
        (Judgement("j", (), "i", Level.ALIGNED), "parties"),
        (Judgement("j", ("A",), "i", Level.UNKNOWN), "level"),
        (Linkage("l", LinkageKind.REQUIRES, "a", "", "b", "c"), "if_option"),
        (Term("", "word"), "subject"),
        (CaseEntry("", "value"), "key"),
        (CaseEntry("title", "\ud800"), "value"),
    ],
)
def test_a_field_that_cannot_stand_is_named(record: Record, field: str) -> None:
    assert field in [fault[0] for fault in faults(record)]
    with pytest.raises(CaseError, match="cannot be saved: in "):
        check_values(record)


@pytest.mark.parametrize(
    "record",
    [
        Party("A", "Name"),
        Group("G", "", (Membership("A"), Membership("A", DAY))),
        Option("i", "o", "Label", location=0),
        Option("i", "o", "Label", location=1.0),
        Option("i", "o", "L", sources=(SourceReference("S", 1, "p. 1"), SourceReference("S", 1, "p. 2"))),
        Influence("A", "B", 0),
        Event("e", parse_date("2020"), "Title", parse_date("2020-05")),
        Event("e", parse_date("2020-05/.."), "Title", parse_date("../2021")),
        Source("S:7", "Title"),
        Term("free", "word"),
        CaseEntry("title", ""),
    ],
)
def test_what_can_stand_is_let_through(record: Record) -> None:
    assert list(faults(record)) == []


def test_references_name_issue_before_option() -> None:
    linkage = Linkage(
        "l", LinkageKind.REQUIRES, "a", "x", "b", "y", party="P", sources=(SourceReference("S", 2),)
    )
    assert [(own.table, own.key) for own in references(linkage)] == [
        ("parties", ("P",)),
        ("issues", ("a",)),
        ("options", ("a", "x")),
        ("issues", ("b",)),
        ("options", ("b", "y")),
        ("sources", ("S",)),
    ]


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("party:A", [("parties", ("A",))]),
        ("issue:road", [("issues", ("road",))]),
        ("free", []),
        ("river: the name of it", []),
        ("party:", []),
    ],
)
def test_the_subject_of_a_term_may_name_a_record(
    subject: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert [(own.table, own.key) for own in references(Term(subject, "word"))] == expected


def test_keys_are_those_of_the_domain() -> None:
    record = Influence("A", "B", 1, DAY)
    assert (table_of(record), key_of(record)) == ("influences", ("A", "B", "2020-05"))
