"""Commands that set what parties ask for and can do against one another: demands, actors."""

from __future__ import annotations

from argparse import Namespace

import numpy as np

from ui.commandline.analysing import explained, heading, option_codes, party_codes, selected, standing_for
from ui.commandline.answer import Answer, Data, plain, table
from workbench.analysis.actors import ActorsGame, actors_game
from workbench.analysis.demands import Demand, DemandCell, DemandTable, demands_of
from workbench.analysis.mactor import Alliances
from workbench.columns import FloatColumn
from workbench.ports import CaseStore
from workbench.readmodels.explanations import demand_in_words
from workbench.snapshot import Snapshot


def run_demands(store: CaseStore, arguments: Namespace) -> Answer:
    """Answer ``demands``: what is asked for, and how each demand lies to each other."""
    standing = standing_for(store, arguments)
    snapshot = standing.snapshot
    found = demands_of(standing, *selected(snapshot, arguments))
    cells = list(found.cells())
    data = {
        "demands": [_demand(snapshot, own) for own in found.demands],
        "cells": [_cell(own) for own in cells],
    }
    if arguments.why:
        return explained(data, (demand_in_words(found, own) for own in cells))
    columns = ("one demand", "other demand", "relation", "#stance", "barred by")
    return Answer(
        data, table(heading(standing, "Demands"), columns, (_line(snapshot, found, own) for own in cells))
    )


def _demand(snapshot: Snapshot, demand: Demand) -> Data:
    return {
        "party": snapshot.parties[demand.party].code,
        "issue": snapshot.issues[demand.issue].code,
        "option": option_codes(snapshot, demand.issue, (demand.option,))[0],
        "ref": snapshot.table.ref[demand.row],
    }


def _cell(cell: DemandCell) -> Data:
    return {
        "a": cell.first,
        "b": cell.second,
        "relation": cell.relation.value,
        "stance": cell.stance,
        "barred_by": [linkage.code for linkage in cell.barred_by],
    }


def _line(snapshot: Snapshot, found: DemandTable, cell: DemandCell) -> tuple[str, ...]:
    named = (_demand(snapshot, found.demands[number]) for number in (cell.first, cell.second))
    return (
        *(f"{own['party']} {own['issue']}.{own['option']}" for own in named),
        cell.relation.value,
        "–" if cell.stance is None else f"{cell.stance:+d}",
        " ".join(linkage.code for linkage in cell.barred_by),
    )


def run_actors(store: CaseStore, arguments: Namespace) -> Answer:
    """Answer ``actors``: the actors' game (MACTOR) on a day."""
    standing = standing_for(store, arguments)
    snapshot = standing.snapshot
    game = actors_game(standing, *selected(snapshot, arguments))
    influence = game.figures.influence
    data = {
        "actors": party_codes(snapshot, game.actors),
        "objectives": _objectives(snapshot, game),
        "matrices": _matrices(game),
        "ambivalence": {
            str(number): _numbers(own.ambivalence) for number, own in enumerate(game.figures.alliances, 1)
        },
        "balance_of_power": _numbers(influence.balance),
        "unstated": game.unstated,
    }
    every = len(game.actors) * len(game.objectives)
    title = heading(standing, f"Actors’ game, {game.unstated} of {every} stances unstated,")
    columns = ("actor", "#influence", "#dependence", "#balance of power", "#ambivalence")
    figures = (influence.influence, influence.dependence, influence.balance, _second(game).ambivalence)
    lines = (
        (code, *(_figure(column[place]) for column in figures))
        for place, code in enumerate(party_codes(snapshot, game.actors))
    )
    return Answer(data, table(title, columns, lines))


def _objectives(snapshot: Snapshot, game: ActorsGame) -> list[str]:
    return [
        f"{snapshot.issues[issue].code}.{option_codes(snapshot, issue, (option,))[0]}"
        for issue, option in game.objectives
    ]


def _matrices(game: ActorsGame) -> Data:
    influence, alliances = game.figures.influence, game.figures.alliances
    matrices = {"MID": influence.mid, "MIDI": influence.midi, "MMIDI": influence.mmidi}
    for number, own in enumerate(alliances, start=1):
        matrices |= {f"{number}MAO": own.mao, f"{number}CAA": own.convergence, f"{number}DAA": own.divergence}
    return {name: [_numbers(row) for row in matrix] for name, matrix in matrices.items()}


def _second(game: ActorsGame) -> Alliances:
    return game.figures.alliances[1]


def _numbers(row: FloatColumn) -> list[int | float | None]:
    return [plain(own) for own in np.asarray(row).tolist()]


def _figure(number: float) -> str:
    return "–" if np.isnan(number) else f"{number:.2f}"
