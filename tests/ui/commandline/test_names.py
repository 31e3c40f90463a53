"""What opens the window, and what is a command."""

from __future__ import annotations

import re

import pytest

from ui.commandline.arguments import build_parser
from ui.commandline.names import COMMANDS, LATER, looks_like_a_case, opens_window


@pytest.mark.parametrize(
    "words", [[], ["demo"], ["talks.positions"], ["./talks"], ["a folder/talks"], ["C:\\talks"]]
)
def test_these_open_the_window(words: list[str]) -> None:
    assert opens_window(words)


@pytest.mark.parametrize(
    "words",
    [
        ["room"],
        ["nonsense"],
        ["--help"],
        ["--file=talks.positions"],
        ["demo", "--json"],
        ["info", "x.positions"],
    ],
)
def test_these_do_not(words: list[str]) -> None:
    assert not opens_window(words)


def test_every_command_has_a_parser_and_none_is_promised_twice() -> None:
    listed = set(re.findall(r"^    ([a-z-]+)", build_parser().format_help(), re.MULTILINE))
    assert listed == set(COMMANDS)
    for name in LATER:
        assert not looks_like_a_case(name)
    assert not set(COMMANDS) & set(LATER)


def test_every_command_takes_the_common_options() -> None:
    parser = build_parser()
    choices = next(action.choices for action in parser._actions if action.choices)
    assert choices is not None
    for name in COMMANDS:
        usage = choices[name].format_help()  # type: ignore[index]
        for option in ("--json", "--passphrase-file", "--audience"):
            assert option in usage
