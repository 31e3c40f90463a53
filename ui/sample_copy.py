"""The copy of the sample that `demo` opens. It imports the store, as app does."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from itertools import count
from pathlib import Path

from db.backup import backups
from db.case_file import create_case, open_case
from db.contents import last_change_of
from db.lock import live_holder
from db.revision import HEAD
from db.store import SqliteCaseStore
from resources.files import resource
from ui.commandline.names import SUFFIX
from workbench import VERSION
from workbench.domain.errors import CaseError

SAMPLE_NAME = "South Caucasus (sample)"
_MADE_FROM = "sample-made-from"
"""File beside the copies that tells from what the last of them was made."""


def fresh_sample(folder: Path) -> SqliteCaseStore:
    """Open a copy of the sample in which nobody has entered anything.

    One that was made from the same tables by the same version and that nobody touched is as good as a new
    one, and opens sooner. Another that nobody touched is replaced; one in which something was entered stays.
    """
    made_from = _fingerprint()
    for path in _places(folder):
        if path.exists():
            if not _is_untouched(path):
                continue
            kept = _opened(path) if _last_made(folder) == f"{made_from} {path.name}" else None
            if kept is not None:
                return kept
            path.unlink()
        return _made(path, made_from)
    raise AssertionError("places do not come to an end")


def _made(path: Path, made_from: str) -> SqliteCaseStore:
    from ui.commandline.building import filling, sample_plan  # noqa: PLC0415 - a copy is there, mostly

    store = create_case(path, fill=filling(sample_plan()))
    (path.parent / _MADE_FROM).write_text(f"{made_from} {path.name}", encoding="utf-8")
    return store


def _opened(path: Path) -> SqliteCaseStore | None:
    try:
        return open_case(path)
    except CaseError:
        return None


def _places(folder: Path) -> Iterator[Path]:
    for number in count(1):
        yield folder / f"{SAMPLE_NAME if number == 1 else f'{SAMPLE_NAME} {number}'}{SUFFIX}"


def _last_made(folder: Path) -> str:
    try:
        return (folder / _MADE_FROM).read_text(encoding="utf-8")
    except OSError:
        return ""


def _fingerprint() -> str:
    """Return what the tables hold and what makes a case of them, as a digest."""
    digest = sha256(f"{VERSION} {HEAD}".encode())
    for path in sorted(resource("sample").iterdir()):
        if path.is_file():
            digest.update(path.name.encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _is_untouched(path: Path) -> bool:
    """Tell whether a copy is closed and holds the sample as it was made, nothing else."""
    if live_holder(path) is not None or backups(path):
        return False
    try:
        return last_change_of(path)[0] < 2
    except CaseError:
        return False
