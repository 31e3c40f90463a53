"""The actions of a window: built from the catalogue, bound to what the window does."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from ui.actions.catalogue import CATALOGUE
from ui.actions.ids import ActionId
from ui.actions.spec import ActionSpec, Condition, Submenu
from ui.theme.hub import ThemeHub
from ui.theme.icons import icon

Handler = Callable[[], object]
SwitchHandler = Callable[[bool], object]


class ActionRegistry(QObject):
    """One QAction for every action of the catalogue.

    An action is enabled while it is bound to something and all that it needs holds.

    Parameters
    ----------
    hub : ThemeHub
        Icons follow its theme.
    parent : QObject
        Usually the window; the actions belong to it.
    """

    def __init__(self, hub: ThemeHub, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hub = hub
        self._specs = {ActionId(spec.id): spec for spec in CATALOGUE}
        self._groups = {spec.submenu: QActionGroup(self) for spec in CATALOGUE if spec.choice}
        self._actions = {name: self._built(spec) for name, spec in self._specs.items()}
        self._bound: set[ActionId] = set()
        self._dressed: set[ActionId] = set()
        self._holding: frozenset[Condition] = frozenset()
        hub.changed.connect(self._dress_again)
        self.update(())

    def action(self, name: ActionId) -> QAction:
        """Return the QAction, its icon not yet drawn: see `dress`."""
        return self._actions[name]

    def actions(self) -> list[QAction]:
        """Return all of them in the order of the menus, for `QWidget.addActions`."""
        return list(self._actions.values())

    def spec(self, name: ActionId) -> ActionSpec:
        """Return what the catalogue says of an action."""
        return self._specs[name]

    def bind(self, name: ActionId, handler: Handler) -> None:
        """Let `handler` do what the action says; it takes nothing.

        Raises
        ------
        ValueError
            If the action is bound already.
        """
        self._claim(name)
        self._actions[name].triggered.connect(partial(_call, handler))
        self._refresh(name)

    def bind_switch(self, name: ActionId, handler: SwitchHandler) -> None:
        """Let `handler` do what a checkable action says; it is told whether it is on now."""
        self._claim(name)
        action = self._actions[name]
        action.triggered.connect(partial(_switch, handler, action))
        self._refresh(name)

    def open_menu(self, name: ActionId) -> None:
        """Say that the window fills the menu of an action that opens one."""
        self._claim(name)
        self._refresh(name)

    def set_checked(self, name: ActionId, checked: bool) -> None:
        """Show whether something is on, without doing it."""
        self._actions[name].setChecked(checked)

    def choose(self, name: ActionId) -> None:
        """Show which of exclusive choices holds, without doing it."""
        self._actions[name].setChecked(True)

    def unchoose(self, menu: Submenu) -> None:
        """Show that none of the exclusive choices of a submenu holds, such as for one party's view."""
        group = self._groups[menu]
        group.setExclusive(False)
        for action in group.actions():
            action.setChecked(False)
        group.setExclusive(True)

    def update(self, holding: Collection[Condition]) -> None:
        """Enable what can be used while exactly these conditions hold."""
        self._holding = frozenset(holding)
        for name in self._actions:
            self._refresh(name)

    def unbound(self) -> tuple[ActionId, ...]:
        """Return the actions that nothing has been bound to."""
        return tuple(name for name in self._actions if name not in self._bound)

    def dress(self, names: Iterable[ActionId]) -> None:
        """Draw the icons of these actions, before they are first seen; they follow the theme from then on."""
        for name in names:
            spec = self._specs[name]
            if spec.icon:
                self._actions[name].setIcon(icon(spec.icon, self._hub.theme))
            self._dressed.add(name)

    def _dress_again(self) -> None:
        self.dress(tuple(self._dressed))

    def _claim(self, name: ActionId) -> None:
        if name in self._bound:
            raise ValueError(f"{name} is bound already")
        self._bound.add(name)

    def _refresh(self, name: ActionId) -> None:
        usable = name in self._bound and self._holding.issuperset(self._specs[name].needs)
        self._actions[name].setEnabled(usable)

    def _built(self, spec: ActionSpec) -> QAction:
        action = QAction(spec.label, self)
        action.setObjectName(spec.id)
        action.setShortcuts([QKeySequence(keys) for keys in spec.shortcuts])
        action.setStatusTip(spec.explanation)
        action.setToolTip(_tooltip(spec))
        action.setCheckable(spec.checkable)
        action.setIconVisibleInMenu(not spec.checkable)  # in its place stands whether it is on
        action.setMenuRole(QAction.MenuRole.NoRole)
        if spec.choice:
            self._groups[spec.submenu].addAction(action)
        return action


def _tooltip(spec: ActionSpec) -> str:
    keys = shown_keys(spec)
    return f"{spec.plain_label} ({keys[0]})\n{spec.explanation}" if keys else spec.explanation


def shown_keys(spec: ActionSpec) -> tuple[str, ...]:
    """Return the shortcuts of an action as the keyboard of this system names them."""
    native = QKeySequence.SequenceFormat.NativeText
    return tuple(QKeySequence(keys).toString(native) for keys in spec.shortcuts)


def _call(handler: Handler, _checked: bool = False) -> None:
    handler()


def _switch(handler: SwitchHandler, action: QAction, _checked: bool = False) -> None:
    # Asked of the action: what Qt passes along depends on how many arguments it finds the callable to take.
    handler(action.isChecked())
