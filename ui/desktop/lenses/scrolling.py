"""How far something was scrolled, remembered as a text, and scrolled again once it is large enough."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar


def scroll_of(area: QAbstractScrollArea) -> str:
    """Return how far an area is scrolled, as a text to remember."""
    return f"{area.horizontalScrollBar().value()},{area.verticalScrollBar().value()}"


def scroll_as(area: QAbstractScrollArea, kept: str) -> None:
    """Scroll an area as was remembered, as soon as it is laid out so large."""
    across, _, down = kept.partition(",")
    if across.isdigit() and down.isdigit():
        _when_large_enough(area.horizontalScrollBar(), int(across))
        _when_large_enough(area.verticalScrollBar(), int(down))


def _when_large_enough(bar: QScrollBar, value: int) -> None:
    """Scroll so far now or when there is so much; not any more once somebody has scrolled."""
    if bar.maximum() >= value:
        bar.setValue(value)
        return

    def grown(_least: int, most: int) -> None:
        if most >= value:
            forget()
            bar.setValue(value)

    def forget(*_: int) -> None:
        bar.rangeChanged.disconnect(grown)
        bar.actionTriggered.disconnect(forget)

    bar.rangeChanged.connect(grown)
    bar.actionTriggered.connect(forget)
