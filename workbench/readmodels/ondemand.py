"""Long lists of which few items are ever looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from time import perf_counter
from typing import TypeVar, overload

ItemT = TypeVar("ItemT")


class OnDemand(Sequence[ItemT]):
    """Items that are worked out when they are asked for, and then kept.

    Parameters
    ----------
    count : int
        How many there are.
    make : callable
        Works out the item at a place.
    """

    def __init__(self, count: int, make: Callable[[int], ItemT]) -> None:
        self._make = make
        self._items: list[ItemT | None] = [None] * count
        self._reached = 0

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._items)

    @overload
    def __getitem__(self, place: int) -> ItemT: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[ItemT]: ...

    def __getitem__(self, place: int | slice) -> ItemT | Sequence[ItemT]:
        """Return the item at a place, or the items of a slice."""
        if isinstance(place, slice):
            return tuple(self[own] for own in range(len(self))[place])
        item = self._items[place]
        if item is None:
            place %= len(self)
            item = self._items[place] = self._make(place)
        return item

    def __iter__(self) -> Iterator[ItemT]:
        """Yield every item."""
        return map(self.__getitem__, range(len(self)))

    @property
    def reached(self) -> int:
        """How many of the first are worked out by `go_on`."""
        return self._reached

    def go_on(self, seconds: float) -> bool:
        """Work out some more, the first ones first; return whether that is all of them."""
        until, count = perf_counter() + seconds, len(self)
        while self._reached < count and perf_counter() < until:
            self[self._reached]
            self._reached += 1
        return self._reached == count
