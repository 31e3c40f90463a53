"""What a record must be like to be written: codes, ranges, dates, and that what it names exists."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import fields

from workbench.domain.case import Record, key_of, table_of
from workbench.domain.codes import SEPARATOR, SourceReference, parse_code
from workbench.domain.dates import PartialDate, not_before
from workbench.domain.errors import CaseError, InvalidValueError, UnknownCodeError
from workbench.domain.issue import Issue, Option
from workbench.domain.judgement import Judgement
from workbench.domain.level import Level
from workbench.domain.party import Influence, Party
from workbench.domain.position import Position
from workbench.domain.saying import translate
from workbench.domain.source import Source
from workbench.operations.names import KINDS, described
from workbench.operations.references import references
from workbench.ports import Work

OPTIONS_AT_LEAST = 2
"""An issue has at least so many options."""

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REQUIRED = (
    *("key", "code", "ref", "party", "issue", "name", "title", "label", "term", "subject", "actor", "on"),
    *("if_issue", "if_option", "then_issue", "then_option"),
)
_MAY_BE_EMPTY = {("terms", "party"), ("linkages", "party"), ("groups", "name")}
_LISTS = ("needed", "known_to", "parties", "issues", "sources")
_FORBIDDEN = {"issues": SEPARATOR + "=", "sources": SEPARATOR + "@"}


def check(work: Work, record: Record) -> None:
    """Make sure that the record can be written.

    Raises
    ------
    CaseError
        If a field holds what it cannot hold, or the record names one that is not in the case.
    """
    check_values(record)
    for reference in references(record):
        if work.get(reference.table, reference.key) is None:
            code = reference.key[-1]
            raise UnknownCodeError(KINDS[reference.table], code, _known(work, reference.table, reference.key))


def _known(work: Work, table: str, key: tuple[str, ...]) -> tuple[str, ...]:
    """Return the codes that could have stood there, for options those of the same issue."""
    keys = (key_of(record) for record in work.records(table))
    return tuple(known[-1] for known in keys if known[:-1] == key[:-1])


def check_values(record: Record) -> None:
    """Make sure that every field holds what it can hold, whatever else is in the case.

    Raises
    ------
    CaseError
        If one does not; the message names record and field.
    """
    for field, found, expected in faults(record):
        name = described(table_of(record), key_of(record))
        said = translate("Record", "The {0} cannot be saved: in {1}, found “{2}”, expected {3}.")
        raise CaseError(said.format(name, field, found, expected))


def faults(record: Record) -> Iterator[tuple[str, str, str]]:
    """Yield field, what was found and what was expected, for each field that cannot stand."""
    yield from _text_faults(record)
    yield from _code_faults(record)
    yield from _list_faults(record)
    yield from _range_faults(record)
    yield from _date_faults(record)


def _text_faults(record: Record) -> Iterator[tuple[str, str, str]]:
    table = table_of(record)
    for field in fields(record):
        value = getattr(record, field.name)
        if not isinstance(value, str):
            continue
        if field.name in _REQUIRED and (table, field.name) not in _MAY_BE_EMPTY and not value.strip():
            yield field.name, value, translate("Expected", "a text that is not empty")
        if _UNPRINTABLE.search(value):
            yield (
                field.name,
                _UNPRINTABLE.sub("�", value),
                translate("Expected", "a text without control characters"),
            )


def _code_faults(record: Record) -> Iterator[tuple[str, str, str]]:
    for field in ("code", "ref", "subject"):
        code = getattr(record, field, "")
        try:
            if code:
                parse_code(code, _FORBIDDEN.get(table_of(record), SEPARATOR))
        except InvalidValueError as error:
            yield field, error.found, error.expected
    if isinstance(record, Source) and _ends_like_credibility(record.code):
        yield (
            "code",
            record.code,
            translate("Expected", "a code that does not end like a credibility (:1 to :6)"),
        )


def _ends_like_credibility(code: str) -> bool:
    return bool(code) and "@" not in code and SourceReference.parse(code).code != code


def _list_faults(record: Record) -> Iterator[tuple[str, str, str]]:
    for field in _LISTS:
        named: Collection[object] = getattr(record, field, ())
        twice = [entry for entry, count in Counter(named).items() if count > 1]
        if twice:
            yield field, str(twice[0]), translate("Expected", "each of them once")
    if isinstance(record, Judgement) and not record.parties:
        yield "parties", "", translate("Expected", "one party at least")
    for source in getattr(record, "sources", ()):
        if source.credibility is not None and not 1 <= source.credibility <= 6:
            yield "sources", str(source), translate("Expected", "a credibility from 1 to 6")
        elif not _reads_back(source):
            expected = translate(
                "Expected", "a place in one line without “{0}”, and none that ends in blanks"
            )
            yield "sources", str(source), expected.format(SEPARATOR)


def _reads_back(source: SourceReference) -> bool:
    """Whether the reference comes back from a table as it was."""
    text = str(source)
    try:
        return SEPARATOR not in text and SourceReference.parse(text) == source
    except InvalidValueError:
        return False


def _range_faults(record: Record) -> Iterator[tuple[str, str, str]]:
    match record:
        case Position(salience=float() | int() as salience) if not 0 <= salience <= 100:
            yield "salience", str(salience), _number(0, 100)
        case Option(location=float() | int() as location) if not 0 <= location <= 1:
            yield "location", str(location), _number(0, 1)
        case Influence(strength=strength) if not 0 <= strength <= 4:
            yield "strength", str(strength), _number(0, 4)
        case Party(colour=colour) if colour and not _COLOUR.fullmatch(colour):
            yield "colour", colour, translate("Expected", "a colour such as #0072B2")
        case Judgement(level=Level.UNKNOWN):
            yield "level", "unknown", translate("Expected", "a level from aligned to deadlocked")


def _number(lowest: int, highest: int) -> str:
    return translate("Expected", "a number from {0} to {1}").format(lowest, highest)


def _date_faults(record: Record) -> Iterator[tuple[str, str, str]]:
    since = getattr(record, "since", getattr(record, "date", None))
    until = getattr(record, "until", None)
    if isinstance(since, PartialDate) and isinstance(until, PartialDate) and _ends_before(since, until):
        yield "until", str(until), not_before(since)


def _ends_before(since: PartialDate, until: PartialDate) -> bool:
    return since.earliest is not None and until.latest is not None and until.latest < since.earliest


def check_options(issue: Issue, count: int) -> None:
    """Make sure that an issue has the options it needs.

    Raises
    ------
    CaseError
        If there are fewer than two.
    """
    if count < OPTIONS_AT_LEAST:
        said = translate("Record", "The issue “{0}” needs two options at least, two ways to answer it.")
        raise CaseError(said.format(issue.title or issue.code))
