"""Several positions in one step; all of them or none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from db.store import SqliteCaseStore
from tests.db.samples import undo_text
from workbench.domain.dates import parse_date
from workbench.domain.errors import CaseError
from workbench.domain.position import Position
from workbench.domain.vocabulary import Stance
from workbench.operations import (
    PutRecord,
    RecordPosition,
    RecordPositions,
    RemovePositions,
    WithdrawPositions,
)
from workbench.operations.blocks import next_position

REFS = ("bak-lachin-2023-03-a", "mow-lachin-2020-11-10-d")


def found(store: SqliteCaseStore, *refs: str) -> tuple[Position, ...]:
    every = {own.ref: own for own in store.read_case().positions}
    return tuple(every[ref] for ref in refs)


def test_several_are_recorded_in_one_step(sample: SqliteCaseStore) -> None:
    before = sample.read_case()
    steps = len(list(sample.history()))
    since = parse_date("2023-04-01")
    new = [next_position(own, own.party, own.issue, since) for own in found(sample, *REFS)]
    sample.perform(RecordPositions(tuple(replace(own, salience=55) for own in new)))
    assert len(list(sample.history())) == steps + 1
    after = sample.read_case().positions
    made = [own for own in after if own.since.text == "2023-04-01"]
    assert [(own.party, own.salience, own.sources, own.statement) for own in made] == [
        ("BAK", 55, (), ""),
        ("MOW", 55, (), ""),
    ]
    assert undo_text(sample) == "Record 2 positions"
    sample.undo()
    assert sample.read_case() == before


def test_one_that_cannot_stand_keeps_all_from_being_written(sample: SqliteCaseStore) -> None:
    before = sample.read_case()
    one, other = found(sample, *REFS)
    with pytest.raises(CaseError):
        sample.perform(RecordPositions((replace(one, salience=10), replace(other, salience=300))))
    assert sample.read_case() == before


def test_withdrawn_positions_end_and_stay_in_the_case(sample: SqliteCaseStore) -> None:
    until = parse_date("2023-03-20")
    sample.perform(WithdrawPositions(found(sample, *REFS), until))
    assert [own.until for own in found(sample, *REFS)] == [until, until]
    sample.undo()
    assert [own.until for own in found(sample, *REFS)] == [None, None]


def test_nothing_ends_before_it_begins(sample: SqliteCaseStore) -> None:
    before = sample.read_case()
    with pytest.raises(CaseError, match="begins later"):
        sample.perform(WithdrawPositions(found(sample, *REFS), parse_date("2021-01-01")))
    assert sample.read_case() == before


def test_removed_positions_are_gone_in_one_step(sample: SqliteCaseStore) -> None:
    count = len(sample.read_case().positions)
    sample.perform(RemovePositions(found(sample, *REFS)))
    assert len(sample.read_case().positions) == count - 2
    sample.undo()
    assert len(sample.read_case().positions) == count


def test_a_code_that_another_has_is_refused(sample: SqliteCaseStore) -> None:
    before = sample.read_case()
    baku = next(party for party in before.parties if party.code == "BAK")
    with pytest.raises(CaseError, match="another party “YER” already"):
        sample.perform(PutRecord(replace(baku, code="YER"), was=("BAK",)))
    one, other = found(sample, *REFS)
    with pytest.raises(CaseError, match="already"):
        sample.perform(RecordPosition(replace(one, ref=other.ref), was=one.ref))
    assert sample.read_case() == before


def test_a_first_position_starts_from_nothing() -> None:
    since = parse_date("2023-04-01")
    own = next_position(None, "EU", "status", since)
    assert (own.party, own.issue, own.since, dict(own.stances)) == ("EU", "status", since, {})
    base = replace(own, stances={"a": Stance.DEMANDS}, statement="So they said.", ref="x", salience=40)
    again = next_position(base, "EU", "status", parse_date("2023-05"))
    assert (again.ref, again.statement, again.salience) == ("", "", 40)
    assert dict(again.stances) == {"a": Stance.DEMANDS}
