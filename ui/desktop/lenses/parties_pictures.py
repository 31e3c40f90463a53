"""What lenses with a grid have in common."""

from __future__ import annotations

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.desktop.lenses.lens import Lens
from ui.desktop.lenses.parties_grid import GridView
from ui.desktop.lenses.parties_tools import Nothing, Tools
from ui.desktop.lenses.scrolling import scroll_as, scroll_of
from ui.desktop.session import CaseSession
from ui.theme.hub import ThemeHub


class GridLens(Lens):
    """A line of controls, and under it a grid, something else in its place, or why there is nothing.

    Attributes
    ----------
    grid : GridView
        The grid.
    """

    grid: GridView

    def __init__(self, session: CaseSession, hub: ThemeHub, settings: QSettings) -> None:
        super().__init__(session, hub, settings)
        self.body = QStackedWidget()
        self.nothing = Nothing(hub)

    def keep_scroll(self) -> None:
        """Remember how far the grid was scrolled."""
        self.remember("scroll", scroll_of(self.grid))

    def restore_scroll(self) -> None:
        """Scroll the grid as it was left."""
        scroll_as(self.grid, self.kept("scroll"))

    def put_together(self, tools: Tools, *parts: QWidget) -> None:
        """Set the controls over the parts, of which one is seen at a time."""
        for part in (*parts, self.nothing):
            self.body.addWidget(part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(tools)
        whole.addWidget(self.body, 1)
        self.setFocusProxy(parts[0])

    def bring(self, part: QWidget) -> None:
        """Show a part; the keyboard stays with what is seen."""
        before = self.body.currentWidget()
        had_keys = before is not None and before.hasFocus()
        self.body.setCurrentWidget(part)
        self.setFocusProxy(part)
        if had_keys and before is not part:
            part.setFocus()
