"""The actors' game as published by Bourse and Godet (MACTOR, in the convention of LIPSOR).

Two matrices go in: direct influences (MID, 0 to 4, diagonal 0) and valued positions of actors on
objectives (2MAO, -4 to 4). Names of figures are those of the method.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from workbench.columns import FloatColumn

RealT = TypeVar("RealT", np.float32, np.float64)


@dataclass(frozen=True, slots=True, eq=False)
class Influence:
    """Who can act on whom, *n* actors.

    Attributes
    ----------
    mid, midi, mmidi : float64, shape (n, n)
        Direct influences; direct and indirect ones, with feedback on the diagonal; the strongest
        direct or indirect one.
    influence, dependence : float64, shape (n,)
        Sums of rows and columns of MIDI without its diagonal.
    strongest_influence, strongest_dependence : float64, shape (n,)
        The same of MMIDI.
    balance, balance_without_feedback, strongest_balance : float64, shape (n,)
        Balance of power, mean 1: R on MIDI, R without the feedback term, Q on MMIDI. All 0 where
        nobody acts on anybody.
    net : float64, shape (n, n)
        MIDI less its transpose.
    stability : float
        0 to 100: how clear-cut the relations are; 0 where nobody acts on anybody.
    """

    mid: FloatColumn
    midi: FloatColumn
    mmidi: FloatColumn
    influence: FloatColumn
    dependence: FloatColumn
    strongest_influence: FloatColumn
    strongest_dependence: FloatColumn
    balance: FloatColumn
    balance_without_feedback: FloatColumn
    strongest_balance: FloatColumn
    net: FloatColumn
    stability: float


@dataclass(frozen=True, slots=True, eq=False)
class Alliances:
    """Who agrees and disagrees with whom over objectives, by one of the three MAO.

    Attributes
    ----------
    mao : float64, shape (n, m)
        Positions: signs (1), valued (2), valued and weighed by balance of power (3).
    convergence, divergence : float64, shape (n, n)
        CAA and DAA, diagonal 0.
    degree_of_convergence : float
        0 to 100, NaN where nobody agrees or disagrees with anybody.
    ambivalence : float64, shape (n,)
        NaN where an actor has no link.
    for_objective, against_objective, mobilisation : float64, shape (m,)
        Sums over actors of positives, of negatives, of absolute values.
    for_actor, against_actor, implication : float64, shape (n,)
        The same over objectives.
    """

    mao: FloatColumn
    convergence: FloatColumn
    divergence: FloatColumn
    degree_of_convergence: float
    ambivalence: FloatColumn
    for_objective: FloatColumn
    against_objective: FloatColumn
    mobilisation: FloatColumn
    for_actor: FloatColumn
    against_actor: FloatColumn
    implication: FloatColumn


@dataclass(frozen=True, slots=True, eq=False)
class Mactor:
    """Every figure: who can act on whom, and the alliances by 1MAO, 2MAO and 3MAO."""

    influence: Influence
    alliances: tuple[Alliances, Alliances, Alliances]


def mactor(mid: FloatColumn, valued: FloatColumn) -> Mactor:
    """Return every figure of the game.

    Parameters
    ----------
    mid : float64, shape (n, n)
        Direct influences, 0 to 4, diagonal 0.
    valued : float64, shape (n, m)
        Valued positions (2MAO), -4 to 4.
    """
    influence = influence_of(mid)
    signs, power = np.sign(valued), influence.balance[:, None]
    alike, unlike = _strengths(valued, signs)
    # Signs are counted: in single precision that is exact as well, and takes half the time.
    counted = _strengths(signs.astype(np.float32), signs.astype(np.float32))
    first = _alliances(signs, *(own.astype(np.float64) for own in counted))
    second = _alliances(valued, alike, unlike)
    third = _alliances(power * valued, power * alike, power * unlike)
    return Mactor(influence, (first, second, third))


def influence_of(mid: FloatColumn) -> Influence:
    """Return who can act on whom, from direct influences."""
    midi, mmidi = mid.copy(), mid.copy()
    for number, own in enumerate(mid):  # one at a time: of all at once memory is the slowest
        through = np.minimum(own[:, None], mid)  # on k, and k on j
        midi[number] += through.sum(axis=0)
        mmidi[number] = np.maximum(own, through.max(axis=0, initial=0.0))
    np.fill_diagonal(mmidi, 0.0)
    feedback = np.diagonal(midi)
    influence, dependence = _without_feedback(midi)
    strongest = _without_feedback(mmidi)
    total = float(influence.sum())
    gap = float(np.abs(influence - dependence).sum())
    return Influence(
        mid=mid,
        midi=midi,
        mmidi=mmidi,
        influence=influence,
        dependence=dependence,
        strongest_influence=strongest[0],
        strongest_dependence=strongest[1],
        balance=_balance(influence, dependence, feedback),
        balance_without_feedback=_balance(influence, dependence, np.zeros_like(feedback)),
        strongest_balance=_balance(*strongest, np.zeros_like(feedback)),
        net=midi - midi.T,
        stability=100.0 * gap / (2.0 * total) if total else 0.0,
    )


def _without_feedback(matrix: FloatColumn) -> tuple[FloatColumn, FloatColumn]:
    """Return the sums of rows and of columns without the diagonal."""
    own = np.diagonal(matrix)
    return matrix.sum(axis=1) - own, matrix.sum(axis=0) - own


def _balance(influence: FloatColumn, dependence: FloatColumn, feedback: FloatColumn) -> FloatColumn:
    """Return the balance of power, scaled to a mean of 1."""
    both = influence + dependence
    total = influence.sum()
    raw = np.zeros_like(influence)
    np.divide((influence - feedback) * influence, total * both, out=raw, where=both > 0)
    whole = raw.sum()
    return np.asarray(len(raw) * raw / whole) if whole else raw


def _strengths(mao: NDArray[RealT], signs: NDArray[RealT]) -> tuple[NDArray[RealT], NDArray[RealT]]:
    """Return the strengths of each actor over the objectives on which another stands alike, and unlike."""
    strength, pro, con = np.abs(mao), signs > 0, signs < 0
    own = np.concatenate((strength * pro, strength * con), axis=1)
    alike, unlike = (np.concatenate(parts, axis=1) for parts in ((pro, con), (con, pro)))
    return own @ alike.astype(own.dtype).T, own @ unlike.astype(own.dtype).T


def _alliances(mao: FloatColumn, alike: FloatColumn, unlike: FloatColumn) -> Alliances:
    """Return the alliances from positions and `_strengths`: each strength of a pair counts by half."""
    strength = np.abs(mao)
    convergence, divergence = (alike + alike.T) / 2.0, (unlike + unlike.T) / 2.0
    np.fill_diagonal(convergence, 0.0)
    np.fill_diagonal(divergence, 0.0)
    agreed, opposed = float(convergence.sum()), float(divergence.sum())
    return Alliances(
        mao=mao,
        convergence=convergence,
        divergence=divergence,
        degree_of_convergence=100.0 * agreed / (agreed + opposed) if agreed + opposed else float("nan"),
        ambivalence=_ambivalence(convergence, divergence),
        for_objective=np.maximum(mao, 0.0).sum(axis=0),
        against_objective=np.minimum(mao, 0.0).sum(axis=0),
        mobilisation=strength.sum(axis=0),
        for_actor=np.maximum(mao, 0.0).sum(axis=1),
        against_actor=np.minimum(mao, 0.0).sum(axis=1),
        implication=strength.sum(axis=1),
    )


def _ambivalence(convergence: FloatColumn, divergence: FloatColumn) -> FloatColumn:
    links = (convergence + divergence).sum(axis=1)
    net = np.abs(convergence - divergence).sum(axis=1)
    share = np.full(len(links), np.nan)
    np.divide(net, links, out=share, where=links > 0)
    return np.asarray(1.0 - share)
