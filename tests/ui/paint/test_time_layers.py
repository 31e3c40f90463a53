"""The strip drawn from images shows what the strip drawn anew shows, on whatever day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from tests.ui.paint.matrices import DAY, event, timeline
from ui.paint.canvas import Canvas
from ui.paint.text import TextCache
from ui.paint.time_geometry import TimeGeometry, TimeSpan
from ui.paint.time_layers import TimeLayers
from ui.paint.timeline import TimelinePainter
from ui.paint.type import type_scale
from ui.theme.roles import Role
from ui.theme.theme import bundled_theme, theme_keys
from workbench.readmodels.timeline_types import Timeline

TEXTS = TextCache()
_EDGES = 80
"""By how much the edges of letters may differ: over nothing they are blended otherwise than over a ground."""
COMPARED = date(2021, 3, 1)
EVENTS = (
    event("ceasefire", date(2020, 11, 10), "Ceasefire"),
    event("talks", date(2022, 8, 31), "Talks in Brussels"),
    event("term", date(2024, 2, 1), "Term ends", is_deadline=True),
)


@pytest.fixture(autouse=True)
def _gui(qapp: object) -> None:
    """Fonts need an application."""


def strip_on(
    day: date, shown: Timeline, *, width: float = 900.0, span: TimeSpan | None = None
) -> TimelinePainter:
    geometry = TimeGeometry(shown, QRectF(0, 0, width, 140), type_scale(), span)
    return TimelinePainter(geometry, day, COMPARED, has_focus=True)


def drawn(strip: TimelinePainter, layers: TimeLayers | None, theme: str = "") -> QImage:
    rect = strip.geometry.rect
    own = bundled_theme(theme) if theme else bundled_theme()
    image = QImage(round(rect.width()), round(rect.height()), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.fillRect(rect, own.colour(Role.PANEL))
    canvas = Canvas(painter, own, strip.geometry.scale, TEXTS)
    if layers is None:
        strip.draw(canvas)
    else:
        layers.draw(canvas, strip)
    painter.end()
    return image


def most_apart(one: QImage, other: QImage) -> int:
    """Return by how much any part of any pixel differs."""
    assert one.size() == other.size()
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return max(abs(first - second) for first, second in pairs)


def test_every_day_looks_as_drawn_anew() -> None:
    layers, shown = TimeLayers(), timeline(*EVENTS)
    for days in (0, 400, 900, 1400):
        strip = strip_on(DAY - timedelta(days=days), shown)
        assert most_apart(drawn(strip, layers), drawn(strip, None)) <= _EDGES


def test_what_else_changes_is_seen_at_once() -> None:
    layers, shown = TimeLayers(), timeline(*EVENTS)
    whole = strip_on(DAY, shown)
    near = TimeSpan(date(2021, 1, 1).toordinal(), date(2023, 1, 1).toordinal())
    changed = (
        whole,
        replace(whole, hover=shown.events[0]),
        strip_on(DAY, shown, width=700.0),
        strip_on(DAY, shown, span=near),
        strip_on(DAY, timeline(EVENTS[0])),
        strip_on(DAY, replace(shown, lines=shown.lines[:1])),
    )
    for strip in changed:
        assert most_apart(drawn(strip, layers), drawn(strip, None)) <= _EDGES
    assert drawn(whole, layers) != drawn(
        changed[1], layers
    )  # a small change, within what edges may differ by
    for key in theme_keys():
        assert most_apart(drawn(whole, layers, key), drawn(whole, None, key)) <= _EDGES


def test_titles_find_their_places_once_while_the_day_moves(monkeypatch: pytest.MonkeyPatch) -> None:
    placed: list[TimeGeometry] = []
    monkeypatch.setattr(
        "ui.paint.timeline.event_labels", lambda geometry, _texts, **_how: placed.append(geometry) or ()
    )
    layers, shown = TimeLayers(), timeline(*EVENTS)
    for days in range(5):
        drawn(strip_on(DAY - timedelta(days=days), shown), layers)
    assert len(placed) == 1
