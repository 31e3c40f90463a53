"""Gaps and next questions: what is not known, and which answer would change the picture."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from workbench.analysis.questions import Question, questions
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
from workbench.briefs.material import Material
from workbench.briefs.phrases import muted, small
from workbench.columns import NONE
from workbench.domain.event import Event
from workbench.domain.level import Level


def gaps(material: Material) -> list[Block]:
    """Return what to ask whom, where nothing is known, what to review and which dates come."""
    words = material.words
    blocks: list[Block] = [Heading(words.say("gaps.heading")), *_questions(material)]
    for key, items in (
        ("silences", _silences(material)),
        ("reviews", _by_issue(material, reviewed)),
        ("single_sources", _by_issue(material, single_sourced)),
        ("unsourced", _by_issue(material, unsourced)),
        ("deadlines", _deadlines(material)),
    ):
        found = tuple(items)
        if found:
            blocks += [Heading(words.say(f"gaps.{key}"), 2), Bullets(found)]
    return blocks


def open_questions(material: Material) -> list[Question]:
    """Return the questions that the rooms of the parties needed leave open, most to gain first."""
    rooms = (material.room(issue) for issue in material.issue_numbers(negotiable=True))
    return questions(material.standing, [room for room in rooms if room])


def _questions(material: Material) -> list[Block]:
    words, most = material.words, material.limits.questions
    found = open_questions(material)
    if not found:
        return [paragraph(words.say("gaps.none"))]
    table = Table(
        shares(44, 34, 56, 46),
        header_row(*(words.say(f"gaps.{key}") for key in ("issue", "ask", "accept", "room"))),
        tuple(_question(material, question) for question in found[:most]),
        caption=words.say("gaps.questions"),
    )
    left = [muted(words.say("gaps.left_out", number=len(found) - most))] if found[most:] else []
    return [Heading(words.say("gaps.questions"), 2), table, *left]


def _question(material: Material, question: Question) -> tuple[Cell, ...]:
    words = material.words
    option = material.snapshot.issue_options(question.issue)[question.option]
    now, then = (words.level(Level.of(room)) for room in (question.room, question.possible))
    return (
        cell(small(material.snapshot.issues[question.issue].title)),
        cell(small(strong(material.names(question.ask)))),
        cell(small(words.say("gaps.option", option=option.label))),
        cell(small(words.say("gaps.now_then", now=now, then=then))),
    )


def _silences(material: Material) -> Iterator[Paragraph]:
    for issue in material.issue_numbers(negotiable=True):
        silent = [party for party in material.needed(issue) if material.position(party, issue) is None]
        if silent and material.snapshot.issues[issue].needed:
            yield _item(material, issue, silent)


def reviewed(material: Material, party: int, issue: int) -> bool:
    """Tell whether the assessment that stands is older than the declared position."""
    return bool(material.standing.review[party, issue])


def single_sourced(material: Material, party: int, issue: int) -> bool:
    """Tell whether what stands rests on a single source."""
    return _known_sources(material, party, issue) == 1


def unsourced(material: Material, party: int, issue: int) -> bool:
    """Tell whether what stands names no source."""
    return _known_sources(material, party, issue) == 0


def _by_issue(material: Material, holds: Callable[[Material, int, int], bool]) -> Iterator[Paragraph]:
    for issue in range(len(material.snapshot.issues)):
        parties = [party for party in material.parties if holds(material, party, issue)]
        if parties:
            yield _item(material, issue, parties)


def _known_sources(material: Material, party: int, issue: int) -> int | None:
    """Return how many sources a position names, counting as one those that may not be shown."""
    row = int(material.standing.rows[party, issue])
    if row == NONE:
        return None
    hidden = bool(material.snapshot.source_not_shown[row])
    return len(material.snapshot.table.sources.get(row, ())) + hidden


def deadlines(material: Material) -> list[Event]:
    """Return the deadlines on or after the day, in the order of the case."""
    return [
        event
        for event in material.snapshot.case.events
        if event.is_deadline and event.date.effective >= material.day
    ]


def deadline_words(material: Material, event: Event) -> str:
    """Return when a deadline comes: *10 May 2025, 782 days after the day of this brief*."""
    words, number = material.words, (event.date.effective - material.day).days
    days = words.count("shared.days", number)
    return words.say("gaps.deadline", date=words.dated(event.date), days=days)


def _deadlines(material: Material) -> Iterator[Paragraph]:
    for event in deadlines(material):
        about = f" {event.description}" if event.description else ""
        lead = strong(material.words.label(event.title))
        yield paragraph(lead, f"{deadline_words(material, event)}.{about}")


def _item(material: Material, issue: int, parties: Sequence[int]) -> Paragraph:
    title = material.snapshot.issues[issue].title
    return paragraph(strong(material.words.label(title)), material.names(parties))
