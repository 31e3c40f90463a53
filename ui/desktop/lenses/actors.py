"""The Actors lens: the figures of the actors' game (MACTOR), one at a time, in plain words."""

from __future__ import annotations

from PySide6.QtCore import QSettings
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.desktop.lenses.actors_model import FigureModel
from ui.desktop.lenses.actors_table import FigureView
from ui.desktop.lenses.lens import Lens, TableOfTexts
from ui.desktop.lenses.parties_pace import Pace
from ui.desktop.lenses.parties_tools import Chooser, Nothing, Tools
from ui.desktop.lenses.scrolling import scroll_as, scroll_of
from ui.desktop.session import CaseSession
from ui.desktop.widgets.text import Text
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize
from workbench.domain.case import RecordKey
from workbench.readmodels.actors_figures import ActorsModel
from workbench.readmodels.actors_words import Figure

_PART = "\x1f"


class ActorsLens(Lens):
    """Influence, balance of power, positions, convergence, divergence and ambivalence."""

    key = "actors"
    follows = frozenset({"day", "basis", "audience", "hidden"})

    def __init__(self, session: CaseSession, hub: ThemeHub, settings: QSettings) -> None:
        super().__init__(session, hub, settings)
        self.figure = Chooser(self.tr("Figure"))
        self.figure.fill([(own.value, own.heading) for own in Figure], self.kept("figure", Figure.DIRECT))
        self.unstated = Text(hub, "", TextSize.CELL, Role.TEXT_SECONDARY)
        self.tools = Tools(hub, (self.figure,))
        self.rows = FigureModel(hub, self)
        self.table = FigureView(hub, self.rows, self.tr("Figures of the actors’ game"))
        self.nothing = Nothing(hub)
        self._model: ActorsModel | None = None
        self._is_restored = False
        self._pace = Pace(self._work_out, self.table.tell, self)
        self._lay_out()
        self.figure.chosen.connect(lambda _key: self._show())
        self.tools.finder.look_through(self._names)
        self.tools.found.connect(self._find)
        self.tools.export_wanted.connect(self.export_wanted)
        hub.changed.connect(self.table.fit)

    def refresh(self, changed: frozenset[str] | None) -> None:
        """Show what holds now; a large game follows when the day stands still."""
        if changed is not None and changed <= {"day"}:
            self._pace.moved()
        else:
            self._pace.now()

    def export_table(self) -> TableOfTexts:
        """Return the figure that is shown, unstated cells in brackets."""
        table = self.rows.table
        if table is None:
            return TableOfTexts((), ())
        columns = range(self.rows.columnCount())
        headings = (table.figure.heading, table.missing_head, *table.columns)
        rows = tuple(
            (head, *(self.rows.text(row, column) for column in columns))
            for row, head in enumerate(table.rows)
        )
        return TableOfTexts(headings, rows)

    def picture_widget(self) -> QWidget:
        """Return the figure with its name and what it says."""
        return self

    def keep(self) -> None:
        """Remember which figure was looked at."""
        self._pace.stop()
        self.remember("figure", self.figure.key)
        self.remember("scroll", scroll_of(self.table))
        index, codes = self.table.currentIndex(), self._codes()
        code = codes[index.row()] if 0 <= index.row() < len(codes) else ""
        self.remember_of_case("cell", f"{code}{_PART}{index.column()}")

    def reveal(self, table: str, key: RecordKey) -> bool:
        """Choose the row of a party."""
        codes = self._codes() if table == "parties" else []
        if key[0] not in codes or self.rows.table is None:
            return False
        self.table.setCurrentIndex(self.rows.index(codes.index(key[0]), 0))
        return True

    def _names(self) -> tuple[str, ...]:
        """Return the heads of rows, then those of columns."""
        table = self.rows.table
        return () if table is None else (*table.rows, *table.tips)

    def _find(self, place: int) -> None:
        """Go to the row or the column that was found."""
        now, count = self.table.currentIndex(), self.rows.rowCount()
        row, column = max(now.row(), 0), max(now.column(), 0)
        found = (place, column) if place < count else (row, place - count + 1)
        self.table.setCurrentIndex(self.rows.index(*found))

    def _lay_out(self) -> None:
        self.body = QStackedWidget()
        self.body.addWidget(self.table)
        self.body.addWidget(self.nothing)
        self.unstated.setContentsMargins(Space.SECTION, Space.TIGHT, Space.SECTION, Space.NORMAL)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, Space.NORMAL)
        whole.setSpacing(0)
        whole.addWidget(self.tools)
        whole.addWidget(self.unstated)
        whole.addWidget(self.body, 1)
        self.setFocusProxy(self.table)

    def _shown(self) -> tuple[int, ...]:
        hidden = self.session.view.hidden
        parties = self.session.snapshot.parties
        return tuple(number for number, party in enumerate(parties) if party.code not in hidden)

    def _codes(self) -> list[str]:
        return [self.session.snapshot.parties[party].code for party in self._shown()]

    def _restore(self) -> None:
        """Choose and scroll as it was left, once there is something to choose."""
        self._is_restored = True
        code, _, column = self.kept_of_case("cell").partition(_PART)
        codes = self._codes()
        if code in codes and column.isdigit():
            self.table.setCurrentIndex(self.rows.index(codes.index(code), int(column)))
        scroll_as(self.table, self.kept("scroll"))

    def _work_out(self) -> None:
        shown = self._shown()
        self._model = ActorsModel(self.session.model.standing, shown) if len(shown) > 1 else None
        self._show()

    def _show(self) -> None:
        model = self._model
        figure = Figure(self.figure.key)
        if model is None:
            self.rows.show(None)
            self.say_of_few_parties(self.nothing)
            self.unstated.setText("")
            self.tools.say(figure.explanation)
            self.body.setCurrentIndex(1)
            return
        table = model.table(figure)
        self.rows.show(table)
        self.tools.say(figure.explanation)
        brackets = self.tr("They stand in brackets.") if table.unstated is not None else ""
        self.unstated.setText(f"{table.note} {brackets}".strip())
        self.table.fit()
        self.body.setCurrentIndex(0)
        if not self._is_restored:
            self._restore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        self.table.fit()
