"""Common ground: facts and norms, by whether they are shared, and competing accounts side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

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
    quote,
    shares,
    strong,
)
from workbench.briefs.material import Material, muted, small
from workbench.domain.issue import Issue, Option
from workbench.domain.vocabulary import IssueKind, Stance
from workbench.readmodels.wording import listing

_MOST_ACCOUNTS = 4


class Ground(StrEnum):
    """How a fact or a norm stands between the parties."""

    AGREED_FACT = "agreed fact"
    CONVERGENT_NORM = "convergent norm"
    CONTESTED_FACT = "contested fact"
    DIVERGENT_NORM = "divergent norm"
    ONE_SIDE = "held by one side"


_HEADINGS = {
    Ground.AGREED_FACT: "Agreed facts",
    Ground.CONVERGENT_NORM: "Convergent norms",
    Ground.CONTESTED_FACT: "Contested facts",
    Ground.DIVERGENT_NORM: "Divergent norms",
    Ground.ONE_SIDE: "Held by one side, or by none",
}

_HELD = {
    Stance.DEMANDS: "held by",
    Stance.ACCEPTS: "agreed by",
    Stance.TOLERATES: "left open by",
    Stance.OPPOSES: "doubted by",
    Stance.RED_LINE: "rejected by",
}


def common_ground(material: Material) -> list[Block]:
    """Return the facts and norms, the shared ones first."""
    grounds = {issue: ground_of(material, issue) for issue in material.issue_numbers(negotiable=False)}
    if not grounds:
        return []
    blocks: list[Block] = [Heading("Common ground")]
    for ground, heading in _HEADINGS.items():
        issues = [issue for issue, own in grounds.items() if own is ground]
        if issues:
            blocks += [Heading(heading, 2), _ground_table(material, heading, issues)]
    return blocks


def ground_of(material: Material, issue: int) -> Ground:
    """Return how a fact or norm (number) stands between the parties of the brief."""
    room = room_of(material.standing, issue, material.parties).room
    is_fact = material.snapshot.issues[issue].kind is IssueKind.FACT
    if room is None:
        return Ground.ONE_SIDE
    if room >= Stance.ACCEPTS:
        return Ground.AGREED_FACT if is_fact else Ground.CONVERGENT_NORM
    return Ground.CONTESTED_FACT if is_fact else Ground.DIVERGENT_NORM


def _ground_table(material: Material, heading: str, issues: Sequence[int]) -> Table:
    rows = tuple(_ground_row(material, issue) for issue in issues)
    return Table(shares(70, 110), header_row("Question", "What the parties hold"), rows, caption=heading)


def _ground_row(material: Material, issue: int) -> tuple[Cell, ...]:
    own = material.snapshot.issues[issue]
    question = cell(paragraph(own.title, role=Role.HEADLINE), muted(own.question))
    lines = [
        line
        for option in material.snapshot.issue_options(issue)
        for line in _holders(material, own, option, (Stance.DEMANDS, Stance.ACCEPTS, Stance.TOLERATES))
    ]
    return question, cell(*(lines or [muted("no position known")]))


def _holders(
    material: Material, issue: Issue, option: Option, stances: Sequence[Stance]
) -> Iterator[Paragraph]:
    """Yield who takes each of some stances toward an option: *“Yes”: held by Baku*."""
    for stance in stances:
        labels = _labels(material, issue, option, stance)
        if labels:
            yield small(quote(option.label), f": {_HELD[stance]} ", strong(listing(labels)))


def _labels(material: Material, issue: Issue, option: Option, stance: Stance) -> list[str]:
    number = material.snapshot.issue_index(issue.code)
    held = ((party, material.position(party, number)) for party in material.parties)
    return [
        material.label(party)
        for party, position in held
        if position and position.stances.get(option.code) is stance
    ]


def competing_accounts(material: Material) -> list[Block]:
    """Return the accounts of each fact side by side, whether or not a party holds them."""
    blocks: list[Block] = []
    for number in material.issue_numbers(negotiable=False):
        issue = material.snapshot.issues[number]
        if issue.kind is IssueKind.FACT:
            blocks += [Heading(issue.title, 2), *_accounts(material, issue, number)]
    blocks += _competing_readings(material)
    return [Heading("Competing accounts"), *blocks] if blocks else []


def _accounts(material: Material, issue: Issue, number: int) -> Iterator[Block]:
    if issue.question:
        yield paragraph(issue.question, keep_with_next=True)
    options = material.snapshot.issue_options(number)
    for start in range(0, len(options), _MOST_ACCOUNTS):
        bunch = options[start : start + _MOST_ACCOUNTS]
        yield Table(
            shares(*[1] * len(bunch)),
            header_row(*(option.label for option in bunch)),
            (tuple(_account(material, issue, option) for option in bunch),),
            caption=f"Accounts of: {issue.title}",
        )


def _account(material: Material, issue: Issue, option: Option) -> Cell:
    lines = [small(option.description)] if option.description else []
    said = [
        (_HELD[stance], labels) for stance in Stance if (labels := _labels(material, issue, option, stance))
    ]
    lines += [small(f"{held} ", strong(listing(labels))) for held, labels in said]
    if not said:
        lines.append(muted("no party is known to have spoken of it"))
    lines += [muted(source) for source in material.cited(option.sources)]
    return cell(*lines)


def _competing_readings(material: Material) -> list[Block]:
    rows = []
    for number, issue in enumerate(material.snapshot.issues):
        for party in material.parties:
            position = material.position(party, number)
            if position and position.competing_readings:
                readings = (small(quote(reading)) for reading in position.competing_readings)
                about = cell(small(strong(material.label(party))), small(issue.title))
                rows.append((about, cell(small(position.statement)), cell(*readings)))
    if not rows:
        return []
    table = Table(
        shares(45, 65, 70),
        header_row("Party and issue", "What was said", "It is read as"),
        tuple(rows),
        caption="Wording that is read in more than one way",
    )
    return [Heading("Wording read in more than one way", 2), table]
