"""The Demands lens: demands against demands, and what two parties could trade."""

from __future__ import annotations

from dataclasses import replace
from math import inf
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QPushButton

from ui.desktop.lenses.demands_export import demands_table
from ui.desktop.lenses.demands_trades import TradeFinder, TradeSplit
from ui.desktop.lenses.demands_words import DemandKey, DemandWords, key_of, place_of, row_of
from ui.desktop.lenses.lens import Captured, TableOfTexts
from ui.desktop.lenses.parties_grid import GridView
from ui.desktop.lenses.parties_pace import Pace
from ui.desktop.lenses.parties_pictures import GridLens
from ui.desktop.lenses.parties_tools import Chooser, Tools
from ui.desktop.lenses.registry import POSITIONS
from ui.desktop.session import CaseSession
from ui.paint.demand_matrix import lay_out_demands
from ui.paint.pair_matrix_frame import GridParts, ImageCache, Place
from ui.paint.text import TextCache
from ui.paint.type import TypeScale
from ui.theme.hub import ThemeHub
from ui.words import number
from workbench.domain.case import RecordKey
from workbench.readmodels.demands_inspection import inspect_demands
from workbench.readmodels.demands_lens import DemandsModel

if TYPE_CHECKING:
    from ui.paint.picture import Picture

_EVERYBODY = ""
_PART = "\x1f"
_TOO_MANY = 400
"""Of more demands than these nobody looks at all against all first."""


class DemandsLens(GridLens):
    """Demands of all parties against one another, or of one party against those of another."""

    key = "demands"
    follows = frozenset({"day", "basis", "audience", "hidden"})

    def __init__(self, session: CaseSession, hub: ThemeHub, settings: QSettings) -> None:
        super().__init__(session, hub, settings)
        self.down, self.across = Chooser(self.tr("Demands of")), Chooser(self.tr("against those of"))
        self.swap = QPushButton(self.tr("Swap"))
        self.swap.setToolTip(self.tr("Set the demands of the second party down, those of the first across"))
        self.tools = Tools(hub, (self.down, self.across, self.swap))
        self.grid = GridView(hub, self.tr("Matrix of demands"))
        self.trades = TradeFinder(hub)
        self._model: DemandsModel | None = None
        self._chosen = _keys_from(self.kept_of_case("chosen"))
        self._is_chosen = bool(self.kept_of_case("down") or self.kept_of_case("across"))
        self._pace = Pace(self._show, self._explain, self)
        self._lay_out()
        self._connect()
        self.restore_scroll()
        self.split.restore(settings.value(f"lens/{self.key}/split") or QByteArray())

    @property
    def model(self) -> DemandsModel | None:
        """What is shown, none before it is first seen."""
        return self._model

    def refresh(self, changed: frozenset[str] | None) -> None:
        """Show what holds now; what takes its time follows when the day stands still."""
        if changed is None or changed & {"audience", "hidden"}:
            self._fill()
        if changed is not None and changed <= {"day"}:
            self._pace.moved()
        else:
            self._pace.now()

    def capture(self) -> Captured:
        """Take hold of the matrix; of two parties each pair of demands with the question of a trade."""
        self._pace.catch_up()
        model = self._model
        return Captured(lambda tell: demands_table(model, tell) if model else TableOfTexts((), ()))

    def picture(self) -> Picture:
        """Return the matrix, with what two parties could trade, or why there is nothing."""
        from ui.paint.picture_series import SeriesPicture  # noqa: PLC0415 - when one is asked for
        from ui.pictures import grids  # noqa: PLC0415 - when one is asked for

        self._pace.catch_up()
        view, model = self.session.view, self._model
        if model is None or self.body.currentWidget() is self.nothing:
            words = self.nothing.words.text()
            return grids.nothing_picture(self.session.snapshot, self.title, (view.day, view.basis), words)
        matrix = grids.demands_picture(model)
        return SeriesPicture((matrix, grids.trades_picture(model))) if model.is_of_two else matrix

    def keep(self) -> None:
        """Remember whose demands were looked at; the inspector goes back to what is selected."""
        self._pace.stop()
        self.remember_of_case("down", self.down.key)
        self.remember_of_case("across", self.across.key)
        self.remember_of_case("chosen", _PART.join(part for key in self._chosen or () for part in key))
        self.keep_scroll()
        self.settings.setValue(f"lens/{self.key}/split", self.split.kept())
        self.session.explained.emit(None)

    def chosen_record(self) -> tuple[str, RecordKey] | None:
        """Return the position that makes the demand of the row."""
        place = self.grid.current
        if self._model is None or place is None or place[0] >= len(self._model.rows):
            return None
        return _position_of(self._model, place)

    def reveal(self, table: str, key: RecordKey) -> bool:
        """Show the demands of a party, or choose the row of a position or an option."""
        if self._model is None:
            return False
        if table == "parties":
            self._set(key[0], self.across.key)
            return True
        place = row_of(self._model, table, key)
        if place is None or not self._model.columns:
            return False
        self.grid.choose((place, 0))
        self._cell_chosen((place, 0))
        return True

    # How it is put together.

    def _lay_out(self) -> None:
        self.split = TradeSplit(self.grid, self.trades)
        self.put_together(self.tools, self.split)
        self.setFocusProxy(self.grid)

    def _connect(self) -> None:
        self.down.chosen.connect(lambda code: self._set(code, self.across.key))
        self.across.chosen.connect(lambda code: self._set(self.down.key, code))
        self.swap.clicked.connect(lambda: self._set(self.across.key, self.down.key))
        self.grid.chosen.connect(self._cell_chosen)
        self.grid.opened.connect(self._opened)
        self.trades.chosen.connect(self._trade_chosen)
        self.tools.finder.look_through(self._names)
        self.tools.found.connect(self._find)
        self.tools.export_wanted.connect(self.export_wanted)

    def _fill(self) -> None:
        """Offer the parties in view."""
        hidden = self.session.view.hidden
        parties = [own for own in self.session.snapshot.parties if own.code not in hidden]
        entries = [(_EVERYBODY, self.tr("all parties")), *((own.code, own.label) for own in parties)]
        for chooser, name in ((self.down, "down"), (self.across, "across")):
            chooser.fill(entries, chooser.key if chooser.box.count() else self.kept_of_case(name))

    # What is shown.

    def _set(self, down: str, across: str) -> None:
        self._is_chosen = True
        self.down.choose(down)
        self.across.choose(across)
        self._pace.now()

    def _show(self) -> None:
        snapshot, hidden = self.session.snapshot, self.session.view.hidden
        codes = {party.code: number for number, party in enumerate(snapshot.parties)}
        shown = [number for code, number in codes.items() if code not in hidden]
        of = codes.get(self.down.key), codes.get(self.across.key)
        model = self._model = DemandsModel(self.session.model.standing, shown, *of, before=self._model)
        why = self._why_nothing(model)
        self.trades.setVisible(model.is_of_two and not why)
        if not why and not self._is_chosen and _is_too_much(model):
            self._begin_with_two(model)
            return
        if why:
            self._say_nothing(model, why)
            self.tools.say("")
            self.bring(self.nothing)
            return
        counts = model.counts()

        def lay_out(width: float, look: tuple[TypeScale, TextCache], images: ImageCache | None) -> GridParts:
            height = float(self.grid.viewport().height()) if images is not None else inf
            return replace(lay_out_demands(model, width, look, counts, height), cache=images)

        self.grid.show_grid(lay_out, DemandWords(model), place_of(model, self._chosen))
        self.trades.show_trades(model)
        self.tools.say(self._note(model))
        self.body.setCurrentWidget(self.split)
        self.setFocusProxy(self.grid)
        self.split.share()

    def _begin_with_two(self, model: DemandsModel) -> None:
        """Of very many demands show those of the first two parties: all of them would say nothing."""
        first, second = (self.session.snapshot.parties[own].code for own in model.demanding[:2])
        self.down.choose(first)
        self.across.choose(second)
        self._is_chosen = True
        self._show()

    def _say_nothing(self, model: DemandsModel, why: str) -> None:
        """Say why there is nothing; where nobody demands anything, lead to where demands are entered."""
        if model.table.demands or not self.session.may_edit:
            self.nothing.say(why)
        else:
            self.nothing.say(why, self.tr("Go to the positions"), lambda: self.lens_wanted.emit(POSITIONS))

    def _why_nothing(self, model: DemandsModel) -> str:
        if self.down.key and self.down.key == self.across.key:
            return self.tr(
                "Choose two different parties: the demands of one party are not compared with each other."
            )
        if not model.table.demands:
            return self.tr(
                "Nobody in view demands anything on the day shown. Here one sees how the demands of the "
                "positions lie to one another."
            )
        for chooser, own in ((self.down, model.rows), (self.across, model.columns)):
            if not own:
                return self.tr("{0} demands nothing on that day.").format(chooser.box.currentText())
        return ""

    def _note(self, model: DemandsModel) -> str:
        if model.is_of_two:
            down, across = number(len(model.rows)), number(len(model.columns))
            return self.tr("Demands down: {0}, across: {1}.").format(down, across)
        return self.tr(
            "Demands: {0}. Choose two parties to see what could be traded for what. "
            "A sign says how two demands lie to one another; choose a cell to see why."
        ).format(number(len(model.table.demands)))

    # What is chosen.

    def _cell_chosen(self, place: Place) -> None:
        if self._model is not None:
            self._chosen = key_of(self._model, place)
            self._explain()

    def _names(self) -> list[str]:
        model = self._model
        return [] if model is None else [model.row(place).sentence for place in range(len(model.rows))]

    def _find(self, row: int) -> None:
        """Choose a demand that was found, in its row."""
        place = (row, self.grid.current[1] if self.grid.current else 0)
        self._trade_chosen(place)

    def _trade_chosen(self, place: Place) -> None:
        if place != self.grid.current:
            self.grid.choose(place)
        self._cell_chosen(place)

    def _opened(self, place: Place) -> None:
        """Open the position that makes the demand of the row."""
        if self._model is not None:
            self.record_wanted.emit(*_position_of(self._model, place))

    def _explain(self) -> None:
        """Let the inspector say why the chosen cell is what it is."""
        model = self._model
        place = place_of(model, self._chosen) if model is not None else None
        if model is None or place is None or not self.isVisible():
            self.session.explained.emit(None)
        else:
            self.session.explained.emit(inspect_demands(model, *place))


def _position_of(model: DemandsModel, place: Place) -> tuple[str, RecordKey]:
    """Return the position that makes the demand of a row."""
    demand = model.table.demands[model.rows[place[0]]]
    return ("positions", (model.snapshot.table.ref[demand.row],))


def _is_too_much(model: DemandsModel) -> bool:
    return len(model.table.demands) > _TOO_MANY and len(model.demanding) > 1


def _keys_from(kept: str) -> tuple[DemandKey, DemandKey] | None:
    """Return the two demands that were remembered, none where none were."""
    parts = kept.split(_PART)
    return ((parts[0], parts[1], parts[2]), (parts[3], parts[4], parts[5])) if len(parts) == 6 else None
