"""Which backups are kept: the last ten, then one a day, one a week, and one a month for good."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator
from datetime import datetime, timedelta

_LAST = 10
_DAILY = timedelta(days=14)
_WEEKLY = timedelta(weeks=10)


def superfluous(made: Collection[datetime]) -> tuple[datetime, ...]:
    """Return the times of the backups that can go.

    Days, weeks and months are counted back from the latest backup, not from today: a case that lay
    untouched for a year loses nothing by the first edit after it.
    """
    newest_first = sorted(made, reverse=True)
    stood_for: set[Hashable] = set()
    gone = []
    for number, at in enumerate(newest_first):
        spans = set(_spans(at, newest_first[0]))
        if number >= _LAST and spans <= stood_for:
            gone.append(at)
        stood_for |= spans
    return tuple(gone)


def _spans(at: datetime, latest: datetime) -> Iterator[Hashable]:
    """Yield the day, week and month that a backup may stand for at its age."""
    yield at.year, at.month, "month"
    if latest - at < _WEEKLY:
        yield tuple(at.isocalendar())[:2]
    if latest - at < _DAILY:
        yield at.date()
