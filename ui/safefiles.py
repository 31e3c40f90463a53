"""Case files for the commands that keep them safe. Imports the store, as app and cli do."""

from __future__ import annotations

import sys
from pathlib import Path

from db.backup import list_backups
from db.case_file import open_case
from db.expunging import expunge, plan_expunge
from db.merging import apply_merge, plan_merge
from db.protecting import change_passphrase, protect
from db.restoring import restore_case
from ui.commandline.names import PROGRAM
from ui.commandline.safefiles import Decide
from workbench.keeping import EarlierBackups, Expunged, ExpungePlan, ListedBackup, Rekeyed, Restored
from workbench.merging import MergePlan


class SafeFilesOnDisk:
    """Backups, passphrases, expunging and merging, as the store does them.

    Parameters
    ----------
    passphrase : str or None
        Of the case.
    """

    def __init__(self, passphrase: str | None) -> None:
        self._passphrase = passphrase

    def list_backups(self, path: Path) -> tuple[ListedBackup, ...]:
        """Return the backups of a case with what each contains, oldest first."""
        return list_backups(path, self._passphrase)

    def restore(self, path: Path, backup: Path, backup_passphrase: str | None) -> Restored:
        """Put a backup in the place of the case; what is there becomes a backup first."""
        return restore_case(path, backup, passphrase=self._passphrase, backup_passphrase=backup_passphrase)

    def protect(self, path: Path, passphrase: str, earlier: EarlierBackups) -> Rekeyed:
        """Protect a case with a passphrase."""
        return protect(path, passphrase, earlier)

    def change_passphrase(self, path: Path, new: str, earlier: EarlierBackups) -> Rekeyed:
        """Change the passphrase of a case."""
        return change_passphrase(path, self._passphrase or "", new, earlier)

    def plan_expunge(
        self, path: Path, table: str, key: tuple[str, ...], field: str, text: str
    ) -> ExpungePlan:
        """Say what expunging a field or a text would touch."""
        return plan_expunge(path, table=table, key=key, field=field, text=text, passphrase=self._passphrase)

    def expunge(self, path: Path, plan: ExpungePlan, *, remove_unreadable: bool) -> Expunged:
        """Expunge what was planned."""
        return expunge(path, plan, passphrase=self._passphrase, remove_unreadable=remove_unreadable)

    def merge(self, path: Path, other: Path, other_passphrase: str | None, decide: Decide) -> MergePlan:
        """Plan a merge over the case as it is, and write only once it is decided."""
        their_passphrase = other_passphrase or self._passphrase
        with open_case(path, read_only=True, passphrase=self._passphrase) as store:
            plan = plan_merge(store, other, their_passphrase)
        decisions = decide(plan)
        if decisions is not None and not plan.is_empty:
            with open_case(path, passphrase=self._passphrase) as store:
                apply_merge(store, plan, decisions, their_passphrase)
            for warning in store.warnings:
                sys.stderr.write(f"{PROGRAM}: Note: {warning}\n")
        return plan
