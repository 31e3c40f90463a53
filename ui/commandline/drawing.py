"""Drawing a lens into a file. Loads Qt, so it is imported for pictures alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication

from ui.commandline.picture_order import LENSES, PastDone, PictureOrder
from ui.language import ENGLISH
from ui.paint.picture import Picture, save_picture
from ui.pictures import grids, tables
from ui.tables.events import event_pages
from ui.tables.history import changes_page, operation_row, operations_page
from ui.tables.parties import map_note
from ui.tables.rows import Page
from ui.tables.sources import source_pages
from ui.tables.terms import term_page
from ui.theme.fonts import load_fonts
from ui.theme.theme import bundled_theme
from ui.words import translate
from workbench.analysis.standing import standing_on
from workbench.domain.errors import CaseError
from workbench.ports import ChangeSet, Progress
from workbench.readmodels.actors_figures import ActorsModel
from workbench.readmodels.actors_words import Figure
from workbench.readmodels.common_ground_lens import ground_blocks
from workbench.readmodels.demands_lens import DemandsModel
from workbench.readmodels.history_lens import NOT_TOLD, history_row
from workbench.readmodels.parties_lens import PartiesModel, PartiesOverTime
from workbench.readmodels.parties_map import party_map
from workbench.readmodels.parties_scope import EVERY_ISSUE
from workbench.readmodels.parties_seats import seating
from workbench.readmodels.positions import PositionsModel
from workbench.readmodels.sources_lens import sources_view
from workbench.readmodels.timeline import build_timeline
from workbench.snapshot import Snapshot

__all__ = ["LENSES", "draw", "picture_of"]


def draw(
    snapshot: Snapshot, order: PictureOrder, past: PastDone | None = None, progress: Progress | None = None
) -> tuple[Path, ...]:
    """Draw a lens as the snapshot's audience may see it; return the files written, in reading order.

    Parameters
    ----------
    past : PastDone, optional
        What was done to the case, for a picture of its history.
    progress : Progress, optional
        Told at every page.
    """
    app = QGuiApplication.instance() or _english_application()
    load_fonts()
    picture = picture_of(snapshot, order, past)
    files = save_picture(picture, order.out, order.size, bundled_theme(order.theme), progress)
    app.processEvents()
    return files


def _english_application() -> QGuiApplication:
    """Return an application that writes numbers and months as the command line does, whatever the system."""
    QLocale.setDefault(ENGLISH)
    return QGuiApplication([])


def picture_of(snapshot: Snapshot, order: PictureOrder, past: PastDone | None = None) -> Picture:
    """Return what is to be drawn.

    Raises
    ------
    CaseError
        If the audience may not see it, or a party is not known.
    """
    if order.lens == "history":
        return _history(snapshot, past or PastDone())
    return _PICTURES[order.lens](snapshot, order)


def _shown(snapshot: Snapshot, order: PictureOrder) -> list[int]:
    """Return the numbers of the parties in view."""
    if not order.parties:
        return list(range(len(snapshot.parties)))
    return sorted({snapshot.party_index(code) for code in order.parties})


def _matrix(snapshot: Snapshot, order: PictureOrder) -> PositionsModel:
    codes = [snapshot.parties[number].code for number in _shown(snapshot, order)]
    return PositionsModel(snapshot, order.day, order.basis, order.since, codes)


def _positions(snapshot: Snapshot, order: PictureOrder) -> Picture:
    return grids.positions_picture(_matrix(snapshot, order))


def _timeline(snapshot: Snapshot, order: PictureOrder) -> Picture:
    codes = [snapshot.parties[number].code for number in _shown(snapshot, order)]
    pairs = list(combinations(codes, 2)) if order.parties else None
    day = None if len(snapshot.table) else order.day
    timeline = build_timeline(snapshot, order.basis, pairs, day)
    return grids.timeline_picture(timeline, _matrix(snapshot, order))


def _pairs(snapshot: Snapshot, order: PictureOrder, *, clustered: bool = False) -> PartiesModel:
    over_time = PartiesOverTime(snapshot, order.basis, EVERY_ISSUE)
    return over_time.model(order.day, _shown(snapshot, order), clustered=clustered)


def _parties(snapshot: Snapshot, order: PictureOrder) -> Picture:
    return grids.parties_picture(_pairs(snapshot, order))


def _tree(snapshot: Snapshot, order: PictureOrder) -> Picture:
    return grids.parties_picture(_pairs(snapshot, order, clustered=True))


def _map(snapshot: Snapshot, order: PictureOrder) -> Picture:
    over_time = PartiesOverTime(snapshot, order.basis, EVERY_ISSUE)
    shown = _shown(snapshot, order)
    then = over_time.distances(order.since, shown) if order.since else None
    seats = seating(snapshot, order.day, shown)
    found, _ = party_map(seats, over_time.distances(order.day, shown), then)
    model = over_time.model(order.day, shown, clustered=False)
    return grids.map_picture(model, found, map_note(found, order.since))


def _demands(snapshot: Snapshot, order: PictureOrder) -> Picture:
    standing = standing_on(snapshot, order.day, order.basis)
    return grids.demands_picture(DemandsModel(standing, _shown(snapshot, order)))


def _trades(snapshot: Snapshot, order: PictureOrder) -> Picture:
    standing = standing_on(snapshot, order.day, order.basis)
    down, across = (snapshot.party_index(code) for code in order.parties)
    return grids.trades_picture(DemandsModel(standing, sorted((down, across)), down, across))


def _ground(snapshot: Snapshot, order: PictureOrder) -> Picture:
    standing = standing_on(snapshot, order.day, order.basis)
    return tables.ground_picture(ground_blocks(standing, _shown(snapshot, order)), standing)


def _sources(snapshot: Snapshot, _order: PictureOrder) -> Picture:
    return tables.sources_picture(source_pages(sources_view(snapshot)), snapshot)


def _events(snapshot: Snapshot, order: PictureOrder) -> Picture:
    return tables.events_picture(event_pages(snapshot, order.day)[:1], snapshot, order.day)


def _terms(snapshot: Snapshot, _order: PictureOrder) -> Picture:
    return tables.terms_picture((term_page(snapshot, ""),), snapshot)


def _actors(snapshot: Snapshot, order: PictureOrder) -> Picture:
    standing = standing_on(snapshot, order.day, order.basis)
    shown = _shown(snapshot, order)
    if len(shown) < 2:
        return tables.actors_picture((), standing)
    model = ActorsModel(standing, tuple(shown))
    figures = [Figure(order.figure)] if order.figure else list(Figure)
    return tables.actors_picture([model.table(figure) for figure in figures], standing)


def _history(snapshot: Snapshot, past: PastDone) -> Picture:
    if not snapshot.audience.sees_everything:
        raise CaseError(NOT_TOLD)
    rows = [operation_row(done, past.names) for done in past.done]
    told = past.done if past.with_changes else ()
    operations = operations_page(rows, translate("HistoryLens", "What was done"))
    changes = (_changes(snapshot, past, done) for done in told)
    return tables.history_picture((operations, *changes), snapshot)


def _changes(snapshot: Snapshot, past: PastDone, done: ChangeSet) -> Page:
    """Return what an operation changed, under what it was and when."""
    row = history_row(done, past.names)
    page = changes_page(done.changes, snapshot.audience, past.names)
    return replace(page, title=f"{row.when}: {row.label}")


_PICTURES: dict[str, Callable[[Snapshot, PictureOrder], Picture]] = {
    "positions": _positions,
    "parties": _parties,
    "tree": _tree,
    "map": _map,
    "demands": _demands,
    "trades": _trades,
    "common-ground": _ground,
    "sources": _sources,
    "events": _events,
    "terms": _terms,
    "actors": _actors,
    "timeline": _timeline,
}
