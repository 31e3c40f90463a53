"""A matrix line by line: every line a whole sentence, for reading aloud and for walking with the arrows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from ui.desktop.case_page import CasePage
from ui.desktop.lenses.actors import ActorsLens
from ui.desktop.lenses.demands import DemandsLens
from ui.desktop.lenses.parties import PartiesLens
from ui.desktop.lenses.registry import POSITIONS, SPEC_OF
from ui.desktop.view_state import Selection
from ui.desktop.widgets.table_window import TableWindow
from ui.tables.rows import Column, TableRow, cell
from ui.theme.dress import join_segments
from ui.theme.hub import ThemeHub
from workbench.readmodels.actors_figures import FigureTable
from workbench.readmodels.demands_lens import DemandsModel
from workbench.readmodels.parties_lens import PartiesModel
from workbench.readmodels.positions import PositionsModel

_LISTED = (POSITIONS, "parties", "demands", "actors")
_AT_ONCE = 400
"""Lines worked out at a time; the others follow as far as one scrolls or looks for something."""
_REST = 250
"""Milliseconds for which the case stands still before the list follows."""


class ListWindow(TableWindow):
    """Follows the lens in the centre where that is a matrix; Enter leads to the cell."""

    def __init__(self, page: CasePage, hub: ThemeHub) -> None:
        super().__init__(hub, QCoreApplication.translate("ListWindow", "Line by line"), page, (720, 620))
        self._page, self._session = page, page.session
        self._key = page.centre.key if page.centre.key in _LISTED else POSITIONS
        self._left: Iterator[TableRow] = iter(())
        self._rows: list[TableRow] = []
        self._switch = QHBoxLayout()
        self._switch.setSpacing(0)
        self.tools.insertLayout(0, self._switch)
        self.buttons = {key: self._button(key) for key in _LISTED}
        join_segments(list(self.buttons.values()))
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self.refresh)
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(self._read_on)
        self.table.opened.connect(self._open)
        self.table.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.finder.textChanged.connect(lambda _text: self._more.start())
        self._session.case_changed.connect(self._case_changed)
        self._session.view_changed.connect(self._view_changed)
        page.centre.lens_changed.connect(self._lens_changed)
        self.show_list(self._key)

    @staticmethod
    def shown_over(page: CasePage, hub: ThemeHub) -> ListWindow:
        """Show the window, the same where it is open already."""
        window = page.findChild(ListWindow) or ListWindow(page, hub)
        window.show()
        window.raise_()
        window.activateWindow()
        window.table.setFocus()
        return window

    def show_list(self, key: str) -> None:
        """List one of the matrices; it is shown in the centre as well."""
        self._key = key
        self._page.centre.show_lens(key)
        self.buttons[key].setChecked(True)
        self.refresh()

    def refresh(self) -> None:
        """List what the matrix shows now."""
        self._left = self._lines()
        self._rows = []
        self.note.setText(
            self.tr("Down reads the next line, Enter goes to the cell, letters find, Escape closes.")
        )
        self._read_on()

    def _read_on(self) -> None:
        """Work out another part, and go on at once where somebody looks for something in it."""
        part = list(islice(self._left, _AT_ONCE))
        if not part and self._rows:
            return
        self._rows += part
        title = SPEC_OF[self._key].title
        self.show_rows((Column("line", title, 1, 200),), tuple(self._rows), self.tr("Nothing to list."))
        if part and self.finder.text().strip():
            self._more.start()

    def _scrolled(self, value: int) -> None:
        if value >= self.table.verticalScrollBar().maximum():
            self._more.start()

    def _case_changed(self, _change: object) -> None:
        self._rest.start()

    def _lines(self) -> Iterator[TableRow]:
        lens = self._page.centre.lens
        if isinstance(lens, PartiesLens) and lens.model is not None:
            return _of_parties(lens.model)
        if isinstance(lens, DemandsLens) and lens.model is not None:
            return _of_demands(lens.model)
        if isinstance(lens, ActorsLens) and lens.rows.table is not None:
            return _of_figure(lens.rows.table)
        return _of_positions(self._session.model) if self._key == POSITIONS else iter(())

    def _button(self, key: str) -> QPushButton:
        button = QPushButton(SPEC_OF[key].title)
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.setAutoDefault(False)  # the first one would be drawn as if it held
        button.clicked.connect(lambda _on: self.show_list(key))
        self._switch.addWidget(button)
        return button

    def _open(self, row: TableRow) -> None:
        """Go to the cell; the list stays open."""
        if row.table == "cell":
            issue, group, *parties = row.key
            selection = Selection(issue, tuple(parties), group)
            self._page.centre.show_lens(POSITIONS)
            self._session.select(selection)
            self._page.matrix.select(selection)
            return
        lens, place = self._page.centre.lens, (int(row.key[0]), int(row.key[1]))
        if isinstance(lens, PartiesLens | DemandsLens):
            lens.grid.choose(place)
            lens.grid.chosen.emit(lens.grid.current)
        elif isinstance(lens, ActorsLens):
            lens.table.setCurrentIndex(lens.rows.index(*place))

    def _lens_changed(self, key: str) -> None:
        if key in _LISTED and key != self._key:
            self._key = key
            self.buttons[key].setChecked(True)
            self._rest.start()

    def _view_changed(self, changed: frozenset[str]) -> None:
        if "audience" in changed:
            self.table.rows_model.show((), ())  # at once: what an audience may not see is not there
        if changed - {"selection", "pairs"}:
            self._rest.start()


def _of_positions(model: PositionsModel) -> Iterator[TableRow]:
    """Yield every issue with its room, and every party on it."""
    for number, issue in enumerate(model.rows):
        room = model.room(number)
        if room is not None:
            yield TableRow.of("cell", (issue.code, ""), (cell(room.sentence, strong=True),))
        for place, column in enumerate(model.columns):
            sentence = model.cell(number, place).sentence
            whose = (column.code, *column.members) if column.is_group else ("", column.code)
            yield TableRow.of("cell", (issue.code, *whose), (cell(sentence),))


def _of_parties(model: PartiesModel) -> Iterator[TableRow]:
    """Yield every pair of parties once."""
    for row in range(len(model.columns)):
        for column in range(row + 1, len(model.columns)):
            yield TableRow.of("pair", (str(row), str(column)), (cell(model.sentence(row, column)),))


def _of_demands(model: DemandsModel) -> Iterator[TableRow]:
    """Yield every pair of demands of different parties, once where all stand against all."""
    for row in range(len(model.rows)):
        for column in range(len(model.columns)):
            is_twice = not model.is_of_two and column <= row
            if not is_twice and model.cell(row, column) is not None:
                yield TableRow.of("pair", (str(row), str(column)), (cell(model.sentence(row, column)),))


def _of_figure(table: FigureTable) -> Iterator[TableRow]:
    """Yield every cell of a figure of the actors' game that is defined."""
    for row in range(len(table.rows)):
        for column in range(len(table.columns)):
            if table.is_defined(row, column):
                yield TableRow.of("pair", (str(row), str(column)), (cell(table.sentence(row, column)),))
