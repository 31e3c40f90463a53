"""The theme in use, and word to everyone when it changes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ui.theme.theme import Theme, bundled_theme


class ThemeHub(QObject):
    """Holds the theme and zoom in use; painters repaint on `changed`.

    Signals
    -------
    changed
        After theme or zoom changed; read them from the hub.
    """

    changed = Signal()

    def __init__(self, theme: Theme | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme or bundled_theme()
        self._zoom = 1.0

    @property
    def theme(self) -> Theme:
        """The theme in use."""
        return self._theme

    @property
    def zoom(self) -> float:
        """How large text is set, 1.0 for 100 %."""
        return self._zoom

    def use(self, theme: Theme | None = None, zoom: float | None = None) -> None:
        """Change to a theme, a zoom or both; says nothing where neither differs."""
        wanted = (theme or self._theme, zoom or self._zoom)
        if wanted == (self._theme, self._zoom):
            return
        self._theme, self._zoom = wanted
        self.changed.emit()
