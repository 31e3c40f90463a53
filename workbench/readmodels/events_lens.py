"""The Events lens: what happened, and the deadlines ahead, seen from the day shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from workbench.domain.event import Event
from workbench.domain.saying import counted, translate
from workbench.readmodels.cells import printed_name
from workbench.readmodels.wording import period_as_typed, source_not_shown
from workbench.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event.

    Attributes
    ----------
    event : Event
        The record.
    parties, issues, sources : tuple of str
        What it touches and rests on, by name.
    days_left : int or None
        Days from the day shown to a deadline, below 0 where it has passed; none for other events.
    """

    event: Event
    parties: tuple[str, ...]
    issues: tuple[str, ...]
    sources: tuple[str, ...]
    days_left: int | None

    @property
    def when(self) -> str:
        """Date, and end where there is one, as typed."""
        until = self.event.until
        return period_as_typed(self.event.date.text, until.text) if until else self.event.date.text

    @property
    def first(self) -> date:
        """The first day on which it may have begun."""
        return self.event.date.earliest or self.event.date.effective

    @property
    def last(self) -> date:
        """The last day on which it may have gone on."""
        bounds = (self.event.date.latest, self.event.until.latest if self.event.until else None)
        return max((self.first, *(bound for bound in bounds if bound)))

    @property
    def left(self) -> str:
        """The days left in words, empty for what is no deadline."""
        return "" if self.days_left is None else days_in_words(self.days_left)


def event_rows(snapshot: Snapshot, day: date) -> tuple[EventRow, ...]:
    """Return the events in reach by day, with the days left from `day` to each deadline."""
    parties = {party.code: party.label for party in snapshot.parties}
    issues = {issue.code: issue.title for issue in snapshot.issues}
    sources = {source.code: printed_name(source) for source in snapshot.case.sources}
    rows = [
        EventRow(
            event,
            tuple(parties.get(code, code) for code in event.parties),
            tuple(issues.get(code, code) for code in event.issues),
            tuple(sources.get(own.code, source_not_shown()) for own in event.sources),
            (event.date.effective - day).days if event.is_deadline else None,
        )
        for event in snapshot.case.events
    ]
    return tuple(sorted(rows, key=lambda row: row.event.date.effective))


def days_in_words(days: int) -> str:
    """Return how far a day lies ahead or behind: *in 3 days*, *today*, *1 day ago*."""
    if not days:
        return translate("Events", "today")
    if days > 0:
        return counted("Events", "in %n days", "in %n day", days)
    return counted("Events", "%n days ago", "%n day ago", -days)
