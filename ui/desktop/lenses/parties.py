"""The Parties lens: parties by parties, as a matrix or as a map."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

from ui.desktop.aside import Aside
from ui.desktop.lenses.ground import Ground
from ui.desktop.lenses.lens import Captured, TableOfTexts
from ui.desktop.lenses.parties_controls import PartiesControls
from ui.desktop.lenses.parties_export import map_table, pairs_table
from ui.desktop.lenses.parties_grid import GridView
from ui.desktop.lenses.parties_map_view import MapView
from ui.desktop.lenses.parties_pace import Pace
from ui.desktop.lenses.parties_pictures import GridLens
from ui.desktop.lenses.parties_work import Key, PairWords, PartiesWork
from ui.desktop.session import CaseSession
from ui.desktop.view_state import Selection
from ui.paint.pair_matrix import lay_out_pairs
from ui.paint.pair_matrix_frame import GridParts, ImageCache, Place
from ui.paint.text import TextCache
from ui.paint.type import TypeScale
from ui.tables.parties import map_note
from ui.theme.hub import ThemeHub
from workbench.domain.case import RecordKey
from workbench.readmodels.parties_group_inspection import inspect_seats
from workbench.readmodels.parties_inspection import inspect_pair
from workbench.readmodels.parties_lens import PartiesModel, PartiesOverTime
from workbench.readmodels.parties_map import PartyMap
from workbench.readmodels.parties_scope import Scope, ScopeKind, scope_from, scope_in_reach
from workbench.readmodels.parties_seats import GROUP

if TYPE_CHECKING:
    from ui.paint.picture import Picture

_PART = "\x1f"
_LARGE = 60
"""With more parties the map shows no ways: they would cover it."""


class PartiesLens(GridLens):
    """Parties by parties over one issue, one basket or all."""

    key = "parties"
    follows = frozenset({"day", "compared", "basis", "audience", "hidden", "folded"})

    def __init__(self, session: CaseSession, hub: ThemeHub, settings: QSettings) -> None:
        super().__init__(session, hub, settings)
        self.controls = PartiesControls(hub)
        self.grid = GridView(hub, self.tr("Matrix of parties"))
        self.map = MapView(hub)
        self._work = PartiesWork(session)
        self._aside: Aside[Key, PartiesOverTime] = Aside(self._worked_out, self)
        self._model: PartiesModel | None = None
        self._ground: Ground | None = None
        self._pair: tuple[str, str] | None = None
        self._pace = Pace(self._show, self._explain, self)
        self.put_together(self.controls, self.grid, self.map)
        self.controls.restore(self)
        self._scope: Scope | None = scope_from(self.kept_of_case("scope"))
        pair = self.kept_of_case("pair").split(_PART)
        self._pair = (pair[0], pair[1]) if len(pair) == 2 else None
        self.restore_scroll()
        self.controls.changed.connect(self._pace.now)
        self.controls.groups.fold_wanted.connect(lambda code, on: session.fold(code, folded=on))
        self.controls.finder.look_through(self._names)
        self.controls.found.connect(self._find)
        self.controls.export_wanted.connect(self.export_wanted)
        self.grid.chosen.connect(self._chosen)
        self.grid.opened.connect(self._opened)
        self.map.chosen.connect(self._chosen_on_map)

    @property
    def model(self) -> PartiesModel | None:
        """What is shown, none where there is nothing to show."""
        return self._model

    def refresh(self, changed: frozenset[str] | None) -> None:
        """Show what holds now; what takes its time follows when the day stands still."""
        if changed is None or "audience" in changed:
            self.controls.offer(self.session.snapshot, self._scope or self.controls.scope)
            self._scope = None
        if changed is not None and changed <= {"day", "compared"}:
            self._pace.moved()
        else:
            self._pace.now()

    def capture(self) -> Captured:
        """Take hold of the map, or of each pair of parties once."""
        self._catch_up()
        model, shown = self._model, self.map.party_map if self.controls.is_map else None
        if model is None:
            return Captured(lambda _tell: TableOfTexts((), ()))
        return Captured(lambda tell: pairs_table(model, tell) if shown is None else map_table(shown))

    def picture(self) -> Picture:
        """Return the matrix, the map, or why there is neither."""
        from ui.pictures import grids  # noqa: PLC0415 - when one is asked for

        self._catch_up()
        view = self.session.view
        if self._model is None or self.body.currentWidget() is self.nothing:
            words = self.nothing.words.text()
            return grids.nothing_picture(self.session.snapshot, self.title, (view.day, view.basis), words)
        if self.controls.is_map and self.map.party_map is not None:
            chosen, spokes = self.map.chosen_spokes
            caption = self._note_of(self.map.party_map)
            return grids.map_picture(self._model, self.map.party_map, caption, chosen, spokes)
        return grids.parties_picture(self._model, compact=self.controls.small.isChecked())

    def keep(self) -> None:
        """Remember what was chosen; the inspector goes back to what is selected."""
        self._pace.stop()
        if self._aside.is_busy:
            self.look_again()
        self.controls.keep(self)
        self.keep_scroll()
        self.remember_of_case("pair", _PART.join(self._pair or ()))
        self.session.explained.emit(None)

    def end(self) -> None:
        """Leave no thread behind."""
        self._aside.end()

    def chosen_record(self) -> tuple[str, RecordKey] | None:
        """Return the issue that is looked at alone, else the party of the row or the dot that is chosen."""
        if self._model is None:
            return None
        if self._model.scope.is_one_issue:
            return ("issues", (self._model.scope.name,))
        code = self.map.code if self.controls.is_map else self._pair[0] if self._pair else ""
        if code.startswith(GROUP):
            return ("groups", (code.removeprefix(GROUP),))
        return ("parties", (code,)) if code else None

    def reveal(self, table: str, key: RecordKey) -> bool:
        """Choose the row of a party, or look at an issue alone."""
        self._catch_up()
        if table == "issues":
            self.look_at(Scope(ScopeKind.ISSUE, key[0]))
            return True
        codes = {"parties": key[0], "groups": f"{GROUP}{key[0]}"}
        place = self._model.place_of(codes[table]) if self._model and table in codes else None
        if place is None:
            return False
        self.grid.choose((place, 1 if place == 0 else 0))
        self._chosen(self.grid.current)
        return True

    def look_at(self, scope: Scope) -> None:
        """Look at other issues."""
        self.controls.scopes.choose(scope_in_reach(self.session.snapshot, scope).text)
        self._pace.now()

    # What is shown.

    def _catch_up(self) -> None:
        """Show what holds, where the day has moved on or something is worked out still."""
        self._pace.catch_up()
        self._aside.finish()

    def _worked_out(self, key: Key, found: PartiesOverTime) -> None:
        self._work.adopt(key, found)
        if self.isVisible():
            self._pace.now()

    def _show(self) -> None:
        shown = self._work.shown()
        self.controls.groups.offer(self._work.folds(shown))
        if len(shown) < 2:
            self._aside.give_up()
            self._model = None
            self.say_of_few_parties(self.nothing)
            self._bring_nothing()
            return
        if (wanted := self._work.to_begin(self.controls.scope)) is not None:
            self._wait_for(*wanted)
            return
        self._aside.give_up()
        self._ground = Ground.of(self.session)
        self._model = self._work.model(shown, self.controls.scope, clustered=self.controls.is_clustered)
        self.controls.fit(len(shown))
        if len(self._model.parties) < 2:
            self._model = None
            self._show_nothing(self.tr("All parties in view count as one. Open a group above."))
        elif self.controls.is_map:
            self._show_map(shown)
        else:
            self._show_matrix(self._model)

    def _wait_for(self, key: Key, work: Callable[[], PartiesOverTime]) -> None:
        """Have something worked out; what was shown stays meanwhile only where it is for the same people."""
        model, ground = self._model, self._ground
        stays = ground is not None and ground.may_stay(Ground.of(self.session))
        if model is None or model.scope != self.controls.scope or not stays:
            self._model = None
            self.grid.forget()
            self.map.forget()
            self._show_nothing(self.tr("Working it out…"))
        self._aside.start(key, work)

    def _show_matrix(self, model: PartiesModel) -> None:
        compact = self.controls.small.isChecked()

        def lay_out(width: float, look: tuple[TypeScale, TextCache], images: ImageCache | None) -> GridParts:
            return replace(lay_out_pairs(model, width, look, compact=compact), cache=images)

        self.grid.show_grid(lay_out, PairWords(model), self._place())
        self.controls.say(model.note)
        self.bring(self.grid)

    def _show_map(self, shown: tuple[int, ...]) -> None:
        found, distances = self._work.map(shown, with_ways=len(shown) <= _LARGE)
        if not found.points:
            why = self.tr("There is no map: each party has to share issues with at least three others.")
            self._show_nothing("\n".join([why, *(f"{label} {own}." for label, own in found.not_placed)]))
            return
        codes = [self._model.seats.key(number) for number in distances.parties] if self._model else []
        places = tuple(codes.index(point.code) for point in found.points)
        self.map.show_map(found, distances, places)
        self.controls.say(self._note_of(found))
        self.bring(self.map)

    def _note_of(self, found: PartyMap) -> str:
        """Say how the map is to be read, what its rings are, and who is not on it."""
        return map_note(found, self.session.view.compared)

    def _show_nothing(self, why: str) -> None:
        self.nothing.say(why)
        self._bring_nothing()

    def _bring_nothing(self) -> None:
        self.controls.say("")
        self.bring(self.nothing)

    # What is chosen.

    def _chosen(self, place: Place | None) -> None:
        if place is not None and self._model is not None:
            cell = self._model.cell(*place)
            self._pair = (cell.first, cell.second)
            self.map.choose(cell.first)
            self._explain()

    def _names(self) -> list[str]:
        if self._model is None:
            return []
        return [self._model.seats.found_by(number) for number in self._model.parties]

    def _find(self, row: int) -> None:
        """Choose a party that was found: its row, or its dot on the map."""
        if self._model is None:
            return
        if self.controls.is_map:
            self.map.choose(self._model.columns[row].code)
        else:
            chosen = self.grid.current
            column = chosen[1] if chosen is not None else int(row == 0)
            self.grid.choose((row, column))
            self._chosen((row, column))

    def _chosen_on_map(self, code: str, before: str) -> None:
        self._pair = (before, code) if before else None
        self._explain()

    def _opened(self, place: Place) -> None:
        """Open the issue that is looked at alone; over several, draw the distance of the two over time."""
        if self._model is None:
            return
        if self._model.scope.is_one_issue:
            self.record_wanted.emit("issues", (self._model.scope.name,))
            return
        cell = self._model.cell(*place)
        if any(self._model.columns[own].is_group for own in place):
            self.said.emit(self.tr("Distances over time are drawn between parties: open the group."), False)
        elif not cell.is_itself:
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
        """Let the inspector say what was chosen: of one issue as anywhere, of several what adds up."""
        place, model = self._place(), self._model
        if place is None or model is None or not self.isVisible() or place[0] == place[1]:
            self.session.explained.emit(None)
        elif any(model.columns[own].is_group for own in place):
            self.session.explained.emit(inspect_seats(model, *place))
        elif model.scope.is_one_issue and self._pair is not None:
            self.session.explained.emit(None)
            self.session.select(Selection(model.scope.name, self._pair))
        else:
            first, second = (model.parties[own] for own in place)
            self.session.explained.emit(inspect_pair(model, first, second))
