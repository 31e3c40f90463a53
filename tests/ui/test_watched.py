"""Every Qt test here is looked at for what it leaves behind; tests/test_leaks.py shows that the look sees."""

from __future__ import annotations

from pathlib import Path

import pytest

HERE = Path(__file__).parent


def test_every_test_with_qt_is_looked_at(request: pytest.FixtureRequest) -> None:
    items = [own for own in request.session.items if isinstance(own, pytest.Function)]
    with_qt = [own for own in items if HERE in own.path.parents and "qapp" in own.fixturenames]
    assert not [own.nodeid for own in with_qt if "nothing_left_behind" not in own.fixturenames]


def test_a_test_with_qt_is_looked_at(qtbot: object, request: pytest.FixtureRequest) -> None:
    assert qtbot
    assert "nothing_left_behind" in request.fixturenames
