"""Which records older entries of the history speak of, where their codes no longer say so."""

from __future__ import annotations

from dataclasses import replace

from db.store import SqliteCaseStore
from tests.db.samples import Do, put
from workbench.domain.issue import Issue, Option
from workbench.domain.names import names_of, over_time
from workbench.domain.party import Party
from workbench.operations import PutRecord, RemoveRecord


def called(store: SqliteCaseStore, table: str, *key: str) -> str:
    return over_time(names_of(store.read_case()), store.earlier())(table, key)


def test_nothing_is_earlier_while_every_code_is_borne(store: SqliteCaseStore) -> None:
    store.perform(put(Party("A", "Alpha"), Party("B", "Beta")))
    store.perform(put(Party("A", "Alpha two")))
    store.perform(Do(lambda work: work.move("parties", ("B",), ("A",))))
    assert store.earlier() == {}
    assert called(store, "parties", "A") == "Alpha two"


def test_a_record_that_is_gone_is_called_as_it_was_last(store: SqliteCaseStore) -> None:
    store.perform(put(Party("A", "Alpha")))
    store.perform(put(Party("A", "Alpha two")))
    store.perform(RemoveRecord("parties", ("A",)))
    assert store.earlier() == {("parties", ("A",)): Party("A", "Alpha two")}
    store.undo()
    assert store.earlier() == {}


def test_an_older_code_leads_to_the_record_as_it_stands(store: SqliteCaseStore) -> None:
    store.perform(put(Party("A", "Alpha")))
    store.perform(PutRecord(Party("B", "Beta"), was=("A",)))
    store.perform(put(Party("B", "Gamma")))
    assert called(store, "parties", "A") == "Gamma"
    store.perform(RemoveRecord("parties", ("B",)))
    assert called(store, "parties", "A") == "Gamma"
    assert called(store, "parties", "B") == "Gamma"


def test_a_code_that_meant_two_records_names_neither(store: SqliteCaseStore) -> None:
    store.perform(put(Party("A", "Alpha")))
    store.perform(PutRecord(Party("B", "Alpha"), was=("A",)))
    assert called(store, "parties", "A") == "Alpha"
    store.perform(put(Party("A", "Somebody else")))
    assert store.earlier()[("parties", ("A",))] is None
    assert called(store, "parties", "A") == ""
    assert called(store, "parties", "B") == "Alpha"


def test_one_that_came_back_under_its_name_is_the_same_to_a_reader(store: SqliteCaseStore) -> None:
    store.perform(put(Party("A", "Alpha")))
    store.perform(RemoveRecord("parties", ("A",)))
    store.perform(put(Party("A", "Alpha", notes="entered again")))
    assert called(store, "parties", "A") == "Alpha"


def test_options_follow_the_code_of_their_issue(store: SqliteCaseStore) -> None:
    issue = Issue("old", "Road")
    store.perform(put(issue))
    store.perform(put(Option("old", "a", "Open"), Option("old", "b", "Shut")))
    store.perform(PutRecord(replace(issue, code="new"), was=("old",)))
    assert called(store, "issues", "old") == "Road"
    assert called(store, "options", "old", "a") == "Open"


def test_reading_on_gives_what_reading_from_the_start_gives(sample: SqliteCaseStore) -> None:
    sample.perform(RemoveRecord("parties", ("EU",), with_dependants=True))
    first = sample.earlier()
    assert ("parties", ("EU",)) in first
    sample.perform(PutRecord(Party("EU", "Another union")))
    after = sample.earlier()
    assert after[("parties", ("EU",))] is None
    sample._earlier = type(sample._earlier)()
    assert sample.earlier() == after
