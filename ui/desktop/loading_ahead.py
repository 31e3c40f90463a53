"""What the first screen does without is loaded in the pauses after it: its first use is no wait then."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from PySide6.QtCore import QObject, QTimer

_AFTER = 700
"""Milliseconds after the first screen: what follows that at once comes first."""
_BETWEEN = 30
"""Milliseconds between two modules, in which the window answers."""
_PACKAGES = ("ui.desktop.editors", "ui.desktop.goto", "ui.desktop.lenses")
_MODULES = ("workbench.readmodels.inspector", "workbench.operations.positions")


class LoadingAhead(QObject):
    """Loads one module after the other until all are there."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left = names_ahead()
        self._timer = QTimer(self, singleShot=True, interval=_AFTER)
        self._timer.timeout.connect(self._load_one)
        self._timer.start()

    @property
    def is_over(self) -> bool:
        """Whether all are there."""
        return not self._timer.isActive()

    def _load_one(self) -> None:
        name = next(self._left, None)
        if name is not None:
            import_module(name)
            self._timer.start(_BETWEEN)


def names_ahead() -> Iterator[str]:
    """Yield the modules that are loaded ahead, each with what it rests on itself."""
    yield from _MODULES
    for package in _PACKAGES:
        path = import_module(package).__path__
        yield from (f"{package}.{own.name}" for own in iter_modules(path))
