"""Parts one under the other, of which those stay that show the same as before."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desktop.inspector.parts import Part
from ui.theme.dress import set_surface
from ui.theme.typography import Space


class PartColumn(QWidget):
    """Shows parts; only what differs from what was shown is made anew."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        set_surface(self, "panel")
        self._shown: list[tuple[Hashable, QWidget]] = []
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(Space.SECTION, Space.WIDE, Space.SECTION, Space.SECTION)
        self._body.setSpacing(Space.NORMAL)
        self._body.addStretch(1)

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show these parts from top to bottom."""
        kept: dict[Hashable, list[QWidget]] = {}
        for shown, widget in reversed(self._shown):
            kept.setdefault(shown, []).append(widget)
        wanted = [(part.shown, _taken(kept, part)) for part in parts]
        for widgets in kept.values():
            for widget in widgets:
                self._take_out(widget)
        for place, (_, widget) in enumerate(wanted):
            self._put(place, widget)
        self._shown = wanted

    def clear(self) -> None:
        """Take everything out, so that what comes next is made anew."""
        self.show_parts(())

    def _put(self, place: int, widget: QWidget) -> None:
        item = self._body.itemAt(place)
        if item is None or item.widget() is not widget:
            self._body.insertWidget(place, widget)

    def _take_out(self, widget: QWidget) -> None:
        self._body.removeWidget(widget)
        widget.hide()
        widget.setParent(None)
        widget.deleteLater()


def _taken(kept: dict[Hashable, list[QWidget]], part: Part) -> QWidget:
    """Return the widget that shows a part already, one made now where none does."""
    widgets = kept.get(part.shown)
    return widgets.pop() if widgets else part.make()
