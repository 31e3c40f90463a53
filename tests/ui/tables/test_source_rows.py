"""Of what rows are that are not made yet: the same as the rows say once they are."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.strategies import cases
from ui.tables import rows as made
from ui.tables.facets import mark
from ui.tables.rows import RowsOnDemand
from ui.tables.sources import ON_ONE, UNSOURCED, resting_page, source_pages
from workbench.columns import columns_of
from workbench.domain.audience import VAULT
from workbench.domain.case import Case
from workbench.readmodels.sources_lens import sources_view
from workbench.snapshot import take_snapshot


@given(cases())
def test_rows_on_demand_are_of_what_they_say_when_they_are_made(case: Case) -> None:
    view = sources_view(take_snapshot(columns_of(case), VAULT))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(made, "_AT_ONCE", -1)
        late = {page.key: page for page in source_pages(view)}
    plain = {page.key: page for page in source_pages(view)}
    for key in (ON_ONE, UNSOURCED):
        rows, eager = late[key].rows, plain[key].rows
        assert isinstance(rows, RowsOnDemand)
        assert tuple(rows) == tuple(eager)
        for place, row in enumerate(eager):
            assert {mark(facet, keys[place]) for facet, keys in rows.respects.items()} == row.marks
            assert late[key].place_of(row.table, row.key) == plain[key].place_of(row.table, row.key)
        for own in rows.counts():
            kept = [row for row in eager if own in row.marks]
            narrowed = rows.narrowed(frozenset({own}))
            assert list(narrowed) == kept
            assert len(kept) == rows.counts()[own]
            assert [narrowed.find(row.table, row.key) for row in kept] == list(range(len(kept)))


@given(cases())
def test_what_rests_on_a_source_is_found_where_it_stands(case: Case) -> None:
    view = sources_view(take_snapshot(columns_of(case), VAULT))
    for source in view.rows:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(made, "_AT_ONCE", -1)
            page = resting_page(source, view.resting_on(source.source.code))
        for place, row in enumerate(page.rows):
            assert page.place_of(row.table, row.key) == place
        assert page.place_of("positions", ("no such ref",)) == -1
