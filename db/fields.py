"""How each kind of field stands in a record, in the journal (plain JSON) and in columns.

The plain form speaks in codes and is complete: a record can be made from it anywhere. What is
empty is left out of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol, TypeAlias

from workbench.domain.case import RecordKey
from workbench.domain.dates import PartialDate, parse_date

Plain: TypeAlias = dict[str, Any]
"""A record as JSON: field by name, in codes."""

Row: TypeAlias = tuple[Any, ...]
"""Values of one row, in the order of the columns."""


class Ids(Protocol):
    """Ids of records by key."""

    def id_of(self, table: str, key: RecordKey) -> int:
        """Return the id of the record of that key."""


class Keys(Protocol):
    """Keys of records by id."""

    def key_of(self, table: str, record_id: int) -> RecordKey:
        """Return the key of the record of that id."""


def _same(value: Any) -> Any:
    return value


def _none_if_empty(value: Any) -> Any:
    return value or None


@dataclass(frozen=True)
class ColumnField:
    """A field kept in columns of the record's own table.

    Attributes
    ----------
    names : tuple of str
        The fields of the record, and of its plain form; two for what one column says.
    columns : tuple of str
        The columns.
    encode : callable
        Gives the values of the columns for a plain form.
    decode : callable
        Gives what the plain form says for each of the names, none where it is left out.
    plain, value : callable
        From the value of a field to what the plain form says, none to leave it out, and back.
    empty : str or None
        The value of a field that the plain form leaves out, none where the record knows it.
    """

    names: tuple[str, ...]
    columns: tuple[str, ...]
    encode: Callable[[Plain, Ids], Row]
    decode: Callable[[Row, Keys], Row]
    plain: Callable[[Any], Any] = _same
    value: Callable[[Any], Any] = _same
    empty: str | None = None

    @property
    def is_free(self) -> bool:
        """Whether it holds texts or codes of somebody's choosing: no word of a vocabulary, no date."""
        return self.value is _same


def number_field(name: str) -> ColumnField:
    """Return a field with a number or none."""

    def plain(value: float | None) -> float | None:
        return None if value is None else float(value)

    return ColumnField((name,), (name,), _nullable(name), lambda values, _: values, plain)


def word_field(name: str, vocabulary: type[StrEnum]) -> ColumnField:
    """Return a field with a word of a closed vocabulary, or none."""
    words = {word.value: word for word in vocabulary}

    def plain(value: StrEnum | None) -> str | None:
        return None if value is None else value.value

    return ColumnField((name,), (name,), _nullable(name), lambda values, _: values, plain, words.__getitem__)


def _nullable(name: str) -> Callable[[Plain, Ids], Row]:
    return lambda plain, _: (plain.get(name),)


def text_field(name: str) -> ColumnField:
    """Return a field with a text, empty where there is none."""
    return ColumnField(
        (name,),
        (name,),
        lambda plain, _: (plain.get(name, ""),),
        lambda values, _: (values[0] or None,),
        _none_if_empty,
        empty="",
    )


def date_field(name: str) -> ColumnField:
    """Return a field with a partial date, kept as typed, or none."""

    def plain(value: PartialDate | None) -> str | None:
        return None if value is None else value.text

    return ColumnField(
        (name,),
        (name,),
        lambda plain, _: (plain.get(name, ""),),
        lambda values, _: (values[0] or None,),
        plain,
        parse_date,
    )


def reference_field(name: str, table: str) -> ColumnField:
    """Return a field that names a record of another table, empty where it names none."""

    def encode(plain: Plain, ids: Ids) -> Row:
        code = plain.get(name)
        return (None if code is None else ids.id_of(table, (code,)),)

    def decode(values: Row, keys: Keys) -> Row:
        return (None if values[0] is None else keys.key_of(table, values[0])[0],)

    return ColumnField((name,), (f"{name}_id",), encode, decode, _none_if_empty, empty="")


def option_field(issue: str, option: str) -> ColumnField:
    """Return a field that names an option, by the codes of its issue and its own."""
    names = (issue, option)

    def encode(plain: Plain, ids: Ids) -> Row:
        return (ids.id_of("options", (plain[issue], plain[option])),)

    return ColumnField(
        names, (f"{option}_id",), encode, lambda values, keys: keys.key_of("options", values[0])
    )


_SUBJECT_TABLES = {"party": "parties", "issue": "issues"}


def subject_field(name: str) -> ColumnField:
    """Return the field of what a term names: ``party:CODE``, ``issue:CODE`` or words of its own."""
    columns = (name, *(f"{name}_{kind}_id" for kind in _SUBJECT_TABLES))

    def encode(plain: Plain, ids: Ids) -> Row:
        text: str = plain.get(name, "")
        kind, colon, code = text.partition(":")
        if not colon or kind not in _SUBJECT_TABLES:
            return (text, None, None)
        record_id = ids.id_of(_SUBJECT_TABLES[kind], (code,))
        return (kind, *(record_id if kind == own else None for own in _SUBJECT_TABLES))

    def decode(values: Row, keys: Keys) -> Row:
        text, *named = values
        for (kind, table), record_id in zip(_SUBJECT_TABLES.items(), named, strict=True):
            if record_id is not None:
                return (f"{kind}:{keys.key_of(table, record_id)[0]}",)
        return (text or None,)

    return ColumnField((name,), columns, encode, decode, _none_if_empty, empty="")
