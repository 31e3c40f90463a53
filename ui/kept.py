"""Case files for the window: examined, backed up, protected, cleaned. It imports the store, as app does."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.store import SqliteCaseStore
    from ui.desktop.keeping import ExpungeTarget, Finding
    from workbench.keeping import (
        Backup,
        EarlierBackups,
        Expunged,
        ExpungePlan,
        ListedBackup,
        Rekeyed,
        Restored,
    )
    from workbench.merging import Decisions, MergePlan
    from workbench.ports import CaseStore, ChangeSet


class KeptCases:
    """Does with case files what the window asks for; knows the passphrases given since the start.

    The modules of the store that this needs are loaded when they are first asked for: none of them is
    needed to show a case.
    """

    def __init__(self) -> None:
        self._passphrases: dict[Path, str] = {}

    def remember(self, path: Path, passphrase: str | None) -> None:
        """Take note of what opened a case."""
        if passphrase is not None:
            self._passphrases[path.resolve()] = passphrase

    def passphrase(self, path: Path) -> str | None:
        """Return what opened a case, none where it needs nothing."""
        return self._passphrases.get(path.resolve())

    def forget(self, path: Path) -> None:
        """Let go of a passphrase: it has to be given again."""
        self._passphrases.pop(path.resolve(), None)

    def opens(self, path: Path, passphrase: str) -> bool:
        """Return whether a passphrase is that of a case."""
        from db.cipher import passphrase_opens

        return passphrase_opens(path, passphrase)

    def check(self, path: Path) -> tuple[Finding, ...]:
        """Examine a case, open or closed; damage first."""
        from db.check import check_case

        report = check_case(path, self.passphrase(path), with_codes=False)
        return (*report.damage, *report.advice)

    def backup_files(self, path: Path) -> tuple[Backup, ...]:
        """Return the backups of a case without looking into them, oldest first."""
        from db.backup import backups

        return backups(path)

    def backups(self, path: Path) -> tuple[ListedBackup, ...]:
        """Return the backups of a case with what each contains and why it was made, oldest first."""
        from db.backup import list_backups
        from db.reasons import with_reasons

        secret = self.passphrase(path)
        return with_reasons(path, list_backups(path, secret), secret)

    def back_up(self, path: Path) -> Path:
        """Back up a case, open or closed."""
        from db.backup import backup_case

        return backup_case(path, self.passphrase(path))

    def restore(self, path: Path, backup: Path) -> Restored:
        """Put a backup in the place of a closed case; what was there becomes a backup first."""
        from db.restoring import restore_case

        return restore_case(path, backup, passphrase=self.passphrase(path))

    def protect(self, path: Path, passphrase: str, earlier: EarlierBackups) -> Rekeyed:
        """Protect a closed case."""
        from db.protecting import protect

        done = protect(path, passphrase, earlier)
        self.remember(path, passphrase)
        return done

    def change_passphrase(self, path: Path, old: str, new: str, earlier: EarlierBackups) -> Rekeyed:
        """Change the passphrase of a closed case."""
        from db.protecting import change_passphrase

        done = change_passphrase(path, old, new, earlier)
        self.remember(path, new)
        return done

    def copy(self, path: Path, target: Path, passphrase: str | None = None) -> None:
        """Copy a case that may be open elsewhere into a new file, under the same passphrase."""
        from db.backup import copy_file
        from db.cipher import Keyring
        from db.errors import spoken
        from db.examine import undisturbed
        from workbench.domain.errors import CaseError
        from workbench.domain.saying import translate

        if target.exists():
            text = translate("Kept", "There is a file {0} already. Choose another name.")
            raise CaseError(text.format(target))
        key = Keyring(passphrase or self.passphrase(path)).key_for(path)
        with spoken(target), undisturbed(path, key, beside_others=True) as source:
            copy_file(source, target, key)

    def folder_warning(self, path: Path) -> str:
        """Say what is risky about the folder of a case; empty for nothing."""
        from db.location import location_warning

        return location_warning(path)

    def plan_expunge(self, path: Path, target: ExpungeTarget) -> ExpungePlan:
        """Say where what is to go stands in a case and its backups."""
        from db.expunging import plan_expunge

        return plan_expunge(
            path,
            table=target.table,
            key=target.key,
            field=target.field,
            text=target.text,
            passphrase=self.passphrase(path),
        )

    def expunge(self, path: Path, plan: ExpungePlan, *, remove_unreadable: bool) -> Expunged:
        """Take a text out of a closed case and its backups for good."""
        from db.expunging import expunge

        return expunge(path, plan, passphrase=self.passphrase(path), remove_unreadable=remove_unreadable)

    def plan_merge(self, store: CaseStore, other: Path, passphrase: str | None = None) -> MergePlan:
        """Say what merging another copy into an open case would do."""
        from db.merging import plan_merge

        return plan_merge(_of_the_store(store), other, passphrase)

    def merge(
        self, store: CaseStore, plan: MergePlan, decisions: Decisions, passphrase: str | None = None
    ) -> ChangeSet:
        """Merge as planned."""
        from db.merging import apply_merge

        return apply_merge(_of_the_store(store), plan, decisions, passphrase)


def _of_the_store(store: CaseStore) -> SqliteCaseStore:
    from db.store import SqliteCaseStore
    from ui.promised import PromisedCase

    opened = store.open() if isinstance(store, PromisedCase) else store
    if not isinstance(opened, SqliteCaseStore):
        raise TypeError(opened)
    return opened
