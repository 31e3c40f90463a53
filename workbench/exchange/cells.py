"""How a cell is read and written, by what it holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from workbench.domain.codes import SEPARATOR, SourceReference, parse_code
from workbench.domain.dates import parse_date
from workbench.domain.errors import InvalidValueError, one_of
from workbench.domain.saying import translate

WordT = TypeVar("WordT", bound=StrEnum)

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?(?:[eE][+-]?[0-9]+)?")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell of a column holds.

    Parameters
    ----------
    read : callable
        From the text of a cell that is not empty to the value; raises InvalidValueError.
    write : callable
        From a value other than none back to the text.
    is_number : bool
        Whether a spreadsheet should keep it as a number.
    is_text : bool
        Whether white space belongs to the value.
    """

    read: Callable[[str], Any]
    write: Callable[[Any], str] = str
    is_number: bool = False
    is_text: bool = False


def read_text(text: str) -> str:
    """Return the text as it stands.

    Raises
    ------
    InvalidValueError
        If it holds control characters, which no document could carry.
    """
    if _UNPRINTABLE.search(text):
        raise InvalidValueError(
            _UNPRINTABLE.sub("�", text), translate("Expected", "text without control characters")
        )
    return text


def read_code(text: str) -> str:
    """Return the text as a code."""
    return read_text(parse_code(text))


def read_issue_code(text: str) -> str:
    """Return the text as the code of an issue, which stands before “=” in packages."""
    return read_text(parse_code(text, SEPARATOR + "="))


def read_source_code(text: str) -> str:
    """Return the text as the code of a source, which credibility and place can follow."""
    code = read_text(parse_code(text, SEPARATOR + "@"))
    if SourceReference.parse(code).code != code:
        raise InvalidValueError(
            code, translate("Expected", "a code that does not end like a credibility (:1 to :6)")
        )
    return code


def read_colour(text: str) -> str:
    """Return the text as a colour."""
    if not _COLOUR.fullmatch(text):
        raise InvalidValueError(text, translate("Expected", "a colour such as #0072B2"))
    return text


def write_number(number: float) -> str:
    """Return the shortest text that reads as that number: 60, 0.25."""
    return str(int(number)) if float(number).is_integer() else repr(float(number))


def _list_of(text: str) -> list[str]:
    return [part for part in (part.strip() for part in text.split(SEPARATOR)) if part]


def read_codes(text: str) -> tuple[str, ...]:
    """Return the codes of a list.

    Raises
    ------
    InvalidValueError
        If a code is invalid or stands twice.
    """
    codes = tuple(read_code(part) for part in _list_of(text))
    if len(set(codes)) < len(codes):
        raise InvalidValueError(text, translate("Expected", "each code once"))
    return codes


def read_sources(text: str) -> tuple[SourceReference, ...]:
    """Return the references to sources of a list."""
    references = tuple(SourceReference.parse(read_text(part)) for part in _list_of(text))
    if len(set(references)) < len(references):
        raise InvalidValueError(text, translate("Expected", "each source once, unless the places differ"))
    return references


def read_choices(text: str) -> dict[str, str]:
    """Return option by issue, from ``issue=option;issue=option``."""
    choices: dict[str, str] = {}
    for part in _list_of(text):
        issue, _, option = (piece.strip() for piece in read_text(part).partition("="))
        if not issue or not option:
            raise InvalidValueError(part, translate("Expected", "issue=option"))
        if issue in choices:
            expected = translate("Expected", "one option for each issue; “{0}” stands twice")
            raise InvalidValueError(part, expected.format(issue))
        choices[issue] = option
    return choices


def _write_choices(choices: Mapping[str, str]) -> str:
    return SEPARATOR.join(f"{issue}={option}" for issue, option in choices.items())


def number(lowest: float, highest: float) -> Cell:
    """Return the cell of a number between two bounds, both included."""

    def read(text: str) -> float:
        value = float(text.replace(",", ".")) if _NUMBER.fullmatch(text) else None
        if value is None or not lowest <= value <= highest:
            expected = translate("Expected", "a number from {0} to {1}")
            raise InvalidValueError(text, expected.format(write_number(lowest), write_number(highest)))
        return value

    return Cell(read, write_number, is_number=True)


def word(vocabulary: type[WordT], *, without: tuple[WordT, ...] = ()) -> Cell:
    """Return the cell of a word from a closed vocabulary, in capital or small letters."""
    words = {member.value.casefold(): member for member in vocabulary if member not in without}

    def read(text: str) -> WordT:
        found = words.get(text.casefold())
        if found is None:
            raise InvalidValueError(text, one_of(member.value for member in words.values()))
        return found

    return Cell(read)


TEXT = Cell(read_text, is_text=True)
CODE = Cell(read_code)
ISSUE_CODE = Cell(read_issue_code)
SOURCE_CODE = Cell(read_source_code)
COLOUR = Cell(read_colour)
DATE = Cell(parse_date)
CODES = Cell(read_codes, SEPARATOR.join)
SOURCES = Cell(read_sources, lambda references: SEPARATOR.join(map(str, references)))
CHOICES = Cell(read_choices, _write_choices)
