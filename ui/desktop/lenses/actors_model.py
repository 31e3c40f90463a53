"""A figure of the actors' game as Qt asks for it; nothing is worked out while it draws."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush

from ui.tables.actors import ink, is_sum, text_of
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.words import figure, translate
from workbench.readmodels.actors_figures import FigureTable

_Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class FigureModel(QAbstractTableModel):
    """Actors down; across the columns of the figure, then how much is unstated."""

    def __init__(self, hub: ThemeHub, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hub = hub
        self._table: FigureTable | None = None

    @property
    def table(self) -> FigureTable | None:
        """What is shown."""
        return self._table

    def show(self, table: FigureTable | None) -> None:
        """Show another figure, or the same one on another day: then the view stays where it is."""
        before = self._table
        if table is not None and before is not None and _is_alike(before, table):
            self._table = table
            corner = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), corner)
            return
        self.beginResetModel()
        self._table = table
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return how many rows there are, sums included."""
        is_inside = parent is not None and parent.isValid()
        return 0 if is_inside or self._table is None else len(self._table.rows)

    def columnCount(self, parent: _Index | None = None) -> int:
        """Return how many columns there are, that of unstated cells included."""
        is_inside = parent is not None and parent.isValid()
        return 0 if is_inside or self._table is None else len(self._table.columns) + 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text of a cell, what it says as a sentence, and how it stands."""
        if not index.isValid() or self._table is None:
            return None
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row, column)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.sentence(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT
        if role == Qt.ItemDataRole.ForegroundRole:
            return QBrush(self._hub.theme.colour(self.ink(self.text(row, column), column)))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the head of a row or a column."""
        if self._table is None or section < 0:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if orientation is Qt.Orientation.Horizontal else _LEFT
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if orientation is Qt.Orientation.Vertical:
            return self._table.rows[section] if section < len(self._table.rows) else None
        heads = self._table.columns if role == Qt.ItemDataRole.DisplayRole else self._table.tips
        every = (*heads, self._table.missing_head)
        return every[section] if section < len(every) else None

    def colour(self, section: int, orientation: Qt.Orientation) -> str | None:
        """Return the colour of the party at a head, none where no party stands there."""
        if self._table is None or section < 0:
            return None
        table = self._table
        if orientation is Qt.Orientation.Vertical:
            return None if self.is_sum(section) else table.row_colours[section]
        is_party = table.is_of_parties and not self.is_missing(section)
        return table.column_colours[section] if is_party else None

    def is_sum(self, row: int) -> bool:
        """Return whether a row belongs to no actor."""
        return self._table is not None and is_sum(self._table, row)

    def is_missing(self, column: int) -> bool:
        """Return whether a column says how much is unstated."""
        return self._table is not None and column == len(self._table.columns)

    def text(self, row: int, column: int) -> str:
        """Return a cell as it is shown."""
        return "" if self._table is None else text_of(self._table, row, column)

    def sentence(self, row: int, column: int) -> str:
        """Return a cell as a sentence."""
        table = self._table
        if table is None:
            return ""
        if not self.is_missing(column):
            return table.sentence(row, column)
        if self.is_sum(row):
            return table.rows[row]
        text = translate("ActorsLens", "{actor}: {what}: {count}.")
        return text.format(actor=table.rows[row], what=table.missing_head, count=figure(table.missing[row]))

    def ink(self, text: str, column: int) -> Role:
        """Return the role in which a text is set: nothing, and what is unstated, keeps in the background."""
        return Role.TEXT if self._table is None else ink(self._table, text, column)


def _is_alike(one: FigureTable, other: FigureTable) -> bool:
    return (one.figure, one.rows, one.columns) == (other.figure, other.rows, other.columns)
