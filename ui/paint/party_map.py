"""The map of parties: a dot for each, its way since the day compared with, and who is how far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.paint.canvas import Canvas
from ui.paint.text import Block
from ui.theme.contrast import legible
from ui.theme.roles import Role
from workbench.readmodels.parties_map import MapPoint, PartyMap

_MARGIN = 64.0
_DOT = 7.0
_LABEL_GAP = 5.0
_LABEL_WIDTH = 170.0
_SMALLEST_EXTENT = 0.05
_WAY_STEP = 8.0
_SPOKE_PLACES = (0.68, 0.58, 0.78, 0.48, 0.38)
"""How far along a line its distance may stand: rather near the other party, where the lines have spread."""
_RING = 4.0
"""From the dot of the party that is chosen to the outer edge of the ring around it."""
_CROWD = 40
"""Of more parties only the names are written that cover nothing."""


@dataclass(frozen=True, slots=True)
class Spoke:
    """The distance from the party that is chosen to another, by their places; none where unknown."""

    other: int
    distance: float | None


@dataclass(frozen=True, slots=True, eq=False)
class MapGeometry:
    """Where the dots of a map lie in a space.

    Attributes
    ----------
    area : QRectF
        The space.
    dots, before : tuple of QPointF
        Of each party, on the day and on the day compared with (none where it was not placed).
    unit : float
        Pixels a unit of distance.
    """

    area: QRectF
    dots: tuple[QPointF, ...]
    before: tuple[QPointF | None, ...]
    unit: float

    def nearest(self, point: QPointF, reach: float) -> int | None:
        """Return the place of the party whose dot is nearest to a point, none where none is in reach."""
        away = [(_length(dot - point), place) for place, dot in enumerate(self.dots)]
        best = min(away, default=None)
        return best[1] if best is not None and best[0] <= reach else None


def lay_out_map(shown: PartyMap, area: QRectF, zoom: float) -> MapGeometry:
    """Return where the dots lie: both axes at one scale, everything in sight."""
    ends = [point.at for point in shown.points]
    ends += [point.before for point in shown.points if point.before is not None]
    if not ends:
        return MapGeometry(area, (), (), 1.0)
    low, high = ((pick(own[0] for own in ends), pick(own[1] for own in ends)) for pick in (min, max))
    margin = _MARGIN * zoom
    wide, tall = max(high[0] - low[0], _SMALLEST_EXTENT), max(high[1] - low[1], _SMALLEST_EXTENT)
    unit = max(min((area.width() - 2 * margin) / wide, (area.height() - 2 * margin) / tall), 1.0)
    middle = (low[0] + high[0]) / 2.0, (low[1] + high[1]) / 2.0
    centre = area.center()

    def placed(at: tuple[float, float]) -> QPointF:
        return QPointF(centre.x() + (at[0] - middle[0]) * unit, centre.y() - (at[1] - middle[1]) * unit)

    dots = tuple(placed(point.at) for point in shown.points)
    before = tuple(None if point.before is None else placed(point.before) for point in shown.points)
    return MapGeometry(area, dots, before, unit)


def draw_map(
    canvas: Canvas,
    shown: PartyMap,
    geometry: MapGeometry,
    chosen: int | None = None,
    spokes: Sequence[Spoke] = (),
) -> None:
    """Draw the map; from the party that is chosen lines lead to the others, with their distances."""
    painter = canvas.painter
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    taken: list[QRectF] = [_dot_rect(dot, canvas) for dot in geometry.dots]
    for place in range(len(geometry.dots)):
        taken += _draw_way(canvas, geometry, place)
    if chosen is not None:
        for spoke in spokes:
            _draw_spoke(canvas, geometry, chosen, spoke, taken)
    for place, point in enumerate(shown.points):
        _draw_dot(canvas, geometry.dots[place], point, is_chosen=place == chosen)
    for place, point in enumerate(shown.points):
        _draw_label(canvas, geometry, place, point, taken, aside=_RING if place == chosen else 0.0)
    _draw_ruler(canvas, geometry)


def _draw_way(canvas: Canvas, geometry: MapGeometry, place: int) -> list[QRectF]:
    """Draw where a party lay before as a ring, and a line from there; return what that covers."""
    was, now = geometry.before[place], geometry.dots[place]
    if was is None or _length(now - was) < 2.0:
        return []
    pen = QPen(canvas.colour(Role.TEXT_MUTED), 1.0)
    pen.setDashPattern([3.0, 3.0])
    canvas.painter.setPen(pen)
    canvas.painter.drawLine(was, now)
    canvas.painter.setPen(QPen(canvas.colour(Role.TEXT_MUTED), 1.2))
    canvas.painter.setBrush(canvas.colour(Role.WINDOW))
    radius = canvas.scale.px(4)
    canvas.painter.drawEllipse(was, radius, radius)
    steps = max(int(_length(now - was) / _WAY_STEP), 1)
    points = (was + (now - was) * (step / steps) for step in range(steps))
    return [QRectF(point.x() - radius, point.y() - radius, 2 * radius, 2 * radius) for point in points]


def _draw_spoke(
    canvas: Canvas, geometry: MapGeometry, chosen: int, spoke: Spoke, taken: list[QRectF]
) -> None:
    if spoke.distance is None or spoke.other == chosen:
        return
    one, other = geometry.dots[chosen], geometry.dots[spoke.other]
    canvas.painter.setPen(QPen(canvas.colour(Role.BORDER), 1.0))
    canvas.painter.drawLine(one, other)
    block = canvas.texts.block(f"{spoke.distance:.2f}", canvas.scale.small, 60.0)
    for share in _SPOKE_PLACES:
        at = one + (other - one) * share
        rect = QRectF(at.x() - block.width / 2.0, at.y() - block.height / 2.0, block.width, block.height)
        ground = rect.adjusted(-2.0, 0.0, 2.0, 0.0)
        if not any(ground.intersects(own) for own in taken):
            taken.append(ground)
            canvas.painter.fillRect(ground, canvas.colour(Role.WINDOW))
            canvas.text(block, rect.x(), rect.y(), Role.TEXT_SECONDARY)
            return


def _draw_dot(canvas: Canvas, dot: QPointF, point: MapPoint, *, is_chosen: bool) -> None:
    radius = canvas.scale.px(_DOT)
    if is_chosen:
        canvas.painter.setPen(QPen(canvas.colour(Role.FOCUS), 2.0))
        canvas.painter.setBrush(Qt.BrushStyle.NoBrush)
        canvas.painter.drawEllipse(dot, radius + _RING - 1.0, radius + _RING - 1.0)
    colour = QColor(point.colour) if point.colour else canvas.colour(Role.TEXT_MUTED)
    canvas.painter.setPen(QPen(canvas.colour(Role.WINDOW), 1.5))
    canvas.painter.setBrush(legible(colour, canvas.colour(Role.WINDOW), 2.0))
    canvas.painter.drawEllipse(dot, radius, radius)


def _draw_label(
    canvas: Canvas, geometry: MapGeometry, place: int, point: MapPoint, taken: list[QRectF], *, aside: float
) -> None:
    """Write the name beside its dot, where it covers nothing that was drawn before."""
    block = canvas.texts.block(point.label, canvas.scale.name, canvas.scale.px(_LABEL_WIDTH))
    is_crowd = len(geometry.dots) > _CROWD
    gap = canvas.scale.px(_DOT + _LABEL_GAP) + aside
    ways = _label_rects(geometry.dots[place], block, gap, 1 if is_crowd else 4)
    free = next((rect for rect in ways if _is_free(rect, taken, geometry)), None)
    if free is None and is_crowd:
        return  # of a crowd the names that fit; every name is in the tooltip of its dot
    rect = free or ways[0]
    taken.append(rect)
    canvas.text(block, rect.x(), rect.y(), Role.TEXT)


def _is_free(rect: QRectF, taken: Sequence[QRectF], geometry: MapGeometry) -> bool:
    return geometry.area.contains(rect) and not any(rect.intersects(own) for own in taken)


def _label_rects(dot: QPointF, block: Block, gap: float, reach: int) -> list[QRectF]:
    """Return where a name could stand: right, left, over and under its dot, then farther off."""
    width, height = block.width, block.height
    ways = []
    for far in range(reach):
        drop = far * height
        for x, y in (
            (dot.x() + gap, dot.y() - height / 2.0 + drop),
            (dot.x() - gap - width, dot.y() - height / 2.0 + drop),
            (dot.x() + gap, dot.y() - height / 2.0 - drop),
            (dot.x() - width / 2.0, dot.y() - gap - height - drop),
            (dot.x() - width / 2.0, dot.y() + gap + drop),
        ):
            ways.append(QRectF(x, y, width, height))
    return ways


def _dot_rect(dot: QPointF, canvas: Canvas) -> QRectF:
    side = 2.0 * canvas.scale.px(_DOT)
    return QRectF(dot.x() - side / 2.0, dot.y() - side / 2.0, side, side)


def _draw_ruler(canvas: Canvas, geometry: MapGeometry) -> None:
    """Draw how long a distance is on the map."""
    if not geometry.dots:
        return
    steps = (0.5, 0.25, 0.1, 0.05, 0.02)
    length = next((own for own in steps if own * geometry.unit <= geometry.area.width() / 4.0), steps[-1])
    scale, area = canvas.scale, geometry.area
    left, y = area.x() + scale.px(14), area.bottom() - scale.px(14)
    right = left + length * geometry.unit
    canvas.painter.setPen(QPen(canvas.colour(Role.TEXT_MUTED), 1.0))
    canvas.painter.drawLine(QPointF(left, y), QPointF(right, y))
    for end in (left, right):
        canvas.painter.drawLine(QPointF(end, y - 3.0), QPointF(end, y + 3.0))
    block = canvas.texts.block(f"{length:g}", scale.small, scale.px(60))
    canvas.text(block, right + scale.px(6), y - block.height / 2.0, Role.TEXT_MUTED)


def _length(step: QPointF) -> float:
    return float((step.x() ** 2 + step.y() ** 2) ** 0.5)
