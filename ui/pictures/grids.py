"""Pictures of the lenses that set parties or demands against one another."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ui.paint.party_map import Spoke
from ui.paint.picture import Picture
from ui.paint.picture_grid import GridPicture, demand_grids, pair_grids
from ui.paint.picture_map import MapPicture
from ui.paint.picture_matrix import MatrixPicture
from ui.paint.picture_said import SaidPicture
from ui.paint.picture_table import TablePicture
from ui.paint.picture_time import TimePicture
from ui.paint.picture_words import frame_of, since, timeline_title
from ui.paint.table_pages import Section
from ui.tables.trades import trades_page
from ui.words import translate
from workbench.domain.vocabulary import Basis
from workbench.readmodels.demands_lens import DemandsModel
from workbench.readmodels.parties_lens import PartiesModel
from workbench.readmodels.parties_map import PartyMap
from workbench.readmodels.positions import PositionsModel
from workbench.readmodels.timeline_types import Timeline
from workbench.readmodels.wording import day_in_words
from workbench.snapshot import Snapshot


def positions_picture(model: PositionsModel) -> Picture:
    """Return the matrix."""
    title = translate("Picture", "Where the parties stand on {0}").format(day_in_words(model.day))
    return MatrixPicture(model, frame_of(model.snapshot, title, model.basis, since(model.compared)))


def timeline_picture(timeline: Timeline, model: PositionsModel) -> Picture:
    """Return events and distances, with the day shown and the one compared with."""
    shown = translate("Picture", "on {0}").format(day_in_words(model.day))
    more = (shown, *since(model.compared))
    frame = frame_of(model.snapshot, timeline_title(timeline), model.basis, more, timeline.note)
    return TimePicture(timeline, (model.day, model.compared), frame)


def parties_picture(model: PartiesModel, *, compact: bool | None = None) -> Picture:
    """Return parties by parties; cells small or large, or as large as fits where not said."""
    day = day_in_words(model.day)
    title = translate("Picture", "How the parties stand to one another on {0}").format(day)
    frame = frame_of(model.snapshot, title, model.standing.basis, (model.label,), model.note)
    if len(model.columns) < 2:
        return SaidPicture(two_needed(), frame)
    grids = pair_grids(model)
    return GridPicture(grids if compact is None else grids[int(compact) :][:1], frame)


def map_picture(
    model: PartiesModel,
    shown: PartyMap,
    caption: str,
    chosen: int | None = None,
    spokes: Sequence[Spoke] = (),
) -> Picture:
    """Return the map of parties; from the one that is chosen lines lead to the others."""
    title = translate("Picture", "How near the positions of the parties lie on {0}").format(
        day_in_words(model.day)
    )
    frame = frame_of(model.snapshot, title, model.standing.basis, (model.label,), caption)
    if not shown.points:
        return SaidPicture(no_map(), frame)
    return MapPicture(shown, frame, chosen, spokes)


def nothing_picture(snapshot: Snapshot, title: str, when: tuple[date, Basis], words: str) -> Picture:
    """Return why a lens shows nothing on a day."""
    day, basis = when
    return SaidPicture(words, frame_of(snapshot, title, basis, (day_in_words(day),)))


def demands_picture(model: DemandsModel) -> Picture:
    """Return demands against demands."""
    title = translate("Picture", "What is asked for on {0}").format(day_in_words(model.standing.day))
    frame = frame_of(model.snapshot, title, model.standing.basis, _of_whom(model))
    if not model.rows or not model.columns:
        return SaidPicture(translate("Picture", "Nobody in view demands anything on that day."), frame)
    return GridPicture(demand_grids(model), frame, len(model.rows) * len(model.columns))


def trades_picture(model: DemandsModel) -> Picture:
    """Return what two parties could trade, as questions."""
    title = translate("Picture", "Possible trades, as questions, on {0}").format(
        day_in_words(model.standing.day)
    )
    page = trades_page(model)
    frame = frame_of(model.snapshot, title, model.standing.basis, _of_whom(model), page.title)
    return TablePicture((Section(page),), frame)


def two_needed() -> str:
    """Return why there is nothing to compare."""
    return translate("Picture", "Two parties in view are needed to set one against the other.")


def no_map() -> str:
    """Return why there is no map."""
    return translate("Picture", "There is no map: each party has to share issues with at least three others.")


def _of_whom(model: DemandsModel) -> tuple[str, ...]:
    """Return whose demands stand down and whose across, where not all do."""
    parties = model.snapshot.parties
    down, across = (
        translate("Picture", "all parties") if number is None else parties[number].label
        for number in (model.down, model.across)
    )
    if model.down is None and model.across is None:
        return ()
    return (translate("Picture", "demands of {0} against those of {1}").format(down, across),)
