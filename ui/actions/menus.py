"""The menu bar, in the order of the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from itertools import groupby

from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from ui.actions.catalogue import CATALOGUE
from ui.actions.ids import ActionId
from ui.actions.registry import ActionRegistry
from ui.actions.spec import ActionSpec, Category, Submenu, translated

MenuFiller = Callable[[QMenu], None]
"""Fills a menu such as the recent cases each time it opens; the menu comes empty."""


def fill_menu_bar(
    bar: QMenuBar, registry: ActionRegistry, fillers: Mapping[ActionId, MenuFiller]
) -> dict[Category, QMenu]:
    """Build all menus.

    Parameters
    ----------
    bar : QMenuBar
        Where they go.
    registry : ActionRegistry
        Where the actions come from.
    fillers : Mapping of ActionId to callable
        For the actions that open a menu of their own.

    Returns
    -------
    dict of Category to QMenu
    """
    menus: dict[Category, QMenu] = {}
    for category, specs in groupby(CATALOGUE, key=lambda spec: spec.category):
        label = translated(category)
        menu = bar.addMenu(label if "&" in label else f"&{label}")
        menu.setObjectName(f"menu.{category.lower()}")
        _fill(menu, tuple(specs), registry, fillers)
        menus[category] = menu
    return menus


def submenu_of(menu: QMenu, wanted: Submenu) -> QMenu:
    """Return a menu inside a menu, for a button that shows it as well.

    Raises
    ------
    LookupError
        If the menu holds no such menu.
    """
    found = menu.findChild(QMenu, f"menu.{wanted.name.lower()}")
    if found is None:
        raise LookupError(f"{menu.objectName()} holds no menu {wanted.name}")
    return found


def _fill(
    menu: QMenu,
    specs: tuple[ActionSpec, ...],
    registry: ActionRegistry,
    fillers: Mapping[ActionId, MenuFiller],
) -> None:
    for submenu, members in groupby(specs, key=lambda spec: spec.submenu):
        place = _submenu(menu, submenu) if submenu else menu
        group = tuple(members)
        for spec in group:
            _place(place, spec, registry, fillers)
        place.aboutToShow.connect(partial(registry.dress, [ActionId(spec.id) for spec in group]))


def _submenu(menu: QMenu, submenu: Submenu) -> QMenu:
    made = menu.addMenu(translated(submenu))
    made.setObjectName(f"menu.{submenu.name.lower()}")
    return made


def _place(
    menu: QMenu, spec: ActionSpec, registry: ActionRegistry, fillers: Mapping[ActionId, MenuFiller]
) -> None:
    name = ActionId(spec.id)
    action = registry.action(name)
    if spec.separated:
        menu.addSeparator()
    menu.addAction(action)
    if spec.is_menu and name in fillers:
        own = QMenu(menu)
        own.aboutToShow.connect(partial(_refill, own, fillers[name]))
        action.setMenu(own)
        registry.open_menu(name)


def _refill(menu: QMenu, filler: MenuFiller) -> None:
    menu.clear()
    filler(menu)


_CELL_MENU: tuple[tuple[ActionId, ...], ...] = (
    (ActionId.EDIT_SELECTED, ActionId.RECORD_POSITION),
    (ActionId.COPY_CELLS, ActionId.PASTE_CELLS),
    (ActionId.REMOVE_SELECTED, ActionId.HISTORY_OF_SELECTED),
)
_ADDED_TO_A_CELL = (ActionId.ADD_JUDGEMENT, ActionId.ADD_OPTION, ActionId.ADD_LINKAGE)


def cell_menu(registry: ActionRegistry, parent: QWidget) -> QMenu:
    """Return the menu on what is selected in the matrix."""
    menu = QMenu(parent)
    for number, names in enumerate(_CELL_MENU):
        registry.dress(names)
        menu.addActions([registry.action(name) for name in names])
        if not number:
            registry.dress(_ADDED_TO_A_CELL)
            added = menu.addMenu(translated(Submenu.ADD.value))
            added.addActions([registry.action(name) for name in _ADDED_TO_A_CELL])
        if number < len(_CELL_MENU) - 1:
            menu.addSeparator()
    return menu
