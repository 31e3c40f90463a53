"""The time strip: the day shown, the band with its handles, and what its lines measure."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ui.desktop.time_band import TimeBand
from ui.desktop.time_player import TimePlayer
from ui.desktop.time_steps import next_change, previous_change
from ui.desktop.widgets.elided_lines import ElidedLines
from ui.desktop.widgets.focus import tab_before
from ui.theme.dress import set_kind
from ui.theme.icons import icon
from ui.theme.roles import Role
from ui.theme.theme import Theme
from ui.theme.typography import TextSize, sans
from ui.words import translate
from workbench.readmodels.timeline import drift_note
from workbench.readmodels.timeline_types import Timeline
from workbench.readmodels.wording import day_in_words

_LEFT = 200
_RIGHT = 168
_MARGIN = 14
_BUTTON = 5
"""Ground around the words of a button that has no frame."""
_LONGEST = date(2022, 9, 28)
"""A day whose words are as long as they get."""


class TimeStrip(QWidget):
    """Time, always there.

    Parameters
    ----------
    theme : Theme
        Colours.
    parent : QWidget, optional
        Qt parent.

    Signals
    -------
    day_changed, compared_changed
        With a ``date``, at most once a frame while a handle is dragged.
    day_wanted, compared_wanted
        A day is to be typed.
    """

    day_changed = Signal(object)
    compared_changed = Signal(object)
    day_wanted = Signal()
    compared_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.band = TimeBand(theme, self)
        self.player = TimePlayer(self)
        self._theme = theme
        self.day_button = _day_button("display", translate("TimeStrip", "Go to a day… (Ctrl+D)"))
        self.compared_button = _day_button("small", translate("TimeStrip", "Compare with a day… (Ctrl+M)"))
        self._note = _label("small", "muted")
        self._note.setToolTip(
            translate("TimeStrip", "The higher a line, the further apart the two parties lie.")
        )
        self._drift = ElidedLines(theme, Role.TEXT_MUTED)
        self._play = QPushButton(translate("TimeStrip", "Play"), self)
        self._steps = (
            _step_button(translate("TimeStrip", "Previous change ( [ )")),
            _step_button(translate("TimeStrip", "Next change ( ] )")),
        )
        self._lay_out()
        self._connect()
        self._draw_icons(theme)

    def showEvent(self, event: QShowEvent) -> None:
        """Put days and steps before the band in the order of Tab: being moved into a window changed it."""
        super().showEvent(event)
        back, ahead = self._steps
        tab_before(self.band, (self.day_button, self.compared_button, back, self._play, ahead))

    def set_timeline(self, timeline: Timeline) -> None:
        """Show other events or distances."""
        self.band.set_timeline(timeline)
        self._describe()

    def set_days(self, day: date, compared: date | None) -> None:
        """Move both handles; says nothing."""
        self.band.set_days(day, compared)
        self._describe()

    def set_theme(self, theme: Theme, zoom: float = 1.0) -> None:
        """Draw in other colours, or at another size of text."""
        self._theme = theme
        self._draw_icons(theme)
        self.band.set_theme(theme, zoom)
        self._drift.set_theme(theme, zoom)
        self._left.setFixedWidth(_left_width(zoom))
        self._right.setFixedWidth(round(_RIGHT * zoom))

    def step_to_next_change(self) -> None:
        """Show the next day on which anything changes."""
        timeline = self.band.timeline
        if timeline is not None:
            self._go(next_change(timeline, self.band.day))

    def step_to_previous_change(self) -> None:
        """Show the last day before on which anything changed."""
        timeline = self.band.timeline
        if timeline is not None:
            self._go(previous_change(timeline, self.band.day))

    def toggle_play(self) -> None:
        """Play, or stop."""
        timeline = self.band.timeline
        if self.player.is_running:
            self.player.stop()
        elif timeline is not None:
            self.player.play(timeline, self.band.day)

    def _go(self, day: date | None) -> None:
        if day is not None and day != self.band.day:
            self.set_days(day, self.band.compared)
            self.day_changed.emit(day)

    def _lay_out(self) -> None:
        self._left, self._right = QWidget(self), QWidget(self)
        self._left.setFixedWidth(_left_width(1.0))
        self._right.setFixedWidth(_RIGHT)
        left = _column(
            self._left,
            _label("section", text=translate("TimeStrip", "Standing on")),
            self.day_button,
            self.compared_button,
        )
        left.setSpacing(0)
        left.addStretch()
        left.addLayout(self._buttons())
        _column(self._right, self._note, _indented(self._drift))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addWidget(self.band, 1)
        row.addWidget(self._right)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(_BUTTON, 0, 0, 0)
        row.setSpacing(4)
        back, ahead = self._steps
        back.clicked.connect(self.step_to_previous_change)
        ahead.clicked.connect(self.step_to_next_change)
        self._play.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for button in (back, self._play, ahead):
            row.addWidget(button)
        return row

    def _connect(self) -> None:
        self.band.day_changed.connect(self._dragged)
        self.band.compared_changed.connect(self._compared_dragged)
        self.player.played.connect(self._go)
        self.player.running_changed.connect(self._show_running)
        self._play.clicked.connect(self.toggle_play)
        self.day_button.clicked.connect(lambda _on: self.day_wanted.emit())
        self.compared_button.clicked.connect(lambda _on: self.compared_wanted.emit())

    def _dragged(self, day: date) -> None:
        self.player.stop()
        self._describe()
        self.day_changed.emit(day)

    def _compared_dragged(self, day: date) -> None:
        self._describe()
        self.compared_changed.emit(day)

    def _show_running(self, running: bool) -> None:
        self._play.setText(translate("TimeStrip", "Stop") if running else translate("TimeStrip", "Play"))
        self._draw_icons(self._theme)

    def _draw_icons(self, theme: Theme) -> None:
        self._play.setIcon(icon("pause" if self.player.is_running else "play", theme))
        ways = ("step-back", "step-forward")
        for button, name in zip(self._steps, reversed(ways) if self.isRightToLeft() else ways, strict=True):
            button.setIcon(icon(name, theme))

    def _describe(self) -> None:
        day, compared, timeline = self.band.day, self.band.compared, self.band.timeline
        shown = day_in_words(day)
        self.day_button.setText(shown)
        self.day_button.setAccessibleName(translate("TimeStrip", "Day shown: {0}").format(shown))
        self.compared_button.setText(
            translate("TimeStrip", "compared with {0}").format(day_in_words(compared))
            if compared
            else translate("TimeStrip", "compared with no day")
        )
        if timeline is not None:
            self._note.setText(timeline.note if timeline.lines else "")
            self._drift.set_text(drift_note(timeline, day, compared))


def _left_width(zoom: float) -> int:
    """Return a width in which every day stands on one line."""
    words = day_in_words(_LONGEST)
    day = QFontMetrics(sans(TextSize.DISPLAY, QFont.Weight.DemiBold, zoom=zoom)).horizontalAdvance(words)
    small = QFontMetrics(sans(TextSize.SMALL, zoom=zoom)).horizontalAdvance(
        translate("TimeStrip", "compared with {0}").format(words)
    )
    return max(round(_LEFT * zoom), max(day, small) + 2 * _MARGIN + 4 + _BUTTON)


def _label(size: str, tone: str = "", text: str = "") -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("textsize", size)
    if tone:
        label.setProperty("tone", tone)
    return label


def _day_button(size: str, tip: str) -> QPushButton:
    """Return a day that can be pressed to type another."""
    button = QPushButton()
    set_kind(button, "day")
    button.setProperty("textsize", size)
    button.setToolTip(tip)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return button


def _step_button(name: str) -> QToolButton:
    button = QToolButton()
    button.setToolTip(name)
    button.setAccessibleName(name)
    return button


def _indented(line: QWidget) -> QWidget:
    """Return a line that begins where the words of the others do."""
    around = QWidget()
    body = QHBoxLayout(around)
    body.setContentsMargins(_BUTTON, 0, 0, 0)
    body.addWidget(line)
    return around


def _column(parent: QWidget, *lines: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(parent)
    column.setContentsMargins(_MARGIN - _BUTTON, 10, _MARGIN, 12)
    column.setSpacing(4)
    for line in lines:
        if isinstance(line, QLabel):
            line.setIndent(_BUTTON)
        column.addWidget(line)
    return column
