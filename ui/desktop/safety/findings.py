"""What an examination of the file found, each with what to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.desktop.keeping import Finding
from ui.desktop.safety.sheet import CLOSE, Sheet
from ui.desktop.widgets.notice import Box
from ui.desktop.widgets.text import Text, section_label
from ui.theme.dress import set_surface
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize

_DAMAGE = "damage"


class FindingsDialog(Sheet):
    """Damage first, then what the case lacks; or that there is nothing to say."""

    def __init__(
        self, hub: ThemeHub, case: str, findings: Sequence[Finding], parent: QWidget | None = None
    ) -> None:
        damage = [own for own in findings if own.severity == _DAMAGE]
        lacking = [own for own in findings if own.severity != _DAMAGE]
        super().__init__(hub, f"Check of “{case}”", _verdict(len(damage), len(lacking)), parent, width=620)
        page = QWidget()
        set_surface(page, "panel")
        lines = QVBoxLayout(page)
        lines.setContentsMargins(0, 0, Space.NORMAL, 0)
        lines.setSpacing(Space.NORMAL)
        for own in damage:
            lines.addWidget(_box(hub, own, Role.ERROR, Role.ERROR_BORDER, Role.ERROR_TEXT))
        if lacking:
            lines.addWidget(section_label(hub, f"What the case lacks ({len(lacking)})"))
        for own in lacking:
            lines.addWidget(_box(hub, own, Role.ASK, Role.ASK_BORDER, Role.ASK_TEXT))
        lines.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(page)
        scroll.setVisible(bool(findings))
        self.body.addWidget(scroll, 1)
        self.finish(dismiss=CLOSE)
        if findings:
            self.resize(round(640 * hub.zoom), round(520 * hub.zoom))


def _verdict(damage: int, lacking: int) -> str:
    if damage:
        return "The file is damaged. Do not go on working in it; nothing in it was changed by looking."
    sound = "The file is sound: its pages, references and history, and the tables agree with the history."
    return f"{sound} What follows is advice." if lacking else f"{sound} The case lacks nothing either."


def _box(hub: ThemeHub, finding: Finding, fill: Role, border: Role, ink: Role) -> Box:
    box = Box(hub, fill, border)
    box.body.addWidget(Text(hub, finding.what, role=ink).selectable())
    box.body.addWidget(Text(hub, finding.to_do, TextSize.CELL, ink).selectable())
    return box
