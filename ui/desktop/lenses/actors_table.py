"""A table of figures: heads of several lines that stay, the current cell read out as a sentence."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QHeaderView, QTableView

from ui.desktop.lenses.actors_delegate import FigureDelegate
from ui.desktop.lenses.actors_model import FigureModel
from ui.paint.text import TextCache
from ui.paint.type import Face, type_scale
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space

_ROW = 26
_COLUMN = (72, 128)
_WIDE_COLUMN = 112
_ROWS_HEAD = 200
_HEAD_LINES = 5
_LONG = 24
"""Letters from which a head wants a wider column."""


class WrappedHeader(QHeaderView):
    """Heads of columns that stand on their lower edge, on as many lines as they need up to five."""

    def __init__(self, hub: ThemeHub, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._hub, self._texts = hub, TextCache()
        self.setSectionsClickable(True)
        self.setHighlightSections(False)

    def height_for(self, heads: list[str], width: int) -> int:
        """Return the height at which every head has its lines."""
        face, room = self._face(), width - 2 * self._pad()
        tallest = max(
            (self._texts.block(head, face, room, _HEAD_LINES).height for head in heads), default=face.line
        )
        return round(tallest) + 2 * self._pad()

    def sizeHint(self) -> QSize:
        """Return the size that the heads were given."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802 - overridden
        """Draw a head, each line to the right as the figures under it."""
        theme, face = self._hub.theme, self._face()
        painter.fillRect(rect, theme.colour(Role.PANEL))
        painter.setPen(theme.colour(Role.HAIRLINE))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        text = str(self.model().headerData(section, Qt.Orientation.Horizontal))
        block = self._texts.block(text, face, rect.width() - 2 * self._pad(), _HEAD_LINES)
        painter.setFont(face.font)
        painter.setPen(theme.colour(Role.TEXT_SECONDARY))
        top = rect.bottom() - self._pad() - block.height
        for number, line in enumerate(block.texts):
            place = QRect(
                rect.x(), round(top + number * face.line), rect.width() - self._pad(), round(face.line)
            )
            painter.drawText(place, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), line)

    def _face(self) -> Face:
        return type_scale(self._hub.zoom).small_name

    def _pad(self) -> int:
        return round(Space.NORMAL * self._hub.zoom)


class FigureView(QTableView):
    """Shows a `FigureModel`, walked cell by cell."""

    def __init__(self, hub: ThemeHub, model: FigureModel, name: str) -> None:
        super().__init__()
        self._hub, self._model, self._name = hub, model, name
        self._fitted: tuple[object, ...] = ()
        self.heads = WrappedHeader(hub, self)
        self.setHorizontalHeader(self.heads)
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
        self.verticalHeader().setHighlightSections(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        model.modelReset.connect(self.tell)
        self.selectionModel().currentChanged.connect(self.tell)

    def fit(self) -> None:
        """Give every column the same width, as wide as there is room for, and rows their height."""
        zoom, count = self._hub.zoom, self._model.columnCount()
        table = self._model.table
        if table is None or (key := (table.figure, table.columns, zoom, self.width())) == self._fitted:
            return
        self._fitted = key
        room = (self.width() - round(_ROWS_HEAD * zoom)) // max(count, 1)
        is_long = any(len(head) > _LONG for head in table.columns)
        width = round(min(max(room, (_WIDE_COLUMN if is_long else _COLUMN[0]) * zoom), _COLUMN[1] * zoom))
        heads = [table.missing_head, *table.columns]
        self.heads.setDefaultSectionSize(width)
        self.heads.setFixedHeight(self.heads.height_for(heads, width))
        self.verticalHeader().setDefaultSectionSize(round(_ROW * zoom))
        self.verticalHeader().setMaximumWidth(round(_ROWS_HEAD * zoom))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy what is selected, columns parted by tabs; else walk the cells."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
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

    def tell(self) -> None:
        """Let a screen reader hear the cell that is current."""
        index = self.currentIndex()
        said = self._model.sentence(index.row(), index.column()) if index.isValid() else ""
        self.setAccessibleName(said or self._name)
