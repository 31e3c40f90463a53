"""The ladder of options where names are short, long or many."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetrics

from ui.desktop.inspector.ladder_layout import Arranger
from workbench.domain.vocabulary import Stance
from workbench.readmodels.inspector_types import LadderStep

SHORT = ("Free passage", "Checkpoints")
LONG = (*SHORT, "Free passage together with the Provisional Coordinating Council of the Northern Provinces")


def steps(labels: tuple[str, ...], parties: int) -> tuple[LadderStep, ...]:
    stances = (Stance.DEMANDS,) * parties
    words = ("demands",) * parties
    return tuple(
        LadderStep(label, label, stances, (False,) * parties, words, is_meeting=place == 0)
        for place, label in enumerate(labels)
    )


def is_beside(labels: tuple[str, ...], parties: int = 2, width: int = 280, zoom: float = 1.0) -> bool:
    names = ("Baku", "Yerevan", "Moscow")[:parties]
    lines = Arranger(names, steps(labels, parties), zoom).layout(width).lines
    beside = {line.label.right() < line.cells[0].left() for line in lines}
    assert len(beside) == 1, "all lines of a ladder are laid out alike"
    return beside.pop()


@pytest.mark.usefixtures("qapp")
def test_short_names_stand_beside_their_stances_and_long_ones_above() -> None:
    assert is_beside(SHORT)
    assert not is_beside(LONG)
    assert is_beside(LONG, width=700)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("labels", [SHORT, LONG])
def test_no_label_takes_more_room_than_its_lines(labels: tuple[str, ...], zoom: float) -> None:
    arranger = Arranger(("Baku", "Yerevan"), own := steps(labels, 2), zoom)
    for step, line in zip(own, arranger.layout(round(280 * zoom)).lines, strict=True):
        metrics = QFontMetrics(arranger.label_font(step))
        lines = metrics.horizontalAdvance(step.label) // line.label.width() + 2
        least = max(lines * metrics.lineSpacing(), line.cells[0].height())
        assert line.label.height() <= least + round(6 * zoom)
