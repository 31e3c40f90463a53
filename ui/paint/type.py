"""The type in which matrix and timeline are set: few sizes, all from one zoom."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetricsF

from ui.theme.fonts import load_fonts
from ui.theme.typography import TextSize, sans

_LEADING = 1.27
_CONTEXTUAL = QFont.Tag("calt")


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """A font with the measures that painting needs.

    Attributes
    ----------
    key : tuple of int
        Tells faces apart in caches: height in pixels and weight.
    line : float
        Distance of two base lines, in logical pixels.
    """

    key: tuple[int, int]
    font: QFont
    metrics: QFontMetricsF
    line: float

    def width(self, text: str) -> float:
        """Return the advance of a text on one line, in logical pixels."""
        return self.metrics.horizontalAdvance(text)


@dataclass(frozen=True, slots=True, eq=False)
class TypeScale:
    """The faces at one zoom.

    Attributes
    ----------
    zoom : float
        1.0 for 100 %.
    cell, cell_name, name, small, small_name, tiny, title, title_note : Face
        Text of cells, and what leads a row of them; names of issues, parties and levels; what stands under
        a name; headings of baskets; what stands before an option; title of a picture and the line under it.
    """

    zoom: float
    cell: Face
    cell_name: Face
    name: Face
    small: Face
    small_name: Face
    tiny: Face
    title: Face
    title_note: Face

    def px(self, length: float) -> float:
        """Return a length given at 100 %, in whole logical pixels."""
        return float(round(length * self.zoom))


@lru_cache(maxsize=16)
def type_scale(zoom: float = 1.0) -> TypeScale:
    """Return the type at a zoom, for the thread of the window; needs a QGuiApplication."""
    return new_type_scale(zoom)


def new_type_scale(zoom: float = 1.0) -> TypeScale:
    """Return type of one's own: another thread than that of the window shares no font with it."""
    load_fonts()
    bold, medium = QFont.Weight.Bold, QFont.Weight.DemiBold
    return TypeScale(
        zoom=zoom,
        cell=_face(TextSize.CELL, zoom),
        cell_name=_face(TextSize.CELL, zoom, medium),
        name=_face(TextSize.BODY, zoom, medium),
        small=_face(TextSize.SMALL, zoom),
        small_name=_face(TextSize.SMALL, zoom, medium),
        tiny=_face(TextSize.TINY, zoom),
        title=_face(TextSize.DISPLAY, zoom, bold),
        title_note=_face(TextSize.BODY, zoom),
    )


def _face(size: int, zoom: float, weight: QFont.Weight = QFont.Weight.Normal) -> Face:
    font = sans(size, weight, zoom=zoom)
    # Alternates by context, such as a raised colon in TLP:RED, cannot be found or copied in a PDF.
    font.setFeature(_CONTEXTUAL, 0)
    metrics = QFontMetricsF(font)
    return Face((font.pixelSize(), int(weight)), font, metrics, float(round(font.pixelSize() * _LEADING)))
