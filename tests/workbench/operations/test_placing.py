"""The order of issues, options and parties: moved in one step, kept in the file, taken back by undo."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.case_file import open_case
from db.store import SqliteCaseStore
from tests.sample_case import sample_case
from tests.ui.desktop.memory_store import MemoryStore
from workbench.domain.errors import CaseError
from workbench.exchange.export import export_tables
from workbench.operations import PlaceRecords

ISSUES = [issue.code for issue in sample_case().issues]


def issues(store: SqliteCaseStore | MemoryStore) -> list[str]:
    return [issue.code for issue in store.read_case().issues]


@settings(max_examples=60, deadline=None)
@given(own=st.sampled_from(ISSUES), beside=st.sampled_from(ISSUES), after=st.booleans())
def test_an_issue_comes_to_stand_beside_the_other_in_its_basket(own: str, beside: str, after: bool) -> None:
    store = MemoryStore(sample_case())
    store.perform(PlaceRecords("issues", ((own,),), (beside,), after))
    order = issues(store)
    assert sorted(order) == sorted(ISSUES)
    assert [code for code in order if code != own] == [code for code in ISSUES if code != own]
    if own != beside:
        assert order.index(own) - order.index(beside) == (1 if after else -1)
        baskets = {issue.code: issue.basket for issue in store.read_case().issues}
        assert baskets[own] == baskets[beside]


def test_it_is_one_step_and_stays_in_the_file(sample: SqliteCaseStore) -> None:
    before = sample.read_case().issues
    steps = len(list(sample.history()))
    sample.perform(PlaceRecords("issues", (("lachin",),), ("status",), after=True))
    assert len(list(sample.history())) == steps + 1
    order = issues(sample)
    assert order.index("lachin") == order.index("status") + 1
    baskets = {issue.code: issue.basket for issue in sample.read_case().issues}
    assert baskets["lachin"] == "Status"
    path = Path(sample.path)
    sample.close()
    with open_case(path) as again:
        assert issues(again) == order
        again.undo()
        assert again.read_case().issues == before


def test_parties_move_together_and_the_export_keeps_the_order(
    sample: SqliteCaseStore, tmp_path: Path
) -> None:
    sample.perform(PlaceRecords("parties", (("YER",), ("STP",)), ("EU",), after=True))
    expected = ["BAK", "MOW", "EU", "YER", "STP", "THR", "OPP"]
    assert [party.code for party in sample.read_case().parties] == expected
    export_tables(sample.read_case(), tmp_path / "tables", ())
    lines = (tmp_path / "tables" / "parties.csv").read_text(encoding="utf-8").splitlines()
    assert [line.split(",")[0] for line in lines[1:]] == expected


def test_options_move_within_their_issue(sample: SqliteCaseStore) -> None:
    own = [option.code for option in sample.read_case().options if option.issue == "lachin"]
    sample.perform(PlaceRecords("options", (("lachin", own[0]),), ("lachin", own[-1]), after=True))
    moved = [option.code for option in sample.read_case().options if option.issue == "lachin"]
    assert moved == [*own[1:], own[0]]


def test_moving_to_where_it_stands_leaves_no_trace(sample: SqliteCaseStore) -> None:
    steps = len(list(sample.history()))
    sample.perform(PlaceRecords("parties", (("YER",),), ("BAK",), after=True))
    assert len(list(sample.history())) == steps


def test_what_is_not_there_cannot_be_moved(sample: SqliteCaseStore) -> None:
    with pytest.raises(CaseError, match="no party “XX”"):
        sample.perform(PlaceRecords("parties", (("XX",),), ("BAK",)))
