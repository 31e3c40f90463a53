"""Title, lines under it, reader and marking: what stands around every picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF

from ui.paint.canvas import Canvas
from ui.paint.text import Block, TextCache
from ui.paint.type import TypeScale
from ui.theme.roles import Role
from ui.words import figure, translate

EDGE = 14.0
_TOP = 14.0
_FOOT = 12.0
_APART = 12.0
_BELOW = 4.0
_LONGEST_PAGE = "8888 / 8888"
"""Room is kept for it: how many pages there are is known only when they have been laid out."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a picture. Nothing of it is ever cut: it takes as many lines as it needs.

    Attributes
    ----------
    title, note : str
        Over it.
    reader, marking : str
        Under it: for whom it is, and its TLP word.
    caption : str
        How what is drawn is to be read, under the note; empty where nothing needs to be said.
    page : str
        Which page it is, such as ``1 of 2``; empty where there is one only.
    """

    title: str
    note: str
    reader: str
    marking: str
    caption: str = ""
    page: str = ""

    def on_page(self, number: int, count: int) -> Frame:
        """Return the frame of one of so many pages."""
        if count < 2:
            return self
        return replace(self, page=translate("Picture", "{0} of {1}").format(figure(number), figure(count)))

    def height(self, width: float, scale: TypeScale, texts: TextCache) -> float:
        """Return the height that the frame takes on a page of some width, in logical pixels."""
        return self._head(width, scale, texts) + self._foot(width, scale, texts)

    def draw(self, canvas: Canvas, sheet: QRectF) -> QRectF:
        """Draw the frame on a sheet and return the space that is left in the middle."""
        scale, texts = canvas.scale, canvas.texts
        edge = scale.px(EDGE)
        y = scale.px(_TOP)
        for block, role in self._lines(sheet.width(), scale, texts):
            canvas.text(block, edge, y, role)
            y += block.height
        foot = self._foot(sheet.width(), scale, texts)
        self._draw_foot(canvas, sheet.adjusted(edge, 0.0, -edge, 0.0), sheet.height() - foot)
        head = self._head(sheet.width(), scale, texts)
        return QRectF(0.0, head, sheet.width(), sheet.height() - head - foot)

    def _lines(self, width: float, scale: TypeScale, texts: TextCache) -> Iterator[tuple[Block, Role]]:
        room = width - 2.0 * scale.px(EDGE)
        yield texts.whole(self.title, scale.title, room), Role.TEXT
        yield texts.whole(self.note, scale.title_note, room), Role.TEXT_SECONDARY
        yield texts.whole(self.caption, scale.cell, room), Role.TEXT_MUTED

    def _head(self, width: float, scale: TypeScale, texts: TextCache) -> float:
        lines = sum(block.height for block, _ in self._lines(width, scale, texts))
        return scale.px(_TOP) + lines + scale.px(_BELOW)

    def _foot(self, width: float, scale: TypeScale, texts: TextCache) -> float:
        reader = self._reader(width - 2.0 * scale.px(EDGE), scale, texts)
        return max(reader.height, scale.small.line) + scale.px(2 * _FOOT)

    def _reader(self, room: float, scale: TypeScale, texts: TextCache) -> Block:
        page = scale.small.width(_LONGEST_PAGE) + scale.px(_APART)
        beside = self._marking_width(scale) + page + scale.px(_APART)
        return texts.whole(self.reader, scale.small, max(room - beside, room / 4.0))

    def _marking_width(self, scale: TypeScale) -> float:
        return scale.small_name.width(self.marking) + 2.0 * scale.px(6) + 1.0 if self.marking else 0.0

    def _draw_foot(self, canvas: Canvas, inner: QRectF, top: float) -> None:
        scale = canvas.scale
        y = top + scale.px(_FOOT)
        reader = self._reader(inner.width(), scale, canvas.texts)
        canvas.text(reader, inner.x(), y, Role.TEXT_SECONDARY)
        last = y + max(reader.height - scale.small.line, 0.0)
        right = self._draw_marking(canvas, inner.right(), last) - scale.px(_APART)
        if self.page:
            width = scale.small.width(self.page) + 1.0
            place = QRectF(right - width, last, width, scale.small.line)
            canvas.line(self.page, scale.small, place, Role.TEXT_SECONDARY)

    def _draw_marking(self, canvas: Canvas, right: float, y: float) -> float:
        """Draw the TLP word so that it ends at `right`, and return where it begins."""
        scale, pad, width = canvas.scale, canvas.scale.px(6), self._marking_width(canvas.scale)
        box = QRectF(right - width, y - scale.px(3), width, scale.small_name.line + scale.px(6))
        if not self.marking:
            return right
        canvas.painter.fillRect(box, canvas.colour(Role.MARKING))
        canvas.line(self.marking, scale.small_name, box.adjusted(pad, 0.0, 0.0, 0.0), Role.TEXT_MARKING)
        return box.left()
