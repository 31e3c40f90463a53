"""Dress the whole application in a theme, at the start and while it runs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTemporaryDir
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QStyleFactory

from ui.language import speak
from ui.theme.fonts import load_fonts
from ui.theme.hub import ThemeHub
from ui.theme.icons import app_icon, drawing
from ui.theme.roles import Role
from ui.theme.stylesheet import palette, stylesheet
from ui.theme.theme import Theme
from ui.theme.typography import TextSize, sans

_INDICATORS = {
    "chevron-down": ("chevron-down", Role.TEXT_SECONDARY),
    "chevron-down-inverse": ("chevron-down", Role.TEXT_INVERSE),
    "chevron-up": ("chevron-up", Role.TEXT_SECONDARY),
    "chevron-right": ("chevron-right", Role.TEXT_SECONDARY),
    "check": ("check", Role.TEXT_INVERSE),
    "dash": ("dash", Role.TEXT_INVERSE),
}
"""The drawing and the colour of each image that the style sheet names."""


class Wardrobe(QObject):
    """Keeps an application dressed as its hub says.

    Style sheets take images from files only; the few arrows and ticks are kept in a temporary folder that
    lives as long as this object.
    """

    def __init__(self, app: QApplication, hub: ThemeHub) -> None:
        super().__init__(app)
        self._app = app
        self.hub = hub
        self._folder = QTemporaryDir()
        hub.setParent(self)
        hub.changed.connect(self._dress)
        self._prepare()
        self._dress()

    def _prepare(self) -> None:
        speak(self._app)
        load_fonts()
        self._app.setStyle(QStyleFactory.create("Fusion"))
        self._app.setWindowIcon(app_icon())

    def _dress(self) -> None:
        theme, zoom = self.hub.theme, self.hub.zoom
        scheme = Qt.ColorScheme.Dark if theme.is_dark else Qt.ColorScheme.Light
        self._app.styleHints().setColorScheme(scheme)
        self._app.setPalette(palette(theme))
        self._app.setFont(sans(TextSize.BODY, QFont.Weight.Normal, zoom=zoom))
        self._app.setStyleSheet(stylesheet(theme, zoom, self._image))

    def _image(self, name: str) -> str:
        shape, role = _INDICATORS[name]
        ink = self.hub.theme.css(role)
        path = Path(self._folder.path()) / f"{shape}-{ink.removeprefix('#')}.svg"
        if not path.exists():
            path.write_bytes(drawing(shape, ink))
        return path.as_posix()


def apply_theme(app: QApplication, theme: Theme, zoom: float | None = None) -> ThemeHub:
    """Dress the application in a theme and tell every painter.

    Returns
    -------
    ThemeHub
        The one hub of the application: the same at every call.
    """
    wardrobe = app.findChild(Wardrobe)
    if wardrobe is None:
        hub = ThemeHub(theme)
        hub.use(zoom=zoom)
        wardrobe = Wardrobe(app, hub)
    wardrobe.hub.use(theme, zoom)
    return wardrobe.hub
