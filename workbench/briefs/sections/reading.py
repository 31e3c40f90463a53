"""How to read a brief that has no annex on method: its two tracks, its figures, its grades."""

from __future__ import annotations

from workbench.briefs.content import Block, Role, paragraph, strong
from workbench.briefs.material import Material


def how_to_read(material: Material, *, weighed: bool = False) -> list[Block]:
    """Return what the words and figures of a short brief mean.

    Parameters
    ----------
    material : Material
        What the brief is made from.
    weighed : bool
        Whether it prints saliences.
    """
    words = material.words
    keys = ["tracks", *(["salience"] if weighed else []), *(["grades"] if material.source_numbers else [])]
    said = " ".join(words.say(f"reading.{key}") for key in keys)
    lead = strong(words.label(words.say("reading.heading")))
    return [paragraph(lead, said, role=Role.MUTED)]
