"""What stands around a page on the second screen: title above; who may see it, legend and days below."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPolygonF

from ui.paint.canvas import Canvas
from ui.paint.legend import Legend, Sign, draw_legend, set_legend
from ui.paint.text import Block, TextCache
from ui.paint.type import TypeScale
from ui.theme.roles import Role
from workbench.readmodels.wording import day_in_words

EDGE = 20.0
_TOP = 10.0
_FOOT = 10.0
_APART = 8.0
_ARROW = 7.0
_SIGN = 20.0
_QUESTION_LINES = 3
_NOTE_LINES = 2
_LEGEND_LINES = 2

Entries = tuple[tuple[Sign, str], ...]


@dataclass(frozen=True, slots=True)
class PresentFrame:
    """Title and footer of a page.

    Attributes
    ----------
    title, short, question : str
        Over it: what it shows, the same in fewer words, and the question of its issue.
    title_lines : int
        Most lines of the title.
    note : tuple of str
        Day, basis and case; what finds no space is left out from the end.
    reader : str
        Who may see it, in the footer.
    legend, levels : tuple
        Signs and what they mean; those of the levels stand in the last line where they fit.
    earlier, later : date or None
        The days of the previous and the next change.
    page : str
        Which page it is, such as ``1 of 2``; empty where there is one only.
    """

    title: str
    note: tuple[str, ...]
    reader: str
    earlier: date | None
    later: date | None
    short: str = ""
    title_lines: int = 3
    question: str = ""
    legend: Entries = ()
    levels: Entries = ()
    page: str = ""

    def head(self, width: float, scale: TypeScale, texts: TextCache) -> float:
        """Return the height of the title on a page of that width, in logical pixels."""
        inner = width - 2.0 * scale.px(EDGE)
        blocks = (self._title(inner, scale, texts), self._question(inner, scale, texts))
        lines = sum(block.height for block in (*blocks, self._note(inner, scale, texts)))
        return scale.px(_TOP) + lines + scale.px(_APART)

    def tighter(self) -> tuple[PresentFrame, ...]:
        """Return itself with less and less over the page, for what would find no space else."""
        asked_less = replace(self, question="")
        return self, asked_less, replace(asked_less, note=self.note[:1], title_lines=1)

    def foot(self, width: float, scale: TypeScale) -> float:
        """Return the height of the footer on a page of that width."""
        inner = width - 2.0 * scale.px(EDGE)
        return self._legend(inner, scale).height + scale.small.line + scale.px(_FOOT)

    def draw(self, canvas: Canvas, sheet: QRectF) -> QRectF:
        """Draw title and footer, and return the space that is left between them."""
        scale = canvas.scale
        edge = scale.px(EDGE)
        inner = sheet.adjusted(edge, 0.0, -edge, 0.0)
        self._draw_head(canvas, inner)
        self._draw_foot(canvas, inner)
        top, foot = self.head(sheet.width(), scale, canvas.texts), self.foot(sheet.width(), scale)
        return QRectF(inner.x(), top, inner.width(), sheet.height() - top - foot)

    def _title(self, width: float, scale: TypeScale, texts: TextCache) -> Block:
        """Return the title, smaller or shorter before it takes a second line."""
        space = width - (self._page_width(scale) + scale.px(_APART) if self.page else 0.0)
        faces = ((self.title, scale.title), (self.title, scale.name), (self.short, scale.name))
        lines = (texts.block(text, face, space) for text, face in faces if text)
        whole = next((line for line in lines if not line.is_elided), None)
        return whole or texts.block(self.title, scale.name, space, self.title_lines)

    def _question(self, width: float, scale: TypeScale, texts: TextCache) -> Block:
        return texts.block(self.question, scale.title_note, width, _QUESTION_LINES)

    def _note(self, width: float, scale: TypeScale, texts: TextCache) -> Block:
        """Return as much of the note as one line holds; at least its first part."""
        parts = [part for part in self.note if part]
        while len(parts) > 1 and scale.title_note.width(" · ".join(parts)) > width:
            parts.pop()
        return texts.block(" · ".join(parts), scale.title_note, width, _NOTE_LINES)

    def _page_width(self, scale: TypeScale) -> float:
        """Return the width of the number of the page, with room for one of two digits more."""
        return scale.title_note.width(f"{self.page}00")

    def _legend(self, width: float, scale: TypeScale) -> Legend:
        """Return the legend, without the levels where it would take too much: each room says its own."""
        if not self.legend:
            return Legend((), scale.px(4))
        entries = self.legend if self._levels(width, scale) else self.legend + self.levels
        legend = set_legend(entries, width, scale)
        lines = len({item.y for item in legend.items})
        return legend if lines <= _LEGEND_LINES else set_legend(self.legend, width, scale)

    def _levels(self, width: float, scale: TypeScale) -> Legend | None:
        """Return the legend of the levels where it finds space between reader and days."""
        beside = 2.0 * max(scale.small_name.width(self.reader), self._days_width(scale)) + 2.0 * EDGE
        legend = set_legend(self.levels, 4.0 * width, scale)
        return legend if self.levels and _width(legend, scale) + beside <= width else None

    def _days_width(self, scale: TypeScale) -> float:
        days = (day for day in (self.earlier, self.later) if day is not None)
        return sum(_day_width(day, scale) + scale.px(_APART) for day in days)

    def _draw_head(self, canvas: Canvas, inner: QRectF) -> None:
        scale, y, width = canvas.scale, canvas.scale.px(_TOP), inner.width()
        title = self._title(width, scale, canvas.texts)
        canvas.text(title, inner.x(), y, Role.TEXT)
        if self.page:
            page = scale.title_note.width(self.page) + 2.0
            place = QRectF(inner.right() - page, y, page, title.face.line)
            canvas.line(self.page, scale.title_note, place, Role.TEXT_SECONDARY)
        question = self._question(width, scale, canvas.texts)
        canvas.text(question, inner.x(), y + title.height, Role.TEXT)
        note = self._note(width, scale, canvas.texts)
        canvas.text(note, inner.x(), y + title.height + question.height, Role.TEXT_SECONDARY)

    def _draw_foot(self, canvas: Canvas, inner: QRectF) -> None:
        scale = canvas.scale
        bottom = inner.bottom() - scale.px(_FOOT)
        line = QRectF(inner.x(), bottom - scale.small.line, inner.width(), scale.small.line)
        legend = self._legend(inner.width(), scale)
        left = inner.x() + max(inner.width() - _width(legend, scale), 0.0) / 2.0
        draw_legend(canvas, QPointF(left, line.top() - legend.height), legend)
        levels = self._levels(inner.width(), scale)
        if levels is not None:
            left = inner.center().x() - _width(levels, scale) / 2.0
            draw_legend(canvas, QPointF(left, line.top() - levels.items[0].y), levels)
        reader = line.adjusted(0.0, 0.0, -self._days_width(scale), 0.0)
        canvas.line(self.reader, scale.small_name, reader, Role.TEXT_SECONDARY)
        self._draw_days(canvas, line)

    def _draw_days(self, canvas: Canvas, line: QRectF) -> None:
        right, apart = line.right(), canvas.scale.px(_APART)
        for day, points_right in ((self.later, True), (self.earlier, False)):
            if day is not None:
                right = _draw_day(canvas, line, right, day, points_right=points_right) - apart


def _width(legend: Legend, scale: TypeScale) -> float:
    """Return the width of the longest line of a legend."""
    return max(
        (item.x + scale.px(_SIGN) + scale.small.width(item.text) for item in legend.items), default=0.0
    )


def _day_width(day: date, scale: TypeScale) -> float:
    return scale.small.width(day_in_words(day)) + 1.0 + scale.px(_ARROW) + scale.px(4)


def _draw_day(canvas: Canvas, line: QRectF, right: float, day: date, *, points_right: bool) -> float:
    """Draw a day with its arrow so that it ends at `right`, and return where it begins."""
    scale, arrow = canvas.scale, canvas.scale.px(_ARROW)
    left = right - _day_width(day, scale)
    text = QRectF(left, line.y(), right - left - arrow - scale.px(4), line.height())
    if not points_right:
        text.translate(arrow + scale.px(4), 0.0)
    canvas.line(day_in_words(day), scale.small, text, Role.TEXT_SECONDARY)
    x = right - arrow if points_right else left
    _draw_arrow(canvas, QRectF(x, line.center().y() - arrow / 2.0, arrow, arrow), points_right=points_right)
    return left


def _draw_arrow(canvas: Canvas, rect: QRectF, *, points_right: bool) -> None:
    tip, back = (rect.right(), rect.left()) if points_right else (rect.left(), rect.right())
    canvas.painter.setPen(Qt.PenStyle.NoPen)
    canvas.painter.setBrush(canvas.colour(Role.TEXT_SECONDARY))
    corners = [
        QPointF(back, rect.top()),
        QPointF(tip, rect.center().y()),
        QPointF(back, rect.bottom()),
    ]
    canvas.painter.drawPolygon(QPolygonF(corners))
