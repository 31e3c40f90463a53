"""A picture of a lens that has nothing to show: why that is so."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QPainter

from ui.paint.picture import Paper, refuse_small
from ui.paint.picture_files import Sheet
from ui.paint.picture_frame import EDGE, Frame
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

    def sheets(self, paper: Paper) -> list[Sheet]:
        """Return the one page."""
        scale = paper.scale
        space = paper.space(self.frame, paper.easy)
        lines = [
            paper.texts.whole(line, scale.title_note, space.width() - 2.0 * scale.px(EDGE))
            for line in self.words.splitlines()
        ]
        refuse_small(sum(line.height for line in lines) + scale.px(_TOP) <= space.height())

        def draw(painter: QPainter) -> None:
            canvas = paper.canvas(painter, paper.easy)
            y = self.frame.draw(canvas, paper.page(paper.easy)).y() + scale.px(_TOP)
            for line in lines:
                canvas.text(line, scale.px(EDGE), y, Role.TEXT_MUTED)
                y += line.height

        return [draw]
