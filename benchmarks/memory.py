"""Peak memory with the sample open, beside that of a bare window of PySide6 and pyqtgraph, in the same run.

    uv run python -m benchmarks.memory

Both are whole processes that show their window for two seconds; ours has opened its copy by then.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile

from benchmarks.startup import BARE, OURS

_LEAVE = """
import resource, sys
import benchmarks.first_paint as paint
from PySide6.QtCore import QTimer
def leave():
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(peak * (1 if sys.platform == "darwin" else 1024), flush=True)
    paint.os._exit(0)
paint._leave = lambda: QTimer.singleShot(2000, leave)
"""


def peak(program: str, folder: str) -> int:
    """Return the peak memory of one process in bytes."""
    environment = os.environ | {"XDG_DATA_HOME": folder, "XDG_CONFIG_HOME": folder, "XDG_STATE_HOME": folder}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    done = subprocess.run(
        [sys.executable, "-c", _LEAVE + program], env=environment, capture_output=True, text=True, check=True
    )
    return int(done.stdout.split()[-1])


def main() -> None:
    """Measure both in turn and print them and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        pairs = [(peak(BARE, folder), peak(OURS, folder)) for _ in range(3)]
    bare, ours = (min(column) / 2**20 for column in zip(*pairs, strict=True))
    print(f"bare PySide6 and pyqtgraph window   {bare:.0f} MB")
    print(f"the window on the sample            {ours:.0f} MB")
    print(f"ratio                               {ours / bare:.2f}")


if __name__ == "__main__":
    main()
