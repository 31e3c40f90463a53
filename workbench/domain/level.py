"""Levels of room: mark, name and what each says in words."""

from __future__ import annotations

from enum import StrEnum


class Level(StrEnum):
    """How far apart parties stand on an issue, best first."""

    ALIGNED = "aligned"
    COMPATIBLE = "compatible"
    BRIDGEABLE = "bridgeable"
    CONFLICTING = "conflicting"
    DEADLOCKED = "deadlocked"
    UNKNOWN = "unknown"

    @property
    def mark(self) -> str:
        """The sign that carries the level where there is no colour."""
        return _MARKS[self]

    @property
    def room(self) -> int | None:
        """The room that the level names, none for unknown."""
        return _ROOMS[self]

    @property
    def sentence(self) -> str:
        """What the level says, in words."""
        return _SENTENCES[self]

    @classmethod
    def of(cls, room: int | None) -> Level:
        """Return the level of a room from -2 to 2, unknown for none."""
        return next(level for level, value in _ROOMS.items() if value == room)


_MARKS = {
    Level.ALIGNED: "=",
    Level.COMPATIBLE: "✓",
    Level.BRIDGEABLE: "~",
    Level.CONFLICTING: "✕",
    Level.DEADLOCKED: "■",
    Level.UNKNOWN: "?",
}
_ROOMS: dict[Level, int | None] = {
    Level.ALIGNED: 2,
    Level.COMPATIBLE: 1,
    Level.BRIDGEABLE: 0,
    Level.CONFLICTING: -1,
    Level.DEADLOCKED: -2,
    Level.UNKNOWN: None,
}
_SENTENCES = {
    Level.ALIGNED: "they ask for the same thing",
    Level.COMPATIBLE: "there is an option that all accept",
    Level.BRIDGEABLE: "there is an option that all could live with",
    Level.CONFLICTING: "every option on the list is resisted, or presumed resisted, by somebody",
    Level.DEADLOCKED: "every option on the list crosses a stated red line",
    Level.UNKNOWN: "fewer than two of them hold a position",
}
