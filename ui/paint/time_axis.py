"""Ticks of a time axis: years, quarters or months, as the zoom allows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_YEAR = 365.25
_STEPS = (1, 3, 12, 24, 60, 120, 240, 600, 1200)
"""Distances of ticks in months."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


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
        label = f"{day.day} {_MONTHS[day.month - 1]}"
        yield Tick(day, f"{label} {day.year}" if day.month == 1 and day.day <= 7 else label, is_year=False)
        day += timedelta(days=7)


def _tick(day: date, step: int) -> Tick:
    is_year = day.month == 1
    return Tick(day, str(day.year) if is_year or step >= 12 else _MONTHS[day.month - 1], is_year)
