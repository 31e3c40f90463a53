"""Time from the start of the process to the first painted matrix of the sample.

Beside it, in the same run, the time of a bare window of PySide6 and pyqtgraph. Both are whole
processes, started in turn; the figure is the ratio of the medians.

    uv run python -m benchmarks.startup [ROUNDS]
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time

BARE = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
import pyqtgraph
from benchmarks.first_paint import leave_at_first_paint
app = QApplication(sys.argv)
window = QMainWindow()
plot = pyqtgraph.PlotWidget()
plot.plot([1, 2, 3], [3, 1, 2])
window.setCentralWidget(plot)
window.resize(1600, 1000)
leave_at_first_paint(app, "PlotWidget")
window.show()
app.exec()
"""

OURS = """
import sys
import ui.app as program
run = program._run_window
def watched(*args):
    from PySide6.QtWidgets import QApplication
    from benchmarks.first_paint import leave_at_first_paint
    spin = QApplication.exec
    def spinning(*own):
        leave_at_first_paint(QApplication.instance(), "MatrixSurface", "MatrixView")
        return spin()
    QApplication.exec = spinning
    return run(*args)
program._run_window = watched
sys.exit(program.main(["demo"]))
"""


def seconds(program: str, folder: str) -> float:
    """Return the wall time of one process from start to its first paint."""
    environment = os.environ | {"XDG_DATA_HOME": folder, "XDG_CONFIG_HOME": folder, "XDG_STATE_HOME": folder}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Compiled modules are kept, as on a user's machine; without them both spend most of it compiling.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    begun = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-c", program], env=environment, stdout=subprocess.PIPE)
    assert process.stdout is not None
    painted = process.stdout.readline()
    taken = time.perf_counter() - begun
    process.wait(60)
    if painted.strip() != b"painted":
        raise SystemExit(f"The process left without painting: {painted!r}")
    return taken


def main(rounds: int) -> None:
    """Measure both in turn and print the medians and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        seconds(BARE, folder)
        seconds(OURS, folder)
        pairs = [(seconds(BARE, folder), seconds(OURS, folder)) for _ in range(rounds)]
    bare, ours = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"bare PySide6 and pyqtgraph window   {bare:.3f} s")
    print(f"sample, first painted matrix        {ours:.3f} s")
    print(f"ratio                               {ours / bare:.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
