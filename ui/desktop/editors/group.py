"""The editor of a group of parties."""

from __future__ import annotations

from dataclasses import replace

from ui.desktop.editors.base import RecordEditor
from ui.desktop.editors.code_names import suggest_code
from ui.desktop.editors.fields import LineField
from ui.desktop.editors.members import MembersField
from ui.desktop.session import CaseSession
from ui.words import translate
from workbench.domain.party import Group, Membership
from workbench.operations import PutRecord


class GroupEditor(RecordEditor[Group]):
    """A named set of parties that can be shown as one column."""

    def build(self) -> None:
        """Make the fields."""
        self.members = MembersField(self.hub)
        self.add("name", LineField(self.hub, translate("Group", "Name"), required=True))
        self.add("members", self.members)
        self.refresh_choices()
        self.form.addWidget(self.fields["name"])
        self.form.addWidget(self.members)

    def refresh_choices(self) -> None:
        """Offer the parties that the case holds now."""
        self.members.set_parties(self.session.kept.parties)

    def headline(self) -> tuple[str, str]:
        """Return name and code."""
        if self.is_new:
            return (
                translate("Group", "New group"),
                translate(
                    "Group", "Toward each option it stands where the least willing of its members does."
                ),
            )
        return self.record.name, translate("Group", "Group {0}").format(self.record.code)

    def problem(self) -> str:
        """Return that a group needs members, where it has none."""
        return "" if self.members.value() else translate("Group", "Add the parties that belong to it.")

    def completed(self, record: Group) -> Group:
        """Return the group with a code made from its name."""
        taken = {group.code for group in self.session.kept.case.groups}
        return replace(record, code=suggest_code(record.name, taken, capital=True))

    def writing(self, record: Group) -> PutRecord:
        """Return the operation that writes it."""
        return PutRecord(record)


def new_group(session: CaseSession) -> Group:
    """Return a group to start from: the parties selected."""
    chosen = session.view.selection
    return Group("", "", tuple(Membership(code) for code in (chosen.parties if chosen else ())))
