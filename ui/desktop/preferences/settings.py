"""Every setting of the program, declared once: its key, its default, and what it may be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QSettings

from ui.desktop.commands.locking import SETTING as LOCK_KEY
from ui.desktop.safety.away import FIRST_MINUTES, MINUTES
from ui.desktop.view_state import NEUTRAL_NAMES

ValueT = TypeVar("ValueT")

SYSTEM = "system"
"""The theme, or the way to write dates, of the system."""
THEMES = ("light", "dark", "high-contrast", "projector", SYSTEM)
DATE_STYLES = ("words", "iso", SYSTEM)
ZOOMS = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
PACES = (60, 40, 20, 10, 5)
"""Seconds in which a whole case is played."""
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Setting(Generic[ValueT]):
    """One thing that can be chosen.

    Attributes
    ----------
    key : str
        Under which name it is kept.
    default : object
        What holds where nobody has chosen, or what was kept cannot stand.
    parse : callable
        Returns the value that a kept text stands for.

        It raises ``ValueError`` where the text stands for none.
    """

    key: str
    default: ValueT
    parse: Callable[[str], ValueT]

    def read(self, settings: QSettings) -> ValueT:
        """Return what was chosen, the default where nothing was or it cannot stand."""
        kept = settings.value(self.key)
        if kept is None:
            return self.default
        try:
            return self.parse(str(kept))
        except ValueError:
            return self.default

    def write(self, settings: QSettings, value: ValueT) -> None:
        """Keep what was chosen.

        Raises
        ------
        ValueError
            If it is nothing that can be chosen.
        """
        settings.setValue(self.key, self.parse(str(value)))

    def forget(self, settings: QSettings) -> None:
        """Go back to the default."""
        settings.remove(self.key)


def _one_of(*choices: str) -> Callable[[str], str]:
    def parse(text: str) -> str:
        if text not in choices:
            raise ValueError(text)
        return text

    return parse


def _zoom(text: str) -> float:
    value = float(text)
    if not ZOOMS[0] <= value <= ZOOMS[-1]:
        raise ValueError(text)
    return value


def _count_of(*choices: int) -> Callable[[str], int]:
    def parse(text: str) -> int:
        value = int(text)
        if value not in choices:
            raise ValueError(text)
        return value

    return parse


def _name(text: str) -> str:
    plain = " ".join(text.split())
    if len(plain) > _LONGEST_NAME:
        raise ValueError(text)
    return plain


def _policy(text: str) -> str:
    if not text.strip():
        raise ValueError(text)
    return text


THEME = Setting("look/theme", "light", _one_of(*THEMES))
ZOOM = Setting("look/zoom", 1.0, _zoom)
DATES = Setting("look/dates", "words", _one_of(*DATE_STYLES))
NAMES = Setting("names/policy", NEUTRAL_NAMES, _policy)
"""``neutral``, ``both``, or the code of a party; where the case has no such party, neutral."""
LOCK_AFTER = Setting(LOCK_KEY, FIRST_MINUTES, _count_of(*MINUTES))
"""Minutes away after which a protected case is locked, 0 for never."""
PACE = Setting("time/pace", 20, _count_of(*PACES))
AUTHOR = Setting("history/author", "", _name)
"""Who stands beside what is done; the name of the user of this computer where empty."""

SETTINGS: tuple[Setting[str] | Setting[float] | Setting[int], ...] = (
    THEME,
    ZOOM,
    DATES,
    NAMES,
    LOCK_AFTER,
    PACE,
    AUTHOR,
)
