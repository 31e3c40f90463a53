"""What changed in a period: every position that differs, with what was said on both days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from workbench.analysis.changes import CellChange, ChangeKind, changes_between
from workbench.analysis.standing import Standing, standing_on
from workbench.columns import NONE, UNSTATED
from workbench.domain.saying import said, translate
from workbench.domain.vocabulary import Basis, Stance, Track
from workbench.readmodels.wording import clauses, no_position, no_stance, since_in_words, stance_clauses
from workbench.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Wording:
    """What a party said on one of the two days: stances in words, its statement, since when.

    All empty where it held no position.
    """

    stances: str = ""
    statement: str = ""
    since: str = ""
    ref: str = ""


@dataclass(frozen=True, slots=True)
class PeriodChange:
    """One position that differs between the two days.

    `party`, `issue` are codes, `label`, `title` their names, `kind` is what became of it.
    """

    party: str
    issue: str
    label: str
    title: str
    track: Track
    kind: ChangeKind
    before: Wording
    after: Wording

    @property
    def sentence(self) -> str:
        """The change as sentences, for a screen reader."""
        text = translate("Period", "{party} on {issue}: {change}, {track}. Before: {before}. After: {after}.")
        return text.format(
            party=self.label,
            issue=self.title,
            change=said(self.kind),
            track=said(self.track),
            before=_whole(self.before),
            after=_whole(self.after),
        )


@dataclass(frozen=True, slots=True)
class PeriodStep:
    """One change that was found, none for an issue without, and of how many issues they are all found."""

    change: PeriodChange | None
    done: int
    total: int

    @property
    def is_over(self) -> bool:
        """Whether all changes have been found."""
        return self.done == self.total


def period_in_steps(
    snapshot: Snapshot, first: date, last: date, basis: Basis, hidden: frozenset[str] = frozenset()
) -> Iterator[PeriodStep]:
    """Yield what differs between two days, by issue and party, of the parties in view.

    Of a very large case it takes seconds: whoever asks may do something else between two steps.

    Parameters
    ----------
    snapshot : Snapshot
        The case as the audience sees it.
    first, last : date
        The earlier and the later day.
    basis : Basis
        On which both days are read.
    hidden : frozenset of str
        Codes of the parties out of view.
    """
    shown = [number for number, own in enumerate(snapshot.parties) if own.code not in hidden]
    total = len(snapshot.issues) if shown else 0
    then, now = (standing_on(snapshot, day, basis) for day in (first, last))
    for issue in range(total):
        found = changes_between(then, now, shown, [issue])
        for own in sorted(found, key=lambda own: own.party):
            yield PeriodStep(_told(now, own), issue, total)
    yield PeriodStep(None, total, total)


def _told(now: Standing, own: CellChange) -> PeriodChange:
    snapshot = now.snapshot
    party, issue = snapshot.parties[own.party], snapshot.issues[own.issue]
    return PeriodChange(
        party.code,
        issue.code,
        party.label,
        issue.title,
        own.track,
        own.change.kind,
        _wording(snapshot, own.change.before, own.issue),
        _wording(snapshot, own.change.after, own.issue),
    )


def _wording(snapshot: Snapshot, row: int, issue: int) -> Wording:
    if row == NONE:
        return Wording()
    table = snapshot.table
    stances = clauses(_clauses(snapshot, row, issue))
    since = since_in_words(table.dates[table.since[row]])
    return Wording(stances or no_stance(), table.statement[row], since, table.ref[row])


def _clauses(snapshot: Snapshot, row: int, issue: int) -> Iterator[str]:
    options = snapshot.issue_options(issue)
    given = snapshot.stances[row, : len(options)].tolist()
    stances = [None if value == UNSTATED else Stance(value) for value in given]
    yield from stance_clauses(stances, [own.label for own in options], snapshot.issues[issue].kind)


def _whole(own: Wording) -> str:
    if not own.ref:
        return no_position()
    if own.statement:
        text = translate("Period", "{stances} (since {date}): {statement}")
    else:
        text = translate("Period", "{stances} (since {date})")
    return text.format(stances=own.stances, date=own.since, statement=own.statement)
