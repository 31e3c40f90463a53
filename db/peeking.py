"""Bytes of a file that this process may have open as a case, read without letting go of its locks.

A process that closes any handle of a file loses every lock it holds on that file, wherever POSIX rules.
Another program would then take the log of an open case for one that nobody uses, and remove it, with
every edit that is yet to come. So the handle by which an open case is looked at is closed with it.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock


@dataclass(slots=True)
class _Held:
    users: int = 0
    handle: int | None = None


_HELD: dict[tuple[int, int], _Held] = {}
_TURN = Lock()


def hold(path: Path) -> Callable[[], None]:
    """Take note that this process has a file open; return what is to be called when it has closed it."""
    found = path.stat()
    key = found.st_dev, found.st_ino
    with _TURN:
        _HELD.setdefault(key, _Held()).users += 1

    def release() -> None:
        with _TURN:
            held = _HELD[key]
            held.users -= 1
            if not held.users:
                del _HELD[key]
                if held.handle is not None:
                    os.close(held.handle)

    return release


def peek(path: Path, start: int, count: int) -> bytes:
    """Return some bytes of a file."""
    found = path.stat()
    with _TURN:
        held = _HELD.get((found.st_dev, found.st_ino))
        if held is not None and hasattr(os, "pread"):
            if held.handle is None:
                held.handle = os.open(path, os.O_RDONLY)
            return os.pread(held.handle, count, start)
    with path.open("rb") as file:
        file.seek(start)
        return file.read(count)
