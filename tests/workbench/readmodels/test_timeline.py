from __future__ import annotations

from datetime import date

import pytest

from tests.sample_case import sample_case
from workbench.columns import columns_of
from workbench.domain.audience import PRINCIPAL, PUBLIC
from workbench.domain.case import Case
from workbench.domain.vocabulary import Basis
from workbench.readmodels.timeline import build_timeline, drift_note, line_value
from workbench.readmodels.timeline_types import Timeline
from workbench.snapshot import take_snapshot


def timeline(pairs: list[tuple[str, str]] | None = None) -> Timeline:
    return build_timeline(take_snapshot(columns_of(sample_case()), PRINCIPAL), Basis.ASSESSED, pairs)


def test_events_stand_by_day_and_deadlines_lie_ahead() -> None:
    own = timeline()
    days = [mark.day for mark in own.events]
    assert days == sorted(days)
    assert [mark.code for mark in own.events if mark.is_deadline] == ["objection-deadline", "mandate-ends"]
    assert (own.first, own.data_last, own.last) == (date(2018, 5, 1), date(2023, 3, 20), date(2025, 11, 10))


def test_lines_are_drawn_between_the_parties_with_the_most_positions() -> None:
    lines = timeline().lines
    assert [line.label for line in lines] == [
        "Baku – Yerevan",
        "Baku – Stepanakert",
        "Yerevan – Stepanakert",
    ]
    assert len({line.colour for line in lines}) == 3


def test_a_line_has_the_value_of_the_day() -> None:
    line = timeline([("YER", "STP")]).lines[0]
    assert line_value(line, date(2018, 4, 30)) is None
    assert line_value(line, date(2022, 3, 14)) == pytest.approx(0.064, abs=5e-4)
    assert line_value(line, date(2022, 3, 15)) == pytest.approx(0.231, abs=5e-4)


def test_the_note_says_who_drifted() -> None:
    own = timeline([("YER", "STP"), ("BAK", "YER")])
    note = drift_note(own, date(2022, 3, 15), date(2022, 3, 14))
    assert "Yerevan – Stepanakert lie further apart than on 14 March 2022." in note
    assert "Baku – Yerevan lie closer" in note
    assert drift_note(own, date(2022, 3, 15), None) == ""
    assert drift_note(own, date(2022, 3, 15), date(2022, 3, 15)) == ""


def test_a_pair_out_of_reach_is_left_out() -> None:
    assert timeline([("YER", "NOBODY")]).lines == ()
    public = build_timeline(take_snapshot(columns_of(sample_case()), PUBLIC), Basis.DECLARED)
    assert "scanners" not in {mark.code for mark in public.events}
    assert "salience" not in public.note


def test_an_empty_case_has_an_empty_strip() -> None:
    own = build_timeline(take_snapshot(columns_of(Case()), PRINCIPAL), Basis.ASSESSED)
    assert (own.events, own.lines, own.change_days) == ((), (), ())
