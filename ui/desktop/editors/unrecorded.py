"""What was entered and stands nowhere yet: sheets that were left, and those that are still open."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.words import translate
from workbench.domain.audience import VAULT, Audience

MOST_LEFT = 8
"""Sheets that are kept; the oldest goes when one more is left."""


_LONGEST = 60
"""Letters of a name; a longer one is cut."""


class UnrecordedWish(StrEnum):
    """What is wanted of what is entered and not recorded when the case is about to be closed."""

    RECORD = "record"
    LEAVE = "leave"


class LeftSheets(QObject):
    """Sheets that were left with something in them, the last one on top; they go with the case.

    Some were left by the person; others were put aside because another audience is shown, and come back by
    themselves. Each is for the audience that was shown when it was left, and for the vault.

    Signals
    -------
    changed
        One more was left, or one was taken up again.
    """

    changed = Signal()

    def __init__(self, parent: QObject, audience: Audience) -> None:
        super().__init__(parent)
        self._audience = audience
        self._sheets: list[tuple[Audience, QWidget]] = []
        self._aside: list[tuple[Audience, QWidget]] = []

    def __len__(self) -> int:
        return len(self.kept)

    @property
    def kept(self) -> list[QWidget]:
        """The sheets that can be taken up again now, the one left last at the end."""
        return [sheet for audience, sheet in self._sheets if self._may_see(audience)]

    @property
    def title(self) -> str:
        """What the one that was left last is called; empty where none is."""
        return title_of(self.kept[-1]) if self.kept else ""

    def keep(self, sheet: QWidget) -> None:
        """Keep a sheet that was taken from its stack."""
        self._sheets.append((self._audience, sheet))
        for _, old in self._sheets[:-MOST_LEFT]:
            old.deleteLater()
        self._sheets = self._sheets[-MOST_LEFT:]
        self.changed.emit()

    def take(self) -> QWidget | None:
        """Give back the one that was left last, none where none was."""
        sheet = self.kept[-1] if self.kept else None
        self._sheets = [own for own in self._sheets if own[1] is not sheet]
        self.changed.emit()
        return sheet

    def put_aside(self, sheet: QWidget) -> None:
        """Keep a sheet that is on its stack until the audience that is shown now is shown again."""
        self._aside.append((self._audience, sheet))

    @property
    def aside(self) -> list[QWidget]:
        """The sheets that wait for their audience."""
        return [sheet for _audience, sheet in self._aside]

    def turn_to(self, audience: Audience) -> list[QWidget]:
        """Go on before another audience; give back what waits for it, in the order in which it lay."""
        self._audience = audience
        due = [own for own in self._aside if self._may_see(own[0])]
        self._aside = [own for own in self._aside if own not in due]
        return [sheet for _audience, sheet in reversed(due)]

    def _may_see(self, audience: Audience) -> bool:
        return self._audience in (audience, VAULT)


def holds_something(sheet: QWidget) -> bool:
    """Return whether something was entered on a sheet that stands nowhere yet; a card holds nothing."""
    return bool(getattr(sheet, "holds_something", False))


def title_of(sheet: QWidget) -> str:
    """Return what a sheet is called."""
    title = getattr(sheet, "title", None)
    text = str(title.text()) if title is not None else ""
    first = getattr(next(iter(getattr(sheet, "fields", {}).values()), None), "text", None)
    named = first() if first is not None and getattr(sheet, "is_new", False) else ""
    return translate("Unrecorded", "{0}: {1}").format(text, _shortened(named)) if named else text


def _shortened(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"


def record_open(sheet: QWidget) -> None:
    """Record what a sheet holds; where it cannot be the sheet says why and stays."""
    do = getattr(sheet, "record_now" if getattr(sheet, "is_new", False) else "leave", None)
    if do is not None:
        do()


def open_unrecorded(stack: QStackedWidget) -> Iterator[QWidget]:
    """Yield the sheets of a stack that hold something, the one on top first; what can be saved is saved."""
    for place in reversed(range(stack.count())):
        sheet = stack.widget(place)
        if sheet is None or not holds_something(sheet):
            continue
        if not getattr(sheet, "is_new", True):
            sheet.settle()  # type: ignore[attr-defined]  # a card holds nothing
        if holds_something(sheet):
            yield sheet
