"""How a case is kept safe, in the words of those who ask: what a backup holds, and what a restore did."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from workbench.domain.labels import Label


@dataclass(frozen=True, slots=True)
class LastChange:
    """The last operation of a case file.

    Attributes
    ----------
    operation : str
        Its identity in the history.
    label : Label
        What it did.
    author : str
        Who did it.
    at : str
        When, in UTC, as ISO 8601.
    """

    operation: str
    label: Label
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
    """A backup with what it contains, none where it cannot be read; then `trouble` says why.

    `why` says for what it was made, empty where nobody has looked.
    """

    backup: Backup
    contents: Contents | None
    trouble: str = ""
    why: str = ""


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


@dataclass(frozen=True, slots=True)
class ExpungedPlace:
    """A field of a record in which a text stands or stood; no record for a line of the history itself."""

    table: str
    key: tuple[str, ...]
    field: str


@dataclass(frozen=True, slots=True)
class ExpungePlan:
    """What expunging would do. The texts themselves are in it and are never to be printed or kept.

    Attributes
    ----------
    label : str
        What goes, in words that do not give it away.
    places : tuple of ExpungedPlace
        Where it stands or stood, in the case or any backup.
    backups : tuple of Path
        The backups that hold it and will be written anew.
    unreadable : tuple of Path
        Files among the backups that cannot be searched; they can only be removed.
    texts : tuple of str
        What is taken out wherever it stands.
    """

    label: str
    places: tuple[ExpungedPlace, ...]
    backups: tuple[Path, ...]
    unreadable: tuple[Path, ...]
    texts: tuple[str, ...] = field(repr=False)
    table: str = ""
    key: tuple[str, ...] = ()
    field_name: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether the text is nowhere to be found."""
        return not self.places


@dataclass(frozen=True, slots=True)
class Expunged:
    """What expunging did: the gap that stands there now, and the files that were written anew or removed."""

    gap: str
    places: int
    rewritten: tuple[Path, ...]
    removed: tuple[Path, ...]
