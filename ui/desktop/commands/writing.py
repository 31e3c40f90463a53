"""Files that are written beside the window: how far it has come, giving it up, and what came of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.desktop.commands.shell import Shell
from ui.desktop.working import work_aside
from ui.words import translate
from workbench.domain.errors import CaseError
from workbench.ports import Cancelled, Progress


class Writing:
    """Writes a file in a thread of its own and tells the person.

    Parameters
    ----------
    window : QWidget
        Over which is said what is being done.
    """

    def __init__(self, shell: Shell, window: QWidget) -> None:
        self._shell, self._window = shell, window

    def write(
        self, name: str, work: Callable[[Progress], object], done: str, *, may_cancel: bool = True
    ) -> None:
        """Write a file.

        Parameters
        ----------
        name : str
            Of the file.
        work : callable
            Writes it, whole or not at all, from what was taken hold of before.
        done : str
            What is said where it is written.
        may_cancel : bool
            Whether it can be given up.
        """
        if self._shell.page is not None:
            self._shell.page.strip.player.stop()
        title = translate("Export", "Writing “{0}”").format(name)
        try:
            work_aside(self._shell.hub, self._window, title, work, may_cancel=may_cancel)
        except Cancelled:
            self._shell.say(translate("Export", "Cancelled; nothing was written."))
        except CaseError as error:
            self._shell.say(str(error), failed=True)
        else:
            self._shell.say(done)
