"""What is kept and said when the program itself goes wrong."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import ui.crash
from ui.crash import APOLOGY, FaultHook, log_fault
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
    assert "ZeroDivisionError: deep inside" in log
    assert "def raised" in log or "in raised" in log


def test_a_fault_in_every_paint_is_said_once_and_the_log_ends(
    hook: FaultHook, said: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 100.0
    monkeypatch.setattr(ui.crash, "monotonic", lambda: now)
    for _ in range(500):
        call(hook, raised(ValueError("again")))
    assert len(said) == 1
    assert (tmp_path / "faults.log").read_text(encoding="utf-8").count("ValueError: again") == 50
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
    assert "ValueError: x" in caplog.text


CRASH = """
import sys
from pathlib import Path
from ui.crash import crashes_kept
import faulthandler
with crashes_kept(Path(sys.argv[1])) as last:
    print(last.name if last else "none", flush=True)
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
    assert "Fatal Python error" in (tmp_path / "last crash.log").read_text(encoding="utf-8")
