"""The program killed at random moments: the case always opens, and at most what was under way is missing."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from db.backup import backup_case, backups
from db.case_file import create_case, open_case
from db.check import check_case
from db.cipher import is_protected
from tests.db.nursery import PASSPHRASES, TEXT
from tests.db.samples import sample_import
from tests.migrations.test_revisions import earlier
from workbench.domain.case import Case
from workbench.ports import WrongPassphraseError

ROOT = Path(__file__).parents[2]
ASKED_FOR = ("editing", "importing", "backing_up", "migrating")
BESIDES = ("protecting", "restoring", "expunging", "merging")

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")


class Nursery:
    """A process that forks children who work on a case."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.db.nursery"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )

    def kill_at_work(self, kind: str, path: Path, seconds: float) -> list[int]:
        """Let a child work for a while, kill it, and return what it was told is done."""
        told, child = self._begin(kind, path)
        time.sleep(seconds)
        return self._end(told, child)

    def seconds_of_one(self, kind: str, path: Path) -> float:
        """Return how long the first piece of work takes on this machine, as busy as it is."""
        told, child = self._begin(kind, path)
        start = time.monotonic()
        self._wait_for(told, "ready\n0\n")
        taken = time.monotonic() - start
        self._end(told, child)
        return taken

    def _begin(self, kind: str, path: Path) -> tuple[Path, int]:
        told = path.with_name("told")
        told.unlink(missing_ok=True)
        self._say(f"{kind}\t{path}\t{told}")
        child = int(self._hear())
        self._wait_for(told, "ready\n")
        return told, child

    def _wait_for(self, told: Path, words: str) -> None:
        until = time.monotonic() + 120
        while not (said := told.read_text() if told.exists() else "").startswith(words):
            assert time.monotonic() < until, "the child does nothing"
            assert "Traceback" not in said, said
            time.sleep(0.002)

    def _end(self, told: Path, child: int) -> list[int]:
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        assert self._hear() == "gone"
        lines = told.read_text().splitlines()
        assert "Traceback" not in lines[0], "\n".join(lines)
        return [int(line) for line in lines[1:]]

    def close(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()

    def _say(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def _hear(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().rstrip("\n")


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    made = Nursery()
    yield made
    made.close()


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A case to work on, and one of the first revision."""
    folder = tmp_path_factory.mktemp("ready")
    path = folder / "talks.positions"
    create_case(path, author="Ada", fill=sample_import()).close()
    return {"now": path, "earlier": earlier(folder / "earlier.positions", "0001")}


def prepared(kind: str, folder: Path, ready: dict[str, Path]) -> Path:
    folder.mkdir()
    path = folder / "talks.positions"
    shutil.copy(ready["earlier" if kind == "migrating" else "now"], path)
    if kind == "restoring":
        backup_case(path)
    if kind == "merging":
        shutil.copy(path, folder / "other.positions")
    return path


def opened(path: Path) -> Case:
    """Open as a person would after a crash: for writing, with whichever passphrase it has by now."""
    for passphrase in PASSPHRASES if is_protected(path) else (None,):
        with suppress(WrongPassphraseError):
            with open_case(path, passphrase=passphrase) as store:
                found = store.read_case()
            report = check_case(path, passphrase)
            assert report.damage == (), report.damage
            return found
    raise AssertionError("no passphrase opens it")


def parties(case: Case) -> set[int]:
    return {int(own.code[1:]) for own in case.parties if own.code[0] == "P" and own.code[1:].isdigit()}


def assert_nothing_lost(kind: str, case: Case, done: list[int], before: Case, path: Path) -> None:
    upto = len(done)
    assert done == list(range(upto))
    entered = parties(case)
    match kind:
        case "editing" | "backing_up" | "merging":
            assert entered in (set(range(upto)), set(range(upto + 1)))
        case "importing":
            assert entered in (set(range(2 * upto)), set(range(2 * upto + 2)))
            rounds = {own.statement.partition(" ")[0] for own in case.positions}
            last = max(entered, default=-1) // 2
            assert rounds == {str(last)} or last < 0
        case "migrating":
            assert case == before
        case "restoring":
            assert entered in (set(), {upto})
        case "expunging":
            assert case.positions == before.positions
            left = sum(TEXT in own.identity for own in case.sources)
            assert left <= 1
        case _:
            assert case == before
    for own in backups(path):
        assert own.size


def seconds_of_one(kind: str, nursery: Nursery, folder: Path, ready: dict[str, Path]) -> float:
    taken = nursery.seconds_of_one(kind, prepared(kind, folder, ready))
    shutil.rmtree(folder)
    return taken


def kill(kind: str, nursery: Nursery, folder: Path, ready: dict[str, Path], seconds: float) -> int:
    """Kill one child at work, and return how much it had been told is done."""
    path = prepared(kind, folder, ready)
    with open_case(path, read_only=True) as store:
        before = store.read_case()
    done = nursery.kill_at_work(kind, path, seconds)
    found = opened(path)
    assert_nothing_lost(kind, found, done, before, path)
    if kind == "backing_up":
        for own in backups(path):
            assert check_case(own.path).damage == ()
    shutil.rmtree(folder)
    return len(done)


@pytest.mark.parametrize("kind", ASKED_FOR + BESIDES)
def test_killed_at_work(kind: str, nursery: Nursery, tmp_path: Path, ready: dict[str, Path]) -> None:
    longest = 2 * seconds_of_one(kind, nursery, tmp_path / "first", ready)
    for number in range(2 if kind in ASKED_FOR else 1):
        kill(kind, nursery, tmp_path / str(number), ready, random.uniform(0, longest))


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize(
    ("kind", "times"), [*((own, 50) for own in ASKED_FOR), *((own, 15) for own in BESIDES)]
)
def test_killed_two_hundred_times(
    kind: str, times: int, nursery: Nursery, tmp_path: Path, ready: dict[str, Path]
) -> None:
    done = []
    for number in range(times):
        if number % 10 == 0:  # others may be at work on this machine, or have gone
            longest = 3 * seconds_of_one(kind, nursery, tmp_path / f"first {number}", ready)
        done.append(kill(kind, nursery, tmp_path / str(number), ready, random.uniform(0, longest)))
    assert max(done) > 0, "every child was killed before it did anything"
    assert min(done) < max(done), "none was killed in the middle of the first piece of work"
    print(f"{kind}: {times} kills, {sum(done)} operations done before them")  # noqa: T201 - for the figures
