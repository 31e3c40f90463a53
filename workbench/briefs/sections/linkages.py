"""Linkages and drafts, worded as conditions and questions: nothing here proposes anything."""

from __future__ import annotations

from workbench.briefs.citing import cited
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
from workbench.briefs.material import Material
from workbench.briefs.phrases import answer_words, muted, small
from workbench.domain.linkage import Linkage
from workbench.domain.package import Package
from workbench.domain.vocabulary import LinkageKind


def linkages(material: Material) -> list[Block]:
    """Return the conditions that tie issues together, and drafts, as questions to the parties."""
    blocks = [*_conditions(material), *_drafts(material)]
    return [Heading(material.words.say("links.heading")), *blocks] if blocks else []


def _conditions(material: Material) -> list[Block]:
    most, words = material.limits.conditions, material.words
    shown, rest = material.linkages[:most], material.linkages[most:]
    if not shown:
        return []
    table = Table(
        shares(32, 78, 70),
        header_row(*(words.say(f"links.{key}") for key in ("whose", "condition", "question"))),
        tuple(_condition(material, linkage) for linkage in shown),
        caption=words.say("links.caption"),
    )
    left = [muted(words.say("links.left_out", number=len(rest)))] if rest else []
    return [Heading(words.say("links.conditions"), 2), table, *left]


def _condition(material: Material, linkage: Linkage) -> tuple[Cell, ...]:
    words = material.words
    owner = material.label_of(linkage.party) if linkage.party else words.say("links.logic")
    said = [muted(linkage.statement)] if linkage.statement else []
    sources = (muted(source) for source in cited(material, linkage.sources))
    return (
        cell(small(strong(owner)), muted(strength_words(material, linkage))),
        cell(small(condition_words(material, linkage)), *said, *sources),
        cell(small(_question(material, linkage))),
    )


def strength_words(material: Material, linkage: Linkage) -> str:
    """Return how firmly a condition is held and since when: *red line, since 2021-09*."""
    words = material.words
    since = words.say("issues.since", date=words.since(linkage.since, short=True)) if linkage.since else ""
    return f"{words.of(linkage.strength)}{since}"


def condition_words(material: Material, linkage: Linkage) -> str:
    """Return a linkage as a sentence: *If “X” (A), then “Y” (B)*."""
    one, other = _ends(material, linkage)
    key = "requires" if linkage.kind is LinkageKind.REQUIRES else "excludes"
    return material.words.say(f"links.{key}", one=one, other=other)


def _question(material: Material, linkage: Linkage) -> str:
    words = material.words
    one, other = _ends(material, linkage)
    whom = words.say("links.to_all")
    if linkage.party:
        whom = words.say("links.to", party=material.label_of(linkage.party))
    key = "ask_requires" if linkage.kind is LinkageKind.REQUIRES else "ask_excludes"
    return words.say(f"links.{key}", whom=whom, one=one, other=other)


def option_label(material: Material, issue: str, option: str) -> str:
    """Return the label of an option (codes)."""
    options = material.snapshot.issue_options(material.snapshot.issue_index(issue))
    return next(own.label for own in options if own.code == option)


def _ends(material: Material, linkage: Linkage) -> tuple[str, str]:
    return (
        _end(material, linkage.if_issue, linkage.if_option),
        _end(material, linkage.then_issue, linkage.then_option),
    )


def _end(material: Material, issue: str, option: str) -> str:
    number = material.snapshot.issue_index(issue)
    codes = [own.code for own in material.snapshot.issue_options(number)]
    return answer_words(material, number, codes.index(option))


def _drafts(material: Material) -> list[Block]:
    most, words = material.limits.drafts, material.words
    packages = material.snapshot.case.packages
    if not packages:
        return []
    lead = paragraph(words.say("links.drafts_lead"), keep_with_next=True)
    blocks: list[Block] = [Heading(words.say("links.drafts"), 2), lead]
    for package in packages[:most]:
        blocks += [Heading(package.title, 3), *_draft(material, package)]
    if packages[most:]:
        blocks.append(muted(words.say("links.drafts_left_out", number=len(packages) - most)))
    return blocks


def _draft(material: Material, package: Package) -> list[Block]:
    words = material.words
    by = words.say("links.nobody")
    if package.proposed_by:
        by = words.say("links.proposed_by", party=_proposer(material, package.proposed_by))
    when = words.dated(package.date) if package.date else ""
    facts = words.say("shared.comma").join(part for part in (by, when) if part)
    about = paragraph(f"{facts}. {package.notes}".strip(), keep_with_next=True)
    choices = (
        paragraph(
            words.say(
                "links.choice",
                issue=material.issue_title(issue),
                option=option_label(material, issue, option),
            )
        )
        for issue, option in package.choices.items()
    )
    return [about, Bullets(tuple(choices))]


def _proposer(material: Material, name: str) -> str:
    """Return who proposed a draft: the label of a party, or the name as it was given."""
    labels = {party.code: party.label for party in material.snapshot.parties}
    return labels.get(name, name)
