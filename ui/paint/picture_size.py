"""How large a picture is: pixels of a screen, or a sheet of paper."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QSizeF

from ui.words import translate
from workbench.domain.errors import CaseError

LEAST_SIDE, MOST_SIDE = 200, 20_000
_MM = 96.0 / 25.4
"""Pixels of 1/96 inch in a millimetre."""
_PRINT = 300.0 / 96.0
"""Pixels of an image on paper to one of 1/96 inch."""
_LANDSCAPE = "-landscape"


class PictureError(CaseError):
    """The picture cannot be drawn or written."""


@dataclass(frozen=True, slots=True)
class PageSize:
    """Size of a page.

    Attributes
    ----------
    width, height : float
        In pixels of 1/96 inch, in which everything is laid out.
    density : float
        How many pixels of an image go to one of these: more on paper, where pixels are smaller.
    """

    width: float
    height: float
    density: float = 1.0

    @property
    def size(self) -> QSizeF:
        """Width and height."""
        return QSizeF(self.width, self.height)

    @property
    def dots(self) -> tuple[int, int]:
        """Width and height of an image, in its pixels."""
        return round(self.width * self.density), round(self.height * self.density)

    @property
    def is_paper(self) -> bool:
        """Whether it is a sheet of paper."""
        return self.density != 1.0

    @classmethod
    def read(cls, text: str) -> PageSize:
        """Read ``1920x1080``, or the name of a paper such as ``A4`` or ``A3-landscape``.

        Raises
        ------
        PictureError
            If it is neither, or too small or too large to be drawn.
        """
        paper = PAPERS.get(text.strip().casefold())
        if paper is not None:
            return paper
        sides = re.fullmatch(r"([0-9]{1,9})[xX×]([0-9]{1,9})", text.strip())
        if sides is None:
            no_size = translate(
                "Picture",
                "“{0}” is no size of a picture. Give width and height in pixels, as 1920x1080, "
                "or A4, A4-landscape, A3 or A3-landscape.",
            )
            raise PictureError(no_size.format(text))
        return cls.of(int(sides[1]), int(sides[2]))

    @classmethod
    def of(cls, width: int, height: int) -> PageSize:
        """Return a page of so many pixels.

        Raises
        ------
        PictureError
            If a side is too short or too long.
        """
        if not all(LEAST_SIDE <= side <= MOST_SIDE for side in (width, height)):
            said = translate("Picture", "The size {0}×{1} cannot be drawn. Give {2} to {3} pixels each way.")
            raise PictureError(said.format(width, height, LEAST_SIDE, MOST_SIDE))
        return cls(width, height)


def _papers() -> dict[str, PageSize]:
    papers: dict[str, PageSize] = {}
    for name, short, long in (("a4", 210, 297), ("a3", 297, 420)):
        papers[name] = PageSize(short * _MM, long * _MM, _PRINT)
        papers[name + _LANDSCAPE] = PageSize(long * _MM, short * _MM, _PRINT)
    return papers


PAPERS = MappingProxyType(_papers())
"""Sheets of paper by name; images of them have 300 dots to an inch."""
