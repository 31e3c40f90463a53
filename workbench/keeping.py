"""How a case is kept safe, in the words of those who ask: what a backup holds, and what a restore did."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path


@dataclass(frozen=True, slots=True)
class LastChange:
    """The last operation of a case file.

    Attributes
    ----------
    operation : str
        Its identity in the history.
    label : str
        What it did, in words.
    author : str
        Who did it.
    at : str
        When, in UTC, as ISO 8601.
    """

    operation: str
    label: str
    author: str
    at: str


@dataclass(frozen=True, slots=True)
class Contents:
    """What a case file holds: records by table, the number of operations, and the last of them."""

    counts: Mapping[str, int]
    operations: int
    last: LastChange | None


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup of a case.

    Attributes
    ----------
    path : Path
        The file.
    made_at : datetime
        When it was made, in UTC.
    size : int
        In bytes.
    is_protected : bool
        Whether it needs a passphrase.
    """

    path: Path
    made_at: datetime
    size: int
    is_protected: bool


@dataclass(frozen=True, slots=True)
class ListedBackup:
    """A backup with what it contains, none where it cannot be read; then `trouble` says why."""

    backup: Backup
    contents: Contents | None
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did.

    Attributes
    ----------
    kept : Path or None
        Where the file that was there before lies now; none where there was none.
    contents : Contents
        What the case holds now.
    """

    kept: Path | None
    contents: Contents


class EarlierBackups(StrEnum):
    """What becomes of the backups made before a passphrase was set or changed."""

    PROTECT = "protect"
    REMOVE = "remove"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Rekeyed:
    """What setting or changing a passphrase did with the backups that were there.

    Attributes
    ----------
    protected, removed : tuple of Path
        Those under the new passphrase now, and those that are gone.
    left : tuple of Path
        Those left as they were: readable without the new passphrase, or not readable with the old one.
    """

    protected: tuple[Path, ...] = ()
    removed: tuple[Path, ...] = ()
    left: tuple[Path, ...] = ()
