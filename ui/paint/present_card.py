"""One cell before a room: what a party wants, what it says, since when and how that is known."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from ui.paint.canvas import Canvas
from ui.paint.present_layout import GAP, even_rows
from ui.paint.segments import draw_segment
from ui.paint.text import Block, TextCache
from ui.paint.type import Face, TypeScale
from ui.theme.roles import Role
from workbench.domain.vocabulary import Stance
from workbench.readmodels.presenting import Card

_SWATCH = 26.0
_SWATCH_HEIGHT = 9.0
_HEADLINE_LINES = 2
"""A headline of more lines is set smaller."""
_WIDEST_WORD = 0.45
"""Of the width of the page."""
_MOST_LINES = 400
_BREAK = 10.0


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A line of a card: how high it is, and what draws it."""

    height: float
    draw: Callable[[Canvas, QRectF], None]


@dataclass(frozen=True, slots=True, eq=False)
class CardBody:
    """A page of a card."""

    pieces: tuple[Piece, ...]

    @property
    def height(self) -> float:
        """How much space it takes."""
        return sum(piece.height for piece in self.pieces)

    @property
    def is_whole(self) -> bool:
        """Whether no text in it was cut: lines go on to the next page."""
        return True

    def draw(self, canvas: Canvas, body: QRectF) -> None:
        """Draw it into a space."""
        top = body.y()
        for piece in self.pieces:
            piece.draw(canvas, QRectF(body.x(), top, body.width(), piece.height))
            top += piece.height


def card_bodies(card: Card, body: QRectF, scale: TypeScale, texts: TextCache) -> list[CardBody]:
    """Return a card on as many pages as it needs in a space of that size."""
    pieces = list(_pieces(card, body, scale, texts))
    parts = even_rows([piece.height for piece in pieces], body.height())
    return [CardBody(tuple(pieces[n] for n in part)) for part in parts]


def _pieces(card: Card, body: QRectF, scale: TypeScale, texts: TextCache) -> Iterator[Piece]:
    width = body.width()
    headline = f"{card.lead}: {card.text}" if card.lead else card.text
    is_short = len(texts.block(headline, scale.title, width, _MOST_LINES).texts) <= _HEADLINE_LINES
    yield from _lines(headline, scale.title if is_short else scale.name, width, texts, Role.TEXT)
    yield _space()
    beside = _beside(card, width, scale)
    for option in card.options:
        lines = tuple(_option(option, width, beside, scale, texts))
        is_one = sum(line.height for line in lines) <= body.height()
        yield from (_together(lines),) if is_one else lines
    yield _space()
    if card.statement:
        yield from _lines(f"{card.party}: {card.statement}", scale.title_note, width, texts, Role.TEXT)
        yield _space()
    for fact in (card.since, card.sources):
        yield from _lines(fact, scale.cell, width, texts, Role.TEXT_SECONDARY)


def _space() -> Piece:
    return Piece(_BREAK, lambda _canvas, _place: None)


def _lines(text: str, face: Face, width: float, texts: TextCache, role: Role) -> Iterator[Piece]:
    """Yield a text line by line, so that a long one goes on to the next page."""
    for line in texts.block(text, face, width, _MOST_LINES).texts:
        block = texts.block(line, face, width + 1.0)

        def draw(canvas: Canvas, place: QRectF, own: Block = block) -> None:
            canvas.text(own, place.x(), place.y(), role)

        yield Piece(face.line, draw)


def _together(lines: tuple[Piece, ...]) -> Piece:
    """Return lines as one piece, which no page parts."""

    def draw(canvas: Canvas, place: QRectF) -> None:
        top = place.y()
        for line in lines:
            line.draw(canvas, QRectF(place.x(), top, place.width(), line.height))
            top += line.height

    return Piece(sum(line.height for line in lines), draw)


def _beside(card: Card, width: float, scale: TypeScale) -> float:
    """Return how much the words for the stances take beside the options."""
    longest = max((scale.cell.width(word) for _, word, _ in card.options), default=0.0)
    return min(longest + 4.0 * GAP, width * _WIDEST_WORD)


def _option(
    option: tuple[str, str, Stance | None], width: float, beside: float, scale: TypeScale, texts: TextCache
) -> Iterator[Piece]:
    """Yield an option line by line; swatch and word stand beside the first."""
    label, word, stance = option
    left = _SWATCH + 2.0 * GAP
    said = texts.block(word, scale.cell, beside - GAP)
    for number, line in enumerate(_lines(label, scale.name, width - left - beside, texts, Role.TEXT)):

        def draw(canvas: Canvas, place: QRectF, own: Piece = line, is_first: bool = number == 0) -> None:
            own.draw(canvas, place.adjusted(left + beside, 0.0, 0.0, 0.0))
            if is_first:
                middle = place.y() + scale.name.line / 2.0
                swatch = QRectF(place.x(), middle - _SWATCH_HEIGHT / 2.0, _SWATCH, _SWATCH_HEIGHT)
                draw_segment(canvas.painter, swatch, stance, canvas.theme)
                canvas.text(said, place.x() + left, middle - scale.cell.line / 2.0, Role.TEXT)

        yield Piece(line.height, draw)
    yield Piece(GAP, lambda _canvas, _place: None)
