"""When the program itself goes wrong: what is kept of it, and what is said."""

from __future__ import annotations

import faulthandler
import logging
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from types import TracebackType

import platformdirs

from workbench import PROGRAM_NAME, VERSION
from workbench.domain.errors import CaseError

_LOG = logging.getLogger(__name__)

_QUIET_SECONDS = 10.0
"""A fault while painting comes many times a second; it is said once in this time."""
_MOST_LOGGED = 50
_CRASHES = "crash.log"
_LAST_CRASH = "last crash.log"
_FAULTS = "faults.log"

APOLOGY = (
    "Something went wrong in the program itself. What you did last may not have been carried out; "
    "everything saved before is safe."
)


def state_folder() -> Path:
    """Return the folder for logs of this user, a temporary one where there can be none."""
    try:
        return platformdirs.user_state_path("position-workbench", appauthor=False, ensure_exists=True)
    except OSError:
        return Path(tempfile.gettempdir())


@contextmanager
def crashes_kept(folder: Path) -> Iterator[Path | None]:
    """Let a crash of the interpreter leave its traces; give where those of the last one are, if any."""
    path, last = folder / _CRASHES, folder / _LAST_CRASH
    crashed = path.exists() and path.stat().st_size > 0
    if crashed:
        path.replace(last)
    with path.open("w", encoding="utf-8") as file:
        faulthandler.enable(file=file)
        try:
            yield last if crashed else None
        finally:
            faulthandler.disable()


def log_fault(folder: Path, error: BaseException) -> Path:
    """Add an unexpected exception to the log, and return where the log lies."""
    path = folder / _FAULTS
    text = "".join(traceback.format_exception(error))
    stamp = datetime.now(UTC).isoformat(timespec="seconds")
    try:
        with path.open("a", encoding="utf-8") as file:
            file.write(f"{stamp} {PROGRAM_NAME} {VERSION}\n{text}\n")
    except OSError as refused:
        _LOG.warning("the log %s cannot be written: %s\n%s", path, refused, text)
    return path


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
            self._say(
                str(error)
                if isinstance(error, CaseError)
                else f"{APOLOGY}\n\nDetails: {self._folder / _FAULTS}"
            )

    def _log(self, error: BaseException) -> None:
        if self._logged < _MOST_LOGGED:
            self._logged += 1
            log_fault(self._folder, error)
