"""For whom a need-to-know copy is made, what it leaves out, and whether it is protected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from ui.desktop.header import audience_name
from ui.desktop.session import CaseSession
from ui.desktop.table_words import count_of
from ui.desktop.widgets.letters import find_by_letters
from ui.desktop.widgets.text import BOLD, Text
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize
from ui.words import translate
from workbench.domain.audience import PRINCIPAL, PUBLIC, ROOM, TEAM, VAULT, Audience, AudienceKind
from workbench.operations.copying import FillCopy, copied, left_out, telling_refs
from workbench.readmodels.wording import commas, quoted
from workbench.snapshot import take_snapshot

_FEW = 3


@dataclass(frozen=True, slots=True)
class CopyOrder:
    """What copy is wanted: for whom, with what in it, protected by what, and where."""

    audience: Audience
    filling: FillCopy
    passphrase: str | None
    path: Path


class CopyDialog(QDialog):
    """Asks for whom the copy is; says in counts what stays out, here and nowhere else."""

    def __init__(self, session: CaseSession, hub: ThemeHub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns, self._whole = session.store.read(), session.store.read_case()
        self.setWindowTitle(translate("CopyDialog", "Need-to-know copy"))
        parties = [Audience(AudienceKind.PARTY, own.code) for own in session.snapshot.parties]
        self._audiences = [PUBLIC, ROOM, *parties, TEAM, PRINCIPAL, VAULT]
        self.choice = QComboBox()
        self.choice.addItems([audience_name(own, session) for own in self._audiences])
        find_by_letters(self.choice)
        self.choice.setAccessibleName(translate("CopyDialog", "For whom"))
        self.marking = Text(hub, role=Role.TEXT_SECONDARY)
        self.left_out = Text(hub, role=Role.TEXT_SECONDARY)
        self.secret = QLineEdit()
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.secret.setAccessibleName(translate("CopyDialog", "Passphrase of the copy"))
        self.secret.setPlaceholderText(translate("CopyDialog", "None: anybody who has the file can open it"))
        self._lay_out(hub)
        self.choice.currentIndexChanged.connect(lambda _place: self._count())
        self._count()

    @property
    def audience(self) -> Audience:
        """For whom the copy is."""
        return self._audiences[self.choice.currentIndex()]

    def choose(self, audience: Audience) -> None:
        """Take an audience as chosen."""
        self.choice.setCurrentIndex(self._audiences.index(audience))

    @property
    def passphrase(self) -> str | None:
        """What protects it, none where nothing does."""
        return self.secret.text() or None

    @property
    def filling(self) -> FillCopy:
        """What goes into it."""
        return copied(take_snapshot(self._columns, self.audience))

    def _count(self) -> None:
        snapshot = take_snapshot(self._columns, self.audience)
        self.marking.setText(
            translate("CopyDialog", "The narrowest record in it is {0}.").format(snapshot.marking)
        )
        seen = copied(snapshot).case
        counts = left_out(self._whole, seen)
        missing = [count_of(own.table, own.missing) for own in counts if own.missing]
        parts = [count_of(own.table, own.shortened) for own in counts if own.shortened]
        said = (
            (translate("CopyDialog", "Not in it: {0}."), missing),
            (translate("CopyDialog", "Only in part: {0}."), parts),
        )
        told = [text.format(commas(own)) for text, own in said if own]
        told = told or [translate("CopyDialog", "Everything is in it.")]
        self.left_out.setText("\n".join([*told, *_telling(telling_refs(self._whole, seen))]))

    def _lay_out(self, hub: ThemeHub) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        choose = translate("CopyDialog", "Choose where it goes…")
        go_on = buttons.addButton(choose, QDialogButtonBox.ButtonRole.AcceptRole)
        go_on.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        says = translate(
            "CopyDialog", "A new case file with only what these readers may see, and a history of its own."
        )
        body = QVBoxLayout(self)
        body.setContentsMargins(Space.PAGE, Space.SECTION, Space.PAGE, Space.SECTION)
        body.setSpacing(Space.NORMAL)
        body.addWidget(Text(hub, translate("CopyDialog", "Need-to-know copy"), TextSize.TITLE, weight=BOLD))
        body.addWidget(Text(hub, says, role=Role.TEXT_SECONDARY))
        passphrase = translate("CopyDialog", "Passphrase")
        for name, field in ((self.choice.accessibleName(), self.choice), (passphrase, self.secret)):
            own = QVBoxLayout()
            own.setSpacing(Space.TIGHT)
            own.addWidget(Text(hub, name, TextSize.SMALL, Role.TEXT_MUTED))
            own.addWidget(field)
            body.addSpacing(Space.TIGHT)
            body.addLayout(own)
        body.addSpacing(Space.TIGHT)
        body.addWidget(self.marking)
        body.addWidget(self.left_out)
        body.addStretch(1)
        body.addSpacing(Space.NORMAL)
        body.addWidget(buttons)
        self.setMinimumWidth(round(460 * hub.zoom))


def _telling(refs: tuple[str, ...]) -> Iterator[str]:
    if not refs:
        return
    named = commas(quoted(own) for own in refs[:_FEW])
    if len(refs) > _FEW:
        named = translate("CopyDialog", "{0} and others").format(named)
    text = translate(
        "CopyDialog",
        "The number at the end of {0} tells that there is another position of that party, issue and day, "
        "which is not in it. Give it a reference of its own first.",
    )
    yield text.format(named)
