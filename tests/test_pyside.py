"""The binding itself: some releases lose a reference to None at every void call and abort after thousands."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject

CALLS = 20_000


def test_void_calls_lose_no_reference_to_none() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("")
        thing.blockSignals(False)
    lost = before - sys.getrefcount(None)
    assert lost < CALLS // 100
