from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from tests.ui.desktop.conftest import FileOpener
from tests.ui.desktop.safety.hand import Hand
from workbench.domain.party import Party
from workbench.keeping import EarlierBackups
from workbench.operations import PutRecord

SECRET = "river lantern forty goats"


@pytest.fixture
def hand(qapp: object) -> Iterator[Hand]:
    own = Hand()
    yield own
    own.stop()
    if own.troubles:
        raise own.troubles[0]
    assert own.left == []


@pytest.fixture
def case(opener: FileOpener) -> Path:
    """The sample as a case of its own, closed."""
    store = opener.sample()
    store.close()
    return store.path.rename(store.path.with_name("talks.positions"))


@pytest.fixture
def protected(opener: FileOpener, case: Path) -> Path:
    opener.keeping.protect(case, SECRET, EarlierBackups.KEEP)
    opener.keeping.forget(case)
    return case


@pytest.fixture
def choosing(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that the person names next, in the file dialogs of the system."""
    named: list[Path] = []

    def name(*_words: object) -> tuple[str, str]:
        return str(named.pop(0)), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", name)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", name)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words: str(named.pop(0)))
    return named


def renaming(code: str, name: str) -> PutRecord:
    return PutRecord(Party(code, name))
