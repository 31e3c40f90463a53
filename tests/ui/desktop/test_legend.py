"""The legend: short where height is scarce, and a card that explains every sign there is."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.ui.desktop.conftest import ShowWindow
from tests.ui.desktop.doing import LEFT, page_of, texts
from ui.desktop.legend_button import LegendButton, LegendCard
from ui.desktop.legend_words import SECTIONS, Written
from ui.desktop.window import MainWindow
from ui.paint.legend import Held, RoomSign
from ui.paint.marks import Mark
from workbench.domain.level import Level
from workbench.domain.vocabulary import Stance


def lines_of(window: MainWindow) -> set[float]:
    layout = page_of(window).matrix._layout
    assert layout is not None
    return {item.y for item in layout.legend.items}


def test_a_low_window_keeps_the_legend_to_one_line(qtbot: QtBot, show: ShowWindow) -> None:
    window = show()
    window.resize(1000, 640)
    qtbot.waitUntil(lambda: len(lines_of(window)) == 1)
    window.resize(1000, 900)
    qtbot.waitUntil(lambda: len(lines_of(window)) == 2)


def test_the_button_never_covers_the_legend(qtbot: QtBot, show: ShowWindow) -> None:
    window = show()
    for width in (900, 1366, 1600):
        window.resize(width, 640)
        matrix = page_of(window).matrix
        button = matrix.findChild(LegendButton)
        assert isinstance(button, LegendButton)
        port, layout = matrix.port(), matrix._layout
        assert port is not None
        assert layout is not None
        room = button.x() - port.legend_rect.left()
        assert all(item.x < room for item in layout.legend.items)
        assert button.geometry().right() <= matrix.width()


def test_every_sign_is_explained() -> None:
    explained = {sign for _, entries in SECTIONS for sign, _ in entries}
    assert explained == {*Stance, *map(Held, Stance), None, *Level, *RoomSign, *Mark, Written("2 of 4")}
    assert all(meaning for _, entries in SECTIONS for _, meaning in entries)


def test_the_card_opens_from_the_button(qtbot: QtBot, window: MainWindow) -> None:
    button = page_of(window).matrix.findChild(LegendButton)
    assert isinstance(button, LegendButton)
    qtbot.mouseClick(button, LEFT)
    card = button.findChild(LegendCard)
    assert isinstance(card, LegendCard)
    assert {"2 of 4", "open question", "deadlocked", "holds", "rejects"} <= set(texts(card))
    card.close()
