"""What is kept and said when the program itself goes wrong."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import ui.crash
from ui.crash import APOLOGY, FaultHook, crashes_kept, log_fault, report_of, without_homes
from workbench.domain.errors import CaseError

ROOT = Path(__file__).parents[2]


def raised(error: Exception) -> Exception:
    try:
        raise error
    except Exception as caught:
        return caught


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def hook(tmp_path: Path, said: list[str]) -> FaultHook:
    return FaultHook(tmp_path, said.append)


def call(hook: FaultHook, error: BaseException) -> None:
    hook(type(error), error, error.__traceback__)


def test_a_fault_is_logged_and_said_plainly(hook: FaultHook, said: list[str], tmp_path: Path) -> None:
    call(hook, raised(ZeroDivisionError("deep inside")))
    (sentence,) = said
    assert sentence.startswith(APOLOGY)
    assert "Traceback" not in sentence
    log = (tmp_path / "faults.log").read_text(encoding="utf-8")
    assert "ZeroDivisionError" in log
    assert "in raised" in log


def test_a_log_holds_neither_words_of_the_case_nor_folders_of_the_user(tmp_path: Path) -> None:
    def inner() -> None:
        raise KeyError("INT-STP3, the director of the hospital")

    try:
        try:
            inner()
        except KeyError as error:
            raise ValueError("his name is Aram") from error
    except ValueError as error:
        report = report_of(error)
    assert report.index("KeyError") < report.index("ValueError")
    assert "in inner" in report
    for word in ("hospital", "Aram", "INT-STP3"):
        assert word not in report.replace(
            'raise KeyError("INT-STP3, the director of the hospital")', ""
        ).replace('raise ValueError("his name is Aram") from error', "")
    assert str(ROOT) not in report
    assert str(Path.home()) not in report


def test_a_report_of_a_crash_names_no_folder_of_the_user() -> None:
    trace = f'  File "{ROOT}/ui/app.py", line 3 in x\n  File "{Path.home()}/other.py", line 1 in y\n'
    assert without_homes(trace) == '  File "ui/app.py", line 3 in x\n  File "other.py", line 1 in y\n'


def test_a_fault_in_every_paint_is_said_once_and_the_log_ends(
    hook: FaultHook, said: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 100.0
    monkeypatch.setattr(ui.crash, "monotonic", lambda: now)
    for _ in range(500):
        call(hook, raised(ValueError("again")))
    assert len(said) == 1
    assert (tmp_path / "faults.log").read_text(encoding="utf-8").count("ValueError\n") == 50
    now += 60
    call(hook, raised(ValueError("again")))
    assert len(said) == 2


def test_an_error_about_the_case_speaks_for_itself(hook: FaultHook, said: list[str], tmp_path: Path) -> None:
    call(hook, raised(CaseError("There is no party “X”.")))
    assert said == ["There is no party “X”."]
    assert not (tmp_path / "faults.log").exists()


def test_an_interrupt_says_nothing(hook: FaultHook, said: list[str]) -> None:
    call(hook, KeyboardInterrupt())
    assert said == []


def test_the_hook_is_given_back(hook: FaultHook) -> None:
    before = sys.excepthook
    with hook.installed():
        assert sys.excepthook is hook
    assert sys.excepthook is before


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "faults.log").mkdir()
    assert log_fault(tmp_path, raised(ValueError("x"))) == tmp_path / "faults.log"
    assert "ValueError" in caplog.text


CRASH = """
import sys
from pathlib import Path
from ui.crash import crashes_kept
import faulthandler
with crashes_kept(Path(sys.argv[1])) as last:
    print(last.path.name if last else "none", flush=True)
    if sys.argv[2] == "crash":
        faulthandler._sigabrt()
"""


def test_a_crash_is_told_at_the_next_start_once(tmp_path: Path) -> None:
    def start(how: str) -> str:
        words = [sys.executable, "-c", CRASH, str(tmp_path), how]
        done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
        assert (done.returncode == 0) == (how == "quiet")
        return done.stdout.strip()

    assert [start("quiet"), start("crash"), start("quiet"), start("quiet")] == [
        "none",
        "none",
        "last crash.log",
        "none",
    ]
    report = (tmp_path / "last crash.log").read_text(encoding="utf-8")
    assert "Fatal Python error" in report
    assert str(ROOT) not in report


def test_where_no_crash_can_be_kept_the_program_starts_all_the_same(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with crashes_kept(tmp_path / "missing") as crash:
        assert crash is None
    assert "no crash can be kept" in caplog.text
