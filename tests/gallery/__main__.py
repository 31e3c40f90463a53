"""Draw every screen in both themes and two sizes, the main ones in every theme and at 150 % and 200 %.

``python -m tests.gallery DIR`` writes ``NAME-THEME-WIDTHxHEIGHT.png``, with ``@150`` where a screen of that
many dots is set to 150 %. ``--only WORDS`` draws those whose name, theme, size and scale hold every word.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

Size = tuple[int, int]
SMALL, WIDE, FULL = (1366, 768), (1600, 1000), (1920, 1080)
_ENDS = ("empty-", "one-", "long-", "many-", "large-", "mirrored-")
"""How the names of pictures begin that show what a window has to bear; they are drawn in fewer ways."""
_AT_ONCE = max(1, min(4, os.cpu_count() or 1))


@dataclass(frozen=True)
class Share:
    """What one process draws: Qt reads the scale once."""

    theme: str
    scale: float
    sizes: tuple[Size, ...]
    main_only: bool = False

    def draws(self, name: str, size: Size) -> bool:
        """Whether this share draws a scene on a screen of that many dots."""
        from tests.gallery.scenes import SCALED  # noqa: PLC0415 - Qt reads the environment when it is loaded

        if self.main_only:
            return name in SCALED
        at_an_end = name.startswith(_ENDS) and name not in SCALED
        return not at_an_end or size == (SMALL if self.theme == "light" else WIDE)


SHARES = (
    Share("light", 1.0, (SMALL, WIDE)),
    Share("dark", 1.0, (SMALL, WIDE)),
    Share("light", 1.5, (SMALL,), main_only=True),
    Share("dark", 1.5, (WIDE,), main_only=True),
    Share("light", 2.0, (FULL,), main_only=True),
    Share("high-contrast", 1.0, (WIDE,), main_only=True),
    Share("high-contrast", 2.0, (FULL,), main_only=True),
    Share("projector", 1.0, (FULL,), main_only=True),
)


def main(words: Sequence[str]) -> int:
    """Draw into the folder named, and say how many pictures that made."""
    parser = ArgumentParser(prog="python -m tests.gallery")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--share", type=int)
    asked = parser.parse_args(words)
    if asked.share is not None:
        return draw_share(asked.folder, SHARES[asked.share], asked.only)
    start = perf_counter()
    asked.folder.mkdir(parents=True, exist_ok=True)
    numbers = range(len(SHARES))
    failed = sum(
        _run(asked.folder, numbers[place : place + _AT_ONCE], asked.only)
        for place in range(0, len(SHARES), _AT_ONCE)
    )
    count = len(list(asked.folder.glob("*.png")))
    sys.stdout.write(f"{count} pictures in {asked.folder}, {perf_counter() - start:.0f} s\n")
    return 1 if failed else 0


def _run(folder: Path, shares: Sequence[int], only: Sequence[str]) -> int:
    """Draw some shares side by side; return how many of them failed."""
    running = []
    for number in shares:
        environment = {
            "QT_QPA_PLATFORM": "offscreen",
            **os.environ,
            "QT_SCALE_FACTOR": str(SHARES[number].scale),
        }
        command = [sys.executable, "-m", "tests.gallery", str(folder), "--share", str(number)]
        running.append(subprocess.Popen([*command, "--only", *only], env=environment))
    return sum(process.wait() != 0 for process in running)


def draw_share(folder: Path, share: Share, only: Sequence[str]) -> int:
    """Draw every scene of a share whose name holds the words."""
    from tests.gallery.drawing import Studio  # noqa: PLC0415 - Qt reads the environment when it is loaded
    from tests.gallery.presenting import write_second_screens  # noqa: PLC0415

    mark = "" if share.scale == 1.0 else f"@{round(share.scale * 100)}"
    with tempfile.TemporaryDirectory() as scratch:
        studio = Studio(Path(scratch), share.scale)
        if share == SHARES[0] and not only:
            write_second_screens(folder)
        for size in share.sizes:
            tail = f"-{share.theme}-{size[0]}x{size[1]}{mark}.png"

            def wanted(name: str, size: Size = size, tail: str = tail) -> bool:
                return all(word in f"{name}{tail}" for word in only) and share.draws(name, size)

            for name, picture in studio.pictures(share.theme, size, wanted):
                picture.save(str(folder / f"{name}{tail}"))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
