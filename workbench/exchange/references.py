"""Whether what a record names exists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from workbench.domain.codes import SourceReference
from workbench.domain.dates import PartialDate, not_before
from workbench.domain.saying import translate
from workbench.domain.vocabulary import Stance
from workbench.exchange.columns import ISSUES, PARTIES
from workbench.exchange.known import KnownCodes
from workbench.exchange.rows import COLUMN_BY_STANCE, ends_before_it_begins
from workbench.exchange.spec import Column, TableSpec

Fault = tuple[str, str, str]
"""Column, what was found, what was expected."""

_SUBJECTS = {"party": PARTIES, "issue": ISSUES}
FREE = "free"


def faults(spec: TableSpec, values: Mapping[str, Any], known: KnownCodes) -> Iterator[Fault]:
    """Yield what a record of that table names and the case has not, and an end before its beginning.

    Parameters
    ----------
    spec : TableSpec
        The table.
    values : mapping of str to value
        Values by field of the record; fields whose cells were wrong are missing.
    known : KnownCodes
        The codes there are.
    """
    for column in spec.referring:
        if values.get(column.field):
            yield from _unknown(column, values, known)
    if values.get("stances") and "issue" in values:
        yield from _unknown_stances(values["stances"], values["issue"], known)
    since, until = values.get("since", values.get("date")), values.get("until")
    if isinstance(since, PartialDate) and ends_before_it_begins(since, until):
        yield "until", str(until), not_before(since)


def _unknown(column: Column, values: Mapping[str, Any], known: KnownCodes) -> Iterator[Fault]:
    value = values[column.field]
    if column.refers_to:
        for code in _codes(value):
            if not known.has(column.refers_to, code):
                yield column.name, code, known.in_words(column.refers_to)
    elif column.option_of:
        yield from _unknown_option(column.name, value, values.get(column.option_of), known)
    elif column.name == "choices":
        yield from _unknown_choices(column.name, value, known)
    elif column.name == "subject":
        yield from _unknown_subject(column.name, value, known)


def _codes(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,) if value else ()
    return tuple(each.code if isinstance(each, SourceReference) else each for each in value)


def _unknown_option(column: str, option: str, issue: str | None, known: KnownCodes) -> Iterator[Fault]:
    if issue is not None and not known.has_option(issue, option):
        yield column, option, known.options_in_words(issue)


def _unknown_stances(stances: Mapping[str, Stance], issue: str, known: KnownCodes) -> Iterator[Fault]:
    for option, stance in stances.items():
        yield from _unknown_option(COLUMN_BY_STANCE[stance], option, issue, known)


def _unknown_choices(column: str, choices: Mapping[str, str], known: KnownCodes) -> Iterator[Fault]:
    for issue, option in choices.items():
        if not known.has(ISSUES, issue):
            yield column, issue, known.in_words(ISSUES)
        elif not known.has_option(issue, option):
            yield column, f"{issue}={option}", known.options_in_words(issue)


def _unknown_subject(column: str, subject: str, known: KnownCodes) -> Iterator[Fault]:
    kind, _, code = subject.partition(":")
    if subject == FREE:
        return
    if kind not in _SUBJECTS or not code:
        yield column, subject, translate("Expected", "party:CODE, issue:CODE or free")
    elif not known.has(_SUBJECTS[kind], code):
        expected = translate("Expected", "{0}: and the code of {1}")
        yield column, subject, expected.format(kind, known.in_words(_SUBJECTS[kind]))
