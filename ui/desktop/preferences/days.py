"""How days are written on the screen: in words, as in files, or as the system writes them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QLocale

from ui.words import marked, translate
from workbench.readmodels.wording import plain_day

_ENGLISH = marked("dates", "d MMMM yyyy")
"""A day in English; d stands for the day, MMMM for the month and yyyy for the year."""
_WEEKDAY = re.compile(r"dddd?[,،;]?\s*")


def day_style(choice: str) -> Callable[[date], str]:
    """Return how a day is written for a choice of ``words``, ``iso`` or ``system``."""
    return {"iso": date.isoformat, "system": _of_the_system}.get(choice, _in_words)


def _in_words(day: date) -> str:
    """Write a day in the language of the window: as a translator says, else as the language usually does."""
    locale, pattern = QLocale(), translate("dates", _ENGLISH)
    if locale.language() in (QLocale.Language.English, QLocale.Language.C):
        return plain_day(day)
    if pattern == _ENGLISH:
        pattern = _WEEKDAY.sub("", locale.dateFormat(QLocale.FormatType.LongFormat)).strip(" ,")
    return locale.toString(QDate(day.year, day.month, day.day), pattern)


def _of_the_system(day: date) -> str:
    own = QDate(day.year, day.month, day.day)
    return QLocale.system().toString(own, QLocale.FormatType.LongFormat)
