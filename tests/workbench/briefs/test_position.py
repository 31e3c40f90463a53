from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from workbench.briefs.content import Document, Heading, Part, plain_text
from workbench.briefs.errors import BriefError
from workbench.briefs.order import BriefKind, BriefOrder, make_document
from workbench.columns import columns_of
from workbench.domain.audience import Audience
from workbench.domain.case import Case
from workbench.domain.errors import UnknownCodeError
from workbench.domain.handling import Handling
from workbench.domain.position import Position
from workbench.domain.vocabulary import Basis
from workbench.snapshot import take_snapshot

from .reading import headings, lines, rows, section, table, words
from .sample import DAY, SINCE, sample_document, sample_snapshot, whole_case

SECTIONS = [
    "In short",
    "Positions",
    "Why it holds them",
    "Limits, and who can move them",
    "Time",
    "Links and conditions",
    "Movement since 1 September 2022",
    "Contested points",
    "What we do not know",
    "Background",
    "Sources",
    "Names and terms",
]


def brief(case: Case, audience: str = "team", party: str = "BAK", **more: object) -> Document:
    order = BriefOrder(BriefKind.POSITION, DAY, parties=(party,), **{"since": SINCE, **more})  # type: ignore[arg-type]
    return make_document(take_snapshot(columns_of(case), Audience.parse(audience)), order)


def with_position(change: dict[str, object], party: str = "BAK", issue: str = "lachin") -> Case:
    case = whole_case()
    return replace(
        case,
        positions=tuple(
            replace(own, **change) if (own.party, own.issue) == (party, issue) else own
            for own in case.positions
        ),
    )


def test_it_has_the_sections_of_the_design_in_their_order() -> None:
    document = sample_document("position", "team")
    assert headings(document) == SECTIONS
    assert document.title == "Where Baku stands: position brief"
    assert "20 March 2023" in document.subtitle


def test_in_short_names_what_matters_most_the_limits_and_what_changed() -> None:
    text = lines(sample_document("position", "team"), "In short")[0]
    assert text.startswith("Baku asks most for “Azerbaijani checkpoints” (Control of the Lachin corridor)")
    assert (
        "It will not have “Free passage under Russian peacekeepers” (Control of the Lachin corridor)" in text
    )
    assert "Since 1 September 2022: " in text
    assert "softened on Frame of the talks" in text
    assert text.endswith("; new on 7 issues.")


def test_the_table_has_stance_salience_date_source_and_grade() -> None:
    header = [words(cell)[0] for cell in table(sample_document("position", "team"), "Positions").header]
    assert header == ["Issue", "Stance", "What it says", "Salience", "Since when, source and grade"]
    row = rows(sample_document("position", "team"), "Positions")["Control of the Lachin corridor"]
    assert row[1] == ["Azerbaijani checkpoints", "will not have: Free passage under Russian peacekeepers"]
    assert row[3] == ["90"]
    assert row[4][0] == "assessed since 12 Dec 2022 · moderate confidence"
    assert row[4][1] == "[1] B; [6] C"


@pytest.mark.parametrize("audience", ["public", "room", "party:BAK"])
def test_the_teams_reading_is_not_there_for_others(audience: str) -> None:
    document = sample_document("position", audience)
    assert {"Why it holds them", "Limits, and who can move them"}.isdisjoint(headings(document))
    header = [words(cell)[0] for cell in table(document, "Positions").header]
    assert "Salience" not in header
    text = plain_text(document)
    assert "confidence" not in text
    assert "Time presses" not in text
    assert "Waiting helps" not in text


def test_who_can_move_a_limit_is_said_where_it_is_known() -> None:
    case = with_position({"limit_owner": "The President alone"})
    found = lines(brief(case), "Limits, and who can move them")
    assert found[0] == (
        "Control of the Lachin corridor: Free passage under Russian peacekeepers. "
        "Can be moved by: The President alone."
    )
    assert found[-1].startswith("Limits of which it is not known who can move them: ")
    assert "The President alone" not in plain_text(brief(case, "room"))


def test_time_says_what_presses_and_which_deadlines_come() -> None:
    found = lines(sample_document("position", "team", "STP"), "Time")
    assert found[0].startswith("Time presses it on: Control of the Lachin corridor")
    others = lines(sample_document("position", "team", "BAK"), "Time")[1]
    assert others.startswith("On the same issues time presses for: Stepanakert (")
    assert others.endswith(
        "; Yerevan (Troop positions on the border since 2021); Opposition (Status of the Karabakh Armenians)."
    )
    found = lines(sample_document("position", "public"), "Time")
    assert found == [
        "Deadline: Last day to object to a renewal, 10 May 2025, 782 days after the day of this brief.",
        "Deadline: Peacekeeping term ends, 10 November 2025, 966 days after the day of this brief.",
    ]
    assert "Time" not in headings(sample_document("position", "public", "STP"))


def test_conditions_are_its_own_and_those_of_logic_that_touch_it() -> None:
    found = lines(sample_document("position", "team"), "Links and conditions")
    assert [own.partition(" (")[0] for own in found] == ["Its own condition"] * 2 + ["Logic"] * 4
    found = lines(sample_document("position", "team", "EU"), "Links and conditions")
    assert found == ["No condition is known."]


def test_movement_goes_back_a_year_where_no_day_is_named() -> None:
    document = brief(whole_case(), since=None)
    assert "Movement since 20 March 2022" in headings(document)
    assert rows(document, "Movement since 20 March 2022")["Frame of the talks"][1] == ["▼ softened"]
    leap = BriefOrder(BriefKind.POSITION, date(2024, 2, 29), parties=("BAK",))
    assert "Movement since 28 February 2023" in headings(make_document(sample_snapshot("team"), leap))


def test_contested_points_put_the_accounts_side_by_side() -> None:
    found = lines(sample_document("position", "team"), "Contested points")
    emergency = next(own for own in found if own.startswith("Humanitarian emergency"))
    assert "“Yes” – held by: Yerevan and Stepanakert; doubted by: Baku." in emergency
    assert "“No” – held by: Baku; doubted by: Yerevan; rejected by: Stepanakert." in emergency
    mandate = next(own for own in found if own.startswith("Peacekeeping mandate beyond 2025"))
    assert "declared and assessed differ: “Ends in November 2025” – tolerates → demands; " in mandate
    assert "“International presence instead” – nothing said → opposes" in mandate


def test_declared_and_assessed_are_not_set_against_each_other_on_the_declared_basis() -> None:
    assert "assessed differ" not in plain_text(brief(whole_case(), basis=Basis.DECLARED))


def test_competing_readings_are_contested() -> None:
    found = lines(brief(with_position({"readings": "a threat|an offer"})), "Contested points")
    assert any(own.endswith("read in more than one way: “a threat” or “an offer”.") for own in found)
    assert "a threat" not in plain_text(brief(with_position({"readings": "a threat|an offer"}), "room"))


def test_what_is_not_known_comes_with_the_question_that_would_settle_it() -> None:
    found = lines(sample_document("position", "team"), "What we do not know")
    assert found[0].startswith("Control of the Lachin corridor: Could you accept “International inspectors”?")
    silent = lines(sample_document("position", "team", "STP"), "What we do not know")
    assert not any("No position known" in own for own in silent)


def test_silence_of_a_party_needed_is_told() -> None:
    case = whole_case()
    without = replace(
        case, positions=tuple(own for own in case.positions if (own.party, own.issue) != ("BAK", "syunik"))
    )
    found = lines(brief(without), "What we do not know")
    assert "No position known on an issue that needs its agreement: Transport link through Syunik." in found


def test_background_is_dated_past_and_its_own() -> None:
    found = lines(sample_document("position", "team"), "Background")
    codes = {own.title: own for own in whole_case().events}
    days = [
        codes[own.partition(": ")[2].partition(".")[0]].date.effective for own in found if "Munich" not in own
    ]
    assert days == sorted(days)
    assert found[-1].startswith(
        "22 February 2023: World Court orders free movement. Binding, not enforceable. ["
    )
    assert not any("Iran opens a consulate" in own for own in found)
    assert not any("2025" in own.partition(":")[0] for own in found)


def test_every_number_of_a_source_stands_in_its_table_and_the_other_way_round() -> None:
    import re  # noqa: PLC0415

    for party in ("BAK", "YER", "STP", "MOW", "EU", "THR", "OPP"):
        document = sample_document("position", "team", party)
        listed = {words(row[0])[0] for row in table(document, "Sources").rows}
        text = plain_text(document).partition("\nSources\n")[0]
        cited = {f"[{own}]" for group in re.findall(r"\[([\d, ]+)\]", text) for own in group.split(", ")}
        assert cited == listed


def test_an_identity_is_printed_for_the_vault_alone() -> None:
    case = whole_case()
    sources = tuple(
        replace(own, identity="Aram Petrosyan") if own.code == "INT-STP2" else own for own in case.sources
    )
    named = replace(case, sources=sources)
    assert "Identity: Aram Petrosyan" in plain_text(brief(named, "vault"))
    assert "Petrosyan" not in plain_text(brief(named, "principal"))


def test_a_position_brief_is_on_one_party() -> None:
    for parties in ((), ("BAK", "YER")):
        with pytest.raises(BriefError, match="on one party"):
            make_document(sample_snapshot("team"), BriefOrder(BriefKind.POSITION, DAY, parties=parties))
    with pytest.raises(UnknownCodeError, match="XXX"):
        make_document(sample_snapshot("team"), BriefOrder(BriefKind.POSITION, DAY, parties=("XXX",)))


def test_a_party_without_any_position_still_has_a_brief() -> None:
    case = replace(whole_case(), positions=())
    document = brief(case)
    assert lines(document, "Positions") == ["No position of Baku is known."]
    assert "is not known to ask for anything" in plain_text(document)
    assert all(section(document, title) for title in headings(document))


def test_the_sample_needs_no_shortening() -> None:
    for party in ("BAK", "YER", "STP", "MOW", "EU", "THR", "OPP"):
        assert "Left out" not in plain_text(sample_document("position", "team", party))


def test_nothing_restricted_is_in_it_for_the_team() -> None:
    secret = Position(
        "r", "BAK", "talks", whole_case().positions[0].since, handling=Handling.RESTRICTED, statement="SECRET"
    )
    case = replace(whole_case(), positions=(*whole_case().positions, secret))
    assert brief(case) == sample_document("position", "team")


def test_every_part_begins_with_a_heading() -> None:
    for part in sample_document("position", "team").parts:
        assert isinstance(part, Part)
        assert isinstance(part.blocks[0], Heading)
