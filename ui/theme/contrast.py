"""How well two colours can be told apart, after WCAG 2.2."""

from __future__ import annotations

from PySide6.QtGui import QColor

_STEPS = 40


def relative_luminance(colour: QColor) -> float:
    """Return the relative luminance, 0 for black to 1 for white (WCAG 2.2, definition)."""
    red, green, blue = (_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast_ratio(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of two opaque colours, 1 to 21."""
    dark, light = sorted((relative_luminance(one), relative_luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def legible(colour: QColor, ground: QColor, ratio: float = 4.5) -> QColor:
    """Return `colour`, moved towards black or white until it can be read on `ground`.

    A party brings its own colour; a name set in it must be readable on every theme.

    Parameters
    ----------
    colour, ground : QColor
        The colour wanted and what it stands on.
    ratio : float
        The contrast to reach.
    """
    target = (
        QColor.fromRgbF(1.0, 1.0, 1.0)
        if relative_luminance(ground) < 0.18
        else QColor.fromRgbF(0.0, 0.0, 0.0)
    )
    for step in range(_STEPS + 1):
        candidate = mixed(colour, target, step / _STEPS)
        if contrast_ratio(candidate, ground) >= ratio:
            return candidate
    return target


def mixed(colour: QColor, other: QColor, share: float) -> QColor:
    """Return `colour` with that share (0 to 1) of `other` in it."""
    own = 1.0 - share
    return QColor.fromRgbF(
        colour.redF() * own + other.redF() * share,
        colour.greenF() * own + other.greenF() * share,
        colour.blueF() * own + other.blueF() * share,
    )


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
