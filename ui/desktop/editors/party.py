"""The editor of a party."""

from __future__ import annotations

from dataclasses import replace

from ui.desktop.editors.base import RecordEditor
from ui.desktop.editors.choice_fields import WordField
from ui.desktop.editors.code_names import suggest_code
from ui.desktop.editors.colour import ColourField
from ui.desktop.editors.fields import AreaField, LineField
from ui.desktop.editors.related import RelatedList
from ui.theme.party_colours import PARTY_COLOURS
from ui.words import translate
from workbench.domain.case import key_of
from workbench.domain.handling import Handling
from workbench.domain.party import Group, Influence, Party
from workbench.domain.vocabulary import PartyKind
from workbench.operations import PutRecord
from workbench.readmodels.party_facts import plain_number
from workbench.readmodels.wording import commas


class PartyEditor(RecordEditor[Party]):
    """Who negotiates: name, kind and colour."""

    def build(self) -> None:
        """Make the fields."""
        name = LineField(self.hub, translate("Party", "Name"), required=True)
        short = LineField(
            self.hub,
            translate("Party", "Short name"),
            hint=translate("Party", "As columns and sentences name it."),
        )
        self.add("name", name)
        self.add("short_name", short)
        self.add("kind", WordField(self.hub, translate("Party", "Kind"), PartyKind))
        self.add("colour", ColourField(self.hub, translate("Party", "Colour"), PARTY_COLOURS))
        self.add("handling", WordField(self.hub, translate("Party", "Handling"), Handling))
        self.add("notes", AreaField(self.hub, translate("Party", "Notes"), 3))
        for field in (name, short):
            self.form.addWidget(field)
        for own in ("kind", "colour", "handling"):
            self.form.addWidget(self.fields[own])
        self.form.addWidget(self.fields["notes"])
        self.groups = RelatedList(self.hub, translate("Party", "Belongs to"))
        self.influences = RelatedList(self.hub, translate("Party", "Can act on"))
        for listed in (self.groups, self.influences):
            listed.wanted.connect(self.record_wanted)
            self.form.addWidget(listed)
        self.refresh_choices()

    def refresh_choices(self) -> None:
        """List the groups and influences of the party, each leading to its own editor."""
        if self.is_new:
            return
        case, own = self.session.kept.case, self.record.code
        labels = {party.code: party.label for party in case.parties}
        self.groups.show_lines(
            (group.name or group.code, _membership(group, own), "groups", (group.code,))
            for group in case.groups
            if own in {member.party for member in group.members}
        )
        self.influences.show_lines(
            (labels.get(acts.on, acts.on), _strength(acts), "influences", key_of(acts))
            for acts in case.influences
            if acts.actor == own
        )

    def headline(self) -> tuple[str, str]:
        """Return title and code."""
        if self.is_new:
            return translate("Party", "New party"), ""
        return self.record.label, translate("Party", "Party {0}").format(self.record.code)

    def completed(self, record: Party) -> Party:
        """Return the party with a code made from its name."""
        taken = {party.code for party in self.session.snapshot.parties}
        code = suggest_code(record.label, taken, capital=True)
        return replace(record, code=code)

    def writing(self, record: Party) -> PutRecord:
        """Return the operation that writes it."""
        return PutRecord(record)


def _membership(group: Group, party: str) -> str:
    own = next(member for member in group.members if member.party == party)
    since, until = translate("Party", "from {0}"), translate("Party", "until {0}")
    dates = ((since, own.since), (until, own.until))
    return commas(text.format(date) for text, date in dates if date)


def _strength(influence: Influence) -> str:
    strength = translate("Party", "strength {0}").format(plain_number(influence.strength))
    if not influence.since:
        return strength
    return commas((strength, translate("Party", "from {0}").format(influence.since)))


def new_party(parties: tuple[Party, ...]) -> Party:
    """Return a party to start from, in a colour that no other has."""
    used = {party.colour.upper() for party in parties}
    colour = next(
        (own for own in PARTY_COLOURS if own not in used), PARTY_COLOURS[len(parties) % len(PARTY_COLOURS)]
    )
    return Party("", "", kind=PartyKind.STATE, colour=colour)
