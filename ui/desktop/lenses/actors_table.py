"""A table of figures: heads of several lines that stay, the current cell read out as a sentence."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QTableView

from ui.desktop.lenses.actors_delegate import FigureDelegate
from ui.desktop.lenses.actors_heads import RowHeads, WrappedHeader
from ui.desktop.lenses.actors_model import FigureModel
from ui.theme.hub import ThemeHub

_ROW = 26
_COLUMN = (72, 128)
_WIDE_COLUMN = 112
_ROWS_HEAD = 200
_LONG = 24
"""Letters from which a head wants a wider column."""


class FigureView(QTableView):
    """Shows a `FigureModel`, walked cell by cell.

    Attributes
    ----------
    takes_figures : bool
        Whether figures can be typed into the cells.

    Signals
    -------
    chosen
        Row and column of the cell that is current now.
    opened
        Row and column of a cell that is to be opened.
    typed
        Row and column of a cell, and the figure from 0 to 4 that was typed there; -1 to remove it.
    """

    chosen = Signal(int, int)
    opened = Signal(int, int)
    typed = Signal(int, int, int)

    def __init__(self, hub: ThemeHub, model: FigureModel, name: str) -> None:
        super().__init__()
        self._hub, self._model, self._name = hub, model, name
        self._fitted: tuple[object, ...] = ()
        self.takes_figures = False
        self.heads, self.row_heads = WrappedHeader(hub, model, self), RowHeads(hub, model, self)
        self.setHorizontalHeader(self.heads)
        self.setVerticalHeader(self.row_heads)
        self.setModel(model)
        self.setItemDelegate(FigureDelegate(hub, model, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setAccessibleName(name)
        model.modelReset.connect(self.tell)
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row(), index.column()))

    def fit(self) -> None:
        """Give every column the same width, as wide as there is room for, and rows their height."""
        zoom, count = self._hub.zoom, self._model.columnCount()
        table = self._model.table
        if table is None or (key := (table.figure, table.columns, zoom, self.width())) == self._fitted:
            return
        self._fitted = key
        beside = self.row_heads.width_for(table.rows, round(_ROWS_HEAD * zoom))
        self.row_heads.setFixedWidth(beside)
        room = (self.width() - beside) // max(count, 1)
        is_long = any(len(head) > _LONG for head in table.columns)
        width = round(min(max(room, (_WIDE_COLUMN if is_long else _COLUMN[0]) * zoom), _COLUMN[1] * zoom))
        heads = [*table.columns, table.missing_head]
        self.heads.setDefaultSectionSize(width)
        self.heads.setFixedHeight(self.heads.height_for(heads, width))
        self.row_heads.setDefaultSectionSize(round(_ROW * zoom))

    def event(self, event: QEvent) -> bool:
        """Take a figure that is typed, before a shortcut of the menus does."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
            return super().event(event)
        if self.takes_figures and _digit(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, copy what is selected, take a figure that is typed; else walk the cells."""
        index, digit = self.currentIndex(), _digit(event)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif index.isValid() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(index.row(), index.column())
        elif index.isValid() and digit is not None and self.takes_figures:
            self.typed.emit(index.row(), index.column(), digit)
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Put the selected cells on the clipboard as a block."""
        chosen = self.selectedIndexes()
        if not chosen:
            return
        rows, columns = ({own.row() for own in chosen}, {own.column() for own in chosen})
        text = "\n".join(
            "\t".join(self._model.text(row, column) for column in sorted(columns)) for row in sorted(rows)
        )
        QApplication.clipboard().setText(text)

    def _current_changed(self, current: QModelIndex) -> None:
        self.tell()
        self.heads.viewport().update()
        self.row_heads.viewport().update()
        if current.isValid():
            self.chosen.emit(current.row(), current.column())

    def tell(self) -> None:
        """Let a screen reader hear the cell that is current."""
        index = self.currentIndex()
        said = self._model.sentence(index.row(), index.column()) if index.isValid() else ""
        self.setAccessibleName(said or self._name)


def _digit(event: QKeyEvent) -> int | None:
    """Return the figure that a key says, -1 for one that removes, none for any other."""
    if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
        return None
    if event.key() == Qt.Key.Key_Delete:
        return -1
    text = event.text()
    return int(text) if text in {"0", "1", "2", "3", "4"} else None
