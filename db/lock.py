"""The lock beside an open case: who has it open, where, and since when."""

from __future__ import annotations

import getpass
import json
import os
import platform
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import psutil

from workbench.ports import LockedCaseError

SUFFIX = ".lock"

_CLOCK_SECONDS = 2.0
"""How far two readings of the start of one process may lie apart."""
_SETTLE_SECONDS = 0.3
"""How long a lock may be empty while the one who made it writes into it."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a case open.

    Attributes
    ----------
    user, host : str
        Who, and on which computer.
    pid : int
        The process.
    started : float
        When that process began, in seconds since 1970; tells it from a later one of the same number.
    since : str
        When it opened the case, in UTC.
    """

    user: str
    host: str
    pid: int
    started: float
    since: str

    @classmethod
    def ours(cls) -> Holder:
        """Return this process as a holder."""
        since = datetime.now(UTC).isoformat(timespec="seconds")
        started = psutil.Process().create_time()
        return cls(user_name(), platform.node(), os.getpid(), started, since)

    @property
    def is_here(self) -> bool:
        """Whether it is this very process."""
        return self.host == platform.node() and self.pid == os.getpid() and self.is_alive

    @property
    def is_alive(self) -> bool:
        """Whether the process still runs; on another computer it is taken to."""
        if self.host != platform.node():
            return True
        try:
            started = psutil.Process(self.pid).create_time()
        except psutil.NoSuchProcess:
            return False
        except psutil.AccessDenied:
            return True
        return abs(started - self.started) < _CLOCK_SECONDS


def user_name() -> str:
    """Return the name of the person at this computer, empty where the system knows none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def lock_path(case: Path) -> Path:
    """Return where the lock of a case lies."""
    return case.with_name(case.name + SUFFIX)


def live_holder(case: Path) -> Holder | None:
    """Return who has the case open, none where nobody has or the one who had it is gone.

    Raises
    ------
    LockedCaseError
        If there is a lock that cannot be read.
    """
    found = _read(lock_path(case), case)
    return found if found is not None and found.is_alive else None


def held_error(case: Path, holder: Holder) -> LockedCaseError:
    """Return the error that says who has the case open."""
    since = holder.since.replace("T", " ").removesuffix("+00:00")
    who, where = holder.user or "somebody", holder.host or "another computer"
    return LockedCaseError(
        f"{case.name} is open: {who} on {where}, process {holder.pid}, since {since} UTC. "
        "Close it there, open it for reading only, or work on a copy."
    )


class CaseLock:
    """The lock of one case, held from `take` to `release`."""

    def __init__(self, case: Path) -> None:
        self._case = case
        self._path = lock_path(case)
        self._own: Holder | None = None

    def take(self) -> None:
        """Take the lock, over from a process that is gone where need be.

        Raises
        ------
        LockedCaseError
            If somebody else holds it.
        OSError
            If the folder may not be written.
        """
        own = Holder.ours()
        for _ in range(10):
            if self._create(own):
                self._own = own
                return
            holder = live_holder(self._case)
            if holder is not None:
                raise held_error(self._case, holder)
            self._clear_away()
        raise LockedCaseError(f"{self._case.name} is being opened by somebody else just now. Try again.")

    def release(self) -> None:
        """Give the lock back; one that somebody else has taken meanwhile is left alone."""
        if self._own is not None and _read(self._path, self._case) == self._own:
            self._path.unlink(missing_ok=True)
        self._own = None

    def _create(self, own: Holder) -> bool:
        try:
            handle = os.open(self._path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        except FileExistsError:
            return False
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(asdict(own), file)
                file.flush()
                os.fsync(file.fileno())
        except OSError:
            self._path.unlink(missing_ok=True)  # there is no room even for this
            raise
        return True

    def _clear_away(self) -> None:
        """Remove a dead lock, without ever removing one that was made since it was read.

        It is moved aside first, which only one of several processes can do; if what was moved turns
        out to be alive it is put back.
        """
        aside = self._path.with_name(f"{self._path.name}.{uuid4().hex}")
        try:
            self._path.rename(aside)
        except FileNotFoundError:
            return
        moved = _read(aside, self._case)
        if moved is not None and moved.is_alive:
            with suppress(FileExistsError):
                os.link(aside, self._path)
        aside.unlink()


def _read(path: Path, case: Path) -> Holder | None:
    """Return what a lock says; one that stays empty was left by a crash and says nothing."""
    until = time.monotonic() + _SETTLE_SECONDS
    while True:
        try:
            text = path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return None
        if text or time.monotonic() > until:
            break
        time.sleep(0.02)
    if not text.strip("\0"):
        return None
    try:
        return Holder(**json.loads(text))
    except (ValueError, TypeError) as error:
        raise LockedCaseError(
            f"The lock {path.name} beside {case.name} cannot be read. "
            "If nobody has the case open, delete that file and try again."
        ) from error
