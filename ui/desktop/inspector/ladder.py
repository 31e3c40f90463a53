"""The ladder: options down, parties across, each stance in its colour and in a word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.paint.segments import draw_hatching
from ui.theme.hub import ThemeHub
from ui.theme.meanings import STANCES
from ui.theme.roles import Role
from ui.theme.typography import Radius, TextSize, sans
from workbench.domain.vocabulary import Stance
from workbench.readmodels.inspector_types import LadderStep

_CENTRE = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter)
_LABEL = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_HEAD = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter)
_TALL = 10_000
_NARROWEST = 64
_WIDEST = 96
_ROW = 26
_GAP = 2
_PAD = 5


@dataclass(frozen=True, slots=True)
class _Line:
    """Where one option lies: its label, and one rectangle for each party."""

    label: QRect
    cells: tuple[QRect, ...]

    @property
    def frame(self) -> QRect:
        """Around label and cells."""
        return self.label.united(self.cells[-1]).united(self.cells[0]) if self.cells else self.label


@dataclass(frozen=True, slots=True)
class _Layout:
    """The ladder at one width; `heads` is empty where the parties are named in the cells."""

    heads: tuple[QRect, ...]
    lines: tuple[_Line, ...]
    height: int


class Ladder(QWidget):
    """Draws a ladder at any width: beside the labels, below them, or one party a line.

    Parameters
    ----------
    parties : tuple of str
        Labels over the columns.
    steps : tuple of LadderStep
        One for each option, in order.
    """

    def __init__(self, hub: ThemeHub, parties: tuple[str, ...], steps: tuple[LadderStep, ...]) -> None:
        super().__init__()
        self._hub, self._parties, self._steps = hub, parties, steps
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName("Stances: " + "; ".join(self._sentence(step) for step in steps))
        self._laid_out: tuple[tuple[int, float], _Layout] | None = None
        hub.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return the size at a common width of the inspector."""
        return QSize(self._px(300), self.heightForWidth(max(self.width(), self._px(240))))

    def minimumSizeHint(self) -> QSize:
        """Return the narrowest size that can be read."""
        return QSize(self._px(200), self.heightForWidth(max(self.width(), self._px(200))))

    def hasHeightForWidth(self) -> bool:
        """Say that labels wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width."""
        return self._layout(width).height

    def event(self, event: QEvent) -> bool:
        """Show option, party and stance in a tooltip."""
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip(event.pos()), self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw heads, labels and stances."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        layout = self._layout(self.width())
        theme = self._hub.theme
        painter.setFont(self._font(QFont.Weight.Medium))
        painter.setPen(theme.colour(Role.TEXT_SECONDARY))
        for head, party in zip(layout.heads, self._parties, strict=False):
            painter.drawText(head, _HEAD, party)
        for line, step in zip(layout.lines, self._steps, strict=True):
            self._draw_line(painter, line, step, named=not layout.heads)

    def _draw_line(self, painter: QPainter, line: _Line, step: LadderStep, *, named: bool) -> None:
        theme = self._hub.theme
        painter.setFont(self._font(QFont.Weight.DemiBold if step.is_meeting else QFont.Weight.Normal))
        painter.setPen(theme.colour(Role.TEXT))
        painter.drawText(line.label, _LABEL, step.label)
        painter.setFont(self._font())
        for number, cell in enumerate(line.cells):
            word = self._word(step, number, named=named)
            self._draw_cell(painter, cell, word, step.stances[number], silent=step.silent[number])
        if step.is_meeting:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour(Role.SELECTION_FRAME), 2))
            painter.drawRoundedRect(self._frame(line), Radius.CARD, Radius.CARD)

    def _draw_cell(
        self, painter: QPainter, cell: QRect, word: str, stance: Stance | None, *, silent: bool
    ) -> None:
        theme, rect = self._hub.theme, QRectF(cell)
        if silent:
            painter.setPen(theme.colour(Role.NO_POSITION))
            painter.drawText(cell, _CENTRE, word or "—")
            return
        roles = STANCES[stance]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(roles.fill))
        painter.drawRoundedRect(rect, Radius.CARD, Radius.CARD)
        if stance is None:
            draw_hatching(painter, rect.adjusted(1, 1, -1, -1), theme)
            self._draw_dashed(painter, rect)
        painter.setPen(theme.colour(roles.text))
        painter.drawText(cell.adjusted(_PAD, 0, -_PAD, 0), _CENTRE, word)

    def _draw_dashed(self, painter: QPainter, rect: QRectF) -> None:
        pen = QPen(self._hub.theme.colour(Role.PRESUMED_EDGE), 1, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), Radius.CARD, Radius.CARD)

    def _frame(self, line: _Line) -> QRect:
        return line.frame.adjusted(-self._px(4), -1, 1, 1).intersected(self.rect().adjusted(1, 1, -1, -1))

    def _word(self, step: LadderStep, number: int, *, named: bool) -> str:
        word = step.words[number] or "—"
        return f"{self._parties[number]}: {word}" if named else word

    def _sentence(self, step: LadderStep) -> str:
        stances = zip(self._parties, step.words, step.silent, strict=True)
        return f"{step.label}: " + ", ".join(
            f"{party} {'holds no position' if silent else word}" for party, word, silent in stances
        )

    def _tip(self, point: QPoint) -> str:
        for line, step in zip(self._layout(self.width()).lines, self._steps, strict=True):
            if line.frame.contains(point):
                return self._sentence(step)
        return ""

    def _layout(self, width: int) -> _Layout:
        key = (width, self._hub.zoom)
        if self._laid_out is None or self._laid_out[0] != key:
            self._laid_out = (key, self._worked_out(width))
        return self._laid_out[1]

    def _worked_out(self, width: int) -> _Layout:
        count, narrowest = max(len(self._parties), 1), self._px(_NARROWEST)
        beside = width - count * (narrowest + _GAP)
        if beside >= self._px(96):
            cell = min(self._px(_WIDEST), (width - self._px(96)) // count - _GAP)
            return self._beside(width, cell)
        if count * (narrowest + _GAP) <= width:
            return self._below(width, width // count - _GAP, self._heads(0, width // count - _GAP))
        return self._below(width, 0, ())

    def _beside(self, width: int, cell: int) -> _Layout:
        left = width - len(self._parties) * (cell + _GAP) + _GAP
        heads = self._heads(left, cell)
        top = (heads[0].height() if heads else 0) + self._px(4)
        lines = []
        for step in self._steps:
            label = QRect(self._px(5), top, left - self._px(12), 0)
            height = max(self._text_height(step.label, label.width()), *self._cell_heights(step, cell))
            label.setHeight(height)
            cells = tuple(
                QRect(left + number * (cell + _GAP), top, cell, height)
                for number in range(len(self._parties))
            )
            lines.append(_Line(label, cells))
            top += height + _GAP
        return _Layout(heads, tuple(lines), top + self._px(2))

    def _below(self, width: int, cell: int, heads: tuple[QRect, ...]) -> _Layout:
        top = (heads[0].height() if heads else 0) + self._px(4)
        lines = []
        for step in self._steps:
            label = QRect(self._px(5), top, width - self._px(10), 0)
            label.setHeight(self._text_height(step.label, label.width()))
            top = label.bottom() + 1
            cells = tuple(self._flow(step, top, width, cell))
            lines.append(_Line(label, cells))
            top = max((own.bottom() for own in cells), default=top) + self._px(6)
        return _Layout(heads, tuple(lines), top)

    def _flow(self, step: LadderStep, top: int, width: int, cell: int) -> Iterator[QRect]:
        """Yield the cells under a label: in columns, or where `cell` is 0 two a line with names in them."""
        columns = len(self._parties) if cell else 2
        wide = cell or (width - _GAP) // 2
        height = max(self._cell_heights(step, wide, named=not cell))
        for number in range(len(self._parties)):
            row, column = divmod(number, columns)
            yield QRect(column * (wide + _GAP), top + row * (height + _GAP), wide, height)

    def _heads(self, left: int, cell: int) -> tuple[QRect, ...]:
        metrics = QFontMetrics(self._font(QFont.Weight.Medium))
        space = QRect(0, 0, cell, _TALL)
        height = max(
            (metrics.boundingRect(space, _CENTRE, party).height() for party in self._parties), default=0
        )
        columns = range(len(self._parties))
        return tuple(QRect(left + number * (cell + _GAP), 0, cell, height) for number in columns)

    def _cell_heights(self, step: LadderStep, cell: int, *, named: bool = False) -> list[int]:
        metrics, space = QFontMetrics(self._font()), QRect(0, 0, cell - 2 * _PAD, _TALL)
        words = (self._word(step, number, named=named) for number in range(len(self._parties)))
        heights = [metrics.boundingRect(space, _CENTRE, word).height() + self._px(6) for word in words]
        return [self._px(_ROW), *heights]

    def _text_height(self, text: str, width: int) -> int:
        metrics = QFontMetrics(self._font(QFont.Weight.DemiBold))
        return metrics.boundingRect(QRect(0, 0, width, _TALL), _LABEL, text).height() + self._px(6)

    def _font(self, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        return sans(TextSize.SMALL, weight, zoom=self._hub.zoom)

    def _px(self, pixels: int) -> int:
        return round(pixels * self._hub.zoom)
