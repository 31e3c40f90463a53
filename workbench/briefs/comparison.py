"""The comparison brief: where all parties stand, issue by issue, and what has moved."""

from __future__ import annotations

from datetime import date

from workbench.briefs.content import Block, Document, Heading, Part, paragraph
from workbench.briefs.material import Material
from workbench.briefs.sections.annexes import names_and_terms, position_history, sources
from workbench.briefs.sections.common_ground import common_ground, competing_accounts
from workbench.briefs.sections.gaps import gaps
from workbench.briefs.sections.issue_pages import issue_by_issue
from workbench.briefs.sections.linkages import linkages
from workbench.briefs.sections.method import DISCLAIMER, method
from workbench.briefs.sections.movement import movement
from workbench.briefs.sections.state_of_play import levels_in_short, state_of_play
from workbench.domain.audience import Audience, AudienceKind
from workbench.domain.vocabulary import Basis
from workbench.readmodels.wording import day_in_words
from workbench.snapshot import Snapshot

TITLE = "Where the parties stand: comparison brief"
NOT_BINDING = "nothing here binds any party"
LANGUAGE = "en"
"""Language of the words of the brief itself; names keep their own."""

_BASIS = {
    Basis.DECLARED: "declared positions standing on {day}",
    Basis.ASSESSED: "positions standing on {day}, assessed where we have an assessment",
}
_READERS = {
    AudienceKind.PUBLIC: "Public information only",
    AudienceKind.ROOM: "Prepared for the room",
    AudienceKind.TEAM: "Prepared for the team",
    AudienceKind.PRINCIPAL: "Prepared for the principal",
    AudienceKind.VAULT: "Prepared for the vault: identities of sources are named",
}


def comparison_brief(
    snapshot: Snapshot, day: date, basis: Basis, since: date | None, parties: tuple[str, ...] = ()
) -> Document:
    """Return the comparison brief.

    Parameters
    ----------
    snapshot : Snapshot
        The case as the audience may see it; the brief says nothing that is not in it.
    day : date
        The day shown.
    basis : Basis
        Which track stands where both do.
    since : date or None
        The day with which it is compared; without one the movement is left out.
    parties : tuple of str
        Codes of the parties to compare, all where none is given. They stand in the order of the
        case, whatever the order here.

    Raises
    ------
    UnknownCodeError
        If a party is not in reach.
    """
    material = Material.of(snapshot, day, basis, since, parties)
    return Document(
        title=TITLE,
        subtitle=_subtitle(material),
        marking=snapshot.marking,
        prepared_for=_prepared_for(snapshot),
        footer=f"{snapshot.title} · {day_in_words(day)} · {NOT_BINDING}",
        language=LANGUAGE,
        day=day,
        parts=tuple(part for part in _parts(material) if part.blocks),
    )


def _parts(material: Material) -> tuple[Part, ...]:
    moved = movement(material)
    about = _about(material)
    return (
        Part(tuple(state_of_play(material)), wide=True),
        Part((*about, *moved) if moved else (), wide=True),
        Part(_chapters(material) if moved else (*about, *_chapters(material))),
    )


def _about(material: Material) -> tuple[Block, ...]:
    return (
        Heading("What this brief is"),
        paragraph(DISCLAIMER),
        paragraph(levels_in_short(material)),
    )


def _chapters(material: Material) -> tuple[Block, ...]:
    return (
        *common_ground(material),
        *issue_by_issue(material),
        *linkages(material),
        *competing_accounts(material),
        *gaps(material),
        *position_history(material),
        *sources(material),
        *names_and_terms(material),
        *method(material),
    )


def _subtitle(material: Material) -> str:
    what = _BASIS[material.model.basis].format(day=day_in_words(material.day))
    order = "parties in the order declared in the case"
    return " · ".join(part for part in (material.snapshot.title, what, order, NOT_BINDING) if part)


def _prepared_for(snapshot: Snapshot) -> str:
    audience: Audience = snapshot.audience
    if audience.kind is AudienceKind.PARTY:
        return f"Prepared for {snapshot.parties[snapshot.party_index(audience.party)].label}"
    return _READERS[audience.kind]
