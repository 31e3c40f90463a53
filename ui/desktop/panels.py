"""The panels around the matrix and how they share the window."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ui.theme.dress import set_surface
from ui.theme.hub import ThemeHub

_SIDE, _DESK, _STRIP = 216, 352, 172
"""Widest panels at the first start, and the tallest strip, at 100 %."""
_LEAST_SIDE, _LEAST_CENTRE, _LEAST_DESK, _LEAST_STRIP = 150, 320, 280, 128
_EDITOR = 420
"""Width that an editor takes while it is open."""


class Panels(QWidget):
    """Side panel, centre and desk side by side, the time strip below them.

    Parameters
    ----------
    look : (ThemeHub, QSettings)
        Zoom, and where sizes are remembered.
    """

    def __init__(
        self, side: QWidget, centre: QWidget, desk: QWidget, strip: QWidget, look: tuple[ThemeHub, QSettings]
    ) -> None:
        super().__init__()
        self._hub, self._settings = look
        self._sizes_before: list[int] = []
        self._least_centre = round(_LEAST_CENTRE * self._hub.zoom)
        set_surface(side, "panel")
        set_surface(desk, "panel")
        self.across = _splitter(Qt.Orientation.Horizontal, (side, centre, desk), stretched=1)
        self.down = _splitter(Qt.Orientation.Vertical, (self.across, strip), stretched=0)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self.down)
        for panel, least in ((side, _LEAST_SIDE), (centre, _LEAST_CENTRE), (desk, _LEAST_DESK)):
            panel.setMinimumWidth(round(least * self._hub.zoom))
        strip.setMinimumHeight(round(_LEAST_STRIP * self._hub.zoom))

    def share(self, width: int, height: int) -> None:
        """Share a window of that size as it was shared before, or in a way that suits it."""
        if not _restored(self.across, self._settings.value("window/across")):
            side = min(self._px(_SIDE), width // 8 + 8)
            desk = max(self._px(_LEAST_DESK), min(self._px(_DESK), width // 4 - 20))
            self.across.setSizes([side, width - side - desk, desk])
        if not _restored(self.down, self._settings.value("window/down")):
            strip = min(self._px(_STRIP), height // 5)
            self.down.setSizes([height - strip, strip])

    def keep(self) -> None:
        """Remember how the space is shared."""
        self._settings.setValue("window/across", self.across.saveState())
        self._settings.setValue("window/down", self.down.saveState())

    def make_room(self, *, wide: bool) -> None:
        """Widen the desk while an editor lies on it, and give the space back afterwards."""
        sizes = self.across.sizes()
        if wide and not self._sizes_before:
            self._sizes_before = sizes
            more = max(0, min(self._px(_EDITOR) - sizes[2], sizes[1] - self._least_centre))
            self.across.setSizes([sizes[0], sizes[1] - more, sizes[2] + more])
        elif not wide and self._sizes_before:
            self.across.setSizes(self._sizes_before)
            self._sizes_before = []

    def _px(self, pixels: int) -> int:
        return round(pixels * self._hub.zoom)


def _splitter(orientation: Qt.Orientation, parts: tuple[QWidget, ...], stretched: int) -> QSplitter:
    splitter = QSplitter(orientation)
    splitter.setHandleWidth(1)
    for place, part in enumerate(parts):
        splitter.addWidget(part)
        splitter.setStretchFactor(place, int(place == stretched))
    splitter.setChildrenCollapsible(False)
    return splitter


def _restored(splitter: QSplitter, state: object) -> bool:
    return isinstance(state, QByteArray) and splitter.restoreState(state)
