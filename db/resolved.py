"""Records with ids in place of codes, so that two copies can be compared whatever codes became.

A record is seen as units: a field, or the two fields of which one column tells. A unit holds what its
columns or the rows of its list hold.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import Any, TypeAlias

from db.fields import ColumnField, Ids, Keys, Plain
from db.rows import PLACE, RecordSpec
from db.schema import METADATA
from workbench.domain.case import RecordKey

Resolved: TypeAlias = dict[str, tuple[Any, ...]]
"""What each unit of a record holds."""


class MissingRecordError(LookupError):
    """A record that is not in the copy in which it is looked for."""

    def __init__(self, table: str, record_id: int) -> None:
        super().__init__(table, record_id)
        self.table = table
        self.record_id = record_id


def unit_of(field: ColumnField) -> str:
    """Return the name of the unit that a field of columns is."""
    return field.names[-1]


def names_of(spec: RecordSpec, unit: str) -> tuple[str, ...]:
    """Return the fields of the record that a unit stands for."""
    return next((field.names for field in spec.columns if unit_of(field) == unit), (unit,))


def resolve(spec: RecordSpec, plain: Plain, ids: Ids) -> Resolved:
    """Return a record in plain form with ids in place of codes."""
    units: Resolved = {PLACE: (plain[PLACE],)} if spec.is_placed else {}
    for field in spec.columns:
        units[unit_of(field)] = tuple(field.encode(plain, ids))
    for entries in spec.lists:
        said = plain.get(entries.name)
        units[entries.name] = tuple(map(tuple, entries.encode(said, plain, ids))) if said else ()
    return units


def localised(spec: RecordSpec, units: Resolved, keys: Keys, wanted: Collection[str]) -> Plain:
    """Return the wanted units in plain form, in the codes that `keys` gives.

    Entries of lists that name a record which is missing are left out.

    Raises
    ------
    MissingRecordError
        If a field names a record that is missing.
    """
    plain: Plain = {}
    for field in spec.columns:
        if unit_of(field) in wanted:
            said = field.decode(units[unit_of(field)], keys)
            plain.update(
                (name, value) for name, value in zip(field.names, said, strict=True) if value is not None
            )
    for entries in spec.lists:
        if entries.name in wanted:
            rows = [row for row in units[entries.name] if _is_there(entries.decode, row, keys)]
            if rows:
                plain[entries.name] = entries.decode(rows, keys)
    return plain


def cleared(spec: RecordSpec, units: Resolved, clear: Callable[[str], str]) -> Resolved:
    """Return a record with its texts cleared; words of vocabularies and dates are none."""
    free = {unit_of(field) for field in spec.columns if field.is_free}
    free |= {own.name for own in spec.lists if "passage" in METADATA.tables[own.link].c}
    return {unit: _cleared(value, clear) if unit in free else value for unit, value in units.items()}


def _cleared(value: Any, clear: Callable[[str], str]) -> Any:
    if isinstance(value, tuple):
        return tuple(_cleared(own, clear) for own in value)
    return clear(value) if isinstance(value, str) else value


def _is_there(decode: Any, row: tuple[Any, ...], keys: Keys) -> bool:
    try:
        decode([row], keys)
    except MissingRecordError:
        return False
    return True


def with_units(spec: RecordSpec, plain: Plain, units: Collection[str], said: Plain) -> Plain:
    """Return a record in plain form in which some units are as said."""
    replaced = {name for unit in units for name in names_of(spec, unit)}
    return {name: value for name, value in plain.items() if name not in replaced} | said


def all_units(spec: RecordSpec) -> frozenset[str]:
    """Return every unit of a record but its place."""
    return frozenset(map(unit_of, spec.columns)) | {field.name for field in spec.lists}


def named_records(spec: RecordSpec, units: Resolved, wanted: Collection[str]) -> Iterator[tuple[str, int]]:
    """Yield table and id of every record that some units name."""
    asked = _Asked()
    for field in spec.columns:
        if unit_of(field) in wanted:
            field.decode(units[unit_of(field)], asked)
    for entries in spec.lists:
        if entries.name in wanted and units[entries.name]:
            entries.decode(list(units[entries.name]), asked)
    yield from asked.found


class _Asked:
    """Stands in for keys and remembers which were asked for."""

    def __init__(self) -> None:
        self.found: list[tuple[str, int]] = []

    def key_of(self, table: str, record_id: int) -> RecordKey:
        self.found.append((table, record_id))
        return ("", "")


def alike(one: Plain, other: Plain) -> bool:
    """Return whether two records in plain form are the same, the order of mappings included."""
    return one == other and all(
        list(value) == list(other[name]) for name, value in one.items() if isinstance(value, dict)
    )
