"""What the Demands lens shows, as tables of texts."""

from __future__ import annotations

from collections.abc import Iterator

from ui.desktop.lenses.lens import TableOfTexts, untold
from ui.words import said, translate
from workbench.ports import Progress
from workbench.readmodels.demands_inspection import trade_lines
from workbench.readmodels.demands_lens import DemandHeading, DemandsModel

_MOST_CELLS = 250_000


def demands_table(model: DemandsModel, progress: Progress = untold) -> TableOfTexts:
    """Return the matrix; of two parties one row a pair; of very many demands the demands alone."""
    if model.is_of_two:
        return _pairs(model, progress)
    if len(model.rows) * len(model.columns) > _MOST_CELLS:
        return _list(model)
    headings = ("", *(_name(model.column(place)) for place in range(len(model.columns))))
    rows = tuple(
        (_name(model.row(row)), *(_word(model, row, column) for column in range(len(model.columns))))
        for row in _told_rows(model, progress)
    )
    return TableOfTexts(headings, rows)


def _told_rows(model: DemandsModel, progress: Progress) -> Iterator[int]:
    """Yield the numbers of the rows, and tell how far it has come."""
    for row in range(len(model.rows)):
        progress(row, len(model.rows), translate("Saving", "Reading what is seen"))
        yield row


def _pairs(model: DemandsModel, progress: Progress) -> TableOfTexts:
    questions = {(line.row, line.column): line for line in trade_lines(model)[0]}
    headings = (
        translate("DemandsLens", "Demand"),
        translate("DemandsLens", "Other demand"),
        translate("DemandsLens", "How they lie"),
        translate("DemandsLens", "Question"),
        translate("DemandsLens", "Salience"),
    )
    rows = []
    for row in _told_rows(model, progress):
        for column in range(len(model.columns)):
            line = questions.get((row, column))
            asked = (line.question, line.saliences) if line else ("", "")
            names = _name(model.row(row)), _name(model.column(column))
            rows.append((*names, _word(model, row, column), *asked))
    return TableOfTexts(headings, tuple(rows))


def _list(model: DemandsModel) -> TableOfTexts:
    every = (model.row(place) for place in range(len(model.rows)))
    rows = tuple((own.label, own.title, own.text) for own in every)
    return TableOfTexts(
        (
            translate("DemandsLens", "Party"),
            translate("DemandsLens", "Issue"),
            translate("DemandsLens", "Option"),
        ),
        rows,
    )


def _name(own: DemandHeading) -> str:
    return translate("DemandsLens", "{party}: {option} ({issue})").format(
        party=own.label, option=own.text, issue=own.title
    )


def _word(model: DemandsModel, row: int, column: int) -> str:
    relation = model.relation(row, column)
    return "" if relation is None else said(relation)
