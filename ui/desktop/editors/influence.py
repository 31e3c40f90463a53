"""The editor of an influence: how strongly one party can act on another."""

from __future__ import annotations

from ui.desktop.editors.base import RecordEditor
from ui.desktop.editors.choice_fields import ChoiceField
from ui.desktop.editors.choosing import RecordChoice
from ui.desktop.editors.fields import DateField, Field
from ui.desktop.editors.sources import SourcesField
from ui.desktop.session import CaseSession
from ui.theme.hub import ThemeHub
from ui.words import marked, translate
from workbench.domain.party import Influence
from workbench.operations import PutRecord

STRENGTHS = (
    (0, marked("Influence", "0: none")),
    (1, marked("Influence", "1: on how it works")),
    (2, marked("Influence", "2: on its projects")),
    (3, marked("Influence", "3: on its mission")),
    (4, marked("Influence", "4: on its existence")),
)
"""The scale of the actors' game."""


class StrengthField(Field[float]):
    """A strength from 0 to 4; one between two steps that was imported is kept as it is."""

    def __init__(self, hub: ThemeHub) -> None:
        steps = [(f"{own:g}", translate("Influence", text)) for own, text in STRENGTHS]
        self._choice = ChoiceField(hub, "", steps)
        super().__init__(hub, translate("Influence", "Strength"), self._choice)
        self._choice.edited.connect(self.edited)
        self._choice.committed.connect(self.committed)
        self._choice.box.setAccessibleName(translate("Influence", "Strength"))

    def value(self) -> float:
        """Return the strength."""
        return float(self._choice.value())

    def set_value(self, value: float) -> None:
        """Show a strength."""
        self._choice.set_value(f"{value:g}")


class InfluenceEditor(RecordEditor[Influence]):
    """Who can act on whom, and how strongly."""

    def build(self) -> None:
        """Make the fields."""
        hub = self.hub
        self.actor, self.on = (
            RecordChoice(hub, translate("Influence", "Who acts")),
            RecordChoice(hub, translate("Influence", "On whom")),
        )
        self.sources = SourcesField(hub)
        self.sources.source_wanted.connect(lambda code: self.record_wanted.emit("sources", (code,)))
        self.add("actor", self.actor)
        self.add("on", self.on)
        self.add("strength", StrengthField(hub))
        self.add("since", DateField(hub, translate("Influence", "From")))
        self.add(
            "until",
            DateField(
                hub,
                translate("Influence", "Until"),
                tip=translate("Influence", "The first day on which it no longer stands."),
            ),
        )
        self.add("sources", self.sources)
        self.refresh_choices()
        self.row(self.actor, self.on)
        self.form.addWidget(self.fields["strength"])
        self.row(self.fields["since"], self.fields["until"])
        self.form.addWidget(self.sources)

    def refresh_choices(self) -> None:
        """Offer what the case holds now."""
        parties = [(party.code, party.label) for party in self.session.kept.parties]
        self.actor.set_choices(parties)
        self.on.set_choices(parties)
        self.sources.set_sources(self.session.kept.case.sources)

    def headline(self) -> tuple[str, str]:
        """Return who acts on whom."""
        if self.is_new:
            return translate("Influence", "New influence"), ""
        labels = {party.code: party.label for party in self.session.kept.parties}
        actor, on = (labels.get(code, code) for code in (self.record.actor, self.record.on))
        return translate("Influence", "{0} on {1}").format(actor, on), translate(
            "Influence", "How strongly one can act on the other"
        )

    def problem(self) -> str:
        """Return what cannot be."""
        same = self.actor.value() == self.on.value()
        return translate("Influence", "Choose two different parties.") if same else ""

    def writing(self, record: Influence) -> PutRecord:
        """Return the operation that writes it."""
        return PutRecord(record)


def new_influence(session: CaseSession) -> Influence:
    """Return an influence to start from: of the parties selected, the first on the second."""
    chosen = session.view.selection
    parties = [*(chosen.parties if chosen else ()), *(own.code for own in session.kept.parties)]
    two = list(dict.fromkeys(parties))[:2]
    return Influence(two[0], two[-1], 1)
