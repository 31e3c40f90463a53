"""What an import would do, or why it cannot be done, before anything is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.desktop.lenses.tables.view import LensTable
from ui.desktop.safety.sheet import CLOSE, Sheet
from ui.desktop.safety.words import record_name
from ui.desktop.table_words import table_name
from ui.desktop.widgets.notice import Box
from ui.desktop.widgets.text import BOLD, Text, section_label
from ui.tables.rows import Column, TableRow, cell, faint
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize
from ui.words import figure, translate
from workbench.domain.errors import CaseError
from workbench.domain.fieldwords import WORDS, field_word
from workbench.readmodels.wording import commas, quoted

if TYPE_CHECKING:
    from workbench.exchange import ImportPlan
    from workbench.exchange.planned import PlannedChange, TableSummary
    from workbench.exchange.problems import Problem

MOST_CHANGES = 60
MOST_PROBLEMS = 200
_LONGEST = 160


class ImportPreview(Sheet):
    """Counts, notices and the first changes, with a button that does it; or every problem without one."""

    def __init__(self, hub: ThemeHub, title: str, parent: QWidget | None = None) -> None:
        super().__init__(hub, title, "", parent, width=720)
        self.table: LensTable | None = None

    def show_plan(self, plan: ImportPlan) -> ImportPreview:
        """Show what would be done; return itself."""
        self._show_counts(plan.summary)
        self._show_notices(plan.notices)
        if plan.is_empty:
            self._say(
                translate(
                    "ImportPreview",
                    "The case holds all of this already: importing it again changes nothing.",
                )
            )
            self.finish(dismiss=CLOSE)
            return self
        self._say(
            translate(
                "ImportPreview",
                "Nothing is written yet. The whole import is one step: Ctrl+Z takes it back.",
            )
        )
        rows = [row for change in islice(plan.changes, MOST_CHANGES) for row in _change_rows(change)]
        heading, count = translate("ImportPreview", "Changes"), len(plan.changes)
        self._show_rows(heading, _changes(), rows, min(MOST_CHANGES, count), count)
        self.finish(translate("ImportPreview", "Import"))
        self.be_large(820, 620)
        return self

    def show_error(self, error: CaseError) -> ImportPreview:
        """Show why nothing can be imported; return itself."""
        problems: Sequence[Problem] = getattr(error, "problems", ())
        box = Box(self.hub, Role.ERROR, Role.ERROR_BORDER)
        text = translate("ImportPreview", "Nothing was imported. {0}").format(error)
        if len(problems) == 1 and not problems[0].row:
            problems = ()
        if problems:
            text = translate(
                "ImportPreview", "Nothing was imported. Put these right in the tables and import again."
            )
        box.body.addWidget(Text(self.hub, text, role=Role.ERROR_TEXT).selectable())
        self.body.addWidget(box)
        if problems:
            rows = [_problem_row(number, own) for number, own in enumerate(problems[:MOST_PROBLEMS])]
            heading = translate("ImportPreview", "Problems")
            self._show_rows(heading, _problems(), rows, len(rows), len(problems))
            self.be_large(860, 480)
        self.finish(dismiss=CLOSE)
        return self

    def _say(self, text: str) -> None:
        self.says.setText(text)
        self.says.show()

    def _show_counts(self, summary: Sequence[TableSummary]) -> None:
        touched = [own for own in summary if own.added or own.changed]
        if touched:
            self.body.addLayout(self._counts(touched))
        same = [table_name(own.table) for own in summary if not (own.added or own.changed)]
        if same and touched:
            self.note(translate("ImportPreview", "Nothing changes in: {0}.").format(commas(same)))
        elif same:
            self.note(translate("ImportPreview", "Read: {0}.").format(commas(same)))

    def _counts(self, touched: Sequence[TableSummary]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.PAGE)
        grid.setVerticalSpacing(Space.TIGHT)
        grid.setColumnStretch(4, 1)
        headings = (
            translate("ImportPreview", "New"),
            translate("ImportPreview", "Changed"),
            translate("ImportPreview", "As they are"),
        )
        for column, heading in enumerate(headings, 1):
            grid.addWidget(section_label(self.hub, heading), 0, column, Qt.AlignmentFlag.AlignRight)
        for row, own in enumerate(touched, 1):
            grid.addWidget(Text(self.hub, table_name(own.table), weight=BOLD), row, 0)
            for column, count in enumerate((own.added, own.changed, own.unchanged), 1):
                role = Role.TEXT if count else Role.TEXT_MUTED
                text = Text(self.hub, figure(count) if count else "–", role=role)
                text.setWordWrap(False)
                grid.addWidget(text, row, column, Qt.AlignmentFlag.AlignRight)
        return grid

    def _show_notices(self, notices: Sequence[str]) -> None:
        if not notices:
            return
        box = Box(self.hub, Role.INFO, Role.INFO_BORDER)
        for notice in notices:
            box.body.addWidget(Text(self.hub, notice, TextSize.CELL, Role.INFO_TEXT).selectable())
        self.body.addWidget(box)

    def _show_rows(
        self, heading: str, columns: tuple[Column, ...], rows: Sequence[TableRow], shown: int, count: int
    ) -> None:
        if shown < count:
            text = translate("ImportPreview", "{heading} (the first {shown} of {count})")
        else:
            text = translate("ImportPreview", "{heading} ({count})")
        whole = text.format(heading=heading, shown=figure(shown), count=figure(count))
        self.body.addWidget(section_label(self.hub, whole))
        self.table = LensTable(self.hub, heading)
        self.table.rows_model.show(columns, tuple(rows))
        self.body.addWidget(self.table, 1)


def _changes() -> tuple[Column, ...]:
    return (
        Column("record", translate("ImportPreview", "Record"), 2.2, 150, merges=True),
        Column("field", translate("ImportPreview", "Field"), 1.2, 90),
        Column("before", translate("ImportPreview", "Now"), 2.2, 110),
        Column("after", translate("ImportPreview", "After the import"), 2.6, 130),
    )


def _problems() -> tuple[Column, ...]:
    return (
        Column("table", translate("ImportPreview", "Table"), 1, 80, merges=True),
        Column("row", translate("ImportPreview", "Row"), 0.5, 48, is_number=True),
        Column("column", translate("ImportPreview", "Column"), 1, 80),
        Column("found", translate("ImportPreview", "Found"), 2, 120),
        Column("expected", translate("ImportPreview", "Expected"), 3, 160),
    )


def _change_rows(change: PlannedChange) -> Iterator[TableRow]:
    name = cell(record_name(change.table, change.key), strong=True)
    key = (change.table, *change.key)
    if change.before is None:
        holds = "; ".join(f"{_field(field)}: {text}" for field, (_, text) in change.fields.items() if text)
        yield TableRow.of(
            change.table,
            key,
            (name, faint(translate("ImportPreview", "new")), faint("–"), cell(_short(holds))),
        )
        return
    for field, (old, new) in change.fields.items():
        cells = (name, faint(_field(field)), cell(_short(old) or "–"), cell(_short(new) or "–"))
        yield TableRow.of(change.table, (*key, field), cells)


def _problem_row(number: int, own: Problem) -> TableRow:
    found = own.found if own.is_described else quoted(own.found) if own.found else ""
    found = found or translate("ImportPreview", "nothing")
    cells = (
        cell(own.table, strong=True),
        faint(figure(own.row) if own.row else "–", order=float(own.row)),
        cell(own.column or "–"),
        cell(_short(found)),
        cell(own.expected),
    )
    return TableRow.of("problems", (str(number),), cells)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _field(column: str) -> str:
    """Return what a column is called: as the field that it holds, or as it stands in the table."""
    return field_word(column) if column in WORDS else column.replace("_", " ")
