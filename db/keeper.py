"""Backups at the right moments: before an import, and at close, where something has changed."""

from __future__ import annotations

from pathlib import Path

from db.backup import backup_file, backups
from db.cipher import Key
from db.contents import last_change_of
from db.errors import spoken
from workbench.domain.errors import CaseError
from workbench.domain.saying import translate
from workbench.keeping import LastChange


class BackupKeeper:
    """Keeps the backups of one open case. What goes wrong is told and stops nobody from working.

    Parameters
    ----------
    path : Path
        The case, open and locked by this process.
    key : Key or None
        What opens it.
    """

    def __init__(self, path: Path, key: Key | None) -> None:
        self._path = path
        self._key = key
        self._begun_with: tuple[int, LastChange | None] | None = None
        self.warnings: list[str] = []

    def begin(self) -> None:
        """Take note of the case as it is opened; not called for one found as a crash leaves it."""
        self._begun_with = self._state()

    def keep(self, *, for_certain: bool = False) -> None:
        """Back up what has changed since the last backup, or since the case was opened for the first.

        Before something large there is to be a backup of it for certain, changed or not.
        """
        try:
            with spoken(self._path):
                if self._state() != self._last_kept(None if for_certain else self._begun_with):
                    backup_file(self._path, self._key)
        except CaseError as error:
            said = translate(
                "CaseFile", "No backup was made. {0} Everything entered is saved in the case itself."
            )
            self.warnings.append(said.format(error))

    def _state(self) -> tuple[int, LastChange | None]:
        return last_change_of(self._path, self._key)

    def _last_kept(
        self, otherwise: tuple[int, LastChange | None] | None
    ) -> tuple[int, LastChange | None] | None:
        """Return the state of the last backup under the same protection."""
        same = [own for own in backups(self._path) if own.is_protected == (self._key is not None)]
        if not same:
            return otherwise
        try:
            return last_change_of(same[-1].path, self._key)
        except CaseError:
            return None  # damaged, or under another passphrase: the next one is needed
