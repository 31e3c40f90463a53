"""What an audience may see of a case. Called by the snapshot and by nothing else.

The rules are those of "Audience" in the product definition: a record is in reach by its handling or
because it is known to the party; what hangs on a record out of reach is out of reach; a reference to
one is dropped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from workbench.columns import HANDLINGS, NONE, TRACKS, CaseColumns, IntColumn, PositionColumns
from workbench.domain.audience import Audience, AudienceKind
from workbench.domain.case import Case
from workbench.domain.codes import SourceReference
from workbench.domain.errors import UnknownCodeError
from workbench.domain.event import Event
from workbench.domain.handling import Handling
from workbench.domain.issue import Issue, Option
from workbench.domain.linkage import Linkage
from workbench.domain.party import Group, Influence
from workbench.domain.source import Source
from workbench.domain.vocabulary import Track

OPEN_ENTRIES = ("title", "as_of", "language")
"""What every audience may read of the case itself; the rest is the team's."""

TEAM_READING = ("salience", "time_pressure", "confidence", "interest", "limit_owner", "readings")
"""Columns of a position that are the team's reading of a party."""

Mask = NDArray[np.bool_]
T = TypeVar("T", bound=tuple[object, ...])
RecordT = TypeVar("RecordT", Group, Issue, Option, Source, Linkage, Event, Influence)


class _Coded(Protocol):
    """A record that has a code."""

    @property
    def code(self) -> str: ...


@dataclass(frozen=True, slots=True, eq=False)
class Redacted:
    """A case as an audience may see it.

    `source_not_shown` tells, for each position that is left, whether it names a source that the
    audience may not see.
    """

    columns: CaseColumns
    source_not_shown: Mask


def redact(columns: CaseColumns, audience: Audience) -> Redacted:
    """Return what `audience` may see of the case.

    Raises
    ------
    UnknownCodeError
        If the audience is a party that the case has not.
    """
    codes = tuple(party.code for party in columns.case.parties)
    if audience.kind is AudienceKind.PARTY and audience.party not in codes:
        raise UnknownCodeError("party", audience.party, codes)
    reach = _Reach(columns.case, audience)
    return _redact_positions(columns, reach)


class _Reach:
    """Which parties, issues, options and sources an audience reaches, and the records left."""

    def __init__(self, case: Case, audience: Audience) -> None:
        self.audience = audience
        self.parties = {party.code for party in case.parties if audience.reaches(party.handling)}
        self.hidden_parties = {party.code for party in case.parties} - self.parties
        self.issues = {issue.code: issue for issue in case.issues if audience.reaches(issue.handling)}
        self.options = {(option.issue, option.code) for option in case.options if self._has_option(option)}
        self.sources = {source.code for source in case.sources if audience.reaches(source.handling)}
        self.case = self._redact(case)

    def knows(self, handling: Handling, known_to: Iterable[str]) -> bool:
        """Whether a record is in reach by its handling or because the party knows it."""
        if self.audience.reaches(handling):
            return True
        return self.audience.kind is AudienceKind.PARTY and self.audience.party in known_to

    def references(self, sources: Sequence[SourceReference]) -> tuple[SourceReference, ...]:
        """Return the references to sources in reach."""
        return tuple(reference for reference in sources if reference.code in self.sources)

    def known_to(self, parties: Sequence[str]) -> tuple[str, ...]:
        """Return to whom something was said, as far as the audience may know that."""
        if not self.audience.sees_team_reading:
            return ()
        return self.present(parties)

    def present(self, parties: Sequence[str]) -> tuple[str, ...]:
        """Return the parties in reach among `parties`."""
        return tuple(code for code in parties if code in self.parties)

    def _has_option(self, option: Option) -> bool:
        issue = self.issues.get(option.issue)
        return issue is not None and self.knows(option.handling or issue.handling, option.known_to)

    def _redact(self, case: Case) -> Case:
        audience = self.audience
        return Case(
            entries=tuple(
                entry for entry in case.entries if audience.sees_team_reading or entry.key in OPEN_ENTRIES
            ),
            parties=tuple(party for party in case.parties if party.code in self.parties),
            groups=tuple(group for group in map(self._group, case.groups) if group.members),
            issues=tuple(self._issue(issue) for issue in self.issues.values()),
            options=case.options if audience.sees_everything else self._options(case),
            sources=tuple(self._source(source) for source in case.sources if source.code in self.sources),
            linkages=tuple(
                _with(linkage, sources=self.references(linkage.sources))
                for linkage in case.linkages
                if self._has_linkage(linkage)
            ),
            events=tuple(
                _with(
                    event,
                    parties=self.present(event.parties),
                    issues=tuple(code for code in event.issues if code in self.issues),
                    sources=self.references(event.sources),
                )
                for event in case.events
                if audience.reaches(event.handling)
            ),
            terms=tuple(
                term
                for term in case.terms
                if self._has_subject(term.subject_kind, term.subject_code)
                and (not term.party or term.party in self.parties)
            ),
            packages=tuple(
                package
                for package in case.packages
                if audience.reaches(package.handling)
                and package.proposed_by not in self.hidden_parties
                and all(choice in self.options for choice in package.choices.items())
            ),
            influences=tuple(
                _with(influence, sources=self.references(influence.sources))
                for influence in case.influences
                if audience.sees_team_reading and {influence.actor, influence.on} <= self.parties
            ),
            judgements=tuple(
                judgement
                for judgement in case.judgements
                if audience.reaches(judgement.handling)
                and judgement.issue in self.issues
                and self.parties.issuperset(judgement.parties)
            ),
        )

    def _group(self, group: Group) -> Group:
        return _with(group, members=tuple(own for own in group.members if own.party in self.parties))

    def _issue(self, issue: Issue) -> Issue:
        return _with(issue, needed=self.present(issue.needed))

    def _options(self, case: Case) -> tuple[Option, ...]:
        return tuple(
            self._option(option) for option in case.options if (option.issue, option.code) in self.options
        )

    def _option(self, option: Option) -> Option:
        return _with(option, known_to=self.known_to(option.known_to), sources=self.references(option.sources))

    def _source(self, source: Source) -> Source:
        shown = source if self.audience.sees_identity else _with(source, identity="")
        if self.audience.sees_everything or source.terms.prints_attribution:
            return shown
        return _with(shown, attribution="", citation="", url="")

    def _has_linkage(self, linkage: Linkage) -> bool:
        ends = {(linkage.if_issue, linkage.if_option), (linkage.then_issue, linkage.then_option)}
        named = not linkage.party or linkage.party in self.parties
        return self.audience.reaches(linkage.handling) and named and ends <= self.options

    def _has_subject(self, kind: str, code: str) -> bool:
        if kind == "party":
            return code in self.parties
        return kind != "issue" or code in self.issues


def _redact_positions(columns: CaseColumns, reach: _Reach) -> Redacted:
    table = columns.positions
    if reach.audience.sees_everything:
        return Redacted(CaseColumns(reach.case, table), np.zeros(len(table), np.bool_))
    return _reduced(columns, reach)


def _reduced(columns: CaseColumns, reach: _Reach) -> Redacted:
    """Return the positions in reach, with what of them is."""
    table = columns.positions
    sources, known_to = _Held(table.sources), _Held(table.known_to)
    party_number = _numbers(columns.case.parties, reach.case.parties)
    issue_number = _numbers(columns.case.issues, reach.case.issues)
    option_number = _option_numbers(columns.case.options, reach.case.options)
    stance_is_left = option_number[table.stance_option] != NONE
    keep = (
        _known(table, reach)
        & (party_number[table.party] != NONE)
        & (issue_number[table.issue] != NONE)
        & _may_be_repeated(columns, reach, sources)
        & _still_says_something(table, stance_is_left)
    )
    rows = np.flatnonzero(keep).astype(np.int32)
    stances = np.flatnonzero(stance_is_left & keep[table.stance_row])
    new_row = np.full(len(table), NONE, np.int32)
    new_row[rows] = np.arange(len(rows), dtype=np.int32)
    left = _with_own_dates(_take(table, rows, reach))
    left = replace(
        left,
        party=party_number[left.party],
        issue=issue_number[left.issue],
        stance_row=new_row[table.stance_row[stances]],
        stance_option=option_number[table.stance_option[stances]],
        stance_value=table.stance_value[stances],
        known_to=known_to.renumbered(new_row, reach.known_to),
        sources=sources.renumbered(new_row, reach.references),
    )
    return Redacted(CaseColumns(reach.case, left), _not_shown(sources, reach, len(table))[rows])


class _Held(Generic[T]):
    """What some positions have, such as their sources: many have the same, which is looked at once."""

    def __init__(self, by_row: Mapping[int, T]) -> None:
        self._by_row = by_row
        self._rows = np.fromiter(by_row, np.int64, len(by_row))
        every = dict(zip(map(id, by_row.values()), by_row.values(), strict=True))
        number = dict(zip(every, range(len(every)), strict=True))
        own = map(number.__getitem__, map(id, by_row.values()))
        self._values, self._number = list(every.values()), np.fromiter(own, np.int64, len(by_row))

    def mark(self, marks: Mask, holds: Callable[[T], bool], *, mark: bool) -> Mask:
        """Mark the positions of whose value something holds."""
        holding = np.array([holds(value) for value in self._values], np.bool_)
        marks[self._rows[holding[self._number]]] = mark
        return marks

    def renumbered(self, new_row: IntColumn, shown: Callable[[T], T]) -> Mapping[int, T]:
        """Return the values of the rows that are left, under their new numbers, as far as shown."""
        values = [shown(value) for value in self._values]
        rows = new_row[self._rows]
        if np.array_equal(rows, self._rows) and values == self._values:
            return self._by_row
        left = np.array([bool(value) for value in values], np.bool_)[self._number] & (rows != NONE)
        own = map(values.__getitem__, self._number[left].tolist())
        return dict(zip(rows[left].tolist(), own, strict=True))


def _not_shown(held: _Held[tuple[SourceReference, ...]], reach: _Reach, count: int) -> Mask:
    """Tell which positions name a source out of reach."""

    def is_missing(sources: tuple[SourceReference, ...]) -> bool:
        return any(reference.code not in reach.sources for reference in sources)

    return held.mark(np.zeros(count, np.bool_), is_missing, mark=True)


def _numbers(every: Sequence[_Coded], left: Sequence[_Coded]) -> IntColumn:
    """Return, for each record, its number among those that are left, ``NONE`` where it is not."""
    number = {record.code: index for index, record in enumerate(left)}
    return np.array([number.get(record.code, NONE) for record in every], np.int32)


def _option_numbers(every: Sequence[Option], left: Sequence[Option]) -> IntColumn:
    number = {(option.issue, option.code): index for index, option in enumerate(left)}
    return np.array([number.get((option.issue, option.code), NONE) for option in every], np.int32)


def _known(table: PositionColumns, reach: _Reach) -> Mask:
    """Tell which positions are in reach by handling, or known to the party as declared ones."""
    reached = np.array([reach.audience.reaches(handling) for handling in HANDLINGS])
    known = reached[table.handling]
    if reach.audience.kind is AudienceKind.PARTY:
        for row, parties in table.known_to.items():
            if reach.audience.party in parties and TRACKS[table.track[row]] is Track.DECLARED:
                known[row] = True
    return known


def _may_be_repeated(columns: CaseColumns, reach: _Reach, held: _Held[tuple[SourceReference, ...]]) -> Mask:
    """Tell which positions do not rest on off-record and undetermined sources alone."""
    free = np.ones(len(columns.positions), np.bool_)
    if reach.audience.sees_everything:
        return free
    # Terms bind whether or not the audience may see the source, so every source of the case counts.
    barred = {source.code for source in columns.case.sources if not source.terms.may_be_repeated}

    def is_barred(sources: tuple[SourceReference, ...]) -> bool:
        return barred.issuperset(reference.code for reference in sources)

    return held.mark(free, is_barred, mark=False)


def _still_says_something(table: PositionColumns, stance_is_left: Mask) -> Mask:
    """Tell which positions keep a stance, or never stated one."""
    stated = np.bincount(table.stance_row, minlength=len(table))
    left = np.bincount(table.stance_row[stance_is_left], minlength=len(table))
    return np.asarray((left > 0) | (stated == 0))


def _take(table: PositionColumns, rows: IntColumn, reach: _Reach) -> PositionColumns:
    shown = reach.audience.sees_team_reading
    blank = [""] * len(rows)
    nothing = np.full(len(rows), NONE, np.int8)
    return replace(
        table,
        ref=_pick(table.ref, rows),
        party=table.party[rows],
        issue=table.issue[rows],
        track=table.track[rows],
        since=table.since[rows],
        until=table.until[rows],
        salience=table.salience[rows] if shown else np.full(len(rows), np.nan),
        time_pressure=table.time_pressure[rows] if shown else nothing,
        confidence=table.confidence[rows] if shown else nothing,
        agenda=table.agenda[rows],
        handling=table.handling[rows],
        limit_owner=_pick(table.limit_owner, rows) if shown else blank,
        statement=_pick(table.statement, rows),
        interest=_pick(table.interest, rows) if shown else blank,
        readings=_pick(table.readings, rows) if shown else blank,
    )


def _with_own_dates(table: PositionColumns) -> PositionColumns:
    """Return the positions with the dates that they name and no others, in an order of their own."""
    is_named = np.zeros(len(table.dates) + 1, np.bool_)  # the last answers to NONE
    is_named[table.since] = is_named[table.until] = True
    named = sorted(np.flatnonzero(is_named[:-1]).tolist(), key=lambda number: table.dates[number].text)
    new_number = np.full(len(is_named), NONE, np.int32)
    new_number[named] = np.arange(len(named), dtype=np.int32)
    return replace(
        table,
        since=new_number[table.since],
        until=new_number[table.until],
        dates=tuple(table.dates[number] for number in named),
    )


def _pick(texts: Sequence[str], rows: IntColumn) -> Sequence[str]:
    if len(rows) == len(texts):
        return texts
    return [texts[row] for row in rows]


def _with(record: RecordT, **values: Any) -> RecordT:
    """Return a record with other values, itself where it has them already: most have."""
    if all(getattr(record, name) == value for name, value in values.items()):
        return record
    return replace(record, **values)
