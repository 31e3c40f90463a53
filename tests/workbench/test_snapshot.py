from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sample_case import sample_case
from tests.strategies import PARTIES, cases, handlings
from workbench.columns import columns_of, position_record
from workbench.domain.audience import PRINCIPAL, PUBLIC, ROOM, TEAM, VAULT, Audience, AudienceKind
from workbench.domain.case import Case
from workbench.domain.dates import parse_date
from workbench.domain.errors import UnknownCodeError
from workbench.domain.handling import Handling
from workbench.domain.party import Party
from workbench.domain.position import Position
from workbench.domain.vocabulary import Stance, Terms, Track
from workbench.snapshot import hidden_columns, take_snapshot

PARTY_A = Audience(AudienceKind.PARTY, "A")
audiences = st.sampled_from([PUBLIC, ROOM, PARTY_A, TEAM, PRINCIPAL, VAULT])
WIDTH = {"public": 0, "room": 1, "party": 1, "team": 2, "principal": 3, "vault": 3}


def in_reach(audience: Audience, handling: Handling, known_to: tuple[str, ...] = ()) -> bool:
    by_handling = list(Handling).index(handling) <= WIDTH[audience.kind]
    return by_handling or (audience.kind == "party" and audience.party in known_to)


def expected_positions(case: Case, audience: Audience) -> dict[str, dict[str, int]]:
    """Positions in reach with the stances left, by the definitions, one rule after another."""
    parties = {own.code for own in case.parties if in_reach(audience, own.handling)}
    issues = {own.code: own for own in case.issues if in_reach(audience, own.handling)}
    options = {
        (own.issue, own.code)
        for own in case.options
        if own.issue in issues
        and in_reach(audience, own.handling or issues[own.issue].handling, own.known_to)
    }
    terms = {own.code: own.terms for own in case.sources}
    left = {}
    for own in case.positions:
        known = own.known_to if own.track is Track.DECLARED else ()
        unrepeatable = bool(own.sources) and all(
            terms[reference.code] in (Terms.OFF_RECORD, Terms.UNDETERMINED) for reference in own.sources
        )
        if unrepeatable and audience.kind not in ("principal", "vault"):
            continue
        if own.party not in parties or own.issue not in issues or not in_reach(audience, own.handling, known):
            continue
        stances = {code: int(own.stances[code]) for code in own.stances if (own.issue, code) in options}
        if stances or not own.stances:
            left[own.ref] = stances
    return left


@given(cases(handlings), audiences)
def test_the_positions_in_reach_are_those_of_the_definition(case: Case, audience: Audience) -> None:
    left = take_snapshot(columns_of(case), audience).as_case().positions
    shown = {own.ref: {code: int(stance) for code, stance in own.stances.items()} for own in left}
    assert shown == expected_positions(case, audience)


@given(cases(handlings), audiences)
def test_sources_and_the_teams_reading_are_shown_as_agreed(case: Case, audience: Audience) -> None:
    everything = audience.kind in ("principal", "vault")
    inner = audience.kind in ("team", "principal", "vault")
    shown = take_snapshot(columns_of(case), audience).as_case()
    terms = {own.code: own.terms for own in case.sources}
    for source in shown.sources:
        printable = everything or terms[source.code] in (Terms.ON_RECORD, Terms.BACKGROUND)
        assert source.attribution == (f"attribution {source.code}" if printable else "")
        assert source.identity == (f"identity {source.code}" if audience.kind == "vault" else "")
    originals = {own.ref: own for own in case.positions}
    for own in shown.positions:
        original = originals[own.ref]
        assert own.salience == (original.salience if inner else None)
        assert own.interest == (original.interest if inner else "")
        assert own.statement == original.statement
        assert bool(own.known_to) <= inner


@given(cases(handlings), audiences)
def test_hidden_records_left_out_before_or_after_give_the_same(case: Case, audience: Audience) -> None:
    once = take_snapshot(columns_of(case), audience)
    without = Case(
        **{
            name: getattr(once.as_case(), name)
            for name in ("entries", "parties", "issues", "options", "sources", "positions")
        }
    )
    if audience.kind is AudienceKind.PARTY:
        if audience.party not in {own.code for own in without.parties}:
            return
        # To whom something was said is not shown to a party; what reached it once is all there is.
        without = everything_known_to(without, audience.party)
    again = take_snapshot(columns_of(without), audience)
    expected = once.as_case() if audience.sees_everything else without_off_record(once.as_case())
    assert blank_known(again.as_case()) == blank_known(expected)


def without_off_record(case: Case) -> Case:
    """Leave out positions that rest on off-record and undetermined sources alone.

    One that named a source out of reach besides was free to be repeated; where that source was left out
    before, it is not.
    """
    barred = {own.code for own in case.sources if not own.terms.may_be_repeated}
    stays = tuple(
        own
        for own in case.positions
        if not own.sources or not barred.issuperset(reference.code for reference in own.sources)
    )
    return replace(case, positions=stays)


def everything_known_to(case: Case, party: str) -> Case:
    return replace(
        case,
        options=tuple(replace(own, known_to=(party,)) for own in case.options),
        positions=tuple(replace(own, known_to=(party,)) for own in case.positions),
    )


def blank_known(case: Case) -> Case:
    return replace(
        case,
        options=tuple(replace(own, known_to=()) for own in case.options),
        positions=tuple(replace(own, known_to=()) for own in case.positions),
    )


@given(cases(handlings), st.sampled_from([PUBLIC, ROOM, PARTY_A, TEAM]), st.data())
def test_a_record_above_the_audience_leaves_no_trace(
    case: Case, audience: Audience, data: st.DataObject
) -> None:
    narrow = {
        "public": Handling.ROOM,
        "room": Handling.TEAM,
        "party": Handling.TEAM,
        "team": Handling.RESTRICTED,
    }
    secret = Position(
        "secret",
        data.draw(st.sampled_from(PARTIES)),
        "I",
        parse_date("2020"),
        stances={"o": data.draw(st.sampled_from(list(Stance)))},
        handling=narrow[audience.kind],
        statement="a secret statement",
    )
    hidden_party = Party("HIDDEN", "Hidden party", handling=narrow[audience.kind])
    more = replace(
        case,
        parties=(hidden_party, *case.parties),
        issues=tuple(replace(own, needed=(*own.needed, "HIDDEN")) for own in case.issues),
        positions=(secret, *case.positions),
    )
    fewer = take_snapshot(columns_of(case), audience)
    other = take_snapshot(columns_of(more), audience)
    assert fewer.as_case() == other.as_case()
    assert fewer.marking == other.marking
    assert (fewer.stances == other.stances).all()
    assert (fewer.source_not_shown == other.source_not_shown).all()


def test_a_party_that_the_case_has_not_is_no_audience() -> None:
    with pytest.raises(UnknownCodeError, match="XXX"):
        take_snapshot(columns_of(sample_case()), Audience(AudienceKind.PARTY, "XXX"))


def test_the_restricted_arrangement_does_not_exist_for_the_room() -> None:
    room = take_snapshot(columns_of(sample_case()), ROOM)
    assert "scan" not in {own.code for own in room.case.options}
    assert not [own for own in room.as_case().positions if "scan" in own.stances]
    assert "Remote scanners reported" not in {own.description for own in room.case.events}
    known = take_snapshot(columns_of(sample_case()), Audience(AudienceKind.PARTY, "STP"))
    assert "scan" in {own.code for own in known.case.options}
    assert "stp-lachin-2023-03-d" in known.table.ref
    assert "stp-lachin-2023-03-a" not in known.table.ref
    assert known.marking == "TLP:RED"
    assert room.marking in ("TLP:CLEAR", "TLP:GREEN")


def test_a_position_says_that_a_source_is_not_shown() -> None:
    stp = take_snapshot(columns_of(sample_case()), Audience(AudienceKind.PARTY, "STP"))
    assert stp.source_not_shown[stp.row_of("stp-lachin-2023-03-d")]
    principal = take_snapshot(columns_of(sample_case()), PRINCIPAL)
    assert not principal.source_not_shown.any()


def test_the_vault_sees_all_and_columns_are_exact() -> None:
    case = sample_case()
    columns = columns_of(case)
    assert [position_record(columns, row) for row in range(len(case.positions))] == list(case.positions)
    shown = take_snapshot(columns, VAULT).as_case()
    assert shown.positions == case.positions
    assert shown.sources == case.sources
    assert hidden_columns(VAULT) == {}
    assert hidden_columns(PRINCIPAL) == {"sources": ("identity",)}
    assert "salience" in hidden_columns(PUBLIC)["positions"]


def test_unknown_codes_are_named() -> None:
    snapshot = take_snapshot(columns_of(sample_case()), PUBLIC)
    for look_up in (snapshot.party_index, snapshot.issue_index, snapshot.row_of, snapshot.source):
        with pytest.raises(UnknownCodeError, match="nobody"):
            look_up("nobody")
    with pytest.raises(UnknownCodeError):
        snapshot.issue_index("dismissal")
