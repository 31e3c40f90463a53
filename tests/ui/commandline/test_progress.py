"""The bar that long work moves."""

from __future__ import annotations

import io
import sys

import pytest

from ui.commandline.progress import counting


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_nobody_is_told_where_nobody_looks() -> None:
    with counting("Reading") as progress:
        assert progress is None


def test_on_a_terminal_the_bar_says_what_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with counting("Reading") as progress:
        assert progress is not None
        progress(3, None, "Reading rows")
        progress(7, 10, "Writing records")
    assert "Writing records" in terminal.getvalue()
    assert "7/10" in terminal.getvalue()
