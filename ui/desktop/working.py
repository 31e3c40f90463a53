"""Long work beside the window: the window goes on painting, and a person can give the work up."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from time import monotonic
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QThread, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.desktop.widgets.text import BOLD, Text
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize
from ui.words import translate
from workbench.ports import Cancelled, Progress

ResultT = TypeVar("ResultT")
_TOLD_EVERY = 0.05
"""Seconds between two reports of progress: more of them than frames help nobody."""
_SEEN_AFTER = 250
"""Milliseconds that work may take before anything is said of it."""
_STEPS = 1000
_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.Shortcut,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.Wheel,
        QEvent.Type.ContextMenu,
        QEvent.Type.TouchBegin,
        QEvent.Type.Close,
        QEvent.Type.Drop,
    }
)


class Work(QThread, Generic[ResultT]):
    """Does something in a thread of its own and keeps what came of it."""

    told = Signal(int, int, str)

    def __init__(self, work: Callable[[Progress], ResultT]) -> None:
        super().__init__()
        self._work = work
        self._given_up, self._is_done = Event(), Event()
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
        finally:
            self._is_done.set()

    @property
    def is_done(self) -> bool:
        """Whether the work is over; true before the thread says so."""
        return self._is_done.is_set()

    def outcome(self) -> ResultT:
        """Wait for the thread to end, and return or raise what came of the work."""
        self.wait()
        if self.fault is not None:
            raise self.fault
        return self.result  # type: ignore[return-value]  # none only where the work itself returned none

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
    """Says what is being done and how far it has come; keeps everything else from being touched meanwhile.

    Signals
    -------
    given_up
        Somebody asked for the work to stop.
    """

    given_up = Signal()

    def __init__(self, hub: ThemeHub, title: str, parent: QWidget | None, *, may_cancel: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.label = Text(hub, "", TextSize.CELL, Role.TEXT_SECONDARY)
        self.label.setMinimumHeight(self.label.fontMetrics().height())
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(title)
        self.cancel = QPushButton(translate("Working", "Cancel"))
        self.cancel.setVisible(may_cancel)
        self.cancel.clicked.connect(lambda _on: self.reject())
        self._may_cancel, self._is_over = may_cancel, False
        self._lay_out(hub, title)

    @property
    def is_over(self) -> bool:
        """Whether the work is over."""
        return self._is_over

    def tell(self, done: int, total: int, label: str) -> None:
        """Show how far it has come."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        if self.cancel.isEnabled():
            self.label.setText(label)

    def reject(self) -> None:
        """Ask the work to stop; the dialog goes when it has."""
        if self._may_cancel and self.cancel.isEnabled():
            self.cancel.setEnabled(False)
            self.label.setText(translate("Working", "Giving up…"))
            self.given_up.emit()

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

    def _lay_out(self, hub: ThemeHub, title: str) -> None:
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
        self.setMinimumWidth(round(440 * hub.zoom))


def closes_after_work(window: QWidget) -> bool:
    """Return whether work that is shown goes on; it is given up where it can be, and the window closes then.

    A person cannot close a window meanwhile, but the end of a session does.
    """
    dialog = QApplication.activeModalWidget()
    if not isinstance(dialog, WorkingDialog) or dialog.is_over:
        return False
    dialog.finished.connect(window.close, Qt.ConnectionType.QueuedConnection)
    dialog.reject()
    return True


class _Hands(QObject):
    """Keeps mouse and keys from everything for the moment before the dialog is seen."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let nothing through that a person does."""
        if event.type() not in _TOUCHES:
            return False
        event.ignore()  # a window that is asked to close would take silence for consent
        return True


def work_aside(
    hub: ThemeHub,
    parent: QWidget | None,
    title: str,
    work: Callable[[Progress], ResultT],
    *,
    may_cancel: bool = False,
    patience: int = 0,
) -> ResultT:
    """Do something in a thread of its own while the window goes on painting, and return what came of it.

    Work that is over in a moment is not announced; the window cannot be touched meanwhile either.

    Parameters
    ----------
    title : str
        What is being done.
    work : callable
        Given what to tell of its progress; must touch no widget.
    may_cancel : bool
        Whether it can be given up; it is then to tell of its progress now and then.
    patience : int
        Milliseconds in which nothing else happens, so that no key pressed during short work is lost.

    Raises
    ------
    Exception
        Whatever the work raised.
    """
    thread = Work(work)
    thread.start()
    if not (patience and thread.wait(patience)):
        _show_until_done(WorkingDialog(hub, title, parent, may_cancel=may_cancel), thread)
    return thread.outcome()


def _show_until_done(dialog: WorkingDialog, thread: Work[ResultT]) -> None:
    thread.told.connect(dialog.tell)
    dialog.given_up.connect(thread.give_up)
    thread.finished.connect(dialog.finish)
    if not thread.is_done and not _is_over_soon(thread, dialog):
        dialog.exec()
    dialog.deleteLater()


def _is_over_soon(thread: QThread, dialog: WorkingDialog) -> bool:
    """Wait for as long as nobody wonders, painting; return whether the work is over by then."""
    loop, hands = QEventLoop(), _Hands()
    patience = QTimer(loop, singleShot=True, interval=_SEEN_AFTER)
    patience.timeout.connect(loop.quit)
    thread.finished.connect(loop.quit)
    app = QCoreApplication.instance()
    if app is not None:
        app.installEventFilter(hands)
    patience.start()
    loop.exec()  # the thread's last word comes through it, however soon it is over
    patience.stop()
    if app is not None:
        app.removeEventFilter(hands)
    return dialog.is_over
