"""Levels of room: mark, name and what each says in words."""

from __future__ import annotations

from enum import StrEnum

from workbench.domain.saying import marked, said, translate


class Level(StrEnum):
    """How far apart parties stand on an issue, best first."""

    ALIGNED = marked("Level", "aligned")
    COMPATIBLE = marked("Level", "compatible")
    BRIDGEABLE = marked("Level", "bridgeable")
    CONFLICTING = marked("Level", "conflicting")
    DEADLOCKED = marked("Level", "deadlocked")
    UNKNOWN = marked("Level", "unknown")

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
        return translate("Level", _SENTENCES[self])

    @property
    def marked_name(self) -> str:
        """The mark with the name as it is said: *~ bridgeable*."""
        return f"{self.mark} {said(self)}"

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
    Level.ALIGNED: marked("Level", "they ask for the same thing"),
    Level.COMPATIBLE: marked("Level", "there is an option that all accept"),
    Level.BRIDGEABLE: marked("Level", "there is an option that all could live with"),
    Level.CONFLICTING: marked(
        "Level", "every option on the list is resisted, or presumed resisted, by somebody"
    ),
    Level.DEADLOCKED: marked("Level", "every option on the list crosses a stated red line"),
    Level.UNKNOWN: marked("Level", "fewer than two of them hold a position"),
}
