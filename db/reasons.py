"""For what a backup was made, worked out from what the history did next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from db.cipher import Keyring
from db.errors import spoken
from db.examine import undisturbed
from db.lock import live_holder
from workbench.domain.errors import CaseError
from workbench.domain.labels import Label
from workbench.domain.saying import marked, translate
from workbench.keeping import ListedBackup

USUAL = marked("Backup", "At close, or asked for")
REPLACED = marked("Backup", "Kept when another backup took its place")
_LARGE = ("import", "merge")
_AT_ONCE = timedelta(seconds=60)
"""A backup before an import is made in the same breath, however long the backup itself takes."""


class _Step(NamedTuple):
    operation: str
    name: str
    label: str
    at: str


def with_reasons(
    case: Path, listed: Sequence[ListedBackup], passphrase: str | None = None
) -> tuple[ListedBackup, ...]:
    """Return the backups of a case with for what each was made, as far as the case can be read."""
    try:
        steps = _steps(case, passphrase)
    except CaseError:
        return tuple(listed)
    places = {step.operation: place for place, step in enumerate(steps)}
    return tuple(replace(own, why=_why(own, steps, places)) for own in listed)


def _why(own: ListedBackup, steps: Sequence[_Step], places: dict[str, int]) -> str:
    if own.contents is None:
        return ""
    last = own.contents.last
    if last is not None and last.operation not in places:
        return translate("Backup", REPLACED)
    place = places[last.operation] + 1 if last is not None else 0
    following = steps[place] if place < len(steps) else None
    if following is None or following.name not in _LARGE:
        return translate("Backup", USUAL)
    passed = datetime.fromisoformat(following.at) - own.backup.made_at
    if timedelta() <= passed < _AT_ONCE:
        return translate("Backup", "Before “{0}”").format(Label(following.label).say())
    return translate("Backup", USUAL)


def _steps(case: Path, passphrase: str | None) -> list[_Step]:
    """Return what was done to a case, open or closed, oldest first."""
    beside_others = live_holder(case) is not None
    key = Keyring(passphrase).key_for(case)
    with spoken(case), undisturbed(case, key, beside_others=beside_others) as connection:
        rows = connection.execute("SELECT uuid, name, label, at FROM operations ORDER BY id").fetchall()
    return [_Step(*row) for row in rows]
