"""What a case lacks, as advice: sources, stances, options, locations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from itertools import islice
from types import MappingProxyType
from typing import TypeAlias

import numpy as np

from workbench.columns import CaseColumns
from workbench.domain.case import RecordKey
from workbench.domain.saying import counted, translate
from workbench.domain.vocabulary import Scale
from workbench.operations.names import described
from workbench.operations.rules import OPTIONS_AT_LEAST

Named: TypeAlias = tuple[tuple[str, RecordKey], ...]
"""Records by table and key."""
Advice: TypeAlias = tuple[str, str, str, Named]
"""Where, what, what to do, and the records to look at."""

_NAMED = 20
_NONE: Mapping[str, str] = MappingProxyType({})


def advice(columns: CaseColumns) -> list[Advice]:
    """Return what the case lacks; most urgent first."""
    found: list[Advice] = []
    for part in (_issues, _positions, _options, _sources):
        found.extend(part(columns))
    return found


def _issues(columns: CaseColumns) -> Iterator[Advice]:
    counts = Counter(option.issue for option in columns.case.options)
    placeless = Counter(option.issue for option in columns.case.options if option.location is None)
    for issue in columns.case.issues:
        where, named = described("issues", (issue.code,)), (("issues", (issue.code,)),)
        if counts[issue.code] < OPTIONS_AT_LEAST:
            what = translate("Check", "The {0} has fewer than two options.").format(where)
            yield where, what, translate("Check", "Enter the answers it could have."), named
        if issue.scale is Scale.ORDERED and placeless[issue.code]:
            what = _without_location(where, placeless[issue.code])
            to_do = translate(
                "Check", "Give each option a location from 0 to 1; without it there is no distance."
            )
            yield where, what, to_do, named


def _without_location(where: str, count: int) -> str:
    said = counted(
        "Check",
        "The {0} is ordered, and %n of its options have no location.",
        "The {0} is ordered, and %n of its options has no location.",
        count,
    )
    return said.format(where)


def _positions(columns: CaseColumns) -> Iterator[Advice]:
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
            "%n positions without a stance on any option: {0}.",
            "%n position without a stance on any option: {0}.",
            len(silent),
        )
        to_do = translate("Check", "State what the party says of the options, or remove it.")
        yield _listed(silent, what, to_do)
    if unsourced:
        what = counted(
            "Check",
            "%n positions without a source: {0}.",
            "%n position without a source: {0}.",
            len(unsourced),
        )
        yield _listed(unsourced, what, translate("Check", "Say how we know, or ask."))
    if single:
        what = counted(
            "Check",
            "%n positions resting on one source: {0}.",
            "%n position resting on one source: {0}.",
            len(single),
        )
        to_do = translate("Check", "Look for a second source before relying on it.")
        yield _listed(single, what, to_do, single)


def _listed(refs: Collection[str], what: str, to_do: str, by: Mapping[str, str] = _NONE) -> Advice:
    """Name the first of some positions in what is said of them all; some with what they rest on."""
    first = list(islice(refs, _NAMED))
    named = ", ".join(f"{ref} ({by[ref]})" if ref in by else ref for ref in first)
    if len(refs) > _NAMED:
        left = len(refs) - _NAMED
        named = counted("Check", "{0} and %n more", "{0} and %n more", left).format(named)
    records = tuple(("positions", (ref,)) for ref in first)
    return translate("Check", "positions"), what.format(named), to_do, records


def _options(columns: CaseColumns) -> Iterator[Advice]:
    """Find options on which nobody has ever taken a stance, and that no source tells of."""
    used = set(np.unique(columns.positions.stance_option).tolist())
    for number, option in enumerate(columns.case.options):
        if number not in used and not option.sources:
            where = described("options", (option.issue, option.code))
            what = translate("Check", "No party has a stance on the {0}.").format(where)
            named = (("options", (option.issue, option.code)),)
            yield where, what, translate("Check", "Ask the parties about it, or remove it."), named


def _sources(columns: CaseColumns) -> Iterator[Advice]:
    case = columns.case
    named = {source.code for own in columns.positions.sources.values() for source in own}
    for records in (case.options, case.linkages, case.events, case.influences):
        named.update(source.code for record in records for source in record.sources)
    for source in case.sources:
        if source.code not in named:
            where = described("sources", (source.code,))
            what = translate("Check", "Nothing rests on the {0}.").format(where)
            to_do = translate("Check", "Name it where it tells something, or leave it for later.")
            yield where, what, to_do, (("sources", (source.code,)),)
