"""A block from a spreadsheet: read by name or by place, checked whole, changing exactly what it says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workbench.domain.dates import parse_date
from workbench.domain.handling import Handling
from workbench.domain.issue import Issue, Option
from workbench.domain.leads import LEADS, stance_of_lead
from workbench.domain.position import Position
from workbench.domain.saying import interpret
from workbench.domain.vocabulary import Stance, Track
from workbench.operations.pasting import PastedCell, PastePlan, Target, plan_paste, table_of_text

D, A, T, R = Stance.DEMANDS, Stance.ACCEPTS, Stance.TOLERATES, Stance.RED_LINE
SINCE = parse_date("2024-01-01")
ISSUES = [Issue("road", "The road"), Issue("toll", "Toll; and who pays")]
OPTIONS = {
    "road": [
        Option("road", "open", "Open"),
        Option("road", "shut", "Shut"),
        Option("road", "part", "Partly"),
    ],
    "toll": [Option("toll", "none", "None; free"), Option("toll", "some", "Some")],
}
STANDING = {
    ("A", "road"): Position("a1", "A", "road", parse_date("2022"), stances={"open": D, "shut": R, "part": A}),
    ("B", "toll"): Position("b1", "B", "toll", parse_date("2022"), Track.ASSESSED, stances={"some": A}),
}
SHOWN = {("A", "road"): "Open", ("B", "toll"): "accepts: Some"}
TARGET = Target(
    ISSUES,
    [("A", ("Aland", "A-land")), ("B", ("Bəland",))],
    lambda issue: OPTIONS[issue],
    lambda party, issue: STANDING.get((party, issue)),
    lambda party, issue: SHOWN.get((party, issue), ""),
)


def plan(text: str, at: tuple[str, str] = ("A", "road")) -> PastePlan:
    return plan_paste(table_of_text(text), TARGET, at)


def stances(own: PastePlan) -> dict[tuple[str, str], dict[str, Stance]]:
    return {(cell.cell.party, cell.cell.issue): cell.stances for cell in own.cells}


def test_a_bare_block_goes_right_and_down() -> None:
    own = plan("Shut\tOpen\nSome\tNone; free\n")
    assert not own.problems
    assert set(stances(own)) == {("A", "road"), ("B", "road"), ("A", "toll"), ("B", "toll")}
    assert stances(own)["B", "road"] == {"open": D}
    assert stances(own)["B", "toll"] == {"none": D, "some": A}


def test_a_block_copied_with_its_names_goes_to_the_cell_selected_where_it_says_nothing_new() -> None:
    copied = "\tA-land\nThe road\tOpen"
    assert not plan(copied).cells
    assert stances(plan(copied, ("B", "road"))) == {("B", "road"): {"open": D}}
    assert not plan(copied, ("B", "toll")).cells  # no option there is called so: it stays where it stands
    changed = "\tA-land\nThe road\tShut"
    assert set(stances(plan(changed, ("B", "road")))) == {("A", "road")}


def test_what_is_pasted_is_demanded_and_the_rest_is_kept() -> None:
    (cell,) = plan("Partly").cells
    assert cell.stances == {"part": D, "shut": R}
    assert cell.dropped == ("Open",)


def test_a_lead_says_which_stance_is_meant() -> None:
    (cell,) = plan("accepts: Shut; Partly").cells
    assert cell.stances == {"shut": A, "part": A}
    assert cell.dropped == ("Open",)
    (cell,) = plan("tolerates: Open").cells
    assert cell.stances == {"open": T, "shut": R}


@pytest.mark.parametrize(
    "text",
    [
        "\tA-land\tBəland\nThe road\tShut\tOpen\nToll; and who pays\tSome\t",
        "\tThe road\tToll; and who pays\nALAND\tShut\tSome\nBeland\tOpen\t",
        "x\tB\tA\ntoll\t\tSome\nroad\tOpen\tShut",
    ],
)
def test_a_block_with_names_goes_where_these_stand(text: str) -> None:
    own = plan(text, at=("B", "toll"))
    assert own.problems == ()
    assert stances(own) == {
        ("A", "road"): {"shut": D, "part": A},
        ("B", "road"): {"open": D},
        ("A", "toll"): {"some": D},
    }


def test_empty_cells_and_dashes_change_nothing() -> None:
    assert plan("—\t-\n\t").cells == ()


def test_what_is_copied_and_pasted_again_changes_nothing() -> None:
    own = plan("\tA-land\tBəland\nThe road\tOpen\t\nToll; and who pays\t\taccepts: Some")
    assert (own.cells, own.unchanged, own.problems) == ((), 2, ())


def test_a_text_that_is_no_option_is_told_with_what_could_stand_there() -> None:
    own = plan("Shut\tClosed for ever")
    assert own.problems == (
        "“Closed for ever” is no option of “The road”. Its options: “Open”; “Shut”; “Partly”.",
    )


def test_unknown_names_are_told() -> None:
    own = plan("\tAland\tCeeland\nThe road\tShut\tOpen\nThe bridge\tOpen\tOpen")
    assert len(own.problems) == 2
    assert "Ceeland" in own.problems[0]
    assert "The bridge" in own.problems[1]


def test_a_block_that_does_not_fit_is_refused() -> None:
    own = plan("Open\tOpen\tOpen")
    assert own.cells == ()
    assert "1 rows and 3 columns" in own.problems[0]


def test_positions_start_from_what_stands() -> None:
    own = plan("Shut\t\nSome\tNone; free")
    made = own.positions(SINCE, None, lambda issue: Handling.RESTRICTED)
    by_place = {(position.party, position.issue): position for position in made}
    assert by_place["B", "toll"].track is Track.ASSESSED
    assert by_place["A", "toll"].handling is Handling.RESTRICTED
    assert by_place["A", "road"].handling is Handling.TEAM
    assert all(position.ref == "" and position.since == SINCE for position in made)
    declared = own.positions(SINCE, Track.DECLARED, lambda issue: Handling.TEAM)
    assert {position.track for position in declared} == {Track.DECLARED}


def test_a_spreadsheet_quotes_cells_of_several_lines() -> None:
    assert table_of_text('"Open\n or so"\tShut\r\n\tPartly\r\n') == [["Open or so", "Shut"], ["", "Partly"]]


def test_a_cell_is_where_it_says() -> None:
    (cell,) = plan("Shut").cells
    assert cell.cell == PastedCell("A", "road", "Shut")
    assert replace(cell, dropped=()).base == STANDING["A", "road"]


@pytest.mark.parametrize("text", ["accepts: Some", "akzeptiert: Some", "AKZEPTIERT： Some", "Accepts : some"])
def test_the_word_before_the_options_is_read_in_english_and_in_the_language_of_the_window(text: str) -> None:
    words = {("Cell", "accepts"): "akzeptiert"}
    interpret(lambda context, own, _note, _number: words.get((context, own), own))
    try:
        (cell,) = plan(text, ("A", "toll")).cells
    finally:
        interpret(None)
    assert cell.stances == {"some": A}


def test_a_word_of_another_language_is_read_as_an_option() -> None:
    assert plan("akzeptiert: Some", ("A", "toll")).problems


@pytest.mark.parametrize("is_negotiable", [True, False])
def test_what_a_cell_says_is_read_back_as_it_was_said(is_negotiable: bool) -> None:
    for lead in LEADS[1:]:
        assert stance_of_lead(lead.words(is_negotiable=is_negotiable)) is lead.stance
