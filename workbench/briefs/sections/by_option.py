"""Many parties on one issue: answer by answer, with who takes which stance."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from workbench.briefs.content import Paragraph, Role, paragraph
from workbench.briefs.material import Material
from workbench.briefs.phrases import small
from workbench.domain.vocabulary import Stance


def option_lines(material: Material, issue: int, parties: Sequence[int], most: int) -> list[Paragraph]:
    """Return each answer to an issue with the parties that take a stance toward it.

    Parameters
    ----------
    material : Material
        What the brief is made from.
    issue : int
        Number of the issue.
    parties : sequence of int
        Numbers of the parties looked at.
    most : int
        How many of them are named for each stance; the others are counted.
    """
    lines = []
    for number, option in enumerate(material.snapshot.issue_options(issue)):
        lines.append(paragraph(option.label, role=Role.HEADLINE))
        lines += stance_by_stance(material, issue, number, parties, most)
    return lines


def stance_by_stance(
    material: Material, issue: int, option: int, parties: Sequence[int], most: int
) -> list[Paragraph]:
    """Return one line for each stance that any of the parties takes toward an option (number)."""
    words, kind = material.words, material.snapshot.issues[issue].kind
    asked = np.array(parties, np.int64)
    stances = material.standing.stances(issue)[asked, option]
    lines = []
    for stance in Stance:
        own = [material.label(party) for party in asked[stances == stance].tolist()]
        if own:
            verb, names = words.verb(stance, kind), words.names(own, most)
            lines.append(small(words.labelled(verb, names)))
    return lines
