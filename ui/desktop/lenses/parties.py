"""The Parties lens: parties by parties, as a matrix or as a map."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSettings, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QCheckBox, QStackedWidget, QVBoxLayout, QWidget

from ui.desktop.lenses.lens import Lens, TableOfTexts
from ui.desktop.lenses.parties_export import map_table, pairs_table
from ui.desktop.lenses.parties_grid import GridView
from ui.desktop.lenses.parties_map_view import MapView
from ui.desktop.lenses.parties_pace import Pace
from ui.desktop.lenses.parties_tools import Chooser, Nothing, Segments, Tools
from ui.desktop.lenses.parties_work import PairWords, PartiesWork
from ui.desktop.session import CaseSession
from ui.desktop.view_state import Selection
from ui.paint.pair_matrix import lay_out_pairs
from ui.paint.pair_matrix_frame import GridParts, ImageCache, Place
from ui.paint.text import TextCache
from ui.paint.type import TypeScale
from ui.theme.hub import ThemeHub
from workbench.domain.case import RecordKey
from workbench.readmodels.parties_inspection import inspect_pair
from workbench.readmodels.parties_lens import PartiesModel
from workbench.readmodels.parties_scope import scope_choices, scope_from, scope_in_reach

_MANY = 24
"""With more parties cells are small, unless the person says otherwise."""
_LARGE = 60
"""With more parties the map shows no ways: they would cover it."""
MATRIX, MAP = "matrix", "map"
CASE, BLOCS = "case", "blocs"


class PartiesLens(Lens):
    """Parties by parties over one issue, one basket or all."""

    key = "parties"
    follows = frozenset({"day", "compared", "basis", "audience", "hidden"})

    def __init__(self, session: CaseSession, hub: ThemeHub, settings: QSettings) -> None:
        super().__init__(session, hub, settings)
        self.scope = Chooser(self.tr("Over"))
        self.order = Segments(self.tr("Order"), self._orders())
        self.form = Segments(self.tr("Form"), self._forms())
        self.small = QCheckBox(self.tr("Small cells"))
        self.tools = Tools(hub, (self.scope, self.form, self.order, self.small))
        self.grid = GridView(hub, self.tr("Matrix of parties"))
        self.map = MapView(hub)
        self.nothing = Nothing(hub)
        self._work = PartiesWork(session)
        self._model: PartiesModel | None = None
        self._pair: tuple[str, str] | None = None
        self._pace = Pace(self._show, self._explain, self)
        self._lay_out()
        self._connect()
        self._restore()

    @property
    def model(self) -> PartiesModel | None:
        """What is shown, none before it is first seen."""
        return self._model

    def refresh(self, changed: frozenset[str] | None) -> None:
        """Show what holds now; what takes its time follows when the day stands still."""
        if changed is None or "audience" in changed:
            self._fill_scopes()
        if changed is not None and changed <= {"day", "compared"}:
            self._pace.moved()
        else:
            self._pace.now()

    def export_table(self) -> TableOfTexts:
        """Return the map, or each pair of parties once."""
        if self._model is None:
            return TableOfTexts((), ())
        if self.form.key == MAP and self.map.party_map is not None:
            return map_table(self.map.party_map)
        return pairs_table(self._model)

    def picture_widget(self) -> QWidget:
        """Return matrix or map, without the controls."""
        return self.body.currentWidget() or self

    def picture_size(self) -> QSize:
        """Return the size of the whole matrix, or of the map."""
        is_grid = self.body.currentWidget() is self.grid
        return self.grid.picture_size() if is_grid else super().picture_size()

    def paint_picture(self, painter: QPainter) -> None:
        """Draw matrix or map."""
        if self.body.currentWidget() is self.grid:
            self.grid.paint_picture(painter)
        elif self.body.currentWidget() is self.map:
            self.map.paint(painter)
        else:
            super().paint_picture(painter)

    def keep(self) -> None:
        """Remember what was chosen; the inspector goes back to what is selected."""
        self._pace.stop()
        self.remember("scope", self._work.scope.text)
        self.remember("order", self.order.key)
        self.remember("form", self.form.key)
        self.session.explained.emit(None)

    def reveal(self, table: str, key: RecordKey) -> bool:
        """Choose the row of a party, or look at an issue alone."""
        if table == "issues":
            self._set_scope(f"issue:{key[0]}")
            return True
        place = self._model.place_of(key[0]) if self._model and table == "parties" else None
        if place is None or self._model is None or len(self._model.columns) < 2:
            return False
        self.grid.choose((place, 1 if place == 0 else 0))
        self._chosen(self.grid.current)
        return True

    # How it is put together.

    def _lay_out(self) -> None:
        self.body = QStackedWidget()
        for part in (self.grid, self.map, self.nothing):
            self.body.addWidget(part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.tools)
        whole.addWidget(self.body, 1)
        self.setFocusProxy(self.grid)

    def _connect(self) -> None:
        self.scope.chosen.connect(self._set_scope)
        self.order.chosen.connect(lambda _key: self._pace.now())
        self.form.chosen.connect(lambda _key: self._pace.now())
        self.small.clicked.connect(self._set_small)
        self.grid.chosen.connect(self._chosen)
        self.grid.opened.connect(self._opened)
        self.map.chosen.connect(self._chosen_on_map)

    def _restore(self) -> None:
        self.order.choose(self.kept("order", CASE))
        self.form.choose(self.kept("form", MATRIX))
        self._work.scope = scope_from(self.kept("scope"))

    def _orders(self) -> tuple[tuple[str, str, str], ...]:
        return (
            (CASE, self.tr("As in the case"), self.tr("Parties in the order of the case")),
            (
                BLOCS,
                self.tr("Blocs together"),
                self.tr("Parties whose positions are near lie side by side, with the tree of how they join"),
            ),
        )

    def _forms(self) -> tuple[tuple[str, str, str], ...]:
        return (
            (MATRIX, self.tr("Matrix"), self.tr("Room and distance of every two parties")),
            (MAP, self.tr("Map"), self.tr("Parties as dots, near where their positions are near")),
        )

    def _fill_scopes(self) -> None:
        snapshot = self.session.snapshot
        self._work.scope = scope_in_reach(snapshot, self._work.scope)
        entries = [(choice.scope.text, choice.label) for choice in scope_choices(snapshot)]
        self.scope.fill(entries, self._work.scope.text)

    # What is shown.

    def _show(self) -> None:
        shown = self._work.shown()
        if len(shown) < 2:
            self._model = None
            self._show_nothing(self.tr("Two parties in view are needed to set one against the other."))
            return
        is_matrix = self.form.key == MATRIX
        self._model = self._work.model(shown, clustered=is_matrix and self.order.key == BLOCS)
        self._set_controls(len(shown))
        if is_matrix:
            self._show_matrix()
        else:
            self._show_map(shown)

    def _show_matrix(self) -> None:
        model = self._model
        if model is None:
            return
        compact = self.small.isChecked()

        def lay_out(width: float, look: tuple[TypeScale, TextCache], images: ImageCache | None) -> GridParts:
            return replace(lay_out_pairs(model, width, look, compact=compact), cache=images)

        self.grid.show_grid(lay_out, PairWords(model), self._place())
        self.tools.say(model.note)
        self._bring(self.grid)

    def _show_map(self, shown: tuple[int, ...]) -> None:
        found, distances = self._work.map(shown, is_large=len(shown) > _LARGE)
        if not found.points:
            self._show_nothing(self._why_no_map(found.not_placed))
            return
        codes = [self.session.snapshot.parties[party].code for party in distances.parties]
        places = tuple(codes.index(point.code) for point in found.points)
        self.map.show_map(found, distances, places)
        left = "; ".join(f"{label} {why}" for label, why in found.not_placed)
        self.tools.say(f"{found.note} {self.tr('Not placed:')} {left}." if left else found.note)
        self._bring(self.map)

    def _why_no_map(self, left: tuple[tuple[str, str], ...]) -> str:
        why = self.tr("There is no map: each party has to share issues with at least three others.")
        return "\n".join([why, *(f"{label} {reason}." for label, reason in left)])

    def _show_nothing(self, why: str) -> None:
        self.nothing.say(why)
        self.tools.say("")
        self._bring(self.nothing)

    def _bring(self, part: QWidget) -> None:
        before = self.body.currentWidget()
        had_keys = before is not None and before.hasFocus()
        self.body.setCurrentWidget(part)
        self.setFocusProxy(part)
        if had_keys:
            part.setFocus()

    def _set_controls(self, count: int) -> None:
        is_matrix = self.form.key == MATRIX
        self.order.setVisible(is_matrix)
        self.small.setVisible(is_matrix)
        kept = self.kept("small")
        self.small.setChecked(kept == "yes" or (not kept and count > _MANY))

    # What is chosen.

    def _set_scope(self, text: str) -> None:
        self._work.scope = scope_in_reach(self.session.snapshot, scope_from(text))
        self.scope.choose(self._work.scope.text)
        self._pace.now()

    def _set_small(self, on: bool) -> None:
        self.remember("small", "yes" if on else "no")
        self._show()

    def _chosen(self, place: Place | None) -> None:
        if place is not None and self._model is not None:
            cell = self._model.cell(*place)
            self._pair = (cell.first, cell.second)
            self.map.choose(cell.first)
            self._explain()

    def _chosen_on_map(self, code: str, before: str) -> None:
        self._pair = (before, code) if before else None
        self._explain()

    def _opened(self, place: Place) -> None:
        """Open the issue that is looked at alone; over several, draw the distance of the two over time."""
        if self._model is None:
            return
        if self._work.scope.is_one_issue:
            self.record_wanted.emit("issues", (self._work.scope.name,))
            return
        cell = self._model.cell(*place)
        if not cell.is_itself:
            self._work.draw_over_time(cell.first, cell.second)
            labels = " – ".join(self._model.columns[own].label for own in place)
            self.said.emit(self.tr("The distance {0} is drawn over time.").format(labels), False)

    def _place(self) -> Place | None:
        """Return where the pair that was chosen stands now."""
        if self._pair is None or self._model is None:
            return None
        row, column = (self._model.place_of(code) for code in self._pair)
        return None if row is None or column is None else (row, column)

    def _explain(self) -> None:
        """Let the inspector say what was chosen."""
        place = self._place()
        if place is None or self._model is None or not self.isVisible():
            self.session.explained.emit(None)
            return
        cell = self._model.cell(*place)
        if cell.is_itself or self._work.scope.is_one_issue:
            self.session.explained.emit(None)
            if self._work.scope.is_one_issue:
                self.session.select(Selection(self._work.scope.name, tuple(dict.fromkeys(self._pair or ()))))
            return
        first, second = (self._model.parties[own] for own in place)
        self.session.explained.emit(inspect_pair(self._model, first, second))
