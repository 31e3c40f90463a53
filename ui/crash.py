"""When the program itself goes wrong: what is kept of it, and what is said."""

from __future__ import annotations

import faulthandler
import logging
import os
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from types import TracebackType

import platformdirs

from workbench import PROGRAM_NAME, VERSION
from workbench.domain.errors import CaseError
from workbench.domain.saying import marked, translate

_LOG = logging.getLogger(__name__)

_QUIET_SECONDS = 10.0
"""A fault while painting comes many times a second; it is said once in this time."""
_MOST_LOGGED = 50
_CRASHES = "crash.log"
_LAST_CRASH = "last crash.log"
_FAULTS = "faults.log"
_LONGEST = 20_000
"""Letters of a crash that are kept; its end says most."""
_FOLDERS = (Path(platformdirs.__file__).parents[1], Path(__file__).parents[1])
"""Where the program and what it uses lie."""

APOLOGY = marked(
    "Crash",
    "Something went wrong in the program itself. What you did last may not have been carried out; "
    "everything saved before is safe.",
)


def state_folder() -> Path:
    """Return the folder for logs of this user, a temporary one where there can be none."""
    try:
        return platformdirs.user_state_path("position-workbench", appauthor=False, ensure_exists=True)
    except OSError:
        return Path(tempfile.gettempdir())


@dataclass(frozen=True, slots=True)
class Crash:
    """What is known of a crash: the report, without anything of a case, and where it lies."""

    report: str
    path: Path


@contextmanager
def crashes_kept(folder: Path) -> Iterator[Crash | None]:
    """Let a crash of the interpreter leave its traces; give those of the last one, once, if there are any.

    Where nothing can be written the program goes on without.
    """
    last = _last_crash(folder)
    try:
        file = (folder / _CRASHES).open("w", encoding="utf-8")
    except OSError as refused:
        _LOG.warning("no crash can be kept in %s: %s", folder, refused)
        yield last
        return
    with file:
        faulthandler.enable(file=file)
        try:
            yield last
        finally:
            faulthandler.disable()


def _last_crash(folder: Path) -> Crash | None:
    """Return what the last crash left, put where it is not found again."""
    path, kept = folder / _CRASHES, folder / _LAST_CRASH
    try:
        report = without_homes(path.read_text(encoding="utf-8", errors="replace")[-_LONGEST:])
        if not report.strip():
            return None
        kept.write_text(report, encoding="utf-8")
        path.write_text("", encoding="utf-8")
    except OSError:
        return None
    return Crash(report, kept)


def log_fault(folder: Path, error: BaseException) -> Path:
    """Add an unexpected exception to the log, and return where the log lies."""
    path = folder / _FAULTS
    text = report_of(error)
    stamp = datetime.now(UTC).isoformat(timespec="seconds")
    try:
        with path.open("a", encoding="utf-8") as file:
            file.write(f"{stamp} {PROGRAM_NAME} {VERSION}\n{text}\n")
    except OSError as refused:
        _LOG.warning("the log %s cannot be written: %s\n%s", path, refused, text)
    return path


def report_of(error: BaseException) -> str:
    """Return where in the program an exception arose, and its kind.

    What it says is left out: words of an exception quote what was worked on, such as the name of a source.
    """
    kind = type(error)
    places = "".join(traceback.format_list(traceback.extract_tb(error.__traceback__)))
    own = f"{without_homes(places)}{kind.__module__}.{kind.__qualname__}\n".replace("builtins.", "")
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return own if before is None else f"{report_of(before)}and then\n{own}"


def without_homes(text: str) -> str:
    """Return a report without the folders of this computer, which name its user."""
    for folder in (*_FOLDERS, Path.home()):
        text = text.replace(f"{folder}{os.sep}", "")
    return text


class FaultHook:
    """Takes unexpected exceptions: logs each, and says so to the person now and then.

    Parameters
    ----------
    folder : Path
        Where the log lies.
    say : callable
        Shows a plain sentence.
    """

    def __init__(self, folder: Path, say: Callable[[str], None]) -> None:
        self._folder = folder
        self._say = say
        self._said_at: float | None = None
        self._logged = 0

    @contextmanager
    def installed(self) -> Iterator[None]:
        """Take every exception that nobody else takes, for the time of the block."""
        before = sys.excepthook
        sys.excepthook = self
        try:
            yield
        finally:
            sys.excepthook = before

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log the exception and say it, unless it was said just now."""
        if issubclass(kind, KeyboardInterrupt):
            return
        if not isinstance(error, CaseError):
            self._log(error)
        now = monotonic()
        if self._said_at is None or now - self._said_at >= _QUIET_SECONDS:
            self._said_at = now
            self._say(str(error) if isinstance(error, CaseError) else self._apology())

    def _apology(self) -> str:
        where = translate("Crash", "Details: {0}").format(self._folder / _FAULTS)
        return f"{translate('Crash', APOLOGY)}\n\n{where}"

    def _log(self, error: BaseException) -> None:
        if self._logged < _MOST_LOGGED:
            self._logged += 1
            log_fault(self._folder, error)
