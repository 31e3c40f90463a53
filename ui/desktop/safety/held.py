"""What can be done with a case that somebody else has open."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtWidgets import QDialogButtonBox, QWidget

from ui.desktop.safety.sheet import Sheet
from ui.desktop.safety.words import in_local_time
from ui.theme.hub import ThemeHub
from ui.words import counted, translate


class HeldChoice(Enum):
    """What to do."""

    READ = auto()
    COPY = auto()


class HeldDialog(Sheet):
    """Says who has the case open, and offers to read it or to work on a copy."""

    def __init__(self, hub: ThemeHub, case: str, says: str, parent: QWidget | None = None) -> None:
        title = translate("Held", "“{0}” is open elsewhere").format(case)
        super().__init__(hub, title, in_local_time(says), parent)
        self.choice: HeldChoice | None = None
        self.note(
            translate(
                "Held",
                "Reading changes nothing and shows what they have saved. A copy can be edited, and "
                "merged with theirs later.",
            )
        )
        self.finish()
        for choice, words in (
            (HeldChoice.READ, translate("Held", "Open for reading")),
            (HeldChoice.COPY, translate("Held", "Work on a copy…")),
        ):
            button = self.buttons.addButton(words, QDialogButtonBox.ButtonRole.ActionRole)
            button.clicked.connect(lambda _on, own=choice: self._choose(own))
            button.setDefault(choice is HeldChoice.READ)

    def _choose(self, choice: HeldChoice) -> None:
        self.choice = choice
        self.accept()


class DamagedDialog(Sheet):
    """Says what is the matter with a file that cannot be opened, and leads to its backups."""

    def __init__(
        self, hub: ThemeHub, case: str, says: str, backups: int, parent: QWidget | None = None
    ) -> None:
        title = translate("Held", "“{0}” cannot be opened").format(case)
        super().__init__(hub, title, says, parent, width=520)
        self.note(
            counted(
                "Held",
                "There are %n backups beside it. You see what each contains before anything is done, and the "
                "file as it is is kept beside them, byte for byte.",
                "There is %n backup beside it. You see what it contains before anything is done, and the "
                "file as it is is kept beside it, byte for byte.",
                backups,
            )
        )
        self.finish(translate("Held", "Look at the backups…"))
