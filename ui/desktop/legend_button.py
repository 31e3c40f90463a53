"""The button beside the legend, and the card that explains every sign of the matrix."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ui.desktop.legend_words import SECTIONS, Entry, Written, explained
from ui.desktop.widgets.mirrored import seen
from ui.paint.legend import Sign, draw_sign, sign_name
from ui.paint.port import MatrixPort
from ui.paint.type import type_scale
from ui.theme.dress import set_kind, set_surface, set_text
from ui.theme.theme import Theme
from ui.theme.typography import Space
from ui.words import translate


class LegendButton(QToolButton):
    """Stands at the right end of the legend and opens the whole of it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._zoom = 1.0
        self.setText(translate("Legend", "Legend"))
        tip = translate("Legend", "Explain every sign of the matrix")
        self.setToolTip(tip)
        self.setAccessibleName(tip)
        set_kind(self, "link")
        self.clicked.connect(self.explain)
        self.hide()

    def set_look(self, theme: Theme, zoom: float) -> None:
        """Explain in these colours, at this size of text."""
        self._theme, self._zoom = theme, zoom

    def stand_in(self, port: MatrixPort) -> None:
        """Stand at the end of the legend's first line."""
        place, size = port.legend_rect, self.sizeHint()
        self.setVisible(place.height() > 0.0)
        middle = place.top() + type_scale(self._zoom).px(7) + type_scale(self._zoom).small.line / 2.0
        own = QRect(QPoint(round(place.right()) - size.width(), round(middle - size.height() / 2.0)), size)
        over = self.parentWidget()
        self.setGeometry(seen(over, own) if over is not None else own)

    def explain(self) -> LegendCard | None:
        """Open the card over the matrix."""
        if self._theme is None:
            return None
        card = LegendCard(self._theme, self._zoom, self)
        card.adjustSize()
        corner = self.mapToGlobal(QPoint(self.width(), 0))
        screen = self.screen().availableGeometry()
        left = max(screen.left(), corner.x() - card.width())
        card.move(left, max(screen.top(), corner.y() - card.height() - Space.TIGHT))
        card.show()
        return card


class LegendCard(QFrame):
    """Every sign with what it means; gone with the next click or key."""

    def __init__(self, theme: Theme, zoom: float, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(translate("Legend", "Legend"))
        set_surface(self, "card")
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.PAGE)
        grid.setVerticalSpacing(Space.WIDE)
        columns = [QVBoxLayout() for _ in range(max(_COLUMN_OF) + 1)]
        for (heading, entries), column in zip(SECTIONS, _COLUMN_OF, strict=True):
            columns[column].addWidget(_section(heading, entries, theme, zoom))
        for place, own in enumerate(columns):
            own.setSpacing(Space.WIDE)
            own.addStretch(1)
            grid.addLayout(own, 0, place)
        body = QVBoxLayout(self)
        body.setContentsMargins(Space.SECTION, Space.SECTION, Space.SECTION, Space.SECTION)
        body.addLayout(grid)


def _section(heading: str, entries: tuple[Entry, ...], theme: Theme, zoom: float) -> QWidget:
    section = QWidget()
    grid = QGridLayout(section)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(Space.NORMAL)
    grid.setVerticalSpacing(Space.TIGHT)
    grid.addWidget(_text(explained(heading), zoom, heading=True), 0, 0, 1, 3)
    for row, (sign, meaning) in enumerate(entries, 1):
        top = Qt.AlignmentFlag.AlignTop
        if isinstance(sign, Written):
            grid.addWidget(_text(explained(sign.text), zoom, muted=False), row, 0, 1, 2, top)
        else:
            grid.addWidget(_Swatch(sign, theme, zoom), row, 0, top)
            grid.addWidget(_text(sign_name(sign), zoom, muted=False), row, 1, top)
        said = _text(explained(meaning), zoom)
        said.setWordWrap(True)
        said.setFixedWidth(round(_MEANING * zoom))
        grid.addWidget(said, row, 2, top)
    return section


_MEANING = 170
_COLUMN_OF = (0, 0, 1, 2)
"""In which column each section of the legend stands."""


def _text(text: str, zoom: float, *, heading: bool = False, muted: bool = True) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    set_text(label, "section" if heading else "small", "muted" if muted else "primary")
    label.setMinimumHeight(round(16 * zoom))
    return label


class _Swatch(QWidget):
    """One sign as the matrix draws it."""

    def __init__(self, sign: Sign, theme: Theme, zoom: float) -> None:
        super().__init__()
        self._sign, self._theme, self._scale = sign, theme, type_scale(zoom)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room of the widest sign."""
        return QSize(round(self._scale.px(16)), round(self._scale.px(16)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(0.0, 0.0, self._scale.px(14), float(self.height()))
        draw_sign(painter, place, self._sign, self._theme, self._scale)
        painter.end()
