"""The span of days of a case."""

from __future__ import annotations

from datetime import date
from weakref import WeakKeyDictionary

from workbench.analysis.standing import change_days
from workbench.domain.dates import parse_day
from workbench.domain.errors import InvalidValueError
from workbench.snapshot import Snapshot

_LONG_PAST = date(2000, 1, 1)

# The span does not depend on the day shown, and every day asks for it.
_SPANS: WeakKeyDictionary[Snapshot, tuple[date, date] | None] = WeakKeyDictionary()


def known_span(snapshot: Snapshot, otherwise: date = _LONG_PAST) -> tuple[date, date]:
    """Return the first and the last day on which anything is known: positions, events, as_of.

    Deadlines lie ahead and do not count. A case without any date spans its as_of day, or the
    one day `otherwise` where it has none: a day long past, so that nothing depends on the clock.
    """
    if snapshot not in _SPANS:
        _SPANS[snapshot] = _span(snapshot)
    return _SPANS[snapshot] or (otherwise, otherwise)


def _span(snapshot: Snapshot) -> tuple[date, date] | None:
    days = change_days(snapshot)
    days += [event.date.effective for event in snapshot.case.events if not event.is_deadline]
    as_of = as_of_day(snapshot)
    if as_of:
        days.append(as_of)
    return (min(days), max(days)) if days else None


def as_of_day(snapshot: Snapshot) -> date | None:
    """Return the day up to which the case was kept, none where it is not given as a full date."""
    try:
        return parse_day(snapshot.case.entry("as_of"))
    except InvalidValueError:
        return None


def opening_day(snapshot: Snapshot, today: date) -> date:
    """Return the day on which a case opens: its as_of day, else the last on which anything is known."""
    as_of = as_of_day(snapshot)
    if as_of:
        return as_of
    return known_span(snapshot)[1] if len(snapshot.table) else today
