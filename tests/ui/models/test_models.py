"""Every model under the tester of Qt; a model that is not in the table fails."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

import ui
from tests.sample_case import sample_case
from tests.ui.paint.matrices import matrix
from ui.desktop.goto.index import Target, find_targets
from ui.desktop.goto.target_list import TargetList
from ui.desktop.lenses.actors_model import FigureModel
from ui.desktop.lenses.tables.model import UNSORTED, TableModel
from ui.desktop.matrix_reader import ReadMatrix
from ui.tables.rows import Column, TableRow, cell, number
from ui.theme.hub import ThemeHub
from workbench.analysis.standing import standing_on
from workbench.columns import columns_of
from workbench.domain.audience import PRINCIPAL
from workbench.domain.folding import fold
from workbench.domain.vocabulary import Basis
from workbench.readmodels.actors_figures import ActorsModel
from workbench.readmodels.actors_words import Figure
from workbench.snapshot import take_snapshot

Use = Callable[[ThemeHub], tuple[QAbstractItemModel, Iterator[None]]]
"""A model, and what is done to it step by step."""


def _table(_hub: ThemeHub) -> tuple[QAbstractItemModel, Iterator[None]]:
    model, columns = TableModel(), (Column("name", "Name"), Column("size", "Size", is_number=True))

    def rows(count: int) -> tuple[TableRow, ...]:
        return tuple(TableRow.of("parties", (f"{n}",), (cell(f"row {n}"), number(n))) for n in range(count))

    def steps() -> Iterator[None]:
        for count in (0, 1, 40, 3, 0, 7):
            model.show(columns[: 1 + count % 2], rows(count) if count % 2 else rows(0))
            yield
            model.show(columns, rows(count))
            yield
            for column in (0, 1, UNSORTED):
                model.arrange(column, descending=column == 1)
                yield
            for query in ("row 1", "nothing", ""):
                model.find(query)
                yield

    return model, steps()


def _figures(hub: ThemeHub) -> tuple[QAbstractItemModel, Iterator[None]]:
    model = FigureModel(hub)
    snapshot = take_snapshot(columns_of(sample_case()), PRINCIPAL)

    def steps() -> Iterator[None]:
        for figure in Figure:
            for parties in ((0, 1, 2, 3), (0, 2)):
                for day in (date(2021, 1, 1), date(2023, 3, 20)):
                    standing = standing_on(snapshot, day, Basis.ASSESSED)
                    model.show(ActorsModel(standing, parties).table(figure))
                    yield
        model.show(None)
        yield

    return model, steps()


def _targets(_hub: ThemeHub) -> tuple[QAbstractItemModel, Iterator[None]]:
    model = TargetList()
    found = [
        Target("party", own.label, own.name, (fold(own.name),), "parties", (own.code,))
        for own in sample_case().parties
    ]

    def steps() -> Iterator[None]:
        for query in ("", "armenia", "e", "no name is like this", "republic"):
            model.show(list(find_targets(query, found)))
            yield

    return model, steps()


def _matrix(_hub: ThemeHub) -> tuple[QAbstractItemModel, Iterator[None]]:
    model = ReadMatrix()

    def steps() -> Iterator[None]:
        for columns, rows in ((3, 4), (3, 4), (1, 2), (0, 3), (4, 1)):
            model.show(matrix(columns, rows))
            yield

    return model, steps()


MODELS: dict[type[QAbstractItemModel], Use] = {
    TableModel: _table,
    FigureModel: _figures,
    TargetList: _targets,
    ReadMatrix: _matrix,
}
"""Every model of the program, and how it is used."""


def _all_models() -> set[type[QAbstractItemModel]]:
    for module in pkgutil.walk_packages(ui.__path__, "ui."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    found: set[type[QAbstractItemModel]] = set()
    open_types: list[type] = [QAbstractItemModel]
    while open_types:
        for own in list[type](open_types.pop().__subclasses__()):
            open_types.append(own)
            if own.__module__.startswith("ui."):
                found.add(own)
    return found


def test_no_model_is_left_out() -> None:
    assert {own.__qualname__ for own in _all_models()} == {own.__qualname__ for own in MODELS}


@pytest.mark.parametrize("kind", MODELS, ids=lambda kind: kind.__name__)
def test_qt_finds_no_fault(kind: type[QAbstractItemModel], theme_hub: ThemeHub, qtbot: QtBot) -> None:
    model, steps = MODELS[kind](theme_hub)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    sizes = set()
    for _ in steps:
        sizes.add((model.rowCount(), _columns(model)))
        _read_all(model)
    assert tester.model() is model
    assert len(sizes) > 2, "the model was hardly used"


def _columns(model: QAbstractItemModel) -> int:
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount()


def _read_all(model: QAbstractItemModel) -> None:
    """Read every cell and heading in every role, and what lies outside."""
    roles = [Qt.ItemDataRole(role) for role in range(15)]
    for row in range(-1, model.rowCount() + 1):
        for column in range(-1, _columns(model) + 1):
            index = model.index(row, column)
            is_inside = 0 <= row < model.rowCount() and 0 <= column < _columns(model)
            assert index.isValid() == is_inside
            for role in roles:
                model.data(index, role)
    for column in range(_columns(model)):
        assert model.headerData(column, Qt.Orientation.Horizontal) is not None
    assert model.data(QModelIndex()) is None
    assert model.rowCount(model.index(0, 0)) == 0 or not model.index(0, 0).isValid()
