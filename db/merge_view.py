"""Two copies of a case side by side: what each did that the other does not know."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from functools import cached_property

from db.fields import Plain
from db.loading import load
from db.merge_expunged import gaps_here
from db.pairing import Pairing, standing_key
from db.resolved import MissingRecordError, Resolved, all_units, localised, named_records
from db.rows import PLACE, RecordSpec
from db.specs import SPECS
from db.trails import Copy, Trail
from workbench.domain.case import RecordKey
from workbench.domain.dates import parse_date
from workbench.domain.saying import translate


class TwoCopies:
    """What each of two copies did since they parted.

    Parameters
    ----------
    mine, theirs : Copy
        This copy and the other one.

    Attributes
    ----------
    unseen : list of OperationRecord
        Operations of theirs that this copy does not know.
    my_trails, their_trails : dict
        What became of each record, by table and id in the copy itself.
    pairing : Pairing
        Which record of theirs is which here.
    gaps : Gaps
        What was expunged here and still stands there; nothing of it is read.
    """

    def __init__(self, mine: Copy, theirs: Copy) -> None:
        self.mine = mine
        self.theirs = theirs
        self.pairing = Pairing(mine, theirs)
        self.gaps = gaps_here(mine, theirs, self.pairing)
        theirs.leave_out(self.gaps.clear)
        self.unseen = [own for own in theirs.operations if own.uuid not in mine.known]
        self.their_trails = theirs.trails({own.uuid for own in self.unseen})
        self.my_trails = mine.trails(mine.known - theirs.known)

    def standing(self, trail: Trail) -> int | None:
        """Return the id that a record of theirs has here, none where it does not stand here."""
        own = self.pairing.id_of(trail.table, trail.record_id)
        if own is None or standing_key(self.mine.codes, trail.table, own) is None:
            return None
        return own

    def key(self, trail: Trail) -> RecordKey:
        """Return the key by which a person knows a record of theirs."""
        own = self.standing(trail)
        here = None if own is None else standing_key(self.mine.codes, trail.table, own)
        if here is not None:
            return here
        there = standing_key(self.theirs.codes, trail.table, trail.record_id)
        if there is None:
            return (translate("Merge", "number {0}").format(trail.record_id),)
        return tuple(map(self.gaps.clear, there))

    def here(self, table: str, own: int) -> Plain:
        """Return a record of this copy."""
        return load(self.mine.connection, self.mine.codes, SPECS[table], [own])[own]

    def there(self, mine: Trail) -> Plain | None:
        """Return a record that was removed here as the other copy has it, in its own words."""
        own = self.pairing.their_id(mine.table, mine.record_id)
        spec, theirs = SPECS[mine.table], self.theirs
        found = {} if own is None else load(theirs.connection, theirs.codes, spec, [own])
        return next((self.gaps.cleared(plain) for plain in found.values()), None)

    def key_there(self, mine: Trail) -> RecordKey:
        """Return the key that a record that was removed here has in the other copy, empty for none."""
        found = self.there(mine)
        return SPECS[mine.table].key_of(found) if found else ()

    def said(self, spec: RecordSpec, units: Resolved, wanted: Collection[str]) -> Plain | None:
        """Return units of theirs in the codes of this copy, none where they name what is not here."""
        place = {PLACE: units[PLACE][0]} if PLACE in wanted else {}
        try:
            return place | localised(spec, units, self.pairing, wanted)
        except MissingRecordError:
            return None

    @cached_property
    def named_here(self) -> dict[tuple[str, int], Trail]:
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

    def of_same_day(self, trail: Trail) -> int | None:
        """Return the position entered here that says the same thing of the same day as one of theirs."""
        if trail.table != "positions" or trail.final is None:
            return None
        party, issue, *rest = _said_once(trail.final)
        ids = self.pairing.id_of("parties", party), self.pairing.id_of("issues", issue)
        return self._by_day.get((*ids, *rest))

    @cached_property
    def _by_day(self) -> dict[tuple[object, ...], int]:
        new = [own for own in self.my_trails.values() if own.table == "positions" and own.is_new]
        return {_said_once(own.final): own.record_id for own in new if own.final is not None}


def _said_once(units: Resolved) -> tuple[int, int, str, date]:
    """Return what may be said once of a position: party, issue, track, and the day it takes effect."""
    return units["party"][0], units["issue"][0], units["track"][0], parse_date(units["since"][0]).effective
