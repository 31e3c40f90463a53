"""Judgements that stand on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from workbench.domain.dates import PartialDate
from workbench.domain.judgement import Judgement
from workbench.snapshot import Snapshot


def is_standing(since: PartialDate | None, until: PartialDate | None, day: date) -> bool:
    """Tell whether what runs from `since` until `until` stands on `day`; no date is no bound."""
    begun = since is None or since.effective <= day
    return begun and (until is None or until.effective > day)


def standing_judgements(snapshot: Snapshot, day: date, issue: int) -> tuple[Judgement, ...]:
    """Return the judgements on an issue (number) that stand on `day`, in the order of the case."""
    code = snapshot.issues[issue].code
    return tuple(
        judgement
        for judgement in snapshot.case.judgements
        if judgement.issue == code and is_standing(judgement.since, judgement.until, day)
    )


def judgement_on(snapshot: Snapshot, day: date, issue: int, parties: Iterable[int]) -> Judgement | None:
    """Return the judgement for exactly these parties: the one from the latest day, recorded last."""
    asked = {snapshot.parties[party].code for party in parties}
    own = [own for own in standing_judgements(snapshot, day, issue) if set(own.parties) == asked]
    return max(reversed(own), key=_since, default=None)


def _since(judgement: Judgement) -> date:
    return judgement.since.effective if judgement.since else date.min
