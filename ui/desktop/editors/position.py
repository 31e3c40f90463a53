"""The editor of a position: what one party wants on one issue from one date."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QTimer

from ui.desktop.editors.base import RecordEditor
from ui.desktop.editors.choice_fields import ChoiceField, WordField
from ui.desktop.editors.code_names import suggest_code
from ui.desktop.editors.fields import AreaField, DateField, LineField, NumberField
from ui.desktop.editors.parties import PartiesField
from ui.desktop.editors.sources import SourcesField
from ui.desktop.editors.stances import StanceGrid
from ui.desktop.session import CaseSession
from ui.desktop.widgets.dates import date_words
from ui.words import at_start, marked, said, translate
from workbench.domain.dates import parse_date
from workbench.domain.dates_spoken import say_date
from workbench.domain.handling import Handling
from workbench.domain.issue import Issue, Option
from workbench.domain.position import Position
from workbench.domain.vocabulary import Agenda, Confidence, TimePressure, Track
from workbench.operations import PutRecord, RecordPosition
from workbench.snapshot import Snapshot

_UNDECIDED = marked("Position", "not given")


class PositionEditor(RecordEditor[Position]):
    """One party on one issue; a new position starts from the one that stands."""

    def build(self) -> None:
        """Make the fields, in the order in which one fills them."""
        self.typed_options: list[Option] = []
        if self.is_new:
            self._build_subject()
        self._build_when()
        self.stances = StanceGrid(self.hub)
        self.stances.committed.connect(self._stances_changed)
        self.stances.option_typed.connect(self._make_option)
        self.form.addWidget(self.stances)
        self._build_words()
        self._build_evidence()
        self._build_reading()
        self.refresh_choices()

    def _build_subject(self) -> None:
        snapshot = self.session.snapshot
        parties = [(party.code, party.label) for party in snapshot.parties]
        issues = [(issue.code, issue.title) for issue in snapshot.issues]
        self.add("party", ChoiceField(self.hub, translate("Position", "Party"), parties))
        self.add("issue", ChoiceField(self.hub, translate("Position", "Issue"), issues))
        self.fields["party"].edited.connect(self._subject_changed)
        self.fields["issue"].edited.connect(self._subject_changed)
        self.form.addWidget(self.fields["issue"])

    def _build_when(self) -> None:
        self.add("since", DateField(self.hub, translate("Position", "From"), required=True))
        self.add(
            "until",
            DateField(
                self.hub,
                translate("Position", "Until"),
                tip=translate("Position", "The first day on which it no longer stands."),
            ),
        )
        self.add("track", WordField(self.hub, translate("Position", "Track"), Track))
        self.row(*(self.fields[name] for name in ("party", "track") if name in self.fields))
        self.row(self.fields["since"], self.fields["until"])

    def _build_words(self) -> None:
        self.add("statement", AreaField(self.hub, translate("Position", "What they say")))
        self.add("interest", AreaField(self.hub, translate("Position", "Why: the interest behind it")))
        for name in ("statement", "interest"):
            self.form.addWidget(self.fields[name])

    def _build_evidence(self) -> None:
        self.sources = SourcesField(self.hub)
        self.sources.source_wanted.connect(lambda code: self.record_wanted.emit("sources", (code,)))
        self.add("sources", self.sources)
        self.add(
            "confidence",
            WordField(
                self.hub, translate("Position", "Confidence"), Confidence, translate("Position", _UNDECIDED)
            ),
        )
        self.form.addWidget(self.sources)

    def _build_reading(self) -> None:
        hub, fields = self.hub, self.fields
        self.add("salience", NumberField(hub, translate("Position", "Salience"), 0, 100))
        self.add(
            "time_pressure",
            WordField(
                hub, translate("Position", "Time pressure"), TimePressure, translate("Position", _UNDECIDED)
            ),
        )
        self.add(
            "agenda",
            WordField(hub, translate("Position", "On its agenda"), Agenda, translate("Position", _UNDECIDED)),
        )
        self.add("limit_owner", LineField(hub, translate("Position", "Who can move the red line")))
        self.add("readings", AreaField(hub, translate("Position", "Competing readings, parted by |"), 1))
        self.add("handling", WordField(hub, translate("Position", "Handling"), Handling))
        self.add(
            "known_to",
            PartiesField(
                hub, translate("Position", "Known to"), translate("Position", "nobody in particular")
            ),
        )
        self.row(fields["confidence"], fields["salience"])
        self.row(fields["time_pressure"], fields["agenda"])
        self.form.addWidget(fields["limit_owner"])
        self.form.addWidget(fields["readings"])
        self.row(fields["handling"], fields["known_to"])

    def refresh_choices(self) -> None:
        """Offer the options, parties and sources that the case holds now."""
        snapshot = self.session.snapshot
        self.sources.set_sources(snapshot.case.sources)
        known_to = self.fields["known_to"]
        if isinstance(known_to, PartiesField):
            known_to.set_parties(snapshot.parties)
        self._show_options()

    def parts(self) -> tuple[Any, ...]:
        """Return the fields and the stances."""
        return (*super().parts(), self.stances)

    def headline(self) -> tuple[str, str]:
        """Return who on what, and since when."""
        party, issue = self._named()
        title = translate("Position", "{party} on {issue}").format(party=party, issue=issue)
        if not self.is_new:
            text = translate("Position", "{track}, from {date}")
            return title, text.format(track=at_start(said(self.record.track)), date=self.record.since)
        base = self._base
        if base is None:
            return title, translate("Position", "A first position: nothing stands on the day shown.")
        text = translate("Position", "What changed? Starts from what stands: {track}, {date}.")
        return title, text.format(track=said(base.track), date=say_date(base.since, date_words()))

    def load(self, record: Position) -> None:
        """Show a position."""
        self.record = record
        self._show_options()
        self.stances.set_stances(record.stances)
        super().load(record)

    def draft(self) -> Position:
        """Return the position as the fields now read."""
        return replace(super().draft(), stances=self.stances.stances())

    def problem(self) -> str:
        """Return that something has to be said, where nothing is."""
        draft = self.draft()
        if draft.stances or draft.agenda or draft.statement:
            return ""
        return translate("Position", "Give a stance toward one option at least, or what they say.")

    def writing(self, record: Position) -> RecordPosition:
        """Return the operation that writes it, together with the options typed."""
        made = tuple(option for option in self.typed_options if option.issue == record.issue)
        return RecordPosition(record, new_options=made if self.is_new else ())

    @property
    def _base(self) -> Position | None:
        return standing_position(self.session, self.record.party, self.record.issue)

    def _named(self) -> tuple[str, str]:
        party = self.session.record("parties", (self.record.party,))
        issue = self.session.record("issues", (self.record.issue,))
        label = getattr(party, "label", self.record.party)
        return label, getattr(issue, "title", self.record.issue)

    def _subject_changed(self) -> None:
        """Start again from what stands for the party and issue now chosen; keep date and track."""
        party, issue = self.fields["party"].value(), self.fields["issue"].value()
        started = start_position(self.session, party, issue)
        typed = self.fields["since"]
        since = started.since if typed.problem() else typed.value()
        self.load(replace(started, since=since, track=self.fields["track"].value()))

    def _show_options(self) -> None:
        snapshot = self.session.snapshot
        issue = self.session.record("issues", (self.record.issue,))
        if not isinstance(issue, Issue):
            return
        options = snapshot.issue_options(snapshot.issue_index(issue.code))
        typed = (option for option in self.typed_options if option.issue == issue.code)
        self.stances.set_options((*options, *typed), issue.kind)

    def _stances_changed(self) -> None:
        changed = replace(self.record, stances=self.stances.stances())
        if not self.is_new and changed != self.record:
            self.save(changed)

    def _make_option(self, label: str) -> None:
        """Make an option: at once for a position that stands, with the position where it is new."""
        issue = self.record.issue
        taken = {option.code for option in (*self.session.snapshot.case.options, *self.typed_options)}
        option = Option(issue, suggest_code(label, taken) or "option", label)
        if self.is_new:
            self.typed_options.append(option)
            self._show_options()
        elif self.session.perform(PutRecord(option), self._initiator) is None:
            return
        QTimer.singleShot(0, self._focus_last_option)

    def _focus_last_option(self) -> None:
        self.stances.rows[-1].setFocus()


def standing_position(session: CaseSession, party: str, issue: str) -> Position | None:
    """Return what stands for a party on an issue on the day shown."""
    standing, snapshot = session.model.standing, session.snapshot
    row = int(standing.rows[snapshot.party_index(party), snapshot.issue_index(issue)])
    return None if row < 0 else snapshot.position(row)


def start_position(session: CaseSession, party: str, issue: str) -> Position:
    """Return a new position from the day shown on, with what stands as a start.

    What was said, who said it and to whom belong to their own date and start empty.
    """
    since = parse_date(session.view.day.isoformat())
    base = standing_position(session, party, issue)
    if base is None:
        return Position("", party, issue, since, handling=_handling_of(session.snapshot, issue))
    return replace(base, ref="", since=since, until=None, sources=(), known_to=(), statement="", readings="")


def _handling_of(snapshot: Snapshot, issue: str) -> Handling:
    """Return the default handling, narrower where the issue is."""
    own = snapshot.issues[snapshot.issue_index(issue)].handling
    return max(own, Handling.TEAM, key=lambda handling: handling.narrowness)
