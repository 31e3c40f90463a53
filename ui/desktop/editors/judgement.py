"""The editor of a judgement."""

from __future__ import annotations

from dataclasses import replace

from ui.desktop.editors.base import RecordEditor
from ui.desktop.editors.choice_fields import WordField
from ui.desktop.editors.choosing import LevelField, RecordChoice
from ui.desktop.editors.code_names import suggest_code
from ui.desktop.editors.fields import AreaField, DateField, LineField
from ui.desktop.editors.parties import PartiesField
from ui.desktop.session import CaseSession
from ui.words import said, translate
from workbench.analysis.room import needed_parties
from workbench.domain.dates import parse_date
from workbench.domain.handling import Handling
from workbench.domain.judgement import Judgement
from workbench.domain.level import Level
from workbench.operations import PutRecord


class JudgementEditor(RecordEditor[Judgement]):
    """A person's own level for some parties on an issue, with its reason."""

    def build(self) -> None:
        """Make the fields."""
        hub = self.hub
        self.issue = RecordChoice(hub, translate("Judgement", "Issue"))
        self.parties = PartiesField(
            hub, translate("Judgement", "Between"), translate("Judgement", "choose parties")
        )
        self.add("issue", self.issue)
        self.add("parties", self.parties)
        self.add("level", LevelField(hub, translate("Judgement", "Level as you judge it")))
        self.add("reason", AreaField(hub, translate("Judgement", "Why"), 3))
        self.add("since", DateField(hub, translate("Judgement", "From")))
        self.add(
            "until",
            DateField(
                hub,
                translate("Judgement", "Until"),
                tip=translate("Judgement", "The first day on which it no longer stands."),
            ),
        )
        self.add("author", LineField(hub, translate("Judgement", "Whose judgement it is")))
        self.add("handling", WordField(hub, translate("Judgement", "Handling"), Handling))
        self.refresh_choices()
        for name in ("issue", "parties", "level", "reason"):
            self.form.addWidget(self.fields[name])
        self.row(self.fields["since"], self.fields["until"])
        self.row(self.fields["author"], self.fields["handling"])

    def refresh_choices(self) -> None:
        """Offer what the case holds now."""
        snapshot = self.session.snapshot
        self.issue.set_choices((issue.code, issue.title) for issue in snapshot.issues)
        self.parties.set_parties(snapshot.parties)

    def headline(self) -> tuple[str, str]:
        """Return the level and on what; the computed one stands beside it in the matrix."""
        if self.is_new:
            what = translate("Judgement", "It stands beside the computed level and changes nothing in it.")
            return translate("Judgement", "New judgement"), what
        titles = {issue.code: issue.title for issue in self.session.snapshot.issues}
        issue = titles.get(self.record.issue, self.record.issue)
        judged = translate("Judgement", "Judged {level}").format(level=said(self.record.level))
        return judged, translate("Judgement", "On {0}").format(issue)

    def problem(self) -> str:
        """Return what a judgement needs besides its fields."""
        if not self.parties.value():
            return translate("Judgement", "Choose the parties between whom it holds.")
        return (
            ""
            if self.fields["reason"].value()
            else translate("Judgement", "Give the reason: nobody can weigh a level without it.")
        )

    def completed(self, record: Judgement) -> Judgement:
        """Return the judgement with a code made from its issue."""
        taken = {judgement.code for judgement in self.session.snapshot.case.judgements}
        return replace(record, code=suggest_code(f"j-{record.issue}", taken))

    def writing(self, record: Judgement) -> PutRecord:
        """Return the operation that writes it."""
        return PutRecord(record)


def new_judgement(session: CaseSession) -> Judgement:
    """Return a judgement to start from: on what is selected, from the day shown."""
    chosen, snapshot = session.view.selection, session.snapshot
    issue = chosen.issue if chosen else next((own.code for own in snapshot.issues), "")
    since = parse_date(session.view.day.isoformat())
    return Judgement("", _parties_of(session), issue, Level.UNKNOWN, since)


def _parties_of(session: CaseSession) -> tuple[str, ...]:
    """Return between whom what is selected holds: the parties, or those whose room it is."""
    chosen, snapshot = session.view.selection, session.snapshot
    if chosen is None or chosen.parties:
        return chosen.parties if chosen else ()
    needed = needed_parties(snapshot, snapshot.issue_index(chosen.issue))
    codes = (snapshot.parties[number].code for number in needed)
    return tuple(code for code in codes if code not in session.view.hidden)
