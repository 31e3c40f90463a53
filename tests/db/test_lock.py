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
        "started": Holder.ours().started,
        "since": "2023-03-20T08:00:00+00:00",
        "boot": Holder.ours().boot,
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
    write(path, started=Holder.ours().started - 1000)
    assert live_holder(path) is None
    CaseLock(path).take()


@pytest.mark.skipif(not Holder.ours().boot, reason="the system does not count from its start")
def test_the_same_number_after_the_computer_was_started_anew(path: Path) -> None:
    write(path, boot="of yesterday")
    assert live_holder(path) is None


def test_a_clock_put_right_does_not_make_a_living_process_look_gone(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = (
        "import sys; from pathlib import Path; from db.lock import CaseLock\n"
        "CaseLock(Path(sys.argv[1])).take(); print('taken', flush=True); sys.stdin.readline()"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"taken\n"
    monkeypatch.setattr(psutil._pslinux, "BOOT_TIME", psutil.boot_time() + 3600, raising=False)
    monkeypatch.setattr(psutil._pslinux, "boot_time", lambda: psutil.boot_time() + 3600, raising=False)
    holder = live_holder(path)
    assert holder is not None
    assert holder.pid == process.pid
    process.communicate()
    assert live_holder(path) is None


def test_where_the_system_does_not_count_from_its_start_a_clock_tells(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.lock._PROCESSES", path)
    lock = CaseLock(path)
    lock.take()
    holder = live_holder(path)
    assert holder is not None
    assert holder.is_here
    assert (holder.boot, holder.started) == ("", pytest.approx(psutil.Process().create_time(), abs=2))
    write(path, started=holder.started - 1000, boot="")
    assert live_holder(path) is None


def test_a_lock_taken_for_one_left_by_a_crash_while_it_was_written(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of two programs only one gets the case, however slow the first one is."""
    real = json.dump

    def slowly(said: object, file: object) -> None:
        lock_path(path).unlink()  # what the other one does with a lock that stays empty
        write(path, host="elsewhere")
        real(said, file)  # type: ignore[arg-type]

    monkeypatch.setattr("db.lock.json.dump", slowly)
    with pytest.raises(LockedCaseError, match=r"elsewhere.* delete talks\.positions\.lock"):
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
