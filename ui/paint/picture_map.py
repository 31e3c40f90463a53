"""The map of parties as a picture; names that do not find space on it are listed on a page of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.paint.map_labels import paper_labels
from ui.paint.party_map import (
    MapGeometry,
    MapPlan,
    Spoke,
    covered,
    draw_planned,
    lay_out_map,
    spoke_values,
)
from ui.paint.picture import SMALLEST, Leaf, Paper, refuse_small
from ui.paint.picture_files import Sheet
from ui.paint.picture_frame import Frame
from ui.paint.picture_table import table_leaf
from ui.paint.table_pages import Section, TablePage, Tables
from ui.tables.rows import Column, Page, TableRow, cell, faint, number
from ui.words import translate
from workbench.readmodels.parties_map import PartyMap

_LEAST = 120.0
_STEPS = 8


@dataclass(frozen=True, slots=True, eq=False)
class MapPicture:
    """Parties as dots, near where their positions are near.

    Attributes
    ----------
    shown : PartyMap
        The map; nothing is drawn but the frame where no party is placed.
    frame : Frame
        What stands around it.
    chosen : int or None
        The party from which lines lead to the others, by its place.
    spokes : sequence of Spoke
        The distances of that party.
    """

    shown: PartyMap
    frame: Frame
    chosen: int | None = None
    spokes: Sequence[Spoke] = ()

    def leaves(self, paper: Paper) -> list[Leaf]:
        """Return the map, and the pages on which its numbers are explained."""
        magnification = self._magnification(paper)
        space = paper.space(self.frame, magnification)
        refuse_small(min(space.width(), space.height()) >= paper.scale.px(_LEAST))
        geometry, plan = self._planned(paper, space)
        keys = [table_leaf(paper, self.frame, page, paper.easy) for page in self._keys(plan, paper)]
        return [self._leaf(paper, geometry, plan, magnification), *keys]

    def _leaf(self, paper: Paper, geometry: MapGeometry, plan: MapPlan, magnification: float) -> Leaf:
        def numbered(number: int, count: int) -> Sheet:
            return self._sheet(paper, geometry, plan, self.frame.on_page(number, count), magnification)

        return numbered

    def _magnification(self, paper: Paper) -> float:
        """Return the largest at which every name finds space, else one that is easily read."""
        for step in range(_STEPS):
            own = paper.largest - (paper.largest - SMALLEST) * step / (_STEPS - 1)
            paper.go_on()
            _, plan = self._planned(paper, paper.space(self.frame, own))
            if not any(label.is_number for label in plan.labels):
                return own
        return SMALLEST

    def _planned(self, paper: Paper, space: QRectF) -> tuple[MapGeometry, MapPlan]:
        look = paper.scale, paper.texts
        geometry = lay_out_map(self.shown, space, paper.scale.zoom)
        values = spoke_values(geometry, look, self.chosen, self.spokes)
        taken = covered(geometry, paper.scale, values)
        labels = paper_labels(self.shown, geometry, look, taken, self.chosen)
        return geometry, MapPlan(labels, self.chosen, values)

    def _sheet(
        self, paper: Paper, geometry: MapGeometry, plan: MapPlan, frame: Frame, magnification: float
    ) -> Sheet:
        def draw(painter: QPainter) -> None:
            canvas = paper.canvas(painter, magnification)
            painter.translate(frame.draw(canvas, paper.page(magnification)).topLeft())
            draw_planned(canvas, self.shown, geometry, plan)

        return draw

    def _keys(self, plan: MapPlan, paper: Paper) -> list[TablePage]:
        """Return the pages that say for whom the numbers stand."""
        numbered = sorted(label.place for label in plan.labels if label.is_number)
        if not numbered:
            return []
        space = paper.space(self.frame, paper.easy)
        rows = tuple(self._row(place) for place in numbered)
        columns = (
            Column("number", translate("Picture", "On the map"), is_number=True),
            Column("party", translate("Picture", "Party")),
            Column("nearest", translate("Picture", "Nearest")),
        )
        page = Page("key", "", columns, rows, "")
        pages = Tables([Section(page)], (paper.scale, paper.texts)).pages(space)
        refuse_small(all(own.is_held for own in pages))
        return pages

    def _row(self, place: int) -> TableRow:
        point = self.shown.points[place]
        nearest = point.sentence.removeprefix(f"{point.label}. ")
        cells = (number(place + 1), cell(point.label, strong=True), faint(nearest))
        return TableRow.of("parties", (point.code,), cells)
