"""On a machine with two screens: the second one belongs to one image, whatever else the program opens.

Run in a process of its own, for the number of screens is fixed when Qt is loaded.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desktop.doing import trigger
from ui.desktop.copy_dialog import CopyDialog
from ui.desktop.present.operator import OperatorWindow
from ui.desktop.present.places import windows_on
from ui.desktop.present.screen import PresentWindow
from ui.desktop.window import MainWindow
from ui.paint.present import blank

_VARIABLE = "TWO_SCREENS"
_SCREENS = (("laptop", 0, 2000, 1200), ("projector", 2000, 1280, 720))
two_screens = pytest.mark.skipif(_VARIABLE not in os.environ, reason="runs in a process with two screens")


@pytest.mark.skipif(_VARIABLE in os.environ, reason="this is that process")
def test_with_two_screens(tmp_path: Path) -> None:
    screens = tmp_path / "screens.json"
    described = [
        {"name": name, "x": x, "y": 0, "width": width, "height": height, "logicalDpi": 96, "dpr": 1}
        for name, x, width, height in _SCREENS
    ]
    screens.write_text(json.dumps({"screens": described}), encoding="utf-8")
    environment = {**os.environ, _VARIABLE: "1", "QT_QPA_PLATFORM": f"offscreen:configfile={screens}"}
    command = [sys.executable, "-m", "pytest", "-n", "0", "-q", "-p", "no:cacheprovider", __file__]
    root = Path(__file__).parents[4]
    done = subprocess.run(
        command, check=False, env=environment, cwd=root, capture_output=True, text=True, timeout=200
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "s.............." in done.stdout  # they were run there, every one of them


@pytest.fixture
def operator(qtbot: QtBot, window: MainWindow) -> OperatorWindow:
    trigger(window, "view.present")
    opened = window.presenting.operator
    assert opened is not None
    qtbot.waitUntil(opened.isVisible)
    return opened


def seen(operator: OperatorWindow) -> QImage:
    """What the room sees: the window that fills the second screen."""
    held = operator.stage.window
    assert held is not None
    return held.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def others_there(operator: OperatorWindow) -> list[QWidget]:
    """Whatever of the program lies on the second screen, but for the one window."""
    projector = QGuiApplication.screens()[1]
    return [own for own in windows_on(projector) if own is not operator.stage.window]


@two_screens
def test_the_second_screen_shows_the_pixels_of_the_preview(operator: OperatorWindow) -> None:
    assert [own.name() for own in QGuiApplication.screens()] == ["laptop", "projector"]
    assert operator.place.currentText() == "projector, 1280 × 720"
    operator.show_preview()
    held = operator.stage.window
    assert held is not None
    assert held.geometry() == QGuiApplication.screens()[1].geometry()
    assert held.isFullScreen()
    assert seen(operator) == operator.preview.image
    assert others_there(operator) == []


def _dialog(window: MainWindow) -> QWidget:
    assert window.page is not None
    return CopyDialog(window.page.session, window.hub, window)


def _menu(window: MainWindow) -> QWidget:
    menu = QMenu(window)
    menu.addAction("a secret")
    menu.popup(QPoint(2100, 100))
    return menu


def _palette(window: MainWindow) -> QWidget:
    window.finding.palette.show()
    return window.finding.palette


def _thrown(window: MainWindow) -> QWidget:
    dialog = QDialog(window)
    dialog.resize(900, 600)
    dialog.move(2040, 60)
    return dialog


@two_screens
@pytest.mark.parametrize("opens", [_dialog, _menu, _palette, _thrown])
def test_nothing_else_lands_there(
    qtbot: QtBot, window: MainWindow, operator: OperatorWindow, opens: Callable[[MainWindow], QWidget]
) -> None:
    window.move(380, 40)
    operator.show_preview()
    held = seen(operator)
    opened = opens(window)
    qtbot.addWidget(opened)
    opened.show()
    QApplication.processEvents()
    assert opened.isVisible()
    assert others_there(operator) == []
    assert seen(operator) == held
    assert operator.stage.is_armed
    opened.hide()


@two_screens
def test_no_tip_is_shown_there(window: MainWindow, operator: OperatorWindow) -> None:
    operator.show_preview()
    held = seen(operator)
    QToolTip.showText(QPoint(2100, 100), "a secret", window)
    assert QToolTip.isVisible()
    assert others_there(operator) == []
    assert seen(operator) == held
    QToolTip.hideText()


@two_screens
def test_a_window_that_is_moved_there_blanks_it(operator: OperatorWindow, window: MainWindow) -> None:
    operator.show_preview()
    window.setWindowTitle("The case")
    window.move(2100, 0)
    assert seen(operator) == blank(seen(operator).size())
    assert not operator.stage.is_armed
    assert "“The case” lies on the second screen" in operator.state.text()
    operator.show_preview()
    assert operator.stage.is_blank
    window.move(0, 0)
    operator.show_preview()
    assert seen(operator) == operator.preview.image


@two_screens
def test_one_key_blanks_it_from_any_window(
    qtbot: QtBot, window: MainWindow, operator: OperatorWindow
) -> None:
    operator.show_preview()
    field = QLineEdit(window)
    field.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_B)
    assert field.text() == "b"  # where people write, a letter is a letter
    assert not operator.stage.is_blank
    qtbot.keyClick(field, Qt.Key.Key_F8)
    assert operator.stage.is_blank
    assert seen(operator) == blank(seen(operator).size())


@two_screens
def test_the_key_blanks_while_a_dialog_has_to_be_answered(
    qtbot: QtBot, window: MainWindow, operator: OperatorWindow
) -> None:
    operator.show_preview()
    dialog = QDialog(window)
    qtbot.addWidget(dialog)
    dialog.setWindowModality(Qt.WindowModality.ApplicationModal)
    field = QLineEdit(dialog)
    dialog.show()
    field.setFocus()
    assert QApplication.activeModalWidget() is dialog
    qtbot.keyClick(field, Qt.Key.Key_F8)
    assert operator.stage.is_blank
    assert dialog.isVisible()
    dialog.hide()


@two_screens
def test_a_window_put_away_there_before_does_not_come_back_there(
    window: MainWindow, operator: OperatorWindow
) -> None:
    window.move(2100, 0)
    window.showMinimized()
    operator.show_preview()
    held = seen(operator)
    assert held == operator.preview.image
    window.showNormal()
    QApplication.processEvents()
    assert others_there(operator) == [] or seen(operator) == blank(held.size())


@two_screens
def test_other_screens_are_offered_from_where_the_operator_sits(operator: OperatorWindow) -> None:
    screens = [operator.place.itemText(number) for number in range(operator.place.count())]
    assert screens == ["projector, 1280 × 720", "A window on this screen"]
    operator.move(2050, 10)
    QApplication.processEvents()
    screens = [operator.place.itemText(number) for number in range(operator.place.count())]
    assert screens == ["laptop, 2000 × 1200", "A window on this screen"]
    assert operator.warning.isHidden()


@two_screens
def test_another_case_is_not_seen_there(window: MainWindow, operator: OperatorWindow) -> None:
    operator.show_preview()
    assert windows_on(QGuiApplication.screens()[1]) == [operator.stage.window]
    assert window.page is not None
    window.show_case(window.opener.new(window.page.session.store.path.with_name("other.positions")))
    assert windows_on(QGuiApplication.screens()[1]) == []
    assert window.presenting.operator is None or not window.presenting.operator.isVisible()


@two_screens
def test_an_image_that_the_desktop_put_elsewhere_is_put_right(qtbot: QtBot, operator: OperatorWindow) -> None:
    operator.show_preview()
    held = operator.stage.window
    assert held is not None
    held.setWindowState(Qt.WindowState.WindowNoState)
    held.setGeometry(10, 10, 640, 360)
    assert not held.is_in_place()
    qtbot.waitUntil(held.is_in_place, timeout=5_000)
    assert held.geometry() == QGuiApplication.screens()[1].geometry()
    assert seen(operator) == operator.preview.image


@two_screens
def test_where_the_desktop_insists_nothing_is_shown(
    qtbot: QtBot, operator: OperatorWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PresentWindow, "is_in_place", lambda _window: False)
    operator.show_preview()
    qtbot.waitUntil(lambda: operator.stage.window is None, timeout=5_000)
    assert "Your desktop put the image on another screen than projector" in operator.state.text()
    assert operator.on_screen.image is None
