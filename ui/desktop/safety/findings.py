"""What an examination of the file found, each with what to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.desktop.keeping import Finding
from ui.desktop.safety.sheet import CLOSE, Sheet
from ui.desktop.widgets.notice import Box
from ui.desktop.widgets.text import LinkedText, Text, section_label
from ui.theme.dress import set_surface
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize
from ui.words import figure, translate
from workbench.domain.case import RecordKey
from workbench.readmodels.inspector_types import Link
from workbench.readmodels.wording import clauses

_DAMAGE = "damage"


class FindingsDialog(Sheet):
    """Damage first, then what the case lacks; or that there is nothing to say."""

    def __init__(
        self, hub: ThemeHub, case: str, findings: Sequence[Finding], parent: QWidget | None = None
    ) -> None:
        damage = [own for own in findings if own.severity == _DAMAGE]
        lacking = [own for own in findings if own.severity != _DAMAGE]
        title = translate("Findings", "Check of “{0}”").format(case)
        super().__init__(hub, title, _verdict(len(damage), len(lacking)), parent, width=620)
        self.wanted: tuple[str, RecordKey] | None = None
        page = QWidget()
        set_surface(page, "panel")
        page.setMinimumHeight(1)  # its height follows from its width, not from texts wrapped narrower
        lines = QVBoxLayout(page)
        lines.setContentsMargins(0, 0, Space.NORMAL, 0)
        lines.setSpacing(Space.NORMAL)
        for own in damage:
            lines.addWidget(self._box(own, Role.ERROR, Role.ERROR_BORDER, Role.ERROR_TEXT))
        if lacking:
            lines.addWidget(
                section_label(
                    hub, translate("Findings", "What the case lacks ({0})").format(figure(len(lacking)))
                )
            )
        for own in lacking:
            lines.addWidget(self._box(own, Role.ASK, Role.ASK_BORDER, Role.ASK_TEXT))
        lines.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(page)
        scroll.setVisible(bool(findings))
        self.body.addWidget(scroll, 1)
        self.finish(dismiss=CLOSE)
        if findings:
            self.be_large(640, min(560, 200 + 90 * len(findings)))

    def _box(self, finding: Finding, fill: Role, border: Role, ink: Role) -> Box:
        box = Box(self.hub, fill, border)
        box.body.addWidget(Text(self.hub, finding.what, role=ink).selectable())
        box.body.addWidget(Text(self.hub, finding.to_do, TextSize.CELL, ink).selectable())
        if finding.records:
            box.body.addWidget(self._ways(finding, ink))
        return box

    def _ways(self, finding: Finding, ink: Role) -> LinkedText:
        """Return the records of a finding, each of which can be gone to."""
        parts: list[str | Link] = [translate("Findings", "Go to: ", "records follow")]
        names = finding.names or [key[-1] for _, key in finding.records]
        for (table, key), name in zip(finding.records, names, strict=True):
            parts += [Link(name, table, key), clauses(("", ""))]
        return LinkedText(self.hub, parts[:-1], self._want, TextSize.CELL, ink, strong=True)

    def _want(self, table: str, key: RecordKey) -> None:
        self.wanted = (table, key)
        self.accept()


def _verdict(damage: int, lacking: int) -> str:
    if damage:
        return translate(
            "Findings",
            "The file is damaged. Do not go on working in it; nothing in it was changed by looking.",
        )
    sound = translate(
        "Findings",
        "The file is sound: its pages, references and history, and the tables agree with the history.",
    )
    advice = translate("Findings", "What follows is advice.")
    return f"{sound} {advice if lacking else translate('Findings', 'The case lacks nothing either.')}"
