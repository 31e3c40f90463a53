"""Gaps and next questions: what is not known, and which answer would change the picture."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.analysis.questions import Question, questions
from workbench.analysis.room import needed_parties, room_of
from workbench.briefs.content import (
    Block,
    Bullets,
    Cell,
    Heading,
    Paragraph,
    Table,
    cell,
    header_row,
    paragraph,
    shares,
    strong,
)
from workbench.briefs.material import Material, small
from workbench.briefs.sections.state_of_play import level_words
from workbench.domain.level import Level
from workbench.domain.position import Position
from workbench.readmodels.wording import listing, since_in_words


def gaps(material: Material) -> list[Block]:
    """Return what to ask whom, where nothing is known, what to review and which dates come."""
    blocks: list[Block] = [Heading("Gaps and next questions"), *_questions(material)]
    for heading, items in (
        ("No position known of a party needed", _silences(material)),
        ("Assessments older than what the party has declared since", _reviews(material)),
        ("Positions that rest on a single source", _single_sources(material)),
        ("Positions without a source", _unsourced(material)),
        ("Deadlines ahead", _deadlines(material)),
    ):
        found = tuple(items)
        if found:
            blocks += [Heading(heading, 2), Bullets(found)]
    return blocks


def _questions(material: Material) -> list[Block]:
    cells = [
        room_of(material.standing, issue, needed_parties(material.snapshot, issue))
        for issue in material.issue_numbers(negotiable=True)
    ]
    found = questions(material.standing, cells)
    if not found:
        return [paragraph("No answer to an open question would lift the room on any issue.")]
    table = Table(
        shares(44, 34, 56, 46),
        header_row("Issue", "Ask", "Could you accept", "Room now, and what acceptance would make it"),
        tuple(_question(material, question) for question in found),
        caption="Questions whose answers could lift the room",
    )
    return [Heading("Questions whose answers could lift the room", 2), table]


def _question(material: Material, question: Question) -> tuple[Cell, ...]:
    option = material.snapshot.issue_options(question.issue)[question.option]
    asked = listing(material.label(party) for party in question.ask)
    now, then = Level.of(question.room), Level.of(question.possible)
    return (
        cell(small(material.snapshot.issues[question.issue].title)),
        cell(small(strong(asked))),
        cell(small(f"{option.label}?")),
        cell(small(f"{level_words(now)} → {level_words(then)}")),
    )


def _silences(material: Material) -> Iterator[Paragraph]:
    for issue in material.issue_numbers(negotiable=True):
        needed = needed_parties(material.snapshot, issue)
        silent = [material.label(party) for party in needed if material.position(party, issue) is None]
        if silent and material.snapshot.issues[issue].needed:
            yield _item(material, issue, listing(silent))


def _reviews(material: Material) -> Iterator[Paragraph]:
    for issue in range(len(material.snapshot.issues)):
        late = [material.label(party) for party in material.parties if material.standing.review[party, issue]]
        if late:
            yield _item(material, issue, listing(late))


def _single_sources(material: Material) -> Iterator[Paragraph]:
    return _by_issue(material, wanted=1)


def _unsourced(material: Material) -> Iterator[Paragraph]:
    return _by_issue(material, wanted=0)


def _by_issue(material: Material, wanted: int) -> Iterator[Paragraph]:
    for issue in range(len(material.snapshot.issues)):
        held = ((party, material.position(party, issue)) for party in material.parties)
        labels = [
            material.label(party)
            for party, position in held
            if position and _known_sources(material, position) == wanted
        ]
        if labels:
            yield _item(material, issue, listing(labels))


def _known_sources(material: Material, position: Position) -> int:
    """Return how many sources a position names, counting as one those that may not be shown."""
    hidden = material.snapshot.source_not_shown[material.snapshot.row_of(position.ref)]
    return len(position.sources) + bool(hidden)


def _deadlines(material: Material) -> Iterator[Paragraph]:
    for event in material.snapshot.case.events:
        if event.is_deadline and event.date.effective >= material.day:
            days = (event.date.effective - material.day).days
            about = f" {event.description}" if event.description else ""
            when = f"{since_in_words(event.date)}, {days} days after the day of this brief"
            yield paragraph(strong(event.title), f": {when}.{about}")


def _item(material: Material, issue: int, text: str) -> Paragraph:
    return paragraph(strong(f"{material.snapshot.issues[issue].title}: "), text)
