"""Need-to-know copies: a new file with only what an audience may see, and what that leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.domain import labels
from workbench.domain.case import TABLES, Case, Record, key_of
from workbench.domain.labels import Label
from workbench.domain.position import Position, default_ref
from workbench.ports import Work
from workbench.snapshot import Snapshot

WRITING_ORDER = ("sources", *(table for table in TABLES if table != "sources"))
"""Every table after those it refers to."""
_MOST = 99
"""Nobody has more positions of one party on one issue from one day."""


@dataclass(frozen=True, slots=True)
class FillCopy:
    """Write the records of a copy; its history begins and ends with this.

    Parameters
    ----------
    case : Case
        What its readers may see, as a snapshot gives it.
    """

    case: Case

    @property
    def name(self) -> str:
        """Name of the kind of operation."""
        return "copy"

    def labelled(self, _work: Work) -> Label:
        """Return the same words for every copy."""
        return Label.of(labels.COPY)

    def run(self, work: Work) -> None:
        """Write every table after those it refers to."""
        for table in WRITING_ORDER:
            records = self.case.table(table)
            if records:
                work.put_all(records)


def copied(snapshot: Snapshot) -> FillCopy:
    """Return what writes a copy for the audience of the snapshot."""
    return FillCopy(snapshot.as_case())


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What of one table a copy does not hold.

    Attributes
    ----------
    table : str
        Its name.
    missing : int
        Records that are not in the copy.
    shortened : int
        Records of which something is not in the copy: a field, or a reference.
    """

    table: str
    missing: int
    shortened: int


def left_out(whole: Case, seen: Case) -> tuple[LeftOut, ...]:
    """Return, for each table with any, how many records a copy leaves out or shortens.

    Meant for the one who makes the copy; nothing of it goes into the file.
    """
    return tuple(own for own in _each_table(whole, seen) if own.missing or own.shortened)


def telling_refs(whole: Case, seen: Case) -> tuple[str, ...]:
    """Return the refs of positions in a copy whose number tells of another position that is not in it.

    A ref made by the program gets a number where there is one of the same party, issue, day and track.
    Refs stay as they are, for people quote them; whoever makes the copy is to know.
    """
    missing = {own.ref for own in whole.positions} - {own.ref for own in seen.positions}
    return tuple(own.ref for own in seen.positions if missing.intersection(_lower_refs(own)))


def _lower_refs(position: Position) -> Iterator[str]:
    """Yield the refs that were taken when that of a position was made, if the program made it."""
    about = (position.party, position.issue, position.since.text, position.track)
    base, _, number = position.ref.rpartition("-")
    if base == default_ref(*about) and number.isascii() and number.isdigit() and 2 <= int(number) <= _MOST:
        yield from (default_ref(*about, lower) for lower in range(1, int(number)))


def _each_table(whole: Case, seen: Case) -> Iterator[LeftOut]:
    for table in TABLES:
        every, left = whole.table(table), seen.table(table)
        yield LeftOut(table, len(every) - len(left), _shortened(every, left))


def _shortened(every: tuple[Record, ...], left: tuple[Record, ...]) -> int:
    """Return how many of the records left are not as they were."""
    before = {key_of(record): record for record in every}
    return sum(before.get(key_of(record)) != record for record in left)
