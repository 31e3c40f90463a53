"""Long work beside the window: the window goes on painting, and a person can give the work up."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from time import monotonic
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QThread, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ui.desktop.widgets.text import BOLD, Text
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize
from workbench.ports import Cancelled, Progress

ResultT = TypeVar("ResultT")
_TOLD_EVERY = 0.05
"""Seconds between two reports of progress: more of them than frames help nobody."""
_SEEN_AFTER = 250
"""Milliseconds that work may take before anything is said of it."""
_STEPS = 1000


class _Work(QThread, Generic[ResultT]):
    """Does something in a thread of its own and keeps what came of it."""

    told = Signal(int, int, str)

    def __init__(self, work: Callable[[Progress], ResultT], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._given_up = Event()
        self._last = 0.0
        self.result: ResultT | None = None
        self.fault: BaseException | None = None

    def give_up(self) -> None:
        """Stop at the next report of progress."""
        self._given_up.set()

    def run(self) -> None:
        """Work; whatever goes wrong is kept for the thread of the window."""
        try:
            self.result = self._work(self._progress)
        except BaseException as fault:
            self.fault = fault

    def _progress(self, done: int, total: int | None, label: str) -> None:
        if self._given_up.is_set():
            raise Cancelled
        now = monotonic()
        if now - self._last >= _TOLD_EVERY:
            self._last = now
            self.told.emit(_share(done, total), _STEPS if total else 0, label)


def _share(done: int, total: int | None) -> int:
    return min(_STEPS * done // total, _STEPS) if total else 0


class WorkingDialog(QDialog):
    """Says what is being done and how far it has come; keeps everything else from being touched meanwhile."""

    def __init__(self, hub: ThemeHub, title: str, parent: QWidget | None, *, may_cancel: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.label = Text(hub, "", TextSize.CELL, Role.TEXT_SECONDARY)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(title)
        self.cancel = QPushButton("Cancel")
        self.cancel.setVisible(may_cancel)
        self._may_cancel, self._is_over = may_cancel, False
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        body = QVBoxLayout(self)
        body.setContentsMargins(Space.PAGE, Space.SECTION, Space.PAGE, Space.SECTION)
        body.setSpacing(Space.NORMAL)
        body.addWidget(Text(hub, title, TextSize.HEADING, weight=BOLD))
        body.addWidget(self.bar)
        body.addWidget(self.label)
        body.addLayout(buttons)
        self.setMinimumWidth(round(420 * hub.zoom))
        self.setWindowOpacity(0.0)  # short work is over before it would be seen
        QTimer.singleShot(_SEEN_AFTER, self, lambda: self.setWindowOpacity(1.0))

    def tell(self, done: int, total: int, label: str) -> None:
        """Show how far it has come."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.label.setText(label)

    def reject(self) -> None:
        """Ask the work to stop; the dialog goes when it has."""
        if self._may_cancel:
            self.cancel.setEnabled(False)
            self.label.setText("Giving up…")
            self.cancel.clicked.emit()

    def finish(self) -> None:
        """Go: the work is over."""
        self._is_over = True
        self.accept()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay as long as the work goes on."""
        if self._is_over:
            super().closeEvent(event)
        else:
            event.ignore()
            self.reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape ask for the work to stop."""
        super().keyPressEvent(event)


def work_aside(
    hub: ThemeHub,
    parent: QWidget,
    title: str,
    work: Callable[[Progress], ResultT],
    *,
    may_cancel: bool = False,
) -> ResultT:
    """Do something in a thread of its own while the window goes on painting, and return what came of it.

    Parameters
    ----------
    title : str
        What is being done.
    work : callable
        Given what to tell of its progress; must touch no widget.
    may_cancel : bool
        Whether it can be given up; it is then to tell of its progress now and then.

    Raises
    ------
    Exception
        Whatever the work raised.
    """
    dialog = WorkingDialog(hub, title, parent, may_cancel=may_cancel)
    thread = _Work(work, dialog)
    thread.told.connect(dialog.tell)
    dialog.cancel.clicked.connect(thread.give_up)
    thread.finished.connect(dialog.finish)
    thread.start()
    dialog.exec()
    thread.wait()
    fault, result = thread.fault, thread.result
    dialog.deleteLater()
    if fault is not None:
        raise fault
    return result  # type: ignore[return-value]  # none only where the work itself returned none
