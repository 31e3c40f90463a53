"""One file put in the place of another, so that at every moment one of the two is there whole."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

from db.backup import backup_folder, sync_folder
from db.scrubbing import discard, opened, overwrite

_DRAFT = re.compile(r"\.(?P<of>.*\.)?[0-9a-f]{32}(-wal|-shm|-journal)?")
_STALE_SECONDS = 3600
_SIDES = ("", "-wal", "-shm", "-journal")


@contextmanager
def draft_beside(path: Path) -> Iterator[Path]:
    """Give the name of a hidden file beside `path`; what is left of it at the end is removed for good."""
    draft = path.with_name(f".{path.name}.{uuid4().hex}")
    try:
        yield draft
    finally:
        for side in _SIDES:
            discard(draft.with_name(draft.name + side))


def clear_drafts(path: Path, *, older_than: float = _STALE_SECONDS) -> None:
    """Remove what a program that was killed left half written, beside a case or among its backups.

    To be called by whoever holds the lock; only a backup may be under way without it, and takes no hour.
    """
    places = ((path.parent, f"{path.name}."), (backup_folder(path), ""))
    for folder, of in places:
        for own in folder.glob(".*") if folder.is_dir() else ():
            found = _DRAFT.fullmatch(own.name)
            if found and (found["of"] or "") == of:
                with suppress(OSError):
                    if time.time() - own.stat().st_mtime > older_than:
                        discard(own)


def put_in_place(draft: Path, path: Path, *, scrub: bool = False) -> None:
    """Give the draft the name of the file; the bytes of the old one are overwritten where asked for."""
    with draft.open("rb+") as file:
        os.fsync(file.fileno())
    old = opened(path) if scrub else None
    try:
        draft.replace(path)
        sync_folder(path.parent)
        if old is not None:
            overwrite(old)
    finally:
        if old is not None:
            os.close(old)
