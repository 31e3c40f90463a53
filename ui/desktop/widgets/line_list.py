"""A heading and lines under it, of which only those are made anew that say something else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from typing import TypeAlias

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desktop.widgets.text import section_label
from ui.theme.hub import ThemeHub
from ui.theme.typography import Space

Line: TypeAlias = tuple[Hashable, Callable[[], QWidget]]
"""What a line says and leads to, and how it is made; two lines of the same key are alike."""


class LineList(QWidget):
    """Lines under a heading; gone while there are none.

    A line that stays is left where it is, with the keyboard, should it have it: there may be two hundred of
    them, and one edit changes none.
    """

    def __init__(self, hub: ThemeHub) -> None:
        super().__init__()
        self._hub = hub
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(1)
        self._shown: list[tuple[Hashable, QWidget]] = []

    def fill(self, heading: str, lines: Sequence[Line]) -> list[QWidget]:
        """Show these lines and no others; return them in order, without the heading."""
        wanted: list[Line] = [((_HEADING, heading), lambda: self._heading(heading)), *lines]
        known = defaultdict[Hashable, list[QWidget]](list)
        for key, line in reversed(self._shown):
            known[key].append(line)
        if not any(known.get(key) for key, _ in lines):
            self.hide()  # else all that is around is laid out again for each line
        before = [line for _, line in self._shown]
        self._shown = [(key, known[key].pop() if known.get(key) else make()) for key, make in wanted]
        for left in known.values():
            self._drop(left)
        self._place(before)
        self.setVisible(bool(lines))
        return [line for _, line in self._shown[1:]]

    def _heading(self, heading: str) -> QWidget:
        label = section_label(self._hub, heading)
        label.setIndent(Space.NORMAL)
        return label

    def _drop(self, lines: Sequence[QWidget]) -> None:
        for line in lines:
            self._body.removeWidget(line)
            line.hide()
            line.deleteLater()

    def _place(self, before: Sequence[QWidget]) -> None:
        """Put the lines into their order; those that were there and stand right are not touched."""
        were = set(before)
        for place, (_, line) in enumerate(self._shown):
            if self._body.indexOf(line) != place:
                self._body.insertWidget(place, line)
            if line not in were:
                line.show()


_HEADING = "heading"
