"""One cell before a room: what a party wants, what it says, since when and how that is known."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from ui.paint.canvas import Canvas
from ui.paint.present_overview import GAP, rows_a_page
from ui.paint.segments import draw_segment
from ui.paint.text import Block, TextCache
from ui.paint.type import Face, TypeScale
from ui.theme.roles import Role
from workbench.domain.vocabulary import Stance
from workbench.readmodels.presenting import Card

_SWATCH = 26.0
_SWATCH_HEIGHT = 9.0
_WORD = 150.0
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

    def draw(self, canvas: Canvas, body: QRectF) -> None:
        """Draw it into a space."""
        top = body.y()
        for piece in self.pieces:
            piece.draw(canvas, QRectF(body.x(), top, body.width(), piece.height))
            top += piece.height


def card_bodies(card: Card, body: QRectF, scale: TypeScale, texts: TextCache) -> list[CardBody]:
    """Return a card on as many pages as it needs in a space of that size."""
    pieces = list(_pieces(card, body.width(), scale, texts))
    parts = rows_a_page([piece.height for piece in pieces], body.height())
    return [CardBody(tuple(pieces[n] for n in part)) for part in parts]


def _pieces(card: Card, width: float, scale: TypeScale, texts: TextCache) -> Iterator[Piece]:
    headline = f"{card.lead}: {card.text}" if card.lead else card.text
    yield from _lines(headline, scale.title, width, texts, Role.TEXT)
    yield _space()
    for option in card.options:
        yield _option(option, width, scale, texts)
    yield _space()
    if card.statement:
        yield from _lines(card.statement, scale.title_note, width, texts, Role.TEXT)
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


def _option(
    option: tuple[str, str, Stance | None], width: float, scale: TypeScale, texts: TextCache
) -> Piece:
    label, word, stance = option
    left = _SWATCH + 2.0 * GAP
    block = texts.block(label, scale.name, width - left - _WORD, _MOST_LINES)

    def draw(canvas: Canvas, place: QRectF) -> None:
        middle = place.y() + scale.name.line / 2.0
        swatch = QRectF(place.x(), middle - _SWATCH_HEIGHT / 2.0, _SWATCH, _SWATCH_HEIGHT)
        draw_segment(canvas.painter, swatch, stance, canvas.theme)
        said = QRectF(place.x() + left, place.y(), _WORD - GAP, scale.name.line)
        canvas.line(word, scale.cell, said, Role.TEXT)
        canvas.text(block, place.x() + left + _WORD, place.y(), Role.TEXT)

    return Piece(max(block.height, scale.name.line) + GAP, draw)
