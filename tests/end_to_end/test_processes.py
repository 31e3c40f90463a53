"""The program as a process of its own: what it loads, how it is interrupted, what a pipe does to it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = "import sys; from ui.app import main; sys.exit(main())"
HEAVY = ("PySide6", "openpyxl", "xlsxwriter", "docx", "typst", "alembic", "pyqtgraph", "sqlalchemy.orm")


def start(*words: object, code: str = PROGRAM, **more: str) -> subprocess.CompletedProcess[str]:
    """Run the program to its end."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **more}
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, words)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_a_command_ends_with_its_status(case: Path) -> None:
    good = start("room", case, "--on", "2023-03-20", "--json")
    assert (good.returncode, good.stderr) == (0, "")
    bad = start("room", case, "--on", "2023-13-01")
    assert (bad.returncode, bad.stdout) == (1, "")
    assert bad.stderr.count("\n") == 1
    assert start("nonsense").returncode == 2
    assert start("talks-that-are-not-there.positions").returncode == 1


def test_names_in_every_script_survive_a_plain_locale(case: Path) -> None:
    done = start("info", case, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert (done.returncode, done.stderr) == (0, "")
    assert "2018–2023" in done.stdout


def test_an_analysis_loads_no_window_and_no_office(case: Path) -> None:
    code = f"""
import sys
from ui.app import main
main(sys.argv[1:])
print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)
"""
    assert start("room", case, "--on", "2023-03-20", code=code).stderr.strip() == "[]"


@pytest.mark.skipif(os.name == "nt", reason="pipes and signals of POSIX")
def test_a_reader_who_leaves_early_is_no_error(case: Path) -> None:
    words = ("standing", str(case), "--on", "2023-03-20", "--json")
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *words], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    with process.stderr:
        assert process.stderr.read() == b""
    assert process.wait(60) == 141


@pytest.mark.skipif(os.name == "nt", reason="pipes and signals of POSIX")
def test_ctrl_c_ends_quietly(case: Path) -> None:
    code = f"""
import os, signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # tests started in the background ignore it
import ui.cli
ui.cli.existing_case = lambda arguments: os.kill(os.getpid(), signal.SIGINT)
{PROGRAM}
"""
    done = start("room", case, "--on", "2023-03-20", code=code)
    assert (done.returncode, done.stdout, done.stderr) == (128 + signal.SIGINT, "", "")


def test_a_fault_of_the_program_shows_no_traceback(case: Path, tmp_path: Path) -> None:
    code = f"""
import ui.cli
def broken(arguments):
    raise ZeroDivisionError("deep inside")
ui.cli.existing_case = broken
{PROGRAM}
"""
    done = start("room", case, "--on", "2023-03-20", code=code, XDG_STATE_HOME=str(tmp_path))
    assert (done.returncode, done.stdout) == (70, "")
    assert "Traceback" not in done.stderr
    told = next(tmp_path.rglob("faults.log")).read_text(encoding="utf-8")
    assert "ZeroDivisionError" in told
    assert "deep inside" not in told, "the words of a fault may be words of the case"
