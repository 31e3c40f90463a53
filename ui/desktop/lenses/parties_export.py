"""What the Parties lens shows, as tables of texts."""

from __future__ import annotations

from itertools import combinations

from PySide6.QtCore import QCoreApplication

from ui.desktop.lenses.lens import TableOfTexts
from workbench.analysis.pairrooms import LEVELS
from workbench.readmodels.parties_lens import PartiesModel
from workbench.readmodels.parties_map import PartyMap


def _tr(text: str) -> str:
    return QCoreApplication.translate("PartiesLens", text)


def pairs_table(model: PartiesModel) -> TableOfTexts:
    """Return each pair of parties once, in the order in which they stand, with counts and distance."""
    headings = (
        _tr("Party"), _tr("Other party"), *(level.value for level in LEVELS), _tr("Distance"), _tr("Issues"),
    )  # fmt: skip
    rows = []
    for row, column in combinations(range(len(model.columns)), 2):
        cell = model.cell(row, column)
        counts = dict(cell.counts)
        rows.append(
            (
                model.columns[row].label,
                model.columns[column].label,
                *(str(counts.get(level, 0)) for level in LEVELS),
                "" if cell.distance is None else f"{cell.distance:.3f}",
                str(cell.issues),
            )
        )
    return TableOfTexts(headings, tuple(rows))


def map_table(shown: PartyMap) -> TableOfTexts:
    """Return where each party lies, then those that are not placed with the reason."""
    headings = (_tr("Party"), _tr("Across"), _tr("Up"), _tr("Not placed because"))
    placed = [(point.label, f"{point.at[0]:.3f}", f"{point.at[1]:.3f}", "") for point in shown.points]
    left = [(label, "", "", why) for label, why in shown.not_placed]
    return TableOfTexts(headings, (*placed, *left))
