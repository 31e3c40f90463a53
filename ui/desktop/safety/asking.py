"""What is asked for the safety of a case. Tests put their own answers in its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QFileDialog, QWidget

from ui.desktop.dialogs import SUFFIX, cases, named_as_case
from ui.desktop.editors.unrecorded import UnrecordedWish
from ui.desktop.keeping import ExpungeTarget, Finding
from ui.desktop.safety.backups import BackupsDialog, BackupWish, RestoreDialog, Say
from ui.desktop.safety.crashed import CrashDialog
from ui.desktop.safety.expunging import Call, ExpungeDialog, ExpungeWhatDialog, Offered
from ui.desktop.safety.findings import FindingsDialog
from ui.desktop.safety.held import DamagedDialog, HeldChoice, HeldDialog
from ui.desktop.safety.merging import MergeDialog
from ui.desktop.safety.passphrase import NewPassphrase, NewPassphraseDialog, PassphraseDialog
from ui.desktop.safety.sheet import CLOSE, Sheet
from ui.desktop.safety.unrecorded import UnrecordedDialog
from ui.desktop.widgets.passing import passing
from ui.desktop.working import work_aside
from ui.theme.hub import ThemeHub
from ui.words import translate
from workbench.domain.case import RecordKey
from workbench.domain.labels import Label
from workbench.domain.names import described
from workbench.keeping import Backup, ExpungePlan, ListedBackup
from workbench.merging import Choice, MergePlan

ResultT = TypeVar("ResultT")


class Asking:
    """Asks the person. Every method returns none where the answer is to leave it be.

    Parameters
    ----------
    window : QWidget or None
        Over which dialogs stand.
    """

    def __init__(self, window: QWidget | None, hub: ThemeHub) -> None:
        self._window, self._hub = window, hub

    def passphrase(self, case: str, fault: str = "") -> str | None:
        """Ask for the passphrase of a case; again, where there was a fault."""
        dialog = PassphraseDialog(self._hub, case, fault, self._window)
        return dialog.passphrase if self._ran(dialog) else None

    def held(self, case: str, says: str) -> HeldChoice | None:
        """Ask what to do with a case that is open elsewhere."""
        dialog = HeldDialog(self._hub, case, says, self._window)
        return dialog.choice if self._ran(dialog) else None

    def damaged(self, case: str, says: str, backups: int) -> bool:
        """Say that a file cannot be opened, and ask whether to look at its backups."""
        return self._ran(DamagedDialog(self._hub, case, says, backups, self._window))

    def place_of_copy(self, path: Path) -> Path | None:
        """Ask where a copy to work on goes."""
        name = translate("Asking", "{0} (copy)").format(path.stem)
        start, title = str(path.with_name(f"{name}{SUFFIX}")), translate("Asking", "Work on a copy")
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, start, cases())
        return named_as_case(Path(chosen)) if chosen else None

    def other_copy(self, path: Path) -> Path | None:
        """Ask for the copy that is to be merged."""
        start, title = str(path.parent), translate("Asking", "Merge another copy of this case")
        chosen, _ = QFileDialog.getOpenFileName(self._window, title, start, cases())
        return Path(chosen) if chosen else None

    def new_passphrase(
        self, *, is_change: bool, backups: int, known: Sequence[str] = ()
    ) -> NewPassphrase | None:
        """Ask for a new passphrase; words known from the case are easily guessed."""
        dialog = NewPassphraseDialog(
            self._hub, is_change=is_change, backups=backups, known=known, parent=self._window
        )
        return dialog.answer if self._ran(dialog) else None

    def findings(self, case: str, findings: Sequence[Finding]) -> tuple[str, RecordKey] | None:
        """Show what a check found; return the record that is to be looked at, if one is."""
        dialog = FindingsDialog(self._hub, case, findings, self._window)
        self._ran(dialog)
        return dialog.wanted

    def backups(
        self,
        case: str,
        listed: Sequence[ListedBackup],
        *,
        may_restore: bool,
        may_back_up: bool = True,
        say: Say = Label.say,
    ) -> tuple[BackupWish, Backup | None] | None:
        """Show the backups and ask what is wanted of them; `say` puts into words what was done last."""
        may = {"may_restore": may_restore, "may_back_up": may_back_up}
        dialog = BackupsDialog(self._hub, case, listed, self._window, say=say, **may)
        done, wish, chosen = self._ran(dialog), dialog.wish, dialog.chosen
        return (wish, chosen) if done and wish is not None else None

    def restore(self, case: str, backup: Backup) -> bool:
        """Ask once more before a backup takes the place of the case."""
        return self._ran(RestoreDialog(self._hub, case, backup, self._window))

    def merge(self, plan: MergePlan) -> dict[str, Choice] | None:
        """Show what a merge would do, and ask how collisions are decided."""
        dialog = MergeDialog(self._hub, plan, self._window)
        return dialog.decisions if self._ran(dialog) and not plan.is_empty else None

    def what_to_expunge(
        self, offered: Offered | None, text: str, call: Call = described
    ) -> ExpungeTarget | None:
        """Ask what is to go for good: a text, or a field of the record that is looked at."""
        dialog = ExpungeWhatDialog(self._hub, offered, text, self._window, call=call)
        return dialog.target if self._ran(dialog) else None

    def expunge(self, plan: ExpungePlan, call: Call = described) -> bool:
        """Show where the text stands, and ask for the word that confirms; `call` says what records are."""
        return self._ran(ExpungeDialog(self._hub, plan, self._window, call=call))

    def unrecorded(self, titles: Sequence[str], count: int) -> UnrecordedWish | None:
        """Ask what becomes of what was entered and is not recorded, before the case is closed."""
        dialog = UnrecordedDialog(self._hub, titles, count, self._window)
        self._ran(dialog)
        return dialog.wish

    def crashed(self, report: str, path: Path) -> None:
        """Say that the program ended by itself last time, and what to do."""
        self._ran(CrashDialog(self._hub, report, path, self._window))

    def aside(self, title: str, work: Callable[[], ResultT]) -> ResultT:
        """Do something that may take a while, with a word of it on the screen."""
        return work_aside(self._hub, self._window, title, lambda _progress: work())

    def tell(self, title: str, says: str) -> None:
        """Say something that is not to be missed."""
        dialog = Sheet(self._hub, title, says, self._window)
        dialog.finish(dismiss=CLOSE)
        self._ran(dialog)

    def _ran(self, dialog: Sheet) -> bool:
        with passing(dialog):
            return bool(dialog.exec())
