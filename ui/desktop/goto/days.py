"""Days that can be gone to by name: today, the changes around the day shown, events and deadlines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ui.desktop.goto.index import Target
from ui.desktop.time_steps import next_change, previous_change
from ui.desktop.view_state import a_year_before
from ui.desktop.widgets.dates import today
from ui.words import translate
from workbench.finding import names_to_find
from workbench.readmodels.timeline_types import EventMark, Timeline
from workbench.readmodels.wording import day_in_words, plain_day


def days_to_go(timeline: Timeline, day: date) -> Iterator[Target]:
    """Yield the days that the day shown can be moved to."""
    changes = timeline.change_days
    yield _named(translate("Days", "Today"), today())
    if changes:
        yield _named(translate("Days", "Last change"), changes[-1])
    yield from _around(timeline, day)
    if changes:
        yield _named(translate("Days", "First change"), changes[0])
    yield from (_event(own) for own in timeline.events)


def days_to_compare(timeline: Timeline, day: date) -> Iterator[Target]:
    """Yield the days that the day shown can be compared with; the last of the first few is none."""
    yield _named(translate("Days", "A year before"), a_year_before(day))
    yield from _around(timeline, day)
    if timeline.change_days:
        yield _named(translate("Days", "First change"), timeline.change_days[0])
    title = translate("Days", "No day")
    yield Target("", title, translate("Days", "nothing is compared"), names_to_find((title,)))
    yield from (_event(own) for own in timeline.events)


def day_of(target: Target) -> date | None:
    """Return the day that a target stands for, none for no day."""
    return date.fromisoformat(target.key[0]) if target.key else None


def _around(timeline: Timeline, day: date) -> Iterator[Target]:
    """Yield the changes and the deadline nearest to a day."""
    before, after = previous_change(timeline, day), next_change(timeline, day)
    if before:
        yield _named(translate("Days", "Previous change"), before)
    if after:
        yield _named(translate("Days", "Next change"), after)
    ahead = [own for own in timeline.events if own.is_deadline and own.day >= day]
    if ahead:
        yield _named(translate("Days", "Next deadline"), ahead[0].day)


def _named(title: str, day: date) -> Target:
    return Target("", title, day_in_words(day), names_to_find((title,)), key=(day.isoformat(),))


def _event(own: EventMark) -> Target:
    kind = translate("Days", "deadline") if own.is_deadline else translate("Days", "event")
    names = names_to_find((own.title, own.kind, plain_day(own.day), own.when))
    return Target(kind, own.title, day_in_words(own.day), names, key=(own.day.isoformat(),))
