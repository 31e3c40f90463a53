from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from db.lock import CaseLock, Holder, live_holder, lock_path
from workbench.ports import LockedCaseError


def write(path: Path, **other: object) -> str:
    said: dict[str, object] = {
        "user": "grace",
        "host": platform.node(),
        "pid": os.getpid(),
        "started": psutil.Process().create_time(),
        "since": "2023-03-20T08:00:00+00:00",
    }
    text = json.dumps(said | other)
    lock_path(path).write_text(text)
    return text


def gone() -> int:
    """Return the number of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_taking_and_giving_back(path: Path) -> None:
    lock = CaseLock(path)
    lock.take()
    holder = live_holder(path)
    assert holder is not None
    assert (holder.pid, holder.is_here) == (os.getpid(), True)
    lock.release()
    assert list(path.parent.iterdir()) == []


def test_only_one_of_two_gets_it(path: Path) -> None:
    first, second = CaseLock(path), CaseLock(path)
    first.take()
    text = lock_path(path).read_text()
    with pytest.raises(LockedCaseError):
        second.take()
    second.release()  # which never had it
    assert lock_path(path).read_text() == text
    first.release()
    second.take()


def test_the_message_says_who_where_and_since_when(path: Path) -> None:
    write(path, host="delegation-laptop")
    with pytest.raises(LockedCaseError, match=r"grace on delegation-laptop.* since 2023-03-20 08:00:00 UTC"):
        CaseLock(path).take()


def test_a_process_that_is_gone(path: Path) -> None:
    write(path, pid=gone())
    assert live_holder(path) is None
    CaseLock(path).take()
    assert json.loads(lock_path(path).read_text())["pid"] == os.getpid()
    assert [own.name for own in path.parent.iterdir()] == [lock_path(path).name]


def test_another_process_that_has_got_the_same_number(path: Path) -> None:
    write(path, started=psutil.Process().create_time() - 1000)
    assert live_holder(path) is None
    CaseLock(path).take()


def test_a_process_on_another_computer_is_taken_to_live(path: Path) -> None:
    text = write(path, host="elsewhere", pid=gone())
    with pytest.raises(LockedCaseError):
        CaseLock(path).take()
    assert lock_path(path).read_text() == text


@pytest.mark.parametrize("text", ["", "\0\0\0\0"])
def test_a_lock_left_empty_by_a_crash_is_taken_over(path: Path, text: str) -> None:
    lock_path(path).write_text(text)
    CaseLock(path).take()


@pytest.mark.parametrize("text", ["hello", "[]", '{"user": "grace"}'])
def test_a_lock_that_cannot_be_read_is_left_and_told(path: Path, text: str) -> None:
    lock_path(path).write_text(text)
    with pytest.raises(LockedCaseError, match="cannot be read"):
        CaseLock(path).take()
    assert lock_path(path).read_text() == text


def test_a_lock_that_somebody_has_taken_over_is_not_removed(path: Path) -> None:
    lock = CaseLock(path)
    lock.take()
    text = write(path, host="elsewhere")
    lock.release()
    assert lock_path(path).read_text() == text


def test_a_living_lock_moved_aside_by_mistake_is_put_back(path: Path) -> None:
    """Between reading a dead lock and removing it, somebody else may have taken it over."""
    text = write(path)
    CaseLock(path)._clear_away()
    assert lock_path(path).read_text() == text
    assert len(list(path.parent.iterdir())) == 1


def test_the_holder_is_told_from_others(path: Path) -> None:
    write(path)
    holder = live_holder(path)
    assert holder is not None
    assert holder.is_here
    assert not Holder("u", "elsewhere", os.getpid(), holder.started, "").is_here
