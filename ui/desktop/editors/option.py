"""The editor of an option."""

from __future__ import annotations

from dataclasses import replace

from ui.desktop.editors.base import RecordEditor
from ui.desktop.editors.choice_fields import ChoiceField, WordField
from ui.desktop.editors.code_names import suggest_code
from ui.desktop.editors.fields import AreaField, LineField, NumberField
from ui.desktop.editors.parties import PartiesField
from ui.desktop.editors.sources import SourcesField
from ui.words import marked, translate
from workbench.domain.handling import Handling
from workbench.domain.issue import Issue, Option
from workbench.domain.vocabulary import Scale
from workbench.operations import PutRecord

_AS_ISSUE = marked("Option", "as its issue")


class OptionEditor(RecordEditor[Option]):
    """One possible answer to the question of an issue."""

    def build(self) -> None:
        """Make the fields."""
        hub = self.hub
        if self.is_new:
            issues = [(issue.code, issue.title) for issue in self.session.snapshot.issues]
            self.add("issue", ChoiceField(hub, translate("Option", "Issue"), issues))
            self.form.addWidget(self.fields["issue"])
        self.add("label", LineField(hub, translate("Option", "The option, in a few words"), required=True))
        self.add(
            "location", NumberField(hub, translate("Option", "Place on the scale (ordered issues)"), 0, 1)
        )
        self.add(
            "handling",
            WordField(hub, translate("Option", "Handling"), Handling, translate("Option", _AS_ISSUE)),
        )
        self.add("description", AreaField(hub, translate("Option", "Description"), 3))
        self.known_to = PartiesField(
            hub, translate("Option", "Known to"), translate("Option", "nobody in particular")
        )
        self.sources = SourcesField(hub)
        self.add("known_to", self.known_to)
        self.add("sources", self.sources)
        self.sources.source_wanted.connect(lambda code: self.record_wanted.emit("sources", (code,)))
        self.refresh_choices()
        self.form.addWidget(self.fields["label"])
        self.form.addWidget(self.fields["description"])
        self.row(self.fields["location"], self.fields["handling"])
        self.form.addWidget(self.known_to)
        self.form.addWidget(self.sources)

    def refresh_choices(self) -> None:
        """Offer the parties and sources that the case holds now."""
        self.known_to.set_parties(self.session.snapshot.parties)
        self.sources.set_sources(self.session.snapshot.case.sources)

    def headline(self) -> tuple[str, str]:
        """Return label and issue."""
        issue = self._issue(self.record.issue)
        title = issue.title if issue else ""
        if self.is_new:
            return translate("Option", "New option"), ""
        if issue and issue.scale is Scale.ORDERED:
            text = translate("Option", "Option of “{0}”, an ordered scale")
        else:
            text = translate("Option", "Option of “{0}”")
        return self.record.label, text.format(title)

    def completed(self, record: Option) -> Option:
        """Return the option with a code made from its label."""
        options = self.session.snapshot.case.options
        taken = {option.code for option in options if option.issue == record.issue}
        return replace(record, code=suggest_code(record.label, taken))

    def writing(self, record: Option) -> PutRecord:
        """Return the operation that writes it."""
        return PutRecord(record)

    def _issue(self, code: str) -> Issue | None:
        return next((issue for issue in self.session.snapshot.issues if issue.code == code), None)
