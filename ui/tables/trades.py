"""The table of the trade finder: what two parties could give one another, as questions."""

from __future__ import annotations

from ui.tables.rows import CellText, Column, Page, TableRow, cell, faint
from ui.words import counted, figure, translate
from workbench.readmodels.demands_inspection import TradeLine, trade_lines
from workbench.readmodels.demands_lens import DemandsModel
from workbench.readmodels.demands_words import marked_relation


def trades_page(model: DemandsModel) -> Page:
    """Return what the two parties of a model could trade; the title says how many questions there are."""
    lines, more = trade_lines(model)
    columns = _columns(sees_salience=model.snapshot.audience.sees_team_reading)
    title = translate("TradeFinder", "Questions to ask: {0}.").format(figure(len(lines)))
    if more:
        left_out = counted("TradeFinder", "%n more are not listed.", "%n more is not listed.", more)
        title = f"{title} {left_out}"
    nothing = translate(
        "TradeFinder",
        "No two of their demands could be met together without a stance below “opposes”, a broken "
        "red-line condition, or an issue on which one of them has said nothing.",
    )
    return Page("trades", title, columns, tuple(_row(line, len(columns)) for line in lines), nothing)


def _columns(*, sees_salience: bool) -> tuple[Column, ...]:
    lie = translate("TradeFinder", "How the two demands lie to one another")
    toward = translate("TradeFinder", "Toward the other’s demand")
    columns = (
        Column("question", translate("TradeFinder", "Question"), 5.0, 220),
        Column("relation", translate("TradeFinder", "Relation"), 1.3, 84, tip=lie),
        Column("stances", translate("TradeFinder", "Stances"), 3.0, 140, tip=toward),
    )
    if not sees_salience:
        return columns
    return (*columns, Column("salience", translate("TradeFinder", "Salience"), 3.0, 140))


def _row(line: TradeLine, count: int) -> TableRow:
    cells: tuple[CellText, ...] = (
        cell(line.question),
        cell(marked_relation(line.relation)),
        faint(line.stances),
        faint(line.saliences),
    )
    return TableRow.of("trades", (str(line.row), str(line.column)), cells[:count])
