"""What the core says goes through an interpreter, where there is one."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from workbench.domain import saying
from workbench.domain.saying import counted, interpret, marked, plainly, translate

FRENCH = {("time", "day", "", -1): "jour", ("time", "%n days", "%n day", 1): "1 jour"}


@pytest.fixture
def french(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    before = list(saying._interpreter)
    interpret(lambda context, text, note, number: FRENCH.get((context, text, note, number), text))
    yield
    interpret(before[0] if before else None)


@pytest.fixture
def nobody() -> Iterator[None]:
    before = list(saying._interpreter)
    interpret(None)
    yield
    interpret(before[0] if before else None)


def test_without_an_interpreter_everything_is_english(nobody: None) -> None:
    assert translate("time", "day") == "day"
    assert translate("time", "in %n days", "", 3) == "in 3 days"
    assert [counted("time", "%n days", "%n day", number) for number in (0, 1, 2)] == [
        "0 days",
        "1 day",
        "2 days",
    ]
    assert counted("time", "{0} of %n days", "{0} of %n day", 39_800) == "{0} of 39,800 days"


def test_an_interpreter_is_asked_with_context_note_and_number(french: None) -> None:
    assert translate("time", marked("time", "day")) == "jour"
    assert counted("time", "%n days", "%n day", 1) == "1 jour"
    assert translate("elsewhere", "day") == "day"


def test_what_nobody_translated_keeps_the_plural_of_english(french: None) -> None:
    assert counted("elsewhere", "%n days", "%n day", 1) == "1 day"


def test_nothing_is_not_translated(french: None) -> None:
    assert translate("time", "") == ""


def test_plainly_is_english_in_one_thread_only(french: None) -> None:
    heard: list[str] = []
    with plainly():
        other = threading.Thread(target=lambda: heard.append(translate("time", "day")))
        other.start()
        other.join()
        assert translate("time", "day") == "day"
    assert heard == ["jour"]
    assert translate("time", "day") == "jour"
