"""Why a figure of the actors' game is what it is: on which influences and positions it rests."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from workbench.analysis.actors import standing_influence
from workbench.columns import NONE, UNSTATED, FloatColumn
from workbench.domain.saying import figure as figure_of
from workbench.domain.saying import translate
from workbench.domain.vocabulary import Stance
from workbench.readmodels.actors_figures import ALLIANCE, CONVERGENCES, POSITIONS, ActorsModel
from workbench.readmodels.actors_words import Figure
from workbench.readmodels.inspector_types import Fact, FactList, Inspection, Link
from workbench.readmodels.party_facts import plain_number
from workbench.readmodels.wording import full, listing, no_position, on_day, option_of_issue

_Facts = Iterator[Fact]
MOST_LISTED = 24
"""So many parts of a sum are listed, the largest; of the others the sum is said."""


def inspect_figure(model: ActorsModel, figure: Figure, row: int, column: int) -> Inspection:
    """Return what there is to say of a cell of a figure (places of its row and its column)."""
    table = model.table(figure)
    is_of_two = table.columns == model.labels
    who = (table.rows[row], table.columns[column]) if is_of_two else (table.rows[row],)
    facts = tuple(_facts(model, figure, row, column))
    return Inspection(
        title=listing(dict.fromkeys(who)),
        subtitle=on_day(figure.heading, model.standing.day),
        level=None,
        sentences=(table.sentence(row, column), figure.explanation),
        parties=who,
        sections=(FactList(translate("Actors", "What it rests on"), facts),) if facts else (),
    )


def _facts(model: ActorsModel, figure: Figure, row: int, column: int) -> _Facts:
    if figure in POSITIONS:
        return _position(model, figure, row, column)
    if figure in ALLIANCE:
        return _alliance(model, figure, row, column)
    if figure is Figure.AMBIVALENCE:
        return _ambivalence(model, row, column)
    return _INFLUENCES[figure](model, row, column)


# Influence.


def _direct(model: ActorsModel, actor: int, on: int) -> _Facts:
    if actor == on:
        return
    codes = [model.snapshot.parties[model.game.actors[own]].code for own in (actor, on)]
    influence = standing_influence(model.standing, codes[0], codes[1])
    if influence is None:
        yield Fact("", translate("Actors", "No influence is entered for this day: it counts as 0."))
        return
    link = Link("", "influences", (*codes, influence.since.text if influence.since else ""))
    yield Fact(_acting(model, actor, on), plain_number(influence.strength), link)


def _ways(model: ActorsModel, actor: int, on: int) -> _Facts:
    """Yield the direct way, then each through one other actor, the strongest first."""
    mid = model.game.figures.influence.mid
    yield from _direct(model, actor, on)
    through = np.minimum(mid[actor], mid[:, on])
    for other in _largest_first(through):
        said = translate("Actors", "{value}, the lesser of {first} ({one}) and {second} ({other})").format(
            value=plain_number(float(through[other])),
            first=plain_number(float(mid[actor, other])),
            one=_acting(model, actor, other),
            second=plain_number(float(mid[other, on])),
            other=_acting(model, other, on),
        )
        yield Fact(translate("Actors", "Through {party}").format(party=model.labels[other]), said)


def _net(model: ActorsModel, actor: int, on: int) -> _Facts:
    if actor == on:
        return
    midi = model.game.figures.influence.midi
    for one, other in ((actor, on), (on, actor)):
        yield Fact(_acting(model, one, other), plain_number(float(midi[one, other])))


def _balance(model: ActorsModel, actor: int, column: int) -> _Facts:
    own = model.game.figures.influence
    matrix = own.mmidi if column == _BY_STRONGEST else own.midi
    if column in (0, 1):
        yield from _towards(model, actor, matrix, is_dependence=bool(column))
        return
    yield from _terms_of_balance(model, actor, column, matrix)


def _towards(model: ActorsModel, actor: int, matrix: FloatColumn, *, is_dependence: bool) -> _Facts:
    """Yield what an actor can do to each other, or each other to it."""
    values = (matrix[:, actor] if is_dependence else matrix[actor]).copy()
    values[actor] = 0.0
    for other in _largest_first(values):
        pair = (other, actor) if is_dependence else (actor, other)
        yield Fact(_acting(model, *pair), plain_number(float(values[other])))


def _terms_of_balance(model: ActorsModel, actor: int, column: int, matrix: FloatColumn) -> _Facts:
    feedback = float(matrix[actor, actor]) if column == _WITH_FEEDBACK else 0.0
    influence = float(matrix[actor].sum() - matrix[actor, actor])
    dependence = float(matrix[:, actor].sum() - matrix[actor, actor])
    terms = [
        (translate("Actors", "Influence"), influence),
        (translate("Actors", "Dependence"), dependence),
        (translate("Actors", "Influence of all actors together"), float(matrix.sum() - np.trace(matrix))),
    ]
    if column == _WITH_FEEDBACK:
        terms.insert(2, (translate("Actors", "What comes back through others"), feedback))
    for heading, value in terms:
        yield Fact(heading, plain_number(value))
    yield Fact("", _how_balanced(with_feedback=column == _WITH_FEEDBACK))


def _how_balanced(*, with_feedback: bool) -> str:
    if with_feedback:
        return translate(
            "Actors",
            "Influence less what comes back, as a share of all influence, times the share of influence in "
            "influence and dependence together; then scaled so that the mean of all actors is 1.",
        )
    return translate(
        "Actors",
        "Influence as a share of all influence, times the share of influence in influence and dependence "
        "together; then scaled so that the mean of all actors is 1.",
    )


_WITH_FEEDBACK, _BY_STRONGEST = 2, 4
_INFLUENCES: dict[Figure, Callable[[ActorsModel, int, int], _Facts]] = {
    Figure.DIRECT: _direct,
    Figure.INDIRECT: _ways,
    Figure.STRONGEST: lambda model, actor, on: _ways(model, actor, on) if actor != on else iter(()),
    Figure.NET: _net,
    Figure.BALANCE: _balance,
}


def _acting(model: ActorsModel, actor: int, on: int) -> str:
    return translate("Actors", "{actor} on {party}").format(actor=model.labels[actor], party=model.labels[on])


def _largest_first(values: FloatColumn) -> list[int]:
    order = np.argsort(-np.abs(values), kind="stable").tolist()
    return [place for place in order if values[place]]


# Positions.


def _position(model: ActorsModel, figure: Figure, row: int, column: int) -> _Facts:
    if row >= len(model.labels):
        yield from _of_all(model, figure, row - len(model.labels), column)
        return
    issue, option = model.game.objectives[column]
    party = model.game.actors[row]
    held = int(model.standing.rows[party, issue])
    if held == NONE:
        yield Fact("", full(no_position()))
        return
    snapshot = model.snapshot
    value = int(model.standing.stances(issue)[party, option])
    kind = snapshot.issues[issue].kind
    stance = translate("Actors", "unstated") if value == UNSTATED else Stance(value).reading(kind)
    yield Fact(translate("Actors", "Stance"), stance, Link("", "positions", (snapshot.table.ref[held],)))
    if figure is not Figure.SIGNS:
        yield from _weights(model, row, held, column)
    if figure is Figure.WEIGHED:
        balance = float(model.game.figures.influence.balance[row])
        yield Fact(translate("Actors", "Balance of power"), figure_of(balance, 2))


def _weights(model: ActorsModel, row: int, held: int, column: int) -> _Facts:
    """Yield what the issue is worth to the actor, where the audience may see it."""
    if not model.snapshot.audience.sees_team_reading:
        return
    salience = float(model.snapshot.table.salience[held])
    counts = plain_number(abs(float(model.game.figures.alliances[1].mao[row, column])))
    if np.isnan(salience):
        said = translate("Actors", "not given, taken as 50 of 100; the stance counts {weight}")
    else:
        said = translate("Actors", "{salience} of 100; the stance counts {weight}")
    heading = translate("Actors", "Salience")
    yield Fact(heading, said.format(salience=plain_number(salience), weight=counts))


def _of_all(model: ActorsModel, figure: Figure, which: int, column: int) -> _Facts:
    """Yield each actor that is for an option, against it, or either."""
    values = model.game.figures.alliances[ALLIANCE[figure]].mao[:, column]
    wanted = (np.maximum(values, 0.0), np.minimum(values, 0.0), np.abs(values))[which]
    for actor in _largest_first(wanted):
        yield Fact(model.labels[actor], _said(float(wanted[actor])))


# Convergence and divergence.


def _alliance(model: ActorsModel, figure: Figure, one: int, other: int) -> _Facts:
    """Yield the options that add to a convergence or a divergence, what adds most first."""
    if one == other:
        return
    shares = shares_of(model, figure, one, other)
    order = _largest_first(shares)
    for objective in order[:MOST_LISTED]:
        issue, option = model.game.objectives[objective]
        titles = model.snapshot.issue_options(issue)[option].label, model.snapshot.issues[issue].title
        adds = translate("Actors", "adds {value}").format(value=_said(float(shares[objective])))
        link = Link("", "issues", (model.snapshot.issues[issue].code,))
        yield Fact(option_of_issue(*titles), adds, link)
    yield from _rest(shares, order[MOST_LISTED:])


def shares_of(model: ActorsModel, figure: Figure, one: int, other: int) -> FloatColumn:
    """Return what each option adds to the convergence or the divergence of two actors (places)."""
    mao = model.game.figures.alliances[ALLIANCE[figure]].mao
    signs = np.sign(model.game.figures.alliances[0].mao)
    side = signs[one] * signs[other]
    counts = side > 0 if figure in CONVERGENCES else side < 0
    return np.where(counts, (np.abs(mao[one]) + np.abs(mao[other])) / 2.0, 0.0)


def _rest(shares: FloatColumn, left: Sequence[int]) -> _Facts:
    if left:
        said = translate("Actors", "The other {count} add {value} together.")
        whole = _said(float(shares[list(left)].sum()))
        yield Fact("", said.format(count=figure_of(len(left)), value=whole))


def _ambivalence(model: ActorsModel, actor: int, column: int) -> _Facts:
    alliance = model.game.figures.alliances[column]
    links = alliance.convergence[actor] + alliance.divergence[actor]
    for other in _largest_first(links):
        said = translate("Actors", "convergence {with_it}, divergence {against}").format(
            with_it=_said(float(alliance.convergence[actor, other])),
            against=_said(float(alliance.divergence[actor, other])),
        )
        yield Fact(model.labels[other], said)
    yield Fact(
        "",
        translate(
            "Actors",
            "1 less the sum of the gaps between convergence and divergence, over the sum of all of them.",
        ),
    )


def _said(value: float) -> str:
    decimals = 0 if value == round(value) else 2
    return figure_of(value, decimals).replace("-", "−")
