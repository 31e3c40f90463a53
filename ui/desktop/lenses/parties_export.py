"""What the Parties lens shows, as tables of texts."""

from __future__ import annotations

from itertools import combinations

from ui.desktop.lenses.lens import TableOfTexts
from ui.words import figure, said, translate
from workbench.analysis.pairrooms import LEVELS
from workbench.readmodels.parties_lens import PartiesModel
from workbench.readmodels.parties_map import PartyMap


def pairs_table(model: PartiesModel) -> TableOfTexts:
    """Return each pair of parties once, in the order in which they stand, with counts and distance."""
    headings = (
        translate("PartiesLens", "Party"),
        translate("PartiesLens", "Other party"),
        *(said(level) for level in LEVELS),
        translate("PartiesLens", "Distance"),
        translate("PartiesLens", "Issues"),
    )
    rows = []
    for row, column in combinations(range(len(model.columns)), 2):
        cell = model.cell(row, column)
        counts = dict(cell.counts)
        rows.append(
            (
                model.columns[row].label,
                model.columns[column].label,
                *(figure(counts.get(level, 0)) for level in LEVELS),
                "" if cell.distance is None else figure(cell.distance, 3),
                figure(cell.issues),
            )
        )
    return TableOfTexts(headings, tuple(rows))


def map_table(shown: PartyMap) -> TableOfTexts:
    """Return where each party lies, then those that are not placed with the reason."""
    headings = (
        translate("PartiesLens", "Party"),
        translate("PartiesLens", "Across"),
        translate("PartiesLens", "Up"),
        translate("PartiesLens", "Not placed because"),
    )
    placed = [(point.label, figure(point.at[0], 3), figure(point.at[1], 3), "") for point in shown.points]
    left = [(label, "", "", why) for label, why in shown.not_placed]
    return TableOfTexts(headings, (*placed, *left))
