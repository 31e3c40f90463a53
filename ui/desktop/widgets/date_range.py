"""Two days from and to, typed in plain words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.desktop.widgets.dates import date_tip, fault_of, typed_date
from ui.desktop.widgets.text import Text
from ui.theme.dress import set_invalid
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize
from workbench.readmodels.wording import plain_day


class DateRange(QWidget):
    """From one day to another.

    Signals
    -------
    chosen
        Two days stand in the lines, other ones than before.
    """

    chosen = Signal(object, object)

    def __init__(self, hub: ThemeHub) -> None:
        super().__init__()
        self.first, self.last = QLineEdit(), QLineEdit()
        self._shown: tuple[date, date] | None = None
        body = QHBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(Space.NORMAL)
        for line, name in ((self.first, self.tr("From")), (self.last, self.tr("To"))):
            label = Text(hub, name, TextSize.SMALL, Role.TEXT_MUTED)
            label.setWordWrap(False)
            label.setBuddy(line)
            line.setAccessibleName(name)
            line.setToolTip(date_tip())
            line.editingFinished.connect(self._left)
            body.addWidget(label)
            body.addWidget(line, 1)

    @property
    def days(self) -> tuple[date, date] | None:
        """The two days, the earlier first; none where one of them is no date."""
        texts = [line.text().strip() for line in (self.first, self.last)]
        if any(fault_of(text) for text in texts):
            return None
        start, end = (typed_date(text) for text in texts)
        first, last = sorted((start.earliest or start.effective, end.latest or end.effective))
        return first, last

    def show_days(self, first: date, last: date) -> None:
        """Show a period."""
        self._shown = (first, last)
        for line, day in ((self.first, first), (self.last, last)):
            line.setText(plain_day(day))
            self._judge(line)

    def _left(self) -> None:
        for line in (self.first, self.last):
            self._judge(line)
        days = self.days
        if days is not None and days != self._shown:
            self._shown = days
            self.chosen.emit(*days)

    @staticmethod
    def _judge(line: QLineEdit) -> None:
        fault = fault_of(line.text().strip())
        set_invalid(line, bool(fault))
        line.setAccessibleDescription(fault)
        line.setToolTip(fault or date_tip())
