"""A disk that fills up in the middle: what was there stays, and the message says what to do."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from db.backup import backup_case, backups
from db.case_file import create_case, open_case
from db.check import check_case
from db.cipher import derived, is_protected
from db.expunging import expunge, plan_expunge
from db.merging import apply_merge, plan_merge
from db.protecting import change_passphrase, protect
from db.restoring import restore_case
from tests.db.samples import Do, put, sample_import
from tests.db.test_store import exact
from tests.migrations.test_revisions import earlier
from ui.commandline.failures import status_of
from workbench.domain.errors import CaseError
from workbench.domain.party import Party
from workbench.domain.source import Source
from workbench.ports import WrongPassphraseError

SECRET, ANOTHER = "one of several words", "two of several words"
NAME = "Colonel Aslan Q"
ROOM_KIB = (0, 40, 1500)
"""How much room there still is: an operation fails at its beginning, in the middle, or not."""
EVERY_ROOM_KIB = (*range(0, 64, 4), *range(64, 1024, 32), 1500)
LIMITS_KIB = (0, 200, 1500)
"""How large a file may become, where there is no small disk to be had."""
EVERY_LIMIT_KIB = (*range(0, 480, 16), 1500)


# --- what is done ------------------------------------------------------------------------------------


def editing(path: Path) -> None:
    with open_case(path) as store:
        store.perform(put(Party("NEW", "New", notes="words " * 5000)))


def importing(path: Path) -> None:
    with open_case(path) as store:
        changed = [replace(own, statement="word " * 600) for own in store.read_case().positions]
        store.perform(Do(lambda work: work.put_all(changed), name="import"))


def undoing(path: Path) -> None:
    with open_case(path) as store:
        store.undo()


def restoring(path: Path) -> None:
    restore_case(path, backups(path)[0].path)


def migrating(path: Path) -> None:
    open_case(path).close()


def protecting(path: Path) -> None:
    protect(path, SECRET)


def rekeying(path: Path) -> None:
    change_passphrase(path, SECRET, ANOTHER)


def expunging(path: Path) -> None:
    expunge(path, plan_expunge(path, text=NAME))


def merging(path: Path) -> None:
    other = path.with_name("other.positions")
    with open_case(path) as store:
        apply_merge(store, plan_merge(store, other), {})


def backing_up(path: Path) -> None:
    backup_case(path)


def creating(path: Path) -> None:
    create_case(path.with_name("new.positions"), fill=sample_import()).close()


KINDS: tuple[Callable[[Path], None], ...] = (
    editing,
    importing,
    undoing,
    restoring,
    migrating,
    protecting,
    rekeying,
    expunging,
    merging,
    backing_up,
    creating,
)


@pytest.fixture(autouse=True)
def keys_are_derived_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Trying a key takes a tenth of a second on purpose; looking at a file again need not."""
    monkeypatch.setattr("db.cipher.derived", cache(derived))


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A folder with a case, a backup and whatever else it takes, by what is to be done."""
    folders = {}
    made = tmp_path_factory.mktemp("made") / "talks.positions"
    create_case(made, author="Ada", fill=sample_import()).close()
    with open_case(made) as store:
        store.perform(put(Source("INF", "X", identity=NAME)))
    assert len(backups(made)) == 1
    for kind in (own.__name__ for own in KINDS):
        folders[kind] = tmp_path_factory.mktemp(kind)
        path = folders[kind] / made.name
        if kind == "migrating":
            earlier(path, "0001")
            continue
        shutil.copytree(made.parent, folders[kind], dirs_exist_ok=True)
        if kind == "restoring":
            with open_case(path) as store:
                store.perform(put(Party("SINCE", "Since")))
        if kind == "rekeying":
            protect(path, SECRET)
        if kind == "merging":
            other = path.with_name("other.positions")
            shutil.copy(path, other)
            with open_case(other) as store:
                store.perform(put(Party("THEIRS", "Theirs", notes="words " * 5000)))
            shutil.rmtree(f"{other}.backups")
    return folders


# --- where there is no room --------------------------------------------------------------------------


@contextmanager
def small_disk(folder: Path, kib: int) -> Iterator[None]:
    """Let a folder be a small disk of its own; skipped where that is not permitted."""
    if shutil.which("mount") is None or os.geteuid() != 0:
        pytest.skip("only root can make a small disk")
    command = ["mount", "-t", "tmpfs", "-o", f"size={kib}k", "none", str(folder)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("the system does not let us make a small disk")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@contextmanager
def little_room(folder: Path, kib: int) -> Iterator[None]:
    """Fill the disk of a folder but for so much."""
    filler = folder / "filler"
    free = shutil.disk_usage(folder).free - kib * 1024
    filler.write_bytes(bytes(max(0, free)))
    try:
        yield
    finally:
        filler.unlink()


@contextmanager
def small_files(kib: int) -> Iterator[None]:
    """Let no file of this process grow beyond a size."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (kib * 1024, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


# --- what has to hold --------------------------------------------------------------------------------


def state(path: Path) -> list[str]:
    """Return the case as it stands, whichever passphrase it has by now."""
    for passphrase in (SECRET, ANOTHER) if is_protected(path) else (None,):
        with suppress(WrongPassphraseError):
            with open_case(path, read_only=True, passphrase=passphrase) as store:
                found = exact(store.read_case())
            assert check_case(path, passphrase).damage == ()
            return found
    raise AssertionError("no passphrase opens it")


def attempted(do: Callable[[Path], None], path: Path, *words: str) -> bool:
    """Do something; return whether it failed, which has to be told in words."""
    error = raised(do, path)
    if error is not None:
        assert any(own in str(error) for own in words), str(error)
        assert "Errno" not in str(error)
        assert status_of(error) == 1
    return error is not None


def raised(do: Callable[[Path], None], path: Path) -> CaseError | None:
    try:
        do(path)
    except CaseError as error:
        return error
    return None


def assert_nothing_lost(path: Path, before: list[str], *, failed: bool, kind: str) -> None:
    """Look at everything once there is room again."""
    after = state(path)
    if failed or kind in ("protecting", "rekeying", "backing_up", "creating", "migrating"):
        assert after == before
    elif kind != "expunging":
        assert after != before
    for passphrase in (SECRET, ANOTHER) if is_protected(path) else (None,):
        with suppress(WrongPassphraseError), open_case(path, passphrase=passphrase) as store:
            store.perform(put(Party("LATER", "Later")))
    left = {own.name for own in path.parent.iterdir()}
    expected = {path.name, f"{path.name}.backups"} | ({"other.positions"} if kind == "merging" else set())
    if kind == "creating" and not failed:
        expected.add("new.positions")
    assert left == expected
    folder = path.with_name(f"{path.name}.backups")
    assert {own.name for own in folder.iterdir()} == {own.path.name for own in backups(path)}
    for own in backups(path):
        state(own.path)


@pytest.mark.parametrize("do", KINDS, ids=lambda own: own.__name__)
def test_a_small_disk_fills_up(do: Callable[[Path], None], tmp_path: Path, ready: dict[str, Path]) -> None:
    fill_up(do, tmp_path, ready, ROOM_KIB)


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("do", KINDS, ids=lambda own: own.__name__)
def test_a_small_disk_fills_up_at_every_moment(
    do: Callable[[Path], None], tmp_path: Path, ready: dict[str, Path]
) -> None:
    fill_up(do, tmp_path, ready, EVERY_ROOM_KIB)


def fill_up(
    do: Callable[[Path], None], tmp_path: Path, ready: dict[str, Path], rooms: tuple[int, ...]
) -> None:
    """Do something on a disk with this room, then that."""
    kind = do.__name__
    outcomes = []
    with small_disk(tmp_path, 8 * 1024):
        for room in rooms:
            folder = tmp_path / "case"
            shutil.copytree(ready[kind], folder)
            path = folder / "talks.positions"
            before = state(path)
            with little_room(tmp_path, room):
                failed = attempted(do, path, "is full", "Make room")
                assert state(path) == before or not failed  # it can be read before there is room again
            assert_nothing_lost(path, before, failed=failed, kind=kind)
            outcomes.append(failed)
            shutil.rmtree(folder)
    assert outcomes[0], "there was room where there should have been none"
    assert not outcomes[-1], "there was no room where there should have been enough"


@pytest.mark.parametrize("do", KINDS, ids=lambda own: own.__name__)
def test_files_that_may_not_grow(do: Callable[[Path], None], tmp_path: Path, ready: dict[str, Path]) -> None:
    hold_down(do, tmp_path, ready, LIMITS_KIB)


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("do", KINDS, ids=lambda own: own.__name__)
def test_files_that_may_not_grow_at_any_size(
    do: Callable[[Path], None], tmp_path: Path, ready: dict[str, Path]
) -> None:
    hold_down(do, tmp_path, ready, EVERY_LIMIT_KIB)


def hold_down(
    do: Callable[[Path], None], tmp_path: Path, ready: dict[str, Path], limits: tuple[int, ...]
) -> None:
    """Do something with files that may not grow beyond this size, then that."""
    kind = do.__name__
    outcomes = []
    for limit in limits:
        folder = tmp_path / str(limit)
        shutil.copytree(ready[kind], folder)
        path = folder / "talks.positions"
        before = state(path)
        with small_files(limit):
            failed = attempted(do, path, "is full", "Make room", "could not be read or written")
        assert_nothing_lost(path, before, failed=failed, kind=kind)
        outcomes.append(failed)
    assert outcomes[0]
    assert not outcomes[-1]
