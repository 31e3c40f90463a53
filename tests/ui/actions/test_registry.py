"""The registry: actions do what they are bound to, when what they need holds."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from ui.actions.catalogue import CATALOGUE
from ui.actions.ids import ActionId
from ui.actions.listing import command_rows, shortcut_rows
from ui.actions.menus import fill_menu_bar, submenu_of
from ui.actions.registry import ActionRegistry
from ui.actions.spec import Category, Condition, Submenu
from ui.theme.hub import ThemeHub
from ui.theme.theme import bundled_theme

ALL = frozenset(Condition)


@pytest.fixture
def window(qtbot: QtBot, theme_hub: ThemeHub) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def registry(window: QMainWindow, theme_hub: ThemeHub) -> ActionRegistry:
    return ActionRegistry(theme_hub, window)


def test_nothing_pretends_to_work(registry: ActionRegistry) -> None:
    registry.update(ALL)
    assert set(registry.unbound()) == set(ActionId)
    assert not any(action.isEnabled() for action in registry.actions())


def test_a_bound_action_calls_its_handler_without_arguments(registry: ActionRegistry) -> None:
    done: list[str] = []
    registry.bind(ActionId.QUIT, lambda: done.append("quit"))
    registry.action(ActionId.QUIT).trigger()
    assert done == ["quit"]


def test_a_method_can_be_bound(registry: ActionRegistry, window: QMainWindow) -> None:
    registry.bind(ActionId.ABOUT, window.close)
    window.show()
    registry.action(ActionId.ABOUT).trigger()
    assert not window.isVisible()


def test_a_switch_says_whether_it_is_on(registry: ActionRegistry) -> None:
    heard: list[bool] = []
    registry.bind_switch(ActionId.SHOW_INSPECTOR, heard.append)
    registry.set_checked(ActionId.SHOW_INSPECTOR, checked=True)
    assert heard == []
    registry.action(ActionId.SHOW_INSPECTOR).trigger()
    assert heard == [False]


def test_binding_twice_is_an_error(registry: ActionRegistry) -> None:
    registry.bind(ActionId.QUIT, lambda: None)
    with pytest.raises(ValueError, match=r"file\.quit is bound already"):
        registry.bind(ActionId.QUIT, lambda: None)


@pytest.mark.parametrize("spec", [spec for spec in CATALOGUE if spec.needs], ids=lambda spec: spec.id)
def test_an_action_needs_all_its_conditions(registry: ActionRegistry, spec: object) -> None:
    name, needs = ActionId(spec.id), spec.needs  # type: ignore[attr-defined]
    registry.bind(name, lambda: None)
    registry.update(needs)
    assert registry.action(name).isEnabled()
    for missing in needs:
        registry.update(ALL - {missing})
        assert not registry.action(name).isEnabled()


def test_binding_later_counts_what_holds_now(registry: ActionRegistry) -> None:
    registry.update(ALL)
    registry.bind(ActionId.UNDO, lambda: None)
    assert registry.action(ActionId.UNDO).isEnabled()


def test_one_choice_holds_at_a_time(registry: ActionRegistry) -> None:
    chosen: list[str] = []
    registry.bind(ActionId.BASIS_DECLARED, lambda: chosen.append("declared"))
    registry.bind(ActionId.BASIS_ASSESSED, lambda: chosen.append("assessed"))
    registry.update(ALL)
    registry.choose(ActionId.BASIS_ASSESSED)
    assert chosen == []
    registry.action(ActionId.BASIS_DECLARED).trigger()
    assert chosen == ["declared"]
    assert not registry.action(ActionId.BASIS_ASSESSED).isChecked()


def test_no_choice_can_hold(registry: ActionRegistry) -> None:
    registry.choose(ActionId.AUDIENCE_TEAM)
    registry.unchoose(Submenu.AUDIENCE)
    assert not registry.action(ActionId.AUDIENCE_TEAM).isChecked()
    registry.choose(ActionId.AUDIENCE_ROOM)
    registry.choose(ActionId.AUDIENCE_PUBLIC)
    assert not registry.action(ActionId.AUDIENCE_ROOM).isChecked()


def test_keys_reach_the_handler_but_not_while_typing(
    registry: ActionRegistry, window: QMainWindow, qtbot: QtBot
) -> None:
    steps: list[int] = []
    registry.bind(ActionId.NEXT_CHANGE, lambda: steps.append(1))
    registry.update(ALL)
    window.addActions(registry.actions())
    field = QLineEdit(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_BracketRight)
    assert steps == [1]
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_BracketRight)
    assert steps == [1]
    assert field.text() == "]"


def test_icons_follow_the_theme(registry: ActionRegistry, theme_hub: ThemeHub) -> None:
    undo = registry.action(ActionId.UNDO)
    assert undo.icon().isNull()
    registry.dress([ActionId.UNDO])
    light = undo.icon().pixmap(16).toImage()
    theme_hub.use(bundled_theme("dark"))
    assert undo.icon().pixmap(16).toImage() != light


def test_the_menu_bar_holds_every_action_once(registry: ActionRegistry, window: QMainWindow) -> None:
    menus = fill_menu_bar(window.menuBar(), registry, {})
    assert [menu.title() for menu in menus.values()] == [f"&{category}" for category in Category]
    shown = [action for menu in menus.values() for action in _leaves(menu)]
    assert [action.objectName() for action in shown] == [spec.id for spec in CATALOGUE]


def test_a_menu_is_filled_anew_each_time_it_opens(registry: ActionRegistry, window: QMainWindow) -> None:
    recent = ["south-caucasus.positions"]
    menus = fill_menu_bar(
        window.menuBar(),
        registry,
        {ActionId.OPEN_RECENT: lambda menu: [menu.addAction(name) for name in recent]},
    )
    registry.update(ALL)
    own = registry.action(ActionId.OPEN_RECENT).menu()
    assert isinstance(own, QMenu)
    assert registry.action(ActionId.OPEN_RECENT).isEnabled()
    for _ in range(2):
        own.aboutToShow.emit()
    assert [action.text() for action in own.actions()] == recent
    assert menus[Category.FILE].actions()


def test_icons_are_drawn_when_a_menu_opens(registry: ActionRegistry, window: QMainWindow) -> None:
    menus = fill_menu_bar(window.menuBar(), registry, {})
    menus[Category.EDIT].aboutToShow.emit()
    assert not registry.action(ActionId.UNDO).icon().isNull()
    assert registry.action(ActionId.PLAY).icon().isNull()


def test_a_submenu_can_be_shown_elsewhere(registry: ActionRegistry, window: QMainWindow) -> None:
    menus = fill_menu_bar(window.menuBar(), registry, {})
    basis = submenu_of(menus[Category.VIEW], Submenu.BASIS)
    assert [action.objectName() for action in basis.actions()] == ["view.declared", "view.assessed"]
    with pytest.raises(LookupError):
        submenu_of(menus[Category.FILE], Submenu.BASIS)


def test_help_lists_all_keys() -> None:
    rows = shortcut_rows()
    assert [row.id for row in rows] == [ActionId(spec.id) for spec in CATALOGUE if spec.shortcuts]
    undo = next(row for row in rows if row.id is ActionId.UNDO)
    assert (undo.category, undo.label, undo.keys) == ("Edit", "Undo", ("Ctrl+Z",))


def test_the_palette_offers_what_can_be_done_now(registry: ActionRegistry) -> None:
    registry.bind(ActionId.UNDO, lambda: None)
    registry.bind(ActionId.QUIT, lambda: None)
    assert [row.id for row in command_rows(registry)] == [ActionId.QUIT]
    registry.update(ALL)
    assert [row.id for row in command_rows(registry)] == [ActionId.QUIT, ActionId.UNDO]


def test_texts_are_translated(qapp: QApplication, window: QMainWindow, theme_hub: ThemeHub) -> None:
    translator = _Backwards(window)
    qapp.installTranslator(translator)
    try:
        action = ActionRegistry(theme_hub, window).action(ActionId.UNDO)
        assert action.text() == "odnU&"
    finally:
        qapp.removeTranslator(translator)


class _Backwards(QTranslator):
    def isEmpty(self) -> bool:  # noqa: N802
        return False

    def translate(
        self, context: str, source_text: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        return source_text[::-1] if context == "actions" else source_text


def _leaves(menu: QMenu) -> list[QAction]:
    found: list[QAction] = []
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu) and not action.objectName():
            found += _leaves(below)
        elif not action.isSeparator():
            found.append(action)
    return found
