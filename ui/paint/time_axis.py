"""Ticks of a time axis: years, quarters or months, as the zoom allows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QLocale

from ui.words import translate

_YEAR = 365.25
_STEPS = (1, 3, 12, 24, 60, 120, 240, 600, 1200)
"""Distances of ticks in months."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A tick and what stands beside it; a year is a main one."""

    day: date
    label: str
    is_year: bool


def ticks(first: date, last: date, pixels_per_day: float, least: float) -> tuple[Tick, ...]:
    """Return the ticks between two days.

    Parameters
    ----------
    first, last : date
        The days at both ends.
    pixels_per_day : float
        The zoom.
    least : float
        Least distance of two labels, in pixels.
    """
    months = _step(pixels_per_day, least)
    if months is None:
        return tuple(_weeks(first, last))
    return tuple(_tick(day, months) for day in _months(first, last, months))


def _step(pixels_per_day: float, least: float) -> int | None:
    """Return the fewest months between ticks that leave space; none where weeks fit."""
    if pixels_per_day * 7.0 >= least:
        return None
    month = pixels_per_day * _YEAR / 12.0
    return next((step for step in _STEPS if step * month >= least), _STEPS[-1])


def _months(first: date, last: date, step: int) -> Iterator[date]:
    number = first.year * 12 + first.month - 1
    number -= number % step
    while number <= last.year * 12 + last.month - 1:
        year, month = divmod(number, 12)
        if date.min.year <= year <= date.max.year and first <= date(year, month + 1, 1) <= last:
            yield date(year, month + 1, 1)
        number += step


def _weeks(first: date, last: date) -> Iterator[Tick]:
    day = first + timedelta(days=(7 - first.weekday()) % 7)
    while day <= last:
        short = translate("TimeAxis", "{day} {month}").format(day=day.day, month=_month(day))
        if day.month == 1 and day.day <= 7:
            short = translate("TimeAxis", "{day_and_month} {year}").format(day_and_month=short, year=day.year)
        yield Tick(day, short, is_year=False)
        day += timedelta(days=7)


def _tick(day: date, step: int) -> Tick:
    is_year = day.month == 1
    return Tick(day, str(day.year) if is_year or step >= 12 else _month_alone(day), is_year)


def _month(day: date) -> str:
    """Return the short name of a month as it stands beside a day."""
    return QLocale().monthName(day.month, QLocale.FormatType.ShortFormat)


def _month_alone(day: date) -> str:
    return QLocale().standaloneMonthName(day.month, QLocale.FormatType.ShortFormat)
