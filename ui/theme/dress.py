"""Give a widget its part in the style sheet: surface, tone, kind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QWidget

Surface = Literal["window", "panel", "header", "card"]
Edge = Literal["left", "right", "top", "bottom"]
Box = Literal["ask", "info", "error", "marking"]
Tone = Literal["primary", "secondary", "muted", "error"]
LabelSize = Literal["tiny", "small", "cell", "body", "heading", "title", "display", "section"]
Kind = Literal["plain", "primary", "quiet", "menu", "menu-primary", "link", "day"]


def set_surface(widget: QWidget, surface: Surface, edge: Edge | None = None) -> None:
    """Set the ground of a container, and the side on which a hairline parts it from its neighbour."""
    _set(widget, "surface", surface)
    _set(widget, "edge", edge)


def set_box(widget: QWidget, box: Box) -> None:
    """Make a frame or label a box that asks, informs, reports an error, or shows a handling marking."""
    _set(widget, "box", box)


def set_text(label: QLabel, size: LabelSize = "body", tone: Tone = "primary") -> None:
    """Set size and tone of a label."""
    _set(label, "textsize", size)  # "size" is the widget's own
    _set(label, "tone", tone)


def set_kind(button: QAbstractButton, kind: Kind) -> None:
    """Make a button plain, the primary one, quiet, one with a menu, or one that reads as a link."""
    _set(button, "kind", kind)


def set_invalid(field: QWidget, invalid: bool) -> None:
    """Mark a field whose content cannot stand, or take the mark away."""
    _set(field, "invalid", "true" if invalid else None)


def join_segments(buttons: Sequence[QAbstractButton]) -> None:
    """Draw the buttons as one switch, in the order given; they must touch in their layout."""
    last = len(buttons) - 1
    as_seen = list(reversed(buttons)) if buttons and buttons[0].isRightToLeft() else buttons
    for index, button in enumerate(as_seen):
        place = "only" if not last else "first" if index == 0 else "last" if index == last else "middle"
        _set(button, "segment", place)


def settle(view: QAbstractItemView) -> None:
    """Give a list or tree its style before it lays out its rows; call it right after making the view.

    Qt lays out the rows of a nested view before the view is polished and keeps the heights from then, so that
    rows overlap.
    """
    view.ensurePolished()


def _set(widget: QWidget, name: str, value: str | None) -> None:
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
