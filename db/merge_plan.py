"""What of another copy can be taken, and what has to be decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from db.fields import Plain
from db.journal import OperationRecord
from db.loading import load
from db.pairing import Pairing, standing_key
from db.resolved import (
    MissingRecordError,
    Resolved,
    alike,
    all_units,
    localised,
    named_records,
    names_of,
    with_units,
)
from db.rows import PLACE, RecordSpec
from db.specs import SPECS
from db.trails import MERGE, Copy, Trail
from workbench.domain.case import RecordKey
from workbench.domain.dates import parse_date
from workbench.merging import Choice, Collision, CollisionKind, Decisions, Taken, Version
from workbench.operations.names import described


@dataclass(slots=True)
class Take:
    """What is taken of one record of theirs: some units, or all of a new one, or that it is gone."""

    trail: Trail
    units: set[str]
    is_new: bool = False
    is_removal: bool = False


@dataclass(slots=True)
class Clash:
    """A collision, and what is done where theirs is chosen."""

    told: Collision
    takes: list[Take] = field(default_factory=list)
    remove_mine: list[tuple[str, int]] = field(default_factory=list)
    revive: list[tuple[str, int]] = field(default_factory=list)


class Planner:
    """Compares two copies, record by record and unit by unit.

    Parameters
    ----------
    mine, theirs : Copy
        This copy and the other one.
    """

    def __init__(self, mine: Copy, theirs: Copy) -> None:
        self.mine = mine
        self.theirs = theirs
        self.pairing = Pairing(mine, theirs)
        self.unseen = [own for own in theirs.operations if own.uuid not in mine.known]
        self.their_trails = theirs.trails({own.uuid for own in self.unseen})
        self.my_trails = mine.trails(mine.known - theirs.known)
        self.takes: dict[tuple[str, int], Take] = {}
        self.clashes: list[Clash] = []
        self.notices: list[str] = []
        for trail in sorted(self.their_trails.values(), key=lambda own: own.steps[0].number):
            self._consider(trail)
        self._consider_removals()
        self._consider_what_is_missing()

    @property
    def brings_something(self) -> bool:
        """Whether there is anything of theirs that this copy does not know."""
        return any(own.name != MERGE for own in self.unseen) or bool(self.takes or self.clashes)

    def chosen(self, decisions: Decisions) -> Iterator[Clash]:
        """Yield the collisions that are decided for their version."""
        for clash in self.clashes:
            if decisions.get(clash.told.id) is Choice.THEIRS:
                yield clash

    def taken(self) -> Iterator[Taken]:
        """Yield what collides with nothing, in words."""
        for (table, _), take in self.takes.items():
            done = take.trail.last()
            what = "new" if take.is_new else "removed" if take.is_removal else "changed"
            fields = () if what != "changed" else tuple(sorted(take.units))
            if fields != (PLACE,):
                yield Taken(table, self._key(take.trail), what, fields, done.author, done.at)

    def _key(self, trail: Trail) -> RecordKey:
        """Return the key by which a person knows a record of theirs."""
        own = self.pairing.id_of(trail.table, trail.record_id)
        here = None if own is None else standing_key(self.mine.codes, trail.table, own)
        if here is not None:
            return here
        try:
            return self.pairing.key_of(trail.table, trail.record_id)
        except MissingRecordError:
            return standing_key(self.theirs.codes, trail.table, trail.record_id) or ("?",)

    # --- one record -------------------------------------------------------------------------------

    def _consider(self, trail: Trail) -> None:
        if trail.is_new:
            self._consider_new(trail)
        elif trail.final is not None and trail.was_there:
            self._consider_changed(trail, trail.final)

    def _consider_new(self, trail: Trail) -> None:
        spec = SPECS[trail.table]
        try:
            plain = localised(spec, trail.final or {}, self.pairing, all_units(spec))
        except MissingRecordError:
            plain = {}  # it names what is not here: looked at once more when that is decided
        twin = self.pairing.id_of(trail.table, trail.record_id)
        if twin is None and plain:
            twin = self.mine.codes.find(trail.table, spec.key_of(plain))
        if twin is not None and standing_key(self.mine.codes, trail.table, twin) is not None:
            self.pairing.pair(trail.table, trail.record_id, twin)
            self._consider_twin(trail, twin, plain)
            return
        take = Take(trail, set(all_units(spec)), is_new=True)
        rival = self._same_day.get(_day_of(spec, trail.final, self.pairing)) if plain else None
        if rival is not None:
            self._clash_of_records(trail, rival, plain, take, remove=[(trail.table, rival)])
            return
        if plain:
            self.pairing.expect(trail.table, trail.record_id, spec.key_of(plain))
        self.takes[trail.table, trail.record_id] = take

    def _consider_twin(self, trail: Trail, twin: int, plain: Plain) -> None:
        """Compare a record that both entered under one key."""
        here = self._here(trail.table, twin)
        apart = {own for own in here if own != PLACE} | set(plain)
        differing = {name for name in apart if not alike({"": here.get(name)}, {"": plain.get(name)})}
        if differing:
            spec = SPECS[trail.table]
            units = {unit for unit in all_units(spec) if differing & set(names_of(spec, unit))}
            self._clash_of_records(trail, twin, plain, Take(trail, units), remove=[])

    def _clash_of_records(
        self, trail: Trail, mine: int, plain: Plain, take: Take, remove: list[tuple[str, int]]
    ) -> None:
        here = self._here(trail.table, mine)
        own = self.my_trails.get((trail.table, mine))
        done = own.last() if own else self.mine.operations[-1]
        told = self._collision(
            CollisionKind.BOTH_ENTERED,
            trail,
            "",
            _version({name: value for name, value in here.items() if name != PLACE}, done),
            _version(plain, trail.last()),
        )
        self.clashes.append(Clash(told, [take], remove))

    def _consider_changed(self, trail: Trail, final: Resolved) -> None:
        own = self.pairing.id_of(trail.table, trail.record_id)
        units = trail.changed_units()
        if not units or own is None or standing_key(self.mine.codes, trail.table, own) is None:
            return  # unchanged on the whole, or gone here: that is looked at with the removals
        mine = self.my_trails.get((trail.table, own))
        here = self._here(trail.table, own)
        spec, take = SPECS[trail.table], Take(trail, set())
        for unit in sorted(units):
            said = self._said(spec, final, unit)
            if said is None or alike(with_units(spec, here, [unit], said), here):
                continue
            if mine is None or unit not in mine.changed_units():
                take.units.add(unit)
            elif unit != PLACE:
                self._clash_of_field(trail, mine, unit, here, said)
        self._leave_taken_keys(spec, take, own, here)
        if take.units:
            self.takes[trail.table, trail.record_id] = take

    def _leave_taken_keys(self, spec: RecordSpec, take: Take, own: int, here: Plain) -> None:
        """Leave a new code to whoever has it here."""
        of_key = {unit for unit in take.units if set(names_of(spec, unit)) & set(spec.key)}
        if not of_key:
            return
        said = localised(spec, take.trail.final or {}, self.pairing, of_key)
        key = spec.key_of(with_units(spec, here, of_key, said))
        if self.mine.codes.find(spec.name, key) not in (None, own):
            take.units -= of_key
            was = described(spec.name, spec.key_of(here))
            self.notices.append(
                f"The {was} was given the code “{' '.join(key)}” in the other copy, which another record has "
                "here: it keeps its code."
            )

    def _said(self, spec: RecordSpec, final: Resolved, unit: str) -> Plain | None:
        """Return a unit of theirs in the codes of this copy, none where it names what is not here."""
        if unit == PLACE:
            return {PLACE: final[PLACE][0]}
        try:
            return localised(spec, final, self.pairing, [unit])
        except MissingRecordError:
            return None

    def _clash_of_field(self, trail: Trail, mine: Trail, unit: str, here: Plain, said: Plain) -> None:
        names = names_of(SPECS[trail.table], unit)
        values = [_value({name: side.get(name) for name in names}) for side in (here, said)]
        told = self._collision(
            CollisionKind.FIELD,
            trail,
            unit,
            _version(values[0], mine.last(unit)),
            _version(values[1], trail.last(unit)),
        )
        self.clashes.append(Clash(told, [Take(trail, {unit})]))

    # --- what one side removed --------------------------------------------------------------------

    def _consider_removals(self) -> None:
        """Take what they removed, operation by operation, unless it is changed or named here."""
        groups: dict[str, list[Trail]] = defaultdict(list)
        for trail in self.their_trails.values():
            own = self.pairing.id_of(trail.table, trail.record_id)
            if trail.is_removed and own is not None and standing_key(self.mine.codes, trail.table, own):
                groups[trail.last().uuid].append(trail)
        for trails in groups.values():
            held = [trail for trail in trails if self._is_held(trail)]
            takes = [Take(own, set(), is_removal=True) for own in trails]
            if held:
                self._clash_of_removal(trails, held[0], takes)
            else:
                self.takes.update({(own.trail.table, own.trail.record_id): own for own in takes})

    def _is_held(self, trail: Trail) -> bool:
        """Return whether somebody here has changed what they removed, or names it."""
        own = (trail.table, self.pairing.id_of(trail.table, trail.record_id) or 0)
        mine = self.my_trails.get(own)
        return own in self._named_here or (mine is not None and bool(mine.changed_units()))

    def _clash_of_removal(self, trails: list[Trail], held: Trail, takes: list[Take]) -> None:
        own = (held.table, self.pairing.id_of(held.table, held.record_id) or 0)
        mine = self.my_trails.get(own) or self._named_here[own]
        told = self._collision(
            CollisionKind.REMOVED_THERE,
            held,
            "",
            _version(self._here(*own), mine.last()),
            _version(None, held.last()),
            along=tuple(described(trail.table, self._key(trail)) for trail in trails if trail is not held),
        )
        along = self._only_of(held.last())
        for key in along:
            del self.takes[key]
        self.clashes.append(Clash(told, takes))

    def _only_of(self, done: OperationRecord) -> list[tuple[str, int]]:
        """Return what is taken of records that this one operation touched and no other."""
        return [
            key
            for key, take in self.takes.items()
            if not take.is_new and {step.operation.uuid for step in take.trail.steps} == {done.uuid}
        ]

    def _consider_what_is_missing(self) -> None:
        """Ask about what was removed here and is changed or named there, operation by operation."""
        groups: dict[str, tuple[Trail, Trail]] = {}
        for trail in self.their_trails.values():
            for own in self._needed_of(trail):
                mine = self.my_trails.get(own)
                if mine is not None and mine.is_removed:
                    groups.setdefault(mine.last().uuid, (mine, trail))
        for mine, trail in groups.values():
            gone = [own for own in self.my_trails.values() if own.is_removed and own.last() == mine.last()]
            told = self._collision(
                CollisionKind.REMOVED_HERE,
                Trail(mine.table, self.pairing.their_id(mine.table, mine.record_id) or 0),
                "",
                _version(None, mine.last()),
                _version(self._there(mine), trail.last()),
                along=tuple(self._described_there(own) for own in gone if own is not mine),
            )
            self.clashes.append(Clash(told, revive=[(own.table, own.record_id) for own in gone]))

    def _needed_of(self, trail: Trail) -> Iterator[tuple[str, int]]:
        """Yield the records, in ids of this copy, that a record of theirs needs to come in whole."""
        if trail.final is None:
            return
        units = all_units(SPECS[trail.table]) if trail.is_new else trail.changed_units() - {PLACE}
        own = self.pairing.id_of(trail.table, trail.record_id)
        if units and own is not None:
            yield trail.table, own
        for table, their_id in named_records(SPECS[trail.table], trail.final, units):
            named = self.pairing.id_of(table, their_id)
            if named is not None:
                yield table, named

    def _there(self, mine: Trail) -> Plain | None:
        """Return a record that was removed here as the other copy has it, in its own words."""
        own = self.pairing.their_id(mine.table, mine.record_id)
        spec = SPECS[mine.table]
        return None if own is None else load(self.theirs.connection, self.theirs.codes, spec, [own]).get(own)

    def _described_there(self, mine: Trail) -> str:
        there = self._there(mine)
        return described(mine.table, SPECS[mine.table].key_of(there)) if there else mine.table

    # --- looked up once ---------------------------------------------------------------------------

    @cached_property
    def _named_here(self) -> dict[tuple[str, int], Trail]:
        """Every record that something entered or changed here names."""
        named: dict[tuple[str, int], Trail] = {}
        for trail in self.my_trails.values():
            if trail.final is None:
                continue
            spec = SPECS[trail.table]
            units: Collection[str] = all_units(spec) if trail.is_new else trail.changed_units()
            for own in named_records(spec, trail.final, units):
                named.setdefault(own, trail)
        return named

    @cached_property
    def _same_day(self) -> dict[tuple[object, ...] | None, int]:
        """Positions entered here by party, issue, track and the day on which they take effect."""
        spec = SPECS["positions"]
        new = [own for own in self.my_trails.values() if own.table == "positions" and own.is_new]
        found = {_day_of(spec, own.final, None): own.record_id for own in new}
        found.pop(None, None)
        return found

    def _here(self, table: str, own: int) -> Plain:
        return load(self.mine.connection, self.mine.codes, SPECS[table], [own])[own]

    def _collision(
        self,
        kind: CollisionKind,
        trail: Trail,
        unit: str,
        mine: Version,
        theirs: Version,
        along: tuple[str, ...] = (),
    ) -> Collision:
        key = self._key(trail)
        identity = ":".join((trail.table, *key, unit or kind.value.replace(" ", "-")))
        return Collision(identity, kind, trail.table, key, unit, mine, theirs, along)


def _version(value: object, done: OperationRecord) -> Version:
    return Version(value, done.author, done.at)


def _value(said: Plain) -> object:
    """Return what one field says, or each of the two fields that are one unit."""
    return next(iter(said.values())) if len(said) == 1 else said


def _day_of(spec: RecordSpec, units: Resolved | None, pairing: Pairing | None) -> tuple[object, ...] | None:
    """Return what may be said once of a position: party, issue, track, and effective day."""
    if spec.name != "positions" or units is None:
        return None
    party, issue = units["party"][0], units["issue"][0]
    if pairing is not None:
        party, issue = pairing.id_of("parties", party), pairing.id_of("issues", issue)
    since: date = parse_date(units["since"][0]).effective
    return None if None in (party, issue) else (party, issue, units["track"][0], since)
