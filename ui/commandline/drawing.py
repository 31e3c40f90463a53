"""Drawing a lens into a file. Loads Qt, so it is imported for pictures alone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication

from ui.commandline.picture_order import PictureOrder
from ui.paint.picture import PictureLens, refuse_size, save_picture
from ui.paint.picture_frame import Frame
from ui.paint.picture_grid import LayGrid, demand_grids, pair_grids, save_grid_picture
from ui.paint.picture_words import matrix_note, reader
from ui.theme.fonts import load_fonts
from ui.theme.theme import bundled_theme
from workbench.analysis.standing import standing_on
from workbench.readmodels.demands_lens import DemandsModel
from workbench.readmodels.parties_lens import PartiesOverTime
from workbench.readmodels.parties_scope import EVERY_ISSUE
from workbench.readmodels.positions import PositionsModel
from workbench.readmodels.timeline import build_timeline
from workbench.readmodels.wording import day_in_words
from workbench.snapshot import Snapshot

_TITLES = {"parties": "How the parties stand to one another", "demands": "What is asked for"}
LENSES = (*(lens.value for lens in PictureLens), *_TITLES)
"""The lenses of which pictures can be drawn."""


def draw(snapshot: Snapshot, order: PictureOrder) -> tuple[Path, ...]:
    """Draw a lens as the snapshot's audience may see it; return the files written, in reading order."""
    app = QGuiApplication.instance() or QGuiApplication([])
    load_fonts()
    files = (_draw_grid if order.lens in _TITLES else _draw_positions)(snapshot, order)
    app.processEvents()
    return files


def _draw_positions(snapshot: Snapshot, order: PictureOrder) -> tuple[Path, ...]:
    lens = PictureLens(order.lens)
    model = PositionsModel(snapshot, order.day, order.basis, order.since)
    timeline = build_timeline(snapshot, order.basis) if lens is PictureLens.TIMELINE else None
    theme = bundled_theme(order.theme)
    return save_picture(model, timeline, order.out, order.size, theme, lens=lens, marking=snapshot.marking)


def _draw_grid(snapshot: Snapshot, order: PictureOrder) -> tuple[Path, ...]:
    refuse_size(order.size)
    model = PositionsModel(snapshot, order.day, order.basis)
    title = f"{_TITLES[order.lens]} on {day_in_words(order.day)}"
    frame = Frame(title, matrix_note(model), reader(model), snapshot.marking)
    grids = _grids(snapshot, order)
    return save_grid_picture(grids, order.out, order.size, bundled_theme(order.theme), frame)


def _grids(snapshot: Snapshot, order: PictureOrder) -> tuple[LayGrid, ...]:
    shown = range(len(snapshot.parties))
    if order.lens == "demands":
        return demand_grids(DemandsModel(standing_on(snapshot, order.day, order.basis), shown))
    over_time = PartiesOverTime(snapshot, order.basis, EVERY_ISSUE)
    return pair_grids(over_time.model(order.day, shown, clustered=False))
