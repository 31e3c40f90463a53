"""The stance toward one option by keyboard: 1 to 5 choose, 0 clears, arrows walk."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.desktop.widgets.mirrored import seen
from ui.paint.segments import draw_hatching
from ui.theme.hub import ThemeHub
from ui.theme.meanings import STANCES
from ui.theme.roles import Role
from ui.theme.typography import Radius, TextSize, sans
from ui.words import translate
from workbench.domain.issue import Option
from workbench.domain.vocabulary import IssueKind, Stance

KEYS = tuple(Stance)
"""Stances in the order of the keys 1 to 5: demands first."""

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_OWN_KEYS = frozenset({int(Qt.Key.Key_Delete), int(Qt.Key.Key_Backspace)})
_KEY_SIDE = 24
_WORD = 92


class StanceRow(QWidget):
    """One option with the stance toward it."""

    changed = Signal()
    walked = Signal(int)
    """Up (-1) or down (1) to the next option."""

    def __init__(self, hub: ThemeHub, option: Option, kind: IssueKind, unstated: str = "") -> None:
        super().__init__()
        self._hub, self.option, self._kind, self._unstated = hub, option, kind, unstated
        self._stance: Stance | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._describe()
        hub.changed.connect(self.updateGeometry)

    @property
    def stance(self) -> Stance | None:
        """The stance shown, none where unstated."""
        return self._stance

    def set_stance(self, stance: Stance | None) -> None:
        """Show a stance."""
        self._stance = stance
        self._describe()
        self.update()

    def choose(self, stance: Stance | None) -> None:
        """Take a stance, as the person does by key or click."""
        if stance != self._stance:
            self.set_stance(stance)
            self.changed.emit()

    def hasHeightForWidth(self) -> bool:
        """Say that long labels wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped label."""
        room = QRect(0, 0, _label_width(width, self._hub.zoom), 10_000)
        metrics = QFontMetrics(sans(TextSize.CELL, zoom=self._hub.zoom))
        wrapped = metrics.boundingRect(room, _WRAP, self.option.label).height()
        return max(wrapped + self._px(6), self._px(_KEY_SIDE + 6))

    def sizeHint(self) -> QSize:
        """Return the size at a common width."""
        return QSize(self._px(340), self.heightForWidth(max(self.width(), self._px(300))))

    def minimumSizeHint(self) -> QSize:
        """Return the narrowest size that can be used."""
        return QSize(self._px(290), self.heightForWidth(max(self.width(), self._px(290))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose, clear or walk."""
        text = event.text()
        if text in {"1", "2", "3", "4", "5"}:
            self.choose(KEYS[int(text) - 1])
        elif text == "0" or event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.choose(None)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.walked.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the stance clicked; clicked again it is cleared."""
        place = self._key_at(event.position().toPoint())
        if place is not None:
            stance = KEYS[place]
            self.choose(None if stance is self._stance else stance)

    def event(self, event: QEvent) -> bool:
        """Name each key in a tooltip; take keys that would be shortcuts elsewhere."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if event.key() in _OWN_KEYS and not event.modifiers():
                event.accept()
                return True
        elif isinstance(event, QHelpEvent):
            place = self._key_at(event.pos())
            tip = "" if place is None else f"{place + 1}: {KEYS[place].reading(self._kind)}"
            QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw label, keys and the word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._hub.theme
        painter.setFont(sans(TextSize.CELL, zoom=self._hub.zoom))
        painter.setPen(theme.colour(Role.TEXT))
        label = QRect(self._px(4), 0, _label_width(self.width(), self._hub.zoom), self.height())
        painter.drawText(seen(self, label), _WRAP, self.option.label)
        painter.setFont(sans(TextSize.SMALL, QFont.Weight.Medium, zoom=self._hub.zoom))
        for place, stance in enumerate(KEYS):
            self._draw_key(painter, self._key_rect(place), place, stance)
        self._draw_word(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour(Role.FOCUS), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), Radius.CARD, Radius.CARD)

    def _draw_key(self, painter: QPainter, rect: QRect, place: int, stance: Stance) -> None:
        theme, roles = self._hub.theme, STANCES[stance]
        chosen = stance is self._stance
        painter.setPen(theme.colour(roles.edge if chosen else Role.BORDER))
        painter.setBrush(theme.colour(roles.fill if chosen else Role.FIELD))
        painter.drawRoundedRect(rect, Radius.CARD, Radius.CARD)
        painter.setPen(theme.colour(roles.text if chosen else Role.TEXT_MUTED))
        painter.drawText(rect, _CENTRE, str(place + 1))

    def _draw_word(self, painter: QPainter) -> None:
        theme, roles = self._hub.theme, STANCES[self._stance]
        if self._stance is None and self._unstated:
            self._draw_untouched(painter)
            return
        rect = self._word_rect()
        painter.setPen(theme.colour(roles.edge))
        painter.setBrush(theme.colour(roles.fill))
        painter.drawRoundedRect(rect, Radius.CARD, Radius.CARD)
        if self._stance is None:
            draw_hatching(painter, rect.adjusted(1, 1, -1, -1).toRectF(), theme)
        painter.setPen(theme.colour(roles.text))
        painter.drawText(rect, _CENTRE, self._word())

    def _draw_untouched(self, painter: QPainter) -> None:
        """Say that the stance is left as it is in each position: nothing is presumed by that."""
        rect = self._word_rect()
        painter.setPen(self._hub.theme.colour(Role.TEXT_MUTED))
        painter.drawText(rect, _CENTRE, self._unstated)

    def _word(self) -> str:
        return (
            self._stance.reading(self._kind)
            if self._stance is not None
            else self._unstated or translate("StanceRow", "unstated")
        )

    def _describe(self) -> None:
        self.setAccessibleName(translate("StanceRow", "{0}: {1}").format(self.option.label, self._word()))
        self.setAccessibleDescription(scale_in_words(self._kind))

    def _word_rect(self) -> QRect:
        wide, top = self._px(_WORD), self._key_rect(0).y()
        return seen(self, QRect(self.width() - wide - self._px(3), top, wide, self._px(_KEY_SIDE)))

    def _key_rect(self, place: int) -> QRect:
        left = self.width() - self._px(5 * (_KEY_SIDE + 2) + _WORD + 10)
        side = self._px(_KEY_SIDE)
        own = QRect(left + place * (side + self._px(2)), (self.height() - side) // 2, side, side)
        return seen(self, own)

    def _key_at(self, point: QPoint) -> int | None:
        return next((place for place in range(5) if self._key_rect(place).contains(point)), None)

    def _px(self, pixels: int) -> int:
        return round(pixels * self._hub.zoom)


def scale_in_words(kind: IssueKind) -> str:
    """Return what each key gives, as it reads for a kind of issue."""
    keys = [f"{place} {stance.reading(kind)}" for place, stance in enumerate(KEYS, 1)]
    return " · ".join((*keys, translate("StanceRow", "0 clears")))


def _label_width(width: int, zoom: float) -> int:
    return max(width - round((5 * (_KEY_SIDE + 2) + _WORD + 20) * zoom), round(60 * zoom))
