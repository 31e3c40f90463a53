"""The editor of a linkage."""

from __future__ import annotations

from dataclasses import replace

from ui.desktop.editors.base import RecordEditor
from ui.desktop.editors.choice_fields import WordField
from ui.desktop.editors.choosing import RecordChoice
from ui.desktop.editors.code_names import suggest_code
from ui.desktop.editors.fields import AreaField, DateField
from ui.desktop.editors.sources import SourcesField
from ui.desktop.session import CaseSession
from ui.words import marked, translate
from workbench.domain.handling import Handling
from workbench.domain.linkage import Linkage
from workbench.domain.vocabulary import LinkageKind, Strength
from workbench.operations import PutRecord

_SIDES = ("if", "then")


class LinkageEditor(RecordEditor[Linkage]):
    """What ties an option of one issue to an option of another."""

    def build(self) -> None:
        """Make the fields: kind, the two options, who asserts it, and how firmly."""
        hub = self.hub
        self.party = RecordChoice(hub, translate("Linkage", "Who asserts it"))
        self.sources = SourcesField(hub)
        self.sources.source_wanted.connect(lambda code: self.record_wanted.emit("sources", (code,)))
        self.ends = {
            f"{side}_{what}": RecordChoice(hub, translate("Linkage", label))
            for side, labels in zip(_SIDES, _END_LABELS, strict=True)
            for what, label in zip(("issue", "option"), labels, strict=True)
        }
        self.add("kind", WordField(hub, translate("Linkage", "Kind"), LinkageKind))
        for name, end in self.ends.items():
            self.add(name, end)
        for side in _SIDES:
            self.ends[f"{side}_issue"].edited.connect(self._show_options)
        self.add("party", self.party)
        self.add("strength", WordField(hub, translate("Linkage", "Strength"), Strength))
        self.add("statement", AreaField(hub, translate("Linkage", "In their words")))
        self.add("since", DateField(hub, translate("Linkage", "From")))
        self.add(
            "until",
            DateField(
                hub,
                translate("Linkage", "Until"),
                tip=translate("Linkage", "The first day on which it no longer stands."),
            ),
        )
        self.add("handling", WordField(hub, translate("Linkage", "Handling"), Handling))
        self.add("sources", self.sources)
        self.refresh_choices()
        self._place()

    def _place(self) -> None:
        fields = self.fields
        for name in ("kind", *self.ends):
            self.form.addWidget(fields[name])
        self.row(self.party, fields["strength"])
        self.form.addWidget(fields["statement"])
        self.row(fields["since"], fields["until"])
        for name in ("handling", "sources"):
            self.form.addWidget(fields[name])

    def refresh_choices(self) -> None:
        """Offer what the case holds now."""
        snapshot = self.session.snapshot
        for side in _SIDES:
            self.ends[f"{side}_issue"].set_choices((own.code, own.title) for own in snapshot.issues)
        parties = ((party.code, party.label) for party in snapshot.parties)
        self.party.set_choices([("", translate("Linkage", "nobody: plain logic")), *parties])
        self.sources.set_sources(snapshot.case.sources)
        self._show_options()

    def load(self, record: Linkage) -> None:
        """Show a linkage; its options are offered before one of them is chosen."""
        for side in _SIDES:
            self.ends[f"{side}_issue"].set_value(getattr(record, f"{side}_issue"))
        self._show_options()
        super().load(record)

    def commit(self, name: str) -> None:
        """Save a field; an issue together with its option, for neither stands without the other."""
        side = name.partition("_")[0]
        if self.is_new or side not in _SIDES:
            super().commit(name)
            return
        ends = {end: self.ends[end].value() for end in (f"{side}_issue", f"{side}_option")}
        changed = replace(self.record, **ends)  # type: ignore[arg-type]  # both are texts
        if changed != self.record and all(ends.values()):
            self.save(changed)

    def headline(self) -> tuple[str, str]:
        """Return the linkage as a sentence."""
        if self.is_new:
            return translate("Linkage", "New linkage"), ""
        options = {(own.issue, own.code): own.label for own in self.session.snapshot.case.options}
        own = self.record
        first = options.get((own.if_issue, own.if_option), own.if_option)
        second = options.get((own.then_issue, own.then_option), own.then_option)
        if own.kind is LinkageKind.EXCLUDES:
            text = translate("Linkage", "“{one}” and “{other}” cannot both be")
        else:
            text = translate("Linkage", "If “{one}”, then “{other}”")
        code = translate("Linkage", "Linkage {0}").format(own.code)
        return text.format(one=first, other=second), code

    def problem(self) -> str:
        """Return that it ties an issue to itself."""
        ends = [self.ends[f"{side}_issue"].value() for side in _SIDES]
        return translate("Linkage", "Choose two different issues.") if ends[0] == ends[1] else ""

    def completed(self, record: Linkage) -> Linkage:
        """Return the linkage with a code made from its issues."""
        taken = {linkage.code for linkage in self.session.snapshot.case.linkages}
        return replace(record, code=suggest_code(f"{record.if_issue}-{record.then_issue}", taken))

    def writing(self, record: Linkage) -> PutRecord:
        """Return the operation that writes it."""
        return PutRecord(record)

    def _show_options(self) -> None:
        options = self.session.snapshot.case.options
        for side in _SIDES:
            issue = self.ends[f"{side}_issue"].value()
            own = ((option.code, option.label) for option in options if option.issue == issue)
            self.ends[f"{side}_option"].set_choices(own)


_END_LABELS = (
    (
        marked("Linkage", "If on the issue"),
        marked("Linkage", "this option is chosen"),
    ),
    (
        marked("Linkage", "then on the issue"),
        marked("Linkage", "this option"),
    ),
)


def new_linkage(session: CaseSession) -> Linkage:
    """Return a linkage to start from: from the issue selected to the next one."""
    issues = [issue.code for issue in session.snapshot.issues]
    chosen = session.view.selection
    first = chosen.issue if chosen else next(iter(issues), "")
    second = next((code for code in issues if code != first), "")
    party = chosen.parties[0] if chosen and len(chosen.parties) == 1 else ""
    return Linkage(
        "", LinkageKind.REQUIRES, first, _first(session, first), second, _first(session, second), party
    )


def _first(session: CaseSession, issue: str) -> str:
    """Return the code of the first option of an issue."""
    options = session.snapshot.case.options
    return next((option.code for option in options if option.issue == issue), "")
