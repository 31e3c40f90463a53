"""What an operation has written, told as changes of records; of many records made when looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain
from typing import overload

from workbench.ports import Change, ChangeRuns


class LazyChanges(Sequence[Change]):
    """Changes each of which is made when it is looked at.

    Parameters
    ----------
    count : int
        How many there are.
    make : callable
        Gives the change of a number.
    """

    def __init__(self, count: int, make: Callable[[int], Change]) -> None:
        self._places = range(count)
        self._make = make

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, place: int) -> Change: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Change]: ...
    def __getitem__(self, place: int | slice) -> Change | Sequence[Change]:
        if isinstance(place, slice):
            return tuple(map(self._make, self._places[place]))
        return self._make(self._places[place])


class ChangeLog:
    """Gathers changes in the order in which they are written."""

    def __init__(self) -> None:
        self._runs: list[tuple[str, Sequence[Change]]] = []

    def note(self, table: str, changes: Sequence[Change]) -> None:
        """Take note of changes to one table."""
        self._runs.append((table, changes))

    @property
    def changes(self) -> Sequence[Change]:
        """Every change so far."""
        if any(isinstance(changes, LazyChanges) for _, changes in self._runs):
            return ChangeRuns(self._runs)
        return tuple(chain.from_iterable(changes for _, changes in self._runs))
