"""The Positions lens as a table of texts: issues down, parties across, the room at the end."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui.desktop.lenses.lens import TableOfTexts
from workbench.readmodels.positions import PositionsModel


def positions_table(model: PositionsModel) -> TableOfTexts:
    """Return what stands in the cells, one line an issue."""
    headings = (
        QCoreApplication.translate("lenses", "Basket"),
        QCoreApplication.translate("lenses", "Issue"),
        *(column.label for column in model.columns),
        QCoreApplication.translate("lenses", "Room"),
        QCoreApplication.translate("lenses", "Where they meet"),
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
                *(f"{cell.lead} {cell.text}".strip() if not cell.is_empty else "" for cell in cells),
                room.level.value if room else "",
                "; ".join(room.meeting) if room else "",
            )
        )
    return TableOfTexts(headings, tuple(rows))
