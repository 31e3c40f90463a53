"""The centre of the window: the matrix, and every other lens once somebody has looked through it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QStackedWidget, QWidget

from ui.desktop.lenses.lens import Lens
from ui.desktop.lenses.registry import POSITIONS, SPEC_OF
from ui.desktop.lenses.scrolling import scroll_as, scroll_of
from ui.desktop.session import CaseSession
from ui.desktop.view_state import Selection
from ui.theme.hub import ThemeHub
from workbench.domain.case import RecordKey

_CURRENT = "lens/current"
_SELECTION, _SCROLL = "lens/positions/selection", "lens/positions/scroll"
_PART = "\x1f"


class LensStack(QStackedWidget):
    """Shows one lens at a time.

    Parameters
    ----------
    session, look
        The case, and theme and settings.
    matrix, empty : QWidget
        The Positions lens, and what stands in its place while the case holds nothing.

    Signals
    -------
    lens_changed
        Key of the lens that is shown now.
    record_wanted, new_wanted, start_wanted, removal_wanted, history_wanted, names_wanted, export_wanted, said
        As of the lens.
    """

    lens_changed = Signal(str)
    record_wanted = Signal(str, object)
    new_wanted = Signal(str)
    start_wanted = Signal(object)
    removal_wanted = Signal(str, object)
    history_wanted = Signal(str, object)
    names_wanted = Signal(str)
    export_wanted = Signal(str)
    said = Signal(str, bool)

    def __init__(
        self,
        session: CaseSession,
        look: tuple[ThemeHub, QSettings],
        matrix: QAbstractScrollArea,
        empty: QWidget,
    ) -> None:
        super().__init__()
        self._session, (self._hub, self._settings) = session, look
        self._matrix, self._empty = matrix, empty
        self._lenses: dict[str, Lens] = {}
        self._key, self._is_empty = POSITIONS, False
        self.addWidget(matrix)
        self.addWidget(empty)

    @property
    def key(self) -> str:
        """Key of the lens that is shown."""
        return self._key

    @property
    def lens(self) -> Lens | None:
        """The lens that is shown, none for the matrix."""
        return self._lenses.get(self._key)

    def set_empty(self, empty: bool) -> None:
        """Say whether the case holds nothing that the matrix could show."""
        self._is_empty = empty
        self._show()

    def show_lens(self, key: str) -> None:
        """Show a lens; it is made when it is first shown."""
        if key not in SPEC_OF or key == self._key:
            return
        self._key = key
        self._settings.setValue(_CURRENT, key)
        self._show()
        self.lens_changed.emit(key)

    def show_history(self, table: str, key: RecordKey) -> None:
        """Show the history of one record."""
        from ui.desktop.lenses.history import HistoryLens  # noqa: PLC0415 - made when first shown

        lens = self._lenses.get(HistoryLens.key) or self._made(HistoryLens.key)
        if isinstance(lens, HistoryLens):
            lens.show_record((table, key))
        self.show_lens(HistoryLens.key)

    def show_last(self) -> None:
        """Show the lens that was looked through last, the matrix as it was left."""
        self._restore_matrix()
        self.show_lens(str(self._settings.value(_CURRENT, POSITIONS)))

    def take_focus(self) -> None:
        """Give the keyboard to what is shown."""
        shown = self.currentWidget()
        if shown is not None:
            shown.setFocus()

    def keep(self) -> None:
        """Remember how every lens was left, the matrix as well."""
        self._keep_matrix()
        for lens in self._lenses.values():
            lens.keep()

    def end(self) -> None:
        """Leave nothing behind that goes on beside the window."""
        for lens in self._lenses.values():
            lens.end()

    def _show(self) -> None:
        if self._key == POSITIONS:
            self.setCurrentWidget(self._empty if self._is_empty else self._matrix)
        else:
            self.setCurrentWidget(self._lenses.get(self._key) or self._made(self._key))

    def _keep_matrix(self) -> None:
        chosen, store = self._session.view.selection, self._session.store
        parts = (chosen.issue, *chosen.parties) if chosen and not store.is_protected else ()
        self._settings.setValue(_SELECTION, _PART.join(parts))  # of a protected case nothing leaves the file
        self._settings.setValue(_SCROLL, scroll_of(self._matrix))

    def _restore_matrix(self) -> None:
        issue, *parties = str(self._settings.value(_SELECTION) or "").split(_PART)
        if issue in {own.code for own in self._session.snapshot.issues}:
            self._session.look_as(replace(self._session.view, selection=Selection(issue, tuple(parties))))
        scroll_as(self._matrix, str(self._settings.value(_SCROLL) or ""))

    def _go_to(self, key: str) -> None:
        self.show_lens(key)
        self.take_focus()

    def _made(self, key: str) -> Lens:
        lens = self._lenses[key] = SPEC_OF[key].make(self._session, self._hub, self._settings)
        lens.record_wanted.connect(self.record_wanted)
        lens.new_wanted.connect(self.new_wanted)
        lens.start_wanted.connect(self.start_wanted)
        lens.removal_wanted.connect(self.removal_wanted)
        lens.history_wanted.connect(self.history_wanted)
        lens.lens_wanted.connect(self._go_to)
        lens.names_wanted.connect(self.names_wanted)
        lens.export_wanted.connect(self.export_wanted)
        lens.said.connect(self.said)
        self.addWidget(lens)
        return lens
