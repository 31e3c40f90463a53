"""Writing what a merge takes: each operation of the other copy under its own name, author and time."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select

from db.fields import Plain
from db.journaltext import loads
from db.loading import load
from db.merge_expunged import gap_stands
from db.merge_plan import Draft, Take
from db.pairing import standing_key
from db.resolved import (
    Resolved,
    alike,
    all_units,
    names_of,
    with_units,
)
from db.rows import PLACE, RecordSpec
from db.schema import JOURNAL, OPERATIONS
from db.specs import SPECS
from db.trails import MERGE, Step, Trail
from db.unit_of_work import SqliteWork
from db.writing import Entry
from workbench.merging import Decisions
from workbench.operations.records import remove_with_dependants


class Merger:
    """Writes one merge into one copy.

    Every step of theirs that is taken is done again here, on the record as it stands here, under the
    operation that did it there. What that leaves open is set right under the merge itself.
    """

    def __init__(self, work: SqliteWork, draft: Draft, decisions: Decisions) -> None:
        self._work = work
        self._draft = draft
        self._copies = draft.copies
        self._pairing = draft.copies.pairing
        self._decisions = decisions
        self._takes = dict(draft.takes)

    def run(self) -> None:
        """Write everything."""
        self._work.operation()
        self._decide()
        numbers = {own.uuid: self._work.operation.take_in(own) for own in self._copies.unseen}
        steps = [(step, take) for take in self._takes.values() for step in take.trail.steps]
        for step, take in sorted(steps, key=lambda own: own[0].number):
            with self._work.operation.acting_for(numbers[step.operation.uuid]):
                self._redo(take, step)
        self._set_right()
        self._order()

    def _decide(self) -> None:
        for clash in self._draft.chosen(self._decisions):
            for table, own in clash.remove_mine:
                self._remove(table, own)
            self._revive(clash.revive)
            for take in clash.takes:
                key = take.trail.table, take.trail.record_id
                before = self._takes.get(key)
                if before is None:
                    self._takes[key] = Take(take.trail, set(take.units), take.is_new, take.is_removal)
                else:
                    before.units |= take.units

    def _remove(self, table: str, own: int) -> None:
        key = standing_key(self._work.codes, table, own)
        if key is not None:
            remove_with_dependants(self._work, table, key)

    def _revive(self, gone: Collection[tuple[str, int]]) -> None:
        """Bring back what was removed here, as it stands there."""
        for table in SPECS:
            spec = SPECS[table]
            for own in (record_id for name, record_id in gone if name == table):
                their_id = self._pairing.their_id(table, own)
                units = (
                    None if their_id is None else self._copies.theirs.state(table, [their_id]).get(their_id)
                )
                if units is None or standing_key(self._work.codes, table, own) is not None:
                    continue
                plain = self._copies.said(spec, units, all_units(spec))
                if plain is not None and self._work.codes.find(table, spec.key_of(plain)) is None:
                    place = {PLACE: units[PLACE][0]} if spec.is_placed else {}
                    self._work.write(spec, [Entry(own, None, plain | place)])

    # --- step by step -----------------------------------------------------------------------------

    def _redo(self, take: Take, step: Step) -> None:
        table, their_id = take.trail.table, take.trail.record_id
        if take.is_removal:
            if step is take.trail.steps[-1] and step.after is None:
                self._drop(table, their_id)
        elif step.before is not None and step.after is not None:
            self._set(take.trail, step.after, {unit for unit in take.units if step.changes(unit)})
        elif take.is_new and step.after is not None:
            self._enter(take.trail, step.after)
        elif take.is_new:
            self._drop(table, their_id)

    def _enter(self, trail: Trail, units: Resolved) -> None:
        """Enter a record of theirs, unless what it names is not here or its key is taken."""
        spec = SPECS[trail.table]
        plain = self._copies.said(spec, units, all_units(spec))
        if plain is None or self._copies.standing(trail) is not None:
            return
        key = spec.key_of(plain)
        if self._work.codes.find(trail.table, key) is None:
            self._work.put(spec.make(plain))
            self._pairing.pair(trail.table, trail.record_id, self._work.codes.id_of(trail.table, key))

    def _drop(self, table: str, their_id: int) -> None:
        """Remove a record on which nothing hangs here."""
        own = self._pairing.id_of(table, their_id)
        key = None if own is None else standing_key(self._work.codes, table, own)
        if key is not None and not self._work.referring(table, key):
            self._work.remove(table, key)

    def _set(self, trail: Trail, units: Resolved, wanted: Collection[str]) -> None:
        """Set some units of a record of theirs as they say, as far as that can be said here."""
        own, spec = self._copies.standing(trail), SPECS[trail.table]
        if own is None or not wanted:
            return
        here = load(self._work.connection, self._work.codes, spec, [own])[own]
        new = here
        for unit in sorted(wanted):
            said = self._copies.said(spec, units, [unit])
            if said is not None and not gap_stands(here, said):
                new = with_units(spec, new, [unit], said)
        new = self._possible(spec, own, here, new)
        if not alike(new, here):
            self._work.write(spec, [Entry(own, here, new)])

    def _possible(self, spec: RecordSpec, own: int, here: Plain, new: Plain) -> Plain:
        """Return what can stand: no key that another record has, no stance on what is no option."""
        if self._work.codes.find(spec.name, spec.key_of(new)) not in (None, own):
            of_key = {unit for unit in all_units(spec) if set(names_of(spec, unit)) & set(spec.key)}
            names = {name for unit in of_key for name in names_of(spec, unit)}
            kept = {name: value for name, value in here.items() if name in names}
            new = with_units(spec, new, of_key, kept)
        if spec.name == "positions" and "stances" in new:
            options = new["stances"].items()
            fit = {
                option: stance
                for option, stance in options
                if self._work.codes.find("options", (new["issue"], option)) is not None
            }
            new = with_units(spec, new, ["stances"], {"stances": fit} if fit else {})
        return new

    # --- what the steps leave open ----------------------------------------------------------------

    def _set_right(self) -> None:
        """Bring everything that is taken to where it stands in the other copy now."""
        for table in SPECS:
            for take in (own for own in self._takes.values() if own.trail.table == table):
                if take.is_removal or take.trail.final is None:
                    continue
                if take.is_new:
                    self._enter(take.trail, take.trail.final)
                self._set(take.trail, take.trail.final, take.units)
        for take in self._takes.values():
            own = self._pairing.id_of(take.trail.table, take.trail.record_id)
            if take.is_removal and own is not None:
                self._remove(take.trail.table, own)

    def _order(self) -> None:
        """Order what was entered since the copies parted by the time of that, so that both get one order.

        Not where somebody has put a record in its place by hand.
        """
        for spec in (own for own in SPECS.values() if own.is_placed):
            entered, is_moved = self._entered_since(spec)
            if not is_moved and len(entered) > 1:
                self._renumber(spec, sorted(entered, key=entered.__getitem__))

    def _entered_since(self, spec: RecordSpec) -> tuple[dict[int, tuple[str, str, int]], bool]:
        """Return when each record was entered since, and whether any of them was moved by hand."""
        c, o = JOURNAL.c, OPERATIONS.c
        columns = (c.record_id, c.before, c.after, o.at, o.uuid, o.name, c.seq)
        since = c.record_id > self._pairing.last_shared(spec.name)
        statement = select(*columns).join_from(JOURNAL, OPERATIONS, c.operation_id == o.id)
        statement = statement.where(c.table_name == spec.name, since).order_by(c.seq)
        entered: dict[int, tuple[str, str, int]] = {}
        is_moved = False
        for record_id, before, after, at, uuid, name, seq in self._work.connection.execute(statement):
            entered.setdefault(record_id, (at, uuid, seq))
            if before and after and name != MERGE:
                is_moved |= (loads(before) or {})[PLACE] != (loads(after) or {})[PLACE]
        return entered, is_moved

    def _renumber(self, spec: RecordSpec, ordered: list[int]) -> None:
        """Give the records of this order the places that they have among them."""
        standing = load(self._work.connection, self._work.codes, spec, ordered)
        ordered = [own for own in ordered if own in standing]
        places = sorted(plain[PLACE] for plain in standing.values())
        entries = [
            Entry(own, standing[own], standing[own] | {PLACE: place})
            for own, place in zip(ordered, places, strict=True)
            if standing[own][PLACE] != place
        ]
        self._work.write(spec, entries)
