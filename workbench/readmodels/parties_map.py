"""The map of parties: near one another where their positions are."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

import numpy as np

from workbench.analysis.agreement import DistanceMatrix
from workbench.analysis.placement import FEWEST_OTHERS, Placement, aligned, place_parties
from workbench.domain.saying import counted, figure, translate
from workbench.readmodels.parties_seats import Seating
from workbench.readmodels.wording import commas

FEWEST_PARTIES = FEWEST_OTHERS + 1
"""With fewer parties there is no map."""
_NEAREST = 3


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A party on the map.

    Attributes
    ----------
    code, label, colour : str
        The party.
    at : (float, float)
        Where it lies, in units of distance, y upwards.
    before : (float, float) or None
        Where it lay on the day compared with.
    sentence : str
        What a screen reader hears: who lies nearest.
    """

    code: str
    label: str
    colour: str
    at: tuple[float, float]
    before: tuple[float, float] | None
    sentence: str


@dataclass(frozen=True, slots=True)
class PartyMap:
    """Parties on a map.

    Attributes
    ----------
    points : tuple of MapPoint
        Those that are placed, in the order of the case.
    not_placed : tuple of (str, str)
        Label of each other party, and why it is not placed.
    stress : float
        0 to 1: how far the map is from the distances.
    """

    points: tuple[MapPoint, ...]
    not_placed: tuple[tuple[str, str], ...]
    stress: float

    @property
    def note(self) -> str:
        """How the map is to be read."""
        if not self.points:
            return ""
        text = translate(
            "Map",
            "The nearer two parties lie, the smaller their distance; the axes have no meaning. "
            "Stress {figure}: {fidelity}.",
        )
        return text.format(figure=figure(self.stress, 2), fidelity=_fidelity(self.stress))


def party_map(
    seats: Seating,
    now: DistanceMatrix,
    then: DistanceMatrix | None = None,
    steady: Placement | None = None,
) -> tuple[PartyMap, Placement]:
    """Return the map of a day, and its placement.

    Parameters
    ----------
    seats : Seating
        Who stands behind the numbers of the matrices.
    now, then : DistanceMatrix
        Distances on the day, and on the day compared with.
    steady : Placement or None
        A map onto which this one is turned, so that parties move and axes stay.
    """
    placement = place_parties(now, steady)
    before = None
    if then is not None and placement.parties:
        before = aligned(place_parties(then), placement)
    points = tuple(_point(seats, now, placement, before, party) for party in placement.parties)
    left = tuple((seats.label(party), _why_not(now, party)) for party in placement.not_placed)
    return PartyMap(points, left, placement.stress), placement


def _point(
    seats: Seating, now: DistanceMatrix, placement: Placement, before: Placement | None, party: int
) -> MapPoint:
    own = seats.column(party)
    at = placement.of(party) or (0.0, 0.0)
    was = before.of(party) if before else None
    return MapPoint(own.code, own.label, own.colour, at, was, _sentence(seats, now, party))


def _sentence(seats: Seating, now: DistanceMatrix, party: int) -> str:
    row = now.distance[now.parties.index(party)]
    order = np.argsort(row, kind="stable").tolist()
    near = (place for place in order if now.parties[place] != party and not np.isnan(row[place]))
    at = translate("Map", "{party} at {distance}")
    nearest = commas(
        at.format(party=seats.label(now.parties[place]), distance=figure(float(row[place]), 2))
        for place in islice(near, _NEAREST)
    )
    text = translate("Map", "{party}. Nearest: {others}.")
    return text.format(party=seats.label(party), others=nearest)


def _why_not(now: DistanceMatrix, party: int) -> str:
    place = now.parties.index(party)
    others = int((~np.isnan(now.distance[place])).sum()) - int(not np.isnan(now.distance[place, place]))
    if not others:
        return translate("Map", "shares no issue with anybody")
    return counted(
        "Map",
        "shares issues with %n other parties, three are needed",
        "shares issues with %n other party, three are needed",
        others,
    )


def _fidelity(stress: float) -> str:
    if stress < 0.05:
        return translate("Map", "the map shows the distances faithfully")
    if stress < 0.15:
        return translate("Map", "the map shows the distances fairly well")
    return translate("Map", "two dimensions show these distances only roughly")
