"""What the Parties lens shows, as tables of texts."""

from __future__ import annotations

from itertools import combinations

from ui.desktop.lenses.lens import TableOfTexts, untold
from ui.words import figure, said, translate
from workbench.analysis.pairrooms import LEVELS
from workbench.ports import Progress
from workbench.readmodels.parties_lens import PairCell, PartiesModel
from workbench.readmodels.parties_map import PartyMap


def pairs_table(model: PartiesModel, progress: Progress = untold) -> TableOfTexts:
    """Return each pair of parties once, in the order in which they stand, with room and distance."""
    one_issue = model.scope.is_one_issue
    heads = (
        (translate("PartiesLens", "Room"), translate("PartiesLens", "Judged"))
        if one_issue
        else tuple(said(level) for level in LEVELS)
    )
    headings = (
        translate("PartiesLens", "Party"),
        translate("PartiesLens", "Other party"),
        *heads,
        translate("PartiesLens", "Distance"),
        translate("PartiesLens", "Issues"),
    )
    rows, count = [], len(model.columns)
    for row, column in combinations(range(count), 2):
        if column == row + 1:
            progress(row, count, translate("Saving", "Reading what is seen"))
        cell = model.cell(row, column)
        told = _levels(cell) if one_issue else _counts(cell)
        distance = "" if cell.distance is None else figure(cell.distance, 3)
        labels = model.columns[row].label, model.columns[column].label
        rows.append((*labels, *told, distance, figure(cell.issues)))
    return TableOfTexts(headings, tuple(rows))


def _levels(cell: PairCell) -> tuple[str, ...]:
    """Return the level of one issue, and what a person judged."""
    return tuple(said(level) if level else "" for level in (cell.level, cell.judged))


def _counts(cell: PairCell) -> tuple[str, ...]:
    """Return on how many issues each level is reached."""
    counts = dict(cell.counts)
    return tuple(figure(counts.get(level, 0)) for level in LEVELS)


def map_table(shown: PartyMap) -> TableOfTexts:
    """Return where each party lies and lay, then those that are not placed with the reason."""
    with_ways = any(point.before is not None for point in shown.points)
    ways = (translate("PartiesLens", "Before, across"), translate("PartiesLens", "Before, up"))
    headings = (
        translate("PartiesLens", "Party"),
        translate("PartiesLens", "Across"),
        translate("PartiesLens", "Up"),
        *(ways if with_ways else ()),
        translate("PartiesLens", "Not placed because"),
    )
    placed = [
        (point.label, *_at(point.at), *(_at(point.before) if with_ways else ()), "") for point in shown.points
    ]
    nowhere = _at(None) * (1 + with_ways)
    left = [(label, *nowhere, why) for label, why in shown.not_placed]
    return TableOfTexts(headings, (*placed, *left))


def _at(place: tuple[float, float] | None) -> tuple[str, str]:
    return ("", "") if place is None else (figure(place[0], 3), figure(place[1], 3))
