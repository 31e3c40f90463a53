"""What is not on the first screen is there when it is first used."""

from __future__ import annotations

import subprocess
import sys

_WATCHED = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from time import perf_counter
from PySide6.QtWidgets import QApplication
from PySide6.QtTest import QTest
from ui.desktop.loading_ahead import LoadingAhead, names_ahead
app = QApplication([])
ahead = LoadingAhead(app)
before = {name for name in names_ahead() if name in sys.modules}
for _ in range(400):
    if ahead.is_over:
        break
    QTest.qWait(50)
left = [name for name in names_ahead() if name not in sys.modules]
print(sorted(before), left, "ui.desktop.editors.position" in sys.modules)
"""


def test_everything_is_loaded_one_after_the_other() -> None:
    done = subprocess.run([sys.executable, "-c", _WATCHED], capture_output=True, text=True, check=True)
    assert done.stdout.strip().endswith("[] True"), done.stdout
    assert "ui.desktop.editors.position" not in done.stdout.split("]")[0]
