"""The heads of a table of figures: the colour of a party, and its name on as many lines as it needs."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView, QTableView

from ui.desktop.lenses.actors_model import FigureModel
from ui.paint.layout import SQUARE, SQUARE_GAP
from ui.paint.mirror import mirror
from ui.paint.text import TextCache
from ui.paint.type import Face, type_scale
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space

_HEAD_LINES = 5
_CORNER = 2.0


class FigureHeads(QHeaderView):
    """What both kinds of heads have in common.

    Parameters
    ----------
    hub : ThemeHub
        Theme and zoom.
    model : FigureModel
        Whose heads they are.
    """

    def __init__(self, hub: ThemeHub, model: FigureModel, way: Qt.Orientation, parent: QTableView) -> None:
        super().__init__(way, parent)
        self._hub, self._figures, self._texts = hub, model, TextCache()
        self.setSectionsClickable(True)
        self.setHighlightSections(False)

    def _face(self) -> Face:
        return type_scale(self._hub.zoom).small_name

    def _px(self, pixels: float) -> int:
        return round(pixels * self._hub.zoom)

    def _pad(self) -> int:
        return self._px(Space.NORMAL)

    def _square_width(self, section: int) -> int:
        """Return the room of the square before a name, none where no party stands there."""
        has_square = self._figures.colour(section, self.orientation()) is not None
        return self._px(SQUARE + SQUARE_GAP) if has_square else 0

    def _draw_ground(self, painter: QPainter, rect: QRect) -> None:
        theme = self._hub.theme
        painter.fillRect(rect, theme.colour(Role.PANEL))
        painter.setPen(theme.colour(Role.HAIRLINE))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _draw_square(self, painter: QPainter, left: float, middle: float, section: int) -> None:
        colour = self._figures.colour(section, self.orientation())
        if colour is None:
            return
        side = self._px(SQUARE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour) if colour else self._hub.theme.colour(Role.TEXT_MUTED))
        painter.drawRoundedRect(QRectF(left, middle - side / 2.0, side, side), _CORNER, _CORNER)
        painter.restore()

    def _ink(self, section: int) -> QColor:
        current = self.parentWidget()
        is_current = isinstance(current, QTableView) and section == self._current(current)
        return self._hub.theme.colour(Role.TEXT_LINK if is_current else Role.TEXT)

    def _current(self, view: QTableView) -> int:
        index = view.currentIndex()
        return index.column() if self.orientation() is Qt.Orientation.Horizontal else index.row()


class WrappedHeader(FigureHeads):
    """Heads of columns that stand on their lower edge, on as many lines as they need up to five."""

    def __init__(self, hub: ThemeHub, model: FigureModel, parent: QTableView) -> None:
        super().__init__(hub, model, Qt.Orientation.Horizontal, parent)

    def height_for(self, heads: list[str], width: int) -> int:
        """Return the height at which every head has its lines."""
        face = self._face()
        tallest = max(
            (
                self._texts.block(head, face, self._room(section, width), _HEAD_LINES).height
                for section, head in enumerate(heads)
            ),
            default=face.line,
        )
        return round(tallest) + 2 * self._pad()

    def sizeHint(self) -> QSize:
        """Return the size that the heads were given."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802 - overridden
        """Draw a head, each line to the right as the figures under it."""
        face = self._face()
        self._draw_ground(painter, rect)
        text = str(self.model().headerData(section, Qt.Orientation.Horizontal))
        block = self._texts.block(text, face, self._room(section, rect.width()), _HEAD_LINES)
        right, top = rect.right() - self._pad(), rect.bottom() - self._pad() - block.height
        painter.setFont(face.font)
        painter.setPen(self._ink(section))
        painter.save()
        if self.isRightToLeft():
            mirror(painter, rect.width(), rect.x())
        for number, line in enumerate(block.texts):
            block.line(number).draw(painter, right - face.width(line), top + number * face.line)
        if block.texts:
            left = right - face.width(block.texts[0]) - self._square_width(section)
            self._draw_square(painter, left, top + face.line / 2.0, section)
        painter.restore()

    def _room(self, section: int, width: int) -> int:
        return width - 2 * self._pad() - self._square_width(section)


class RowHeads(FigureHeads):
    """Heads of rows: a square in the colour of the party, and its name, elided where it is long."""

    def __init__(self, hub: ThemeHub, model: FigureModel, parent: QTableView) -> None:
        super().__init__(hub, model, Qt.Orientation.Vertical, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def width_for(self, heads: tuple[str, ...], most: int) -> int:
        """Return the width at which every head is seen whole, no more than `most`."""
        face = self._face()
        widest = max(
            (face.width(head) + self._square_width(section) for section, head in enumerate(heads)),
            default=0.0,
        )
        return min(round(widest) + self._before() + self._pad() + 2, most)

    def sizeHint(self) -> QSize:
        """Return the size that the heads were given."""
        return QSize(self.minimumWidth(), super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802 - overridden
        """Draw a head, its name under the name of the lens."""
        face = self._face()
        self._draw_ground(painter, rect)
        painter.save()
        if self.isRightToLeft():
            mirror(painter, rect.width(), rect.x())
        left = rect.x() + self._before()
        self._draw_square(painter, left, rect.center().y() + 0.5, section)
        name = left + self._square_width(section)
        text = str(self.model().headerData(section, Qt.Orientation.Vertical))
        block = self._texts.block(text, face, rect.right() - self._pad() - name)
        painter.setPen(self._ink(section))
        place = QPointF(name, rect.center().y() - face.line / 2.0)
        block.draw(painter, place.x(), place.y())
        painter.restore()

    def _before(self) -> int:
        return self._px(Space.SECTION)
