"""The program as a whole: a crash is told at the next start, and not at the one after it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[4]
START = """
import faulthandler, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
import ui.app

original = ui.app.make_window
def make(*given):
    window = original(*given)
    def look():
        dialog = QApplication.activeModalWidget()
        print(type(dialog).__name__, flush=True)
        if dialog is not None:
            print(dialog.report.toPlainText(), flush=True)
            dialog.close()
        faulthandler._sigabrt() if sys.argv[1] == "crash" else window.close()
    QTimer.singleShot(1500, window, look)
    return window
ui.app.make_window = make
sys.exit(ui.app.main([]))
"""


def test_a_crash_is_told_once(tmp_path: Path) -> None:
    homes = {f"XDG_{kind}_HOME": str(tmp_path / kind) for kind in ("DATA", "CONFIG", "STATE")}

    def start(how: str) -> list[str]:
        done = subprocess.run(
            [sys.executable, "-c", START, how],
            cwd=ROOT,
            env={**os.environ, **homes, "QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert (done.returncode == 0) == (how == "quiet"), done.stderr
        return done.stdout.splitlines()

    assert start("crash") == ["NoneType"]
    told = start("quiet")
    assert told[0] == "CrashDialog"
    assert told[1].startswith("Fatal Python error: Aborted")
    assert str(ROOT) not in "\n".join(told)
    assert start("quiet") == ["NoneType"]
