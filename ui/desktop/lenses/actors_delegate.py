"""Draws the cells of a figure: numbers to the right, what is selected on its own ground."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ui.desktop.lenses.actors_model import FigureModel
from ui.paint.type import type_scale
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space

_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class FigureDelegate(QStyledItemDelegate):
    """Draws straight from the figure: a step of the day repaints every cell."""

    def __init__(self, hub: ThemeHub, model: FigureModel, view: QTableView) -> None:
        super().__init__(view)
        self._hub, self._model, self._view = hub, model, view

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell."""
        theme, row, column = self._hub.theme, index.row(), index.column()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        text = self._model.text(row, column)
        role = Role.SELECTION_TEXT if is_chosen else self._model.ink(text, column)
        if is_chosen:
            painter.fillRect(rect, theme.colour(Role.SELECTION))
        if self._view.hasFocus() and self._view.currentIndex() == index:
            painter.setPen(theme.colour(Role.FOCUS))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.setFont(type_scale(self._hub.zoom).cell.font)
        painter.setPen(theme.colour(role))
        pad = round(Space.NORMAL * self._hub.zoom)
        place = QStyle.visualRect(option.direction, rect, rect.adjusted(0, 0, -pad, 0))
        painter.drawText(place, _RIGHT, text)
