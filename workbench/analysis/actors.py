"""The actors' game of a case: influences and positions on a day as MACTOR takes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from workbench.analysis.distance import SALIENCE_NOT_GIVEN
from workbench.analysis.judgements import is_standing
from workbench.analysis.mactor import Mactor, mactor
from workbench.analysis.standing import Standing
from workbench.columns import NONE, UNSTATED, FloatColumn
from workbench.domain.party import Influence
from workbench.domain.vocabulary import IssueKind

_STEP = 25.0


@dataclass(frozen=True, slots=True, eq=False)
class ActorsGame:
    """The actors' game on a day.

    Attributes
    ----------
    actors : tuple of int
        Numbers of the parties.
    objectives : tuple of (int, int)
        Issue, and option within it (numbers); facts are left out.
    figures : Mactor
        Every figure, in the order of `actors` and `objectives`.
    unstated : int
        On how many of actors times objectives nothing is stated. The method counts them as neutral.
    """

    actors: tuple[int, ...]
    objectives: tuple[tuple[int, int], ...]
    figures: Mactor
    unstated: int


def actors_game(standing: Standing, parties: Sequence[int] = (), issues: Sequence[int] = ()) -> ActorsGame:
    """Return the actors' game of some parties over some issues (numbers); none given means all."""
    snapshot = standing.snapshot
    actors = tuple(sorted(set(parties)) or range(len(snapshot.parties)))
    every = sorted(set(issues)) or range(len(snapshot.issues))
    counted = [issue for issue in every if snapshot.issues[issue].kind is not IssueKind.FACT]
    columns = [_valued(standing, issue)[list(actors)] for issue in counted]
    stated = [(standing.stances(issue) != UNSTATED)[list(actors)] for issue in counted]
    valued = np.concatenate([np.zeros((len(actors), 0)), *columns], axis=1)
    objectives = tuple(
        (issue, option) for issue in counted for option in range(int(snapshot.option_count[issue]))
    )
    unstated = valued.size - sum(int(own.sum()) for own in stated)
    return ActorsGame(actors, objectives, mactor(_influences(standing, actors), valued), unstated)


def _valued(standing: Standing, issue: int) -> FloatColumn:
    """Return the sign of each stance times 1 to 4 by salience, shape (parties, options)."""
    stances = standing.stances(issue)
    signs = np.where(stances == UNSTATED, 0, np.sign(stances)).astype(np.float64)
    return np.asarray(signs * _weights(standing, issue)[:, None])


def _weights(standing: Standing, issue: int) -> FloatColumn:
    rows = standing.rows[:, issue]
    weights = np.full(len(rows), SALIENCE_NOT_GIVEN)
    held = rows != NONE
    weights[held] = standing.snapshot.table.salience[rows[held]]
    weights[np.isnan(weights)] = SALIENCE_NOT_GIVEN
    return np.asarray(np.clip(np.ceil(weights / _STEP), 1.0, 4.0))


def _influences(standing: Standing, actors: tuple[int, ...]) -> FloatColumn:
    """Return the influences that stand on the day; of two for the same pair, the later one."""
    snapshot = standing.snapshot
    place = {snapshot.parties[party].code: number for number, party in enumerate(actors)}
    mid = np.zeros((len(actors), len(actors)))
    for own in sorted(snapshot.case.influences, key=_since):
        inside = own.actor in place and own.on in place and own.actor != own.on
        if inside and is_standing(own.since, own.until, standing.day):
            mid[place[own.actor], place[own.on]] = own.strength
    return mid


def standing_influence(standing: Standing, actor: str, on: str) -> Influence | None:
    """Return the influence of one party on another (codes) that stands on the day, the later one of two."""
    found = [
        own
        for own in sorted(standing.snapshot.case.influences, key=_since)
        if (own.actor, own.on) == (actor, on) and is_standing(own.since, own.until, standing.day)
    ]
    return found[-1] if found else None


def _since(influence: Influence) -> int:
    return influence.since.effective.toordinal() if influence.since else 0
