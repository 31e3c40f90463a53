"""Is the file sound, and what does the case itself lack? Each finding says what to do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path

from sqlalchemy import Column, Connection, Table, select

from db.advice import advice
from db.case_file import open_case
from db.cipher import Key, Keyring
from db.codes import CodeBook
from db.errors import spoken
from db.examine import findings, read_header, undisturbed
from db.lock import held_error, live_holder
from db.reading import read_columns
from db.replay import differences, journal_rows, replay
from db.schema import METADATA, POSITIONS, STANCES
from db.specs import SPECS
from workbench.domain.case import RecordKey
from workbench.domain.dates import parse_date
from workbench.domain.errors import CaseError
from workbench.domain.saying import marked, translate
from workbench.operations.names import described, kind_word

_SHOWN = 50
"""So many findings of one kind are named one by one."""
_RESTORE = marked("Check", "Go on with the last backup, and keep this file.")


class Severity(StrEnum):
    """Whether a finding is damage, or advice about what the case lacks."""

    DAMAGE = "damage"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was found.

    Attributes
    ----------
    severity : Severity
        Damage or advice.
    where : str
        The record, or the part of the file.
    what : str
        What is the matter, in a sentence that can stand alone.
    to_do : str
        What to do about it.
    records : tuple of (str, tuple of str)
        The records to look at, by table and key.
    names : tuple of str
        What each of them is called; none where only their codes are known.
    """

    severity: Severity
    where: str
    what: str
    to_do: str
    records: tuple[tuple[str, RecordKey], ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckReport:
    """Everything that was found in one case file."""

    path: Path
    findings: tuple[Finding, ...]

    @property
    def is_sound(self) -> bool:
        """Whether the file is whole, whatever is advised."""
        return not self.damage

    @property
    def damage(self) -> tuple[Finding, ...]:
        """The findings that are damage."""
        return tuple(own for own in self.findings if own.severity is Severity.DAMAGE)

    @property
    def advice(self) -> tuple[Finding, ...]:
        """The findings that are advice."""
        return tuple(own for own in self.findings if own.severity is Severity.ADVICE)


def check_case(path: Path, passphrase: str | None = None, *, with_codes: bool = True) -> CheckReport:
    """Examine file, keys, history, dates and what the analysis rests on; nothing is changed.

    Parameters
    ----------
    with_codes : bool
        Whether advice calls records by their codes beside their names.

    Raises
    ------
    MissingFileError, NotACaseError, NewerCaseError, LockedCaseError
        If there is no case to examine. A damaged one is reported.
    """
    path = Path(path).resolve()
    damage = list(_file_damage(path, Keyring(passphrase).key_for(path)))
    if damage:
        return CheckReport(path, tuple(damage))
    with open_case(path, read_only=True, passphrase=passphrase) as store, store.reading() as connection:
        damage = list(_table_damage(connection))
        if damage:
            return CheckReport(path, tuple(damage))
        lacking = advice(read_columns(connection), with_codes=with_codes)
        return CheckReport(path, tuple(Finding(Severity.ADVICE, *own) for own in lacking))


def _file_damage(path: Path, key: Key | None) -> Iterator[Finding]:
    read_header(path, key)
    holder = live_holder(path)
    if holder is not None and not holder.is_here:
        raise held_error(path, holder)
    with spoken(path), undisturbed(path, key, beside_others=holder is not None) as connection:
        for line in findings(connection, thorough=True):
            yield _damage(
                translate("Check", "file"), translate("Check", "The file is damaged: {0}.").format(line)
            )


def _table_damage(connection: Connection) -> Iterator[Finding]:
    yield from islice(_wrong_dates(connection), _SHOWN)
    yield from islice(_foreign_stances(connection), _SHOWN)
    yield from islice(_history_damage(connection), _SHOWN)


def _damage(where: str, what: str, *records: tuple[str, RecordKey]) -> Finding:
    return Finding(Severity.DAMAGE, where, what, translate("Check", _RESTORE), records)


def _wrong_dates(connection: Connection) -> Iterator[Finding]:
    for column in _date_columns():
        for text in connection.execute(select(column).where(column != "").distinct()).scalars():
            try:
                parse_date(text)
            except CaseError as error:
                where = f"{column.table.name}, {column.name}"
                what = translate("Check", "A date in {0} cannot be read: {1}.").format(where, error)
                yield _damage(where, what)


def _date_columns() -> Iterator[Column[str]]:
    for spec in SPECS.values():
        for field in spec.columns:
            if field.value is parse_date:
                yield spec.table.c[field.columns[0]]
    members: Table = METADATA.tables["group_members"]
    yield from (members.c.since, members.c.until)


def _foreign_stances(connection: Connection) -> Iterator[Finding]:
    """Find stances toward an option of another issue than that of the position."""
    options = METADATA.tables["options"]
    joined = POSITIONS.join(STANCES).join(options, options.c.id == STANCES.c.option_id)
    odd = select(POSITIONS.c.ref).select_from(joined).where(options.c.issue_id != POSITIONS.c.issue_id)
    for ref in connection.execute(odd).scalars():
        where = described("positions", (ref,))
        what = translate("Check", "The {0} takes a stance on an option of another issue.").format(where)
        yield _damage(where, what, ("positions", (ref,)))


def _history_damage(connection: Connection) -> Iterator[Finding]:
    try:
        image = replay(journal_rows(connection))
    except (CaseError, LookupError, AttributeError, ValueError, TypeError) as error:
        what = translate("Check", "The history cannot be followed: {0}.").format(error)
        yield _damage(translate("Check", "history"), what)
        return
    for table, record_id in differences(connection, image):
        where = _where(connection, table, record_id)
        what = translate("Check", "The {0} is not as the history has it.").format(where)
        to_do = translate(
            "Check",
            "Another program changed the file. Look the record up in the history, or go on with a backup.",
        )
        yield Finding(Severity.DAMAGE, where, what, to_do)


def _where(connection: Connection, table: str, record_id: int) -> str:
    exists = select(SPECS[table].table.c.id).where(SPECS[table].table.c.id == record_id)
    if connection.execute(exists).first() is None:
        return translate("Check", "{0} number {1}").format(kind_word(table), record_id)
    return described(table, CodeBook(connection).key_of(table, record_id))
