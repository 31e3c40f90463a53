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
from workbench.domain.vocabulary import Scale
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
        where, named = f"issue “{issue.code}”", (("issues", (issue.code,)),)
        if counts[issue.code] < OPTIONS_AT_LEAST:
            yield where, f"The {where} has fewer than two options.", "Enter the answers it could have.", named
        if issue.scale is Scale.ORDERED and placeless[issue.code]:
            what = f"The {where} is ordered, and {placeless[issue.code]} of its options have no location."
            to_do = "Give each option a location from 0 to 1; without it there is no distance."
            yield where, what, to_do, named


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
    yield from _listed(
        silent, "without a stance on any option", "State what the party says of the options, or remove it."
    )
    yield from _listed(unsourced, "without a source", "Say how we know, or ask.")
    yield from _listed(
        single, "resting on one source", "Look for a second source before relying on it.", single
    )


def _listed(refs: Collection[str], what: str, to_do: str, by: Mapping[str, str] = _NONE) -> Iterator[Advice]:
    """Say how many positions there are of a kind, and name the first; some with what they rest on."""
    if not refs:
        return
    noun = "position" if len(refs) == 1 else "positions"
    more = f" and {len(refs) - _NAMED} more" if len(refs) > _NAMED else ""
    first = list(islice(refs, _NAMED))
    named = ", ".join(f"{ref} ({by[ref]})" if ref in by else ref for ref in first)
    records = tuple(("positions", (ref,)) for ref in first)
    yield "positions", f"{len(refs)} {noun} {what}: {named}{more}.", to_do, records


def _options(columns: CaseColumns) -> Iterator[Advice]:
    """Find options on which nobody has ever taken a stance, and that no source tells of."""
    used = set(np.unique(columns.positions.stance_option).tolist())
    for number, option in enumerate(columns.case.options):
        if number not in used and not option.sources:
            where = f"option “{option.code}” of “{option.issue}”"
            what = f"No party has a stance on the {where}."
            named = (("options", (option.issue, option.code)),)
            yield where, what, "Ask the parties about it, or remove it.", named


def _sources(columns: CaseColumns) -> Iterator[Advice]:
    case = columns.case
    named = {source.code for own in columns.positions.sources.values() for source in own}
    for records in (case.options, case.linkages, case.events, case.influences):
        named.update(source.code for record in records for source in record.sources)
    for source in case.sources:
        if source.code not in named:
            where = f"source “{source.code}”"
            yield (
                where,
                f"Nothing rests on the {where}.",
                "Name it where it tells something, or leave it for later.",
                (("sources", (source.code,)),),
            )
