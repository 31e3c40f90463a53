"""The comparison brief: where all parties stand, issue by issue, and what has moved."""

from __future__ import annotations

from datetime import date

from workbench.briefs.content import Block, Document, Part, Role, paragraph
from workbench.briefs.frame import framed, standing_on_day
from workbench.briefs.material import Material
from workbench.briefs.order import BriefKind, BriefOrder, make_document
from workbench.briefs.sections.accounts import competing_accounts
from workbench.briefs.sections.annexes import names_and_terms, position_history, sources
from workbench.briefs.sections.common_ground import common_ground
from workbench.briefs.sections.gaps import gaps
from workbench.briefs.sections.issue_pages import issue_by_issue
from workbench.briefs.sections.linkages import linkages
from workbench.briefs.sections.method import method
from workbench.briefs.sections.movement import movement
from workbench.briefs.sections.state_of_play import levels_in_short, state_of_play
from workbench.domain.vocabulary import Basis
from workbench.snapshot import Snapshot


def comparison_brief(
    snapshot: Snapshot, day: date, basis: Basis, since: date | None, parties: tuple[str, ...] = ()
) -> Document:
    """Return the comparison brief with neutral names, in English.

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
    return make_document(snapshot, BriefOrder(BriefKind.COMPARISON, day, basis, since, parties))


def comparison_document(material: Material) -> Document:
    """Return the comparison brief of what was read."""
    words = material.words
    about = (standing_on_day(material), words.say("brief.order"))
    return framed(material, words.say("brief.comparison"), about, _parts(material))


def _parts(material: Material) -> tuple[Part, ...]:
    first = (_about(material), *state_of_play(material), *movement(material))
    return Part(first, wide=True), Part(_chapters(material))


def _about(material: Material) -> Block:
    """Return what stands before the matrix: how many issues stand at which level, and what a brief is not."""
    words = material.words
    return paragraph(f"{levels_in_short(material)} {words.say('brief.disclaimer')}", role=Role.SMALL)


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
