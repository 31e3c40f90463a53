"""What one side removed and the other went on working with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from db.journal import OperationRecord
from db.merge_plan import Clash, Draft, Take, version
from db.merge_view import TwoCopies
from db.resolved import all_units, named_records
from db.rows import PLACE
from db.specs import SPECS
from db.trails import Trail
from workbench.merging import CollisionKind, Companion


class RemovalPlanner:
    """Looks at what either side removed; what went with one operation is asked about once."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._copies: TwoCopies = draft.copies

    def plan(self) -> None:
        """Take removals, or ask; after everything else has been looked at."""
        self._removed_there()
        self._removed_here()

    def _removed_there(self) -> None:
        groups: dict[str, list[Trail]] = defaultdict(list)
        for trail in self._copies.their_trails.values():
            if trail.is_removed and self._copies.standing(trail) is not None:
                groups[trail.last().uuid].append(trail)
        for trails in groups.values():
            takes = [Take(own, set(), is_removal=True) for own in trails]
            held = next((trail for trail in trails if self._holder(trail)), None)
            if held is not None:
                self._ask_about_removal(trails, held, takes)
                continue
            for take in takes:
                self._draft.take(take)

    def _holder(self, trail: Trail) -> Trail | None:
        """Return what somebody here did with a record that they removed: changed it, or named it."""
        own = (trail.table, self._copies.standing(trail) or 0)
        mine = self._copies.my_trails.get(own)
        return mine if mine and mine.changed_units() else self._copies.named_here.get(own)

    def _ask_about_removal(self, trails: list[Trail], held: Trail, takes: list[Take]) -> None:
        mine = self._holder(held)
        done = mine.last() if mine else held.last()
        here = self._copies.here(held.table, self._copies.standing(held) or 0)
        sides = version(here, done), version(None, held.last())
        told = self._draft.collision(CollisionKind.REMOVED_THERE, held, sides)
        along = tuple(self._going(own) for own in trails if own is not held)
        takes += [self._draft.takes.pop(key) for key in self._only_of(held.last())]
        self._draft.clashes.append(Clash(replace(told, along=along), takes))

    def _going(self, own: Trail) -> Companion:
        return Companion(own.table, self._copies.key(own), self._draft.names.of(own))

    def _returning(self, mine: Trail) -> Companion:
        return Companion(mine.table, self._copies.key_there(mine), self._draft.names.of_gone(mine))

    def _only_of(self, done: OperationRecord) -> list[tuple[str, int]]:
        """Return what is taken of records that this one operation touched and no other."""
        return [
            key
            for key, take in self._draft.takes.items()
            if not take.is_new and {step.operation.uuid for step in take.trail.steps} == {done.uuid}
        ]

    def _removed_here(self) -> None:
        groups: dict[str, tuple[Trail, Trail]] = {}
        for trail in self._copies.their_trails.values():
            for own in self._needed(trail):
                mine = self._copies.my_trails.get(own)
                if mine is not None and mine.is_removed:
                    groups.setdefault(mine.last().uuid, (mine, trail))
        for mine, trail in groups.values():
            self._ask_about_return(mine, trail)

    def _ask_about_return(self, mine: Trail, trail: Trail) -> None:
        gone = [
            own for own in self._copies.my_trails.values() if own.is_removed and own.last() == mine.last()
        ]
        sides = version(None, mine.last()), version(self._copies.there(mine), trail.last())
        their_id = self._copies.pairing.their_id(mine.table, mine.record_id) or 0
        told = self._draft.collision(CollisionKind.REMOVED_HERE, Trail(mine.table, their_id), sides)
        along = tuple(self._returning(own) for own in gone if own is not mine)
        revive = [(own.table, own.record_id) for own in gone]
        self._draft.clashes.append(Clash(replace(told, along=along), revive=revive))

    def _needed(self, trail: Trail) -> Iterator[tuple[str, int]]:
        """Yield the records, in ids of this copy, that a record of theirs needs to come in whole."""
        if trail.final is None:
            return
        units = all_units(SPECS[trail.table]) if trail.is_new else trail.changed_units() - {PLACE}
        own = self._copies.pairing.id_of(trail.table, trail.record_id)
        if units and own is not None:
            yield trail.table, own
        for table, their_id in named_records(SPECS[trail.table], trail.final, units):
            named = self._copies.pairing.id_of(table, their_id)
            if named is not None:
                yield table, named
