"""Pages for the second screen, in letters as large as the room needs, and their pixels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from ui.paint.canvas import Canvas
from ui.paint.legend import EITHER, LEVELS, set_legend
from ui.paint.mirror import mirror
from ui.paint.picture_words import empty_words, reader
from ui.paint.present_card import card_bodies
from ui.paint.present_frame import EDGE, Entries, PresentFrame
from ui.paint.present_issue import issue_bodies
from ui.paint.present_legend import LegendBody, as_of_rows, marks_in, room_signs_in, said_as, stances_in
from ui.paint.present_overview import OverviewBody, overview_bodies
from ui.paint.text import TextCache
from ui.paint.type import TypeScale, type_scale
from ui.theme.roles import Role
from ui.theme.theme import Theme, bundled_theme
from ui.words import figure, marked, translate
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
_LEAST_DOTS = 6.0
"""Fewer dots than this make no small letter that can be read, however near one sits."""
_STEPS = 10
_ROUNDING = 0.01
_SHOWN_LEVELS: Entries = tuple(entry for entry in LEVELS if entry[0] is not Level.UNKNOWN)
_BASES = {
    Basis.DECLARED: marked("PresentPage", "Declared positions"),
    Basis.ASSESSED: marked("PresentPage", "Assessed where there is an assessment"),
}


class Body(Protocol):
    """What stands in the middle of a page."""

    @property
    def height(self) -> float:
        """How much space it takes at least."""

    @property
    def is_whole(self) -> bool:
        """Whether no text in it was cut for want of space."""

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
    def is_whole(self) -> bool:
        """Whether no text in it was cut for want of space."""
        return self.body.is_whole

    def finds_space(self, screen: Screen) -> bool:
        """Return whether what stands in it lies between its title and its own footer."""
        setting = Setting(screen, self.frame, lambda *_: (self.body,), _texts())
        return setting.pages_at(self.magnification) > 0

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
        letter = max(self.seating.least_x_height(self.pixels.height()), _LEAST_DOTS)
        wanted = letter / _small_letter()
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
    """Return the matrix, and what its signs mean on a page of its own where it finds no space below it."""
    if not model.rows:
        return ()
    empty = empty_words(model.matrix)

    def lay(body: QRectF, scale: TypeScale, texts: TextCache) -> Sequence[Body]:
        return overview_bodies(model, body, scale, texts, empty)

    day = day_in_words(model.day)
    frame = _frame(
        model,
        translate("PresentPage", "Where the parties stand on {0}").format(day),
        (translate("PresentPage", _BASES[model.basis]),),
    )
    frame = replace(frame, short=translate("Present", "Positions on {0}").format(day))
    explained = replace(
        frame, legend=stances_in(model) + marks_in(model) + room_signs_in(model), levels=_SHOWN_LEVELS
    )
    pages = _explained_pages(model, screen, explained, lay)
    if pages:
        return pages
    said = as_of_rows(explained.legend, model, model.rows)
    return (*_pages(screen, frame, lay), *_legend_pages(screen, frame, said + explained.levels))


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
    sheet = Screen(pixels).sheet(page.magnification)
    if QGuiApplication.isRightToLeft():
        mirror(painter, sheet.width())
    canvas = Canvas(painter, own, present_scale(), _texts())
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


def _texts() -> TextCache:
    return TextCache(breaks_words=True)


def _frame(model: PresentModel, title: str, said: tuple[str, ...]) -> PresentFrame:
    return PresentFrame(title, (*said, model.title), reader(model.matrix), model.earlier, model.later)


def _issue_frame(model: PresentModel, title: str, row: int) -> PresentFrame:
    frame = _frame(model, title, (day_in_words(model.day), translate("PresentPage", _BASES[model.basis])))
    return replace(frame, question=model.issue(row).question)


def _legend_pages(screen: Screen, frame: PresentFrame, entries: Entries) -> tuple[Page, ...]:
    own = replace(frame, title=translate("Present", "What the signs mean"), short="", note=())

    def lay(body: QRectF, scale: TypeScale, _texts: TextCache) -> Sequence[Body]:
        return [LegendBody(set_legend(entries, body.width(), scale))]

    return _pages(screen, own, lay)


def _explained_pages(model: PresentModel, screen: Screen, frame: PresentFrame, lay: Lay) -> tuple[Page, ...]:
    """Return pages each of which explains its own signs; none where a legend finds no space.

    On a page of facts and norms beside issues the same colours are said in two ways. Where that takes more
    lines than all pages have for a legend, all are set anew with so many.
    """
    for own in (frame, replace(frame, legend=said_as(EITHER, frame.legend))):
        if not Setting(screen, own, lay, _texts()).pages_at(screen.needed):
            continue
        pages = tuple(_as_of_rows(page, model, frame.legend) for page in _pages(screen, own, lay))
        if all(page.finds_space(screen) for page in pages):
            return pages
    return ()


def _as_of_rows(page: Page, model: PresentModel, legend: Entries) -> Page:
    """Return a page with a legend of its own: facts and norms are held, without room."""
    if not isinstance(page.body, OverviewBody):
        return page
    own = replace(page.frame, legend=as_of_rows(legend, model, page.body.rows))
    has_room = any(model.issue(row).has_room for row in page.body.rows)
    return replace(page, frame=own if has_room else replace(own, levels=()))


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """A way to set pages: what is said around them, what lays them out, and the texts set so far."""

    screen: Screen
    frame: PresentFrame
    lay: Lay
    texts: TextCache

    def bodies(self, magnification: float) -> Sequence[Body]:
        """Return the pages at a magnification."""
        return self.lay(self.body(magnification), present_scale(), self.texts)

    def body(self, magnification: float) -> QRectF:
        """Return the space between title and footer."""
        scale, sheet = present_scale(), self.screen.sheet(magnification)
        around = self.frame.head(sheet.width(), scale, self.texts) + self.frame.foot(sheet.width(), scale)
        return QRectF(0.0, 0.0, sheet.width() - 2.0 * EDGE, sheet.height() - around)

    def pages_at(self, magnification: float) -> int:
        """Return on how many pages all stands whole; none where something is cut or finds no space."""
        bodies = self.bodies(magnification)
        space = self.body(magnification).height() + _ROUNDING
        return len(bodies) if all(own.height <= space and own.is_whole for own in bodies) else 0

    def largest(self, calm: float) -> float:
        """Return the largest magnification at which it takes no more pages than the room needs."""
        low, high = self.screen.needed, self.screen.pixels.height() / calm
        most = self.pages_at(low)
        if high <= low or not most:
            return low
        for _ in range(_STEPS):
            middle = (low + high) / 2.0
            fits = 0 < self.pages_at(middle) <= most
            low, high = (middle, high) if fits else (low, middle)
        return low


def _pages(screen: Screen, frame: PresentFrame, lay: Lay, calm: float = _CALM_HEIGHT) -> tuple[Page, ...]:
    """Return the fewest pages in the largest type that needs no more of them."""
    texts = _texts()
    settings = [Setting(screen, own, lay, texts) for own in frame.tighter()]
    own = next((one for one in settings if one.pages_at(screen.needed)), settings[-1])
    count = len(own.bodies(screen.needed))
    own = replace(own, frame=replace(own.frame, page=_numbered(count, count)))
    magnification = own.largest(calm)
    bodies = own.bodies(magnification)
    count = len(bodies)
    numbered = (replace(own.frame, page=_numbered(number, count)) for number in range(1, count + 1))
    return tuple(Page(one, body, magnification) for one, body in zip(numbered, bodies, strict=True))


def _numbered(number: int, count: int) -> str:
    """Return which of several pages it is; nothing where there is one."""
    if count == 1:
        return ""
    return translate("PresentPage", "{0} of {1}").format(figure(number), figure(count))
