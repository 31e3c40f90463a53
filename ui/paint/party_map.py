"""The map of parties: a dot for each, its way since the day compared with, and who is how far."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.paint.canvas import Canvas
from ui.paint.map_labels import DOT, RING, Look, MapLabel, screen_labels
from ui.paint.text import Block
from ui.paint.type import TypeScale
from ui.theme.contrast import legible
from ui.theme.roles import Role
from workbench.readmodels.parties_map import MapPoint, PartyMap

_MARGIN = 64.0
_SMALLEST_EXTENT = 0.05
_WAY_STEP = 8.0
_SPOKE_PLACES = (0.68, 0.58, 0.78, 0.48, 0.38)
"""How far along a line its distance may stand: rather near the other party, where the lines have spread."""


@dataclass(frozen=True, slots=True)
class Spoke:
    """The distance from the party that is chosen to another, by their places; none where unknown."""

    other: int
    distance: float | None


@dataclass(frozen=True, slots=True, eq=False)
class SpokeValue:
    """A line to another party, and its distance where that covers nothing; `ground` is what that covers."""

    other: int
    block: Block | None
    ground: QRectF


@dataclass(frozen=True, slots=True, eq=False)
class MapPlan:
    """What is written on a map, and which party is chosen."""

    labels: Sequence[MapLabel]
    chosen: int | None = None
    values: Sequence[SpokeValue] = ()


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
    look = canvas.scale, canvas.texts
    values = spoke_values(geometry, look, chosen, spokes)
    taken = covered(geometry, canvas.scale, values)
    labels = screen_labels(shown, geometry, look, taken, chosen)
    draw_planned(canvas, shown, geometry, MapPlan(labels, chosen, values))


def draw_planned(canvas: Canvas, shown: PartyMap, geometry: MapGeometry, plan: MapPlan) -> None:
    """Draw the map with names and values where they were planned to stand."""
    painter = canvas.painter
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    for was, now in _ways(geometry):
        _draw_way(canvas, was, now)
    for value in plan.values:
        _draw_spoke(canvas, geometry, plan.chosen or 0, value)
    for label in plan.labels:
        painter.fillRect(label.rect.adjusted(-2.0, 0.0, 2.0, 0.0), canvas.colour(Role.WINDOW))
    for place, point in enumerate(shown.points):
        _draw_dot(canvas, geometry.dots[place], point, is_chosen=place == plan.chosen)
    for label in plan.labels:
        canvas.text(label.block, label.rect.x(), label.rect.y(), Role.TEXT)
    _draw_ruler(canvas, geometry)


def covered(geometry: MapGeometry, scale: TypeScale, values: Sequence[SpokeValue]) -> list[QRectF]:
    """Return what dots, ways and values cover."""
    side = 2.0 * scale.px(DOT)
    taken = [QRectF(dot.x() - side / 2.0, dot.y() - side / 2.0, side, side) for dot in geometry.dots]
    radius = scale.px(4)
    for was, now in _ways(geometry):
        steps = max(int(_length(now - was) / _WAY_STEP), 1)
        points = (was + (now - was) * (step / steps) for step in range(steps))
        taken += [QRectF(own.x() - radius, own.y() - radius, 2 * radius, 2 * radius) for own in points]
    return taken + [value.ground for value in values if value.block is not None]


def spoke_values(
    geometry: MapGeometry, look: Look, chosen: int | None, spokes: Sequence[Spoke]
) -> list[SpokeValue]:
    """Return the lines from the party that is chosen, with the values that cover nothing."""
    if chosen is None:
        return []
    scale, texts = look
    taken, values = covered(geometry, scale, ()), list[SpokeValue]()
    for spoke in spokes:
        if spoke.distance is None or spoke.other == chosen:
            continue
        block = texts.block(f"{spoke.distance:.2f}", scale.small, 60.0)
        line = geometry.dots[chosen], geometry.dots[spoke.other]
        places = (_ground(block, line[0] + (line[1] - line[0]) * share) for share in _SPOKE_PLACES)
        ground = next((own for own in places if not any(own.intersects(other) for other in taken)), None)
        values.append(SpokeValue(spoke.other, block if ground else None, ground or QRectF()))
        if ground is not None:
            taken.append(ground)
    return values


def _ground(block: Block, at: QPointF) -> QRectF:
    """Return what a value covers in the middle of which a point lies."""
    width, height = block.width + 4.0, block.height
    return QRectF(at.x() - width / 2.0, at.y() - height / 2.0, width, height)


def _ways(geometry: MapGeometry) -> Iterator[tuple[QPointF, QPointF]]:
    """Yield from where to where parties have moved."""
    for was, now in zip(geometry.before, geometry.dots, strict=True):
        if was is not None and _length(now - was) >= 2.0:
            yield was, now


def _draw_way(canvas: Canvas, was: QPointF, now: QPointF) -> None:
    """Draw where a party lay before as a ring, and a line from there."""
    pen = QPen(canvas.colour(Role.TEXT_MUTED), 1.0)
    pen.setDashPattern([3.0, 3.0])
    canvas.painter.setPen(pen)
    canvas.painter.drawLine(was, now)
    canvas.painter.setPen(QPen(canvas.colour(Role.TEXT_MUTED), 1.2))
    canvas.painter.setBrush(canvas.colour(Role.WINDOW))
    radius = canvas.scale.px(4)
    canvas.painter.drawEllipse(was, radius, radius)


def _draw_spoke(canvas: Canvas, geometry: MapGeometry, chosen: int, value: SpokeValue) -> None:
    canvas.painter.setPen(QPen(canvas.colour(Role.BORDER), 1.0))
    canvas.painter.drawLine(geometry.dots[chosen], geometry.dots[value.other])
    if value.block is not None:
        canvas.painter.fillRect(value.ground, canvas.colour(Role.WINDOW))
        canvas.text(value.block, value.ground.x() + 2.0, value.ground.y(), Role.TEXT_SECONDARY)


def _draw_dot(canvas: Canvas, dot: QPointF, point: MapPoint, *, is_chosen: bool) -> None:
    radius = canvas.scale.px(DOT)
    if is_chosen:
        canvas.painter.setPen(QPen(canvas.colour(Role.FOCUS), 2.0))
        canvas.painter.setBrush(Qt.BrushStyle.NoBrush)
        canvas.painter.drawEllipse(dot, radius + RING - 1.0, radius + RING - 1.0)
    colour = QColor(point.colour) if point.colour else canvas.colour(Role.TEXT_MUTED)
    canvas.painter.setPen(QPen(canvas.colour(Role.WINDOW), 1.5))
    canvas.painter.setBrush(legible(colour, canvas.colour(Role.WINDOW), 2.0))
    canvas.painter.drawEllipse(dot, radius, radius)


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
