"""How days are written on the screen: in words, as in files, or as the system writes them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from workbench.readmodels.wording import plain_day

_ENGLISH = "d MMMM yyyy"


def day_style(choice: str) -> Callable[[date], str]:
    """Return how a day is written for a choice of ``words``, ``iso`` or ``system``."""
    return {"iso": date.isoformat, "system": _of_the_system}.get(choice, _in_words)


def _in_words(day: date) -> str:
    """Write a day in the language of the window; English needs nobody to ask."""
    pattern = QCoreApplication.translate("dates", _ENGLISH)
    locale = QLocale()
    if pattern == _ENGLISH or locale.language() is QLocale.Language.English:
        return plain_day(day)
    return locale.toString(QDate(day.year, day.month, day.day), pattern)


def _of_the_system(day: date) -> str:
    own = QDate(day.year, day.month, day.day)
    return QLocale.system().toString(own, QLocale.FormatType.LongFormat)
