"""The look at what Qt tests leave behind sees what it is there to see."""

from __future__ import annotations

import pytest

pytest_plugins = ["pytester"]

_LEAKS = {
    "window": "w = QWidget(); w.show(); kept.append(w)",
    "timer": "t = QTimer(); t.start(100000); kept.append(t)",
    "thread": "t = QThread(); t.start(); kept.append(t)",
}


@pytest.mark.parametrize("what", _LEAKS)
def test_a_leak_fails_the_test(pytester: pytest.Pytester, what: str) -> None:
    pytester.makeconftest("pytest_plugins = ['tests.qt_fixtures']")
    pytester.makepyfile(
        f"""
        from PySide6.QtCore import QThread, QTimer
        from PySide6.QtWidgets import QWidget
        kept = []
        def test_leak(qtbot):
            {_LEAKS[what]}
        def test_after():
            for thing in kept:
                if isinstance(thing, QThread):
                    thing.quit(); thing.wait()
        """
    )
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider", "-p", "no:xdist")
    result.assert_outcomes(passed=2, errors=1)
    result.stdout.fnmatch_lines([f"*left behind: {what}*"])


def test_what_is_tidied_up_passes(pytester: pytest.Pytester) -> None:
    pytester.makeconftest("pytest_plugins = ['tests.qt_fixtures']")
    pytester.makepyfile(
        """
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QWidget
        def test_tidy(qtbot):
            widget = QWidget()
            qtbot.addWidget(widget)
            widget.show()
            timer = QTimer(widget)
            timer.start(5)
        """
    )
    pytester.runpytest_subprocess("-p", "no:cacheprovider", "-p", "no:xdist").assert_outcomes(passed=1)
