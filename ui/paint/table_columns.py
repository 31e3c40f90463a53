"""How wide the columns of a table on paper are, and which of them share a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ui.paint.table_cells import least_width, natural_width
from ui.paint.type import TypeScale
from ui.tables.rows import Column, TableRow

GAP = 18.0
"""Space between columns, at 100 %."""
_LONGEST_WORD = 150.0
"""A longer word does not widen its column; it is broken."""
_LEAST = 28.0
_LEADING = 0.45
"""Most of the width that the leading column takes where the others go on to further pages."""
_LOOSEST = 1.8
"""Columns are not drawn further apart than this, against the widths that they need."""
_LOOSEST_NUMBER = 96.0
"""Nor a column of numbers beyond this, at 100 %, unless it needs it."""
_SHORT = 0.7
"""A column that needs less than this share of an equal part of the width gets what it needs."""


@dataclass(frozen=True, slots=True)
class Need:
    """What a column asks for, without the space between columns.

    Attributes
    ----------
    least : float
        Width at which words stay whole.
    natural : float
        Width at which every line stays whole.
    is_number : bool
        Whether numbers stand in it.
    """

    least: float
    natural: float
    is_number: bool = False

    def loosest(self, scale: TypeScale) -> float:
        """Return the width beyond which it would stand apart from the others."""
        if self.is_number:
            return max(self.natural, scale.px(_LOOSEST_NUMBER))
        return self.natural * _LOOSEST


def needs_of(columns: Sequence[Column], rows: Sequence[TableRow], scale: TypeScale) -> list[Need]:
    """Return what each column asks for."""
    return [_need(place, column, rows, scale) for place, column in enumerate(columns)]


def _need(place: int, column: Column, rows: Sequence[TableRow], scale: TypeScale) -> Need:
    cells = {row.cells[place] for row in rows}
    natural = max((natural_width(own, scale) for own in cells), default=0.0)
    word = max((least_width(own, scale) for own in cells), default=0.0)
    head = max((scale.small_name.width(part) for part in column.title.split()), default=0.0) + 1.0
    whole_head = scale.small_name.width(column.title) + 1.0
    least = max(min(word, scale.px(_LONGEST_WORD)), min(head, scale.px(_LONGEST_WORD)), scale.px(_LEAST))
    is_short = whole_head <= scale.px(_LONGEST_WORD) / 2.0
    return Need(least, max(natural, whole_head if is_short else head, least), column.is_number)


def total_least(needs: Sequence[Need], scale: TypeScale) -> float:
    """Return the width that all columns take at the least."""
    return sum(own.least for own in needs) + scale.px(GAP) * max(len(needs) - 1, 0)


def shared(needs: Sequence[Need], available: float, scale: TypeScale) -> list[float]:
    """Return the widths of columns that together take what is available, or as much as is good for them."""
    room = available - scale.px(GAP) * max(len(needs) - 1, 0)
    least, natural = sum(own.least for own in needs), sum(own.natural for own in needs)
    if natural <= room:
        return _spread(needs, room - natural, scale)
    if least >= room:
        return [own.least * room / least for own in needs]
    return _pressed(needs, room)


def _spread(needs: Sequence[Need], spare: float, scale: TypeScale) -> list[float]:
    """Return widths as needed and what is to spare in shares of what each column can take."""
    takes = [own.loosest(scale) - own.natural for own in needs]
    share = min(spare / sum(takes), 1.0) if sum(takes) > 0.0 else 0.0
    return [own.natural + share * take for own, take in zip(needs, takes, strict=True)]


def _pressed(needs: Sequence[Need], room: float) -> list[float]:
    """Return widths of which the short ones are as needed, the long ones share what is left."""
    part = _SHORT * room / len(needs)
    least = [own.natural if own.natural <= part else own.least for own in needs]
    if sum(least) > room:
        least = [own.least for own in needs]
    wants = [max(own.natural - width, 0.0) for own, width in zip(needs, least, strict=True)]
    share = (room - sum(least)) / (sum(wants) or 1.0)
    return [width + share * want for width, want in zip(least, wants, strict=True)]


def groups_of(needs: Sequence[Need], available: float, scale: TypeScale) -> list[tuple[int, ...]]:
    """Return the places of the columns that share a page, the first column leading each of them."""
    if total_least(needs, scale) <= available or len(needs) < 2:
        return [tuple(range(len(needs)))]
    gap = scale.px(GAP)
    room = available - min(needs[0].least, available * _LEADING)
    groups: list[list[int]] = []
    used = room + 1.0
    for place, own in enumerate(needs[1:], 1):
        if used + gap + own.least > room:
            groups.append([0])
            used = 0.0
        groups[-1].append(place)
        used += gap + own.least
    return [tuple(group) for group in groups]
