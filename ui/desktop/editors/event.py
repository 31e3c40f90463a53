"""The editor of an event."""

from __future__ import annotations

from dataclasses import replace

from ui.desktop.editors.base import RecordEditor
from ui.desktop.editors.choice_fields import WordField
from ui.desktop.editors.choosing import SuggestedField
from ui.desktop.editors.code_names import suggest_code
from ui.desktop.editors.fields import AreaField, DateField, LineField
from ui.desktop.editors.parties import PartiesField
from ui.desktop.editors.sources import SourcesField
from ui.desktop.session import CaseSession
from ui.words import translate
from workbench.domain.dates import parse_date
from workbench.domain.event import DEADLINE, Event
from workbench.domain.folding import fold
from workbench.domain.handling import Handling
from workbench.operations import PutRecord
from workbench.readmodels.wording import deadline_word


class _KindField(SuggestedField):
    """The kind of an event: as typed, but for deadlines, which every language has its own word for."""

    def value(self) -> str:
        """Return the kind; that of a deadline is the same in every language."""
        typed = super().value()
        return DEADLINE if fold(typed) == fold(deadline_word()) else typed

    def set_value(self, value: str) -> None:
        """Show a kind."""
        super().set_value(deadline_word() if value == DEADLINE else value)


class EventEditor(RecordEditor[Event]):
    """What happened or falls due, when, and what it touches."""

    def build(self) -> None:
        """Make the fields."""
        hub = self.hub
        self.kind = _KindField(
            hub,
            translate("Event", "Kind"),
            hint=translate("Event", "“{0}” counts the days left.").format(deadline_word()),
        )
        self.parties, self.issues = (
            PartiesField(hub, translate("Event", "Parties"), translate("Event", "none in particular")),
            PartiesField(hub, translate("Event", "Issues"), translate("Event", "none in particular")),
        )
        self.sources = SourcesField(hub)
        self.sources.source_wanted.connect(lambda code: self.record_wanted.emit("sources", (code,)))
        self.add("title", LineField(hub, translate("Event", "What happened, or falls due"), required=True))
        self.add("date", DateField(hub, translate("Event", "Date"), required=True))
        self.add(
            "until",
            DateField(
                hub,
                translate("Event", "Until"),
                tip=translate("Event", "The last day of something that lasted."),
            ),
        )
        self.add("kind", self.kind)
        self.add("description", AreaField(hub, translate("Event", "Description"), 3))
        self.add("parties", self.parties)
        self.add("issues", self.issues)
        self.add("handling", WordField(hub, translate("Event", "Handling"), Handling))
        self.add("sources", self.sources)
        self.form.addWidget(self.fields["title"])
        self.row(self.fields["date"], self.fields["until"])
        for name in ("kind", "description"):
            self.form.addWidget(self.fields[name])
        self.row(self.parties, self.issues)
        for name in ("handling", "sources"):
            self.form.addWidget(self.fields[name])
        self.refresh_choices()

    def refresh_choices(self) -> None:
        """Offer what the case holds now."""
        snapshot = self.session.snapshot
        self.parties.set_parties(snapshot.parties)
        self.issues.set_choices((issue.code, issue.title) for issue in snapshot.issues)
        self.sources.set_sources(snapshot.case.sources)
        self.kind.suggest([deadline_word(), *(event.kind for event in snapshot.case.events)])

    def headline(self) -> tuple[str, str]:
        """Return title and code."""
        if self.is_new:
            return translate("Event", "New event"), ""
        return self.record.title, translate("Event", "Event {0}").format(self.record.code)

    def completed(self, record: Event) -> Event:
        """Return the event with a code made from its title."""
        taken = {event.code for event in self.session.snapshot.case.events}
        return replace(record, code=suggest_code(record.title, taken))

    def writing(self, record: Event) -> PutRecord:
        """Return the operation that writes it."""
        return PutRecord(record)


def new_event(session: CaseSession) -> Event:
    """Return an event to start from: on the day shown, about what is selected."""
    chosen = session.view.selection
    parties, issues = (chosen.parties, (chosen.issue,)) if chosen else ((), ())
    return Event("", parse_date(session.view.day.isoformat()), "", parties=parties, issues=issues)
