"""Two images, pixel by pixel."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

_ROUNDING = 3
"""By how much of 255 the edge of a shape may differ that lies between two pixels and is cut by the view."""


def unlike(one: QImage, other: QImage) -> list[tuple[int, int]]:
    """Pixels in which two images differ by more than the rounding of an edge."""
    assert one.size() == other.size()
    differ = np.abs(_channels(one) - _channels(other)) > _ROUNDING
    return [(x, y) for y, x in np.argwhere(differ.any(axis=2)).tolist()]


def _channels(image: QImage) -> NDArray[np.int16]:
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), -1, 4)
    return rows[:, : plain.width(), :3].astype(np.int16)
