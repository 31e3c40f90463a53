"""What the commands that keep cases safe ask of the place where cases are kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeAlias

from workbench.keeping import EarlierBackups, Expunged, ExpungePlan, ListedBackup, Rekeyed, Restored
from workbench.merging import Decisions, MergePlan

Decide: TypeAlias = Callable[[MergePlan], Decisions | None]
"""Decides the collisions of a merge; none where nothing is to be written."""


class SafeFiles(Protocol):
    """Backups, passphrases, expunging and merging. The passphrase of the case is known."""

    def list_backups(self, path: Path) -> tuple[ListedBackup, ...]:
        """Return the backups of a case with what each contains, oldest first."""

    def restore(self, path: Path, backup: Path, backup_passphrase: str | None) -> Restored:
        """Put a backup in the place of the case; what is there becomes a backup first."""

    def protect(self, path: Path, passphrase: str, earlier: EarlierBackups) -> Rekeyed:
        """Protect a case with a passphrase."""

    def change_passphrase(self, path: Path, new: str, earlier: EarlierBackups) -> Rekeyed:
        """Change the passphrase of a case."""

    def plan_expunge(
        self, path: Path, table: str, key: tuple[str, ...], field: str, text: str
    ) -> ExpungePlan:
        """Say what expunging a field or a text would touch."""

    def expunge(self, path: Path, plan: ExpungePlan, *, remove_unreadable: bool) -> Expunged:
        """Expunge what was planned."""

    def merge(self, path: Path, other: Path, other_passphrase: str | None, decide: Decide) -> MergePlan:
        """Plan a merge, have it decided, and carry it out unless nothing is to be written."""
