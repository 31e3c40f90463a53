"""The ladder: options down, parties across, each stance in its colour and in a word."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.desktop.inspector.ladder_layout import CENTRE, HEAD, LABEL, PAD, Arranger, Layout, Line
from ui.desktop.widgets.mirrored import seen
from ui.paint.segments import draw_hatching
from ui.theme.hub import ThemeHub
from ui.theme.meanings import STANCES
from ui.theme.roles import Role
from ui.theme.typography import Radius
from ui.words import translate
from workbench.domain.vocabulary import Stance
from workbench.readmodels.inspector_types import LadderStep
from workbench.readmodels.wording import commas

_NARROWEST = 150
"""What the narrowest inspector leaves beside its margins and its scroll bar."""


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
        said = "; ".join(self._sentence(step) for step in steps)
        self.setAccessibleName(translate("Ladder", "Stances: {0}").format(said))
        self._laid_out: tuple[tuple[int, float], Layout] | None = None
        hub.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return the size at a common width of the inspector."""
        return QSize(self._px(300), self.heightForWidth(max(self.width(), self._px(240))))

    def minimumSizeHint(self) -> QSize:
        """Return the narrowest size that can be read."""
        return QSize(self._px(_NARROWEST), self.heightForWidth(max(self.width(), self._px(_NARROWEST))))

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
        painter.setFont(self._arranger.font(QFont.Weight.Medium))
        painter.setPen(theme.colour(Role.TEXT_SECONDARY))
        for head, party in zip(layout.heads, self._parties, strict=False):
            painter.drawText(seen(self, head), HEAD, party)
        for line, step in zip(layout.lines, self._steps, strict=True):
            self._draw_line(painter, line, step, named=not layout.heads)

    def _draw_line(self, painter: QPainter, line: Line, step: LadderStep, *, named: bool) -> None:
        theme = self._hub.theme
        painter.setFont(self._arranger.label_font(step))
        painter.setPen(theme.colour(Role.TEXT))
        painter.drawText(seen(self, line.label), LABEL, step.label)
        painter.setFont(self._arranger.font())
        for number, cell in enumerate(line.cells):
            word = self._arranger.word(step, number, named=named)
            self._draw_cell(painter, seen(self, cell), word, step.stances[number], silent=step.silent[number])
        if step.is_meeting:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour(Role.SELECTION_FRAME), 2))
            painter.drawRoundedRect(seen(self, self._frame(line)), Radius.CARD, Radius.CARD)

    def _draw_cell(
        self, painter: QPainter, cell: QRect, word: str, stance: Stance | None, *, silent: bool
    ) -> None:
        theme, rect = self._hub.theme, QRectF(cell)
        if silent:
            painter.setPen(theme.colour(Role.NO_POSITION))
            painter.drawText(cell, CENTRE, word or "—")
            return
        roles = STANCES[stance]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(roles.fill))
        painter.drawRoundedRect(rect, Radius.CARD, Radius.CARD)
        if stance is None:
            draw_hatching(painter, rect.adjusted(1, 1, -1, -1), theme)
            self._draw_dashed(painter, rect)
        painter.setPen(theme.colour(roles.text))
        painter.drawText(cell.adjusted(PAD, 0, -PAD, 0), CENTRE, word)

    def _draw_dashed(self, painter: QPainter, rect: QRectF) -> None:
        pen = QPen(self._hub.theme.colour(Role.PRESUMED_EDGE), 1, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), Radius.CARD, Radius.CARD)

    def _frame(self, line: Line) -> QRect:
        return line.frame.adjusted(-self._px(4), -1, 1, 1).intersected(self.rect().adjusted(1, 1, -1, -1))

    def _sentence(self, step: LadderStep) -> str:
        stances = zip(self._parties, step.words, step.silent, strict=True)
        none = translate("Ladder", "{party} holds no position")
        return f"{step.label}: " + commas(
            none.format(party=party) if silent else f"{party}: {word}" for party, word, silent in stances
        )

    def _tip(self, point: QPoint) -> str:
        for line, step in zip(self._layout(self.width()).lines, self._steps, strict=True):
            if line.frame.contains(point):
                return self._sentence(step)
        return ""

    @property
    def _arranger(self) -> Arranger:
        return Arranger(self._parties, self._steps, self._hub.zoom)

    def _layout(self, width: int) -> Layout:
        key = (width, self._hub.zoom)
        if self._laid_out is None or self._laid_out[0] != key:
            self._laid_out = (key, self._arranger.layout(width))
        return self._laid_out[1]

    def _px(self, pixels: int) -> int:
        return round(pixels * self._hub.zoom)
