"""Looking at an open case must not cost it its locks."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

import db.peeking
from db.backup import backup_case, list_backups
from db.case_file import create_case, open_case
from db.check import check_case
from db.peeking import hold, peek
from db.store import SqliteCaseStore
from tests.db.samples import put
from workbench.domain.errors import CaseError
from workbench.domain.party import Party
from workbench.ports import LockedCaseError

ROOT = Path(__file__).parents[2]
OTHER_PROGRAM = (
    "import sqlite3, sys; from contextlib import closing\n"
    "with closing(sqlite3.connect(sys.argv[1])) as connection:\n"
    "    print(*[code for (code,) in connection.execute('SELECT code FROM parties ORDER BY id')])"
)


def seen_by_another_program(path: Path) -> list[str]:
    """Open the file as any program would that knows SQLite, and close it again."""
    command = [sys.executable, "-c", OTHER_PROGRAM, str(path)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()


def opened_again(store: SqliteCaseStore) -> None:
    with pytest.raises(LockedCaseError):
        open_case(store.path)


LOOKS: dict[str, Callable[[SqliteCaseStore], object]] = {
    "back up": backup_case,
    "check": lambda store: check_case(store.path),
    "read": lambda store: open_case(store.path, read_only=True).close(),
    "open": opened_again,
    "list": lambda store: list_backups(store.path),
    "import": lambda store: store._keeper and store._keeper.keep(for_certain=True),
}


@pytest.mark.skipif(os.name == "nt", reason="locks are kept there")
@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_an_open_case_that_was_looked_at_keeps_its_log(
    path: Path, look: Callable[[SqliteCaseStore], object]
) -> None:
    with create_case(path) as store:
        store.perform(put(Party("ONE", "One")))
        look(store)
        assert seen_by_another_program(path) == ["ONE"]
        assert path.with_name(f"{path.name}-wal").exists()
        store.perform(put(Party("TWO", "Two")))
        assert seen_by_another_program(path) == ["ONE", "TWO"]
    assert db.peeking._HELD == {}


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
def test_what_was_entered_after_a_look_survives_a_kill(path: Path) -> None:
    create_case(path).close()
    program = (
        "import os, signal, subprocess, sys; from pathlib import Path\n"
        "from db.backup import backup_case; from db.case_file import open_case\n"
        "from tests.db.samples import put; from workbench.domain.party import Party\n"
        "from tests.db.test_peeking import seen_by_another_program\n"
        "store = open_case(Path(sys.argv[1]))\n"
        "store.perform(put(Party('ONE', 'One')))\n"
        "backup_case(store)\n"
        "seen_by_another_program(store.path)\n"
        "store.perform(put(Party('TWO', 'Two')))\n"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", program, str(path)], check=False, cwd=ROOT)
    with open_case(path) as store:
        assert [own.code for own in store.read_case().parties] == ["ONE", "TWO"]


def test_the_same_bytes_are_seen_whether_a_file_is_held_or_not(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(bytes(range(256)))
    before = peek(file, 16, 8)
    let_go, again = hold(file), hold(file)
    assert peek(file, 16, 8) == before == bytes(range(16, 24))
    assert peek(file, 250, 100) == bytes(range(250, 256))
    let_go()
    assert peek(file, 0, 2) == b"\0\x01"
    again()
    assert db.peeking._HELD == {}


def test_nothing_stays_held_by_a_case_that_could_not_be_opened(closed_sample: Path) -> None:
    with closing(sqlite3.connect(closed_sample, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        for read_only in (False, True):
            with pytest.raises(CaseError):
                open_case(closed_sample, read_only=read_only)
    assert db.peeking._HELD == {}
