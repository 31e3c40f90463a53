"""What is put before a room: the reading of those who sit in it, page by page, large enough to be read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from workbench.columns import TRACKS
from workbench.domain.audience import Audience, AudienceKind
from workbench.domain.dates_spoken import say_date
from workbench.domain.saying import translate
from workbench.domain.vocabulary import Basis, Stance, Track
from workbench.readmodels.cells import since_on_track, source_names
from workbench.readmodels.matrix_types import IssueRow, PartyColumn, PositionCell, RoomSummary
from workbench.readmodels.positions import PositionsModel
from workbench.readmodels.wording import day_in_words, presumed
from workbench.snapshot import NEVER, Snapshot, day_of

ACUITY = 200.0
"""A small letter is read with ease from so many times its height: an angle of 17 minutes of arc."""

PRESENTABLE = (AudienceKind.PUBLIC, AudienceKind.ROOM, AudienceKind.PARTY)
"""The audiences that may sit before a screen; what is the team's own is never put on one."""


@dataclass(frozen=True, slots=True)
class Seating:
    """How far away the last row sits from how high an image, both in metres."""

    distance: float = 4.0
    image_height: float = 1.8

    def least_x_height(self, pixels: int) -> float:
        """Return how high the smallest letters without ascender must be on an image of so many pixels.

        The rule of ANSI/AVIXA V202.01 (display image size) for reading: the farthest viewer sits no more
        than 200 times the height of the smallest letter away.
        """
        return self.distance / ACUITY / self.image_height * pixels


USUAL = Seating()
"""A seminar room: four metres from an image of 3.2 by 1.8 metres."""


@dataclass(frozen=True, slots=True)
class Rung:
    """One option of an issue, and what each party in view says of it.

    Attributes
    ----------
    label : str
        The option.
    words : tuple of str
        For each party; empty where it holds no position.
    stances : tuple of Stance or None
        For each party, none where it is unstated or where there is no position.
    """

    label: str
    words: tuple[str, ...]
    stances: tuple[Stance | None, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One party on one issue, in full.

    Attributes
    ----------
    title : str
        Party and issue.
    party : str
        Whose it is.
    lead, text : str
        What it wants most, as in its cell.
    options : tuple of (str, str, Stance or None)
        Every option in reach with the word for the stance toward it.
    statement : str
        What it says.
    since, sources : str
        From when, and how we know, at the permitted attribution.
    """

    title: str
    party: str
    lead: str
    text: str
    options: tuple[tuple[str, str, Stance | None], ...]
    statement: str
    since: str
    sources: str


class PresentModel:
    """What one audience may see on one day, as it is put before a room.

    Parties and issues on which nothing in reach was ever said are left out; those are the same on every day.

    Parameters
    ----------
    snapshot : Snapshot
        The case as the audience in the room sees it.
    day : date
        The day shown.
    basis : Basis
        Which track stands where both do.
    hidden : collection of str
        Codes of parties that are not to be shown.

    Raises
    ------
    ValueError
        If the snapshot is for the team, the principal or the vault.
    """

    def __init__(
        self, snapshot: Snapshot, day: date, basis: Basis = Basis.DECLARED, hidden: Collection[str] = ()
    ) -> None:
        if snapshot.audience.kind not in PRESENTABLE:
            raise ValueError(f"nothing read for {snapshot.audience} goes on a screen")
        self.snapshot = snapshot
        shown = [own.code for own in snapshot.parties if own.code not in hidden]
        held = _tracks_held(snapshot, basis)
        speaking = set(snapshot.table.party[held].tolist())
        codes = [code for number, code in enumerate(_codes(snapshot)) if number in speaking and code in shown]
        self.matrix = PositionsModel(snapshot, day, basis, parties=codes)
        in_view = np.isin(snapshot.table.party, [snapshot.party_index(code) for code in codes])
        spoken_of = set(snapshot.table.issue[held & in_view].tolist())
        self.rows = tuple(row for basket in self.matrix.baskets for row in basket.rows if row in spoken_of)
        self._days = _change_days(snapshot, held & in_view)

    @property
    def title(self) -> str:
        """The title of the case."""
        return self.snapshot.title

    @property
    def day(self) -> date:
        """The day shown."""
        return self.matrix.day

    @property
    def basis(self) -> Basis:
        """Which track stands where both do."""
        return self.matrix.basis

    @property
    def audience(self) -> Audience:
        """Who may see it."""
        return self.snapshot.audience

    @property
    def columns(self) -> tuple[PartyColumn, ...]:
        """The parties in view."""
        return self.matrix.columns

    @property
    def earlier(self) -> date | None:
        """The last day before on which a position in reach changed."""
        place = bisect_left(self._days, self.day)
        return self._days[place - 1] if place else None

    @property
    def later(self) -> date | None:
        """The next day on which a position in reach changes."""
        place = bisect_right(self._days, self.day)
        return self._days[place] if place < len(self._days) else None

    def issue(self, row: int) -> IssueRow:
        """Return an issue by its row."""
        return self.matrix.rows[row]

    def cell(self, row: int, column: int) -> PositionCell:
        """Return what a party holds on an issue."""
        return self.matrix.cell(row, column)

    def room(self, row: int) -> RoomSummary | None:
        """Return the room of the parties needed and in view; none for a fact or a norm."""
        return self.matrix.room(row)

    def row_of(self, issue: str) -> int | None:
        """Return the row of an issue, none where it is not shown."""
        return next((row for row in self.rows if self.issue(row).code == issue), None)

    def column_of(self, party: str) -> int | None:
        """Return the column of a party, none where it is not shown."""
        return next((place for place, own in enumerate(self.columns) if own.code == party), None)

    def ladder(self, row: int) -> tuple[Rung, ...]:
        """Return the options of an issue with what each party says of them."""
        cells = [self.cell(row, column) for column in range(len(self.columns))]
        return tuple(self._rung(row, place, cells) for place in range(len(self.issue(row).options)))

    def card(self, row: int, column: int) -> Card | None:
        """Return the position that stands in a cell, none where none does."""
        cell, issue = self.cell(row, column), self.issue(row)
        if cell.is_empty:
            return None
        own = self.snapshot.row_of(cell.ref)
        words = [(label, *self._said(cell, place)) for place, label in enumerate(issue.options)]
        return Card(
            title=f"{self.columns[column].label}: {issue.title}",
            party=self.columns[column].label,
            lead=cell.lead,
            text=cell.text,
            options=tuple(words) if cell.segments else (),
            statement=self.snapshot.table.statement[own],
            since=since_on_track(replace(cell, since=_since(self.snapshot, own))),
            sources=source_names(self.snapshot, own),
        )

    def _rung(self, row: int, place: int, cells: list[PositionCell]) -> Rung:
        said = [self._said(cell, place) for cell in cells]
        return Rung(
            self.issue(row).options[place], tuple(word for word, _ in said), tuple(own for _, own in said)
        )

    def _said(self, cell: PositionCell, place: int) -> tuple[str, Stance | None]:
        if not cell.segments:
            return "", None
        stance = cell.segments[place]
        kind = self.snapshot.issues[self.snapshot.issue_index(cell.issue)].kind
        return (presumed() if stance is None else stance.reading(kind)), stance


def _since(snapshot: Snapshot, row: int) -> str:
    """Return from when a position stands, in words: a room reads no date as it is kept."""
    own = snapshot.table.dates[snapshot.table.since[row]]
    is_a_day = own.text == own.effective.isoformat()
    words = day_in_words(own.effective) if is_a_day else say_date(own)
    return translate("Wording", "{date}, at the latest").format(date=words) if own.is_at_the_latest else words


def _codes(snapshot: Snapshot) -> list[str]:
    return [own.code for own in snapshot.parties]


def _tracks_held(snapshot: Snapshot, basis: Basis) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Return which positions can stand on a basis."""
    tracks = snapshot.table.track
    if basis is Basis.ASSESSED:
        return np.ones(len(tracks), np.bool_)
    return np.asarray(tracks == TRACKS.index(Track.DECLARED))


def _change_days(snapshot: Snapshot, held: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> list[date]:
    ends = snapshot.ends[held]
    found = {*snapshot.effective[held].tolist(), *ends[ends < NEVER].tolist()}
    return [day_of(ordinal) for ordinal in sorted(found)]
