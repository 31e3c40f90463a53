"""A picture of a lens that has nothing to show: why that is so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QPainter

from ui.paint.picture import Leaf, Paper, refuse_small
from ui.paint.picture_files import Sheet
from ui.paint.picture_frame import EDGE, Frame
from ui.paint.text import Block
from ui.theme.roles import Role

_TOP = 12.0


@dataclass(frozen=True, slots=True, eq=False)
class SaidPicture:
    """Some lines of words.

    Attributes
    ----------
    words : str
        What is said.
    frame : Frame
        What stands around it.
    """

    words: str
    frame: Frame

    def leaves(self, paper: Paper) -> list[Leaf]:
        """Return the one page."""
        scale = paper.scale
        space = paper.space(self.frame, paper.easy)
        lines = [
            paper.texts.whole(line, scale.title_note, space.width() - 2.0 * scale.px(EDGE))
            for line in self.words.splitlines()
        ]
        refuse_small(sum(line.height for line in lines) + scale.px(_TOP) <= space.height())

        return [lambda number, count: _sheet(paper, self.frame.on_page(number, count), lines)]


def _sheet(paper: Paper, frame: Frame, lines: Sequence[Block]) -> Sheet:
    def draw(painter: QPainter) -> None:
        canvas = paper.canvas(painter, paper.easy)
        y = frame.draw(canvas, paper.page(paper.easy)).y() + canvas.scale.px(_TOP)
        for line in lines:
            canvas.text(line, canvas.scale.px(EDGE), y, Role.TEXT_MUTED)
            y += line.height

    return draw
