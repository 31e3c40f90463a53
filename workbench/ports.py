"""What the core asks of the place where a case is kept."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import accumulate, chain
from operator import eq
from pathlib import Path
from typing import Protocol, overload

from workbench.columns import CaseColumns
from workbench.domain.case import Case, Record, RecordKey
from workbench.domain.errors import CaseError
from workbench.domain.labels import Label
from workbench.domain.saying import translate


class Cancelled(CaseError):  # noqa: N818 - nothing went wrong: somebody changed their mind
    """Long work was given up because a person asked for it; everything is as it was."""

    def __init__(self, message: str = "") -> None:
        super().__init__(message or translate("Progress", "Cancelled; nothing was changed."))


class Progress(Protocol):
    """Told now and then how far long work has come."""

    def __call__(self, done: int, total: int | None, label: str) -> None:
        """Take note.

        Parameters
        ----------
        done, total : int
            How many of how many steps are done; no total where nobody can know it yet.
        label : str
            What is being done, in words.

        Raises
        ------
        Cancelled
            To give the work up; what it would have written is not written.
        """


class MissingFileError(CaseError):
    """There is no file of that name."""


class CaseFileError(CaseError):
    """The case file cannot be used: no case, damaged, locked, or newer than the program."""


class NotACaseError(CaseFileError):
    """The file is something else."""


class DamagedCaseError(CaseFileError):
    """The file is a case, and parts of it cannot be read."""


class LockedCaseError(CaseFileError):
    """Somebody else has the case open."""


class NewerCaseError(CaseFileError):
    """The file was written by a later version of the program."""


class PassphraseNeededError(CaseError):
    """The file is protected and no passphrase was given."""


class WrongPassphraseError(CaseError):
    """The passphrase given does not open the file."""


class StorageError(CaseError):
    """The disk is full, the folder may not be written, or the like; nothing was changed."""


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after an operation; none where there was or is none."""

    table: str
    key: RecordKey
    before: Record | None
    after: Record | None


class ChangeRuns(Sequence[Change]):
    """Changes in runs, each of one table, none of which need exist before it is looked at.

    Parameters
    ----------
    runs : sequence of (str, sequence of Change)
        Table and changes of each run, in the order in which they were written.
    """

    def __init__(self, runs: Sequence[tuple[str, Sequence[Change]]]) -> None:
        self._runs = tuple(runs)
        self._ends = tuple(accumulate(len(changes) for _, changes in self._runs))

    @property
    def tables(self) -> frozenset[str]:
        """The tables that were touched."""
        return frozenset(table for table, changes in self._runs if changes)

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    @overload
    def __getitem__(self, place: int) -> Change: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Change]: ...
    def __getitem__(self, place: int | slice) -> Change | Sequence[Change]:
        if isinstance(place, slice):
            return tuple(self[own] for own in range(*place.indices(len(self))))
        own = place + len(self) if place < 0 else place
        if not 0 <= own < len(self):
            raise IndexError(place)
        run = bisect_right(self._ends, own)
        return self._runs[run][1][own - self._ends[run]]

    def __iter__(self) -> Iterator[Change]:
        return chain.from_iterable(changes for _, changes in self._runs)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(map(eq, self, other))

    def __hash__(self) -> int:
        return hash(tuple(self))


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """What one operation did.

    Attributes
    ----------
    operation : str
        Identity of the operation in the history.
    name : str
        Name of the operation, such as ``record position``.
    label : Label
        What it did, for the undo menu and the history; names are filled in when it is said.
    author : str
        Who did it.
    at : datetime
        When, in UTC.
    changes : sequence of Change
        Every record that it touched, in the order in which it was written; of bulk operations each
        is made when it is looked at.
    initiator : str
        The view that asked for it, so that the view can tell its own change from others'.
    is_reversal : bool
        In the history: whether it took another operation back, or did it again.
    is_undone : bool
        In the history: whether it has been taken back since.
    """

    operation: str
    name: str
    label: Label
    author: str
    at: datetime
    changes: Sequence[Change]
    initiator: str = ""
    is_reversal: bool = False
    is_undone: bool = False

    @property
    def tables(self) -> frozenset[str]:
        """The tables that were touched."""
        if isinstance(self.changes, ChangeRuns):
            return self.changes.tables
        return frozenset(change.table for change in self.changes)


class Work(Protocol):
    """What an operation may do while its transaction is open. Every write goes into the journal."""

    def get(self, table: str, key: RecordKey) -> Record | None:
        """Return the record as it stands, or none."""

    def records(self, table: str) -> tuple[Record, ...]:
        """Return every record of a table, in order."""

    def referring(self, table: str, key: RecordKey) -> tuple[Record, ...]:
        """Return every record that names this one, table by table."""

    def put(self, record: Record, *, was: RecordKey | None = None) -> None:
        """Add the record, or change the one of the same key.

        `was` is the key that the record had before, where a code changes.
        """

    def put_all(self, records: Iterable[Record]) -> None:
        """Add or change many records of one table at once; new ones are best given as `RecordColumns`."""

    def remove(self, table: str, key: RecordKey) -> None:
        """Remove a record; what cannot stand without it has to be removed before."""

    def move(self, table: str, key: RecordKey, before: RecordKey | None) -> None:
        """Put a record before another one in the order of the case, at the end for none."""


class Operation(Protocol):
    """Something a user can do: one transaction, one undo step, one change set."""

    @property
    def name(self) -> str:
        """Name of the kind of operation, the same for all of its kind."""

    def labelled(self, work: Work) -> Label:
        """Return what it does to what, for undo menu and history; asked for before it is done."""

    def run(self, work: Work) -> None:
        """Do it.

        Raises
        ------
        CaseError
            If it cannot be done; nothing is written then.
        """


class CaseStore(Protocol):
    """An open case."""

    @property
    def path(self) -> Path:
        """The file."""

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be written."""

    @property
    def is_protected(self) -> bool:
        """Whether the file needs a passphrase."""

    @property
    def warnings(self) -> tuple[str, ...]:
        """What a person should be told though nothing failed, such as a backup that was not made.

        To be read after an import and after closing.
        """

    def sign_as(self, author: str) -> None:
        """Put another name beside what is done from now on; the one it was opened under for none."""

    def read(self) -> CaseColumns:
        """Return the whole case as it stands, positions as columns."""

    def read_case(self) -> Case:
        """Return the whole case as it stands, as records."""

    def perform(self, operation: Operation, initiator: str = "") -> ChangeSet:
        """Run an operation; it is on disk when the call returns.

        Raises
        ------
        CaseError
            If it cannot be done; the case is as it was.
        """

    def undo(self, initiator: str = "") -> ChangeSet | None:
        """Take back the last operation that stands, or return none."""

    def redo(self, initiator: str = "") -> ChangeSet | None:
        """Do again what was taken back last, or return none."""

    @property
    def undo_label(self) -> Label:
        """What `undo` would take back, empty where there is nothing."""

    @property
    def redo_label(self) -> Label:
        """What `redo` would do again, empty where there is nothing."""

    def earlier(self) -> Mapping[tuple[str, RecordKey], Record | None]:
        """Return the records behind codes that they no longer bear, as they stood last.

        By table and key; none where more than one record has borne the same code, so that nobody can say
        from the code alone which of them is meant.
        """

    def history(
        self, table: str = "", key: RecordKey = (), *, newest_first: bool = False
    ) -> Iterator[ChangeSet]:
        """Yield what was done to the case or to one record, oldest first unless told otherwise.

        Each operation is read when it is asked for, so that the first few of many come at once.
        """

    def close(self) -> None:
        """Close the case; one file is left."""
