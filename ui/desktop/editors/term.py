"""The editor of a contested name."""

from __future__ import annotations

from ui.desktop.editors.base import RecordEditor
from ui.desktop.editors.choosing import RecordChoice, SuggestedField
from ui.desktop.editors.fields import LineField
from ui.desktop.session import CaseSession
from ui.words import translate
from workbench.domain.case import key_of
from workbench.domain.term import Term
from workbench.operations import PutRecord

_FREE = "free"


class TermEditor(RecordEditor[Term]):
    """What is named, the neutral form, and one party's own form of it."""

    def build(self) -> None:
        """Make the fields."""
        hub = self.hub
        self.subject, self.party = (
            RecordChoice(hub, translate("Term", "What is named")),
            RecordChoice(hub, translate("Term", "Whose form it is")),
        )
        self.neutral = SuggestedField(
            hub,
            translate("Term", "Neutral form"),
            hint=translate("Term", "The same for every form of one name."),
        )
        self.language = SuggestedField(
            hub, translate("Term", "Language"), hint=translate("Term", "In short: az, en, hy.")
        )
        self.add("subject", self.subject)
        self.add("neutral", self.neutral)
        self.add("party", self.party)
        self.add("term", LineField(hub, translate("Term", "Its own form"), required=True))
        self.add("language", self.language)
        self.refresh_choices()
        for field in self.fields.values():
            self.form.addWidget(field)

    def refresh_choices(self) -> None:
        """Offer what the case holds now."""
        snapshot = self.session.snapshot
        party, about = translate("Term", "Party: {0}"), translate("Term", "Issue: {0}")
        parties = [(own.code, own.label) for own in snapshot.parties]
        self.party.set_choices([("", translate("Term", "nobody’s in particular")), *parties])
        self.subject.set_choices(
            [
                (_FREE, translate("Term", "a name outside the records")),
                *((f"party:{code}", party.format(label)) for code, label in parties),
                *((f"issue:{issue.code}", about.format(issue.title)) for issue in snapshot.issues),
            ]
        )
        self.neutral.suggest(term.neutral for term in snapshot.case.terms)
        self.language.suggest(term.language for term in snapshot.case.terms)

    def headline(self) -> tuple[str, str]:
        """Return the form and what it is called neutrally."""
        if self.is_new:
            return translate("Term", "New form of a contested name"), ""
        neutral = translate("Term", "Neutral: {0}").format(self.record.neutral)
        return self.record.term, neutral if self.record.neutral else ""

    def problem(self) -> str:
        """Return that the same party's form in the same language is there already."""
        taken = {key_of(term) for term in self.session.snapshot.case.terms}
        if key_of(self.draft()) not in taken:
            return ""
        return translate(
            "Term", "This party has a form of this name in this language already. Open that one to change it."
        )

    def writing(self, record: Term) -> PutRecord:
        """Return the operation that writes it; nearly every field is part of what makes it this record."""
        return PutRecord(record, was=None if self.is_new else self.key)


def new_term(session: CaseSession) -> Term:
    """Return a form to start from: of the issue selected."""
    chosen = session.view.selection
    return Term(f"issue:{chosen.issue}" if chosen else _FREE, "")
