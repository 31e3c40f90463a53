"""A line that can be clicked: a name, and under it what there is to say."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QSizePolicy, QWidget

from ui.desktop.widgets.mirrored import seen
from ui.paint.mirror import mirror
from ui.paint.text import Block, TextCache
from ui.paint.type import type_scale
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Radius, Space, TextSize, sans

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class RowButton(QAbstractButton):
    """A flat, wrapping line of a panel that leads somewhere.

    Parameters
    ----------
    text, detail : str
        The name, and what stands under it.
    most_lines : int
        Lines that the name takes at most, 0 for as many as it needs; the rest of it is in the tooltip.
    """

    def __init__(
        self,
        hub: ThemeHub,
        text: str,
        detail: str = "",
        parent: QWidget | None = None,
        *,
        most_lines: int = 0,
    ) -> None:
        super().__init__(parent)
        self._hub, self._detail, self._most = hub, detail, most_lines
        self._texts = TextCache()
        self.setText(text)
        self.setAccessibleName(f"{text}, {detail}" if detail else text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        hub.changed.connect(self.updateGeometry)

    @property
    def detail(self) -> str:
        """What stands under the name."""
        return self._detail

    def sizeHint(self) -> QSize:
        """Return a size on one line."""
        width = QFontMetrics(self._font()).horizontalAdvance(self.text()) + 2 * self._pad()
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def minimumSizeHint(self) -> QSize:
        """Return a size that leaves room for a few letters."""
        return QSize(self._px(80), self.heightForWidth(max(self.width(), self._px(80))))

    def hasHeightForWidth(self) -> bool:
        """Say that narrow lines wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped text."""
        name, detail = self._parts(width)
        return name.height() + detail.height() + self._px(Space.TIGHT) * 2

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw name and detail."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter)
        name, detail = self._parts(self.width())
        top = self._px(Space.TIGHT)
        theme = self._hub.theme
        painter.setFont(self._font())
        painter.setPen(theme.colour(Role.TEXT if self.isEnabled() else Role.TEXT_DISABLED))
        if self._most:
            painter.save()
            if self.isRightToLeft():
                mirror(painter, self.width())
            self._name(self.width()).draw(painter, name.x(), top)
            painter.restore()
        else:
            painter.drawText(name.translated(0, top), _WRAP, self.text())
        if self._detail:
            painter.setFont(self._font(TextSize.SMALL))
            painter.setPen(theme.colour(Role.TEXT_MUTED))
            painter.drawText(detail.translated(0, top), _WRAP, self._detail)

    def _draw_ground(self, painter: QPainter) -> None:
        theme = self._hub.theme
        if self.isDown() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(Role.PRESSED if self.isDown() else Role.HOVER))
            painter.drawRoundedRect(self.rect(), Radius.CARD, Radius.CARD)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour(Role.FOCUS), 2.0))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), Radius.CARD, Radius.CARD)

    def _parts(self, width: int) -> tuple[QRect, QRect]:
        left, room = self._pad(), max(width - 2 * self._pad(), 10)
        space = QRect(left, 0, room, 10_000)
        if self._most:
            name = QRect(left, 0, room, round(self._name(width).height))
        else:
            name = QFontMetrics(self._font()).boundingRect(space, _WRAP, self.text())
            name.setWidth(room)
        if not self._detail:
            return name, QRect(left, name.bottom(), room, 0)
        below = QFontMetrics(self._font(TextSize.SMALL)).boundingRect(space, _WRAP, self._detail)
        return name, QRect(left, name.height(), room, below.height())

    def _name(self, width: int) -> Block:
        """Return the name set into few lines; what is cut stands in the tooltip."""
        face = type_scale(self._hub.zoom).title_note
        block = self._texts.block(self.text(), face, float(max(width - 2 * self._pad(), 10)), self._most)
        self.setToolTip(self.text() if block.is_elided else "")
        return block

    def _font(self, size: TextSize = TextSize.BODY) -> QFont:
        return sans(size, zoom=self._hub.zoom)

    def _px(self, pixels: int) -> int:
        return round(pixels * self._hub.zoom)

    def _pad(self) -> int:
        return self._px(Space.NORMAL)


class PartyCheck(QCheckBox):
    """A party with its colour; unchecked it is out of view."""

    def __init__(self, hub: ThemeHub, label: str, colour: str, parent: QWidget | None = None) -> None:
        super().__init__(label, parent)
        self._hub, self._colour = hub, colour
        self._hint: tuple[str, QSize] | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        # Left to itself a check box takes the width of its whole name, and the panel with it.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        hub.changed.connect(self._measure_anew)

    def sizeHint(self) -> QSize:
        """Return the size of square and name; it is asked for often, and there may be two hundred."""
        if self._hint is None or self._hint[0] != self.text():
            metrics = QFontMetrics(self._font())
            width = self._left() + metrics.horizontalAdvance(self.text()) + self._px(Space.NORMAL)
            self._hint = self.text(), QSize(width, metrics.height() + self._px(Space.NORMAL))
        return self._hint[1]

    def _measure_anew(self) -> None:
        self._hint = None
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Return a size with room for a few letters; longer names elide."""
        return QSize(self._left() + self._px(40), self.sizeHint().height())

    def hitButton(self, pos: QPoint) -> bool:
        """Take clicks anywhere on the line."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the square, filled while the party is in view, and the name."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._hub.theme
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(Role.HOVER))
            painter.drawRoundedRect(self.rect(), Radius.CARD, Radius.CARD)
        self._draw_square(painter)
        painter.setFont(self._font())
        painter.setPen(theme.colour(Role.TEXT if self.isChecked() else Role.TEXT_MUTED))
        room = seen(self, self.rect().adjusted(self._left(), 0, -self._px(Space.TIGHT), 0))
        name = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), name)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour(Role.FOCUS), 2.0))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), Radius.CARD, Radius.CARD)

    def _draw_square(self, painter: QPainter) -> None:
        side = self._px(10)
        square = seen(self, QRect(self._px(Space.NORMAL), (self.height() - side) // 2, side, side))
        colour = QColor(self._colour) if self._colour else self._hub.theme.colour(Role.TEXT_MUTED)
        painter.setPen(colour)
        painter.setBrush(colour if self.isChecked() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(square, Radius.SEGMENT, Radius.SEGMENT)

    def _left(self) -> int:
        return self._px(Space.NORMAL + 10 + Space.NORMAL)

    def _font(self) -> QFont:
        return sans(TextSize.BODY, zoom=self._hub.zoom)

    def _px(self, pixels: int) -> int:
        return round(pixels * self._hub.zoom)
