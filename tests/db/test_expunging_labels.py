"""What undo and history have said meanwhile: no name that was expunged stays in a label."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.case_file import open_case
from db.check import check_case
from db.expunging import expunge, plan_expunge
from db.store import SqliteCaseStore
from tests.db.expunged import GAP, NAME, holders
from tests.db.samples import undo_text
from workbench.domain.case import Record, RecordKey, key_of, table_of
from workbench.domain.dates import parse_date
from workbench.domain.event import Event
from workbench.domain.issue import Issue, Option
from workbench.domain.names import names_of, over_time
from workbench.domain.package import Package
from workbench.domain.party import Group, Party
from workbench.domain.position import Position
from workbench.domain.source import Source
from workbench.operations import AddIssue, PutRecord, RecordPosition, RemoveRecord, ReorderRecord

SHORT = "Qz7"
"""A name too short to be sought inside other words: only where it is the whole of a field can it be known."""


@pytest.mark.parametrize(
    ("record", "field"),
    [
        (Party("P1", SHORT), "name"),
        (Party("P1", "The party", SHORT), "short_name"),
        (Source("S1", SHORT), "title"),
        (Issue("I1", SHORT), "title"),
        (Option("lachin", "o1", SHORT), "label"),
        (Package("K1", SHORT), "title"),
        (Event("E1", parse_date("2023"), SHORT), "title"),
        (Group("G1", SHORT), "name"),
        (Party("P1", NAME), "name"),
        (Issue("I1", NAME), "title"),
    ],
    ids=lambda own: own if isinstance(own, str) else type(own).__name__,
)
def test_a_name_that_was_entered_moved_and_removed_is_in_no_label(
    closed_sample: Path, record: Record, field: str
) -> None:
    """Undo and history have said the name meanwhile; none of it stays, in the file or in a backup."""
    text, table, key = getattr(record, field), table_of(record), key_of(record)
    with open_case(closed_sample, author="Ada") as store:
        enter_and_use(store, record)
        assert text in undo_text(store)
    with open_case(closed_sample, author="Ada") as store:
        store.perform(RemoveRecord(table, key, with_dependants=True))
        assert text in undo_text(store)
        store.undo()
        assert any(text in done.label.say(names_of(store.read_case())) for done in store.history())
    assert len(holders(closed_sample.parent, text)) > 1
    expunge(closed_sample, plan_expunge(closed_sample, table=table, key=key, field=field))
    assert holders(closed_sample.parent, text) == []
    assert check_case(closed_sample).is_sound
    with open_case(closed_sample, read_only=True) as store:
        names = over_time(names_of(store.read_case()), store.earlier())
        said = [done.label.say(names) for done in store.history()]
    assert not [own for own in said if text in own]
    assert [own for own in said if GAP in own]


def enter_and_use(store: SqliteCaseStore, record: Record) -> None:
    """Enter a record, let something else rest on it where that can be, and move it."""
    if isinstance(record, Issue):
        store.perform(AddIssue(record, (Option("I1", "a", "One"), Option("I1", "b", "Two"))))
        store.perform(RecordPosition(Position("", "BAK", "I1", parse_date("2023"))))
    else:
        store.perform(PutRecord(record))
    if isinstance(record, Party):
        store.perform(RecordPosition(Position("", record.code, "lachin", parse_date("2023"))))
    store.perform(ReorderRecord(table_of(record), key_of(record)))
    store.perform(PutRecord(record, was=key_of(record)))
    store.perform(ReorderRecord(table_of(record), key_of(record), first_of(store, record)))


def first_of(store: SqliteCaseStore, record: Record) -> RecordKey:
    return key_of(store.read_case().table(table_of(record))[0])


def test_a_code_that_is_expunged_as_a_text_goes_from_labels_too(closed_sample: Path) -> None:
    """A long list makes codes of texts, quotes and all."""
    text = 'said "no" by Q’ara'
    with open_case(closed_sample, author="Ada") as store:
        store.perform(PutRecord(Party(text, "Somebody")))
        store.perform(RecordPosition(Position("r1", text, "lachin", parse_date("2023"))))
    assert holders(closed_sample.parent, text)
    expunge(closed_sample, plan_expunge(closed_sample, text=text))
    assert holders(closed_sample.parent, text) == []
    with open_case(closed_sample, read_only=True) as store:
        assert "Somebody" in list(store.history())[-2].label.say(names_of(store.read_case()))
