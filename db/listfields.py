"""How each kind of list stands in a record, in the journal (plain JSON) and in a table of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from db.fields import Ids, Keys, Plain, Row
from workbench.domain.codes import SourceReference
from workbench.domain.dates import PartialDate, parse_date
from workbench.domain.party import Membership
from workbench.domain.vocabulary import Stance


@dataclass(frozen=True)
class ListField:
    """A field kept in a table of its own, one row an entry.

    Attributes
    ----------
    name : str
        The field of the record, and of its plain form.
    link : str
        The table of the entries; its first column names the owner.
    encode : callable
        Gives the rows, without owner and place, for what the plain form says and the whole of it.
    decode : callable
        Gives what the plain form says for rows without owner and place.
    plain, value : callable
        From the value of the field to what the plain form says, none to leave it out, and back.
    needs : tuple of str
        The other fields that `encode` looks at.
    """

    name: str
    link: str
    encode: Callable[[Any, Plain, Ids], Iterable[Row]]
    decode: Callable[[Sequence[Row], Keys], Any]
    plain: Callable[[Any], Any]
    value: Callable[[Any], Any]
    needs: tuple[str, ...] = ()


def codes_field(name: str, link: str, table: str) -> ListField:
    """Return a list of codes of another table."""

    def encode(entries: Sequence[str], _: Plain, ids: Ids) -> Iterable[Row]:
        return [(ids.id_of(table, (code,)),) for code in entries]

    def decode(rows: Sequence[Row], known: Keys) -> list[str]:
        return [known.key_of(table, row[0])[0] for row in rows]

    return ListField(name, link, encode, decode, lambda value: list(value) or None, tuple)


def sources_field(name: str, link: str) -> ListField:
    """Return the sources on which a record rests: ``[code, credibility, place in the source]``."""

    def encode(entries: Sequence[Sequence[Any]], _: Plain, ids: Ids) -> Iterable[Row]:
        return [(ids.id_of("sources", (code,)), credibility, at) for code, credibility, at in entries]

    def decode(rows: Sequence[Row], known: Keys) -> list[list[Any]]:
        return [[known.key_of("sources", row[0])[0], row[1], row[2]] for row in rows]

    def plain(value: Sequence[SourceReference]) -> list[list[Any]] | None:
        return [[own.code, own.credibility, own.place] for own in value] or None

    def value(plain: Sequence[Sequence[Any]]) -> tuple[SourceReference, ...]:
        return tuple(SourceReference(*entry) for entry in plain)

    return ListField(name, link, encode, decode, plain, value)


def members_field(name: str, link: str) -> ListField:
    """Return the members of a group: ``[party, since, until]``."""

    def encode(entries: Sequence[Sequence[str]], _: Plain, ids: Ids) -> Iterable[Row]:
        return [(ids.id_of("parties", (party,)), *dates) for party, *dates in entries]

    def decode(rows: Sequence[Row], known: Keys) -> list[list[str]]:
        return [[known.key_of("parties", row[0])[0], row[1], row[2]] for row in rows]

    def plain(value: Sequence[Membership]) -> list[list[str]] | None:
        return [[own.party, _text(own.since), _text(own.until)] for own in value] or None

    def value(plain: Sequence[Sequence[str]]) -> tuple[Membership, ...]:
        return tuple(Membership(party, _date(since), _date(until)) for party, since, until in plain)

    return ListField(name, link, encode, decode, plain, value)


def _text(date: PartialDate | None) -> str:
    return date.text if date else ""


def _date(text: str) -> PartialDate | None:
    return parse_date(text) if text else None


_WORDS = {stance: stance.word for stance in Stance}
_STANCES = {word: stance for stance, word in _WORDS.items()}
_NUMBERS = {word: int(stance) for stance, word in _WORDS.items()}
_BY_NUMBER = {number: word for word, number in _NUMBERS.items()}


def stances_field(name: str, link: str) -> ListField:
    """Return the stances of a position, by option of its issue."""

    def encode(entries: Mapping[str, str], whole: Plain, ids: Ids) -> Iterable[Row]:
        issue = whole["issue"]
        return [(ids.id_of("options", (issue, option)), _NUMBERS[word]) for option, word in entries.items()]

    def decode(rows: Sequence[Row], known: Keys) -> dict[str, str]:
        return {known.key_of("options", option)[1]: _BY_NUMBER[stance] for option, stance in rows}

    def plain(value: Mapping[str, Stance]) -> dict[str, str] | None:
        return {option: _WORDS[stance] for option, stance in value.items()} or None

    def value(plain: Mapping[str, str]) -> dict[str, Stance]:
        return {option: _STANCES[word] for option, word in plain.items()}

    return ListField(name, link, encode, decode, plain, value, needs=("issue",))


def choices_field(name: str, link: str) -> ListField:
    """Return the options that a package chooses, by issue."""

    def encode(entries: Mapping[str, str], _: Plain, ids: Ids) -> Iterable[Row]:
        return [(ids.id_of("options", choice),) for choice in entries.items()]

    def decode(rows: Sequence[Row], known: Keys) -> dict[str, str]:
        keys = [known.key_of("options", row[0]) for row in rows]
        return {issue: option for issue, option in keys}  # noqa: C416 - keys are tuples of any length

    return ListField(name, link, encode, decode, lambda value: dict(value) or None, dict)
