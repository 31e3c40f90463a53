"""The cases opened lately, kept across starts."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings

_KEY = "files/recent"
_MOST = 8


class RecentCases:
    """Paths of cases, the one opened last first."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings
        kept = settings.value(_KEY) or []
        paths = [Path(str(own)) for own in ([kept] if isinstance(kept, str) else list(kept))]
        self._paths = [path for path in paths if path.exists()]

    @property
    def paths(self) -> list[Path]:
        """Those that were still there when the program started, and those opened since."""
        return list(self._paths)

    def remember(self, path: Path) -> None:
        """Put a case first."""
        self._paths = [path, *(own for own in self._paths if own != path)][:_MOST]
        self._settings.setValue(_KEY, [str(own) for own in self._paths])
