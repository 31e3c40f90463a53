"""Long texts take the lines there are, and say the rest in a tooltip."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.desktop.widgets.elided_lines import ElidedLines
from ui.desktop.widgets.row_button import RowButton
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.theme import bundled_theme

LONG = "Movement together with the Provisional Coordinating Council of the Northern and Eastern Provinces"


def test_a_text_is_cut_at_the_lines_there_are(qtbot: QtBot) -> None:
    lines = ElidedLines(bundled_theme(), Role.TEXT_MUTED)
    qtbot.addWidget(lines)
    lines.resize(150, 30)
    lines.set_text(LONG)
    lines.show()
    block = lines.block()
    assert len(block.lines) == 2
    assert block.height <= lines.height()
    assert block.texts[-1].endswith("…")
    assert lines.toolTip() == LONG
    assert lines.accessibleName() == LONG
    lines.resize(600, 60)
    qtbot.waitUntil(lambda: not lines.toolTip())
    assert " ".join(lines.block().texts) == LONG


def test_a_line_of_a_panel_takes_two_lines_at_most(qtbot: QtBot, theme_hub: ThemeHub) -> None:
    short, long, whole = (
        RowButton(theme_hub, "Movement", most_lines=2),
        RowButton(theme_hub, LONG, most_lines=2),
        RowButton(theme_hub, LONG),
    )
    for own in (short, long, whole):
        qtbot.addWidget(own)
    assert short.heightForWidth(160) < long.heightForWidth(160) < whole.heightForWidth(160)
    assert long.accessibleName() == LONG
    long.resize(160, long.heightForWidth(160))
    long.show()
    assert long.toolTip() == LONG
    long.resize(900, long.heightForWidth(900))
    qtbot.waitUntil(lambda: not long.toolTip())
