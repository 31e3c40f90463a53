"""A file that appears whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path


def write_whole(destination: Path, write: Callable[[Path], None]) -> None:
    """Write beside the destination, then put the whole file in its place; else nothing is left of it.

    Raises
    ------
    OSError
        If it cannot be written.
    """
    with tempfile.TemporaryDirectory(prefix=".export-", dir=destination.parent) as folder:
        whole = Path(folder) / destination.name
        write(whole)
        with whole.open("rb+") as file:
            os.fsync(file.fileno())
        whole.replace(destination)
