from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.workbench.briefs.reading import blocks, headings, table, words
from workbench.analysis.changes import changes_between
from workbench.analysis.standing import standing_on
from workbench.briefs.content import Document, Table, plain_text
from workbench.briefs.errors import BriefError
from workbench.briefs.order import BriefKind, BriefOrder, make_document
from workbench.columns import columns_of
from workbench.domain.audience import Audience
from workbench.domain.case import Case
from workbench.domain.dates import parse_date
from workbench.domain.handling import Handling
from workbench.domain.vocabulary import Basis
from workbench.snapshot import take_snapshot

from .sample import DAY, SINCE, sample_document, sample_snapshot, whole_case


def brief(case: Case, audience: str = "team", **more: object) -> Document:
    order = BriefOrder(BriefKind.CHANGES, DAY, **{"since": SINCE, **more})  # type: ignore[arg-type]
    return make_document(take_snapshot(columns_of(case), Audience.parse(audience)), order)


def tables(document: Document) -> list[Table]:
    return [block for block in blocks(document) if isinstance(block, Table)]


@pytest.mark.parametrize("audience", ["public", "team", "principal"])
@pytest.mark.parametrize("basis", list(Basis))
def test_every_change_has_one_row_under_its_kind(audience: str, basis: Basis) -> None:
    snapshot = sample_snapshot(audience)
    found = changes_between(standing_on(snapshot, SINCE, basis), standing_on(snapshot, DAY, basis))
    document = make_document(snapshot, BriefOrder(BriefKind.CHANGES, DAY, basis, SINCE))
    names = {"new": "Appeared", "withdrawn": "Went"}
    for kind in {own.change.kind for own in found}:
        title = names.get(kind.value, kind.value.capitalize())
        wanted = sorted(
            (snapshot.issues[own.issue].title, snapshot.parties[own.party].label, own.track.value)
            for own in found
            if own.change.kind is kind
        )
        assert sorted(tuple(words(row[0])) for row in table(document, title).rows) == wanted


def test_both_wordings_stand_side_by_side() -> None:
    row = table(sample_document("changes", "team"), "Softened").rows[0]
    assert words(row[0]) == ["Frame of the talks", "Baku", "declared"]
    assert "demands: Domestic dialogue with citizens" in words(row[1])
    assert "A domestic affair." in words(row[1])
    assert "accepts: Direct talks, frame left open" in words(row[2])
    assert "Will speak with Karabakh Armenians, not with Vardanyan." in words(row[2])
    assert words(row[3]) == ["Nearer to: Direct talks, frame left open"]


def test_the_header_names_the_days() -> None:
    header = [words(cell)[0] for cell in table(sample_document("changes", "team"), "Hardened").header]
    assert header == ["Issue and party", "On 1 September 2022", "On 20 March 2023", "What changed"]
    assert [words(cell)[0] for cell in table(sample_document("changes", "team"), "Appeared").header][1] == (
        "On 20 March 2023"
    )


def test_what_went_shows_what_stood() -> None:
    case = whole_case()
    ended = tuple(
        replace(own, until=parse_date("2023-01")) if own.ref == "mow-syunik-2020-11-10-d" else own
        for own in case.positions
    )
    row = table(brief(replace(case, positions=ended)), "Went").rows[0]
    assert words(row[0])[:2] == ["Transport link through Syunik", "Moscow"]
    assert "Sees its border guards on the route." in words(row[2])


def test_kinds_that_do_not_occur_are_not_there() -> None:
    assert "Went" not in headings(sample_document("changes", "team"))
    assert "Disclosed" not in headings(sample_document("changes", "team"))


def test_parties_can_be_chosen() -> None:
    document = brief(whole_case(), parties=("EU",))
    assert {words(row[0])[1] for own in tables(document)[:1] for row in own.rows} == {"EU"}


def test_nothing_moved_is_said() -> None:
    order = BriefOrder(BriefKind.CHANGES, date(2019, 1, 2), since=date(2019, 1, 1))
    document = make_document(sample_snapshot("team"), order)
    assert "What stands on 2 January 2019 stood on 1 January 2019." in plain_text(document)


def test_it_needs_an_earlier_day() -> None:
    with pytest.raises(BriefError, match="the day to compare with"):
        make_document(sample_snapshot("team"), BriefOrder(BriefKind.CHANGES, DAY))
    with pytest.raises(BriefError, match="does not lie before"):
        make_document(sample_snapshot("team"), BriefOrder(BriefKind.CHANGES, DAY, since=DAY))


def test_what_was_told_to_more_people_is_disclosed() -> None:
    case = whole_case()
    old = next(own for own in case.positions if own.ref == "bak-lachin-2023-01-12-d")
    old = replace(old, handling=Handling.TEAM)
    wider = replace(old, ref="wider", since=parse_date("2023-03-01"), handling=Handling.PUBLIC)
    only = replace(case, positions=(old, wider))
    document = brief(only, since=date(2023, 2, 1), basis=Basis.DECLARED)
    assert [words(row[0])[1] for row in table(document, "Disclosed").rows] == ["Baku"]
    # To the public it is simply new.
    assert "Disclosed" not in headings(brief(only, "public", since=date(2023, 2, 1)))
