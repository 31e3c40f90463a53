"""Judgements beside the computed level: whose they are, and which of them want a second look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from workbench.analysis.judgements import is_standing, standing_judgements
from workbench.domain.judgement import Judgement
from workbench.domain.saying import counted, marked, said, translate
from workbench.readmodels.inspector_types import Fact, Link
from workbench.readmodels.wording import commas, listing, since_in_words
from workbench.snapshot import Snapshot

OTHERS = marked("Judgement", "Judged for other parties on this issue")
"""Heading of those for others, in English."""


@dataclass(frozen=True, slots=True)
class JudgementToReview:
    """A judgement under which positions have changed since; `moved` are the parties (numbers) that did."""

    judgement: Judgement
    moved: tuple[int, ...]


def judgements_to_review(snapshot: Snapshot, day: date) -> tuple[JudgementToReview, ...]:
    """Return the judgements that stand on a day though positions under them began or ended since.

    A judgement without a date cannot be older than anything and is left out.
    """
    standing = (own for own in snapshot.case.judgements if is_standing(own.since, own.until, day))
    found = (JudgementToReview(own, _moved(snapshot, own, day)) for own in standing)
    return tuple(own for own in found if own.moved)


def _moved(snapshot: Snapshot, judgement: Judgement, day: date) -> tuple[int, ...]:
    """Return which of its parties began or ended a position on its issue after it was made, up to a day."""
    if judgement.since is None:
        return ()
    issue, table = snapshot.issue_index(judgement.issue), snapshot.table
    first, last = judgement.since.effective.toordinal(), day.toordinal()
    parties = [snapshot.party_index(code) for code in judgement.parties]
    own = np.flatnonzero((table.issue == issue) & np.isin(table.party, parties))
    begun, ended = snapshot.effective[own], snapshot.ends[own]
    later = ((begun > first) & (begun <= last)) | ((ended > first) & (ended <= last))
    return tuple(sorted(set(table.party[own[later]].tolist())))


def judged_remarks(snapshot: Snapshot, day: date, party: int, issue: int) -> tuple[str, ...]:
    """Return what people have judged of a party on an issue (numbers): *judged conflicting with Baku*."""
    code = snapshot.parties[party].code
    named = (own for own in standing_judgements(snapshot, day, issue) if code in own.parties)
    return tuple(_judged(snapshot, own, code) for own in named)


def _judged(snapshot: Snapshot, judgement: Judgement, but: str) -> str:
    others = [snapshot.parties[snapshot.party_index(own)].label for own in judgement.parties if own != but]
    level = said(judgement.level)
    if not others:
        return translate("Judgement", "judged {level}").format(level=level)
    text = translate("Judgement", "judged {level} with {parties}")
    return text.format(level=level, parties=listing(others))


def judgement_facts(
    snapshot: Snapshot, day: date, issue: int, parties: Iterable[int]
) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    """Return the judgements on an issue (number) for exactly some parties, and those for others."""
    asked = {snapshot.parties[party].code for party in parties}
    standing = standing_judgements(snapshot, day, issue)
    review = {own.judgement.code: own for own in judgements_to_review(snapshot, day)}
    own = (judgement for judgement in standing if set(judgement.parties) == asked)
    others = (judgement for judgement in standing if set(judgement.parties) != asked)
    return tuple(_facts(snapshot, own, review)), tuple(_facts(snapshot, others, review))


def _facts(
    snapshot: Snapshot, judgements: Iterable[Judgement], review: dict[str, JudgementToReview]
) -> Iterator[Fact]:
    for judgement in judgements:
        text = judgement.reason
        if judgement.code in review:
            moved = translate("Judgement", "{reason} To review: {moved}.")
            text = moved.format(reason=text, moved=moved_words(snapshot, review[judgement.code])).strip()
        yield Fact(_heading(snapshot, judgement), text, Link("", "judgements", (judgement.code,)))


def _heading(snapshot: Snapshot, judgement: Judgement) -> str:
    labels = listing(snapshot.parties[snapshot.party_index(code)].label for code in judgement.parties)
    text = translate("Judgement", "{parties}: judged {level}")
    facts = [text.format(parties=labels, level=judgement.level.marked_name)]
    if judgement.since:
        since = translate("Judgement", "since {date}")
        facts.append(since.format(date=since_in_words(judgement.since)))
    return commas([*facts, *([judgement.author] if judgement.author else [])])


def moved_words(snapshot: Snapshot, own: JudgementToReview) -> str:
    """Return whose positions have changed since a judgement, as *Baku has moved since*."""
    labels = [snapshot.parties[party].label for party in own.moved]
    text = counted("Judgement", "{parties} have moved since", "{parties} has moved since", len(labels))
    return text.format(parties=listing(labels))
