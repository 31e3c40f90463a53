"""Common ground on paper: a card for each block, facts on the left and norms on the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.paint.ground_cards import ITEM, SIDE, STRIPE, Card, Part, item_height, item_lines, parted
from ui.paint.picture import SMALLEST, Leaf, Paper, largest_fitting, refuse_small
from ui.paint.picture_files import Sheet
from ui.paint.picture_frame import EDGE, Frame
from ui.paint.runs import Run, RunLine, set_runs
from ui.tables.ground import ground_name, ground_nothing
from ui.theme.roles import Role
from ui.words import translate
from workbench.analysis.common_ground import Ground
from workbench.readmodels.common_ground_lens import GroundBlock, GroundItem

_ROWS = (
    (Ground.AGREED_FACT, Ground.CONVERGENT_NORM),
    (Ground.CONTESTED_FACT, Ground.DIVERGENT_NORM),
    (Ground.ONE_SIDE,),
)
"""Which blocks stand side by side."""
_TWO_COLUMNS = 620.0
"""Width from which facts and norms stand side by side, at 100 %."""
_HEAD = 10.0
_APART = 12.0


@dataclass(frozen=True, slots=True, eq=False)
class GroundPicture:
    """Common ground, on one page where it fits, else on several of easy size.

    Attributes
    ----------
    blocks : sequence of GroundBlock
        Facts and norms by whether they are shared.
    frame : Frame
        What stands around them.
    is_search : bool
        Whether they are only what answers a search.
    """

    blocks: Sequence[GroundBlock]
    frame: Frame
    is_search: bool = False

    def leaves(self, paper: Paper) -> list[Leaf]:
        """Return the pages."""

        def fits(magnification: float) -> bool:
            flow = self._flow(paper, magnification)
            return len(flow.pages) == 1 and flow.is_held

        magnification = largest_fitting(fits, SMALLEST, paper.largest) or paper.easy
        flow = self._flow(paper, magnification)
        refuse_small(flow.is_held)
        return [self._leaf(paper, page, magnification) for page in flow.pages]

    def _leaf(self, paper: Paper, page: Sequence[Card], magnification: float) -> Leaf:
        return lambda number, count: _sheet(paper, self.frame.on_page(number, count), page, magnification)

    def _flow(self, paper: Paper, magnification: float) -> _Flow:
        flow = _Flow(paper, paper.space(self.frame, magnification), is_search=self.is_search)
        blocks = {block.ground: block for block in self.blocks}
        for row in _ROWS:
            flow.add([blocks[ground] for ground in row if ground in blocks])
        return flow


def _sheet(paper: Paper, frame: Frame, cards: Sequence[Card], magnification: float) -> Sheet:
    def draw(painter: QPainter) -> None:
        canvas = paper.canvas(painter, magnification)
        body = frame.draw(canvas, paper.page(magnification))
        body = body.adjusted(0.0, canvas.scale.px(_HEAD), 0.0, 0.0)
        for card in cards:
            card.draw(canvas, body)

    return draw


class _Flow:
    """Fills one page after the other with cards."""

    def __init__(self, paper: Paper, space: QRectF, *, is_search: bool) -> None:
        self._paper, self._is_search = paper, is_search
        self._width, self._height = space.width(), space.height() - paper.scale.px(_HEAD)
        self._is_wide = space.width() >= paper.scale.px(_TWO_COLUMNS)
        self.pages: list[list[Card]] = [[]]
        self.is_held = True
        self._y = 0.0

    def add(self, blocks: Sequence[GroundBlock]) -> None:
        """Add blocks, side by side where there is room; one alone goes on in a second column."""
        if not self._is_wide or (len(blocks) == 1 and len(blocks[0].items) < 2):
            for block in blocks:
                self._fill([self._rest(block, block.items, 1)])
        elif len(blocks) == 1:
            items, middle = blocks[0].items, -(-len(blocks[0].items) // 2)
            left = self._rest(blocks[0], items[:middle], 2)
            self._fill([left, self._rest(blocks[0], items[middle:], 2, is_headed=False)])
        else:
            self._fill([self._rest(block, block.items, 2) for block in blocks])

    def _rest(
        self, block: GroundBlock, items: Sequence[GroundItem], columns: int, *, is_headed: bool = True
    ) -> _Rest:
        width = self._column(columns)
        return _Rest(self._paper, block, items, width, self._is_search, is_headed=is_headed)

    def _fill(self, rests: Sequence[_Rest]) -> None:
        while any(rest.has_more for rest in rests):
            self._paper.go_on()
            self._add_cards(rests)

    def _add_cards(self, rests: Sequence[_Rest]) -> None:
        """Put as much of each block on the page as it holds."""
        scale, room = self._paper.scale, self._height - self._y
        fitting = [rest.fitting(room) for rest in rests]
        if not any(fitting) and self.pages[-1]:
            self.pages.append([])
            self._y = 0.0
            return
        parts = [rest.take(room, may_part=not any(fitting)) for rest in rests]
        height = max(part.height(scale) for part in parts)
        self.is_held = self.is_held and height <= room
        self.pages[-1] += self._cards(rests, parts, height)
        self._y += height + scale.px(_APART)

    def _cards(self, rests: Sequence[_Rest], parts: Sequence[Part], height: float) -> list[Card]:
        edge, count = self._paper.scale.px(EDGE), len(rests)
        lefts = [
            edge + place * (self._column(count) + self._paper.scale.px(_APART)) for place in range(count)
        ]
        if count > 1 and rests[0].block is rests[1].block:
            rect = QRectF(edge, self._y, self._column(1), height)
            return [Card(rests[0].block.ground, tuple(zip(lefts, parts, strict=True)), rect)]
        return [
            Card(rest.block.ground, ((left, part),), QRectF(left, self._y, self._column(count), height))
            for rest, left, part in zip(rests, lefts, parts, strict=True)
            if part.heading
        ]

    def _column(self, count: int) -> float:
        scale = self._paper.scale
        return (self._width - 2.0 * scale.px(EDGE) - (count - 1) * scale.px(_APART)) / count


class _Rest:
    """What of a block has not been put on a page yet."""

    def __init__(self, paper: Paper, block: GroundBlock, items: Sequence[GroundItem], width: float,
                 is_search: bool, *, is_headed: bool = True) -> None:  # fmt: skip
        self.block, self._paper, self._is_headed = block, paper, is_headed
        self._width = width - paper.scale.px(2 * SIDE + STRIPE)
        self._items = [item_lines(paper, item, self._width) for item in items]
        self._is_begun = False
        if not block.items:
            said = ground_nothing(block.ground, is_search=is_search)
            run = Run(said, paper.scale.cell, Role.TEXT_MUTED)
            lines = set_runs([run], self._width, paper.scale, paper.texts)
            self._items = [tuple((line, 0.0, 0.0) for line in lines)]

    @property
    def has_more(self) -> bool:
        """Whether anything is left."""
        return bool(self._items)

    def fitting(self, room: float) -> int:
        """Return how many of the items left fit into a height, name and margins included."""
        used = Part(self._heading(), ()).height(self._paper.scale)
        count = 0
        for item in self._items:
            used += item_height(item, self._paper.scale)
            if used > room:
                break
            count += 1
        return count

    def take(self, room: float, *, may_part: bool) -> Part:
        """Return name and items for a page: whole items, or lines of one that no page holds."""
        heading, count = self._heading(), self.fitting(room)
        if not self._items or not (count or may_part):
            return Part((), ())
        self._is_begun = True
        if count:
            taken, self._items = tuple(self._items[:count]), self._items[count:]
            return Part(heading, taken, self._is_headed)
        scale = self._paper.scale
        lines, rest = parted(self._items[0], room - Part(heading, ()).height(scale) - scale.px(ITEM))
        self._items = [own for own in (rest, *self._items[1:]) if own]
        return Part(heading, (lines,), self._is_headed)

    def _heading(self) -> list[RunLine]:
        scale, name = self._paper.scale, ground_name(self.block.ground)
        if self._is_begun:
            name = translate("Picture", "{0}, continued").format(name)
        runs = [Run(name, scale.name)]
        if self.block.items:
            runs.append(Run(f" {len(self.block.items)}", scale.name, Role.TEXT_MUTED))
        return set_runs(runs, self._width, scale, self._paper.texts)
