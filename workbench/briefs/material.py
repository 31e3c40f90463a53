"""What the sections of a brief are made from.

Everything comes from the snapshot, which holds only what the audience may see; nothing is left out or
worked out a second time here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from workbench.analysis.judgements import is_standing
from workbench.analysis.room import RoomCell, needed_parties, room_of
from workbench.analysis.standing import Standing, standing_on
from workbench.briefs.apart import plain
from workbench.briefs.foreign import Foreign
from workbench.briefs.limits import LIMITS, Limits
from workbench.briefs.words import Words
from workbench.columns import NONE
from workbench.domain.codes import SourceReference
from workbench.domain.linkage import Linkage
from workbench.domain.position import Position
from workbench.domain.vocabulary import Basis
from workbench.snapshot import Snapshot


@dataclass(frozen=True, eq=False)
class Material:
    """One reading of the case for a brief.

    Attributes
    ----------
    snapshot : Snapshot
        The case as the audience may see it.
    standing : Standing
        What stands on the day.
    parties : tuple of int
        Numbers of the parties of the brief, in the order of the case.
    since : date or None
        The day with which it is compared.
    words : Words
        What the brief says in its language.
    foreign : Foreign
        Sets apart what is in another.
    limits : Limits
        How much it holds.
    references : tuple of tuple of SourceReference, optional
        What is cited, where the brief cites less than its positions and their history.
    """

    snapshot: Snapshot
    standing: Standing
    parties: tuple[int, ...]
    since: date | None
    words: Words
    foreign: Foreign
    limits: Limits = LIMITS
    references: tuple[tuple[SourceReference, ...], ...] | None = None
    _positions: dict[int, Position] = field(default_factory=dict)
    _rooms: dict[int, RoomCell] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        snapshot: Snapshot,
        day: date,
        basis: Basis,
        since: date | None,
        parties: Sequence[str],
        *,
        words: Words,
        limits: Limits = LIMITS,
    ) -> Material:
        """Read the case for a brief on `parties` (codes), all where none is given.

        Raises
        ------
        UnknownCodeError
            If a party is not in reach.
        """
        numbers = sorted({snapshot.party_index(code) for code in parties}) or range(len(snapshot.parties))
        foreign = Foreign.of(snapshot.case, words)
        own = foreign.snapshot(snapshot)
        return cls(own, standing_on(own, day, basis), tuple(numbers), since, words, foreign, limits)

    @property
    def day(self) -> date:
        """The day shown."""
        return self.standing.day

    @property
    def basis(self) -> Basis:
        """Which track stands where both do."""
        return self.standing.basis

    @cached_property
    def then(self) -> Standing | None:
        """What stood on the day compared with."""
        return standing_on(self.snapshot, self.since, self.basis) if self.since else None

    @property
    def is_crowded(self) -> bool:
        """Whether there are too many parties for a column and a wording of each."""
        return len(self.parties) > self.limits.side_by_side

    def label(self, party: int) -> str:
        """Return the label of a party (number)."""
        return self.snapshot.parties[party].label

    def plain_label(self, party: int) -> str:
        """Return the label of a party (number) as it was entered."""
        return plain(self.label(party))

    def label_of(self, code: str) -> str:
        """Return the label of a party (code)."""
        return self.label(self.snapshot.party_index(code))

    def names(self, parties: Iterable[int]) -> str:
        """Return parties (numbers) as a list in a sentence, cut where there are very many."""
        return self.words.names((self.label(party) for party in parties), self.limits.names)

    def issue_numbers(self, *, negotiable: bool) -> list[int]:
        """Return the numbers of the issues that are negotiated, or of the facts and norms."""
        issues = enumerate(self.snapshot.issues)
        return [number for number, issue in issues if issue.kind.is_negotiable is negotiable]

    def holders(self, issue: int) -> list[int]:
        """Return the numbers of the parties of the brief that hold a position on an issue (number)."""
        rows = self.standing.rows[:, issue]
        return [party for party in self.parties if rows[party] != NONE]

    def needed(self, issue: int) -> tuple[int, ...]:
        """Return the numbers of the parties over which the room of an issue (number) is taken.

        Those needed, as far as they are in the brief; all of those needed where it is on one party.
        """
        needed = needed_parties(self.snapshot, issue)
        return needed if len(self.parties) < 2 else tuple(own for own in needed if own in self._own)

    def room(self, issue: int) -> RoomCell | None:
        """Return the room of the parties needed on an issue (number), none for a fact or a norm."""
        if not self.snapshot.issues[issue].kind.is_negotiable:
            return None
        if issue not in self._rooms:
            self._rooms[issue] = room_of(self.standing, issue, self.needed(issue))
        return self._rooms[issue]

    def worded(self, issue: int) -> list[int]:
        """Return the numbers of the parties whose wording on an issue (number) is printed.

        All where they stand side by side; else those whose agreement the issue needs, as far as
        these do.
        """
        if not self.is_crowded:
            return list(self.parties)
        needed = needed_parties(self.snapshot, issue)
        return [own for own in needed if own in self._own] if len(needed) <= self.limits.side_by_side else []

    @cached_property
    def _own(self) -> frozenset[int]:
        return frozenset(self.parties)

    def position(self, party: int, issue: int) -> Position | None:
        """Return what stands for a party on an issue (numbers), none where nothing does."""
        row = int(self.standing.rows[party, issue])
        return None if row == NONE else self.position_in(row)

    def position_in(self, row: int) -> Position:
        """Return the position of a row of the snapshot."""
        if row not in self._positions:
            self._positions[row] = self.foreign.position(self.snapshot.position(row))
        return self._positions[row]

    @cached_property
    def linkages(self) -> tuple[Linkage, ...]:
        """The linkages that stand on the day: those of the parties of the brief, and those of logic."""
        codes = {self.snapshot.parties[number].code for number in self.parties} | {""}
        return tuple(own for own in standing_linkages(self) if own.party in codes)

    @cached_property
    def history(self) -> list[int]:
        """Every position in reach of the parties of the brief: rows, by the day they took effect."""
        party = self.snapshot.table.party
        return [row for row in self.snapshot.by_effective.tolist() if int(party[row]) in self._own]

    @cached_property
    def source_numbers(self) -> dict[str, int]:
        """Number of each source cited in the brief, by code, in the order of the case."""
        every = self._citations() if self.references is None else self.references
        cited = {reference.code for references in every for reference in references}
        codes = [source.code for source in self.snapshot.case.sources if source.code in cited]
        return {code: number for number, code in enumerate(codes, start=1)}

    def _citations(self) -> Iterator[tuple[SourceReference, ...]]:
        sources = self.snapshot.table.sources
        yield from (sources.get(row, ()) for row in self.history[-self.limits.history :])
        for issue in range(len(self.snapshot.issues)):
            rows = self.standing.rows[self.worded(issue), issue].tolist()
            yield from (sources.get(row, ()) for row in rows)
        yield from (option.sources for option in self.snapshot.case.options)
        yield from (linkage.sources for linkage in self.linkages[: self.limits.conditions])

    def issue_title(self, issue: str) -> str:
        """Return the title of an issue (code)."""
        return self.snapshot.issues[self.snapshot.issue_index(issue)].title


def standing_linkages(material: Material) -> list[Linkage]:
    """Return the linkages that stand on the day, whoever has set them, in the order of the case."""
    every, day = material.snapshot.case.linkages, material.day
    return [own for own in every if is_standing(own.since, own.until, day)]
