from __future__ import annotations

from datetime import date

import pytest

from tests.sample_case import sample_case
from workbench.columns import columns_of
from workbench.domain.audience import PRINCIPAL, PUBLIC
from workbench.domain.case import Case
from workbench.domain.dates import parse_date
from workbench.domain.event import Event
from workbench.domain.handling import Handling
from workbench.domain.party import Party
from workbench.domain.term import Term
from workbench.readmodels.events_lens import days_in_words, event_rows
from workbench.readmodels.terms_lens import term_rows
from workbench.snapshot import Snapshot, take_snapshot

DAY = date(2023, 3, 20)


def principal(case: Case) -> Snapshot:
    return take_snapshot(columns_of(case), PRINCIPAL)


def test_events_stand_by_day_with_the_days_left_to_deadlines() -> None:
    rows = event_rows(principal(sample_case()), DAY)
    days = [row.event.date.effective for row in rows]
    assert days == sorted(days)
    left = {row.event.code: (row.days_left, row.left) for row in rows if row.event.is_deadline}
    assert left == {
        "objection-deadline": (782, "in 782 days"),
        "mandate-ends": (966, "in 966 days"),
    }
    assert all(row.days_left is None and not row.left for row in rows if not row.event.is_deadline)


def test_what_an_event_touches_is_named() -> None:
    rows = {row.event.code: row for row in event_rows(principal(sample_case()), DAY)}
    war = rows["war2020"]
    assert war.when == "2020-09-27 to 2020-11-10"
    assert war.parties == ("Baku", "Yerevan", "Stepanakert")
    assert rows["ceasefire"].sources == ("The three signatories",)


def test_an_event_out_of_reach_is_not_there() -> None:
    shown = take_snapshot(columns_of(sample_case()), PUBLIC)
    kept = {row.event.code for row in event_rows(shown, DAY)}
    hidden = {event.code for event in sample_case().events if event.handling is not Handling.PUBLIC}
    assert hidden
    assert not kept & hidden


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "today"), (1, "in 1 day"), (2, "in 2 days"), (-1, "1 day ago"), (-30, "30 days ago")],
)
def test_days_in_words(days: int, words: str) -> None:
    assert days_in_words(days) == words


def test_a_deadline_that_is_known_by_its_month_counts_from_its_first_day() -> None:
    case = Case(events=(Event("d", parse_date("2023-04"), "Due", kind="deadline"),))
    assert event_rows(principal(case), DAY)[0].days_left == 12


def test_forms_of_one_name_stand_together_in_the_order_of_the_case() -> None:
    parties = (Party("A", "Alpha"), Party("B", "Beta"))
    terms = (
        Term("free", "x", "Region"),
        Term("party:B", "Bé", "Beta", "A", "fr"),
        Term("party:A", "Al", "Alpha", "B", "en"),
        Term("party:B", "Ba", "Beta", "B", "en"),
    )
    rows = term_rows(principal(Case(parties=parties, terms=terms)))
    assert [(row.subject, row.term.term, row.party) for row in rows] == [
        ("Alpha", "Al", "Beta"),
        ("Beta", "Bé", "Alpha"),
        ("Beta", "Ba", "Beta"),
        ("Region", "x", ""),
    ]
