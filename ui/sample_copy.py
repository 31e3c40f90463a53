"""The copy of the sample that `demo` opens. It imports the store, as app does, but not before it must."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any

from resources.files import resource
from ui.commandline.building import filling, sample_plan
from ui.commandline.names import SUFFIX
from ui.promised import PromisedCase
from workbench import VERSION
from workbench.columns import columns_of
from workbench.domain.case import TABLE_FIELDS, Case
from workbench.domain.errors import CaseError
from workbench.ports import CaseStore

SAMPLE_NAME = "South Caucasus (sample)"
_RECORD = "sample-made-from"
"""File beside the copies that tells from what one was made, and how it was left."""
_BESIDE = (".lock", "-wal", ".backups")
"""What lies beside a copy that somebody has open, or in which something was entered."""


class ShownSample(PromisedCase):
    """The sample, shown before its copy is open; the copy is noted again as it is left."""

    def close(self) -> None:
        """Close the copy."""
        super().close()
        if self.path.exists() and _is_untouched(self.path):
            _note(self.path)


def shown_sample(folder: Path) -> CaseStore:
    """Return the sample to be looked at at once; its copy is opened when somebody asks for something of it.

    Only where it is certain without opening it that the copy is as it was made, or that there is none:
    otherwise the copy is opened first.
    """
    path = next(_places(folder))
    if path.exists() and not _was_left_so(path):
        return fresh_sample(folder)
    records: Any = sample_plan().records
    columns = columns_of(Case(**{TABLE_FIELDS[name]: own for name, own in records.items()}))
    return ShownSample(path, columns, lambda: fresh_sample(folder))


def fresh_sample(folder: Path) -> CaseStore:
    """Open a copy of the sample in which nobody has entered anything.

    One that was made from the same tables by the same version and that nobody touched is as good as a new
    one, and opens sooner. Another that nobody touched is replaced; one in which something was entered stays.
    """
    return next(store for path in _places(folder) if (store := _opened(path)) is not None)


def _opened(path: Path) -> CaseStore | None:
    """Return the copy in this place, or a new one; none where something else is there that has to stay."""
    from db.case_file import create_case, open_case

    if path.exists():
        if not _is_untouched(path):
            return None
        if _made_from(path) == _fingerprint():
            try:
                return open_case(path)
            except CaseError:
                return None
        path.unlink()
    store = create_case(path, fill=filling(sample_plan()))
    _note(path)
    return store


def _places(folder: Path) -> Iterator[Path]:
    for number in count(1):
        yield folder / f"{SAMPLE_NAME if number == 1 else f'{SAMPLE_NAME} {number}'}{SUFFIX}"


def _note(path: Path) -> None:
    """Take note of how a copy is left that holds the sample as it was made."""
    parts = (_fingerprint(), path.name, *_state(path))
    (path.parent / _RECORD).write_text("\n".join(parts), encoding="utf-8")


def _noted(path: Path) -> list[str]:
    """Return what was noted of a copy, nothing where another one was noted since."""
    try:
        parts = (path.parent / _RECORD).read_text(encoding="utf-8").split("\n")
    except OSError:
        return []
    return parts if parts[1:2] == [path.name] else []


def _made_from(path: Path) -> str:
    return next(iter(_noted(path)), "")


def _was_left_so(path: Path) -> bool:
    """Tell whether a copy lies there as it was noted and nobody has it open, without opening it."""
    is_alone = not any(path.with_name(path.name + beside).exists() for beside in _BESIDE)
    return is_alone and _noted(path) == [_fingerprint(), path.name, *_state(path)]


def _state(path: Path) -> tuple[str, str]:
    found = path.stat()
    return str(found.st_size), str(found.st_mtime_ns)


def _fingerprint() -> str:
    """Return what the tables hold and what makes a case of them, as a digest."""
    from db.revision import HEAD

    digest = sha256(f"{VERSION} {HEAD}".encode())
    for path in sorted(resource("sample").iterdir()):
        if path.is_file():
            digest.update(path.name.encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _is_untouched(path: Path) -> bool:
    """Tell whether a copy is closed and holds the sample as it was made, nothing else."""
    from db.backup import backups
    from db.contents import last_change_of
    from db.lock import live_holder

    if live_holder(path) is not None or backups(path):
        return False
    try:
        return last_change_of(path)[0] < 2
    except CaseError:
        return False
