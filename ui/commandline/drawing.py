"""Drawing a lens into a file. Loads Qt, so it is imported for pictures alone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication

from ui.commandline.picture_order import PictureOrder
from ui.paint.picture import PictureLens, save_picture
from ui.theme.fonts import load_fonts
from ui.theme.theme import bundled_theme
from workbench.readmodels.positions import PositionsModel
from workbench.readmodels.timeline import build_timeline
from workbench.snapshot import Snapshot

LENSES = tuple(lens.value for lens in PictureLens)
"""The lenses of which pictures can be drawn."""


def draw(snapshot: Snapshot, order: PictureOrder) -> tuple[Path, ...]:
    """Draw a lens as the snapshot's audience may see it; return the files written, in reading order."""
    app = QGuiApplication.instance() or QGuiApplication([])
    load_fonts()
    lens = PictureLens(order.lens)
    model = PositionsModel(snapshot, order.day, order.basis, order.since)
    timeline = build_timeline(snapshot, order.basis) if lens is PictureLens.TIMELINE else None
    theme = bundled_theme(order.theme)
    files = save_picture(model, timeline, order.out, order.size, theme, lens=lens, marking=snapshot.marking)
    app.processEvents()
    return files
