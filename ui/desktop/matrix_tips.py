"""What the matrix says in words: tooltips, and the sentence that a screen reader hears."""

from __future__ import annotations

from ui.desktop.matrix_selection import Chosen
from ui.paint.matrix import ROOM
from ui.paint.model import MatrixModel
from ui.paint.port import Area, Hit
from ui.words import counted, translate
from workbench.readmodels.matrix_types import IssueRow
from workbench.readmodels.wording import commas, listing, quoted


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
            return _column_sentence(model, hit.column)
        case Area.ROOMS:
            return _what_room_counts()
        case Area.CORNER:
            return model.deadline.sentence if model.deadline else ""


def sentence_of(choice: Chosen, model: MatrixModel) -> str:
    """Return what is selected as a sentence, or one for each party."""
    if choice.current == ROOM:
        return _room_sentence(model, choice.row)
    said = " ".join(model.cell(choice.row, column).sentence for column in choice.columns)
    if not choice.others:
        return said
    count = counted("MatrixTips", "%n cells selected.", "%n cell selected.", len(choice.cells))
    return f"{count} {model.cell(choice.row, choice.current).sentence}"


def sentence_of_cell(model: MatrixModel, row: int, column: int) -> str:
    """Return what a cell says, or the room of a row; a fact or a norm has none."""
    if column != ROOM:
        return model.cell(row, column).sentence
    said = _room_sentence(model, row)
    return said or translate("MatrixTips", "{0}: no room is taken over facts and norms.").format(
        model.rows[row].title
    )


def _what_room_counts() -> str:
    return translate(
        "MatrixTips",
        "Room of the parties whose agreement the issue needs, of all where none is named, as far as they "
        "are in view.\nA group folded into one column changes nothing in it: each of its members counts.",
    )


def _column_sentence(model: MatrixModel, number: int) -> str:
    """Return who stands in a column, and what the sign in its header does."""
    column = model.columns[number]
    named = commas((column.label, column.kind)) if column.kind else column.label
    if column.is_group:
        labels = {fold.code: fold.members_in_words for fold in model.folds}
        text = translate(
            "MatrixTips",
            "{group}: {members}. Toward each option it shows the lowest stance of its members. "
            "Ctrl+G opens it.",
        )
        return text.format(group=named, members=labels.get(column.code, ""))
    groups = [quoted(fold.label) for fold in model.folds if fold.code in column.groups]
    if not groups:
        return named
    into = listing(groups, "or")
    said = translate("MatrixTips", "Can be folded into {0} (Ctrl+G).").format(into)
    return f"{named}\n{said}"


def _room_sentence(model: MatrixModel, row: int) -> str:
    room = model.room(row)
    return room.sentence if room else ""


def _issue_sentence(row: IssueRow) -> str:
    parts = [row.title, row.question]
    if row.pressed:
        parts.append(translate("MatrixTips", "Urgent for {0}.").format(commas(row.pressed)))
    if row.waiting:
        parts.append(translate("MatrixTips", "Waiting helps {0}.").format(commas(row.waiting)))
    return "\n".join(part for part in parts if part)
