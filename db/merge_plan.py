"""What of another copy can be taken, and what has to be decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from db.fields import Plain
from db.journal import OperationRecord
from db.merge_expunged import gap_stands
from db.merge_names import MergeNames
from db.merge_view import TwoCopies
from db.resolved import Resolved, alike, all_units, names_of, with_units
from db.rows import PLACE, RecordSpec
from db.specs import SPECS
from db.trails import MERGE, Trail
from workbench.domain.saying import translate
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
    """A collision, and what is done where theirs is chosen: what is taken, goes here, comes back here."""

    told: Collision
    takes: list[Take] = field(default_factory=list)
    remove_mine: list[tuple[str, int]] = field(default_factory=list)
    revive: list[tuple[str, int]] = field(default_factory=list)


@dataclass(slots=True)
class Draft:
    """A merge as far as it is thought out."""

    copies: TwoCopies
    takes: dict[tuple[str, int], Take] = field(default_factory=dict)
    clashes: list[Clash] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    names: MergeNames = field(init=False)

    def __post_init__(self) -> None:
        self.names = MergeNames(self.copies)

    @property
    def brings_something(self) -> bool:
        """Whether there is anything of theirs that this copy does not know."""
        return any(own.name != MERGE for own in self.copies.unseen) or bool(self.takes or self.clashes)

    def take(self, take: Take) -> None:
        """Take note of what can be taken."""
        self.takes[take.trail.table, take.trail.record_id] = take

    def chosen(self, decisions: Decisions) -> Iterator[Clash]:
        """Yield the collisions that are decided for their version."""
        for clash in self.clashes:
            if decisions.get(clash.told.id) is Choice.THEIRS:
                yield clash

    def taken(self) -> Iterator[Taken]:
        """Yield what collides with nothing, in words."""
        self.names.look_up(take.trail for take in self.takes.values())
        for (table, _), take in self.takes.items():
            done = take.trail.last()
            what = "new" if take.is_new else "removed" if take.is_removal else "changed"
            fields = () if what != "changed" else tuple(sorted(take.units))
            if fields != (PLACE,):
                key, called = self.copies.key(take.trail), self.names.of(take.trail)
                yield Taken(table, key, what, fields, done.author, done.at, called)

    def collision(
        self, kind: CollisionKind, trail: Trail, sides: tuple[Version, Version], unit: str = ""
    ) -> Collision:
        """Return a collision on a record of theirs; `sides` are this copy's version and theirs."""
        key = self.copies.key(trail)
        identity = ":".join((trail.table, *key, unit or kind.value.replace(" ", "-")))
        return Collision(identity, kind, trail.table, key, unit, *sides, called=self.names.of(trail))


def version(value: object, done: OperationRecord) -> Version:
    """Return what one side has, by whom and when."""
    return Version(value, done.author, done.at)


class RecordPlanner:
    """Compares what both sides entered and changed, record by record and unit by unit."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._copies = draft.copies

    def plan(self) -> None:
        """Go through what they did in the order in which they did it."""
        trails = self._copies.their_trails.values()
        for trail in sorted(trails, key=lambda own: own.steps[0].number):
            if trail.is_new:
                self._consider_new(trail)
            elif trail.final is not None and trail.was_there:
                self._consider_changed(trail, trail.final)

    def _consider_new(self, trail: Trail) -> None:
        """Take a new record, unless it was entered here as well.

        One that names what is not here is taken all the same: it comes in where that comes back.
        """
        spec, pairing = SPECS[trail.table], self._copies.pairing
        take = Take(trail, set(all_units(spec)), is_new=True)
        plain = self._copies.said(spec, trail.final or {}, all_units(spec))
        if plain is None:
            self._draft.take(take)
            return
        key = spec.key_of(plain)
        twin = self._copies.standing(trail) or self._copies.mine.codes.find(trail.table, key)
        rival = self._copies.of_same_day(trail)
        if twin is not None:
            pairing.pair(trail.table, trail.record_id, twin)
            self._consider_twin(trail, twin, plain)
        elif rival is not None:
            self._clash_of_records(take, rival, plain, remove=[(trail.table, rival)])
        else:
            pairing.expect(trail.table, trail.record_id, key)
            self._draft.take(take)

    def _consider_twin(self, trail: Trail, twin: int, plain: Plain) -> None:
        """Compare a record that both entered under one key."""
        here, spec = self._copies.here(trail.table, twin), SPECS[trail.table]
        units = {
            unit
            for unit in all_units(spec)
            if not all(alike({"": here.get(name)}, {"": plain.get(name)}) for name in names_of(spec, unit))
        }
        if units:
            self._clash_of_records(Take(trail, units), twin, plain, remove=[])

    def _clash_of_records(self, take: Take, mine: int, plain: Plain, remove: list[tuple[str, int]]) -> None:
        trail = take.trail
        here = self._copies.here(trail.table, mine)
        own = self._copies.my_trails.get((trail.table, mine))
        done = own.last() if own else self._copies.mine.operations[-1]
        shown = {name: value for name, value in here.items() if name != PLACE}
        sides = version(shown, done), version(plain, trail.last())
        told = self._draft.collision(CollisionKind.BOTH_ENTERED, trail, sides)
        self._draft.clashes.append(Clash(told, [take], remove))

    def _consider_changed(self, trail: Trail, final: Resolved) -> None:
        units, own = trail.changed_units(), self._copies.standing(trail)
        if not units or own is None:
            return  # unchanged on the whole, or gone here: that is looked at with the removals
        mine = self._copies.my_trails.get((trail.table, own))
        here = self._copies.here(trail.table, own)
        spec, take = SPECS[trail.table], Take(trail, set())
        for unit in sorted(units):
            said = self._copies.said(spec, final, [unit])
            if said is None or gap_stands(here, said) or alike(with_units(spec, here, [unit], said), here):
                continue
            if mine is None or unit not in mine.changed_units():
                take.units.add(unit)
            elif unit != PLACE:
                self._clash_of_field(trail, mine, unit, (here, said))
        self._leave_taken_keys(spec, take, own, here)
        if take.units:
            self._draft.take(take)

    def _leave_taken_keys(self, spec: RecordSpec, take: Take, own: int, here: Plain) -> None:
        """Leave a new code to whoever has it here."""
        of_key = {unit for unit in take.units if set(names_of(spec, unit)) & set(spec.key)}
        said = self._copies.said(spec, take.trail.final or {}, of_key) if of_key else None
        if said is None:
            return
        key = spec.key_of(with_units(spec, here, of_key, said))
        if self._copies.mine.codes.find(spec.name, key) not in (None, own):
            take.units -= of_key
            notice = translate(
                "Merge",
                "In the other copy the {0} was given the code “{1}”, which another record has here: it keeps "
                "its code.",
            )
            named = described(spec.name, spec.key_of(here))
            self._draft.notices.append(notice.format(named, " ".join(key)))

    def _clash_of_field(self, trail: Trail, mine: Trail, unit: str, both: tuple[Plain, Plain]) -> None:
        names = names_of(SPECS[trail.table], unit)
        my_value, their_value = (_value({name: side.get(name) for name in names}) for side in both)
        sides = version(my_value, mine.last(unit)), version(their_value, trail.last(unit))
        told = self._draft.collision(CollisionKind.FIELD, trail, sides, unit)
        self._draft.clashes.append(Clash(told, [Take(trail, {unit})]))


def _value(said: Plain) -> object:
    """Return what one field says, or each of the two fields that are one unit."""
    return next(iter(said.values())) if len(said) == 1 else said
