from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from tests.sample_case import SAMPLE
from workbench.briefs.comparison import comparison_brief
from workbench.briefs.content import Bullets, Cell, Document, Heading, Paragraph, Table, plain_text
from workbench.columns import columns_of
from workbench.domain.audience import Audience
from workbench.domain.case import Case
from workbench.domain.dates import parse_date
from workbench.domain.errors import UnknownCodeError
from workbench.domain.handling import Handling
from workbench.domain.level import Level
from workbench.domain.package import Package
from workbench.domain.position import Position
from workbench.domain.source import Source
from workbench.domain.vocabulary import Basis, Stance, Terms, Track
from workbench.snapshot import take_snapshot

from .reading import lines
from .sample import DAY, SINCE, THREE, sample_brief, sample_snapshot, whole_case

AUDIENCES = ("public", "room", "party:BAK", "party:STP", "team", "principal", "vault")


def words(cell: Cell) -> list[str]:
    return [line.text for line in cell.lines]


def blocks(document: Document) -> list[object]:
    return [block for part in document.parts for block in part.blocks]


def section(document: Document, title: str) -> list[object]:
    """The blocks under a heading, up to the next of its level or above."""
    every = blocks(document)
    start = next(
        number for number, block in enumerate(every) if isinstance(block, Heading) and block.text == title
    )
    level = every[start].level
    rest = every[start + 1 :]
    ends = (
        number for number, block in enumerate(rest) if isinstance(block, Heading) and block.level <= level
    )
    return rest[: next(ends, len(rest))]


def state_of_play(document: Document) -> dict[str, tuple[Cell, ...]]:
    table = next(block for block in document.parts[0].blocks if isinstance(block, Table))
    return {row[0].lines[0].text: row for row in table.rows}


def brief(case: Case, audience: str, since: date | None = SINCE) -> Document:
    return comparison_brief(
        take_snapshot(columns_of(case), Audience.parse(audience)), DAY, Basis.ASSESSED, since
    )


def test_the_state_of_play_says_what_the_sample_says() -> None:
    rows = state_of_play(sample_brief("principal", THREE))
    issue, baku, yerevan, stepanakert, room = rows["Control of the Lachin corridor"]
    assert words(issue)[1] == "Who inspects what passes between Armenia and Nagorno-Karabakh?"
    assert words(baku) == [
        "Azerbaijani checkpoints",
        "will not have: Free passage under Russian peacekeepers",
        "assessed since Mar 2023 · moderate confidence",
    ]
    assert words(yerevan) == [
        "Free passage under Russian peacekeepers",
        "assessed since Mar 2023 · low confidence",
    ]
    assert words(stepanakert)[1] == "will not have: Azerbaijani checkpoints"
    assert words(room)[:2] == ["~ Bridgeable", "Remote scanners read by Baku"]
    assert room.level is Level.BRIDGEABLE
    assert "open: could be compatible" in words(room)
    assert words(rows["Peacekeeping mandate beyond 2025"][2])[0] == "accepts: Renewed for five years"
    assert words(rows["Transport link through Syunik"][3]) == ["no position known"]
    assert rows["Peacekeeping mandate beyond 2025"][-1].level is Level.CONFLICTING
    assert rows["Frame of the talks"][-1].level is Level.COMPATIBLE


def test_the_room_says_how_many_of_those_needed_hold_a_position() -> None:
    case = whole_case()
    without = replace(
        case,
        positions=tuple(own for own in case.positions if (own.party, own.issue) != ("MOW", "lachin")),
    )
    room = state_of_play(brief(without, "principal"))["Control of the Lachin corridor"][-1]
    assert "3 of 4 needed" in words(room)


def test_parties_stand_in_the_order_of_the_case_whatever_the_order_asked() -> None:
    assert sample_brief("team", ("STP", "BAK", "YER")) == sample_brief("team", THREE)


def test_many_parties_are_spread_over_tables_of_three_at_most() -> None:
    every = [block for block in sample_brief().parts[0].blocks if isinstance(block, Table)]
    tables = [own for own in every if words(own.header[-1]) == ["Room"]]
    parties = [[cell.lines[0].text for cell in table.header[1:-1]] for table in tables]
    assert parties == [["Baku", "Yerevan", "Stepanakert"], ["Moscow", "EU"], ["Tehran", "Opposition"]]


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_party_has_the_same_room_on_every_issue(audience: str) -> None:
    document = sample_brief(audience)
    labels = [party.label for party in sample_snapshot(audience).parties]
    for issue in sample_snapshot(audience).issues:
        found = _under_issue(document, issue.title)
        tables = [block for block in found if isinstance(block, Table)]
        rows = [words(row[0])[0] for table in tables for row in table.rows]
        silence = next(
            (own.text for own in found if isinstance(own, Paragraph) and "No position" in own.text), ""
        )
        silent = (
            re.split(r", | and ", silence.removeprefix("No position known: ").removesuffix("."))
            if silence
            else []
        )
        assert [label for label in labels if label in rows] == rows
        assert sorted(rows + silent) == sorted(labels)


def _under_issue(document: Document, title: str) -> list[object]:
    pages = section(document, "Issue by issue")
    start = next(n for n, block in enumerate(pages) if isinstance(block, Heading) and block.text == title)
    rest = pages[start + 1 :]
    return rest[: next((n for n, block in enumerate(rest) if isinstance(block, Heading)), len(rest))]


def test_movement_names_what_softened_and_what_is_new() -> None:
    table = next(block for block in section(sample_brief(), "Movement since 1 September 2022"))
    assert isinstance(table, Table)
    rows = {tuple(words(row[0])): row for row in table.rows}
    kinds = {about: words(row[1])[0] for about, row in rows.items()}
    assert kinds["Frame of the talks", "Baku"] == "▼ softened"
    assert ("Reopening the Lachin road", "Stepanakert") not in kinds
    appeared = lines(sample_brief(), "Not known on 1 September 2022")
    assert "Reopening the Lachin road: Baku, Yerevan, Stepanakert and Moscow" in appeared
    assert kinds["Reintegration", "Stepanakert"] == "reworded"
    assert words(rows["Reintegration", "Stepanakert"][2])[-1] == "Keeps its own institutions."
    assert words(rows["Reintegration", "Stepanakert"][3])[-1] == "The reintegration agenda is not acceptable."
    assert kinds["Control of the Lachin corridor", "Baku"] == "newly assessed"
    assert words(rows["Control of the Lachin corridor", "Baku"][1])[1] == "declared track: shifted"
    assert words(rows["Frame of the talks", "Baku"][4]) == ["Nearer to: Direct talks, frame left open"]


def test_without_a_day_to_compare_there_is_no_movement() -> None:
    text = plain_text(brief(whole_case(), "principal", since=None))
    assert "Movement" not in text
    assert "Softened" not in text


def test_common_ground_tells_shared_from_contested() -> None:
    found = section(sample_brief(), "Common ground")
    headings = [block.text for block in found if isinstance(block, Heading)]
    assert headings == ["Contested facts", "Divergent norms", "Held by one side, or by none"]
    one_side = found[headings.index("Held by one side, or by none") * 2 + 1]
    assert [words(row[0])[0] for row in one_side.rows] == [
        "Russian troop strength",
        "Why the State Minister was dismissed",
    ]


def test_common_ground_knows_an_agreed_fact_and_a_convergent_norm() -> None:
    case = whole_case()
    agreed = tuple(
        replace(own, stances={"yes": Stance.DEMANDS if own.party == "STP" else Stance.ACCEPTS})
        if own.issue in ("emergency", "court-order")
        else own
        for own in case.positions
    )
    headings = [
        block.text
        for block in section(brief(replace(case, positions=agreed), "principal"), "Common ground")
        if isinstance(block, Heading)
    ]
    assert headings[:2] == ["Agreed facts", "Convergent norms"]


def test_an_account_that_no_party_holds_stands_beside_the_others() -> None:
    found = section(sample_brief(), "Why the State Minister was dismissed")
    text = " ".join(
        line for block in section(sample_brief(), "Competing accounts") if isinstance(block, Table)
        for cell in (*block.header, *block.rows[0]) for line in words(cell)
    )  # fmt: skip
    assert found
    assert "Moscow required it" in text
    assert "no party is known to have spoken of it" in text


def test_linkages_are_conditions_and_drafts_are_questions() -> None:
    found = section(sample_brief(), "Linkages and drafts, as questions")
    table = next(block for block in found if isinstance(block, Table))
    assert words(table.rows[0][1])[0] == (
        "If “Open, with Armenian customs” (Transport link through Syunik), then “Azerbaijani checkpoints” "
        "(Control of the Lachin corridor)."
    )
    assert all(words(row[2])[-1].endswith("?") for row in table.rows)
    choices = [item.text for block in found if isinstance(block, Bullets) for item in block.items]
    assert choices
    assert all(choice.endswith("?") for choice in choices)


def test_the_next_question_is_the_one_the_room_leaves_open() -> None:
    found = section(sample_brief(), "Questions whose answers could lift the room")
    assert isinstance(found[0], Table)
    assert [words(cell) for cell in found[0].rows[0]] == [
        ["Control of the Lachin corridor"],
        ["Baku, Yerevan, Stepanakert and Moscow"],
        ["International inspectors?"],
        ["~ Bridgeable → ✓ Compatible"],
    ]


def test_the_marking_is_that_of_the_narrowest_record() -> None:
    markings = {audience: sample_brief(audience).marking for audience in AUDIENCES}
    assert markings["public"] == "TLP:CLEAR"
    assert markings["team"] == "TLP:AMBER+STRICT"
    assert markings["principal"] == markings["vault"] == "TLP:RED"


def test_a_source_without_attribution_is_named_by_its_kind_alone() -> None:
    case = whole_case()
    sources = tuple(
        replace(source, handling=Handling.TEAM) if source.code == "INT-SEC" else source
        for source in case.sources
    )
    positions = tuple(
        replace(own, handling=Handling.TEAM) if own.ref == "mow-interlocutor-2023-01-a" else own
        for own in case.positions
    )
    text = plain_text(brief(replace(case, sources=sources, positions=positions), "team"))
    assert "interview, source not named (D)" in text
    assert "journeys to Moscow" not in text
    assert "two sources close" not in text


def test_a_source_out_of_reach_is_said_to_be_not_shown() -> None:
    assert "source not shown" in plain_text(sample_brief("public"))
    assert "source not shown" not in plain_text(sample_brief("principal"))


def test_credibility_and_place_stand_with_the_grade() -> None:
    case = whole_case()
    positions = tuple(
        replace(own, sources=tuple(replace(ref, credibility=2, place="art. 6") for ref in own.sources))
        for own in case.positions
    )
    assert "President Ilham Aliyev (A2), art. 6" in plain_text(
        brief(replace(case, positions=positions), "public")
    )


@pytest.mark.parametrize("audience", ["public", "room", "party:BAK"])
def test_the_teams_reading_stays_with_the_team(audience: str) -> None:
    text = plain_text(sample_brief(audience))
    assert "confidence" not in text
    assert "Why:" not in text
    assert "Wording read in more than one way" not in text


def secret_records(case: Case, handling: Handling) -> Case:
    """The case with more records of a handling, each of which would show if it were used."""
    position = Position(
        "secret-ref",
        "BAK",
        "lachin",
        parse_date("2023-03-19"),
        Track.ASSESSED,
        stances={"free": Stance.DEMANDS},
        handling=handling,
        statement="SECRET statement",
        interest="SECRET interest",
    )
    source = Source(
        "SECRET-SRC",
        "SECRET title",
        attribution="SECRET attribution",
        terms=Terms.ON_RECORD,
        handling=handling,
    )
    package = Package("secret-deal", "SECRET draft", handling=handling, choices={"lachin": "free"})
    return replace(
        case,
        positions=(*case.positions, position),
        sources=(*case.sources, source),
        packages=(*case.packages, package),
    )


@pytest.mark.parametrize(
    ("audience", "handling"),
    [
        ("public", Handling.ROOM),
        ("public", Handling.RESTRICTED),
        ("room", Handling.TEAM),
        ("team", Handling.RESTRICTED),
    ],
)
def test_what_is_out_of_reach_changes_nothing(audience: str, handling: Handling) -> None:
    assert brief(secret_records(whole_case(), handling), audience) == sample_brief(audience)


def test_what_is_in_reach_changes_the_brief() -> None:
    assert "SECRET statement" in plain_text(brief(secret_records(whole_case(), Handling.TEAM), "team"))


def test_an_unknown_party_is_named() -> None:
    with pytest.raises(UnknownCodeError, match="XXX"):
        sample_brief("team", ("BAK", "XXX"))


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_wording_takes_no_side(audience: str) -> None:
    # The words of the program, not those of the case: drop every text of the sample.
    text = plain_text(sample_brief(audience)).lower()
    known = " ".join(path.read_text(encoding="utf-8").lower() for path in SAMPLE.glob("*.csv"))
    slanted = (
        r"\b(claims?|admits?|concedes?|insists?|refuses?|alleges?|rightly|unreasonable|best deal|should)\b"
    )
    assert {word for word in re.findall(slanted, text) if word not in known} == set()


def test_a_case_without_anything_still_makes_a_brief() -> None:
    document = brief(Case(), "team")
    assert document.marking == "TLP:CLEAR"
    assert "Annex: method" in plain_text(document)
