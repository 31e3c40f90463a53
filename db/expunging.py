"""Expunging: a text out of a case and all its backups, for good.

Every file is written anew without the text, compacted, and put in the place of the old one, whose
bytes are overwritten; backups first, so that as long as any file holds the text the case says nothing of
its being gone.
"""

from __future__ import annotations

import platform
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Connection

from db.backup import backup_folder, backups
from db.case_file import fold_leftovers, open_case
from db.cipher import Keyring
from db.erasing import Eraser, Erasure, Spot, anywhere, values_of
from db.errors import refuse_read_only, spoken
from db.journal import OperationRecord, now
from db.journaltext import GAP_BEGINS
from db.lock import CaseLock, user_name
from db.private_copies import clear_left_copies
from db.replacing import clear_drafts
from db.rewriting import rewrite
from db.schema import OperationKind
from db.scrubbing import discard
from db.specs import SPECS
from workbench.domain import labels
from workbench.domain.case import RecordKey
from workbench.domain.errors import CaseError, InvalidValueError
from workbench.domain.fieldwords import field_noun
from workbench.domain.labels import Label
from workbench.domain.saying import translate
from workbench.keeping import Expunged, ExpungedPlace, ExpungePlan
from workbench.operations.names import described, kind_word

_SHORTEST = 4


def plan_expunge(
    path: Path,
    *,
    table: str = "",
    key: RecordKey = (),
    field: str = "",
    text: str = "",
    passphrase: str | None = None,
) -> ExpungePlan:
    """Say what expunging would touch; nothing is changed.

    Parameters
    ----------
    path : Path
        The case, closed.
    table, key, field : str, tuple of str, str
        A field of a record: every value that it ever had is taken out, of this field and of wherever else
        it stands.
    text : str
        Or a text, taken out wherever it stands.
    passphrase : str, optional
        Of the case and its backups.

    Raises
    ------
    CaseError
        If field or text cannot be expunged, or the case cannot be read.
    """
    path = Path(path).resolve()
    spot = _spot(table, key, field) if table else None
    if spot is None:
        _check_text(text)
    with _searched(path, passphrase) as (files, unreadable):
        texts = frozenset({text}) if spot is None else _values(files, spot)
        erasure = Erasure(anywhere(texts, _gap()), spot, _gap())
        found = {own: _places(file, erasure) for own, file in files.items()}
    places = {place for own in found.values() for place in own}
    return ExpungePlan(
        label=_label(spot),
        places=tuple(sorted(places, key=lambda own: (own.table, own.key, own.field))),
        backups=tuple(own for own, held in found.items() if held and own != path),
        unreadable=tuple(unreadable),
        texts=erasure.texts,
        table=table,
        key=tuple(key),
        field_name=field,
    )


def expunge(
    path: Path,
    plan: ExpungePlan,
    *,
    author: str = "",
    passphrase: str | None = None,
    remove_unreadable: bool = False,
) -> Expunged:
    """Do what was planned; it cannot be undone.

    Raises
    ------
    CaseError
        If the text is nowhere to be found, or a file cannot be searched and is not to be removed.
    CaseFileError, StorageError
        If a file cannot be opened or written. What was done to the others stays done: try again.
    """
    path = Path(path).resolve()
    if plan.is_empty:
        said = translate("Expunge", "There is nothing to expunge: {0} is not in {1} or its backups.")
        raise CaseError(said.format(plan.label, path.name))
    _refuse_unreadable(plan, remove_unreadable=remove_unreadable)
    lock, keys = CaseLock(path), Keyring(passphrase)
    with spoken(path), ExitStack() as locked:
        keys.key_for(path)
        lock.take()
        locked.callback(lock.release)
        refuse_read_only(*plan.backups, path)
        fold_leftovers(path, keys.key_for(path))
        clear_drafts(path, older_than=0)
        clear_left_copies()
        plan = _as_it_is_now(path, plan, passphrase)
        _refuse_unreadable(plan, remove_unreadable=remove_unreadable)
        return _carry_out(path, plan, keys, author)


def _carry_out(path: Path, plan: ExpungePlan, keys: Keyring, author: str) -> Expunged:
    spot = Spot(plan.table, plan.key, plan.field_name) if plan.table else None
    erasure = Erasure(plan.texts, spot, _gap())
    made = _operation(plan, author)
    targets = (*plan.backups, path)
    refuse_read_only(*targets)
    for own in plan.unreadable:
        discard(own)
    known = set(_beside(path))
    for own in targets:
        with spoken(own):
            rewrite(own, keys.key_for(own), erasure, made)
    late = [own for own in _beside(path) if own not in known]  # a backup needs no lock
    for own in late:
        with spoken(own):
            rewrite(own, keys.key_for(own), erasure, made)
    return Expunged(erasure.gap, len(plan.places), (*targets, *late), plan.unreadable)


def _as_it_is_now(path: Path, plan: ExpungePlan, passphrase: str | None) -> ExpungePlan:
    """Return the plan made anew: the case may have been worked with, and backed up, since it was made."""
    if plan.table:
        now = plan_expunge(path, table=plan.table, key=plan.key, field=plan.field_name, passphrase=passphrase)
    else:
        now = plan_expunge(path, text=plan.texts[0], passphrase=passphrase)
    texts = anywhere(frozenset((*plan.texts, *now.texts)), _gap())
    backups_now = dict.fromkeys(own for own in (*plan.backups, *now.backups) if own.exists())
    return replace(now, label=plan.label, texts=texts, backups=tuple(backups_now))


def _refuse_unreadable(plan: ExpungePlan, *, remove_unreadable: bool) -> None:
    if plan.unreadable and not remove_unreadable:
        names = ", ".join(own.name for own in plan.unreadable)
        said = translate(
            "Expunge",
            "Nothing was changed: {0} cannot be searched and may hold the text. Move them away, or have them "
            "removed.",
        )
        raise CaseError(said.format(names))


def _gap() -> str:
    return f"{GAP_BEGINS}{datetime.now(UTC).date().isoformat()}]"


def _spot(table: str, key: RecordKey, field: str) -> Spot:
    if table not in SPECS:
        expected = translate("Expected", "a table: {0}")
        raise InvalidValueError(table, expected.format(", ".join(SPECS)))
    spec = SPECS[table]
    names = [
        own.names[0]
        for own in spec.columns
        if own.is_free and own.empty is not None and own.names == own.columns
    ]
    free = [name for name in names if name not in spec.key]
    if field not in free:
        expected = translate("Expected", "a field of a {0} that holds a text: {1}")
        raise InvalidValueError(field, expected.format(kind_word(table), ", ".join(free)))
    return Spot(table, tuple(key), field)


def _check_text(text: str) -> None:
    if len(text) < _SHORTEST or text.isspace():
        said = translate(
            "Expunge",
            "A text to expunge has at least {0} letters, since a shorter one stands inside too many words. "
            "Name the field of a record instead.",
        )
        raise CaseError(said.format(_SHORTEST))
    if text in _gap():
        said = translate(
            "Expunge", "The gap that would be left, “{0}”, holds that very text. Name more of it."
        )
        raise CaseError(said.format(_gap()))


def _label(spot: Spot | None) -> str:
    if spot is None:
        return translate("Expunge", "a text")
    said = translate("Expunge", "the {0} of the {1}")
    return said.format(field_noun(spot.field), described(spot.table, spot.key))


def _history_label(spot: Spot | None) -> Label:
    """Return what the history says of it; whose field it was is said by the code alone."""
    if spot is None:
        return Label.of(labels.EXPUNGE_TEXT)
    if spot.table == "options":
        return Label.of(labels.EXPUNGE_OF_OPTION, labels.field(spot.field), spot.key[1], spot.key[0])
    code = " ".join(part for part in spot.key if part)
    return Label.of(labels.EXPUNGE_FIELD, labels.field(spot.field), labels.kind(spot.table), code)


@contextmanager
def _searched(path: Path, passphrase: str | None) -> Iterator[tuple[dict[Path, Connection], list[Path]]]:
    """Give a connection to the case and every backup, and name the files that cannot be read."""
    with ExitStack() as open_files:

        def opened(own: Path) -> Connection:
            store = open_files.enter_context(open_case(own, read_only=True, passphrase=passphrase))
            return open_files.enter_context(store.reading())

        files, unreadable = {path: opened(path)}, []
        for own in _beside(path):
            try:
                files[own] = opened(own)
            except CaseError:
                unreadable.append(own)
        yield files, unreadable


def _beside(path: Path) -> list[Path]:
    """Return the backups, and whatever else lies in their folder."""
    folder = backup_folder(path)
    known = [own.path for own in backups(path)]
    others = sorted(own for own in folder.rglob("*") if own.is_file()) if folder.is_dir() else []
    return known + [own for own in others if own not in known]


def _values(files: dict[Path, Connection], spot: Spot) -> frozenset[str]:
    found: frozenset[str] = frozenset()
    for path, connection in files.items():
        with spoken(path):
            found |= values_of(connection, spot, GAP_BEGINS)
    return found


def _places(connection: Connection, erasure: Erasure) -> tuple[ExpungedPlace, ...]:
    return tuple(Eraser(connection, erasure).places())


def _operation(plan: ExpungePlan, author: str) -> OperationRecord:
    spot = Spot(plan.table, plan.key, plan.field_name) if plan.table else None
    label, host, kind = _history_label(spot).stored, platform.node(), OperationKind.EXPUNGED
    return OperationRecord(0, uuid4().hex, "expunge", label, author or user_name(), host, now(), kind)
