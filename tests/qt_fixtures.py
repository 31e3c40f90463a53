"""What tests with Qt get: the application as the program dresses it, and a look at what is left behind."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QObject, QThread, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme.apply import apply_theme
from ui.theme.hub import ThemeHub
from ui.theme.theme import bundled_theme

_PLATFORM_SAYS = "This plugin does not support"
"""The offscreen platform says this of raising and of size hints; it is no fault of ours."""


def pytest_configure(config: pytest.Config) -> None:
    """Let the words of the offscreen platform pass."""
    config.addinivalue_line("qt_log_ignore", _PLATFORM_SAYS)


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> Iterator[QApplication]:
    """Return the application in light at 100 %."""
    apply_theme(qapp, bundled_theme("light"))
    yield qapp
    # The clipboard of the offscreen platform outlives Python: what was copied must not be deleted after it.
    qapp.clipboard().clear()


@pytest.fixture
def theme_hub(qapp: QApplication) -> Iterator[ThemeHub]:
    """Return the hub of the application; it is back at light and 100 % afterwards."""
    hub = apply_theme(qapp, bundled_theme("light"), 1.0)
    yield hub
    hub.use(bundled_theme("light"), 1.0)


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a Qt test that leaves a window, a running timer or a thread behind."""
    if "qapp" not in request.fixturenames:
        yield
        return
    app = request.getfixturevalue("qapp")
    windows, threads = set(app.topLevelWidgets()), set(threading.enumerate())
    gc.freeze()  # only what comes after is looked through: the whole heap takes longer than the test
    try:
        yield
        left = _new_windows(app, windows) + _new_threads(threads) + [_named(thing) for thing in _running()]
    finally:
        gc.unfreeze()
    assert not left, f"left behind: {', '.join(left)}"


def _new_windows(app: QApplication, before: set[QWidget]) -> list[str]:
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return [f"window {widget!r}" for widget in app.topLevelWidgets() if widget not in before]


def _new_threads(before: set[threading.Thread]) -> list[str]:
    QThreadPool.globalInstance().waitForDone(2000)
    return [f"thread {thread.name}" for thread in threading.enumerate() if thread not in before]


def _running() -> list[QObject]:
    """Return the timers and Qt threads that Python made since the last freeze, and that run."""
    main = QThread.currentThread()
    known = [thing for thing in gc.get_objects() if issubclass(type(thing), QTimer | QThread)]
    return [thing for thing in known if shiboken6.isValid(thing) and thing is not main and _runs(thing)]


def _runs(thing: QTimer | QThread) -> bool:
    return thing.isActive() if isinstance(thing, QTimer) else thing.isRunning()


def _named(thing: QObject) -> str:
    return f"{'timer' if isinstance(thing, QTimer) else 'thread'} {thing!r}"
