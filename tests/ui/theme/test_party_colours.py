"""The colours offered for parties differ from one another."""

from __future__ import annotations

from itertools import combinations

from PySide6.QtGui import QColor

from tests.ui.theme.vision import difference
from ui.theme.party_colours import PARTY_COLOURS


def test_party_colours_differ() -> None:
    for one, other in combinations(map(QColor, PARTY_COLOURS), 2):
        assert difference(one, other) > 10
