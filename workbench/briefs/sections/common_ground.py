"""Common ground: facts and norms, by whether they are shared."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.analysis.common_ground import Ground, ground_of
from workbench.analysis.room import room_of
from workbench.briefs.content import (
    Block,
    Cell,
    Heading,
    Paragraph,
    Role,
    Table,
    cell,
    header_row,
    paragraph,
    shares,
    strong,
)
from workbench.briefs.material import Material
from workbench.briefs.phrases import muted, quoted, small
from workbench.briefs.words import NO_POSITION
from workbench.domain.issue import Option
from workbench.domain.vocabulary import Stance

HELD = {
    Stance.DEMANDS: "holds",
    Stance.ACCEPTS: "agrees",
    Stance.TOLERATES: "leaves_open",
    Stance.OPPOSES: "doubts",
    Stance.RED_LINE: "rejects",
}
"""Key of the words that lead to who takes a stance toward an account."""


def common_ground(material: Material) -> list[Block]:
    """Return the facts and norms, the shared ones first."""
    grounds = {issue: ground_between(material, issue) for issue in material.issue_numbers(negotiable=False)}
    if not grounds:
        return []
    blocks: list[Block] = [Heading(material.words.say("common_ground.heading"))]
    for ground in Ground:
        issues = [issue for issue, own in grounds.items() if own is ground]
        if issues:
            heading = material.words.say(f"common_ground.{ground.name.lower()}")
            blocks += [Heading(heading, 2), _ground_table(material, heading, issues)]
    return blocks


def ground_between(material: Material, issue: int, parties: Sequence[int] = ()) -> Ground:
    """Return how a fact or norm stands between some parties (numbers), those of the brief else."""
    room = room_of(material.standing, issue, parties or material.parties).room
    return ground_of(material.snapshot.issues[issue].kind, room)


def ground_words(material: Material, issue: int) -> str:
    """Return how a fact or norm stands between the parties of the brief, as a sentence."""
    return material.words.say(f"grounds.{ground_between(material, issue).name.lower()}")


def _ground_table(material: Material, heading: str, issues: Sequence[int]) -> Table:
    rows = tuple(_ground_row(material, issue) for issue in issues)
    words = material.words
    header = header_row(words.say("common_ground.question"), words.say("common_ground.hold"))
    return Table(shares(70, 110), header, rows, caption=heading)


def _ground_row(material: Material, issue: int) -> tuple[Cell, ...]:
    own = material.snapshot.issues[issue]
    question = cell(paragraph(own.title, role=Role.HEADLINE), muted(own.question))
    lines = [
        small(
            *quoted(material, option.label),
            " – ",
            material.words.label(held),
            strong(material.names(parties)),
        )
        for option in material.snapshot.issue_options(issue)
        for stance, held, parties in holders(material, issue, option)
        if stance >= Stance.TOLERATES
    ]
    return question, cell(*(lines or [muted(material.words.of(NO_POSITION))]))


def holders(
    material: Material, issue: int, option: Option, among: Sequence[int] = ()
) -> list[tuple[Stance, str, list[int]]]:
    """Return who takes each stance toward an option: the stance, its words, the parties (numbers).

    Looked at are the parties `among`, those of the brief where none are given.
    """
    found = []
    places = [own.code for own in material.snapshot.issue_options(issue)]
    column = material.standing.stances(issue)[:, places.index(option.code)]
    for stance in Stance:
        parties = [party for party in among or material.parties if int(column[party]) == stance]
        if parties:
            words = material.words.say(f"common_ground.{HELD[stance]}")
            found.append((stance, words, parties))
    return found


def held_lines(material: Material, issue: int, option: Option) -> list[Paragraph]:
    """Return one line a stance: *held by: Baku*."""
    label, names = material.words.label, material.names
    return [small(label(held), strong(names(own))) for _, held, own in holders(material, issue, option)]
