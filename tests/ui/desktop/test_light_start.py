from __future__ import annotations

import subprocess
import sys

HEAVY = ("openpyxl", "xlsxwriter", "docx", "typst", "rich", "alembic", "pyqtgraph", "db")


def test_the_window_starts_without_what_it_needs_later() -> None:
    code = f"import sys, ui.desktop.window; print([name for name in {HEAVY} if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
