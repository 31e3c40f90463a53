"""The Positions lens as a table of texts: issues down, parties across, the room at the end."""

from __future__ import annotations

from ui.desktop.lenses.lens import TableOfTexts
from ui.desktop.matrix_block import words_of
from ui.words import said, translate
from workbench.readmodels.positions import PositionsModel
from workbench.readmodels.wording import clauses


def positions_table(model: PositionsModel) -> TableOfTexts:
    """Return what stands in the cells, one line an issue."""
    headings = (
        translate("lenses", "Basket"),
        translate("lenses", "Issue"),
        *(column.label for column in model.columns),
        translate("lenses", "Room"),
        translate("lenses", "Where they meet"),
    )
    basket_of = {row: basket.title for basket in model.baskets for row in basket.rows}
    rows = []
    for number, row in enumerate(model.rows):
        cells = (model.cell(number, place) for place in range(len(model.columns)))
        room = model.room(number)
        rows.append(
            (
                basket_of.get(number, ""),
                row.title,
                *(words_of(cell) for cell in cells),
                said(room.level) if room else "",
                clauses(room.meeting) if room else "",
            )
        )
    return TableOfTexts(headings, tuple(rows))
