"""Handling: how far a record may travel, and the marking of a document made from it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from workbench.domain.saying import marked


class Handling(StrEnum):
    """How far a record may travel, from wide to narrow."""

    PUBLIC = marked("Handling", "public")
    ROOM = marked("Handling", "room")
    TEAM = marked("Handling", "team")
    RESTRICTED = marked("Handling", "restricted")

    @property
    def narrowness(self) -> int:
        """0 for public to 3 for restricted."""
        return _ORDER[self]

    @property
    def marking(self) -> str:
        """The TLP 2.0 word, which is never translated."""
        return _TLP[self]


_ORDER = {handling: rank for rank, handling in enumerate(Handling)}
_TLP = {
    Handling.PUBLIC: "TLP:CLEAR",
    Handling.ROOM: "TLP:GREEN",
    Handling.TEAM: "TLP:AMBER+STRICT",
    Handling.RESTRICTED: "TLP:RED",
}


def narrowest(handlings: Iterable[Handling]) -> Handling:
    """Return the narrowest of `handlings`, public where there are none."""
    return max(handlings, key=lambda handling: handling.narrowness, default=Handling.PUBLIC)
