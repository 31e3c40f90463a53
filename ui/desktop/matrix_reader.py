"""The matrix as a table for screen readers: what is drawn has no cells that they could walk through."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from ui.desktop.matrix_selection import Chosen
from ui.desktop.matrix_tips import sentence_of_cell
from ui.paint.matrix import ROOM
from ui.paint.model import MatrixModel
from ui.words import translate

_Index = QModelIndex | QPersistentModelIndex


class ReadMatrix(QAbstractTableModel):
    """Issues down in the order in which they are seen, parties across, the room after the last of them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._matrix: MatrixModel | None = None
        self._order: tuple[int, ...] = ()

    def show(self, matrix: MatrixModel) -> None:
        """Read another matrix; of the same issues and parties only what the cells say is new."""
        before = self._matrix
        if matrix is before:
            return
        is_same = before is not None and (before.rows, before.columns) == (matrix.rows, matrix.columns)
        if is_same:
            self._matrix = matrix
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._matrix = matrix
        self._order = tuple(row for basket in matrix.baskets for row in basket.rows)
        self.endResetModel()

    def place_of(self, row: int, column: int) -> QModelIndex:
        """Return where a cell stands, or the room of a row."""
        if row not in self._order:
            return QModelIndex()
        across = self.columnCount() - 1 if column == ROOM else column
        return self.index(self._order.index(row), across)

    # What Qt asks.

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return how many issues there are."""
        return 0 if parent is not None and parent.isValid() else len(self._order)

    def columnCount(self, parent: _Index | None = None) -> int:
        """Return how many parties there are, and one for the room."""
        if self._matrix is None or (parent is not None and parent.isValid()):
            return 0
        return len(self._matrix.columns) + 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell as a sentence."""
        is_said = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if self._matrix is None or not index.isValid() or not is_said:
            return None
        column = ROOM if index.column() == self.columnCount() - 1 else index.column()
        return sentence_of_cell(self._matrix, self._order[index.row()], column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the name of a party or an issue."""
        if self._matrix is None or role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return self._matrix.rows[self._order[section]].title if section < len(self._order) else None
        if section < len(self._matrix.columns):
            return self._matrix.columns[section].label
        return translate("MatrixReader", "Room of those needed")


class MatrixReader(QTableView):
    """Lies unseen over the cells, for whoever listens to them; made when somebody does.

    It takes no keyboard and no mouse and draws nothing. That Qt's own table speaks for the matrix means that
    every object a screen reader is handed belongs to Qt.
    """

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.read = ReadMatrix(self)
        self.setModel(self.read)
        self.setAccessibleName(translate("MatrixReader", "Positions, cell by cell"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for bars in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            bars(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUpdatesEnabled(False)
        over.installEventFilter(self)
        self.resize(over.size())
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lie over all of the cells."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.resize(watched.size())
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """Ask for no room."""
        return QSize(0, 0)

    def tell(self, matrix: MatrixModel, choice: Chosen | None) -> None:
        """Say what the matrix says now, and point at the cell chosen."""
        self.read.show(matrix)
        self.setCurrentIndex(
            QModelIndex() if choice is None else self.read.place_of(choice.row, choice.current)
        )
