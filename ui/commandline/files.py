"""What the commands ask of the place where cases are kept; the command line itself fulfils it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from workbench.ports import CaseStore, Operation


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a check says.

    `where` names the record or the part of the file, `what` says what is the matter, `to_do` what to do.
    `damages` tells a fault of the file from advice about what is in it.
    """

    where: str
    what: str
    to_do: str
    damages: bool


class CaseFiles(Protocol):
    """Case files: made, opened, checked, backed up."""

    def create(
        self, path: Path, fill: Operation | None = None, passphrase: str | None = None
    ) -> AbstractContextManager[CaseStore]:
        """Make a new case, filled by an operation, and open it; closed at the end of the block.

        Where it cannot be filled nothing is left behind. A passphrase protects it.
        """

    def open(self, path: Path, *, for_writing: bool = False) -> AbstractContextManager[CaseStore]:
        """Open a case; closed at the end of the block."""

    def write_copy(self, path: Path, fill: Operation, passphrase: str | None = None) -> None:
        """Make a file that nobody signs, filled by an operation, protected where a passphrase is given.

        Where it cannot be filled nothing is left behind.
        """

    def is_protected(self, path: Path) -> bool:
        """Return whether the file needs a passphrase."""

    def revision(self, path: Path) -> str:
        """Return the revision of the file's schema."""

    def check(self, path: Path) -> Sequence[Finding]:
        """Return everything there is to say about the soundness of the file."""

    def back_up(self, path: Path) -> Path:
        """Write a backup now and return where it lies."""

    def backups(self, path: Path) -> Sequence[Path]:
        """Return the backups of a case, oldest first."""
