"""A picture: something that can be laid out on pages of any size and drawn on them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.paint.canvas import Canvas
from ui.paint.picture_files import Sheet, refuse_place, write_sheets
from ui.paint.picture_frame import Frame
from ui.paint.picture_size import PageSize, PictureError
from ui.paint.text import TextCache, WholeTexts
from ui.paint.type import TypeScale, type_scale
from ui.theme.roles import Role
from ui.theme.theme import Theme
from ui.words import figure, translate
from workbench.ports import Progress

SMALLEST = 0.75
"""Below this text in cells would be lower than 9 pixels: it goes on to another page instead."""
LARGEST = 3.0
MOST_PAGES = 2_000
_STEPS = 12
_EASY = 800.0
"""Length of the shorter side at which text of several pages is set at 100 %."""
_ROOMIEST = 1.6
"""What fits one page is not magnified further than this beyond what is easily read."""


Leaf = Callable[[int, int], Sheet]
"""A page that is told its number, and how many there are."""


def _go_on() -> None:
    """Let everything go on."""


class Picture(Protocol):
    """What can be drawn as a picture."""

    @property
    def frame(self) -> Frame:
        """What stands around it."""

    def leaves(self, paper: Paper) -> Sequence[Leaf]:
        """Return its pages, laid out on paper.

        Raises
        ------
        PictureError
            If it would take more pages than anybody could look at, or not one line fits on a page.
        """


@dataclass(frozen=True, slots=True, eq=False)
class Paper:
    """On what a picture is laid out and drawn: size of the pages, colours, type.

    Attributes
    ----------
    size : PageSize
        Of a page.
    theme : Theme
        Colours.
    scale : TypeScale
        Faces; another thread than that of the window needs its own.
    texts : TextCache
        Where set text is kept.
    go_on : callable
        Called now and then while a picture is laid out; raises ``Cancelled`` where nobody wants it any more.
    """

    size: PageSize
    theme: Theme
    scale: TypeScale = field(default_factory=type_scale)
    texts: TextCache = field(default_factory=WholeTexts)
    go_on: Callable[[], None] = _go_on

    @property
    def easy(self) -> float:
        """The magnification at which text is easily read on a page of this size."""
        shorter = min(self.size.width, self.size.height)
        return min(max(shorter / _EASY, SMALLEST), LARGEST)

    @property
    def largest(self) -> float:
        """The largest magnification of what fits one page."""
        return min(self.easy * _ROOMIEST, LARGEST)

    def page(self, magnification: float) -> QRectF:
        """Return a page in logical pixels."""
        return QRectF(0.0, 0.0, self.size.width / magnification, self.size.height / magnification)

    def space(self, frame: Frame, magnification: float) -> QRectF:
        """Return what the frame leaves of a page, at the origin."""
        page = self.page(magnification)
        taken = frame.height(page.width(), self.scale, self.texts)
        return QRectF(0.0, 0.0, page.width(), max(page.height() - taken, 0.0))

    def canvas(self, painter: QPainter, magnification: float) -> Canvas:
        """Return a canvas on an empty page."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.fillRect(self.page(1.0), self.theme.colour(Role.WINDOW))
        painter.scale(magnification, magnification)
        return Canvas(painter, self.theme, self.scale, self.texts)


class Fits(Protocol):
    """Tells whether everything finds space at a magnification."""

    def __call__(self, magnification: float) -> bool:
        """Return whether it does."""


def sheets_of(picture: Picture, paper: Paper) -> list[Sheet]:
    """Return the pages of a picture, numbered.

    Raises
    ------
    PictureError
        As `Picture.leaves`.
    """
    leaves = picture.leaves(paper)
    refuse_pages(len(leaves))
    return [leaf(number, len(leaves)) for number, leaf in enumerate(leaves, 1)]


def largest_fitting(fits: Fits, least: float, most: float) -> float | None:
    """Return the largest magnification at which everything fits, none where it does not at the least."""
    if not fits(least):
        return None
    if fits(most):
        return most
    low, high = least, most
    for _ in range(_STEPS):
        middle = (low + high) / 2.0
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low


def refuse_pages(count: int) -> None:
    """Refuse a picture of more pages than anybody could look at.

    Raises
    ------
    PictureError
        If there are too many.
    """
    if count > MOST_PAGES:
        many = translate(
            "Picture",
            "The picture would have {0} pages, and {1} are the most. Choose a larger size, or take parties "
            "out of view.",
        )
        raise PictureError(many.format(figure(count), figure(MOST_PAGES)))


def refuse_small(is_enough: bool) -> None:
    """Refuse a page on which not even the title and one line find space.

    Raises
    ------
    PictureError
        If it is not large enough.
    """
    if not is_enough:
        said = translate("Picture", "The page is too small for this picture. Choose a larger size.")
        raise PictureError(said)


def save_picture(
    picture: Picture, path: Path, size: PageSize, theme: Theme, progress: Progress | None = None
) -> tuple[Path, ...]:
    """Draw a picture into a PNG, SVG or PDF file; needs a QGuiApplication.

    Everything is drawn as large as the page allows. What cannot be read at that size goes on to further
    pages: of the same file for PDF, of numbered files beside it for PNG and SVG.

    Parameters
    ----------
    picture : Picture
        What to draw.
    path : Path
        The file; its ending says which kind.
    size : PageSize
        Of a page.
    theme : Theme
        Colours.
    progress : Progress, optional
        Told at every page.

    Returns
    -------
    tuple of Path
        The files written, in reading order.

    Raises
    ------
    PictureError
        If the ending cannot be used, there would be too many pages, or a file cannot be written.
    """
    refuse_place(path)
    return write_sheets(path, size, picture.frame.title, sheets_of(picture, Paper(size, theme)), progress)
