"""Title, line under it, reader and marking: what stands around every picture."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from ui.paint.canvas import Canvas
from ui.paint.type import TypeScale
from ui.theme.roles import Role

_EDGE = 14.0
_TOP = 14.0
_FOOT = 12.0


def _head(scale: TypeScale) -> float:
    return scale.px(_TOP) + scale.title.line + scale.title_note.line + scale.px(4)


def _foot(scale: TypeScale) -> float:
    return scale.small.line + scale.px(2 * _FOOT)


def frame_height(scale: TypeScale) -> float:
    """Return the height that the frame takes, in logical pixels."""
    return _head(scale) + _foot(scale)


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a picture.

    Attributes
    ----------
    title, note : str
        Over it.
    reader, marking : str
        Under it: for whom it is, and its TLP word.
    page : str
        Which page it is, such as ``1 of 2``; empty where there is one only.
    """

    title: str
    note: str
    reader: str
    marking: str
    page: str = ""

    def draw(self, canvas: Canvas, sheet: QRectF) -> QRectF:
        """Draw the frame on a sheet and return the space that is left in the middle."""
        scale, edge = canvas.scale, canvas.scale.px(_EDGE)
        inner = sheet.adjusted(edge, 0.0, -edge, 0.0)
        y = scale.px(_TOP)
        canvas.line(self.title, scale.title, QRectF(inner.x(), y, inner.width(), scale.title.line), Role.TEXT)
        y += scale.title.line
        line = QRectF(inner.x(), y, inner.width(), scale.title_note.line)
        canvas.line(self.note, scale.title_note, line, Role.TEXT_SECONDARY)
        self._draw_foot(canvas, inner)
        return QRectF(0.0, _head(scale), sheet.width(), sheet.height() - frame_height(scale))

    def _draw_foot(self, canvas: Canvas, inner: QRectF) -> None:
        scale = canvas.scale
        y = inner.bottom() - scale.px(_FOOT) - scale.small.line
        line = QRectF(inner.x(), y, inner.width() / 2.0, scale.small.line)
        canvas.line(self.reader, scale.small, line, Role.TEXT_SECONDARY)
        right = self._draw_marking(canvas, inner.right(), y) - scale.px(12)
        if self.page:
            width = scale.small.width(self.page) + 1.0
            place = QRectF(right - width, y, width, scale.small.line)
            canvas.line(self.page, scale.small, place, Role.TEXT_SECONDARY)

    def _draw_marking(self, canvas: Canvas, right: float, y: float) -> float:
        """Draw the TLP word so that it ends at `right`, and return where it begins."""
        scale, pad = canvas.scale, canvas.scale.px(6)
        width = scale.small_name.width(self.marking) + 2.0 * pad + 1.0
        box = QRectF(right - width, y - scale.px(3), width, scale.small_name.line + scale.px(6))
        if not self.marking:
            return right
        canvas.painter.fillRect(box, canvas.colour(Role.MARKING))
        canvas.line(self.marking, scale.small_name, box.adjusted(pad, 0.0, 0.0, 0.0), Role.TEXT_MARKING)
        return box.left()
