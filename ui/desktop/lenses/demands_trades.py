"""The trade finder: what two parties could give one another, as questions."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ui.desktop.lenses.tables.view import LensTable
from ui.desktop.widgets.text import Text
from ui.tables.rows import Page, TableRow
from ui.tables.trades import trades_page
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize
from workbench.readmodels.demands_lens import DemandsModel

_MOST = 0.45
"""How much of the height the questions take at most, unless the line is drawn elsewhere."""


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
        self.setMinimumHeight(90)
        self._shown: Page | None = None
        body = QVBoxLayout(self)
        body.setContentsMargins(Space.SECTION, Space.NORMAL, 0, 0)
        body.setSpacing(Space.TIGHT)
        body.addWidget(self.heading)
        body.addWidget(self.table, 1)
        self.table.chosen.connect(self._row_chosen)

    def show_trades(self, model: DemandsModel) -> None:
        """Show what the two parties of a model could trade."""
        page = trades_page(model)
        if page == self._shown:
            return
        self._shown = page
        self.table.say_of_nothing(page.nothing)
        self.table.rows_model.show(page.columns, page.rows)
        self.table.lay_out()
        self.heading.setText(page.title)

    def wanted_height(self) -> int:
        """Return the height at which every question is seen."""
        above = self.heading.sizeHint().height() + Space.NORMAL + Space.TIGHT
        return max(above + self.table.whole_height(), self.minimumHeight())

    def _row_chosen(self, row: TableRow | None) -> None:
        if row is not None and self.table.hasFocus():
            self.chosen.emit((int(row.key[0]), int(row.key[1])))


class TradeSplit(QSplitter):
    """The matrix over the questions, which take the height they need until the line is drawn elsewhere."""

    def __init__(self, matrix: QWidget, trades: TradeFinder) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._trades, self._is_drawn = trades, False
        self.addWidget(matrix)
        self.addWidget(trades)
        self.setChildrenCollapsible(False)
        self.splitterMoved.connect(self._drawn)

    def restore(self, kept: QByteArray) -> None:
        """Put the line where it was drawn."""
        self._is_drawn = self.restoreState(kept)

    def kept(self) -> QByteArray:
        """Return where the line was drawn, empty where nobody drew it."""
        return self.saveState() if self._is_drawn else QByteArray()

    def share(self) -> None:
        """Give the questions the height that they need."""
        whole = self.height()
        if self._is_drawn or not self._trades.isVisibleTo(self) or not whole:
            return
        wanted = min(self._trades.wanted_height(), round(_MOST * whole))
        self.setSizes([whole - wanted, wanted])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height anew."""
        super().resizeEvent(event)
        self.share()

    def _drawn(self, _place: int, _index: int) -> None:
        self._is_drawn = True
