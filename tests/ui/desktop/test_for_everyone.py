"""For everyone: what takes the keyboard has a name, shows that it has the keyboard, and Tab reaches it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QScrollArea,
    QScrollBar,
    QSplitterHandle,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.ui.desktop.conftest import ShowWindow
from tests.ui.desktop.doing import page_of
from ui.actions.ids import ActionId
from ui.desktop.help import about_dialog, pages_dialog, shortcuts_dialog
from ui.desktop.lenses.registry import LENSES
from ui.desktop.window import MainWindow
from ui.theme.theme import bundled_theme

Scene = Callable[[MainWindow], QWidget]


def _lens(key: str) -> Scene:
    def scene(window: MainWindow) -> QWidget:
        page_of(window).centre.show_lens(key)
        return window

    return scene


def _editor(table: str, *key: str) -> Scene:
    def scene(window: MainWindow) -> QWidget:
        page_of(window).desk.open_record(table, key)
        return window

    return scene


def _dialog(name: ActionId) -> Scene:
    def scene(window: MainWindow) -> QWidget:
        window.registry.action(name).trigger()
        return next(own for own in QApplication.topLevelWidgets() if own.isVisible() and own is not window)

    return scene


def _palette(window: MainWindow) -> QWidget:
    window.finding.open_palette()
    return window


def _new(table: str) -> Scene:
    def scene(window: MainWindow) -> QWidget:
        page_of(window).desk.new_record(table)
        return window

    return scene


SCENES: dict[str, Scene] = {
    **{f"lens {own.key}": _lens(own.key) for own in LENSES},
    "position": _editor("positions", "bak-lachin-2023-03-a"),
    "issue": _editor("issues", "lachin"),
    "option": _editor("options", "lachin", "scan"),
    "party": _editor("parties", "STP"),
    "source": _editor("sources", "INT-STP3"),
    "event": _editor("events", "scanners"),
    "new term": _new("terms"),
    "new linkage": _new("linkages"),
    "new judgement": _new("judgements"),
    "palette": _palette,
    "preferences": _dialog(ActionId.PREFERENCES),
    "changes": _dialog(ActionId.CHANGES_IN_PERIOD),
    "list": _dialog(ActionId.AS_LIST),
    "shortcuts": lambda window: shortcuts_dialog(window.hub, window),
    "help": lambda window: pages_dialog(window.hub, window),
    "about": lambda window: about_dialog(window.hub, window),
}


def focusable(root: QWidget) -> Iterator[QWidget]:
    """Yield what the keyboard can be given to, and what is seen of it."""
    for own in (root, *root.findChildren(QWidget)):
        takes = own.focusPolicy() & Qt.FocusPolicy.TabFocus and own.isVisible() and own.isEnabled()
        if takes and not isinstance(own, QScrollBar | QSplitterHandle) and own.focusProxy() is None:
            yield own


def spoken_name(own: QWidget) -> str:
    """Return what a screen reader says a widget is."""
    if own.accessibleName():
        return own.accessibleName()
    if isinstance(own, QAbstractButton | QLabel) and own.text():
        return own.text()
    if own.parent() is not None and isinstance(own, QWidget):
        buddies = (label for label in own.window().findChildren(QLabel) if label.buddy() is own)
        return next((label.text() for label in buddies), "")
    return ""


def described(own: QWidget) -> str:
    names = [type(own).__name__]
    parent = own.parentWidget()
    while parent is not None and len(names) < 5:
        names.append(type(parent).__name__)
        parent = parent.parentWidget()
    return " in ".join(names)


def put_away(shown: QWidget, window: MainWindow) -> None:
    if shown is not window and isValid(shown):
        shown.close()
        if isValid(shown):
            shown.deleteLater()


@pytest.fixture(params=SCENES, ids=lambda name: str(name).replace(" ", "-"))
def scene(request: pytest.FixtureRequest, qtbot: QtBot, window: MainWindow) -> Iterator[QWidget]:
    shown = SCENES[request.param](window)
    if shown is not window:
        shown.show()
    qtbot.wait(60)
    yield shown
    put_away(shown, window)


def test_everything_that_takes_the_keyboard_has_a_name_and_tab_reaches_it(
    qtbot: QtBot, scene: QWidget
) -> None:
    found = list(focusable(scene))
    assert found
    unnamed = sorted({described(own) for own in found if not spoken_name(own)})
    assert unnamed == []
    scene.activateWindow()
    qtbot.waitUntil(scene.isActiveWindow)
    wanted = {own for own in focusable(scene) if own is not scene and not isinstance(own, QScrollArea)}
    first = scene.focusWidget() or next(iter(wanted))
    first.setFocus()
    reached, own = set[QWidget](), QApplication.focusWidget()
    for _step in range(3 * len(wanted) + 20):
        if own is None:
            break
        reached.add(own)
        qtbot.keyClick(own, Qt.Key.Key_Tab)
        own = QApplication.focusWidget()
    groups = {own.parentWidget() for own in reached if _is_exclusive(own)}
    left = {own for own in wanted - reached if not (_is_exclusive(own) and own.parentWidget() in groups)}
    assert sorted({f"{described(own)} “{spoken_name(own)}”" for own in left}) == []


def _is_exclusive(own: QWidget) -> bool:
    """Tell whether a button is one of several choices: Tab reaches one of them, arrows the others."""
    if not isinstance(own, QAbstractButton):
        return False
    group = own.group()
    return own.autoExclusive() or (group is not None and group.exclusive())


def grabbed(own: QWidget) -> QImage:
    image = own.grab().toImage()
    return image.convertToFormat(QImage.Format.Format_RGB32)


@pytest.mark.parametrize("theme", ["light", "high-contrast"])
@pytest.mark.parametrize("name", ["lens sources", "position", "preferences"])
def test_what_has_the_keyboard_is_seen_to_have_it(
    qtbot: QtBot, window: MainWindow, name: str, theme: str
) -> None:
    window.hub.use(bundled_theme(theme))
    shown = SCENES[name](window)
    if shown is not window:
        shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    qtbot.wait(60)
    blind = []
    for own in list(focusable(shown)):
        if isinstance(own, QScrollArea) or own.visibleRegion().isEmpty():
            continue
        others = [other for other in focusable(shown) if other is not own]
        others[0].setFocus(Qt.FocusReason.TabFocusReason)
        before = grabbed(own)
        own.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        if own.hasFocus() and grabbed(own) == before:
            blind.append(f"{described(own)} “{spoken_name(own)}”")
    put_away(shown, window)
    assert sorted(set(blind)) == []


@pytest.mark.parametrize("zoom", [1.0, 2.0])
@pytest.mark.parametrize("name", ["preferences", "changes", "list", "shortcuts", "help", "about"])
def test_no_text_is_cut_at_any_size(qtbot: QtBot, show: ShowWindow, name: str, zoom: float) -> None:
    window = show()
    window.hub.use(zoom=zoom)
    shown = SCENES[name](window)
    shown.show()
    qtbot.wait(60)
    cut = []
    for label in shown.findChildren(QLabel):
        if label.isVisible() and label.text():
            room = label.contentsRect()
            needed = label.heightForWidth(room.width()) if label.wordWrap() else label.sizeHint().height()
            wide = 0 if label.wordWrap() else label.fontMetrics().horizontalAdvance(label.text())
            if needed > label.height() + 1 or wide > room.width() + 1:
                cut.append(f"{label.text()[:50]}: {needed}>{label.height()} or {wide}>{room.width()}")
    cut += [f"button {own.text()}" for own in shown.findChildren(QAbstractButton) if is_cut(own)]
    put_away(shown, window)
    assert cut == []


def is_cut(button: QAbstractButton) -> bool:
    narrow = button.sizeHint().width() > button.width() + 1
    return button.isVisible() and narrow and not button.hasHeightForWidth()
