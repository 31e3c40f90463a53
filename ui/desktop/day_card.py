"""A card over the time strip in which a day is typed in plain words, or picked by its name."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QStyle, QVBoxLayout, QWidget

from ui.desktop.day_asked import Asked
from ui.desktop.goto.days import day_of, days_to_compare, days_to_go
from ui.desktop.goto.index import Target, find_targets
from ui.desktop.goto.palette import cast_shadow
from ui.desktop.goto.target_list import TargetView
from ui.desktop.widgets.dates import date_tip, fault_of, typed_date
from ui.desktop.widgets.text import BOLD, Text
from ui.theme.dress import set_invalid, set_surface
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize
from ui.words import translate
from workbench.readmodels.timeline_types import Timeline
from workbench.readmodels.wording import day_in_words, plain_day

_WIDTH, _ROWS, _ABOVE = 400, 6, 6


class DayCard(QFrame):
    """Lies over the window while it is open; Escape or a click elsewhere closes it.

    Signals
    -------
    chosen
        What was asked for, an ``Asked``, and a ``date``; none for no day.
    """

    chosen = Signal(object, object)

    def __init__(self, hub: ThemeHub, window: QWidget) -> None:
        super().__init__(window)
        self._hub, self._asked = hub, Asked.DAY
        self._targets: list[Target] = []
        self._span: tuple[date, date] | None = None
        self._before: QWidget | None = None
        self._is_picked = False
        set_surface(self, "card")
        self.title = Text(hub, "", TextSize.SMALL, Role.TEXT_MUTED, BOLD)
        self.line = QLineEdit()
        self.line.setPlaceholderText(translate("DayCard", "15 March 2022, last change, an event…"))
        self.line.setToolTip(date_tip())
        self.note = Text(hub, "", TextSize.SMALL, Role.TEXT_MUTED)
        self.list = TargetView(hub, translate("DayCard", "Days found"))
        body = QVBoxLayout(self)
        body.setContentsMargins(Space.WIDE, Space.WIDE, Space.WIDE, Space.NORMAL)
        body.setSpacing(Space.TIGHT)
        for own in (self.title, self.line, self.note, self.list):
            body.addWidget(own)
        self.line.textEdited.connect(self._edited)
        self.line.installEventFilter(self)
        self.list.clicked.connect(lambda index: self._pick(index.row()))
        cast_shadow(self)
        self.hide()

    def ask(self, asked: Asked, timeline: Timeline, days: tuple[date, date | None], over: QWidget) -> None:
        """Ask for a day over a widget.

        Parameters
        ----------
        asked : Asked
            Which day.
        timeline : Timeline
            Changes and events that can be gone to.
        days : (date, date or None)
            The day shown and the one compared with.
        over : QWidget
            The card stands over it.
        """
        self._asked, self._span = asked, (timeline.first, timeline.last)
        is_day = asked is Asked.DAY
        targets = days_to_go(timeline, days[0]) if is_day else days_to_compare(timeline, days[0])
        self._targets = list(targets)
        own = days[0] if is_day else days[1]
        self.title.setText(
            translate("DayCard", "Go to a day") if is_day else translate("DayCard", "Compare with a day")
        )
        self.line.setAccessibleName(self.title.text())
        self.line.setText(plain_day(own) if own else "")
        self._before = self.window().focusWidget()
        self._find("")
        self._say("", Role.TEXT_MUTED)
        self._place(over)
        self.show()
        self.raise_()
        self.line.setFocus()
        self.line.selectAll()

    def dismiss(self) -> None:
        """Close, and give the keyboard back."""
        if self.isVisible():
            self.hide()
            if self._before is not None:
                self._before.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk and take from the line; close when the keyboard goes elsewhere."""
        if event.type() == QEvent.Type.FocusOut and watched is self.line:
            self.hide()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        steps = {int(Qt.Key.Key_Down): 1, int(Qt.Key.Key_Up): -1}
        if key == Qt.Key.Key_Escape:
            self.dismiss()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif key in steps:
            self.list.step(steps[key])
            self._is_picked = True
            self._tell_of_row()
        else:
            return False
        return True

    def _edited(self, text: str) -> None:
        self._find(text)
        day = self._typed()
        self._say(self._reading(day) if day else "", Role.TEXT_MUTED)
        self._place_again()

    def _find(self, query: str) -> None:
        """Show what goes by that name; a day that can be read stands before all of them."""
        self._is_picked = False
        self.list.targets.show(find_targets(query, self._targets)[: 4 * _ROWS])
        is_sought = bool(query.strip()) and self._typed() is None
        self.list.point(0 if is_sought else -1)
        self.list.fit(_ROWS)

    def _typed(self) -> date | None:
        """Return the day that is typed, none where it is no date."""
        text = self.line.text().strip()
        return typed_date(text).effective if text and not fault_of(text) else None

    def _reading(self, day: date) -> str:
        said = (
            translate("DayCard", "Enter shows {0}.")
            if self._asked is Asked.DAY
            else translate("DayCard", "Enter compares with {0}.")
        ).format(day_in_words(day))
        if self._span and day < self._span[0]:
            before = translate("DayCard", "Nothing is known before {0}.").format(day_in_words(self._span[0]))
            return f"{said} {before}"
        return said

    def _take(self) -> None:
        """Take the row that was picked, the day that was typed, or the first that goes by what was typed."""
        row, day, text = self.list.currentIndex().row(), self._typed(), self.line.text().strip()
        if row >= 0 and (self._is_picked or day is None):
            self._pick(row)
        elif day is not None:
            self._done(day)
        else:
            self._say(fault_of(text) if text else date_tip(), Role.ERROR_TEXT, invalid=True)
            self._place_again()

    def _pick(self, row: int) -> None:
        target = self.list.targets.target(row)
        if target is not None:
            self._done(day_of(target))

    def _done(self, day: date | None) -> None:
        self.dismiss()
        self.chosen.emit(self._asked, day)

    def _tell_of_row(self) -> None:
        """Let a screen reader hear the row that Enter would take."""
        target = self.list.targets.target(self.list.currentIndex().row())
        if target is not None:
            self.line.setAccessibleDescription(", ".join(own for own in (target.title, target.detail) if own))

    def _say(self, text: str, role: Role, *, invalid: bool = False) -> None:
        self.note.set_role(role)
        self.note.setText(text)
        self.note.setVisible(bool(text))
        self.line.setAccessibleDescription(text)
        set_invalid(self.line, invalid)

    def _place(self, over: QWidget) -> None:
        """Stand on top of a widget, at the foot of the window where that is not to be seen."""
        self._foot = (
            over.mapTo(self.window(), QPoint(0, -_ABOVE))
            if over.isVisible()
            else QPoint(Space.SECTION, self.window().height() - Space.SECTION)
        )
        self._place_again()

    def _place_again(self) -> None:
        """Grow and shrink upwards, within the window."""
        self.setFixedWidth(min(round(_WIDTH * self._hub.zoom), self.window().width() - 2 * Space.SECTION))
        self.adjustSize()
        place = QPoint(self._foot.x(), max(self._foot.y() - self.height(), Space.NORMAL))
        own = QRect(place, self.size())
        self.move(QStyle.visualRect(self.layoutDirection(), self.window().rect(), own).topLeft())
