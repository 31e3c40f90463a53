"""What a block from a spreadsheet would change: seen first, recorded as a whole or not at all."""

from __future__ import annotations

from ui.desktop.editors.cells_sheet import CellsSheet, LineList
from ui.desktop.editors.choice_fields import WordField
from ui.desktop.editors.fields import DateField
from ui.desktop.matrix_block import column_key, words_of
from ui.desktop.session import CaseSession
from ui.desktop.widgets.text import section_label
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.words import counted, figure, translate
from workbench.domain.dates import parse_date
from workbench.domain.issue import Option
from workbench.domain.vocabulary import IssueKind, Stance, Track
from workbench.operations import RecordPositions
from workbench.operations.pasting import PastePlan, PlannedCell, Target, plan_paste
from workbench.readmodels.wording import clauses, listing


class PasteEditor(CellsSheet):
    """Lists every cell that a block would change, and what cannot be read; asks for the date once.

    Parameters
    ----------
    table : list of list of str
        The block.
    at : (str, str)
        Column, as `column_key` names it, and issue of the cell where it begins.
    """

    def __init__(
        self, session: CaseSession, hub: ThemeHub, table: list[list[str]], at: tuple[str, str]
    ) -> None:
        super().__init__(session, hub)
        self.plan = plan_paste(table, self._target(), at)
        self.lines = LineList(hub)
        self._build()
        self.lay_out()
        self.show_headline(translate("Paste", "Paste positions"), _summary(self.plan))
        self.record_button.setEnabled(bool(self.plan.cells) and not self.plan.problems)

    def record_now(self) -> None:
        """Record every cell, in one step."""
        if not self.record_button.isEnabled() or not self.check_fields():
            return
        since, track = self.fields["since"].value(), self.fields["track"].value()
        self.do(RecordPositions(self.plan.positions(since, track, self.handling_of)))

    def _build(self) -> None:
        self.fields["since"] = DateField(self.hub, translate("Paste", "From"), required=True)
        self.fields["since"].set_value(parse_date(self.session.view.day.isoformat()))
        self.fields["track"] = WordField(
            self.hub, translate("Paste", "Track"), Track, translate("Paste", "as what stands")
        )
        self.row(self.fields["since"], self.fields["track"])
        heading = (
            translate("Paste", "Cannot be read") if self.plan.problems else translate("Paste", "Would change")
        )
        if self.plan.problems or self.plan.cells:
            self.form.addWidget(section_label(self.hub, heading))
        self.form.addWidget(self.lines)
        self.lines.show_lines(self.plan.problems, Role.ERROR_TEXT)
        if not self.plan.problems:
            self.lines.show_lines(self._line(own) for own in self.plan.cells)

    def _line(self, own: PlannedCell) -> str:
        """Return one change in words: who on what, from what to what."""
        before = self._shown(own.cell.party, own.cell.issue) or translate("Paste", "no position")
        after = _words(own.stances, self._options(own.cell.issue))
        if own.dropped:
            text = translate("Paste", "{cell}: {before} → {after}. No longer stated: {options}")
        else:
            text = translate("Paste", "{cell}: {before} → {after}")
        cell = self.named(own.cell.party, own.cell.issue)
        return text.format(cell=cell, before=before, after=after, options=listing(own.dropped))

    def _target(self) -> Target:
        model, kept = self.session.model, self.session.kept
        order = [row for basket in model.baskets for row in basket.rows]
        snapshot = self.session.snapshot
        names = {party.code: (party.name, party.short_name) for party in kept.parties}
        parties = [
            (column_key(column), (column.label, *(() if column.is_group else names[column.code])))
            for column in model.columns
        ]
        closed = {column_key(column): column.label for column in model.columns if column.is_group}
        issues = [kept.issues[kept.issue_index(snapshot.issues[row].code)] for row in order]
        return Target(issues, parties, self._options, self.standing, self._shown, closed)

    def _options(self, issue: str) -> tuple[Option, ...]:
        kept = self.session.kept
        return tuple(kept.issue_options(kept.issue_index(issue)))

    def _shown(self, party: str, issue: str) -> str:
        model = self.session.model
        row = next(number for number, own in enumerate(model.rows) if own.code == issue)
        column = next(number for number, own in enumerate(model.columns) if column_key(own) == party)
        return words_of(model.cell(row, column))


def _words(stances: dict[str, Stance], options: tuple[Option, ...]) -> str:
    highest = max(stances.values())
    labels = clauses(own.label for own in options if stances.get(own.code) is highest)
    return labels if highest is Stance.DEMANDS else f"{highest.reading(IssueKind.SUBSTANCE)}: {labels}"


def _summary(plan: PastePlan) -> str:
    if plan.problems:
        return translate("Paste", "Nothing is recorded while a cell cannot be read.")
    if not plan.cells:
        return translate("Paste", "Nothing would change: everything stands so already.")
    changed = len(plan.cells)
    if not plan.unchanged:
        return counted("Paste", "%n positions would be recorded.", "%n position would be recorded.", changed)
    text = counted(
        "Paste",
        "%n positions would be recorded; standing so already: {0}.",
        "%n position would be recorded; standing so already: {0}.",
        changed,
    )
    return text.format(figure(plan.unchanged))
