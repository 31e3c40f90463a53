"""Where the parts of a ladder lie: beside the labels, below them, or one party after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

from ui.theme.typography import TextSize, sans
from workbench.readmodels.inspector_types import LadderStep

CENTRE = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter)
LABEL = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
HEAD = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter)
_TALL = 10_000
_NARROWEST = 64
_WIDEST = 96
_ROW = 26
_LINES_BESIDE = 5
"""Where a label needs more lines than these beside its stances it stands above them."""
_GAP = 2
PAD = 5


@dataclass(frozen=True, slots=True)
class Line:
    """Where one option lies: its label, and one rectangle for each party."""

    label: QRect
    cells: tuple[QRect, ...]

    @property
    def frame(self) -> QRect:
        """Around label and cells."""
        return self.label.united(self.cells[-1]).united(self.cells[0]) if self.cells else self.label


@dataclass(frozen=True, slots=True)
class Layout:
    """The ladder at one width; `heads` is empty where the parties are named in the cells."""

    heads: tuple[QRect, ...]
    lines: tuple[Line, ...]
    height: int


class Arranger:
    """Lays a ladder out.

    Parameters
    ----------
    parties : tuple of str
        Labels over the columns.
    steps : tuple of LadderStep
        One for each option, in order.
    zoom : float
        1.0 is 100 %.
    """

    def __init__(self, parties: tuple[str, ...], steps: tuple[LadderStep, ...], zoom: float) -> None:
        self._parties, self._steps, self._zoom = parties, steps, zoom

    def layout(self, width: int) -> Layout:
        """Return where everything lies at a width, in pixels."""
        count, narrowest = max(len(self._parties), 1), self._narrowest()
        beside = width - count * (narrowest + _GAP)
        if beside >= self._px(96):
            cell = min(self._px(_WIDEST), (width - self._px(96)) // count - _GAP)
            if self._fits_beside(width, cell):
                return self._beside(width, cell)
        if count * (narrowest + _GAP) <= width:
            return self._below(width, width // count - _GAP, self._heads(0, width // count - _GAP))
        return self._below(width, 0, ())

    def _fits_beside(self, width: int, cell: int) -> bool:
        """Return whether every label is short enough to be read beside its stances."""
        room = self._label_width(width, cell)
        highest = _LINES_BESIDE * QFontMetrics(self.font()).lineSpacing() + self._px(6)
        return all(self._text_height(step, room) <= highest for step in self._steps)

    def _label_width(self, width: int, cell: int) -> int:
        return width - len(self._parties) * (cell + _GAP) + _GAP - self._px(12)

    def _narrowest(self) -> int:
        """Return the least width of a column: the words of its head stand apart from those beside it."""
        metrics = QFontMetrics(self.font(QFont.Weight.Medium))
        words = (word for party in self._parties for word in party.split())
        widest = max((metrics.horizontalAdvance(word) for word in words), default=0)
        return max(self._px(_NARROWEST), min(widest, self._px(_WIDEST)))

    def _beside(self, width: int, cell: int) -> Layout:
        left = width - len(self._parties) * (cell + _GAP) + _GAP
        heads = self._heads(left, cell)
        top = (heads[0].height() if heads else 0) + self._px(4)
        lines = []
        for step in self._steps:
            label = QRect(self._px(5), top, self._label_width(width, cell), 0)
            height = max(self._text_height(step, label.width()), *self._cell_heights(step, cell))
            label.setHeight(height)
            cells = tuple(
                QRect(left + number * (cell + _GAP), top, cell, height)
                for number in range(len(self._parties))
            )
            lines.append(Line(label, cells))
            top += height + _GAP
        return Layout(heads, tuple(lines), top + self._px(2))

    def _below(self, width: int, cell: int, heads: tuple[QRect, ...]) -> Layout:
        top = (heads[0].height() if heads else 0) + self._px(4)
        lines = []
        for step in self._steps:
            label = QRect(self._px(5), top, width - self._px(10), 0)
            label.setHeight(self._text_height(step, label.width()))
            top = label.bottom() + 1
            cells = tuple(self._flow(step, top, width, cell))
            lines.append(Line(label, cells))
            top = max((own.bottom() for own in cells), default=top) + self._px(6)
        return Layout(heads, tuple(lines), top)

    def _flow(self, step: LadderStep, top: int, width: int, cell: int) -> Iterator[QRect]:
        """Yield the cells under a label: in columns, or where `cell` is 0 two a line with names in them."""
        columns = len(self._parties) if cell else 2
        wide = cell or (width - _GAP) // 2
        height = max(self._cell_heights(step, wide, named=not cell))
        for number in range(len(self._parties)):
            row, column = divmod(number, columns)
            yield QRect(column * (wide + _GAP), top + row * (height + _GAP), wide, height)

    def _heads(self, left: int, cell: int) -> tuple[QRect, ...]:
        metrics = QFontMetrics(self.font(QFont.Weight.Medium))
        space = QRect(0, 0, cell, _TALL)
        height = max(
            (metrics.boundingRect(space, CENTRE, party).height() for party in self._parties), default=0
        )
        columns = range(len(self._parties))
        return tuple(QRect(left + number * (cell + _GAP), 0, cell, height) for number in columns)

    def _cell_heights(self, step: LadderStep, cell: int, *, named: bool = False) -> list[int]:
        metrics, space = QFontMetrics(self.font()), QRect(0, 0, cell - 2 * PAD, _TALL)
        words = (self.word(step, number, named=named) for number in range(len(self._parties)))
        heights = [metrics.boundingRect(space, CENTRE, word).height() + self._px(6) for word in words]
        return [self._px(_ROW), *heights]

    def _text_height(self, step: LadderStep, width: int) -> int:
        metrics = QFontMetrics(self.label_font(step))
        return metrics.boundingRect(QRect(0, 0, width, _TALL), LABEL, step.label).height() + self._px(6)

    def label_font(self, step: LadderStep) -> QFont:
        """Return the font of an option: heavier where they meet."""
        return self.font(QFont.Weight.DemiBold if step.is_meeting else QFont.Weight.Normal)

    def font(self, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """Return the font in which it is set."""
        return sans(TextSize.SMALL, weight, zoom=self._zoom)

    def word(self, step: LadderStep, number: int, *, named: bool) -> str:
        """Return what stands in a cell, with the name of the party where no column says it."""
        word = step.words[number] or "—"
        return f"{self._parties[number]}: {word}" if named else word

    def _px(self, pixels: int) -> int:
        return round(pixels * self._zoom)
