"""Several parties chosen from those of the case."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter

from ui.desktop.editors.fields import Field
from ui.desktop.widgets.letters import find_in_menu
from ui.theme.dress import set_kind
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.words import counted
from workbench.domain.party import Party
from workbench.readmodels.wording import commas

_NAMED = 2
_LEFT, _RIGHT = 9, 26
"""Room beside the words at 100 %: as in a box of choices, and for the arrow."""


class _StayingMenu(QMenu):
    """A menu of ticks that stays open while they are set."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Set or take away a tick without closing."""
        action = self.actionAt(event.position().toPoint())
        if action is not None and action.isCheckable():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)


class _ChosenButton(QPushButton):
    """Says what is chosen as a box of choices does: at the left, as much of it as there is room for."""

    def __init__(self, hub: ThemeHub, text: str) -> None:
        super().__init__(text)
        self._hub = hub

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the button with its arrow, then the words."""
        painter, option = QStylePainter(self), QStyleOptionButton()
        self.initStyleOption(option)
        said, option.text = self.text(), ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        zoom = self._hub.zoom
        room = self.rect().adjusted(round(_LEFT * zoom), 0, -round(_RIGHT * zoom), 0)
        painter.setPen(self._hub.theme.colour(Role.TEXT if self.isEnabled() else Role.TEXT_DISABLED))
        shown = self.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


class PartiesField(Field[tuple[str, ...]]):
    """Parties by tick.

    Parameters
    ----------
    nobody : str
        What stands where none is chosen.
    """

    def __init__(self, hub: ThemeHub, label: str, nobody: str) -> None:
        self.button = _ChosenButton(hub, nobody)
        super().__init__(hub, label, self.button)
        self._nobody = nobody
        self._menu = _StayingMenu(self.button)
        find_in_menu(self._menu)
        self._menu.aboutToHide.connect(self._closed)
        self._before: tuple[str, ...] = ()
        set_kind(self.button, "menu")
        self.button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.button.setMenu(self._menu)

    def set_parties(self, parties: tuple[Party, ...]) -> None:
        """Offer other parties."""
        self.set_choices((party.code, party.label) for party in parties)

    def set_choices(self, choices: Iterable[tuple[str, str]]) -> None:
        """Offer other records, by code and name."""
        chosen = self.value()
        self._menu.clear()
        for code, name in choices:
            self._tick(code, name)
        self.set_value(chosen)

    def value(self) -> tuple[str, ...]:
        """Return the codes chosen, in the order of the case."""
        return tuple(str(tick.data()) for tick in self._menu.actions() if tick.isChecked())

    def set_value(self, value: tuple[str, ...]) -> None:
        """Choose parties by code."""
        for tick in self._menu.actions():
            tick.setChecked(tick.data() in value)
        self._before = self.value()
        self._name()

    def _tick(self, code: str, name: str) -> None:
        """Add an entry. It is asked of the menu ever after: kept here it could outlive what it stands for."""
        tick = self._menu.addAction(name)
        tick.setData(code)
        tick.setCheckable(True)
        tick.triggered.connect(self._ticked)

    def _ticked(self) -> None:
        self._name()
        self.edited.emit()

    def _closed(self) -> None:
        if self.value() != self._before:
            self._before = self.value()
            self.committed.emit()

    def _name(self) -> None:
        chosen = [tick.text() for tick in self._menu.actions() if tick.isChecked()]
        self.button.setText(_shortened(chosen) or self._nobody)
        self.button.setToolTip(commas(chosen) or self._nobody)


def _shortened(names: list[str]) -> str:
    """Return the first names, and how many more there are."""
    if len(names) <= _NAMED:
        return commas(names)
    more = len(names) - _NAMED
    text = counted("PartiesField", "{names} and %n more", "{names} and %n more", more)
    return text.format(names=commas(names[:_NAMED]))
