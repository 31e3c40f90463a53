"""A file that is no case, damaged, locked or newer: exit 3, its bytes and its folder untouched."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.end_to_end.conftest import SAMPLE, Run
from tests.end_to_end.test_bad_input import contents
from ui.app import main as start

ROOT = Path(__file__).parents[2]
COMMANDS = {
    "info": ("info", "CASE"),
    "check": ("check", "CASE"),
    "standing": ("standing", "CASE", "--on", "2023-03-20"),
    "room": ("room", "CASE", "--on", "2023-03-20", "--json"),
    "import": ("import", "CASE", str(SAMPLE)),
    "export": ("export", "CASE", "../out"),
    "history": ("history", "CASE"),
    "backup": ("backup", "CASE"),
    "brief": ("brief", "CASE", "--kind", "comparison", "--out", "../brief.pdf"),
    "picture": ("picture", "CASE", "--lens", "positions", "--out", "../picture.png"),
    "the window": ("CASE",),
}


def text_file(case: Path) -> None:
    case.write_text("Dear colleague, this is no case.", encoding="utf-8")


def empty_file(case: Path) -> None:
    case.write_bytes(b"")


def other_database(case: Path) -> None:
    case.unlink()
    with closing(sqlite3.connect(case)) as connection:
        connection.execute("CREATE TABLE something (x)")
        connection.commit()


def cut_short(case: Path) -> None:
    with case.open("r+b") as file:
        file.truncate(case.stat().st_size // 2)


def cut_to_a_page(case: Path) -> None:
    with case.open("r+b") as file:
        file.truncate(4096)


def overwritten(case: Path) -> None:
    with case.open("r+b") as file:
        for offset in range(8192, case.stat().st_size, 16384):
            file.seek(offset)
            file.write(b"\xa5" * 512)


def newer(case: Path) -> None:
    with closing(sqlite3.connect(case)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()


def a_folder(case: Path) -> None:
    case.unlink()
    case.mkdir()


SPOILERS = [text_file, empty_file, other_database, cut_short, cut_to_a_page, overwritten, newer, a_folder]


def carry_out(run: Run, words: tuple[str, ...], case: Path) -> str:
    """Carry out a command that has to end with 3 and leave everything as it was."""
    before = contents(case.parent.parent)
    typed = [case.name if word == "CASE" else word for word in words]
    if len(typed) == 1:
        assert start(typed) == 3
        said = ""
    else:
        done = run(*typed)
        assert done.status == 3, done.err
        said = done.err
        assert said
    assert contents(case.parent.parent) == before
    assert sorted(path.name for path in case.parent.iterdir()) == sorted(
        {Path(name).parts[1] for name in before if Path(name).parts[0] == case.parent.name} | {case.name}
    )
    return said


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("spoil", SPOILERS, ids=lambda spoil: spoil.__name__)
def test_a_file_that_cannot_be_used(
    spoil: Callable[[Path], None], command: str, case: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(case.parent)
    spoil(case)
    carry_out(run, COMMANDS[command], case)


HOLDER = """
import sys
from pathlib import Path
from db.case_file import open_case
with open_case(Path(sys.argv[1])):
    print("open", flush=True)
    sys.stdin.read()
"""


@contextmanager
def held(case: Path) -> Iterator[subprocess.Popen[str]]:
    """Have another process hold the case open."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(case)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdin is not None
    try:
        assert process.stdout.readline() == "open\n"
        yield process
    finally:
        process.stdin.close()
        process.wait(30)
        process.stdout.close()


def test_a_case_that_is_open_elsewhere(case: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(case.parent)
    with held(case):
        for command in ("info", "check", "standing", "import", "export", "history", "brief", "the window"):
            carry_out(run, COMMANDS[command], case)
    assert run("info", case).status == 0


def test_a_lock_whose_process_is_gone_is_taken_over(case: Path, run: Run, tables: Path) -> None:
    with held(case) as process:
        os.kill(process.pid, 9)
        process.wait(30)
    assert [path.name for path in case.parent.iterdir()] != [case.name]
    assert run("standing", case, "--on", "2023-03-20").status == 0
    (tables / "terms.csv").write_text("subject,term\nfree,A word\n", encoding="utf-8")
    assert run("import", case, tables).status == 0
    left = {path.name for path in case.parent.iterdir()}
    assert left == {case.name, f"{case.name}.backups"}, "a backup before the import, no lock, no journal"
