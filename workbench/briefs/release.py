"""From an order to a file: the brief is made, looked over, and only then let out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from workbench.briefs.checking import check
from workbench.briefs.content import Document
from workbench.briefs.findings import Finding, Severity, stop_leaks
from workbench.briefs.identities import hidden_identities
from workbench.briefs.order import BriefOrder, make_document
from workbench.briefs.places import Spot
from workbench.briefs.terms import policy_for
from workbench.briefs.words import words_of
from workbench.briefs.writing import write_brief
from workbench.domain.case import Case
from workbench.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Draft:
    """A brief that was looked over and has not left yet.

    Attributes
    ----------
    document : Document
        What it says.
    findings : tuple of Finding
        What should not stand in it, leaks first.
    identities : tuple of str
        Names that must not stand in the file either, whatever a template brings along.
    """

    document: Document
    findings: tuple[Finding, ...]
    identities: tuple[str, ...] = field(default=(), repr=False)

    @property
    def leaks(self) -> tuple[Finding, ...]:
        """What stops it."""
        return tuple(own for own in self.findings if own.severity is Severity.LEAK)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """What only warns."""
        return tuple(own for own in self.findings if own.severity is Severity.STYLE)


def draft_of(case: Case, snapshot: Snapshot, order: BriefOrder) -> Draft:
    """Return the brief that is wanted, looked over.

    Parameters
    ----------
    case : Case
        The whole case, for the names on the identity list; nothing of it is printed.
    snapshot : Snapshot
        What the audience may see, from which the brief is made.
    order : BriefOrder
        What brief is wanted.

    Raises
    ------
    BriefError
        If the order cannot be carried out.
    UnknownCodeError
        If it names a party that is not in reach.
    """
    document = make_document(snapshot, order)
    words, policy = words_of(order.language), policy_for(snapshot, order.terms, order.language)
    identities, known = hidden_identities(case, snapshot), _no_secrets(snapshot)
    spoken = snapshot.case.entry("language")
    findings = check(document, words, policy, identities, known=known, spoken=spoken)
    return Draft(document, tuple(findings), identities)


def _no_secrets(snapshot: Snapshot) -> tuple[str, ...]:
    """Return texts in reach in which a surname would be no secret: names and titles of the records."""
    case = snapshot.case
    return (
        *(own.attribution for own in case.sources),
        *(text for own in case.parties for text in (own.name, own.short_name)),
        *(text for own in case.issues for text in (own.title, own.question)),
        *(own.label for own in case.options),
        *(own.title for own in case.events),
    )


def pages_for(draft: Draft, path: Path, template: Path | None = None) -> Mapping[Spot, int]:
    """Return on which page of the file each piece stands, where the format has pages of its own."""
    if path.suffix.lower() != ".pdf" or not draft.findings:
        return {}
    from workbench.briefs.pdf_writer import page_numbers  # noqa: PLC0415 - for PDF only
    from workbench.briefs.templates import template_for  # noqa: PLC0415

    return page_numbers(draft.document, template_for(template, path.suffix) if template else None)


def release(draft: Draft, path: Path, made_at: datetime, template: Path | None = None) -> None:
    """Write a brief to a file, unless something stands in it that must not leave.

    Raises
    ------
    BriefLeakError
        If there are leaks; nothing is written.
    BriefError
        If it cannot be written.
    """
    if draft.leaks:
        stop_leaks(draft.findings, pages_for(draft, path, template))
    write_brief(draft.document, path, made_at, template, draft.identities)
