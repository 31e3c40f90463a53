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

from workbench.domain.saying import translate
from workbench.ports import LockedCaseError

SUFFIX = ".lock"

_CLOCK_SECONDS = 2.0
"""How far two readings of the start of one process may lie apart, where they are readings of a clock."""
_PROCESSES = Path("/proc")
_BOOT = _PROCESSES / "sys/kernel/random/boot_id"
_START_TICKS = 19
"""Where the start stands in what Linux says of a process, behind its name."""
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
        When that process began; tells it from a later one of the same number.
    since : str
        When it opened the case, in UTC.
    boot : str
        Which run of the computer `started` counts from, in ticks; empty where it is in seconds since 1970.
    """

    user: str
    host: str
    pid: int
    started: float
    since: str
    boot: str = ""

    @classmethod
    def ours(cls) -> Holder:
        """Return this process as a holder."""
        since = datetime.now(UTC).isoformat(timespec="seconds")
        started, boot = _start_of(os.getpid())
        return cls(user_name(), platform.node(), os.getpid(), started, since, boot)

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
            started, boot = _start_of(self.pid)
        except psutil.NoSuchProcess:
            return False
        except psutil.AccessDenied:
            return True
        same = abs(started - self.started) < (0.5 if boot else _CLOCK_SECONDS)
        return same and boot == self.boot


def _start_of(pid: int) -> tuple[float, str]:
    """Return when a process began, and which run of the computer that is counted from.

    Linux counts ticks since the computer started. Seconds since 1970 would have to be worked out from a
    clock, and when that is put right the lock of a living process would seem to be that of another.

    Raises
    ------
    psutil.Error
        If there is no such process, or it may not be looked at.
    """
    try:
        boot = _BOOT.read_text(encoding="ascii").strip()
        said = (_PROCESSES / str(pid) / "stat").read_text(encoding="utf-8", errors="replace")
        return float(said.rpartition(")")[2].split()[_START_TICKS]), boot
    except (OSError, IndexError, ValueError):
        return psutil.Process(pid).create_time(), ""


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
    who = holder.user or translate("CaseFile", "somebody")
    where = holder.host or translate("CaseFile", "another computer")
    said = translate(
        "CaseFile",
        "{0} is open: {1} on {2}, process {3}, since {4} UTC. Close it there, open it for reading only, or "
        "work on a copy.",
    ).format(case.name, who, where, holder.pid, since)
    if holder.host != platform.node():
        otherwise = translate("CaseFile", "If it is certainly not open there any more, delete {0}.")
        said = f"{said} {otherwise.format(lock_path(case).name)}"
    return LockedCaseError(said)


class CaseLock:
    """The lock of one case, held from `take` to `release`."""

    def __init__(self, case: Path) -> None:
        self._case = case
        self._path = lock_path(case)
        self._own: Holder | None = None
        self._made = False

    def take(self) -> None:
        """Take the lock, over from a process that is gone where need be.

        Raises
        ------
        LockedCaseError
            If somebody else holds it.
        OSError
            If the folder may not be written.
        """
        own, self._made = Holder.ours(), False
        for _ in range(10):
            if self._create(own):
                self._own = own
                return
            holder = live_holder(self._case)
            if self._made and holder == own:  # moved aside by mistake while it was written, and put back
                self._own = own
                return
            if holder is not None:
                raise held_error(self._case, holder)
            self._clear_away()
        said = translate("CaseFile", "{0} is being opened by somebody else just now. Try again.")
        raise LockedCaseError(said.format(self._case.name))

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
        self._made = True
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(asdict(own), file)
                file.flush()
                os.fsync(file.fileno())
        except OSError:
            self._path.unlink(missing_ok=True)  # there is no room even for this
            raise
        return _read(self._path, self._case) == own  # somebody may have taken it for one left by a crash

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
        said = translate(
            "CaseFile",
            "The lock {0} beside {1} cannot be read. If nobody has the case open, delete that file and try "
            "again.",
        )
        raise LockedCaseError(said.format(path.name, case.name)) from error
