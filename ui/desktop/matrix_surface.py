"""The matrix on a scrolled surface: layout, ranges, painting, and staying where one was."""

from __future__ import annotations

from dataclasses import replace
from math import floor

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from ui.desktop.legend_button import LegendButton
from ui.desktop.matrix_image import MatrixImage
from ui.desktop.matrix_scroll import Anchor, anchor_of, scroll_for, set_ranges
from ui.desktop.widgets.gradual import Gradual
from ui.desktop.widgets.mirrored import in_reading
from ui.desktop.widgets.screen import is_screen
from ui.paint.canvas import Canvas
from ui.paint.cell_cache import CellCache
from ui.paint.headers import HeaderSetting, header_parts
from ui.paint.layout import Layout, Options, lay_out, measured
from ui.paint.matrix import NO_EMPHASIS, Emphasis, MatrixPainter
from ui.paint.mirror import mirror
from ui.paint.model import MatrixModel
from ui.paint.port import MatrixPort
from ui.paint.text import TextCache
from ui.paint.type import TypeScale, type_scale
from ui.theme.roles import Role
from ui.theme.theme import Theme

_LINE_STEP = 24
_MEASURED = 0.012
"""Seconds for which rows are measured at once, before what is on the screen is painted again as it was."""
_LOW = 700
"""Height of the window at 100 % below which the legend keeps to one line."""


class MatrixSurface(QAbstractScrollArea):
    """A matrix drawn straight from its model, under headers that stay.

    Parameters
    ----------
    theme : Theme
        Colours.
    parent : QWidget, optional
        Qt parent.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._zoom = 1.0
        self._model: MatrixModel | None = None
        self._layout: Layout | None = None
        self._laid_out: tuple[object, ...] = ()
        self._texts = TextCache()
        self._cells = CellCache()
        self.image = MatrixImage(self, self.viewport().update)
        self._measuring = Gradual(self._measured, self, at_first=_MEASURED)
        self._options = Options(folds=True)
        self._legend = LegendButton(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().setSingleStep(_LINE_STEP)
        self.horizontalScrollBar().setSingleStep(_LINE_STEP)

    @property
    def model(self) -> MatrixModel | None:
        """What is shown."""
        return self._model

    def set_model(self, model: MatrixModel) -> None:
        """Show another model; the same issues and parties stay in view."""
        anchor = self._anchor()
        self._model = model
        self._relayout(anchor)

    def set_theme(self, theme: Theme, zoom: float = 1.0) -> None:
        """Draw in other colours, or at another size of text."""
        anchor = self._anchor()
        self._theme, self._zoom = theme, zoom
        self._relayout(anchor)

    def fold_place(self, column: int) -> QRectF | None:
        """Return where the sign stands that folds or opens a column; none where it has none."""
        port = self.port()
        if port is None or self._layout is None or self._model is None:
            return None
        own = self._model.columns[column]
        setting = HeaderSetting(self._layout.kinds, type_scale(self._zoom), self._texts, folds=True)
        return header_parts(port.party_rect(column), own, setting).fold if own.can_fold else None

    @property
    def is_laid_out(self) -> bool:
        """Whether it is known where everything lies: not before it is looked at, unless somebody asked."""
        return self._layout is not None

    def port(self) -> MatrixPort | None:
        """Return where everything is seen now, on whole pixels of the screen; none without a model."""
        if self._layout is None:
            self._lay_out_now()
        if self._layout is None:
            return None
        size, ratio = self.viewport().size(), self.devicePixelRatio()
        bars = self.horizontalScrollBar(), self.verticalScrollBar()
        x, y = (floor(bar.value() * ratio) / ratio for bar in bars)
        return MatrixPort(self._layout.geometry, size.width(), size.height(), x, y)

    def place(self, point: QPointF) -> QPointF:
        """Return where a point of the viewport lies in the port; and where one of the port is seen."""
        return in_reading(point, self.viewport())

    def emphasis(self) -> Emphasis:
        """Return what stands out; nothing here."""
        return NO_EMPHASIS

    def draw_over(self, canvas: Canvas) -> None:
        """Draw what lies over the matrix; nothing here."""

    def scroll_to(self, port: MatrixPort) -> None:
        """Scroll to where a port is."""
        self.horizontalScrollBar().setValue(round(port.scroll_x))
        self.verticalScrollBar().setValue(round(port.scroll_y))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is seen: on the screen from its image, on anything else from the beginning."""
        port = self.port()
        painter = QPainter(self.viewport())
        if port is None or self._model is None or self._layout is None:
            painter.fillRect(event.rect(), self._theme.colour(Role.WINDOW))
        else:
            canvas = Canvas(painter, self._theme, type_scale(self._zoom), self._texts)
            if self.isRightToLeft():
                mirror(painter, self.viewport().width())
                canvas = replace(canvas, is_mirrored=True)
            matrix = MatrixPainter(self._model, self._layout, port, self._options, self._cells)
            if is_screen(painter, self):
                self.image.show(matrix, canvas, self.emphasis())
            else:
                area = in_reading(QRectF(event.rect()), self.viewport())
                painter.fillRect(area, self._theme.colour(Role.WINDOW))
                matrix.draw(canvas, area, self.emphasis())
            self.draw_over(canvas)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns into the new space; many rows stand as they did until they are measured."""
        anchor = self._anchor()
        super().resizeEvent(event)
        port = self.port() if self._layout is not None and self.isVisible() else None
        if port is None or self._model is None:
            self._relayout(anchor)
            return
        set_ranges(self, port)
        self._fit_legend()
        look = type_scale(self._zoom), self._texts, self._options
        self._measuring.start(measured(self._model, self.viewport().width(), *look))

    def _measured(self, is_all: bool) -> None:
        if is_all:
            self._relayout(self._anchor())

    def showEvent(self, event: QShowEvent) -> None:
        """Lay out what was not looked at until now."""
        super().showEvent(event)
        if self._layout is None:
            self._lay_out_now()

    def hideEvent(self, event: QHideEvent) -> None:
        """Make nothing ready that is not looked at."""
        super().hideEvent(event)
        self.image.stop()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Draw what is seen now; headers stay where they are."""
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the other language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.image.forget()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()

    def _anchor(self) -> Anchor | None:
        port = self.port() if self._layout is not None else None
        return anchor_of(port, self._model) if port is not None and self._model is not None else None

    def _relayout(self, anchor: Anchor | None) -> None:
        """Lay out anew; for the first time not before it is known how large it is seen."""
        if self._layout is not None or self.isVisible():
            self._lay_out_now(anchor)

    def _lay_out_now(self, anchor: Anchor | None = None) -> None:
        self._measuring.stop()
        if self._model is None:
            return
        scale = type_scale(self._zoom)
        self._fit_legend()
        self._lay_out(self._model, scale)
        port = self.port()
        if port is not None:
            set_ranges(self, port)
            if anchor is not None:
                self.scroll_to(scroll_for(anchor, port, self._model))
            self._legend.stand_in(self.port() or port)
        self.viewport().update()

    def _lay_out(self, model: MatrixModel, scale: TypeScale) -> None:
        """Lay out anew where anything has changed on which the layout rests: the day is no such thing."""
        width = self.viewport().width()
        self.image.expect_anew()
        rows = tuple((row.title, row.options, row.has_room) for row in model.rows)
        key = (rows, model.columns, model.baskets, width, self._zoom, self._options)
        if self._layout is None or key != self._laid_out:
            self._layout = lay_out(model, width, scale, self._texts, self._options)
            self._laid_out = key

    def _fit_legend(self) -> None:
        """Keep the legend short where height is scarce; the button beside it explains everything."""
        lines = 1 if self.window().height() < _LOW * self._zoom else 2
        self._legend.set_look(self._theme, self._zoom)
        space = float(self._legend.sizeHint().width())
        self._options = replace(self._options, legend_lines=lines, legend_space=space)
