"""A line of text in several faces and colours, with squares in the colour of parties, wrapped as one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor

from ui.paint.canvas import Canvas
from ui.paint.text import TextCache
from ui.paint.type import Face, TypeScale
from ui.theme.roles import Role
from ui.theme.typography import Radius

_SQUARE = 8.0
_SQUARE_GAP = 4.0
TIE = "\u00a0"
"""A space at which no line is broken."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one face and colour.

    Attributes
    ----------
    text : str
        Begins or ends with a space where a line may be broken there.
    face : Face
        In which it is set.
    role : Role
        Its colour.
    square : str
        Colour of a square right before it, empty for none.
    """

    text: str
    face: Face
    role: Role = Role.TEXT
    square: str = ""


@dataclass(frozen=True, slots=True)
class SetRun:
    """A stretch on a line, and how far from the left it stands."""

    run: Run
    x: float


@dataclass(frozen=True, slots=True)
class RunLine:
    """One line: its stretches, and its height."""

    runs: tuple[SetRun, ...]
    height: float

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw the line; all its faces stand on one base line."""
        base = max((_ascent(own.run.face) for own in self.runs), default=0.0)
        for own in self.runs:
            x = left + own.x
            if own.run.square:
                x += _draw_square(canvas, x, top, self.height, own.run.square)
            text, face = own.run.text.lstrip(), own.run.face
            x += face.width(own.run.text[: len(own.run.text) - len(text)])
            block = canvas.texts.block(text, face, face.width(text) + 1.0)
            canvas.text(block, x, top + base - _ascent(own.run.face), own.run.role)


def set_runs(runs: Sequence[Run], width: float, scale: TypeScale, texts: TextCache) -> list[RunLine]:
    """Return stretches set in lines of some width; nothing is left out."""
    lines: list[list[SetRun]] = [[]]
    x = 0.0
    for unit, is_apart in _units(_words(runs, width, scale, texts)):
        wide = sum(_width(own, scale) for own in unit)
        gap = unit[0].face.width(" ") if is_apart and x > 0.0 else 0.0
        if x > 0.0 and x + gap + wide > width:
            lines.append([])
            x = gap = 0.0
        for number, own in enumerate(unit):
            if number and x + _width(own, scale) > width:  # words without a space between, wider than a line
                lines.append([])
                x = 0.0
            _append(lines[-1], own, x + gap, is_apart=is_apart and not number)
            x += gap + _width(own, scale)
            gap = 0.0
    height = max((run.face.line for run in runs), default=scale.cell.line)
    return [RunLine(tuple(line), height) for line in lines]


def _units(words: Iterable[tuple[Run, bool]]) -> Iterator[tuple[list[Run], bool]]:
    """Yield words with no space between them together, and whether a space stands before them."""
    unit, before = list[Run](), False
    for word, is_apart in words:
        if is_apart and unit:
            yield unit, before
            unit = []
        if not unit:
            before = is_apart
        unit.append(word)
    if unit:
        yield unit, before


def _append(line: list[SetRun], own: Run, x: float, *, is_apart: bool) -> None:
    """Put a word on a line, together with those before it that look alike."""
    before = line[-1] if line else None
    if before is not None and not own.square and _is_alike(before.run, own):
        text = f"{before.run.text}{' ' if is_apart else ''}{own.text}"
        line[-1] = SetRun(replace(before.run, text=text), before.x)
    else:
        line.append(SetRun(own, x))


def _is_alike(one: Run, other: Run) -> bool:
    return (one.face.key, one.role) == (other.face.key, other.role)


def _words(
    runs: Sequence[Run], width: float, scale: TypeScale, texts: TextCache
) -> Iterator[tuple[Run, bool]]:
    """Yield word by word, and whether a space stands before it; words too wide for a line in pieces."""
    is_apart = False
    for run in runs:
        square = run.square
        parts = run.text.split(" ")
        for number, part in enumerate(parts):
            is_apart = is_apart or number > 0
            if not part:
                continue
            word = Run(part, run.face, run.role, square)
            for piece in _pieces(word, width, scale, texts):
                yield piece, is_apart
                is_apart = piece.text != part
            square, is_apart = "", False


def _pieces(word: Run, width: float, scale: TypeScale, texts: TextCache) -> Iterator[Run]:
    if _width(word, scale) <= width:
        yield word
        return
    block = texts.whole(word.text, word.face, width - (_width(word, scale) - word.face.width(word.text)))
    for number, text in enumerate(block.texts):
        yield replace(word, text=text, square=word.square if number == 0 else "")


def _width(run: Run, scale: TypeScale) -> float:
    square = scale.px(_SQUARE) + scale.px(_SQUARE_GAP) if run.square else 0.0
    return square + run.face.width(run.text)


def _ascent(face: Face) -> float:
    return (face.line - face.metrics.height()) / 2.0 + face.metrics.ascent()


def _draw_square(canvas: Canvas, x: float, top: float, height: float, colour: str) -> float:
    side = canvas.scale.px(_SQUARE)
    canvas.painter.setPen(Qt.PenStyle.NoPen)
    canvas.painter.setBrush(QColor(colour))
    square = QRectF(x, top + (height - side) / 2.0, side, side)
    canvas.painter.drawRoundedRect(square, Radius.SEGMENT, Radius.SEGMENT)
    return side + canvas.scale.px(_SQUARE_GAP)
