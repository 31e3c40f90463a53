"""Text broken into lines that fit, laid out once and kept."""

from __future__ import annotations

from collections.abc import Hashable
from contextlib import nullcontext
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QStaticText, QTextLayout, QTextOption, QTransform
from PySide6.QtSvg import QSvgGenerator

from ui.paint.mirror import is_mirrored, upright
from ui.paint.svg import SpokenSvg
from ui.paint.type import Face

_MOST_BLOCKS = 20_000
_ELLIPSIS = "…"
_LONGEST_STUMP = 3
_ROUNDING = 0.5
_EVERY_LINE = 100_000


@dataclass(frozen=True, eq=False)
class Block:
    """Text ready to be drawn.

    Attributes
    ----------
    face : Face
        In which it is set.
    texts : tuple of str
        Line by line.
    indent : float
        By how much the first line is set in.
    width : float
        Of the longest line, its indent included.
    is_elided : bool
        Whether anything was left out.
    """

    face: Face
    texts: tuple[str, ...]
    indent: float
    width: float
    is_elided: bool

    @cached_property
    def lines(self) -> tuple[QStaticText, ...]:
        """The lines ready to be drawn; most text is measured only, in rows that nobody scrolls to."""
        return tuple(_static(line, self.face) for line in self.texts)

    @property
    def height(self) -> float:
        """Height of all lines, in logical pixels."""
        return len(self.texts) * self.face.line

    def line(self, number: int) -> Block:
        """Return one of the lines, to be drawn by itself."""
        text = self.texts[number]
        return Block(self.face, (text,), 0.0, self.face.width(text), False)

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw with the upper left corner at (`x`, `y`) in the colour of the pen."""
        device = painter.device()
        if isinstance(device, QSvgGenerator):
            self._draw_outlines(painter, x, y)
            if isinstance(device, SpokenSvg):
                device.speak(" ".join(self.texts))
            return
        painter.setFont(self.face.font)
        shift, is_turned = (self.face.line - self.face.metrics.height()) / 2.0, is_mirrored(painter)
        # Letters of another script come from another font, with lines that may be taller.
        for number, line in enumerate(self.lines):
            left = x + self.indent if number == 0 else x
            tall = (line.size().height() - self.face.metrics.height()) / 2.0
            raised = tall if tall > _ROUNDING else 0.0
            place = QPointF(left, y + shift - raised + number * self.face.line)
            with upright(painter, left, line.size().width()) if is_turned else nullcontext():
                painter.drawStaticText(place, line)

    def _draw_outlines(self, painter: QPainter, x: float, y: float) -> None:
        """Draw letters as shapes: an SVG is opened where the fonts are not."""
        metrics = self.face.metrics
        base = y + (self.face.line - metrics.height()) / 2.0 + metrics.ascent()
        path = QPainterPath()
        for number, text in enumerate(self.texts):
            left = x + self.indent if number == 0 else x
            path.addText(QPointF(left, base + number * self.face.line), self.face.font, text)
        painter.fillPath(path, painter.pen().color())


@dataclass(frozen=True, slots=True)
class Measure:
    """The space that text is set into.

    Attributes
    ----------
    width : float
        Of a line, in logical pixels.
    lines : int
        Most lines.
    indent : float
        Left free at the start of the first line, for something that is drawn there. Where the first
        word does not fit beside it, the text begins on the next line.
    notch, notch_lines : float, int
        Left free at the end of that many first lines.
    breaks : bool
        Whether a word that is wider than a line is broken rather than elided.
    """

    width: float
    lines: int = 1
    indent: float = 0.0
    notch: float = 0.0
    notch_lines: int = 0
    breaks: bool = False

    def of_line(self, number: int) -> float:
        """Return the width of a line, counted from 0."""
        width = self.width - (self.indent if number == 0 else 0.0)
        return max(width - (self.notch if number < self.notch_lines else 0.0), 0.0)


class TextCache:
    """Blocks by text, face and measure.

    Parameters
    ----------
    breaks_words : bool
        Whether a word that is longer than a line goes on in the next one, as on a wall, where no tooltip
        can say the rest; else it is cut.
    """

    is_whole = False
    """Whether what may take several lines takes as many as it needs."""

    def __init__(self, *, breaks_words: bool = False) -> None:
        wrap = QTextOption.WrapMode
        self._wrap = wrap.WrapAtWordBoundaryOrAnywhere if breaks_words else wrap.WordWrap
        self._blocks: dict[tuple[str, tuple[int, int], Measure], Block] = {}
        self.measured: dict[Hashable, int] = {}
        """What others have measured with these texts, for a picture."""

    def block(self, text: str, face: Face, width: float, lines: int = 1) -> Block:
        """Return `text` in at most `lines` lines of `width`, the last one elided where it must be."""
        return self.set(text, face, Measure(width, lines))

    def whole(self, text: str, face: Face, width: float) -> Block:
        """Return all of `text` in as many lines as it takes; a word that is too wide is broken."""
        return self.set(text, face, Measure(width, _EVERY_LINE, breaks=True))

    def set(self, text: str, face: Face, measure: Measure) -> Block:
        """Return `text` set into a space, its last line elided where it must be."""
        key = (text, face.key, measure)
        block = self._blocks.get(key)
        if block is None:
            if len(self._blocks) >= _MOST_BLOCKS:
                self._blocks.clear()
            block = self._blocks[key] = _laid_out(" ".join(text.split()), face, measure, self._wrap)
        return block


class WholeTexts(TextCache):
    """Blocks of a picture, which has no tooltips: what may take several lines takes as many as it needs."""

    is_whole = True

    def __init__(self) -> None:
        super().__init__(breaks_words=True)

    def block(self, text: str, face: Face, width: float, lines: int = 1) -> Block:
        """Return `text` on one line where no more are allowed, else whole."""
        return self.whole(text, face, width) if lines > 1 else super().block(text, face, width)


def _laid_out(text: str, face: Face, measure: Measure, wrap: QTextOption.WrapMode) -> Block:
    texts, is_elided = _broken(text, face, measure, wrap)
    widths = [face.width(line) for line in texts]
    if widths:
        widths[0] += measure.indent
    return Block(
        face=face,
        texts=texts,
        indent=measure.indent,
        width=max(widths, default=0.0),
        is_elided=is_elided,
    )


def _static(text: str, face: Face) -> QStaticText:
    static = QStaticText(text)
    static.setTextFormat(Qt.TextFormat.PlainText)
    static.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    static.prepare(QTransform(), face.font)
    return static


def _broken(
    text: str, face: Face, measure: Measure, wrap: QTextOption.WrapMode
) -> tuple[tuple[str, ...], bool]:
    if not text or measure.lines <= 0:
        return (), bool(text)
    if face.width(text) <= measure.of_line(0):
        return (text,), False
    spans = _line_spans(text, face, measure, wrap) if measure.lines > 1 else [(0, len(text))]
    texts: list[str] = []
    is_elided = False
    for number, (begin, length) in enumerate(spans[: measure.lines]):
        is_last = number == measure.lines - 1
        piece = text[begin:] if is_last else text[begin : begin + length].rstrip()
        shown = piece if measure.breaks and not is_last else _elided(piece, face, measure.of_line(number))
        is_elided = is_elided or shown != piece
        texts.append(shown)
    return tuple(texts), is_elided


def _elided(text: str, face: Face, width: float) -> str:
    shown = face.metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
    if shown != text:
        shown = _without_stump(shown, text)
    return shown if face.width(shown) <= width + _ROUNDING else ""


def _without_stump(shown: str, text: str) -> str:
    """Return elided text without a last letter or three of a word that was cut."""
    kept = shown.removesuffix(_ELLIPSIS).rstrip()
    head, space, stump = kept.rpartition(" ")
    is_cut = len(kept) < len(text) and text[len(kept)] != " "
    if space and is_cut and len(stump) <= _LONGEST_STUMP:
        return head.rstrip(" ,;:") + _ELLIPSIS
    return kept + _ELLIPSIS


def _line_spans(text: str, face: Face, measure: Measure, wrap: QTextOption.WrapMode) -> list[tuple[int, int]]:
    """Return start and length of each line; none of them is empty but for a first that was too narrow."""
    first_word = text.split(" ", 1)[0]
    is_first_skipped = measure.indent > 0.0 and face.width(first_word) > measure.of_line(0)
    spans = [(0, 0)] if is_first_skipped else []
    layout = QTextLayout(text, face.font)
    option = QTextOption()
    anywhere = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
    option.setWrapMode(anywhere if measure.breaks else wrap)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    while line.isValid() and len(spans) < measure.lines + 1:
        line.setLineWidth(measure.of_line(len(spans)))
        spans.append((line.textStart(), line.textLength()))
        line = layout.createLine()
    layout.endLayout()
    return spans if len(text) == _units(text) else [_in_letters(text, span) for span in spans]


def _units(text: str) -> int:
    """Return how many units Qt counts in a text: two for a letter beyond the first plane of Unicode."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _in_letters(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """Return a start and a length that Qt counted in letters as Python counts them."""
    units = text.encode("utf-16-le", "surrogatepass")
    begin, end = span[0] * 2, (span[0] + span[1]) * 2
    first = len(units[:begin].decode("utf-16-le", "surrogatepass"))
    return first, len(units[:end].decode("utf-16-le", "surrogatepass")) - first
