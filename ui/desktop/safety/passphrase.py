"""Asking for a passphrase, and for a new one."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from ui.desktop.safety.sheet import Sheet
from ui.theme.hub import ThemeHub
from workbench.keeping import EarlierBackups

_SHORT = 12
_EARLIER = (
    (EarlierBackups.PROTECT, "Protect them as well"),
    (EarlierBackups.REMOVE, "Remove them for good"),
    (EarlierBackups.KEEP, "Leave them as they are"),
)


def secret_field(name: str) -> QLineEdit:
    """Return a field whose letters are not seen."""
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setAccessibleName(name)
    return field


class PassphraseDialog(Sheet):
    """Asks for the passphrase of a case that is to be opened.

    Parameters
    ----------
    case : str
        Name of the file.
    fault : str
        Why it is asked again; empty at first.
    """

    def __init__(self, hub: ThemeHub, case: str, fault: str = "", parent: QWidget | None = None) -> None:
        says = f"“{case}” is protected. Without its passphrase nobody can read it."
        super().__init__(hub, "Passphrase", says, parent)
        self.say_fault(fault)
        self.field = secret_field("Passphrase")
        self.body.addWidget(self.field)
        self._open = self.finish("Open")
        self._open.setEnabled(False)
        self.field.textChanged.connect(lambda text: self._open.setEnabled(bool(text)))
        self.field.setFocus()

    @property
    def passphrase(self) -> str:
        """What was typed."""
        return self.field.text()


@dataclass(frozen=True, slots=True)
class NewPassphrase:
    """A passphrase to set: the old one where there is one, and what becomes of earlier backups."""

    old: str
    new: str
    earlier: EarlierBackups


class NewPassphraseDialog(Sheet):
    """Asks for a new passphrase twice, and what becomes of the backups there are."""

    def __init__(
        self, hub: ThemeHub, *, is_change: bool, backups: int, parent: QWidget | None = None
    ) -> None:
        title = "Change the passphrase" if is_change else "Protect with a passphrase"
        says = (
            "The file, its backups and everything written beside it are encrypted. Nobody can find out a "
            "passphrase that is forgotten: the case is lost then, for us as well."
        )
        super().__init__(hub, title, says, parent, width=500)
        self._is_change = is_change
        self.old, self.new = secret_field("Present passphrase"), secret_field("New passphrase")
        self.again = secret_field("New passphrase once more")
        for field in (*((self.old,) if is_change else ()), self.new, self.again):
            self.name(field.accessibleName())
            self.body.addWidget(field)
            field.textChanged.connect(self._judge)
        self.hint = self.note("Several words are easier to keep in mind than signs, and harder to guess.")
        self.earlier = QComboBox()
        self.earlier.addItems([words for _, words in _EARLIER])
        self.earlier.setAccessibleName("Earlier backups")
        if backups:
            self.name(f"Earlier backups ({backups})")
            self.body.addWidget(self.earlier)
        self._set = self.finish("Change it" if is_change else "Protect")
        self._judge()

    @property
    def answer(self) -> NewPassphrase:
        """What was chosen."""
        return NewPassphrase(self.old.text(), self.new.text(), _EARLIER[self.earlier.currentIndex()][0])

    def _judge(self) -> None:
        new, again = self.new.text(), self.again.text()
        self.say_fault("The two are not the same." if again and not new.startswith(again) else "")
        old_given = bool(self.old.text()) or not self._is_change
        self._set.setEnabled(bool(new.strip()) and new == again and old_given)
        short = 0 < len(new) < _SHORT
        self.hint.setText(
            "This is short: a machine guesses it quickly. Several words are better."
            if short
            else "Several words are easier to keep in mind than signs, and harder to guess."
        )
