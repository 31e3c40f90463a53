"""The trade finder: what two parties could give one another, as questions."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desktop.lenses.tables.rows import CellText, Column, TableRow, cell, faint
from ui.desktop.lenses.tables.view import LensTable
from ui.desktop.widgets.text import Text
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize
from workbench.readmodels.demands_inspection import TradeLine, trade_lines
from workbench.readmodels.demands_lens import DemandsModel
from workbench.readmodels.demands_words import RELATION_MARKS


class TradeFinder(QWidget):
    """Pairs of demands of two parties with neither stance below opposed.

    Signals
    -------
    chosen
        The cell of the two demands, as (row, column).
    """

    chosen = Signal(object)

    def __init__(self, hub: ThemeHub) -> None:
        super().__init__()
        self.heading = Text(hub, "", TextSize.CELL, Role.TEXT_SECONDARY)
        self.table = LensTable(hub, self.tr("Possible trades, as questions"))
        self.table.say_of_nothing(
            self.tr(
                "No two of their demands could be met together without a stance below “opposes”, a broken "
                "red-line condition, or an issue on which one of them has said nothing."
            )
        )
        self.setMinimumHeight(90)
        self._shown: tuple[tuple[TradeLine, ...], tuple[Column, ...]] | None = None
        body = QVBoxLayout(self)
        body.setContentsMargins(Space.SECTION, Space.NORMAL, 0, 0)
        body.setSpacing(Space.TIGHT)
        body.addWidget(self.heading)
        body.addWidget(self.table, 1)
        self.table.chosen.connect(self._row_chosen)

    def show_trades(self, model: DemandsModel) -> None:
        """Show what the two parties of a model could trade."""
        lines, more = trade_lines(model)
        columns = self._columns(sees_salience=model.snapshot.audience.sees_team_reading)
        if (lines, columns) == self._shown:
            return
        self._shown = (lines, columns)
        self.table.rows_model.show(columns, [_row(line, len(columns)) for line in lines])
        self.table.lay_out()
        said = self.tr("Questions to ask: {0}.").format(len(lines))
        self.heading.setText(f"{said} {self.tr('{0} more are not listed.').format(more)}" if more else said)

    def _columns(self, *, sees_salience: bool) -> tuple[Column, ...]:
        lie, toward = self.tr("How the two demands lie to one another"), self.tr("Toward the other’s demand")
        columns = (
            Column("question", self.tr("Question"), 5.0, 220),
            Column(
                "relation",
                self.tr("Relation"),
                1.3,
                84,
                tip=lie,
            ),
            Column("stances", self.tr("Stances"), 3.0, 140, tip=toward),
        )
        return (*columns, Column("salience", self.tr("Salience"), 3.0, 140)) if sees_salience else columns

    def _row_chosen(self, row: TableRow | None) -> None:
        if row is not None and self.table.hasFocus():
            self.chosen.emit((int(row.key[0]), int(row.key[1])))


def _row(line: TradeLine, count: int) -> TableRow:
    cells: tuple[CellText, ...] = (
        cell(line.question),
        cell(f"{RELATION_MARKS[line.relation]} {line.relation}"),
        faint(line.stances),
        faint(line.saliences),
    )
    return TableRow.of("trades", (str(line.row), str(line.column)), cells[:count])
