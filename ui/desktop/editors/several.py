"""Several positions at once: only what is filled in changes, in one step."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ui.desktop.editors.cells_sheet import CellsSheet
from ui.desktop.editors.choice_fields import ChoiceField, WordField
from ui.desktop.editors.fields import DateField, NumberField
from ui.desktop.editors.sources import SourcesField
from ui.desktop.editors.stances import StanceGrid
from ui.desktop.session import CaseSession
from ui.theme.hub import ThemeHub
from ui.words import counted, translate
from workbench.domain.dates import parse_date
from workbench.domain.handling import Handling
from workbench.domain.position import Position
from workbench.domain.vocabulary import Confidence, TimePressure
from workbench.operations import RecordPositions
from workbench.operations.blocks import next_position

CORRECT, NEW = "correct", "new"


class SeveralEditor(CellsSheet):
    """Fields that are left empty stay as they are in each position.

    Parameters
    ----------
    cells : tuple of (str, str)
        Issue and party of each cell.
    """

    def __init__(self, session: CaseSession, hub: ThemeHub, cells: tuple[tuple[str, str], ...]) -> None:
        super().__init__(session, hub)
        self.cells = cells
        self.stances: StanceGrid | None = None
        self._build()
        self.lay_out()
        standing = sum(self.standing(party, issue) is not None for issue, party in cells)
        self.show_headline(
            counted("Several", "%n cells", "%n cell", len(cells)),
            counted(
                "Several",
                "%n positions stand in them. What is left empty stays as it is.",
                "%n position stands in them. What is left empty stays as it is.",
                standing,
            ),
        )

    def parts(self) -> tuple[Any, ...]:
        """Return the fields, and the stances where they are offered."""
        return (*super().parts(), *((self.stances,) if self.stances else ()))

    def record_now(self) -> None:
        """Write every position, in one step."""
        if not self.check_fields():
            return
        positions = tuple(self._positions())
        fault = self._fault(positions)
        self.say(fault)
        if not fault:
            self.do(RecordPositions(positions))

    def _build(self) -> None:
        hub, fields, as_is = self.hub, self.fields, translate("Several", "as it is")
        fields["way"] = ChoiceField(hub, translate("Several", "What to do"), _ways())
        fields["since"] = DateField(hub, translate("Several", "From"))
        fields["since"].set_value(parse_date(self.session.view.day.isoformat()))
        fields["way"].edited.connect(self._way_changed)
        self.form.addWidget(fields["way"])
        fields["salience"] = NumberField(hub, translate("Several", "Salience"), 0, 100)
        self.row(fields["since"], fields["salience"])
        self._build_stances()
        fields["confidence"] = WordField(hub, translate("Several", "Confidence"), Confidence, as_is)
        fields["time_pressure"] = WordField(hub, translate("Several", "Time pressure"), TimePressure, as_is)
        fields["handling"] = WordField(hub, translate("Several", "Handling"), Handling, as_is)
        self.row(fields["confidence"], fields["time_pressure"])
        self.form.addWidget(fields["handling"])
        sources = SourcesField(hub, translate("Several", "Sources to add to each"))
        sources.set_sources(self.session.kept.case.sources)
        sources.source_wanted.connect(lambda code: self.record_wanted.emit("sources", (code,)))
        fields["sources"] = sources
        self.form.addWidget(sources)

    def _build_stances(self) -> None:
        """Offer stances where all cells are on one issue: an option belongs to one."""
        issues = {issue for issue, _ in self.cells}
        if len(issues) != 1:
            return
        kept = self.session.kept
        number = kept.issue_index(issues.pop())
        self.stances = StanceGrid(self.hub, translate("Several", "as it is"))
        self.stances.set_options(tuple(kept.issue_options(number)), kept.issues[number].kind)
        self.stances.new_option.hide()
        self.form.addWidget(self.stances)

    def _way_changed(self) -> None:
        """Give new positions the day shown, and those that stand no date: they keep their own."""
        since = self.fields["since"]
        day = parse_date(self.session.view.day.isoformat())
        since.set_value(day if self.fields["way"].value() == NEW else None)

    def _fault(self, positions: tuple[Position, ...]) -> str:
        is_new = self.fields["way"].value() == NEW
        if is_new and self.fields["since"].value() is None:
            return translate("Several", "Give the date from which the new positions stand.")
        if not positions:
            return translate("Several", "Nothing would change: fill in what is to be different.")
        empty = [own for own in positions if not (own.stances or own.agenda or own.statement)]
        if empty:
            text = translate("Several", "{0}: give a stance; no position stands there yet.")
            return text.format(self.named(empty[0].party, empty[0].issue))
        return ""

    def _positions(self) -> list[Position]:
        changed = []
        for issue, party in self.cells:
            base = self.standing(party, issue)
            start = self._start(base, party, issue)
            if start is not None:
                after = self._changed(start)
                changed += [after] if after != base else []
        return changed

    def _start(self, base: Position | None, party: str, issue: str) -> Position | None:
        """Return what is changed: a new position, the one that stands, or none where none does."""
        if self.fields["way"].value() == CORRECT:
            return base
        since = self.fields["since"].value()
        if since is None or not self._says_anything():
            return None
        return next_position(base, party, issue, since, self.handling_of(issue))

    def _says_anything(self) -> bool:
        names = ("salience", "confidence", "time_pressure", "handling", "sources")
        given = any(self.fields[name].value() not in (None, ()) for name in names)
        return given or bool(self.stances and self.stances.stances())

    def _changed(self, start: Position) -> Position:
        values: dict[str, Any] = {
            name: value
            for name in ("since", "salience", "confidence", "time_pressure", "handling")
            if (value := self.fields[name].value()) is not None
        }
        known = {own.code for own in start.sources}
        added = tuple(own for own in self.fields["sources"].value() if own.code not in known)
        stances = {**start.stances, **(self.stances.stances() if self.stances else {})}
        return replace(start, **values, stances=stances, sources=(*start.sources, *added))


def _ways() -> list[tuple[str, str]]:
    return [
        (NEW, translate("Several", "record new ones, from the date below")),
        (CORRECT, translate("Several", "correct those that stand")),
    ]
