"""What the window asks of the place where cases are kept, besides opening them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from pathlib import Path
from typing import Protocol

from workbench.domain.case import RecordKey
from workbench.keeping import Backup, EarlierBackups, Expunged, ExpungePlan, ListedBackup, Rekeyed, Restored
from workbench.merging import Decisions, MergePlan
from workbench.ports import CaseStore, ChangeSet


@dataclass(frozen=True, slots=True)
class ExpungeTarget:
    """What is to go for good: a text wherever it stands, or a field of a record.

    Attributes
    ----------
    text : str
        The text, empty where a field is meant. It is never to be printed or kept.
    table, key, field : str, tuple of str, str
        The field of a record.
    """

    text: str = dataclass_field(default="", repr=False)
    table: str = ""
    key: RecordKey = ()
    field: str = ""


class Finding(Protocol):
    """One thing found when a file was examined."""

    @property
    def severity(self) -> str:
        """``damage`` or ``advice``."""

    @property
    def what(self) -> str:
        """What is the matter, in a sentence."""

    @property
    def to_do(self) -> str:
        """What to do about it."""

    @property
    def records(self) -> Sequence[tuple[str, RecordKey]]:
        """The records to look at, by table and key."""

    @property
    def names(self) -> Sequence[str]:
        """What each of them is called; none where only their codes are known."""


class Keeping(Protocol):
    """Examines, backs up, protects and cleans case files.

    The passphrase with which a case was opened is known here and need not be given again. Every method
    raises ``CaseError`` where it cannot be done; the message is shown as it stands.
    """

    def passphrase(self, path: Path) -> str | None:
        """Return what opened a case, none where it needs nothing."""

    def remember(self, path: Path, passphrase: str | None) -> None:
        """Take note of what opens a case."""

    def forget(self, path: Path) -> None:
        """Let go of a passphrase: it has to be given again."""

    def opens(self, path: Path, passphrase: str) -> bool:
        """Return whether a passphrase is that of a case; the case may be open."""

    def check(self, path: Path) -> tuple[Finding, ...]:
        """Examine a case, open or closed; damage first."""

    def backup_files(self, path: Path) -> tuple[Backup, ...]:
        """Return the backups of a case without looking into them, oldest first."""

    def backups(self, path: Path) -> tuple[ListedBackup, ...]:
        """Return the backups of a case with what each contains and why it was made, oldest first."""

    def back_up(self, path: Path) -> Path:
        """Back up a case, open or closed."""

    def restore(self, path: Path, backup: Path) -> Restored:
        """Put a backup in the place of a closed case; what was there becomes a backup first."""

    def protect(self, path: Path, passphrase: str, earlier: EarlierBackups) -> Rekeyed:
        """Protect a closed case."""

    def change_passphrase(self, path: Path, old: str, new: str, earlier: EarlierBackups) -> Rekeyed:
        """Change the passphrase of a closed case."""

    def copy(self, path: Path, target: Path, passphrase: str | None = None) -> None:
        """Copy a case that may be open elsewhere into a new file."""

    def folder_warning(self, path: Path) -> str:
        """Say what is risky about the folder of a case: synchronised, or on a network; empty for nothing."""

    def plan_expunge(self, path: Path, target: ExpungeTarget) -> ExpungePlan:
        """Say where what is to go stands in a case and its backups."""

    def expunge(self, path: Path, plan: ExpungePlan, *, remove_unreadable: bool) -> Expunged:
        """Take a text out of a closed case and its backups for good."""

    def plan_merge(self, store: CaseStore, other: Path, passphrase: str | None = None) -> MergePlan:
        """Say what merging another copy into an open case would do."""

    def merge(
        self, store: CaseStore, plan: MergePlan, decisions: Decisions, passphrase: str | None = None
    ) -> ChangeSet:
        """Merge as planned."""
