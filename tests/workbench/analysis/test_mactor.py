from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.analysis.mactor import Alliances, Mactor, mactor

HANDCASE = Path(__file__).parents[4] / "shared" / "reference" / "mactor" / "handcase.json"
needs_handcase = pytest.mark.skipif(not HANDCASE.exists(), reason="the published hand case is not at hand")


@cache
def handcase() -> dict[str, Any]:
    case: dict[str, Any] = json.loads(HANDCASE.read_text(encoding="utf-8"))
    return case


@cache
def figures() -> Mactor:
    case = handcase()
    return mactor(np.array(case["MID"], np.float64), np.array(case["2MAO"], np.float64))


def raw(mine: Mactor) -> np.ndarray[Any, Any]:
    own = mine.influence
    feedback = np.diagonal(own.midi)
    return (own.influence - feedback) / own.influence.sum() * own.influence / (own.influence + own.dependence)


def found() -> dict[str, Any]:
    """Every figure under its published name."""
    mine = figures()
    own = mine.influence
    named: dict[str, Any] = {
        "MID_row_sums": own.mid.sum(axis=1),
        "MID_col_sums": own.mid.sum(axis=0),
        "MIDI": own.midi,
        "Ii": own.influence,
        "Di": own.dependence,
        "total": own.influence.sum(),
        "MMIDI": own.mmidi,
        "IMAX": own.strongest_influence,
        "DMAX": own.strongest_dependence,
        "ri_raw_lipsor": raw(mine),
        "Ri_lipsor": own.balance,
        "Ri_no_feedback_term": own.balance_without_feedback,
        "Qi_lipsor": own.strongest_balance,
        "net_scale_NS": own.net,
        "net_scale_row_sums": own.net.sum(axis=1),
        "stability_percent": own.stability,
    }
    for number, alliances in enumerate(mine.alliances, start=1):
        named |= {f"{number}{name}": figure for name, figure in of_alliances(alliances).items()}
    return named


def of_alliances(own: Alliances) -> dict[str, Any]:
    return {
        "MAO": own.mao,
        "CAA": own.convergence,
        "DAA": own.divergence,
        "CAA_totals": own.convergence.sum(axis=1),
        "DAA_totals": own.divergence.sum(axis=1),
        "_degree_convergence_pct": own.degree_of_convergence,
        "_degree_divergence_pct": 100 - own.degree_of_convergence,
        "_ambivalence": own.ambivalence,
        "_net_distance_CAA_minus_DAA": own.convergence - own.divergence,
        "_mobilisation": {
            "objective_plus": own.for_objective,
            "objective_minus": own.against_objective,
            "objective_mobilisation": own.mobilisation,
            "actor_plus": own.for_actor,
            "actor_minus": own.against_actor,
            "actor_implication": own.implication,
        },
    }


@needs_handcase
def test_every_published_figure_of_the_hand_case() -> None:
    published = handcase()["computed_here"]
    mine = found()
    assert set(published) <= set(mine)
    for name, figure in published.items():
        parts = figure if isinstance(figure, dict) else {"": figure}
        own = mine[name] if isinstance(figure, dict) else {"": mine[name]}
        assert set(parts) == set(own)
        for part, expected in parts.items():
            assert np.allclose(own[part], expected, rtol=0, atol=1e-6), (name, part)


@st.composite
def games(draw: st.DrawFn) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    actors, objectives = draw(st.integers(1, 5)), draw(st.integers(0, 6))
    strengths = st.lists(st.integers(0, 4), min_size=actors, max_size=actors)
    values = st.lists(st.integers(-4, 4), min_size=objectives, max_size=objectives)
    mid = np.array([draw(strengths) for _ in range(actors)], np.float64)
    np.fill_diagonal(mid, 0)
    return mid, np.array([draw(values) for _ in range(actors)], np.float64).reshape(actors, objectives)


@given(games())
def test_figures_are_as_the_formulas_say(game: tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]) -> None:
    mid, mao = game
    count = range(len(mid))
    mine = mactor(mid, mao)
    signs = np.sign(mao)
    for i in count:
        for j in count:
            through = [min(mid[i, k], mid[k, j]) for k in count]
            assert mine.influence.midi[i, j] == mid[i, j] + sum(through)
            assert mine.influence.mmidi[i, j] == (max(mid[i, j], *through, 0) if i != j else 0)
            for own, values in zip(mine.alliances, (signs, mao, mine.alliances[2].mao), strict=True):
                pairs = list(zip(signs[i] * signs[j], abs(values[i]), abs(values[j]), strict=True))
                caa = sum((a + b) / 2 for sign, a, b in pairs if sign > 0) if i != j else 0
                daa = sum((a + b) / 2 for sign, a, b in pairs if sign < 0) if i != j else 0
                assert own.convergence[i, j] == pytest.approx(caa)
                assert own.divergence[i, j] == pytest.approx(daa)


@given(games())
def test_power_has_mean_one_and_ambivalence_lies_within_bounds(
    game: tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]],
) -> None:
    mine = mactor(*game)
    own = mine.influence
    idle = own.influence + own.dependence == 0
    assert (own.balance[idle] == 0).all()
    if not np.isclose(own.balance.sum(), 0):
        assert own.balance.mean() == pytest.approx(1)
    assert 0 <= own.stability <= 100
    for alliances in mine.alliances:
        linked = (alliances.convergence + alliances.divergence).sum(axis=1) > 0
        assert np.isnan(alliances.ambivalence[~linked]).all()
        assert ((alliances.ambivalence[linked] > -1e-12) & (alliances.ambivalence[linked] <= 1)).all()
