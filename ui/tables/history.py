"""The tables of the History lens: operations, and what one of them changed, before and after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ui.tables.facets import Facet, marks, names_in_order
from ui.tables.rows import CellText, Column, Page, TableRow, cell, faint, number
from ui.theme.roles import Role
from ui.words import figure, said, translate
from workbench.domain.audience import Audience
from workbench.domain.names import KINDS, Names, by_code, kind_word
from workbench.ports import Change, ChangeSet
from workbench.readmodels.history_lens import (
    ADDED,
    MOST_TOLD,
    FieldChange,
    HistoryState,
    field_changes,
    history_row,
)

OPERATIONS = "operations"
_DAY = 10
"""Signs of a day in the time of an operation: the year, the month and the day."""


def operations_page(rows: Sequence[TableRow], title: str, nothing: str = "") -> Page:
    """Return operations as a table."""
    columns = (
        Column("when", translate("HistoryLens", "When"), 1.2, 116),
        Column("what", translate("HistoryLens", "What was done"), 4, 200),
        Column("who", translate("HistoryLens", "By"), 1.2, 80),
        Column("count", translate("HistoryLens", "Records"), 0.7, 64, is_number=True),
    )
    unchanged = translate("HistoryLens", "Nothing has been changed in this case yet.")
    return Page(OPERATIONS, title, columns, tuple(rows), nothing or unchanged, facets=_facets(rows))


def _facets(rows: Sequence[TableRow]) -> tuple[Facet, ...]:
    """Return who, on which day, records of which kind, and whether it stands."""
    days = dict.fromkeys(row.cells[0].text[:_DAY] for row in rows)
    who = names_in_order((own, own) for own in {row.cells[2].text for row in rows})
    kinds = names_in_order((table, kind_word(table)) for table in KINDS)
    states = tuple((own.value, said(own)) for own in HistoryState)
    return (
        Facet("who", translate("HistoryLens", "By"), who),
        Facet("day", translate("HistoryLens", "Day"), tuple((own, own) for own in days)),
        Facet("kind", translate("HistoryLens", "Record"), kinds),
        Facet("state", translate("HistoryLens", "State"), states),
    )


def operation_row(done: ChangeSet, names: Names = by_code) -> TableRow:
    """Return an operation as a row, records called as `names` knows them."""
    row = history_row(done, names)
    is_undone, who = row.state is HistoryState.UNDONE, row.author or "–"
    cells = (
        faint(row.when, order=row.at.timestamp()),
        CellText(
            row.label,
            said(row.state) if is_undone else "",
            row.label or None,
            strong=not is_undone,
            role=Role.TEXT_SECONDARY if is_undone else Role.TEXT,
        ),
        faint(who, order=row.author or None),
        number(row.count),
    )
    own = marks(who=who, day=row.when[:_DAY], kind=row.tables, state=row.state.value)
    return TableRow.of("history", (row.operation,), cells, marks=own)


def changes_page(changes: Sequence[Change] | None, audience: Audience, names: Names = by_code) -> Page:
    """Return what an operation changed, or that none is chosen."""
    return page_of_changes(changes, tuple(change_rows(changes, audience, names)))


def change_rows(
    changes: Sequence[Change] | None, audience: Audience, names: Names = by_code
) -> Iterator[TableRow]:
    """Yield what an operation changed, field by field, as rows."""
    return map(_change_row, field_changes(changes or (), audience, names))


def page_of_changes(changes: Sequence[Change] | None, rows: Sequence[TableRow]) -> Page:
    """Return rows of what an operation changed as a table, or that none is chosen."""
    told = changes or ()
    title = translate("ChangesPanel", "Before and after")
    if len(told) > MOST_TOLD:
        title = translate("ChangesPanel", "Before and after: the first {told} of {every} records").format(
            told=figure(MOST_TOLD), every=figure(len(told))
        )
    columns = (
        Column("record", translate("ChangesPanel", "Record"), 2, 120, merges=True),
        Column("field", translate("ChangesPanel", "Field"), 1, 76),
        Column("before", translate("ChangesPanel", "Before"), 2.4, 110),
        Column("after", translate("ChangesPanel", "After"), 2.4, 110),
    )
    nothing = translate("ChangesPanel", "Choose a line above.") if changes is None else ""
    return Page("changes", title, columns, tuple(rows), nothing)


def _change_row(own: FieldChange) -> TableRow:
    was_added = own.kind == ADDED
    before = CellText("–", role=Role.TEXT_MUTED) if was_added or not own.before else cell(own.before)
    after = cell(own.after) if own.after else CellText("–", role=Role.TEXT_MUTED)
    cells = (cell(own.record, own.about), faint(own.field), before, after)
    return TableRow.of(own.table, own.key, cells)
