from __future__ import annotations

from dataclasses import replace

import pytest

from db.store import SqliteCaseStore
from tests.db.samples import undo_text
from tests.db.test_store import exact
from workbench.domain.dates import parse_date
from workbench.domain.errors import CaseError, UnknownCodeError
from workbench.domain.issue import Option
from workbench.domain.position import Position
from workbench.domain.vocabulary import Stance, Track
from workbench.operations import RecordPosition

NEW = Position("", "BAK", "lachin", parse_date("2023-04"), stances={"az-check": Stance.DEMANDS})


def last(store: SqliteCaseStore) -> Position:
    return store.read_case().positions[-1]


def test_a_new_position_gets_a_ref_and_stands_last(sample: SqliteCaseStore) -> None:
    sample.perform(RecordPosition(NEW))
    assert last(sample) == replace(NEW, ref="bak-lachin-2023-04-d")
    assert undo_text(sample) == "Record position “Baku on Control of the Lachin corridor, 2023-04”"
    sample.perform(RecordPosition(NEW))
    assert last(sample).ref == "bak-lachin-2023-04-d-2"
    sample.perform(RecordPosition(replace(NEW, track=Track.ASSESSED)))
    assert last(sample).ref == "bak-lachin-2023-04-a"
    sample.undo()
    sample.undo()
    sample.undo()
    assert len(sample.read_case().positions) == 97


def test_changing_a_position_leaves_it_in_its_place(sample: SqliteCaseStore) -> None:
    first = sample.read_case().positions[0]
    sample.perform(RecordPosition(replace(first, statement="In other words.")))
    assert sample.read_case().positions[0].statement == "In other words."
    sample.perform(RecordPosition(replace(first, ref="other"), was=first.ref))
    assert sample.read_case().positions[0] == replace(first, ref="other")
    assert len(sample.read_case().positions) == 97


def test_a_new_option_is_made_in_the_same_step(sample: SqliteCaseStore) -> None:
    before = exact(sample.read_case())
    option = Option("lachin", "tunnel", "A tunnel", location=0.5)
    done = sample.perform(
        RecordPosition(replace(NEW, stances={"tunnel": Stance.ACCEPTS}), new_options=(option,))
    )
    assert [own.table for own in done.changes] == ["options", "positions"]
    assert last(sample).stances == {"tunnel": Stance.ACCEPTS}
    with pytest.raises(CaseError, match="already"):
        sample.perform(RecordPosition(NEW, new_options=(option,)))
    sample.undo()
    assert exact(sample.read_case()) == before


@pytest.mark.parametrize(
    ("position", "told"),
    [
        (replace(NEW, party="XXX"), "no party “XXX”"),
        (replace(NEW, issue="nothing"), "no issue “nothing”"),
        (replace(NEW, stances={"direct": Stance.DEMANDS}), "no option “direct”.*Known: free, rus-check"),
        (replace(NEW, known_to=("XXX",)), "no party “XXX”"),
    ],
)
def test_what_a_position_names_must_exist(sample: SqliteCaseStore, position: Position, told: str) -> None:
    before = exact(sample.read_case())
    with pytest.raises(UnknownCodeError, match=told):
        sample.perform(RecordPosition(position))
    assert exact(sample.read_case()) == before


@pytest.mark.parametrize(
    ("position", "told"),
    [
        (replace(NEW, salience=101.0), "in salience, found “101.0”, expected a number from 0 to 100"),
        (replace(NEW, salience=float("nan")), "in salience"),
        (
            replace(NEW, until=parse_date("2020")),
            "in until, found “2020”, expected a date that is not before",
        ),
        (replace(NEW, known_to=("YER", "YER")), "in known_to, found “YER”, expected each of them once"),
        (replace(NEW, ref="a;b"), "in ref"),
        (replace(NEW, statement="bell \x07"), "in statement.*without control characters"),
        (replace(NEW, party=" "), "in party"),
    ],
)
def test_what_a_position_cannot_hold(sample: SqliteCaseStore, position: Position, told: str) -> None:
    before = exact(sample.read_case())
    with pytest.raises(CaseError, match=told):
        sample.perform(RecordPosition(position))
    assert exact(sample.read_case()) == before
