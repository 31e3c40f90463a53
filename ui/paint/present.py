"""Pages for the second screen, in letters as large as the room needs, and their pixels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from ui.paint.canvas import Canvas
from ui.paint.legend import LEVELS, MARKS, ROOM_SIGNS, STANCES
from ui.paint.marks import marks_of
from ui.paint.picture_words import empty_words, reader
from ui.paint.present_card import card_bodies
from ui.paint.present_frame import EDGE, Entries, PresentFrame
from ui.paint.present_issue import issue_bodies
from ui.paint.present_overview import overview_bodies
from ui.paint.text import TextCache
from ui.paint.type import TypeScale, type_scale
from ui.theme.roles import Role
from ui.theme.theme import Theme, bundled_theme
from workbench.domain.level import Level
from workbench.domain.vocabulary import Basis
from workbench.readmodels.presenting import USUAL, PresentModel, Seating
from workbench.readmodels.wording import day_in_words

THEME = "projector"
_LEAST_WIDTH, _LEAST_HEIGHT = 340.0, 200.0
"""A page of fewer logical pixels holds no issue with a party and its room."""
_CALM_HEIGHT = 420.0
_CALM_CARD = 320.0
"""A page is not magnified beyond so many logical pixels of height where the room does not need it."""
_STEPS = 10
_SHOWN_LEVELS: Entries = tuple(entry for entry in LEVELS if entry[0] is not Level.UNKNOWN)
_BASES = {
    Basis.DECLARED: "Declared positions",
    Basis.ASSESSED: "Assessed where there is an assessment",
}


class Body(Protocol):
    """What stands in the middle of a page."""

    def draw(self, canvas: Canvas, body: QRectF) -> None:
        """Draw it into a space."""


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """A page for the second screen.

    Attributes
    ----------
    frame : PresentFrame
        What stands around it.
    body : Body
        What stands in it.
    magnification : float
        How many pixels of the screen a logical pixel takes.
    """

    frame: PresentFrame
    body: Body
    magnification: float

    @property
    def title(self) -> str:
        """What it is called on the operator's side."""
        return f"{self.frame.title} ({self.frame.page})" if self.frame.page else self.frame.title


@dataclass(frozen=True, slots=True)
class Screen:
    """What is painted on: its pixels, and who looks at it from where."""

    pixels: QSize
    seating: Seating = USUAL

    @property
    def needed(self) -> float:
        """The magnification at which the smallest text can be read from the last row, where it can be."""
        wanted = self.seating.least_x_height(self.pixels.height()) / _small_letter()
        most = min(self.pixels.width() / _LEAST_WIDTH, self.pixels.height() / _LEAST_HEIGHT)
        return min(wanted, most)

    def readable_from(self, magnification: float) -> float:
        """Return from how many metres the smallest text of a page can be read."""
        letter = _small_letter() * magnification / self.pixels.height()
        return letter / Seating(1.0, self.seating.image_height).least_x_height(1)

    def sheet(self, magnification: float) -> QRectF:
        """Return the page in logical pixels."""
        return QRectF(0.0, 0.0, self.pixels.width() / magnification, self.pixels.height() / magnification)


def present_scale() -> TypeScale:
    """Return the type of the second screen: nothing is set smaller than the legend."""
    scale = type_scale()
    return replace(scale, tiny=scale.small)


def _small_letter() -> float:
    """Return how high a letter without ascender is in the smallest text of a page, in logical pixels."""
    return present_scale().tiny.metrics.xHeight()


Lay = Callable[[QRectF, TypeScale, TextCache], Sequence[Body]]


def overview_pages(model: PresentModel, screen: Screen) -> tuple[Page, ...]:
    """Return the matrix."""
    frame = _frame(model, f"Where the parties stand on {day_in_words(model.day)}", (_BASES[model.basis],))
    frame = replace(frame, legend=STANCES + _marks_in(model) + _room_signs_in(model), levels=_SHOWN_LEVELS)
    empty = empty_words(model.matrix)
    return _pages(screen, frame, lambda body, scale, texts: overview_bodies(model, body, scale, texts, empty))


def issue_pages(model: PresentModel, screen: Screen, row: int) -> tuple[Page, ...]:
    """Return one issue, option by option."""
    frame = _issue_frame(model, model.issue(row).title, row)
    return _pages(screen, frame, lambda body, scale, texts: issue_bodies(model, row, body, scale, texts))


def card_pages(model: PresentModel, screen: Screen, row: int, column: int) -> tuple[Page, ...]:
    """Return one cell; nothing where no position stands in it."""
    card = model.card(row, column)
    if card is None:
        return ()
    frame = _issue_frame(model, card.title, row)
    return _pages(screen, frame, lambda body, scale, texts: card_bodies(card, body, scale, texts), _CALM_CARD)


def paint_page(page: Page, pixels: QSize, theme: Theme | None = None) -> QImage:
    """Return the pixels of a page; needs a QGuiApplication."""
    image = blank(pixels)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.scale(page.magnification, page.magnification)
    own = theme or bundled_theme(THEME)
    canvas = Canvas(painter, own, present_scale(), TextCache())
    sheet = Screen(pixels).sheet(page.magnification)
    painter.fillRect(sheet, own.colour(Role.WINDOW))
    try:
        page.body.draw(canvas, page.frame.draw(canvas, sheet))
    finally:
        painter.end()
    return image


def blank(pixels: QSize) -> QImage:
    """Return the pixels of a screen on which nothing is shown."""
    image = QImage(pixels, QImage.Format.Format_RGB32)
    image.fill(bundled_theme(THEME).colour(Role.MARKING))
    return image


def _frame(model: PresentModel, title: str, said: tuple[str, ...]) -> PresentFrame:
    note = " · ".join(part for part in (*said, model.title) if part)
    return PresentFrame(title, note, reader(model.matrix), model.earlier, model.later)


def _issue_frame(model: PresentModel, title: str, row: int) -> PresentFrame:
    frame = _frame(model, title, (day_in_words(model.day), _BASES[model.basis]))
    return replace(frame, question=model.issue(row).question)


def _marks_in(model: PresentModel) -> Entries:
    used = {
        mark
        for row in model.rows
        for column in range(len(model.columns))
        for mark in marks_of(model.cell(row, column))
    }
    return tuple((mark, text) for mark, text in MARKS if mark in used)


def _room_signs_in(model: PresentModel) -> Entries:
    rooms = (model.room(row) for row in model.rows)
    return ROOM_SIGNS if any(room is not None and room.is_open for room in rooms) else ()


def _pages(screen: Screen, frame: PresentFrame, lay: Lay, calm: float = _CALM_HEIGHT) -> tuple[Page, ...]:
    """Return the pages in the largest type in which all stands on one, never smaller than the room needs."""
    needed = screen.needed
    bodies = _laid(screen, frame, lay, needed)
    magnification = needed
    if len(bodies) == 1:
        magnification = _largest(screen, frame, lay, calm)
        bodies = _laid(screen, frame, lay, magnification)
    count = len(bodies)
    numbered = (
        replace(frame, page=f"{number} of {count}" if count > 1 else "") for number in range(1, count + 1)
    )
    return tuple(Page(own, body, magnification) for own, body in zip(numbered, bodies, strict=True))


def _largest(screen: Screen, frame: PresentFrame, lay: Lay, calm: float) -> float:
    low, high = screen.needed, max(screen.needed, screen.pixels.height() / calm)
    for _ in range(_STEPS):
        middle = (low + high) / 2.0
        fits = len(_laid(screen, frame, lay, middle)) == 1
        low, high = (middle, high) if fits else (low, middle)
    return low


def _laid(screen: Screen, frame: PresentFrame, lay: Lay, magnification: float) -> Sequence[Body]:
    scale, sheet, texts = present_scale(), screen.sheet(magnification), TextCache()
    inner = sheet.width() - 2.0 * EDGE
    height = sheet.height() - frame.head(sheet.width(), scale, texts) - frame.foot(sheet.width(), scale)
    return lay(QRectF(0.0, 0.0, inner, height), scale, texts)
