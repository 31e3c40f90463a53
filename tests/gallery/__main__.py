"""Draw every screen in both themes and two sizes, and the main ones at 150 %.

``python -m tests.gallery DIR`` writes ``NAME-THEME-WIDTHxHEIGHT.png``, with ``@150`` where a screen of that
many dots is set to 150 %.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

SIZES = ((1366, 768), (1600, 1000))
SHARES = (("light", "1.0"), ("dark", "1.0"), ("light", "1.5"), ("dark", "1.5"))
"""Theme and scale of each share; every share has a process, for Qt reads the scale once."""
_AT_ONCE = max(1, min(4, os.cpu_count() or 1))


def main(words: list[str]) -> int:
    """Draw into the folder named, and say how many pictures that made."""
    if len(words) == 3:
        return draw_share(Path(words[0]), words[1], float(words[2]))
    if len(words) != 1:
        sys.stderr.write("usage: python -m tests.gallery DIR\n")
        return 2
    start, folder = perf_counter(), Path(words[0])
    folder.mkdir(parents=True, exist_ok=True)
    failed = sum(_run(folder, SHARES[place : place + _AT_ONCE]) for place in range(0, len(SHARES), _AT_ONCE))
    count = len(list(folder.glob("*.png")))
    sys.stdout.write(f"{count} pictures in {folder}, {perf_counter() - start:.0f} s\n")
    return 1 if failed else 0


def _run(folder: Path, shares: tuple[tuple[str, str], ...]) -> int:
    """Draw some shares side by side; return how many of them failed."""
    running = []
    for theme, scale in shares:
        environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "QT_SCALE_FACTOR": scale}
        command = [sys.executable, "-m", "tests.gallery", str(folder), theme, scale]
        running.append(subprocess.Popen(command, env=environment))
    return sum(process.wait() != 0 for process in running)


def draw_share(folder: Path, theme: str, scale: float) -> int:
    """Draw every scene in one theme at one scale."""
    from tests.gallery.drawing import Studio  # noqa: PLC0415 - Qt reads the environment when it is loaded
    from tests.gallery.presenting import write_second_screens  # noqa: PLC0415

    mark = "" if scale == 1.0 else f"@{round(scale * 100)}"
    with tempfile.TemporaryDirectory() as scratch:
        studio = Studio(Path(scratch), scale)
        if (theme, scale) == ("light", 1.0):
            write_second_screens(folder)
        for size in SIZES:
            for name, picture in studio.pictures(theme, size):
                picture.save(str(folder / f"{name}-{theme}-{size[0]}x{size[1]}{mark}.png"))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
