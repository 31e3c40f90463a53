"""Bytes that are to be gone: overwritten before their file is let go of."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

_BLOCK = 1024 * 1024


def discard(path: Path) -> None:
    """Overwrite and remove a file that holds what is to be gone."""
    handle = opened(path)
    if handle is None:
        path.unlink(missing_ok=True)
        return
    try:
        path.unlink(missing_ok=True)
        overwrite(handle)
    finally:
        os.close(handle)


def opened(path: Path) -> int | None:
    """Open a file to overwrite it once its name is gone.

    Not where another name leads to the same bytes, nor where an open file cannot be replaced; never
    what a link leads to.
    """
    if os.name == "nt":
        return None
    with suppress(OSError):
        found = path.lstat()
        if stat.S_ISREG(found.st_mode) and found.st_nlink == 1:
            return os.open(path, os.O_RDWR | os.O_NOFOLLOW)
    return None


def overwrite(handle: int) -> None:
    """Write zeros over the whole file; the disk itself may still keep the old bytes elsewhere."""
    with suppress(OSError):
        left = os.fstat(handle).st_size
        os.lseek(handle, 0, os.SEEK_SET)
        while left > 0:
            left -= os.write(handle, bytes(min(left, _BLOCK)))
        os.fsync(handle)
