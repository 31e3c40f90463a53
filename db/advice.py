"""What a case lacks, as advice: sources, stances, options, locations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from itertools import islice
from types import MappingProxyType
from typing import TypeAlias

import numpy as np

from workbench.columns import CaseColumns, position_record
from workbench.domain.case import Record, RecordKey, key_of, table_of
from workbench.domain.names import introduced, named, names_of, own_name
from workbench.domain.saying import counted, figure, translate
from workbench.domain.vocabulary import Scale
from workbench.operations.rules import OPTIONS_AT_LEAST

Named: TypeAlias = tuple[tuple[str, RecordKey], ...]
"""Records by table and key."""
Advice: TypeAlias = tuple[str, str, str, Named, tuple[str, ...]]
"""Where, what, what to do, the records to look at, and what each of them is called."""

_NAMED = 20
_NONE: Mapping[str, str] = MappingProxyType({})


class _Caller:
    """What records are called: by their names, and where that is wanted by their codes as well."""

    def __init__(self, columns: CaseColumns, *, with_codes: bool) -> None:
        self.with_codes = with_codes
        self._names = names_of(columns.case)
        self._rows = {ref: row for row, ref in enumerate(columns.positions.ref)}
        self._columns = columns

    def __call__(self, record: Record) -> str:
        """Return a record in words: *issue “Reopening the road” (blockade)*."""
        text = introduced(record, self._names)
        return f"{text} ({' '.join(key_of(record))})" if self.with_codes else text

    def position(self, ref: str) -> str:
        """Return who holds a position on what since when."""
        return named(position_record(self._columns, self._rows[ref]), self._names)


def advice(columns: CaseColumns, *, with_codes: bool = True) -> list[Advice]:
    """Return what the case lacks; most urgent first.

    `with_codes` tells whether records are called by their codes as well, and all of them within the sentence.
    """
    found: list[Advice] = []
    call = _Caller(columns, with_codes=with_codes)
    for part in (_issues, _positions, _options, _sources):
        found.extend(part(columns, call))
    return found


def _of_one(call: _Caller, record: Record, what: str, to_do: str) -> Advice:
    where = call(record)
    return where, what.format(where), to_do, ((table_of(record), key_of(record)),), (own_name(record),)


def _issues(columns: CaseColumns, call: _Caller) -> Iterator[Advice]:
    counts = Counter(option.issue for option in columns.case.options)
    placeless = Counter(option.issue for option in columns.case.options if option.location is None)
    for issue in columns.case.issues:
        if counts[issue.code] < OPTIONS_AT_LEAST:
            what = translate("Check", "The {0} has fewer than two options.")
            yield _of_one(call, issue, what, translate("Check", "Enter the answers it could have."))
        if issue.scale is Scale.ORDERED and placeless[issue.code]:
            what = counted(
                "Check",
                "The {0} is ordered, and %n of its options have no location.",
                "The {0} is ordered, and %n of its options has no location.",
                placeless[issue.code],
            )
            to_do = translate(
                "Check", "Give each option a location from 0 to 1; without it there is no distance."
            )
            yield _of_one(call, issue, what, to_do)


def _positions(columns: CaseColumns, call: _Caller) -> Iterator[Advice]:
    table = columns.positions
    stated = np.bincount(table.stance_row, minlength=len(table))
    silent = [table.ref[row] for row in np.flatnonzero(stated == 0).tolist()]
    unsourced = [ref for row, ref in enumerate(table.ref) if row not in table.sources]
    single = {
        table.ref[row]: named[0].code
        for row, named in table.sources.items()
        if len({source.code for source in named}) == 1
    }
    if silent:
        what = counted(
            "Check",
            "%n positions without a stance on any option.",
            "%n position without a stance on any option.",
            len(silent),
        )
        to_do = translate("Check", "State what the party says of the options, or remove it.")
        yield _listed(call, silent, what, to_do)
    if unsourced:
        what = counted(
            "Check",
            "%n positions without a source.",
            "%n position without a source.",
            len(unsourced),
        )
        yield _listed(call, unsourced, what, translate("Check", "Say how we know, or ask."))
    if single:
        what = counted(
            "Check",
            "%n positions resting on one source.",
            "%n position resting on one source.",
            len(single),
        )
        to_do = translate("Check", "Look for a second source before relying on it.")
        yield _listed(call, single, what, to_do, single)


def _listed(
    call: _Caller, refs: Collection[str], what: str, to_do: str, by: Mapping[str, str] = _NONE
) -> Advice:
    """Name the first of some positions; with their codes also in what is said of them all."""
    first = list(islice(refs, _NAMED))
    names = tuple(call.position(ref) for ref in first)
    records = tuple(("positions", (ref,)) for ref in first)
    left = len(refs) - len(first)
    if call.with_codes:
        codes = (f"{ref}, {by[ref]}" if ref in by else ref for ref in first)
        named = "; ".join(f"{name} ({code})" for name, code in zip(names, codes, strict=True))
        if left:
            named = counted("Check", "{0} and %n more", "{0} and %n more", left).format(named)
        what = translate("Check", "{0} Namely: {1}.").format(what, named)
    elif left:
        what = translate("Check", "{0} The first {1} of them are named here.").format(what, figure(_NAMED))
    return translate("Check", "positions"), what, to_do, records, names


def _options(columns: CaseColumns, call: _Caller) -> Iterator[Advice]:
    """Find options on which nobody has ever taken a stance, and that no source tells of."""
    used = set(np.unique(columns.positions.stance_option).tolist())
    for number, option in enumerate(columns.case.options):
        if number not in used and not option.sources:
            what = translate("Check", "No party has a stance on the {0}.")
            to_do = translate("Check", "Ask the parties about it, or remove it.")
            yield _of_one(call, option, what, to_do)


def _sources(columns: CaseColumns, call: _Caller) -> Iterator[Advice]:
    case = columns.case
    named = {source.code for own in columns.positions.sources.values() for source in own}
    for records in (case.options, case.linkages, case.events, case.influences):
        named.update(source.code for record in records for source in record.sources)
    for source in case.sources:
        if source.code not in named:
            what = translate("Check", "Nothing rests on the {0}.")
            to_do = translate("Check", "Name it where it tells something, or leave it for later.")
            yield _of_one(call, source, what, to_do)
