"""What a command answers, for machines and for people, and how either is written out."""

from __future__ import annotations

import io
import json
import math
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table
from rich.text import Text

from ui.commandline.failures import DONE
from ui.commandline.names import PROGRAM
from workbench.domain.level import Level

Data = Mapping[str, object]

_PIPED_WIDTH = 4000
"""Wide enough that nothing is folded or cut where no terminal sets the width."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command answers.

    Attributes
    ----------
    data : mapping
        The answer in JSON, keys as promised.
    show : callable
        Writes the same for people.
    status : int
        The exit status.
    complaint : str
        What is said on standard error where the status is not 0.
    """

    data: Data
    show: Callable[[Console], None]
    status: int = DONE
    complaint: str = ""


def sentence(data: Data, *lines: str) -> Answer:
    """Return an answer that people read as lines of text."""

    def show(console: Console) -> None:
        for line in lines:
            console.print(Text(line))

    return Answer(data, show)


def deliver(answer: Answer, *, as_json: bool) -> int:
    """Write an answer to standard output and return the exit status."""
    _make_ready()
    if as_json:
        json.dump(answer.data, sys.stdout, ensure_ascii=False, indent=2)
        sys.stdout.write("\n")
    else:
        answer.show(_console())
    sys.stdout.flush()
    if answer.complaint:
        sys.stderr.write(f"{PROGRAM}: {answer.complaint}\n")
    return answer.status


def _make_ready() -> None:
    """Let names in every script through, whatever the locale says of a file or pipe."""
    if isinstance(sys.stdout, io.TextIOWrapper) and not sys.stdout.isatty():
        sys.stdout.reconfigure(encoding="utf-8")


def _console() -> Console:
    if sys.stdout.isatty():
        return Console(file=sys.stdout, highlight=False)
    return Console(file=sys.stdout, highlight=False, color_system=None, width=_PIPED_WIDTH)


def table(title: str, columns: Iterable[str], rows: Iterable[tuple[str, ...]]) -> Callable[[Console], None]:
    """Return what shows a table; a column whose heading begins with ``#`` holds numbers.

    The last column takes the room that is left and may be folded, codes never are.
    """
    headings = list(columns)

    def show(console: Console) -> None:
        grid = Table(box=None, pad_edge=False, header_style="bold")
        for heading in headings:
            grid.add_column(
                heading.removeprefix("#"),
                justify="right" if heading.startswith("#") else "left",
                no_wrap=heading != headings[-1],
                overflow="fold",
            )
        for row in rows:
            grid.add_row(*(Text(cell) for cell in row))
        console.print(Text(title), soft_wrap=True)
        if console.is_terminal:
            console.print(grid)
        else:
            _print_unpadded(console, grid)

    return show


def _print_unpadded(console: Console, grid: Table) -> None:
    """Print without the blanks that fill each line up to the width of the terminal."""
    with console.capture() as capture:
        console.print(grid)
    for line in capture.get().splitlines():
        sys.stdout.write(line.rstrip() + "\n")


def level_in_words(level: Level) -> str:
    """Return a level as mark and word."""
    return f"{level.mark} {level.value}"


def plain(number: float | None) -> int | float | None:
    """Return a number as people write it: whole where it is whole, none where there is none."""
    if number is None or math.isnan(number):
        return None
    return int(number) if float(number).is_integer() else float(number)


def figure(number: float | None) -> str:
    """Return a number as text, a dash where there is none."""
    value = plain(number)
    return "–" if value is None else str(value)
