"""Entering, changing, ordering and removing records of any kind."""

from __future__ import annotations

from dataclasses import dataclass, replace

from workbench.domain.case import Record, RecordKey, key_of, table_of
from workbench.domain.errors import CaseError
from workbench.domain.issue import Issue, Option
from workbench.domain.package import Package
from workbench.domain.party import Party
from workbench.operations.dropping import without
from workbench.operations.names import KINDS, described, named
from workbench.operations.rules import OPTIONS_AT_LEAST, check
from workbench.ports import Work

_FEW = 3


@dataclass(frozen=True, slots=True)
class PutRecord:
    """Enter a record, or change the one of the same key.

    New issues are entered by `AddIssue`, together with their options.

    Parameters
    ----------
    record : Record
        As it is to be.
    was : tuple of str, optional
        The key that it has so far, where a code changes; everything that names it follows.
    """

    record: Record
    was: RecordKey | None = None

    @property
    def name(self) -> str:
        """Name of the kind of operation."""
        return f"put {KINDS[table_of(self.record)]}"

    @property
    def label(self) -> str:
        """What it does to what."""
        return f"Enter {KINDS[table_of(self.record)]} “{named(self.record)}”"

    def run(self, work: Work) -> None:
        """Check the record, then write it."""
        check(work, self.record)
        table, key = table_of(self.record), self.was or key_of(self.record)
        if isinstance(self.record, Issue) and work.get(table, key) is None:
            raise CaseError(
                f"The issue “{self.record.title}” is new: enter it together with two options at least."
            )
        if isinstance(self.record, Option) and self.was and self.was[0] != self.record.issue:
            raise CaseError(f"The {described(table, self.was)} cannot be moved to another issue.")
        if self.was and self.was != key_of(self.record):
            _keep_apart(work, table, key_of(self.record))
        work.put(self.record, was=self.was)
        if isinstance(self.record, Party) and self.was:
            _rename_proposer(work, self.was[0], self.record.code)


def _keep_apart(work: Work, table: str, key: RecordKey) -> None:
    """Make sure that no other record has the key that one is to get."""
    if work.get(table, key) is not None:
        raise CaseError(f"There is another {described(table, key)} already. Choose another code.")


def _rename_proposer(work: Work, old: str, new: str) -> None:
    """Let drafts follow the new code; who proposed one may also be somebody outside the case."""
    for package in work.records("packages"):
        if isinstance(package, Package) and package.proposed_by == old:
            work.put(replace(package, proposed_by=new))


@dataclass(frozen=True, slots=True)
class ReorderRecord:
    """Put a record before another one of its table in the order of the case, at the end for none."""

    table: str
    key: RecordKey
    before: RecordKey | None = None

    @property
    def name(self) -> str:
        """Name of the kind of operation."""
        return f"reorder {KINDS[self.table]}"

    @property
    def label(self) -> str:
        """What it does to what."""
        return f"Move {described(self.table, self.key)}"

    def run(self, work: Work) -> None:
        """Move it."""
        for key in (self.key, self.before or self.key):
            if work.get(self.table, key) is None:
                raise CaseError(f"There is no {described(self.table, key)} in this case.")
        if self.key != self.before:
            work.move(self.table, self.key, self.before)


@dataclass(frozen=True, slots=True)
class RemoveRecord:
    """Remove a record.

    Parameters
    ----------
    table : str
        Its table.
    key : tuple of str
        Its key.
    with_dependants : bool
        Remove what cannot stand without it as well, and drop it from the lists that name it. If
        not, and something hangs on it, nothing is removed. Options of an issue go with it only so.
    """

    table: str
    key: RecordKey
    with_dependants: bool = False

    @property
    def name(self) -> str:
        """Name of the kind of operation."""
        return f"remove {KINDS[self.table]}"

    @property
    def label(self) -> str:
        """What it does to what."""
        return f"Remove {described(self.table, self.key)}"

    def run(self, work: Work) -> None:
        """Remove it, or say what hangs on it."""
        record = work.get(self.table, self.key)
        if record is None:
            raise CaseError(f"There is no {described(self.table, self.key)} in this case.")
        if isinstance(record, Option):
            _keep_two(work, record)
        hanging = work.referring(self.table, self.key)
        if hanging and not self.with_dependants:
            raise CaseError(_what_hangs(self.table, self.key, hanging))
        remove_with_dependants(work, self.table, self.key)


def _keep_two(work: Work, option: Option) -> None:
    left = sum(other.issue == option.issue for other in work.records("options") if isinstance(other, Option))
    if left <= OPTIONS_AT_LEAST:
        raise CaseError(
            f"The option “{option.label}” cannot be removed: the issue “{option.issue}” needs two options at "
            "least. Enter another option first, or remove the issue."
        )


def _what_hangs(table: str, key: RecordKey, hanging: tuple[Record, ...]) -> str:
    first = [f"{KINDS[table_of(record)]} “{named(record)}”" for record in hanging[:_FEW]]
    more = f" and {len(hanging) - _FEW} more" if len(hanging) > _FEW else ""
    return (
        f"The {described(table, key)} cannot be removed: {', '.join(first)}{more} "
        "hang on it. Remove those first, or remove it with all that hangs on it."
    )


def remove_with_dependants(work: Work, table: str, key: RecordKey) -> None:
    """Remove a record, and before it everything that cannot stand without it."""
    for record in reversed(work.referring(table, key)):  # what rests on others stands behind them
        own = table_of(record), key_of(record)
        if work.get(*own) is None:
            continue  # gone with another dependant
        rest = without(record, table, key)
        if rest is None:
            remove_with_dependants(work, *own)
        else:
            work.put(rest)
    work.remove(table, key)
