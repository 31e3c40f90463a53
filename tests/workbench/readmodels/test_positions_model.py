from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from tests.sample_case import sample_case
from workbench.analysis.room import needed_parties, room_of
from workbench.analysis.standing import change_days, standing_on
from workbench.columns import columns_of
from workbench.domain.audience import PRINCIPAL, PUBLIC, Audience
from workbench.domain.case import Case
from workbench.domain.level import Level
from workbench.domain.vocabulary import Agenda, Basis, Stance, TimePressure, Track
from workbench.readmodels.matrix_types import Movement, PositionCell
from workbench.readmodels.positions import PositionsModel
from workbench.readmodels.span import known_span, opening_day
from workbench.snapshot import Snapshot, take_snapshot

DAY = date(2023, 3, 20)


def snapshot_for(audience: Audience = PRINCIPAL) -> Snapshot:
    return take_snapshot(columns_of(sample_case()), audience)


def model(
    audience: Audience = PRINCIPAL,
    basis: Basis = Basis.ASSESSED,
    compared: date | None = None,
    day: date = DAY,
) -> PositionsModel:
    return PositionsModel(snapshot_for(audience), day, basis, compared)


def cell(own: PositionsModel, party: str, issue: str) -> PositionCell:
    column = [column.code for column in own.columns].index(party)
    return own.cell([row.code for row in own.rows].index(issue), column)


def test_rows_stand_in_their_baskets() -> None:
    own = model()
    titles = [basket.title for basket in own.baskets]
    assert titles == ["Movement", "Security", "Status", "Process", "Norms", "Facts"]
    assert [number for basket in own.baskets for number in basket.rows] == list(range(18))
    assert [column.label for column in own.columns][:3] == ["Baku", "Yerevan", "Stepanakert"]


def test_a_cell_says_what_is_demanded() -> None:
    own = cell(model(), "BAK", "lachin")
    assert (own.lead, own.text, own.track) == ("", "Azerbaijani checkpoints", Track.ASSESSED)
    assert own.segments == (Stance.RED_LINE, Stance.OPPOSES, None, Stance.ACCEPTS, Stance.DEMANDS)
    assert own.pressure is TimePressure.WAITING_HELPS
    assert own.since == "2023-03"


def test_a_cell_says_what_is_accepted_or_tolerated_where_nothing_is_demanded() -> None:
    assert cell(model(), "MOW", "lachin").lead == "accepts"
    mandate = cell(model(basis=Basis.DECLARED), "BAK", "mandate")
    assert (mandate.lead, mandate.text) == ("tolerates", "Ends in November 2025")
    borders = cell(model(), "YER", "borders")
    assert (borders.lead, borders.text) == ("agrees", "Yes")


def test_a_cell_without_a_position_is_empty_and_says_so() -> None:
    own = cell(model(), "EU", "lachin")
    assert own.is_empty
    assert own.segments == ()
    assert "no position known" in own.sentence


def test_a_cell_reads_as_one_sentence() -> None:
    sentence = cell(model(), "STP", "lachin").sentence
    for part in ("Stepanakert", "demands Free passage", "will not have Azerbaijani checkpoints", "2023-03"):
        assert part in sentence
    assert "Source: sources in Stepanakert close to the talks." in sentence
    assert "moderate confidence" in sentence
    assert "confidence" not in cell(model(PUBLIC, Basis.DECLARED), "STP", "lachin").sentence


def test_marks_of_movement_agenda_review_and_judgement() -> None:
    own = model(compared=date(2022, 3, 20))
    assert cell(own, "BAK", "lachin").movement is Movement.NEWLY_ASSESSED
    assert cell(own, "BAK", "talks").movement is Movement.SOFTENED
    assert cell(own, "STP", "blockade").movement is Movement.NEW
    assert cell(own, "BAK", "blockade").agenda is Agenda.DENIED
    assert cell(own, "BAK", "interlocutor").judged
    assert not cell(own, "YER", "interlocutor").judged
    assert cell(own, "YER", "csto").agenda is None
    assert cell(model(), "BAK", "lachin").movement is None


def test_an_assessed_position_older_than_the_declared_one_is_to_review() -> None:
    own = model(day=date(2023, 1, 20))
    assert cell(own, "BAK", "lachin").review
    assert not cell(own, "YER", "lachin").review


def test_the_room_is_that_of_those_needed() -> None:
    own = model()
    room = own.room([row.code for row in own.rows].index("eu-mission"))
    assert room is not None
    assert (room.level, room.meeting, room.count) == (Level.ALIGNED, ("Two years",), "")
    assert room.beside == ("Baku", "Moscow")
    talks = own.room([row.code for row in own.rows].index("talks"))
    assert talks is not None
    assert (talks.level, talks.judgement) == (Level.COMPATIBLE, Level.CONFLICTING)


def test_the_room_says_how_many_of_those_needed_hold_a_position() -> None:
    early = model(day=date(2022, 12, 11))
    room = early.room([row.code for row in early.rows].index("az-troops"))
    assert room is not None
    assert room.count == ""
    earlier = model(day=date(2021, 12, 11))
    room = earlier.room([row.code for row in earlier.rows].index("az-troops"))
    assert room is not None
    assert (room.level, room.count) == (Level.UNKNOWN, "1 of 2")


def test_facts_and_norms_have_no_room() -> None:
    own = model()
    for number, row in enumerate(own.rows):
        assert (own.room(number) is None) == (row.kind in ("norm", "fact"))
        assert row.has_room or own.course(number) == ()


@pytest.mark.parametrize("basis", list(Basis))
def test_the_course_is_the_room_of_each_day(basis: Basis) -> None:
    snapshot = snapshot_for()
    own = PositionsModel(snapshot, DAY, basis)
    days = [day for day in change_days(snapshot) if day <= DAY]
    probes = sorted({*days, *(day - timedelta(days=1) for day in days)})
    for number, row in enumerate(own.rows):
        if not row.has_room:
            continue
        spans = own.course(number)
        assert all(one.last < other.first for one, other in pairwise(spans))
        for day in probes:
            standing = standing_on(snapshot, day, basis)
            level = room_of(standing, number, needed_parties(snapshot, number)).level
            found = [span.level for span in spans if span.first <= day <= span.last]
            assert found == ([] if level is Level.UNKNOWN else [level]), (row.code, day)


def test_the_next_deadline_counts_the_days_left() -> None:
    deadline = model().deadline
    assert deadline is not None
    assert (deadline.title, deadline.days_left) == ("Last day to object to a renewal", 782)
    on_the_day = model(day=date(2025, 11, 10)).deadline
    assert on_the_day is not None
    assert on_the_day.days_left == 0
    assert model(day=date(2025, 11, 11)).deadline is None


def test_the_room_is_taken_over_those_needed_and_in_view() -> None:
    own = PositionsModel(snapshot_for(), DAY, Basis.ASSESSED, parties=["STP", "BAK"])
    assert [column.code for column in own.columns] == ["BAK", "STP"]
    rows = [row.code for row in own.rows]
    lachin, syunik = own.room(rows.index("lachin")), own.room(rows.index("syunik"))
    assert lachin is not None
    assert (lachin.level, lachin.count, lachin.beside) == (Level.BRIDGEABLE, "2 of 4", ())
    assert syunik is not None
    assert (syunik.level, syunik.count) == (Level.UNKNOWN, "1 of 2")
    assert own.course(rows.index("syunik")) == ()
    assert own.rows[rows.index("syunik")].waiting == ("Baku",)


def test_an_empty_case_has_a_span_and_a_day() -> None:
    empty = take_snapshot(columns_of(Case()), PRINCIPAL)
    own = PositionsModel(empty, DAY, Basis.ASSESSED)
    assert (own.rows, own.columns, own.baskets, own.deadline) == ((), (), (), None)
    assert known_span(empty)[0] == known_span(empty)[1]
    assert opening_day(empty, DAY) == DAY
    assert opening_day(snapshot_for(), date(2026, 1, 1)) == DAY
