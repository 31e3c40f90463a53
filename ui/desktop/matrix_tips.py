"""What the matrix says in words: tooltips, and the sentence that a screen reader hears."""

from __future__ import annotations

from ui.desktop.matrix_selection import Chosen
from ui.paint.matrix import ROOM
from ui.paint.model import MatrixModel
from ui.paint.port import Area, Hit
from workbench.readmodels.matrix_types import IssueRow


def tip_at(hit: Hit, model: MatrixModel) -> str:
    """Return what a tooltip says of what lies under the pointer."""
    match hit.area:
        case Area.CELL:
            return model.cell(hit.row, hit.column).sentence
        case Area.ROOM | Area.COURSE:
            return _room_sentence(model, hit.row)
        case Area.TITLE:
            return _issue_sentence(model.rows[hit.row])
        case Area.PARTY:
            column = model.columns[hit.column]
            return f"{column.label}, {column.kind}" if column.kind else column.label
        case Area.CORNER:
            return model.deadline.sentence if model.deadline else ""


def sentence_of(choice: Chosen, model: MatrixModel) -> str:
    """Return what is selected as a sentence, or one for each party."""
    if choice.current == ROOM:
        return _room_sentence(model, choice.row)
    return " ".join(model.cell(choice.row, column).sentence for column in choice.columns)


def _room_sentence(model: MatrixModel, row: int) -> str:
    room = model.room(row)
    return room.sentence if room else ""


def _issue_sentence(row: IssueRow) -> str:
    parts = [row.title, row.question]
    if row.pressed:
        parts.append(f"Urgent for {', '.join(row.pressed)}.")
    if row.waiting:
        parts.append(f"Waiting helps {', '.join(row.waiting)}.")
    return "\n".join(part for part in parts if part)
