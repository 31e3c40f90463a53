"""How the columns of a table share its width, and how tall its rows are."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHeaderView, QTableView

from ui.desktop.lenses.tables.delegate import CellDelegate
from ui.desktop.lenses.tables.model import TableModel
from ui.theme.hub import ThemeHub
from ui.theme.typography import Space

_BOLDER = 1.06
"""How much wider headings are than the font of their header, which the style sheet makes bold."""
_WHOLE = 10.0
"""What the shares of columns add up to that fill the width; more where somebody has drawn them wider."""
_MEASURED_AT_ONCE = 120
"""Tables of so many rows are measured whole, longer ones as far as they are seen."""


class ColumnWidths(QObject):
    """Lets the columns fill the width of the table; one that is drawn wider takes from its neighbour."""

    drawn = Signal()
    """Somebody has drawn a column wider or narrower."""

    def __init__(self, view: QTableView, model: TableModel, hub: ThemeHub) -> None:
        super().__init__(view)
        self._view, self._model, self._hub = view, model, hub
        self._shares: dict[str, float] = {}
        self._is_laying = False
        view.horizontalHeader().sectionResized.connect(self._resized)

    def kept(self) -> str:
        """Return what the person made of the widths, as a text to remember."""
        return ";".join(f"{key}={share:.3f}" for key, share in self._shares.items())

    def restore(self, kept: str) -> None:
        """Share as was remembered."""
        self._shares = {}
        for part in kept.split(";"):
            key, _, share = part.partition("=")
            if share.replace(".", "", 1).isdigit():
                self._shares[key] = float(share)

    def lay(self) -> None:
        """Share the width of the table among its columns."""
        columns = self._model.columns
        room = self._view.viewport().width()
        least = self._least()
        shares = [self._shares.get(column.key, column.share) for column in columns]
        self._is_laying = True
        is_wider = bool(self._shares) and sum(shares) > _WHOLE + 0.01  # somebody has drawn it so
        drawn = [max(least[n], round(share * room / _WHOLE)) for n, share in enumerate(shares)]
        for place, width in enumerate(drawn if is_wider else shared_widths(room, shares, least)):
            self._view.setColumnWidth(place, width)
        self._is_laying = False

    def _least(self) -> list[int]:
        """Return the least width of each column: that of its cells, or of its heading where that is wider."""
        zoom, metrics = self._hub.zoom, self._view.horizontalHeader().fontMetrics()
        return [
            round(
                max(
                    column.least * zoom,
                    metrics.horizontalAdvance(column.title) * _BOLDER + (2 * Space.NORMAL + 4) * zoom,
                )
            )
            for column in self._model.columns
        ]

    def _resized(self, place: int, old: int, new: int) -> None:
        if self._is_laying:
            return
        columns = self._model.columns
        widths = [self._view.columnWidth(number) for number in range(len(columns))]
        if place + 1 < len(columns):
            widths[place + 1] = max(self._least()[place + 1], widths[place + 1] - (new - old))
        whole = min(sum(widths), self._view.viewport().width()) or 1
        self._shares = {
            column.key: _WHOLE * width / whole for column, width in zip(columns, widths, strict=True)
        }
        self._is_laying = True
        for number, width in enumerate(widths):
            self._view.setColumnWidth(number, width)
        self._is_laying = False
        self.drawn.emit()


def shared_widths(room: int, shares: list[float], least: list[int]) -> list[int]:
    """Return the width of each column: by its share, at least its least, together the room where they can."""
    widths = [0] * len(shares)
    left, open_places = room, set(range(len(shares)))
    while open_places:
        total = sum(shares[place] for place in open_places) or 1.0
        small = {p for p in open_places if left * shares[p] / total < least[p]}
        if not small:
            break
        for place in small:
            widths[place] = least[place]
            left -= least[place]
        open_places -= small
    total = sum(shares[place] for place in open_places) or 1.0
    for place in open_places:
        widths[place] = int(left * shares[place] / total)
    if open_places:
        widths[max(open_places)] += left - sum(widths[place] for place in open_places)
    return widths


class RowHeights(QObject):
    """Gives rows their natural height, those of a long table when they come into sight."""

    def __init__(self, view: QTableView, model: TableModel, delegate: CellDelegate) -> None:
        super().__init__(view)
        self._view, self._model, self._delegate = view, model, delegate
        self._measured: set[int] = set()
        self._measured_for: tuple[object, ...] = ()
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.verticalScrollBar().valueChanged.connect(lambda _value: self.fit())

    def forget(self) -> None:
        """Measure again all rows: there are others."""
        self._measured_for = ()
        self.follow()

    def follow(self) -> None:
        """Measure again where a width or the size of text is another now."""
        least, columns = self._delegate.least_height(), range(self._model.columnCount())
        measured_for = (least, *(self._view.columnWidth(place) for place in columns))
        if measured_for == self._measured_for:
            return
        self._measured_for = measured_for
        self._measured.clear()
        self._view.verticalHeader().setMinimumSectionSize(least)
        self._view.verticalHeader().setDefaultSectionSize(least)

    def fit(self) -> None:
        """Measure the rows in sight."""
        count = self._model.rowCount()
        if count <= _MEASURED_AT_ONCE:
            for place in range(count):
                self._measure(place)
            return
        place, bottom = self._view.rowAt(0), self._view.viewport().height()
        if place < 0:
            return  # still scrolled as far as other rows went that were more: what is seen is not known yet
        while place < count and self._view.rowViewportPosition(place) < bottom:
            self._measure(place)
            place += 1

    def _measure(self, place: int) -> None:
        row = self._model.row(place)
        if row is None or place in self._measured:
            return
        self._measured.add(place)
        heights = [
            self._delegate.height(own, self._view.columnWidth(column), column)
            for column, own in enumerate(row.cells)
            if not self._model.is_repeated(place, column)
        ]
        self._view.setRowHeight(place, max(heights, default=self._delegate.least_height()))
