"""The cells selected as a table: what is seen of them, as tab-separated text and as HTML."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QMimeData

from ui.desktop.matrix_selection import Chosen
from ui.paint.model import MatrixModel
from ui.words import said, translate
from workbench.readmodels.matrix_types import PartyColumn, PositionCell
from workbench.readmodels.wording import clauses

Table = list[list[str]]


def block_of(choice: Chosen, model: MatrixModel) -> Table:
    """Return the smallest table that holds the cells chosen, under its parties and beside its issues.

    Rows stand as they are seen; a cell between them that is not chosen is left empty.
    """
    if choice.is_room:
        return _room_block(choice, model)
    cells = choice.cells
    columns = sorted({column for _, column in cells})
    chosen_rows = {row for row, _ in cells}
    rows = [row for basket in model.baskets for row in basket.rows if row in chosen_rows]
    head = ["", *(model.columns[column].label for column in columns)]
    body = [
        [
            model.rows[row].title,
            *(words_of(model.cell(row, column)) if (row, column) in cells else "" for column in columns),
        ]
        for row in rows
    ]
    return [head, *body]


def _room_block(choice: Chosen, model: MatrixModel) -> Table:
    room = model.room(choice.row)
    words = "" if room is None else clauses((said(room.level), *room.meeting))
    return [["", translate("Headers", "Room")], [model.rows[choice.row].title, words]]


def upper_left(choice: Chosen, model: MatrixModel) -> tuple[str, str]:
    """Return the leftmost column, as `column_key` names it, and the topmost issue of the cells chosen."""
    rows = {row for row, _ in choice.cells} or {choice.row}
    top = next(row for basket in model.baskets for row in basket.rows if row in rows)
    left = min((column for _, column in choice.cells), default=0)
    return column_key(model.columns[left]), model.rows[top].code


def column_key(column: PartyColumn) -> str:
    """Return what names a column in a block: a group and a party may bear the same code."""
    return f"group:{column.code}" if column.is_group else column.code


def words_of(cell: PositionCell) -> str:
    """Return what a cell shows in words, such as ``accepts: Free passage``; empty without a position."""
    if cell.is_empty:
        return ""
    return f"{cell.lead}: {cell.text}" if cell.lead else cell.text


def as_text(table: Table) -> str:
    """Return a table as lines with tabs between the cells."""
    return "\n".join("\t".join(_plain(cell) for cell in row) for row in table)


def as_html(table: Table) -> str:
    """Return a table as HTML, its first row and column as headings."""
    head, *body = table
    rows = [f"<tr>{''.join(f'<th>{escape(cell)}</th>' for cell in head)}</tr>"]
    for title, *cells in body:
        inside = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
        rows.append(f"<tr><th>{escape(title)}</th>{inside}</tr>")
    return f"<table>{''.join(rows)}</table>"


def on_clipboard(table: Table) -> QMimeData:
    """Return a table as a clipboard takes it: for spreadsheets and for documents."""
    data = QMimeData()
    data.setText(as_text(table))
    data.setHtml(as_html(table))
    return data


def _plain(text: str) -> str:
    return " ".join(text.split())
