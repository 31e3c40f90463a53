"""A case that is shown before its file is open, because what it holds is known already."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from workbench.columns import CaseColumns
from workbench.domain.case import Case, Record, RecordKey
from workbench.domain.labels import Label
from workbench.ports import CaseStore, ChangeSet, Operation


class PromisedCase:
    """Answers from what is known until something is asked of the file; then, or when told, it is opened.

    Parameters
    ----------
    path : Path
        Where the file is, or will be.
    columns : CaseColumns
        What it holds.
    make : callable
        Opens the file. There is nothing in it that could be taken back.
    """

    def __init__(self, path: Path, columns: CaseColumns, make: Callable[[], CaseStore]) -> None:
        self._path, self._columns, self._make = path, columns, make
        self._kept: CaseStore | None = None
        self._is_closed = False
        self._author = ""

    def open(self) -> CaseStore:
        """Open the file; return the case that is kept in it.

        Raises
        ------
        CaseError
            If it cannot be opened.
        """
        if self._is_closed:
            raise ValueError(f"{self._path.name} has been closed")
        if self._kept is None:
            self._kept = self._make()
            if self._author:
                self._kept.sign_as(self._author)
        return self._kept

    @property
    def path(self) -> Path:
        """The file."""
        return self._kept.path if self._kept else self._path

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be written."""
        return self._kept is not None and self._kept.is_read_only

    @property
    def is_protected(self) -> bool:
        """Whether the file needs a passphrase."""
        return self._kept is not None and self._kept.is_protected

    @property
    def warnings(self) -> tuple[str, ...]:
        """What went wrong with backups."""
        return self._kept.warnings if self._kept else ()

    def sign_as(self, author: str) -> None:
        """Put another name beside what is done from now on."""
        self._author = author
        if self._kept is not None:
            self._kept.sign_as(author)

    def read(self) -> CaseColumns:
        """Return the whole case, positions as columns."""
        return self._kept.read() if self._kept else self._columns

    def read_case(self) -> Case:
        """Return the whole case as records."""
        return self.open().read_case()

    def perform(self, operation: Operation, initiator: str = "") -> ChangeSet:
        """Run an operation."""
        return self.open().perform(operation, initiator)

    def undo(self, initiator: str = "") -> ChangeSet | None:
        """Take back the last operation that stands."""
        return self.open().undo(initiator)

    def redo(self, initiator: str = "") -> ChangeSet | None:
        """Do again what was taken back last."""
        return self.open().redo(initiator)

    @property
    def undo_label(self) -> Label:
        """What `undo` would take back."""
        return self._kept.undo_label if self._kept else Label("")

    @property
    def redo_label(self) -> Label:
        """What `redo` would do again."""
        return self._kept.redo_label if self._kept else Label("")

    def earlier(self) -> Mapping[tuple[str, RecordKey], Record | None]:
        """Return the records behind codes that they no longer bear."""
        return self.open().earlier()

    def history(
        self, table: str = "", key: RecordKey = (), *, newest_first: bool = False
    ) -> Iterator[ChangeSet]:
        """Yield what was done to the case or to one record."""
        return self.open().history(table, key, newest_first=newest_first)

    def close(self) -> None:
        """Close the case, where it was opened."""
        self._is_closed = True
        if self._kept is not None:
            self._kept.close()
