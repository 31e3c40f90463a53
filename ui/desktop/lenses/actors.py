"""The Actors lens: the figures of the actors' game (MACTOR), one at a time, in plain words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ui.desktop.aside import Aside
from ui.desktop.lenses.actors_model import FigureModel
from ui.desktop.lenses.actors_records import record_behind, typed_influence
from ui.desktop.lenses.actors_table import FigureView
from ui.desktop.lenses.ground import Ground
from ui.desktop.lenses.lens import Captured, Lens, TableOfTexts, table_of
from ui.desktop.lenses.parties_pace import Pace
from ui.desktop.lenses.parties_tools import Chooser, Nothing, Tools
from ui.desktop.lenses.scrolling import scroll_as, scroll_of
from ui.desktop.session import CaseSession
from ui.tables.actors import figure_page, unstated_note
from ui.theme.hub import ThemeHub
from ui.theme.typography import Space
from workbench.analysis.standing import Standing
from workbench.domain.case import RecordKey
from workbench.domain.party import Influence
from workbench.domain.vocabulary import Basis
from workbench.readmodels.actors_figures import ActorsModel, FigureTable
from workbench.readmodels.actors_inspection import inspect_figure
from workbench.readmodels.actors_words import Figure
from workbench.snapshot import Snapshot

if TYPE_CHECKING:
    from ui.paint.picture import Picture

_PART = "\x1f"
_AT_ONCE = 500_000
"""Parties squared times parties and issues that are worked out at once: within a frame or two."""


_Asked = tuple[Snapshot, Basis, tuple[int, ...], date]
"""On what a game rests: the case as it is seen, the parties in view and the day."""


class ActorsLens(Lens):
    """Influence, balance of power, positions, convergence, divergence and ambivalence."""

    key = "actors"
    follows = frozenset({"day", "basis", "audience", "hidden"})

    def __init__(self, session: CaseSession, hub: ThemeHub, settings: QSettings) -> None:
        super().__init__(session, hub, settings)
        self.figure = Chooser(self.tr("Figure"))
        self.figure.fill([(own.value, own.heading) for own in Figure], self.kept("figure", Figure.DIRECT))
        self.add_button = QPushButton(self.tr("Add an influence"))
        self.add_button.setToolTip(self.tr("Enter how strongly one party can act on another"))
        self.add_button.clicked.connect(lambda _on: self._add())
        self.tools = Tools(hub, (self.figure, self.add_button))
        self.rows = FigureModel(hub, self)
        self.table = FigureView(hub, self.rows, self.tr("Figures of the actors’ game"))
        self.nothing = Nothing(hub)
        self._model: ActorsModel | None = None
        self._ground: Ground | None = None
        self._aside: Aside[_Asked, ActorsModel] = Aside(self._worked_out, self)
        self._is_restored = False
        self._pace = Pace(self._work_out, self._settle, self)
        self._lay_out()
        self.figure.chosen.connect(lambda _key: self._figure_chosen())
        self.tools.finder.look_through(self._names)
        self.tools.found.connect(self._find)
        self.tools.export_wanted.connect(self.export_wanted)
        self.table.chosen.connect(lambda _row, _column: self._explain())
        self.table.opened.connect(self._open)
        self.table.typed.connect(self._typed)
        hub.changed.connect(self.table.fit)

    def refresh(self, changed: frozenset[str] | None) -> None:
        """Show what holds now; a large game follows when the day stands still."""
        if changed is not None and changed <= {"day"}:
            self._pace.moved()
        else:
            self._pace.now()

    def capture(self) -> Captured:
        """Take hold of the figure that is shown, unstated cells in brackets."""
        self._catch_up()
        table = self.rows.table
        return Captured(lambda _tell: TableOfTexts((), ()) if table is None else _texts(table))

    def picture(self) -> Picture:
        """Return the figure with its name and what it says."""
        from ui.pictures.tables import actors_picture  # noqa: PLC0415 - when one is asked for

        self._catch_up()
        tables = (self.rows.table,) if self.rows.table is not None else ()
        return actors_picture(tables, self.session.model.standing)

    def keep(self) -> None:
        """Remember which figure was looked at."""
        self._pace.stop()
        if self._aside.is_busy:
            self.look_again()
        self.remember("figure", self.figure.key)
        self.remember("scroll", scroll_of(self.table))
        index, codes = self.table.currentIndex(), self._codes()
        code = codes[index.row()] if 0 <= index.row() < len(codes) else ""
        self.remember_of_case("cell", f"{code}{_PART}{index.column()}")
        self.session.explained.emit(None)

    def end(self) -> None:
        """Leave no thread behind."""
        self._aside.end()

    def chosen_record(self) -> tuple[str, RecordKey] | None:
        """Return the record behind the cell that is current."""
        index, model = self.table.currentIndex(), self._model
        if model is None or not index.isValid() or self._aside.is_busy:
            return None
        behind = record_behind(model, self.rows, index.row(), index.column())
        return None if isinstance(behind, Influence) else behind

    def reveal(self, table: str, key: RecordKey) -> bool:
        """Choose the row of a party, or the cell of an influence."""
        self._catch_up()
        codes = self._codes() if table in ("parties", "influences") else []
        if key[0] not in codes or self.rows.table is None:
            return False
        column = codes.index(key[1]) if table == "influences" and key[1] in codes else 0
        self.table.setCurrentIndex(self.rows.index(codes.index(key[0]), column))
        return True

    # What is done in it.

    def _add(self) -> None:
        """Enter an influence, of the cell that is chosen where none is entered there."""
        self._catch_up()
        index, model = self.table.currentIndex(), self._model
        start = None
        if model is not None and index.isValid():
            start = record_behind(model, self.rows, index.row(), index.column())
        if isinstance(start, Influence):
            self.start_wanted.emit(start)
        else:
            self.new_wanted.emit("influences")

    def _open(self, row: int, column: int) -> None:
        """Open the record behind a cell, or enter the influence that is not given yet."""
        self._catch_up()
        behind = record_behind(self._model, self.rows, row, column) if self._model else None
        if isinstance(behind, Influence) and self.session.may_edit:
            self.start_wanted.emit(behind)
        elif isinstance(behind, tuple):
            self.record_wanted.emit(*behind)

    def _typed(self, row: int, column: int, strength: int) -> None:
        """Write a strength that was typed into a cell of direct influence."""
        self._catch_up()
        if self._model is None or row == column or self.rows.is_missing(column):
            return
        wanted = typed_influence(self._model, row, column, strength)
        if isinstance(wanted, Influence):
            self.start_wanted.emit(wanted)
        elif wanted is not None and self.session.perform(wanted) is not None:
            self.said.emit(self.rows.sentence(row, column), False)

    def _explain(self) -> None:
        """Let the inspector say on what the cell that is chosen rests."""
        index, model = self.table.currentIndex(), self._model
        is_cell = index.isValid() and not self.rows.is_missing(index.column())
        if model is None or not is_cell or not self.isVisible():
            self.session.explained.emit(None)
        else:
            figure = Figure(self.figure.key)
            self.session.explained.emit(inspect_figure(model, figure, index.row(), index.column()))

    def _settle(self) -> None:
        self.table.tell()
        self._explain()

    def _figure_chosen(self) -> None:
        self._show()
        self._explain()

    def _names(self) -> tuple[str, ...]:
        """Return the heads of rows, then those of columns."""
        table = self.rows.table
        return () if table is None else (*table.rows, *table.tips)

    def _find(self, place: int) -> None:
        """Go to the row or the column that was found."""
        now, count = self.table.currentIndex(), self.rows.rowCount()
        row, column = max(now.row(), 0), max(now.column(), 0)
        found = (place, column) if place < count else (row, place - count)
        self.table.setCurrentIndex(self.rows.index(*found))

    def _lay_out(self) -> None:
        self.body = QStackedWidget()
        self.body.addWidget(self.table)
        self.body.addWidget(self.nothing)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(Space.NORMAL)
        whole.addWidget(self.tools)
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

    def _catch_up(self) -> None:
        """Show what holds, where the day has moved on or something is worked out still."""
        self._pace.catch_up()
        self._aside.finish()

    def _work_out(self) -> None:
        standing, shown = self.session.model.standing, self._shown()
        if _is_large(standing, shown):
            self._wait_for(standing, shown)
        else:
            self._aside.give_up()
            self._take(ActorsModel(standing, shown) if len(shown) > 1 else None)

    def _wait_for(self, standing: Standing, shown: tuple[int, ...]) -> None:
        """Have a large game worked out; what was shown stays meanwhile only for the same people."""
        if self._ground is None or not self._ground.may_stay(Ground.of(self.session)):
            self._model = self._ground = None
            self.rows.show(None)
            self.nothing.say(self.tr("Working it out…"))
            self._bring(self.nothing)
        self._aside.start(self._asked(), lambda: ActorsModel(standing, shown))

    def _asked(self) -> _Asked:
        standing = self.session.model.standing
        return standing.snapshot, standing.basis, self._shown(), standing.day

    def _worked_out(self, asked: _Asked, model: ActorsModel) -> None:
        """Show what was worked out, unless something else is looked at by now."""
        if not self.isVisible():
            return
        if asked == self._asked():
            self._take(model)
            self._settle()
        else:
            self._work_out()

    def _take(self, model: ActorsModel | None) -> None:
        self._model = model
        self._ground = None if model is None else Ground.of(self.session)
        self._show()

    def _bring(self, part: QWidget) -> None:
        """Show a part; the keyboard stays with what is seen."""
        before = self.body.currentWidget()
        had_keys = before is not None and before.hasFocus()
        self.body.setCurrentWidget(part)
        if had_keys and before is not part:
            part.setFocus()

    def _show(self) -> None:
        model = self._model
        figure = Figure(self.figure.key)
        self.add_button.setVisible(self.session.may_edit and model is not None)
        if model is None:
            self.rows.show(None)
            self.say_of_few_parties(self.nothing)
            self.tools.say(figure.explanation)
            self._bring(self.nothing)
            return
        table = model.table(figure)
        self.rows.show(table)
        self.table.takes_figures = figure is Figure.DIRECT and self.session.may_edit
        self.tools.say(f"{figure.explanation}\n{self._how_given(table)}")
        self.table.fit()
        self._bring(self.table)
        if not self._is_restored:
            self._restore()

    def _how_given(self, table: FigureTable) -> str:
        """Say how much is not given, and how it can be."""
        parts = [unstated_note(table)]
        if table.figure is Figure.DIRECT and self.session.may_edit:
            parts.append(self.tr("Type 0 to 4 into a cell, Delete takes it away."))
        return " ".join(parts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        self.table.fit()


def _texts(table: FigureTable) -> TableOfTexts:
    """Return a figure as a table of texts, over its rows what figure it is."""
    texts = table_of(figure_page(table))
    return replace(texts, headings=(table.figure.heading, *texts.headings[1:]))


def _is_large(standing: Standing, shown: tuple[int, ...]) -> bool:
    """Return whether working a game out would keep the window from answering."""
    return len(shown) ** 2 * (len(shown) + len(standing.snapshot.issues)) > _AT_ONCE
