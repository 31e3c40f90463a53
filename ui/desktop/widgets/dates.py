"""Dates typed in plain words: how they are read, said beside the field while one types."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import lru_cache

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.desktop.widgets.text import Text
from ui.theme.dress import set_invalid
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize
from ui.words import translate
from workbench.domain.dates import PartialDate
from workbench.domain.dates_spoken import read_date, say_date
from workbench.domain.dates_words import ENGLISH, DateWords, words_of
from workbench.domain.errors import InvalidValueError
from workbench.readmodels.wording import day_in_words


def today() -> date:
    """Return the day that it is here."""
    return datetime.now(tz=UTC).astimezone().date()


def typed_date(text: str) -> PartialDate:
    """Read what was typed, EDTF or plain words.

    Raises
    ------
    InvalidValueError
        If it is no date, or could be read in two ways.
    """
    return read_date(text, today(), date_words())


def date_words() -> DateWords:
    """Return the words in which dates are read and said in the language of the window."""
    return _words_in(QLocale().name())


@lru_cache(maxsize=8)
def _words_in(language: str) -> DateWords:
    """Return the words of a language; where it has none, those of English with its own months."""
    own = words_of(language)
    if own is not None:
        return own
    locale, long, short = QLocale(language), QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat
    months = [locale.monthName(number, long) for number in range(1, 13)]
    alone = [locale.standaloneMonthName(number, long) for number in range(1, 13)]
    shorter = [locale.monthName(number, short) for number in range(1, 13)]
    return ENGLISH.with_months(months, alone, shorter) if all(months) else ENGLISH


def date_example() -> str:
    """Return what stands in an empty field for a date."""
    return translate("dates", "about March 2022")


def date_tip() -> str:
    """Return what can be typed as a date."""
    return translate(
        "dates",
        "As far as it is known: 2022, March 2022, 15.3.2022, about March 2022, before 2023, since 2020, "
        "between Dec 2022 and March 2023. Or as it is kept: 2022-03~, 2022?, 2022-12/2023-03.",
    )


def reading_of(text: str) -> str:
    """Return how a date is read, and from when it counts; empty for a full day as it is kept, or no date."""
    try:
        own = typed_date(text)
    except InvalidValueError:
        return ""
    is_a_day = own.text == own.effective.isoformat()
    if is_a_day and text.strip() == own.text:
        return ""
    words = say_date(own, date_words())
    reading = (
        translate("dates", "{date}: {words}.").format(date=own.text, words=words) if words != own.text else ""
    )
    if is_a_day:
        return reading
    counts = (
        translate("dates", "Counts from {day}, at the latest.")
        if own.is_at_the_latest
        else translate("dates", "Counts from {day}.")
    )
    return f"{reading} {counts.format(day=day_in_words(own.effective))}".strip()


def fault_of(text: str) -> str:
    """Return what is wrong with a date that was typed, empty where nothing is."""
    try:
        typed_date(text)
    except InvalidValueError as error:
        return translate("dates", "Expected {what}.").format(what=error.expected)
    return ""


class DateEntry(QWidget):
    """A line for a date, with what it is read as below it.

    Signals
    -------
    edited
        At every key.
    """

    edited = Signal()

    def __init__(self, hub: ThemeHub, name: str) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(date_example())
        self.line.setToolTip(date_tip())
        self.note = Text(hub, "", TextSize.SMALL, Role.TEXT_MUTED)
        self.note.hide()
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(Space.TIGHT // 2)
        body.addWidget(self.line)
        body.addWidget(self.note)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self._typed)
        self.line.editingFinished.connect(lambda: self._say(is_left=True))

    @property
    def date(self) -> PartialDate | None:
        """The date, none where nothing was typed or what was typed is no date."""
        text = self.line.text().strip()
        return typed_date(text) if text and not fault_of(text) else None

    def set_date(self, own: PartialDate | None) -> None:
        """Show a date."""
        self.line.setText(own.text if own else "")
        self._say(is_left=True)

    def _typed(self, _text: str) -> None:
        self._say(is_left=False)
        self.edited.emit()

    def _say(self, *, is_left: bool) -> None:
        """Say how the date is read; what is wrong with it once it is left, or while that is being mended."""
        text = self.line.text().strip()
        fault = fault_of(text) if text and (is_left or self.line.property("invalid")) else ""
        words = fault or (reading_of(text) if text else "")
        self.note.set_role(Role.ERROR_TEXT if fault else Role.TEXT_MUTED)
        self.note.setText(words)
        self.note.setVisible(bool(words))
        self.line.setAccessibleDescription(words)
        set_invalid(self.line, bool(fault))
