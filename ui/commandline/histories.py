"""What of the history touched a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workbench.ports import ChangeSet


def touching(history: Iterable[ChangeSet], record: str | None) -> Iterator[ChangeSet]:
    """Yield what touched a record, named by its ref, its code or its whole key; all where none is named."""
    for done in history:
        if record is None or any(record in (*change.key, "/".join(change.key)) for change in done.changes):
            yield done
