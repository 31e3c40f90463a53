"""Linkages and drafts, worded as conditions and questions: nothing here proposes anything."""

from __future__ import annotations

from workbench.briefs.content import (
    Block,
    Bullets,
    Cell,
    Heading,
    Table,
    cell,
    header_row,
    paragraph,
    shares,
    strong,
)
from workbench.briefs.material import Material, muted, small
from workbench.domain.linkage import Linkage
from workbench.domain.package import Package
from workbench.domain.vocabulary import LinkageKind
from workbench.readmodels.wording import since_in_words


def linkages(material: Material) -> list[Block]:
    """Return the conditions that tie issues together, and drafts, as questions to the parties."""
    blocks = [*_conditions(material), *_drafts(material)]
    return [Heading("Linkages and drafts, as questions"), *blocks] if blocks else []


def _conditions(material: Material) -> list[Block]:
    if not material.linkages:
        return []
    table = Table(
        shares(32, 78, 70),
        header_row("Whose condition", "Condition", "Question to put"),
        tuple(_condition(material, linkage) for linkage in material.linkages),
        caption="Conditions that tie one issue to another",
    )
    return [Heading("Conditions", 2), table]


def _condition(material: Material, linkage: Linkage) -> tuple[Cell, ...]:
    owner = material.label_of(linkage.party) if linkage.party else "Logic"
    since = f", since {since_in_words(linkage.since)}" if linkage.since else ""
    one = _answer(material, linkage.if_issue, linkage.if_option)
    other = _answer(material, linkage.then_issue, linkage.then_option)
    requires = linkage.kind is LinkageKind.REQUIRES
    condition = f"If {one}, then {other}." if requires else f"{one} and {other} cannot both be."
    said = [muted(linkage.statement)] if linkage.statement else []
    sources = (muted(source) for source in material.cited(linkage.sources))
    return (
        cell(small(strong(owner)), muted(f"{linkage.strength}{since}")),
        cell(small(condition), *said, *sources),
        cell(small(_question(owner, one, other, requires=requires))),
    )


def _question(owner: str, one: str, other: str, *, requires: bool) -> str:
    to_whom = "to all" if owner == "Logic" else f"to {owner}"
    if requires:
        return f"{to_whom.capitalize()}: what, other than {other}, would meet the condition?"
    return f"{to_whom.capitalize()}: could {one} and {other} be worded so that both can be?"


def _answer(material: Material, issue: str, option: str) -> str:
    return f"“{material.option_label(issue, option)}” ({material.issue_title(issue)})"


def _drafts(material: Material) -> list[Block]:
    packages = material.snapshot.case.packages
    if not packages:
        return []
    lead = paragraph(
        "Each draft is a question: could these answers be discussed together, and what would each "
        "party need to know before it could say?",
        keep_with_next=True,
    )
    blocks: list[Block] = [Heading("Drafts", 2), lead]
    for package in packages:
        blocks += [Heading(package.title, 3), *_draft(material, package)]
    return blocks


def _draft(material: Material, package: Package) -> list[Block]:
    by = f"Proposed by {material.label_of(package.proposed_by)}" if package.proposed_by else ""
    when = since_in_words(package.date) if package.date else ""
    facts = ", ".join(part for part in (by or "No party has proposed it", when) if part)
    about = paragraph(f"{facts}. {package.notes}".strip(), keep_with_next=True)
    choices = (
        paragraph(f"{material.issue_title(issue)}: {material.option_label(issue, option)}?")
        for issue, option in package.choices.items()
    )
    return [about, Bullets(tuple(choices))]
