"""Competing accounts side by side, and wording that is read in more than one way."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.briefs.citing import cited
from workbench.briefs.content import (
    Block,
    Cell,
    Heading,
    Table,
    cell,
    header_row,
    paragraph,
    shares,
    strong,
)
from workbench.briefs.material import Material
from workbench.briefs.phrases import muted, quoted, small
from workbench.briefs.sections.common_ground import held_lines
from workbench.domain.issue import Issue, Option
from workbench.domain.vocabulary import IssueKind

_MOST_ACCOUNTS = 4


def competing_accounts(material: Material) -> list[Block]:
    """Return the accounts of each fact side by side, whether or not a party holds them."""
    blocks: list[Block] = []
    for number in material.issue_numbers(negotiable=False):
        issue = material.snapshot.issues[number]
        if issue.kind is IssueKind.FACT:
            blocks += [Heading(issue.title, 2), *_accounts(material, issue, number)]
    blocks += _competing_readings(material)
    return [Heading(material.words.say("accounts.heading")), *blocks] if blocks else []


def _accounts(material: Material, issue: Issue, number: int) -> Iterator[Block]:
    if issue.question:
        yield paragraph(issue.question, keep_with_next=True)
    options = material.snapshot.issue_options(number)
    for start in range(0, len(options), _MOST_ACCOUNTS):
        bunch = options[start : start + _MOST_ACCOUNTS]
        yield Table(
            shares(*[1] * len(bunch)),
            header_row(*(option.label for option in bunch)),
            (tuple(_account(material, number, option) for option in bunch),),
            caption=material.words.say("accounts.caption", issue=issue.title),
        )


def _account(material: Material, issue: int, option: Option) -> Cell:
    lines = [small(option.description)] if option.description else []
    lines += held_lines(material, issue, option) or [muted(material.words.say("accounts.nobody"))]
    lines += [muted(source) for source in cited(material, option.sources)]
    return cell(*lines)


def _competing_readings(material: Material) -> list[Block]:
    rows = tuple(row for issue in range(len(material.snapshot.issues)) for row in _readings(material, issue))
    if not rows:
        return []
    words = material.words
    table = Table(
        shares(45, 65, 70),
        header_row(*(words.say(f"accounts.{key}") for key in ("subject", "said", "read_as"))),
        rows,
        caption=words.say("accounts.readings_caption"),
    )
    return [Heading(words.say("accounts.readings"), 2), table]


def _readings(material: Material, issue: int) -> Iterator[tuple[Cell, ...]]:
    title = material.snapshot.issues[issue].title
    for party in material.worded(issue):
        position = material.position(party, issue)
        if position and position.competing_readings:
            readings = (small(*quoted(material, reading)) for reading in position.competing_readings)
            about = cell(small(strong(material.label(party))), small(title))
            yield about, cell(small(position.statement)), cell(*readings)
