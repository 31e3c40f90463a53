"""Sizes of text and spaces at 100 %, and the families text is set in."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtGui import QFont

SANS_FAMILIES = (
    "Inter",
    "Noto Sans",
    "Noto Sans Armenian",
    "Noto Sans Georgian",
    "Noto Sans Arabic",
    "Noto Sans Symbols2",
)
"""For the screen, in the order in which a missing letter is looked for."""
SERIF_FAMILIES = (
    "Noto Serif",
    "Noto Serif Armenian",
    "Noto Serif Georgian",
    "Noto Naskh Arabic",
    "Inter",
    "Noto Sans Symbols2",
)
"""For paper."""


class TextSize(IntEnum):
    """Height of text in pixels at 100 %."""

    TINY = 10
    """Marks and the word before an option in a cell."""
    SMALL = 11
    """Section labels, what stands under a name."""
    CELL = 12
    """Text in the matrix."""
    BODY = 13
    HEADING = 14
    TITLE = 16
    DISPLAY = 20
    """The day shown."""


class Space(IntEnum):
    """Distances in pixels at 100 %."""

    HAIR = 1
    TIGHT = 4
    NORMAL = 8
    WIDE = 12
    SECTION = 16
    PAGE = 24


class Radius(IntEnum):
    """Rounding of corners in pixels at 100 %."""

    SEGMENT = 2
    CARD = 4
    CONTROL = 6
    BOX = 8


def sans(
    size: TextSize | float = TextSize.BODY,
    weight: QFont.Weight = QFont.Weight.Normal,
    *,
    zoom: float = 1.0,
    italic: bool = False,
) -> QFont:
    """Return the font of the screen.

    Parameters
    ----------
    size : TextSize or float
        Height in pixels at 100 %.
    weight : QFont.Weight
        Normal, Medium, DemiBold and Bold are bundled.
    zoom : float
        1.0 is 100 %.
    italic : bool
        Whether it is slanted.
    """
    return _font(SANS_FAMILIES, size * zoom, weight, italic=italic)


def serif(
    size: TextSize | float = TextSize.BODY,
    weight: QFont.Weight = QFont.Weight.Normal,
    *,
    zoom: float = 1.0,
    italic: bool = False,
) -> QFont:
    """Return the font of paper, as for `sans`."""
    return _font(SERIF_FAMILIES, size * zoom, weight, italic=italic)


def _font(families: tuple[str, ...], pixels: float, weight: QFont.Weight, *, italic: bool) -> QFont:
    font = QFont(list(families))
    font.setPixelSize(max(1, round(pixels)))
    font.setWeight(weight)
    font.setItalic(italic)
    font.setHintingPreference(
        QFont.HintingPreference.PreferNoHinting
    )  # same widths on screen and in pictures
    return font
