"""What commands ask of the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QSettings

from ui.actions.registry import ActionRegistry
from ui.desktop.case_page import CasePage
from ui.desktop.dialogs import Dialogs
from ui.desktop.opener import CaseOpener
from ui.desktop.reading import Reading
from ui.desktop.view_state import ViewState
from ui.theme.hub import ThemeHub
from workbench.ports import CaseStore

if TYPE_CHECKING:
    from ui.desktop.safety.asking import Asking


class Shell(Protocol):
    """The window as its commands see it."""

    hub: ThemeHub
    settings: QSettings
    opener: CaseOpener
    registry: ActionRegistry
    dialogs: Dialogs

    @property
    def asking(self) -> Asking:
        """Asks what concerns the safety of a case."""

    @property
    def page(self) -> CasePage | None:
        """The open case, none where none is open."""

    def show_case(self, store: CaseStore, reading: Reading | None = None) -> None:
        """Show a case, perhaps read already, in place of the one that is open."""

    def show_again(self, path: Path, view: ViewState) -> None:
        """Show a case that was closed for a moment, as it was looked at."""

    def may_let_go(self) -> bool:
        """Return whether the case may be closed: what is entered and not recorded is asked about first."""

    def close_case(self) -> None:
        """Close the case that is open."""

    def say(self, text: str, *, failed: bool = False) -> None:
        """Say something to the person."""

    def recent(self) -> list[Path]:
        """Return the cases opened lately that are still there."""

    def width(self) -> int:
        """Return how wide the window is."""

    def leave(self) -> None:
        """Close the window."""
