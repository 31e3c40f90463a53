"""The inspector: why a cell or a room says what it says, down to positions and sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from workbench.analysis.explain import explain_room
from workbench.analysis.judgements import is_standing
from workbench.analysis.questions import questions_of
from workbench.analysis.room import RoomCell, room_of
from workbench.analysis.standing import Standing, standing_on
from workbench.columns import NONE
from workbench.domain.linkage import Linkage
from workbench.domain.saying import said, translate
from workbench.domain.vocabulary import Basis, LinkageKind
from workbench.readmodels.cells import segments_of
from workbench.readmodels.cells_judged import OTHERS, judgement_facts
from workbench.readmodels.explanations import FLIPS, flip_sentences
from workbench.readmodels.histories import party_histories
from workbench.readmodels.inspector_types import Fact, FactList, Inspection, LadderStep, Link
from workbench.readmodels.ladder import ladder_of
from workbench.readmodels.party_facts import party_facts
from workbench.readmodels.room_words import question_sentence, room_sentences
from workbench.readmodels.wording import listing_of_many, on_day, option_of_issue
from workbench.snapshot import Snapshot


def inspect_cell(
    snapshot: Snapshot, day: date, basis: Basis, parties: Sequence[str], issue: str
) -> Inspection:
    """Return what the inspector says of some parties on an issue.

    Parameters
    ----------
    snapshot : Snapshot
        The case as the audience sees it.
    day : date
        The day shown.
    basis : Basis
        Which track stands where both do.
    parties : sequence of str
        Codes. One party is looked at alone; of several the room is explained.
    issue : str
        Code of the issue.

    Raises
    ------
    UnknownCodeError
        If a party or the issue is not in reach.
    """
    standing = standing_on(snapshot, day, basis)
    number = snapshot.issue_index(issue)
    cell = room_of(standing, number, [snapshot.party_index(code) for code in parties])
    alone = len(cell.parties) == 1
    labels = tuple(snapshot.parties[party].label for party in cell.parties)
    own, others = judgement_facts(snapshot, day, number, cell.parties)
    return Inspection(
        title=listing_of_many(labels),
        subtitle=on_day(snapshot.issues[number].title, day),
        level=None if alone else cell.level,
        sentences=_alone_sentences(standing, cell)
        if alone
        else room_sentences(standing, cell, beside_ladder=True),
        parties=labels,
        ladder=_ladder(standing, cell),
        questions=tuple(question_sentence(standing, own) for own in questions_of(standing, cell)),
        linkages=_linkages(snapshot, day, issue),
        judgements=own,
        facts=_facts(standing, cell),
        histories=party_histories(standing, cell.parties, number),
        sections=(*_flips(standing, cell), *_others(others)),
    )


def _others(others: tuple[Fact, ...]) -> tuple[FactList, ...]:
    return (FactList(translate("Judgement", OTHERS), others),) if others else ()


def _flips(standing: Standing, cell: RoomCell) -> tuple[FactList, ...]:
    """Return which single stance would change the room, none where there is none."""
    if cell.room is None:
        return ()
    explanation = explain_room(standing, cell.issue, cell.parties)
    lines = tuple(Fact("", line) for line in flip_sentences(standing.snapshot, explanation))
    return (FactList(translate("Explanation", FLIPS), lines),) if lines else ()


def _alone_sentences(standing: Standing, cell: RoomCell) -> tuple[str, ...]:
    party = cell.parties[0]
    if standing.rows[party, cell.issue] == NONE:
        text = translate("Inspector", "No position of {party} is known on that day.")
        return (text.format(party=standing.snapshot.parties[party].label),)
    return ()


def _ladder(standing: Standing, cell: RoomCell) -> tuple[LadderStep, ...]:
    snapshot, rows = standing.snapshot, standing.rows[:, cell.issue].tolist()
    silent = frozenset(cell.silent)
    given = [
        () if party in silent else segments_of(snapshot, rows[party], cell.issue) for party in cell.parties
    ]
    return ladder_of(snapshot, cell.issue, given, cell)


def _linkages(snapshot: Snapshot, day: date, issue: str) -> tuple[Fact, ...]:
    return tuple(
        Fact(
            whose_linkage(snapshot, linkage),
            linkage_sentence(snapshot, linkage),
            Link("", "linkages", (linkage.code,)),
        )
        for linkage in snapshot.case.linkages
        if issue in (linkage.if_issue, linkage.then_issue) and is_standing(linkage.since, linkage.until, day)
    )


def whose_linkage(snapshot: Snapshot, linkage: Linkage) -> str:
    """Return who asserts a linkage, and how firmly."""
    if not linkage.party:
        return translate("Inspector", "Logic, {strength}").format(strength=said(linkage.strength))
    party = snapshot.parties[snapshot.party_index(linkage.party)].label
    text = translate("Inspector", "{party}’s condition, {strength}")
    return text.format(party=party, strength=said(linkage.strength))


def linkage_sentence(snapshot: Snapshot, linkage: Linkage) -> str:
    """Return a linkage in words, with the titles and labels of what it ties together."""
    one = _choice(snapshot, linkage.if_issue, linkage.if_option)
    other = _choice(snapshot, linkage.then_issue, linkage.then_option)
    if linkage.kind is LinkageKind.REQUIRES:
        return translate("Inspector", "If {one}, then {other}.").format(one=one, other=other)
    return translate("Inspector", "{one} and {other} cannot both be.").format(one=one, other=other)


def _choice(snapshot: Snapshot, issue: str, option: str) -> str:
    number = snapshot.issue_index(issue)
    label = next(own.label for own in snapshot.issue_options(number) if own.code == option)
    return option_of_issue(label, snapshot.issues[number].title)


def _facts(standing: Standing, cell: RoomCell) -> tuple[Fact, ...]:
    issue = standing.snapshot.issues[cell.issue]
    heading, link = translate("Inspector", "Question"), Link("", "issues", (issue.code,))
    question = [Fact(heading, issue.question, link)] if issue.question else []
    return (*question, *_party_facts(standing, cell.parties, cell.issue))


def _party_facts(standing: Standing, parties: Iterable[int], issue: int) -> list[Fact]:
    rows = ((party, int(standing.rows[party, issue])) for party in parties)
    return [fact for party, row in rows if row != NONE for fact in party_facts(standing, party, row)]
