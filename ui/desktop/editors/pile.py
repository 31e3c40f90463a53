"""Sheets laid one over the other on an inspector; what is left in them is kept."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from ui.desktop.card import RecordCard
from ui.desktop.editors.unrecorded import LeftSheets, holds_something, open_unrecorded
from ui.desktop.inspector.panel import Inspector
from ui.desktop.session import CaseSession
from ui.desktop.widgets.focus import bring_into_sight
from ui.theme.hub import ThemeHub
from workbench.domain.audience import Audience
from workbench.domain.case import RecordKey


class SheetPile(QStackedWidget):
    """Editors and cards over the inspector. What is opened last lies on top; done with it, one is back.

    Signals
    -------
    emptied
        No editor or card is left: the inspector is seen.
    """

    emptied = Signal()

    def __init__(self, session: CaseSession, hub: ThemeHub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self._hub = session, hub
        self.left = LeftSheets(self, session.view.audience)
        self.inspector = Inspector(session, hub)
        self.addWidget(self.inspector)
        session.view_changed.connect(self._view_changed)

    def move_option(self, step: int) -> bool:
        """Move the option that has the keyboard in the editor of an issue; return whether there is one."""
        sheet = self.currentWidget()
        return self.count() > 1 and bool(getattr(sheet, "move_option", lambda _step: False)(step))

    def has_keyboard(self) -> bool:
        """Tell whether the keyboard goes to an editor or a card."""
        focused = QApplication.focusWidget()
        return self.count() > 1 and focused is not None and self.isAncestorOf(focused)

    def close_all(self) -> None:
        """Leave every editor and card."""
        while self.count() > 1:
            self._take_away(self.widget(self.count() - 1))

    def unrecorded(self) -> list[QWidget]:
        """Return the sheets that hold what stands nowhere yet and were not left, the one on top first."""
        return [*open_unrecorded(self), *self.left.aside]

    def _is_open(self, table: str, key: RecordKey) -> bool:
        """Bring the editor of a record to the top where there is one already; return whether there is."""
        for place in range(1, self.count()):
            sheet = self.widget(place)
            if sheet is None or getattr(sheet, "is_new", True) or getattr(sheet, "table", "") != table:
                continue
            if getattr(sheet, "key", ()) == key:
                self.removeWidget(sheet)
                self._bring_up(sheet)
                return True
        return False

    def _bring_up(self, sheet: QWidget) -> None:
        self.addWidget(sheet)
        self.setCurrentWidget(sheet)
        _go_on(sheet)

    def _take_away(self, sheet: QWidget | None, *, comes_back: bool = False) -> None:
        if sheet is None or self.indexOf(sheet) < 1:
            return
        self.removeWidget(sheet)
        sheet.hide()
        self.setCurrentIndex(self.count() - 1)
        below = self.currentWidget()
        if self.count() == 1:
            self.emptied.emit()
        elif below is not None:
            _go_on(below)
        if not holds_something(sheet):
            sheet.deleteLater()
        elif comes_back:
            self.left.put_aside(sheet)
        else:
            self.left.keep(sheet)

    def _view_changed(self, changed: frozenset[str]) -> None:
        """Leave editors when another audience is shown: what they hold may not be for it."""
        if "audience" in changed:
            self._turn_to(self.session.view.audience)
        elif "selection" in changed and isinstance(self.currentWidget(), RecordCard):
            self.close_all()

    def _turn_to(self, audience: Audience) -> None:
        while self.count() > 1:
            self._take_away(self.widget(self.count() - 1), comes_back=True)
        for sheet in self.left.turn_to(audience):
            self._bring_up(sheet)


def _go_on(sheet: QWidget) -> None:
    """Give the keyboard to where one was before, else it would go on to the next thing in the window."""
    held: QWidget | None = sheet.focusWidget()
    (sheet if held is None else held).setFocus()
    if held is not None:
        bring_into_sight(held)
