"""Where the names of parties stand on their map: beside their dots, where they cover nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF

from ui.paint.text import Block, TextCache
from ui.paint.type import TypeScale
from workbench.readmodels.parties_map import PartyMap

Look = tuple[TypeScale, TextCache]

DOT = 7.0
_GAP = 5.0
_WIDTH = 170.0
_CROWD = 40
"""On a screen, of more parties only the names are written that cover nothing."""
_FAR = 4
_NUMBER_FAR = 8
_SQUARE = 48.0
RING = 4.0
"""From the dot of the party that is chosen to the outer edge of the ring around it."""


@dataclass(frozen=True, slots=True, eq=False)
class MapLabel:
    """A name, or the number that stands for it, and where it stands.

    `place` is that of the party among the points of the map.
    """

    place: int
    block: Block
    rect: QRectF
    is_number: bool = False


class Placed(Protocol):
    """Where the dots of a map lie."""

    @property
    def area(self) -> QRectF:
        """The space."""

    @property
    def dots(self) -> Sequence[QPointF]:
        """The dots."""


def screen_labels(
    shown: PartyMap, geometry: Placed, look: Look, taken: Sequence[QRectF], chosen: int | None = None
) -> tuple[MapLabel, ...]:
    """Return the names as a screen shows them: of a crowd those that fit, tooltips have the others."""
    scale, texts = look
    used, labels, is_crowd = _Covered(geometry.area, taken), list[MapLabel](), len(shown.points) > _CROWD
    for place, point in enumerate(shown.points):
        block = texts.block(point.label, scale.name, scale.px(_WIDTH))
        gap = _gap(scale, is_chosen=place == chosen)
        ways = list(_ways(geometry.dots[place], block, gap, 1 if is_crowd else _FAR))
        free = next(filter(used.is_free, ways), None)
        if free is None and is_crowd:
            continue
        labels.append(MapLabel(place, block, free or ways[0]))
        used.add(labels[-1].rect)
    return tuple(labels)


def paper_labels(
    shown: PartyMap, geometry: Placed, look: Look, taken: Sequence[QRectF], chosen: int | None = None
) -> tuple[MapLabel, ...]:
    """Return the names whole, in several lines where they are long; a number where one covers something.

    Paper has no tooltips: what the numbers stand for is listed beside.
    """
    scale, texts = look
    used, labels, crowded = _Covered(geometry.area, taken), list[MapLabel](), list[int]()
    for place, point in enumerate(shown.points):
        block = texts.whole(point.label, scale.name, scale.px(_WIDTH))
        ways = _ways(geometry.dots[place], block, _gap(scale, is_chosen=place == chosen), _FAR)
        free = next(filter(used.is_free, ways), None)
        if free is None:
            crowded.append(place)
        else:
            labels.append(MapLabel(place, block, free))
            used.add(free)
    for place in crowded:
        block = texts.whole(str(place + 1), scale.small_name, scale.px(_WIDTH))
        ways = _ways(geometry.dots[place], block, _gap(scale, is_chosen=place == chosen), _NUMBER_FAR)
        rect = next(filter(used.is_free, ways), None) or _over(geometry.dots[place], block)
        labels.append(MapLabel(place, block, rect, is_number=True))
        used.add(rect)
    return tuple(labels)


class _Covered:
    """What is covered of a space, by squares, so that a place is compared with few others."""

    def __init__(self, area: QRectF, taken: Sequence[QRectF]) -> None:
        self._area = area
        self._squares: dict[tuple[int, int], list[QRectF]] = {}
        for rect in taken:
            self.add(rect)

    def add(self, rect: QRectF) -> None:
        """Cover a place."""
        for square in _squares(rect):
            self._squares.setdefault(square, []).append(rect)

    def is_free(self, rect: QRectF) -> bool:
        """Return whether a place lies in the space and covers nothing."""
        return self._area.contains(rect) and not any(
            rect.intersects(own) for square in _squares(rect) for own in self._squares.get(square, ())
        )


def _squares(rect: QRectF) -> Iterator[tuple[int, int]]:
    for column in range(int(rect.left() // _SQUARE), int(rect.right() // _SQUARE) + 1):
        for row in range(int(rect.top() // _SQUARE), int(rect.bottom() // _SQUARE) + 1):
            yield column, row


def _over(dot: QPointF, block: Block) -> QRectF:
    return QRectF(dot.x() - block.width / 2.0, dot.y() - block.height / 2.0, block.width, block.height)


def _gap(scale: TypeScale, *, is_chosen: bool) -> float:
    return scale.px(DOT + _GAP) + (RING if is_chosen else 0.0)


def _ways(dot: QPointF, block: Block, gap: float, reach: int) -> Iterator[QRectF]:
    """Yield where a name could stand: right, left, over and under its dot, then farther off."""
    width, height = block.width, block.height
    for far in range(reach):
        drop = far * height
        for x, y in (
            (dot.x() + gap, dot.y() - height / 2.0 + drop),
            (dot.x() - gap - width, dot.y() - height / 2.0 + drop),
            (dot.x() + gap, dot.y() - height / 2.0 - drop),
            (dot.x() - width / 2.0, dot.y() - gap - height - drop),
            (dot.x() - width / 2.0, dot.y() + gap + drop),
        ):
            yield QRectF(x, y, width, height)
