"""Which part of the matrix is seen, by codes, so that it stays in view when the model changes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QAbstractScrollArea

from ui.paint.model import MatrixModel
from ui.paint.port import MatrixPort


@dataclass(frozen=True, slots=True)
class Anchor:
    """The first issue and party seen, and how far they are cut off.

    `issue` and `party` are empty where nothing is scrolled.
    """

    issue: str
    down: float
    party: str
    across: float


def anchor_of(port: MatrixPort, model: MatrixModel) -> Anchor:
    """Return what is seen at the upper left."""
    issue, down, party, across = "", 0.0, "", 0.0
    bands = port.geometry.bands_between(port.scroll_y, port.scroll_y + port.rows_space)
    band = next((band for band in bands if band.row is not None), None)
    if port.scroll_y > 0.0 and band is not None and band.row is not None:
        issue, down = model.rows[band.row].code, port.scroll_y - band.top
    columns = port.geometry.columns_between(port.scroll_x, port.scroll_x + 1.0)
    if port.scroll_x > 0.0 and columns:
        party = model.columns[columns[0]].code
        across = port.scroll_x - port.geometry.column_left(columns[0])
    return Anchor(issue, down, party, across)


def scroll_for(anchor: Anchor, port: MatrixPort, model: MatrixModel) -> MatrixPort:
    """Return the port scrolled so that the anchor is seen where it was."""
    x, y = port.scroll_x if anchor.party else 0.0, port.scroll_y if anchor.issue else 0.0
    for number, column in enumerate(model.columns):
        if column.code == anchor.party:
            x = port.geometry.column_left(number) + anchor.across
    for number, row in enumerate(model.rows):
        if row.code == anchor.issue:
            y = port.geometry.row_band(number).top + anchor.down
    return MatrixPort(port.geometry, port.width, port.height, x, y)


def set_ranges(area: QAbstractScrollArea, port: MatrixPort) -> None:
    """Let the scroll bars reach as far as the matrix, and turn a page of cells at a time."""
    across, down = area.horizontalScrollBar(), area.verticalScrollBar()
    across.setRange(0, round(port.most_x))
    across.setPageStep(round(port.cells_area.width()))
    down.setRange(0, round(port.most_y))
    down.setPageStep(round(port.rows_space))
