"""No label carries a text of a record, only codes, dates and numbers: nothing has to be expunged from it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, replace

import pytest

from db.store import SqliteCaseStore
from tests.db.samples import redo_text, undo_text
from workbench.domain.case import TABLES, CaseEntry, Record, key_of, table_of
from workbench.domain.dates import parse_date
from workbench.domain.issue import Issue, Option
from workbench.domain.judgement import Judgement
from workbench.domain.level import Level
from workbench.domain.package import Package
from workbench.domain.party import Group, Influence, Party
from workbench.domain.position import Position
from workbench.domain.source import Source
from workbench.domain.term import Term
from workbench.domain.vocabulary import Stance
from workbench.operations import (
    AddIssue,
    PlaceRecords,
    PutRecord,
    RecordPosition,
    RecordPositions,
    RemovePositions,
    RemoveRecord,
    ReorderRecord,
    WithdrawPositions,
)
from workbench.ports import Operation

_CODES = {
    "code", "ref", "key", "party", "issue", "actor", "on", "subject", "if_issue", "if_option", "then_issue",
    "then_option",
}  # fmt: skip


SECRET = "§ a text of a record §"


def with_secrets(record: Record) -> Record:
    """Return a record in which every text that is no code is the secret."""
    texts = [own.name for own in fields(record) if type(getattr(record, own.name)) is str]
    return replace(record, **{name: SECRET for name in texts if name not in _CODES})


def operations_on(record: Record) -> Iterator[Operation]:
    table, key = table_of(record), key_of(record)
    if isinstance(record, Position):
        yield RecordPosition(record)
        yield RecordPosition(replace(record, ref=""))
        yield RecordPositions((record,))
        yield WithdrawPositions((record,), parse_date("2030"))
        yield RemovePositions((record,))
    else:
        yield ReorderRecord(table, key)
        yield PlaceRecords(table, (key,), key)
        yield PlaceRecords(table, (key, key), key)
    yield PutRecord(record)
    yield RemoveRecord(table, key, with_dependants=True)


@pytest.mark.parametrize("table", TABLES)
def test_no_label_carries_a_text_of_the_record(sample: SqliteCaseStore, table: str) -> None:
    records = list(map(with_secrets, sample.read_case().table(table))) or [with_secrets(FURTHER[table])]
    for record in records:
        for operation in operations_on(record):
            assert SECRET not in operation.labelled(Standing(records)).stored  # type: ignore[arg-type]


FURTHER: dict[str, Record] = {
    "packages": Package("k", "Draft", choices={"lachin": "free"}),
    "influences": Influence("BAK", "EU", 2),
    "judgements": Judgement("j", ("BAK", "EU"), "lachin", Level.ALIGNED),
    "groups": Group("g", "Side"),
}
"""Records of tables of which the sample may have none."""


class Standing:
    """Records as an operation finds them."""

    def __init__(self, records: list[Record]) -> None:
        self._records = {(table_of(own), key_of(own)): own for own in records}

    def get(self, table: str, key: tuple[str, ...]) -> Record | None:
        return self._records.get((table, key))


def test_labels_say_what_a_mediator_calls_things(sample: SqliteCaseStore) -> None:
    said = []

    def does(operation: Operation) -> None:
        sample.perform(operation)
        said.append(undo_text(sample))

    lachin = next(own for own in sample.read_case().issues if own.code == "lachin")
    does(PutRecord(replace(lachin, title="The road")))
    does(AddIssue(Issue("new", "A new one"), (Option("new", "a", "One"), Option("new", "b", "Two"))))
    does(RecordPosition(Position("", "BAK", "new", parse_date("2024"), stances={"a": Stance.DEMANDS})))
    does(RecordPosition(Position("bak-new-2024-d", "BAK", "new", parse_date("2024-02"))))
    does(PlaceRecords("parties", (("EU",), ("BAK",)), ("STP",)))
    does(ReorderRecord("options", ("new", "b"), ("new", "a")))
    does(PutRecord(Term("issue:new", "Other", "Neutral", "BAK", "az")))
    does(PutRecord(CaseEntry("title", "Talks")))
    does(RemoveRecord("options", ("lachin", "az-check"), with_dependants=True))
    does(RemoveRecord("issues", ("new",), with_dependants=True))
    checkpoint = next(own for own in said if own.startswith("Remove option"))
    assert said == [
        "Change issue “The road”",
        "Enter issue “A new one”",
        "Record position “Baku on A new one, 2024”",
        "Change position “Baku on A new one, 2024-02”",
        "Move EU, Baku",
        "Move option “Two”",
        "Enter term “A new one, in the words of Baku”",
        "Change entry “title”",
        checkpoint,
        "Remove issue “A new one”",
    ]
    assert "az-check" not in checkpoint
    assert "lachin" not in checkpoint


def test_a_label_shows_the_name_that_a_record_has_now(sample: SqliteCaseStore) -> None:
    sample.perform(PutRecord(Source("S", "Talk")))
    first = list(sample.history())[-1].label
    sample.perform(PutRecord(Source("T", "Talk, revised"), was=("S",)))
    assert undo_text(sample) == "Change source “Talk, revised”"
    assert sample.undo_label != first
    sample.perform(RemoveRecord("sources", ("T",)))
    assert undo_text(sample) == "Remove source “Talk, revised”"
    sample.undo()
    sample.undo()
    sample.undo()
    assert sample.redo_label == first


def test_what_an_undone_entry_was_called_is_said_for_redo(sample: SqliteCaseStore) -> None:
    sample.perform(PutRecord(Party("GEO", "Georgia", "Tbilisi")))
    sample.undo()
    assert redo_text(sample) == "Enter party “Tbilisi”"


def test_names_stand_in_no_operation_of_the_file(sample: SqliteCaseStore) -> None:
    sample.perform(PutRecord(Party("GEO", "Georgia of the hills", "Tbilisi")))
    sample.perform(RecordPosition(Position("", "GEO", "lachin", parse_date("2023"))))
    with sample.reading() as connection:
        rows = connection.exec_driver_sql("SELECT label FROM operations").scalars().all()
    assert "Georgia" not in json.dumps(rows)
    assert "Tbilisi" not in json.dumps(rows)
    assert any("GEO" in own for own in rows)
