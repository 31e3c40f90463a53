"""Asking for a passphrase, and for a new one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox, QLineEdit, QProgressBar, QWidget

from ui.desktop.safety.sheet import Sheet
from ui.desktop.safety.strength import Grade, strength_of
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.words import figure, marked, translate
from workbench.keeping import EarlierBackups

_EARLIER = (
    (EarlierBackups.PROTECT, marked("Passphrase", "Protect them as well")),
    (EarlierBackups.REMOVE, marked("Passphrase", "Remove them for good")),
    (EarlierBackups.KEEP, marked("Passphrase", "Leave them as they are")),
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
        says = translate("Passphrase", "“{0}” is protected. Without its passphrase nobody can read it.")
        super().__init__(hub, translate("Passphrase", "Passphrase"), says.format(case), parent)
        self.say_fault(fault)
        self.field = secret_field(translate("Passphrase", "Passphrase"))
        self.body.addWidget(self.field)
        self._open = self.finish(translate("Passphrase", "Open"))
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
    """Asks for a new passphrase twice, says how good it is, and asks what becomes of the backups there are.

    Parameters
    ----------
    known : sequence of str
        Names of the case, which whoever guesses would try first.
    """

    def __init__(
        self,
        hub: ThemeHub,
        *,
        is_change: bool,
        backups: int,
        known: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        title = (
            translate("Passphrase", "Change the passphrase")
            if is_change
            else translate("Passphrase", "Protect with a passphrase")
        )
        super().__init__(hub, title, translate("Passphrase", _KEPT), parent, width=520)
        self.warn(translate("Passphrase", _FORGOTTEN))
        self._is_change, self._known = is_change, tuple(known)
        self.old, self.new = (
            secret_field(translate("Passphrase", "Present passphrase")),
            secret_field(translate("Passphrase", "New passphrase")),
        )
        self.again = secret_field(translate("Passphrase", "New passphrase once more"))
        for field in (*((self.old,) if is_change else ()), self.new, self.again):
            self.name(field.accessibleName())
            self.body.addWidget(field)
            field.textChanged.connect(self._judge)
            if field is self.new:
                self._add_strength()
        self._add_earlier(backups)
        self._set = self.finish(
            translate("Passphrase", "Change it") if is_change else translate("Passphrase", "Protect")
        )
        self.new.textChanged.connect(self._weigh)
        (self.old if is_change else self.new).setFocus()
        self._weigh()
        self._judge()

    @property
    def answer(self) -> NewPassphrase:
        """What was chosen."""
        return NewPassphrase(self.old.text(), self.new.text(), _EARLIER[self.earlier.currentIndex()][0])

    def _add_strength(self) -> None:
        self.bar = QProgressBar()
        self.bar.setRange(0, int(Grade.STRONG))
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(translate("Passphrase", "Strength of the passphrase"))
        self.body.addWidget(self.bar)
        self.hint = self.note("")
        self.hint.setMinimumHeight(2 * self.hint.fontMetrics().lineSpacing())

    def _add_earlier(self, backups: int) -> None:
        self.earlier = QComboBox()
        self.earlier.addItems([translate("Passphrase", words) for _, words in _EARLIER])
        self.earlier.setAccessibleName(translate("Passphrase", "Earlier backups"))
        if backups:
            self.name(translate("Passphrase", "Earlier backups ({0})").format(figure(backups)))
            self.body.addWidget(self.earlier)

    def _weigh(self) -> None:
        found = strength_of(self.new.text(), self._known)
        self.bar.setValue(int(found.grade))
        self.hint.setText(found.says)
        self.hint.set_role(Role.ERROR_TEXT if found.grade is Grade.WEAK else Role.TEXT_SECONDARY)
        self.bar.setAccessibleDescription(found.says)

    def _judge(self) -> None:
        new, again = self.new.text(), self.again.text()
        differ = bool(again) and not new.startswith(again)
        self.say_fault(translate("Passphrase", "The two are not the same.") if differ else "")
        old_given = bool(self.old.text()) or not self._is_change
        self._set.setEnabled(bool(new.strip()) and new == again and old_given)


_KEPT = marked(
    "Passphrase", "The file, its backups and everything written beside it are encrypted from now on."
)
_FORGOTTEN = marked(
    "Passphrase",
    "Nobody can find out a passphrase that is forgotten, neither we nor anybody else: the case is lost then. "
    "Keep it where you keep what must not be lost.",
)
