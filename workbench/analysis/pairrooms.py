"""The room of every pair of parties on every issue at once, and counts per level."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workbench.analysis.figures import figures_of
from workbench.analysis.standing import Standing
from workbench.columns import UNSTATED, ByteColumn, IntColumn
from workbench.domain.level import Level
from workbench.domain.vocabulary import PRESUMED_BEST, PRESUMED_WORST, Stance
from workbench.snapshot import Snapshot

UNKNOWN = -3
"""Stands for the room of two of whom one holds no position."""

LEVELS = (
    Level.ALIGNED,
    Level.COMPATIBLE,
    Level.BRIDGEABLE,
    Level.CONFLICTING,
    Level.DEADLOCKED,
    Level.UNKNOWN,
)
"""The levels in the order in which they are counted."""

_ROOMS = (2, 1, 0, -1, -2)
_BLOCK = 160_000


@dataclass(frozen=True, slots=True, eq=False)
class LevelCounts:
    """On how many issues each pair of parties has each level.

    Attributes
    ----------
    parties : tuple of int
        Numbers of the parties, in the order of rows and columns.
    counts : int32, shape (6, p, p)
        By level in the order of ``LEVELS``; 0 on the diagonal.
    """

    parties: tuple[int, ...]
    counts: IntColumn

    def pair(self, first: int, second: int) -> dict[Level, int]:
        """Return the counts of two parties (numbers) that are among those of the table."""
        own = self.counts[:, self.parties.index(first), self.parties.index(second)].tolist()
        return dict(zip(LEVELS, own, strict=True))


def level_counts(standing: Standing, parties: Sequence[int] = (), issues: Sequence[int] = ()) -> LevelCounts:
    """Return the counts per level of every pair of parties (numbers).

    Parties not given means all; issues not given means those of substance and procedure.
    """
    snapshot = standing.snapshot
    asked = sorted(set(parties)) or list(range(len(snapshot.parties)))
    over = negotiable_issues(snapshot, issues)
    layers = stance_layers(snapshot, standing.rows[asked][:, over], over, PRESUMED_WORST)
    return LevelCounts(tuple(asked), count_levels(layers))


def negotiable_issues(snapshot: Snapshot, issues: Sequence[int] = ()) -> IntColumn:
    """Return the issues (numbers) named, or else those that are no fact or norm."""
    if len(issues):
        return np.array(sorted(set(issues)), np.int32)
    every = (number for number, issue in enumerate(snapshot.issues) if issue.kind.is_negotiable)
    return np.fromiter(every, np.int32)


def pair_rooms(
    standing: Standing, parties: Sequence[int] = (), issues: Sequence[int] = (), *, possible: bool = False
) -> ByteColumn:
    """Return the room of every pair, shape (parties, parties, issues), ``UNKNOWN`` where there is none.

    Parties and issues (numbers) not given means all. The diagonal means nothing.

    Parameters
    ----------
    possible : bool
        Whether unstated options count as accepted, for what answers could bring at best.
    """
    snapshot = standing.snapshot
    asked = sorted(set(parties)) or list(range(len(snapshot.parties)))
    over = np.array(sorted(set(issues)) or range(len(snapshot.issues)), np.int32)
    presumed = PRESUMED_BEST if possible else PRESUMED_WORST
    layers = stance_layers(snapshot, standing.rows[asked][:, over], over, presumed)
    rooms = np.empty((len(asked), len(asked), len(over)), np.int8)
    for first, own in _rooms_from(layers):
        rooms[first, first:] = own
        rooms[first:, first] = own
    return rooms


def stance_layers(snapshot: Snapshot, rows: IntColumn, issues: IntColumn, presumed: Stance) -> ByteColumn:
    """Return stances as they count, one layer for each option, shape (w, parties, issues).

    ``UNKNOWN`` throughout where no position stands, and beyond the last option of an issue.

    Parameters
    ----------
    rows : int32, shape (parties, issues)
        What stands, ``NONE`` where nothing does.
    issues : int32
        Numbers of the issues, one for each column of `rows`.
    presumed : Stance
        What an unstated option counts as.
    """
    count = snapshot.option_count[issues]
    width = int(count.max(initial=1))
    layers = np.full((width, *rows.shape), UNKNOWN, np.int8)
    if not len(snapshot.table):
        return layers
    states = figures_of(snapshot).states[rows]
    for option, layer in enumerate(layers):
        there = states & (option < count)
        own = snapshot.stances[rows[there], option]
        layer[there] = np.where(own == UNSTATED, np.int8(presumed), own)
    return layers


def count_levels(layers: ByteColumn, own: IntColumn | None = None) -> IntColumn:
    """Return how many issues each pair has on each level, shape (6, a, p); 0 for a party with itself.

    Two parties reach a level on an issue where there is an option toward which both stances do. One
    bit stands for each issue, so that 64 issues are compared at a time.

    Parameters
    ----------
    layers : int8, shape (w, parties, issues)
        Stances as `stance_layers` gives them.
    own : int32 or None
        Counts of these parties (numbers) with all; none: of all with all.
    """
    parties, issues = layers.shape[1:]
    held = (layers[0] != UNKNOWN).any(axis=0)
    bits = _bits(layers if held.all() else layers[:, :, held])
    asked = np.arange(parties, dtype=np.int32) if own is None else own
    counts = np.empty((len(LEVELS), len(asked), parties), np.int32)
    # So many parties at a time that what is compared stays close to the processor.
    block = max(1, _BLOCK // max(1, bits[0].size))
    for start in range(0, len(asked), block):
        counts[:-1, start : start + block] = _reached(bits, asked[start : start + block])
    counts[-1] = issues
    for level in range(len(LEVELS) - 1, 0, -1):
        counts[level] -= counts[level - 1]
    counts[:, np.arange(len(asked)), asked] = 0
    return counts


def _bits(layers: ByteColumn) -> NDArray[np.uint64]:
    """Return which stances reach each level, a bit for each issue, shape (w, 5, words, parties)."""
    reaches = layers[:, None] >= np.array(_ROOMS, np.int8)[:, None, None]
    packed = np.packbits(reaches, axis=-1)
    padded = np.zeros((*packed.shape[:-1], max(8, -(-packed.shape[-1] // 8) * 8)), np.uint8)
    padded[..., : packed.shape[-1]] = packed
    return np.ascontiguousarray(padded.view(np.uint64).swapaxes(2, 3))


def _reached(bits: NDArray[np.uint64], some: IntColumn) -> IntColumn:
    """Return on how many issues some parties reach each level with all, shape (5, some, parties)."""
    together = bits[0][..., some, None] & bits[0][..., None, :]
    for layer in bits[1:]:
        together |= layer[..., some, None] & layer[..., None, :]
    counted = np.bitwise_count(together)
    # A byte holds the sum of three words of bits.
    kind = np.uint8 if counted.shape[1] < 4 else np.int32
    return np.asarray(np.add.reduce(counted, axis=1, dtype=kind), np.int32)


def _rooms_from(layers: ByteColumn) -> Iterator[tuple[int, ByteColumn]]:
    """Yield each party with its rooms with itself and all after it, shape (parties after, issues)."""
    for first in range(layers.shape[1]):
        best = np.minimum(layers[0, first:], layers[0, first])
        worst = np.empty_like(best)
        for layer in layers[1:]:
            np.minimum(layer[first:], layer[first], out=worst)
            np.maximum(best, worst, out=best)
        yield first, best
