"""Judgements that stand on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from weakref import WeakKeyDictionary

from workbench.domain.dates import PartialDate
from workbench.domain.judgement import Judgement
from workbench.snapshot import Snapshot

_BY_ISSUE: WeakKeyDictionary[Snapshot, dict[str, list[Judgement]]] = WeakKeyDictionary()


def is_standing(since: PartialDate | None, until: PartialDate | None, day: date) -> bool:
    """Tell whether what runs from `since` until `until` stands on `day`; no date is no bound."""
    begun = since is None or since.effective <= day
    return begun and (until is None or until.effective > day)


def standing_judgements(snapshot: Snapshot, day: date, issue: int) -> tuple[Judgement, ...]:
    """Return the judgements on an issue (number) that stand on `day`, in the order of the case."""
    own = _by_issue(snapshot).get(snapshot.issues[issue].code, ())
    return tuple(judgement for judgement in own if is_standing(judgement.since, judgement.until, day))


def _by_issue(snapshot: Snapshot) -> dict[str, list[Judgement]]:
    """Return the judgements of a case by the code of the issue: every cell of a matrix asks for them."""
    found = _BY_ISSUE.get(snapshot)
    if found is None:
        found = _BY_ISSUE[snapshot] = {}
        for judgement in snapshot.case.judgements:
            found.setdefault(judgement.issue, []).append(judgement)
    return found


def judgement_on(snapshot: Snapshot, day: date, issue: int, parties: Iterable[int]) -> Judgement | None:
    """Return the judgement for exactly these parties: the one from the latest day, recorded last."""
    standing = standing_judgements(snapshot, day, issue)
    asked = {snapshot.parties[party].code for party in parties} if standing else set()
    own = [own for own in standing if set(own.parties) == asked]
    return max(reversed(own), key=_since, default=None)


def _since(judgement: Judgement) -> date:
    return judgement.since.effective if judgement.since else date.min
