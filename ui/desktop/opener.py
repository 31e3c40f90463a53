"""What the window asks of the application: cases, opened or made."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from ui.desktop.keeping import Keeping
from workbench.ports import CaseStore, Operation


class CaseOpener(Protocol):
    """Opens cases for the window, which does not know how they are kept.

    Every method raises ``CaseError`` where the case cannot be had; the message is shown as it stands.
    """

    @property
    def keeping(self) -> Keeping:
        """What else can be done with case files."""

    def new(self, path: Path) -> CaseStore:
        """Make an empty case in a file that is not there yet, and open it."""

    def open(self, path: Path, passphrase: str | None = None, *, read_only: bool = False) -> CaseStore:
        """Open a case file; for reading also where somebody else has it open.

        A passphrase is remembered until the case is closed by `Keeping.forget`.
        """

    def sample(self) -> CaseStore:
        """Open a fresh copy of the bundled sample."""

    def write_copy(self, path: Path, fill: Operation, passphrase: str | None = None) -> None:
        """Make a file that nobody signs, with what an operation puts into it, and close it."""
