"""How each kind of field stands in a record, in the journal (plain JSON) and in rows.

The plain form speaks in codes and is complete: a record can be made from it anywhere. What is
empty is left out of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol, TypeAlias

from workbench.domain.case import RecordKey
from workbench.domain.codes import SourceReference
from workbench.domain.dates import PartialDate, parse_date
from workbench.domain.party import Membership
from workbench.domain.vocabulary import Stance

Plain: TypeAlias = dict[str, Any]
"""A record as JSON: field by name, in codes."""

Row: TypeAlias = tuple[Any, ...]
"""Values of one row, in the order of the columns."""


class Codes(Protocol):
    """Ids of records by key, and keys by id."""

    def id_of(self, table: str, key: RecordKey) -> int:
        """Return the id of the record of that key."""

    def key_of(self, table: str, record_id: int) -> RecordKey:
        """Return the key of the record of that id."""


class ColumnField(Protocol):
    """A field kept in columns of the record's own table."""

    @property
    def names(self) -> tuple[str, ...]:
        """The fields of the record, and of its plain form."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns."""

    def plain(self, value: Any) -> Any:
        """Return what the plain form says for the value of one field, none to leave it out."""

    def value(self, plain: Any) -> Any:
        """Return the value of one field from what the plain form says."""

    def encode(self, plain: Plain, codes: Codes) -> Row:
        """Return the values of the columns."""

    def decode(self, values: Row, codes: Codes) -> Row:
        """Return what the plain form says for each of the names, none where left out."""


class _One:
    """A field that is one column of the same name and stands in it as in the plain form."""

    def __init__(self, name: str) -> None:
        self.names = (name,)
        self.columns = (name,)

    def plain(self, value: Any) -> Any:
        return value

    def value(self, plain: Any) -> Any:
        return plain

    def encode(self, plain: Plain, codes: Codes) -> Row:
        del codes
        return (plain.get(self.names[0]),)

    def decode(self, values: Row, codes: Codes) -> Row:
        del codes
        return values


class NumberField(_One):
    """A number or none."""

    def plain(self, value: Any) -> Any:
        return None if value is None else float(value)


class TextField(_One):
    """A text, empty where there is none."""

    def plain(self, value: Any) -> Any:
        return value or None

    def encode(self, plain: Plain, codes: Codes) -> Row:
        del codes
        return (plain.get(self.names[0], ""),)

    def decode(self, values: Row, codes: Codes) -> Row:
        del codes
        return (values[0] or None,)


class WordField(_One):
    """A word of a closed vocabulary, or none."""

    def __init__(self, name: str, vocabulary: type[StrEnum]) -> None:
        super().__init__(name)
        self._words = {word.value: word for word in vocabulary}

    def plain(self, value: Any) -> Any:
        return None if value is None else value.value

    def value(self, plain: Any) -> Any:
        return self._words[plain]


class DateField(TextField):
    """A partial date, kept as typed."""

    def plain(self, value: Any) -> Any:
        return None if value is None else value.text

    def value(self, plain: Any) -> Any:
        return parse_date(plain)


class ReferenceField(_One):
    """A record of another table, by its code; empty where there is none."""

    def __init__(self, name: str, table: str) -> None:
        super().__init__(name)
        self.columns = (f"{name}_id",)
        self.table = table

    def plain(self, value: Any) -> Any:
        return value or None

    def encode(self, plain: Plain, codes: Codes) -> Row:
        code = plain.get(self.names[0])
        return (None if code is None else codes.id_of(self.table, (code,)),)

    def decode(self, values: Row, codes: Codes) -> Row:
        return (None if values[0] is None else codes.key_of(self.table, values[0])[0],)


class OptionField:
    """An option, by the codes of its issue and its own, in two fields and one column."""

    def __init__(self, issue: str, option: str) -> None:
        self.names = (issue, option)
        self.columns = (f"{option}_id",)

    def plain(self, value: Any) -> Any:
        return value

    def value(self, plain: Any) -> Any:
        return plain

    def encode(self, plain: Plain, codes: Codes) -> Row:
        issue, option = self.names
        return (codes.id_of("options", (plain[issue], plain[option])),)

    def decode(self, values: Row, codes: Codes) -> Row:
        return codes.key_of("options", values[0])


_SUBJECT_TABLES = {"party": "parties", "issue": "issues"}


class SubjectField(_One):
    """What a term names: ``party:CODE``, ``issue:CODE`` or words of its own."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.columns = (name, *(f"{name}_{kind}_id" for kind in _SUBJECT_TABLES))

    def encode(self, plain: Plain, codes: Codes) -> Row:
        text = plain[self.names[0]]
        kind, colon, code = text.partition(":")
        if not colon or kind not in _SUBJECT_TABLES:
            return (text, None, None)
        number = codes.id_of(_SUBJECT_TABLES[kind], (code,))
        return (kind, *(number if kind == own else None for own in _SUBJECT_TABLES))

    def decode(self, values: Row, codes: Codes) -> Row:
        text, *numbers = values
        for (kind, table), number in zip(_SUBJECT_TABLES.items(), numbers, strict=True):
            if number is not None:
                return (f"{kind}:{codes.key_of(table, number)[0]}",)
        return (text,)


class ListField(Protocol):
    """A field kept in a table of its own, one row an entry."""

    @property
    def name(self) -> str:
        """The field of the record, and of its plain form."""

    @property
    def link(self) -> str:
        """The table of the entries."""

    def plain(self, value: Any) -> Any:
        """Return what the plain form says."""

    def value(self, plain: Any) -> Any:
        """Return the value of the field from what the plain form says."""

    def encode(self, entries: Any, plain: Plain, codes: Codes) -> list[Row]:
        """Return the rows without owner and place."""

    def decode(self, rows: Sequence[Row], codes: Codes) -> Any:
        """Return what the plain form says."""


@dataclass(frozen=True)
class CodesField:
    """A list of codes of another table."""

    name: str
    link: str
    table: str

    def plain(self, value: tuple[str, ...]) -> list[str] | None:
        return list(value) or None

    def value(self, plain: Sequence[str]) -> tuple[str, ...]:
        return tuple(plain)

    def encode(self, entries: Sequence[str], plain: Plain, codes: Codes) -> list[Row]:
        del plain
        return [(codes.id_of(self.table, (code,)),) for code in entries]

    def decode(self, rows: Sequence[Row], codes: Codes) -> list[str]:
        return [codes.key_of(self.table, row[0])[0] for row in rows]


@dataclass(frozen=True)
class SourcesField:
    """The sources on which a record rests: ``[code, credibility, place in the source]``."""

    name: str
    link: str

    def plain(self, value: tuple[SourceReference, ...]) -> list[list[Any]] | None:
        return [[own.code, own.credibility, own.place] for own in value] or None

    def value(self, plain: Sequence[Sequence[Any]]) -> tuple[SourceReference, ...]:
        return tuple(SourceReference(*entry) for entry in plain)

    def encode(self, entries: Sequence[Sequence[Any]], plain: Plain, codes: Codes) -> list[Row]:
        del plain
        return [(codes.id_of("sources", (code,)), credibility, at) for code, credibility, at in entries]

    def decode(self, rows: Sequence[Row], codes: Codes) -> list[list[Any]]:
        return [[codes.key_of("sources", row[0])[0], row[1], row[2]] for row in rows]


def _text(date: PartialDate | None) -> str:
    return date.text if date else ""


@dataclass(frozen=True)
class MembersField:
    """The members of a group: ``[party, since, until]``."""

    name: str
    link: str

    def plain(self, value: tuple[Membership, ...]) -> list[list[str]] | None:
        return [[own.party, *map(_text, (own.since, own.until))] for own in value] or None

    def value(self, plain: Sequence[Sequence[str]]) -> tuple[Membership, ...]:
        return tuple(
            Membership(party, *(parse_date(date) if date else None for date in dates))
            for party, *dates in plain
        )

    def encode(self, entries: Sequence[Sequence[str]], plain: Plain, codes: Codes) -> list[Row]:
        del plain
        return [(codes.id_of("parties", (party,)), *dates) for party, *dates in entries]

    def decode(self, rows: Sequence[Row], codes: Codes) -> list[list[str]]:
        return [[codes.key_of("parties", row[0])[0], row[1], row[2]] for row in rows]


_WORDS = {stance: stance.word for stance in Stance}
_STANCES = {word: stance for stance, word in _WORDS.items()}


@dataclass(frozen=True)
class StancesField:
    """The stances of a position, by option of its issue."""

    name: str
    link: str

    def plain(self, value: Mapping[str, Stance]) -> dict[str, str] | None:
        return {option: _WORDS[stance] for option, stance in value.items()} or None

    def value(self, plain: Mapping[str, str]) -> dict[str, Stance]:
        return {option: _STANCES[word] for option, word in plain.items()}

    def encode(self, entries: Mapping[str, str], plain: Plain, codes: Codes) -> list[Row]:
        issue = plain["issue"]
        return [
            (codes.id_of("options", (issue, option)), int(_STANCES[word])) for option, word in entries.items()
        ]

    def decode(self, rows: Sequence[Row], codes: Codes) -> dict[str, str]:
        return {codes.key_of("options", option)[1]: _WORDS[Stance(stance)] for option, stance in rows}


@dataclass(frozen=True)
class ChoicesField:
    """The options that a package chooses, by issue."""

    name: str
    link: str

    def plain(self, value: Mapping[str, str]) -> dict[str, str] | None:
        return dict(value) or None

    def value(self, plain: Mapping[str, str]) -> dict[str, str]:
        return dict(plain)

    def encode(self, entries: Mapping[str, str], plain: Plain, codes: Codes) -> list[Row]:
        del plain
        return [(codes.id_of("options", (issue, option)),) for issue, option in entries.items()]

    def decode(self, rows: Sequence[Row], codes: Codes) -> dict[str, str]:
        return {issue: option for issue, option in (codes.key_of("options", row[0]) for row in rows)}
