"""Why no row is seen: the table is empty, nothing holds what is sought, or filters keep the rows away."""

from __future__ import annotations

import pytest

from ui.tables.finding import sought_in_words, why_no_row

EMPTY, CLEAR = "Nothing has been entered.", "Clear filters"


@pytest.mark.parametrize("query", ["", "  ", "port"])
@pytest.mark.parametrize("way_back", ["", CLEAR])
def test_of_an_empty_table_only_that_is_said(query: str, way_back: str) -> None:
    assert why_no_row(EMPTY, query, way_back, has_rows=False) == EMPTY


@pytest.mark.parametrize("query", ["", " ", "port", " port "])
@pytest.mark.parametrize("way_back", ["", CLEAR])
def test_what_keeps_rows_away_is_named_and_nothing_else(query: str, way_back: str) -> None:
    said = why_no_row(EMPTY, query, way_back, has_rows=True)
    assert ("“port”" in said) == bool(query.strip())
    assert (f"“{CLEAR}”" in said) == bool(way_back)
    assert (said == EMPTY) == (not query.strip() and not way_back)


def test_a_file_says_what_is_sought() -> None:
    assert sought_in_words(" port ") == ("only what holds “port”",)
    assert sought_in_words("  ") == ()
