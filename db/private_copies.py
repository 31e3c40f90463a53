"""Copies in the folder for temporary files: of what cannot be looked at in its place without changing it."""

from __future__ import annotations

import os
import re
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil

from db.scrubbing import discard
from workbench.domain.saying import translate
from workbench.ports import StorageError

_SIDE_FILES = ("-wal", "-journal")
_PREFIX = "position-workbench-"
_NAME = re.compile(re.escape(_PREFIX) + r"(?P<process>\d+)-.+")


@contextmanager
def private_copy(path: Path) -> Iterator[Path]:
    """Give a copy of the file and of its log, in a folder of our own that is gone afterwards.

    Raises
    ------
    StorageError
        If there is no room for it.
    """
    clear_left_copies()
    with _own_folder(path) as folder:
        with _room_for(path):
            copy = folder / path.name
            shutil.copyfile(path, copy)
            for own, side in zip(sides(copy), sides(path), strict=True):
                if side.exists():
                    shutil.copyfile(side, own)
        yield copy


def sides(path: Path) -> tuple[Path, ...]:
    """Return where the logs of a file lie."""
    return tuple(path.with_name(path.name + side) for side in _SIDE_FILES)


@contextmanager
def _own_folder(path: Path) -> Iterator[Path]:
    with _room_for(path):
        made = tempfile.TemporaryDirectory(prefix=f"{_PREFIX}{os.getpid()}-", ignore_cleanup_errors=True)
    with made as folder:
        yield Path(folder)


@contextmanager
def _room_for(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        said = translate(
            "CaseFile",
            "{0} was not closed in order and has to be looked at in a copy first, for which the folder for "
            "temporary files has no room ({1}); nothing was changed. Make room there, or name another folder "
            "in TMPDIR.",
        )
        raise StorageError(said.format(path.name, error.strerror or error)) from error


def clear_left_copies() -> None:
    """Remove the copies that a program of ours left when it was killed."""
    with suppress(OSError):
        for own in Path(tempfile.gettempdir()).iterdir():
            found = _NAME.fullmatch(own.name)
            if found and not psutil.pid_exists(int(found["process"])):
                _clear(own)


def _clear(folder: Path) -> None:
    """Remove a folder of ours; that of somebody else cannot be, and stays."""
    with suppress(OSError):
        if stat.S_ISDIR(folder.lstat().st_mode) and _is_ours(folder):
            for own in folder.iterdir():
                discard(own)
            folder.rmdir()


def _is_ours(folder: Path) -> bool:
    return not hasattr(os, "getuid") or folder.lstat().st_uid == os.getuid()
