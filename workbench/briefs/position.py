"""The position brief: what one party wants, why, since when, and what is not known of it."""

from __future__ import annotations

from workbench.briefs.content import Block, Document, Part
from workbench.briefs.frame import framed, standing_on_day
from workbench.briefs.length import pages
from workbench.briefs.material import Material
from workbench.briefs.portrait.around import background, links, movement, time, unknown
from workbench.briefs.portrait.behind import MOST_PAGES, left_out, names, reading, sources
from workbench.briefs.portrait.contested import contested
from workbench.briefs.portrait.sitter import Sitter
from workbench.briefs.portrait.wants import in_short, owners, positions, why
from workbench.briefs.shortening import STEPS

_TITLE = 0.12
"""What title and subtitle take of the first page."""


def position_document(material: Material) -> Document:
    """Return the position brief on the one party that was read, four pages long at most.

    What does not fit is left out by fixed steps, and the brief says what that is.
    """
    parts: tuple[Part, ...] = ()
    for caps in STEPS:
        parts = (Part(tuple(_blocks(Sitter.of(material, caps)))),)
        if pages(parts) + _TITLE <= MOST_PAGES:
            break
    title = material.words.say("brief.position", party=material.label(material.parties[0]))
    return framed(material, title, (standing_on_day(material),), parts, close=True)


def _blocks(sitter: Sitter) -> list[Block]:
    blocks = [
        *in_short(sitter),
        *positions(sitter),
        *why(sitter),
        *owners(sitter),
        *time(sitter),
        *links(sitter),
        *movement(sitter),
        *contested(sitter),
        *unknown(sitter),
        *background(sitter),
        *sources(sitter),
        *names(sitter),
        *reading(sitter),
    ]
    return [*blocks, *left_out(sitter)]
