"""Several pictures one after the other, with their pages counted together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ui.paint.picture import Leaf, Paper, Picture
from ui.paint.picture_frame import Frame


@dataclass(frozen=True, slots=True, eq=False)
class SeriesPicture:
    """Pictures that belong together; the first of them gives the title."""

    parts: Sequence[Picture]

    @property
    def frame(self) -> Frame:
        """What stands around the first."""
        return self.parts[0].frame

    def leaves(self, paper: Paper) -> list[Leaf]:
        """Return the pages of all of them."""
        return [leaf for part in self.parts for leaf in part.leaves(paper)]
