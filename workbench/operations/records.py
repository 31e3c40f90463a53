"""Entering, changing, ordering and removing records of any kind."""

from __future__ import annotations

from dataclasses import dataclass, replace

from workbench.domain import labels
from workbench.domain.case import Record, RecordKey, key_of, table_of
from workbench.domain.errors import CaseError
from workbench.domain.issue import Issue, Option
from workbench.domain.labels import Label
from workbench.domain.package import Package
from workbench.domain.party import Party
from workbench.domain.saying import counted, translate
from workbench.operations.dropping import without
from workbench.operations.names import KINDS, called, described, mention, mentioned, names_in, not_there
from workbench.operations.placing import moving
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

    def labelled(self, work: Work) -> Label:
        """Return what it does to what."""
        table = table_of(self.record)
        stands = work.get(table, self.was or key_of(self.record)) is not None
        return Label.of(labels.CHANGE if stands else labels.ENTER, labels.kind(table), mention(self.record))

    def run(self, work: Work) -> None:
        """Check the record, then write it."""
        check(work, self.record)
        table, key = table_of(self.record), self.was or key_of(self.record)
        if isinstance(self.record, Issue) and work.get(table, key) is None:
            said = translate("Record", "The issue “{0}” is new: enter it together with two options at least.")
            raise CaseError(said.format(self.record.title))
        if isinstance(self.record, Option) and self.was and self.was[0] != self.record.issue:
            said = translate("Record", "The {0} cannot be moved to another issue.")
            raise CaseError(said.format(described(table, self.was)))
        if self.was and self.was != key_of(self.record):
            _keep_apart(work, table, key_of(self.record))
        work.put(self.record, was=self.was)
        if isinstance(self.record, Party) and self.was:
            _rename_proposer(work, self.was[0], self.record.code)


def _keep_apart(work: Work, table: str, key: RecordKey) -> None:
    """Make sure that no other record has the key that one is to get."""
    if work.get(table, key) is not None:
        said = translate("Record", "There is another {0} already. Choose another code.")
        raise CaseError(said.format(described(table, key)))


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

    def labelled(self, work: Work) -> Label:
        """Return what it does to what."""
        return moving(work, self.table, (self.key,))

    def run(self, work: Work) -> None:
        """Move it."""
        for key in (self.key, self.before or self.key):
            if work.get(self.table, key) is None:
                raise not_there(self.table, key)
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

    def labelled(self, work: Work) -> Label:
        """Return what it does to what."""
        found = mentioned(work, self.table, self.key)
        return Label.of(labels.REMOVE, labels.kind(self.table), found)

    def run(self, work: Work) -> None:
        """Remove it, or say what hangs on it."""
        record = work.get(self.table, self.key)
        if record is None:
            raise not_there(self.table, self.key)
        if isinstance(record, Option):
            _keep_two(work, record)
        hanging = work.referring(self.table, self.key)
        if hanging and not self.with_dependants:
            raise CaseError(_what_hangs(work, record, hanging))
        remove_with_dependants(work, self.table, self.key)


def _keep_two(work: Work, option: Option) -> None:
    left = sum(other.issue == option.issue for other in work.records("options") if isinstance(other, Option))
    if left <= OPTIONS_AT_LEAST:
        said = translate(
            "Record",
            "The option “{0}” cannot be removed: the issue “{1}” needs two options at least. Enter another "
            "option first, or remove the issue.",
        )
        issue = names_in(work)("issues", (option.issue,)) or option.issue
        raise CaseError(said.format(option.label, issue))


def _what_hangs(work: Work, record: Record, hanging: tuple[Record, ...]) -> str:
    names = names_in(work)
    listed = ", ".join(called(own, names) for own in hanging[:_FEW])
    if len(hanging) > _FEW:
        more = len(hanging) - _FEW
        listed = counted("Record", "{0} and %n more", "{0} and %n more", more).format(listed)
    said = translate(
        "Record",
        "The {0} cannot be removed: {1} hang on it. Remove those first, or remove it with all that hangs on "
        "it.",
    )
    return said.format(called(record, names), listed)


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
