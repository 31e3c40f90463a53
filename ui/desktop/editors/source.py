"""The editor of a source."""

from __future__ import annotations

from dataclasses import replace

from ui.desktop.editors.base import RecordEditor
from ui.desktop.editors.choice_fields import WordField
from ui.desktop.editors.choosing import ReliabilityField
from ui.desktop.editors.code_names import suggest_code
from ui.desktop.editors.fields import AreaField, DateField, LineField
from ui.words import translate
from workbench.domain.handling import Handling
from workbench.domain.source import Source
from workbench.domain.vocabulary import SourceKind, Terms
from workbench.operations import PutRecord


class SourceEditor(RecordEditor[Source]):
    """Something or somebody that says so, on which terms, and how far it is trusted."""

    def build(self) -> None:
        """Make the fields; the identity only where it may be seen."""
        hub = self.hub
        self.add("title", LineField(hub, translate("Source", "Title"), required=True))
        self.add("kind", WordField(hub, translate("Source", "Kind"), SourceKind))
        self.add("date", DateField(hub, translate("Source", "Date")))
        self.add(
            "attribution",
            LineField(
                hub,
                translate("Source", "Attribution"),
                hint=translate("Source", "What may be printed, as the terms allow."),
            ),
        )
        self.add("terms", WordField(hub, translate("Source", "Terms"), Terms))
        self.add(
            "reliability",
            ReliabilityField(hub, translate("Source", "Reliability")),
        )
        self.add("handling", WordField(hub, translate("Source", "Handling"), Handling))
        self.add("citation", AreaField(hub, translate("Source", "Citation")))
        self.add("url", LineField(hub, translate("Source", "Address on the web")))
        fields = self.fields
        self.form.addWidget(fields["title"])
        self.row(fields["kind"], fields["date"])
        self.form.addWidget(fields["attribution"])
        if self.session.view.audience.sees_identity:
            self.add(
                "identity",
                LineField(
                    hub,
                    translate("Source", "Identity"),
                    hint=translate("Source", "Who it really is: shown to the vault only."),
                ),
            )
            self.form.addWidget(fields["identity"])
        self.row(fields["terms"], fields["reliability"])
        for name in ("handling", "citation", "url"):
            self.form.addWidget(fields[name])

    def headline(self) -> tuple[str, str]:
        """Return title and code."""
        if self.is_new:
            return translate("Source", "New source"), ""
        return self.record.title, translate("Source", "Source {0}").format(self.record.code)

    def completed(self, record: Source) -> Source:
        """Return the source with a code made from its title."""
        taken = {source.code for source in self.session.snapshot.case.sources}
        return replace(record, code=suggest_code(record.title, taken, capital=True))

    def writing(self, record: Source) -> PutRecord:
        """Return the operation that writes it; an identity that is not shown stays as it is."""
        if "identity" not in self.fields and not self.is_new:
            sources = self.session.store.read_case().sources
            stored = next((source for source in sources if source.code == self.key[0]), None)
            record = replace(record, identity=stored.identity if stored else "")
        return PutRecord(record)


def new_source(title: str = "") -> Source:
    """Return a source to start from."""
    return Source("", title, kind=SourceKind.INTERVIEW)
