"""The actors' game as published by Bourse and Godet (MACTOR, in the convention of LIPSOR).

Two matrices go in: direct influences (MID, 0 to 4, diagonal 0) and valued positions of actors on
objectives (2MAO, -4 to 4). Names of figures are those of the method.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from workbench.columns import FloatColumn


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
    signs = np.sign(valued)
    weighed = influence.balance[:, None] * valued
    first, second, third = (_alliances(mao, signs) for mao in (signs, valued, weighed))
    return Mactor(influence, (first, second, third))


def influence_of(mid: FloatColumn) -> Influence:
    """Return who can act on whom, from direct influences."""
    through = np.minimum(mid[:, :, None], mid[None, :, :])  # i on k, k on j
    midi = mid + through.sum(axis=1)
    mmidi = np.maximum(mid, through.max(axis=1, initial=0.0))
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


def _alliances(mao: FloatColumn, signs: FloatColumn) -> Alliances:
    strength = np.abs(mao)
    pro, con = np.where(signs > 0, strength, 0.0), np.where(signs < 0, strength, 0.0)
    is_pro, is_con = (signs > 0).astype(np.float64), (signs < 0).astype(np.float64)
    convergence = _means(pro, is_pro) + _means(con, is_con)
    # Of one for and one against, each strength counts by half, whoever of the two is for.
    divergence = _means(pro, is_con) + _means(con, is_pro)
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


def _means(strength: FloatColumn, beside: FloatColumn) -> FloatColumn:
    """Return, for each pair, half the strength of either over the objectives on which both count."""
    half = strength @ beside.T / 2.0
    return np.asarray(half + half.T)


def _ambivalence(convergence: FloatColumn, divergence: FloatColumn) -> FloatColumn:
    links = (convergence + divergence).sum(axis=1)
    net = np.abs(convergence - divergence).sum(axis=1)
    share = np.full(len(links), np.nan)
    np.divide(net, links, out=share, where=links > 0)
    return np.asarray(1.0 - share)
