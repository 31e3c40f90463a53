"""Which record bore which key, as the history goes on."""

from __future__ import annotations

from db.fields import Plain
from db.rows import RecordSpec
from db.specs import SPECS
from db.writing import Entry
from workbench.domain.case import RecordKey
from workbench.domain.errors import UnknownCodeError
from workbench.domain.names import KINDS

NAMED = ("parties", "issues", "options", "sources")
"""The tables whose records others name."""


class KeyTrail:
    """Ids by key at one moment of the history; moved on entry by entry."""

    def __init__(self) -> None:
        self._ids: dict[str, dict[RecordKey, int]] = {name: {} for name in SPECS}

    def id_of(self, table: str, key: RecordKey) -> int:
        """Return the id of the record that bears this key now.

        Raises
        ------
        UnknownCodeError
            If none does.
        """
        found = self._ids[table].get(key)
        if found is None:
            raise UnknownCodeError(KINDS[table], " ".join(key))
        return found

    def take(self, spec: RecordSpec, entry: Entry) -> None:
        """Take note of what an entry of the history does to keys."""
        ids = self._ids[spec.name]
        if entry.before is not None:
            ids.pop(spec.key_of(entry.before), None)
        if entry.after is not None:
            ids[spec.key_of(entry.after)] = entry.record_id
            if entry.before is not None:
                self._follow(spec, entry.before, entry.after)

    def _follow(self, spec: RecordSpec, before: Plain, after: Plain) -> None:
        """Let the keys of options follow when their issue gets another code."""
        old, new = spec.key_of(before), spec.key_of(after)
        if spec.name != "issues" or old == new:
            return
        ids = self._ids["options"]
        for key in [key for key in ids if key[0] == old[0]]:
            ids[new[0], key[1]] = ids.pop(key)
