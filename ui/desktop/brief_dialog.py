"""For whom a brief is written, and what it says of movement."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from ui.desktop.header import audience_name
from ui.desktop.session import CaseSession
from ui.desktop.widgets.text import BOLD, Text
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize
from workbench.domain.audience import PRINCIPAL, PUBLIC, ROOM, TEAM, VAULT, Audience, AudienceKind
from workbench.readmodels.wording import day_in_words
from workbench.snapshot import take_snapshot


class BriefDialog(QDialog):
    """Asks for whom the comparison brief is; the team, unless told otherwise."""

    def __init__(self, session: CaseSession, hub: ThemeHub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._columns = session.store.read()
        self.setWindowTitle("Comparison brief")
        self.choice = QComboBox()
        self._audiences = self._offered()
        self.choice.addItems([audience_name(own, session) for own in self._audiences])
        self.choice.setCurrentIndex(self._audiences.index(TEAM))
        self.choice.setAccessibleName("For whom")
        self.marking = Text(hub, "", TextSize.SMALL, Role.TEXT_MUTED)
        compared = session.view.compared
        words = f"With what moved since {day_in_words(compared)}" if compared else "With what moved"
        self.movement = QCheckBox(words)
        self.movement.setChecked(compared is not None)
        self.movement.setEnabled(compared is not None)
        self._lay_out(hub)
        self.choice.currentIndexChanged.connect(lambda _place: self._mark())
        self._mark()

    @property
    def audience(self) -> Audience:
        """For whom the brief is."""
        return self._audiences[self.choice.currentIndex()]

    @property
    def with_movement(self) -> bool:
        """Whether it says what moved."""
        return self.movement.isChecked()

    def _offered(self) -> list[Audience]:
        parties = [Audience(AudienceKind.PARTY, party.code) for party in self._session.snapshot.parties]
        return [PUBLIC, ROOM, *parties, TEAM, PRINCIPAL, VAULT]

    def _mark(self) -> None:
        marking = take_snapshot(self._columns, self.audience).marking
        self.marking.setText(f"Every page will be marked {marking}.")

    def _lay_out(self, hub: ThemeHub) -> None:
        day = day_in_words(self._session.view.day)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        go_on = buttons.addButton("Choose where it goes…", QDialogButtonBox.ButtonRole.AcceptRole)
        go_on.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        body = QVBoxLayout(self)
        body.setContentsMargins(Space.PAGE, Space.SECTION, Space.PAGE, Space.SECTION)
        body.setSpacing(Space.NORMAL)
        body.addWidget(Text(hub, "Comparison brief", TextSize.TITLE, weight=BOLD))
        body.addWidget(
            Text(hub, f"All parties side by side, as they stand on {day}.", role=Role.TEXT_SECONDARY)
        )
        body.addWidget(Text(hub, "For whom", TextSize.SMALL, Role.TEXT_MUTED))
        body.addWidget(self.choice)
        body.addWidget(self.marking)
        body.addWidget(self.movement)
        body.addSpacing(Space.NORMAL)
        body.addWidget(buttons)
        self.setMinimumWidth(round(420 * hub.zoom))
