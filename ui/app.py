"""The entry point: decides between window and command line before it imports either."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ui.commandline.names import opens_window
from ui.kept import KeptCases

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from ui.desktop.keeping import Keeping
    from ui.desktop.opener import CaseOpener
    from ui.desktop.window import MainWindow
    from ui.theme.theme import Theme
    from workbench.ports import CaseStore, Operation

FOLDER_NAME = "position-workbench"
_LISTEN_MILLISECONDS = 300


def main(words: Sequence[str] | None = None) -> int:
    """Open the window or carry out a command, and return the exit status."""
    typed = list(sys.argv[1:] if words is None else words)
    if not opens_window(typed):
        from ui.cli import main as run_command

        return run_command(typed)
    if typed == ["demo"]:
        return open_window_on(sample=True)
    return open_window_on(Path(typed[0]) if typed else None)


def open_window_on(path: Path | None = None, *, sample: bool = False) -> int:
    """Open the window on a case, on the sample, or on nothing; return when it is closed."""
    from ui.commandline.failures import guarded

    with _collection_put_off():
        return guarded(lambda: _open_window_on(path, sample=sample))


@contextmanager
def _collection_put_off() -> Iterator[None]:
    """Look for no garbage on the way to the first screen: there is none, and looking takes its time."""
    import gc

    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _open_window_on(path: Path | None, *, sample: bool) -> int:
    cases = Cases()
    store = cases.shown_sample() if sample else _opened(cases, path) if path else None
    return _run_window(cases, store)


def _opened(cases: Cases, path: Path) -> CaseStore:
    """Open the case with which the program was started; what has to be asked or said of it is so at once."""
    from workbench.domain.errors import CaseError

    try:
        return cases.open(path)
    except CaseError:
        if not _somebody_sees_it():
            raise
        store = ask_open(cases, path)
        if store is None:
            raise
        return store


def _somebody_sees_it() -> bool:
    """Say whether there is a screen: where there is none a question would wait for ever."""
    import os

    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False
    return os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0] not in {"offscreen", "minimal"}


def ask_open(cases: CaseOpener, path: Path) -> CaseStore | None:
    """Open a case with a passphrase, for reading or as a copy, as somebody says; none where they decline.

    Who starts the program from a folder sees no terminal: what keeps it from opening is said in a window.
    """
    from PySide6.QtCore import QSettings

    from ui.desktop.opening import opened
    from ui.desktop.safety.asking import Asking
    from ui.theme.apply import apply_theme
    from workbench.domain.errors import CaseError
    from workbench.domain.saying import translate

    app, settings = application(), QSettings()
    hub = apply_theme(app, _theme(str(settings.value("look/theme") or "")), _zoom(settings))
    asking = Asking(None, hub)
    try:
        return opened(cases, asking, path)
    except CaseError as error:
        asking.tell(translate("App", "“{0}” cannot be opened").format(path.stem), str(error))
        raise


class Cases:
    """Cases for the window: opened, made, and the sample."""

    def __init__(self) -> None:
        self.keeping: Keeping = KeptCases()

    def new(self, path: Path) -> CaseStore:
        """Make an empty case in a file that is not there yet, and open it."""
        from db.case_file import create_case

        return create_case(path)

    def open(self, path: Path, passphrase: str | None = None, *, read_only: bool = False) -> CaseStore:
        """Open a case file; for reading also where somebody else has it open."""
        from db.case_file import open_case

        secret = passphrase or self.keeping.passphrase(path)
        store = open_case(path, read_only=read_only, beside_others=read_only, passphrase=secret)
        self.keeping.remember(path, secret if store.is_protected else None)
        return store

    def sample(self) -> CaseStore:
        """Open a fresh copy of the bundled sample, in this user's own folder."""
        from ui.sample_copy import fresh_sample

        return fresh_sample(_data_folder())

    def shown_sample(self) -> CaseStore:
        """Return the sample to be shown at once; its copy is opened after the first paint."""
        from ui.sample_copy import shown_sample

        return shown_sample(_data_folder())

    def write_copy(self, path: Path, fill: Operation, passphrase: str | None = None) -> None:
        """Make a file that nobody signs, with what an operation puts into it, and close it."""
        from db.case_file import create_case

        create_case(path, fill=fill, passphrase=passphrase, signed=False).close()


def _data_folder() -> Path:
    import platformdirs

    return platformdirs.user_data_path(FOLDER_NAME, appauthor=False, ensure_exists=True)


def application() -> QApplication:
    """Return the application, made where there is none yet."""
    from PySide6.QtWidgets import QApplication

    from workbench import PROGRAM_NAME, VERSION

    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([PROGRAM_NAME])
    app.setApplicationName(FOLDER_NAME)
    app.setApplicationDisplayName(PROGRAM_NAME)
    app.setApplicationVersion(VERSION)
    app.setOrganizationName(FOLDER_NAME)
    return app


def make_window(cases: CaseOpener, store: CaseStore | None, settings: QSettings) -> MainWindow:
    """Return the window, dressed as it was left; needs the application."""
    from ui.desktop.window import MainWindow
    from ui.theme.apply import apply_theme

    theme = _theme(str(settings.value("look/theme") or ""))
    hub = apply_theme(application(), theme, _zoom(settings))
    return MainWindow(cases, hub, settings, store)


def _theme(key: str) -> Theme:
    from ui.theme.theme import bundled_theme, theme_keys

    return bundled_theme(key) if key in theme_keys() else bundled_theme()


def _zoom(settings: QSettings) -> float | None:
    try:
        return float(str(settings.value("look/zoom") or "")) or None
    except ValueError:
        return None


def _run_window(cases: Cases, store: CaseStore | None) -> int:
    from PySide6.QtCore import QSettings, QTimer

    from ui.crash import FaultHook, crashes_kept, state_folder
    from ui.desktop.placing import show_whole
    from ui.desktop.tidying import Tidying

    app = application()
    try:
        window = make_window(cases, store, QSettings())
    except BaseException:
        if store is not None:
            store.close()
        raise

    def say(text: str) -> None:
        window.say(text, failed=True)

    folder = state_folder()
    with crashes_kept(folder) as crash, FaultHook(folder, say).installed(), _closed_on_interrupt(window):
        show_whole(window, is_first=not window.settings.contains("window/geometry"))
        _after_first_sight(window)
        if crash is not None:
            QTimer.singleShot(0, window, lambda: window.asking.crashed(crash.report, crash.path))
        status = app.exec()
        window.leave_at_once()
    for tidying in window.findChildren(Tidying):
        tidying.stop()
    window.deleteLater()
    app.sendPostedEvents(window)
    return status


def _after_first_sight(window: MainWindow) -> None:
    """Do what the first screen did not need, once it was painted."""
    import gc

    from ui.desktop.loading_ahead import LoadingAhead
    from ui.desktop.tidying import Tidying
    from ui.desktop.widgets.first_sight import FirstSight

    page = window.page

    def go_on() -> None:
        gc.enable()
        Tidying(window, lambda: window.page)
        LoadingAhead(window)
        if page is not None and page is window.page:
            _keep_promise(window, page.session.store)

    FirstSight(page.matrix.viewport() if page else window, go_on)


def _keep_promise(window: MainWindow, store: CaseStore) -> None:
    """Open the file of a case that is shown already; where that cannot be, show the case no longer."""
    from ui.promised import PromisedCase
    from workbench.domain.errors import CaseError

    if isinstance(store, PromisedCase):
        try:
            store.open()
        except CaseError as error:
            window.close_case()
            window.say(str(error), failed=True)


@contextmanager
def _closed_on_interrupt(window: MainWindow) -> Iterator[None]:
    """Let Ctrl+C in the terminal, or the end of the session, close the window and with it the case.

    Python hears the signal only when it runs, and inside Qt it does not: a timer lets it now and then.
    """
    import signal

    from PySide6.QtCore import QTimer

    # Not at once: Python may hear the signal in the middle of a paint.
    signals = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(own, lambda *_: QTimer.singleShot(0, window.leave_at_once)) for own in signals]
    timer = QTimer()
    timer.timeout.connect(lambda: None)
    timer.start(_LISTEN_MILLISECONDS)
    try:
        yield
    finally:
        timer.stop()
        for own, handler in zip(signals, before, strict=True):
            signal.signal(own, handler)
