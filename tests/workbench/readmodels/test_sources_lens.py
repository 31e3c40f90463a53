from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from tests.sample_case import sample_case
from tests.strategies import cases
from workbench.columns import columns_of
from workbench.domain.audience import PRINCIPAL, PUBLIC, VAULT
from workbench.domain.case import Case
from workbench.readmodels.sources_lens import SourcesView, sources_view
from workbench.snapshot import take_snapshot


def view(case: Case, audience: object = PRINCIPAL) -> SourcesView:
    return sources_view(take_snapshot(columns_of(case), audience))  # type: ignore[arg-type]


def test_counts_are_those_of_the_records() -> None:
    case = sample_case()
    for row in view(case).rows:
        code = row.source.code
        naming = [p for p in case.positions if code in {own.code for own in p.sources}]
        others = [
            record
            for record in (*case.options, *case.events, *case.linkages)
            if code in {own.code for own in record.sources}
        ]
        assert (row.positions, row.others) == (len(naming), len(others))
        alone = [r for r in (*naming, *others) if len({own.code for own in r.sources}) == 1]
        assert row.alone == len(alone)


def test_a_position_without_sources_is_listed_the_latest_first() -> None:
    case = sample_case()
    assert view(case).unsourced_count == 0
    bare = tuple(replace(p, sources=()) if p.party == "YER" else p for p in case.positions)
    own = view(replace(case, positions=bare))
    expected = [p for p in bare if p.party == "YER"]
    assert own.unsourced_count == len(own.unsourced) == len(expected)
    days = [entry.date.effective for entry in own.unsourced if entry.date]
    assert days == sorted(days, reverse=True)
    assert all(entry.title.startswith("Yerevan on ") for entry in own.unsourced)


@given(cases())
def test_every_position_rests_on_something_or_is_unsourced(case: Case) -> None:
    own = view(case, VAULT)
    sourced = {entry.key[0] for entry in own.resting if entry.table == "positions"}
    bare = {entry.key[0] for entry in own.unsourced}
    assert not sourced & bare
    assert sourced | bare == {position.ref for position in case.positions}
    assert set(own.on_one) == {place for place, entry in enumerate(own.resting) if len(entry.sources) == 1}


@given(cases())
def test_what_rests_on_each_source_and_where_it_stands(case: Case) -> None:
    own = view(case, VAULT)
    for row in own.rows:
        code = row.source.code
        expected = [entry for entry in own.resting if code in entry.sources]
        assert list(own.resting_on(code)) == expected
        assert len(expected) == row.positions + row.others
    places = {(own.resting[place].table, own.resting[place].key): n for n, place in enumerate(own.on_one)}
    for entry in (*own.resting, *own.unsourced):
        assert own.place_on_one(entry.table, entry.key) == places.get((entry.table, entry.key), -1)
    for place, entry in enumerate(own.unsourced):
        assert own.place_unsourced(entry.table, entry.key) == place
    assert own.place_unsourced("positions", ("no such ref",)) == -1
    assert own.place_on_one("positions", ("no such ref",)) == -1
    assert own.place_on_one("", ()) == own.place_unsourced("", ()) == -1


def test_what_an_audience_may_not_see_is_no_single_source() -> None:
    """A position that names a source out of reach as well does not rest on the one that is left."""
    case = sample_case()
    own = view(case, PUBLIC)
    shown = take_snapshot(columns_of(case), PUBLIC)
    codes = {row.source.code for row in own.rows}
    assert codes == {source.code for source in shown.case.sources} < {s.code for s in case.sources}
    full = {p.ref: {own.code for own in p.sources} for p in case.positions}
    alone = [own.resting[place] for place in own.on_one if own.resting[place].table == "positions"]
    assert alone
    assert all(len(full[entry.key[0]]) == 1 for entry in alone)
    assert not {entry.key[0] for entry in own.unsourced} & {ref for ref, named in full.items() if named}


def test_an_unnamed_source_is_told_by_its_kind() -> None:
    own = view(sample_case(), PUBLIC)
    assert all(row.named for row in own.rows)
    unnamed = [row for row in own.rows if not row.source.attribution]
    assert all(row.named == f"{row.source.kind}, not named" for row in unnamed)
