"""What the sections of a position brief are made from: one party, and how much fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from workbench.analysis.changes import CellChange
from workbench.briefs.content import Block, Bullets, Heading, Paragraph, Role, paragraph, strong
from workbench.briefs.material import Material, standing_linkages
from workbench.briefs.sections.movement import moved_cells
from workbench.briefs.shortening import Caps, Shortening
from workbench.briefs.words import Words
from workbench.columns import NONE
from workbench.domain.codes import SourceReference
from workbench.domain.event import Event
from workbench.domain.linkage import Linkage
from workbench.domain.position import Position


@dataclass(frozen=True, eq=False)
class Sitter:
    """One party on the day, with what is printed of it under some caps.

    Attributes
    ----------
    material : Material
        What the brief is made from.
    party : int
        Number of the party.
    short : Shortening
        Keeps the brief to its pages.
    """

    material: Material
    party: int
    short: Shortening

    @classmethod
    def of(cls, material: Material, caps: Caps) -> Sitter:
        """Return the party of a position brief, citing no more than is printed of it."""
        sitter = cls(material, material.parties[0], Shortening(caps, material.words))
        citing = replace(material, references=tuple(sitter.references()))
        return cls(citing, sitter.party, Shortening(caps, material.words))

    @property
    def words(self) -> Words:
        """What the brief says in its language."""
        return self.material.words

    @property
    def code(self) -> str:
        """The code of the party."""
        return self.material.snapshot.parties[self.party].code

    @property
    def label(self) -> str:
        """The label of the party."""
        return self.material.label(self.party)

    def title(self, issue: int) -> str:
        """Return the title of an issue (number)."""
        return self.short.text(self.material.snapshot.issues[issue].title)

    @cached_property
    def standing(self) -> dict[int, Position]:
        """What stands, by number of the issue."""
        rows = self.material.standing.rows[self.party].tolist()
        return {issue: self.material.position_in(row) for issue, row in enumerate(rows) if row != NONE}

    @cached_property
    def shown(self) -> dict[int, Position]:
        """The positions that are printed: of highest salience where not all are, in the order of the case."""
        kept = set(self.short.first("positions", self.by_salience()))
        return {issue: own for issue, own in self.standing.items() if issue in kept}

    def by_salience(self) -> list[int]:
        """Return the numbers of the issues with a position, those of highest salience first."""
        return sorted(self.standing, key=lambda issue: -(self.standing[issue].salience or 0.0))

    @cached_property
    def changes(self) -> list[CellChange]:
        """What moved since the day compared with, issue by issue."""
        return moved_cells(self.material)

    @cached_property
    def conditions(self) -> list[Linkage]:
        """Its own conditions; then those of others, and of logic, between issues it has a position on."""
        held = {self.material.snapshot.issues[issue].code for issue in self.standing}
        standing = standing_linkages(self.material)
        own = [one for one in standing if one.party == self.code]
        touching = [
            one for one in standing if one.party != self.code and {one.if_issue, one.then_issue} <= held
        ]
        return [*own, *sorted(touching, key=lambda one: not one.party)]

    @cached_property
    def past_events(self) -> list[Event]:
        """The events up to the day in which it had a part, oldest first."""
        day = self.material.day
        own = [event for event in self.material.snapshot.case.events if self.code in event.parties]
        past = [event for event in own if not event.is_deadline and event.date.effective <= day]
        return sorted(past, key=lambda event: event.date.effective)

    def references(self) -> Iterator[tuple[SourceReference, ...]]:
        """Yield what is cited: by the positions printed, the conditions, the background."""
        yield from (position.sources for position in self.shown.values())
        yield from (own.sources for own in self.short.first("links", self.conditions))
        yield from (event.sources for event in self.short.last("events", self.past_events))

    def cited(self, references: tuple[SourceReference, ...]) -> str:
        """Return references as numbers behind a sentence: * [3, 5]*."""
        numbers = [str(self.material.source_numbers[own.code]) for own in references]
        return f" [{self.words.say('shared.comma').join(numbers)}]" if numbers else ""

    def line(self, text: str, role: Role = Role.SMALL, *, wording: bool = False) -> Paragraph:
        """Return a line of the page, kept short."""
        whose = self.material.plain_label(self.party) if wording else ""
        return paragraph(self.short.text(text), role=role, wording_of=whose)

    def section(self, key: str, items: Sequence[Paragraph]) -> list[Block]:
        """Return a section of items under its heading, nothing where there are none."""
        return [Heading(self.words.say(f"position.{key}")), Bullets(tuple(items))] if items else []

    def item(self, lead: str, text: str) -> Paragraph:
        """Return an item that begins with what it is on: *Reintegration: …*."""
        return paragraph(strong(self.words.label(lead)), text, role=Role.SMALL)
