"""Somebody who does anything at all, for a long time: nothing breaks, and the file is sound afterwards."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QInputMethodEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from db.check import check_case
from tests.ui.desktop.conftest import ShowWindow
from tests.ui.desktop.doing import LEFT, page_of
from ui.actions.ids import ActionId
from ui.desktop.editors.unrecorded import MOST_LEFT
from ui.desktop.lenses.registry import LENSES, POSITIONS
from ui.desktop.window import MainWindow
from workbench.domain.case import TABLES, Case
from workbench.snapshot import take_snapshot

LEFT_OUT = frozenset(
    {
        ActionId.QUIT,
        ActionId.CLOSE_CASE,
        ActionId.NEW_CASE,
        ActionId.OPEN_CASE,
        ActionId.OPEN_SAMPLE,
        ActionId.OPEN_RECENT,
        ActionId.PRESENT,  # a window of its own, walked by tests of its own
        ActionId.PLAY,
        ActionId.BACKUPS,
        ActionId.CHECK_FILE,
        ActionId.PROTECT,
        ActionId.REKEY,
        ActionId.LOCK_NOW,
        ActionId.HELP_PAGES,
    }
)
"""What ends the walk, or waits for another window or another thread."""
_KEYS = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Return,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Tab,
    Qt.Key.Key_BracketLeft,
    Qt.Key.Key_BracketRight,
    *(Qt.Key(Qt.Key.Key_0.value + number) for number in range(6)),
)
_WORDS = (
    "xankendi",
    "2022-03",
    "about March 2022",
    "Ջուր",
    "",
    "a; b",
    "'\"<b>",
    "99",
    "no name is like this",
)


_WIDGETS = 1_500
"""More than a window has with its lenses, menus and an editor or two; a leak of one a step goes beyond it."""


class Walker:
    """Does one thing after the other, each chosen by chance; remembers what."""

    def __init__(self, window: MainWindow, qtbot: QtBot, seed: int) -> None:
        self.window, self.qtbot, self.chance = window, qtbot, random.Random(seed)
        self.done: list[str] = []
        self.ways: tuple[tuple[int, Callable[[], str]], ...] = (
            (30, self.press_a_key),
            (20, self.click_the_matrix),
            (16, self.trigger_an_action),
            (8, self.change_lens),
            (8, self.click_the_lens),
            (8, self.type_in_the_editor),
            (8, self.undo_or_redo),
            (4, self.choose_in_a_list),
            (4, self.check_a_box),
            (4, self.find),
            (3, self.move_the_day),
        )

    def step(self) -> None:
        """Do something."""
        way = self.chance.choices([way for _, way in self.ways], [weight for weight, _ in self.ways])[0]
        self.done.append(f"{way.__name__} …")
        self.done[-1] = f"{way.__name__} {way()}"
        self._come_to_rest()

    # What can be done.

    def press_a_key(self) -> str:
        key = self.chance.choice(_KEYS)
        with_shift = self.chance.random() < 0.15
        widget = self.window.focusWidget() or self.window
        if isinstance(widget, QLineEdit | QPlainTextEdit) and key is Qt.Key.Key_Tab:
            key = Qt.Key.Key_Escape
        modifier = Qt.KeyboardModifier.ShiftModifier if with_shift else Qt.KeyboardModifier.NoModifier
        self.qtbot.keyClick(widget, key, modifier)
        return f"{key.name} {modifier.name} in {type(widget).__name__}"

    def click_the_matrix(self) -> str:
        matrix = page_of(self.window).matrix
        if not matrix.isVisible():
            page_of(self.window).centre.show_lens(POSITIONS)
        return self._click(matrix)

    def click_the_lens(self) -> str:
        lens = page_of(self.window).centre.lens
        areas = [own for own in (lens or self.window).findChildren(QAbstractScrollArea) if own.isVisible()]
        return self._click(self.chance.choice(areas)) if lens is not None and areas else ""

    def trigger_an_action(self) -> str:
        names = [name for name in ActionId if name not in LEFT_OUT]
        actions = [self.window.findChild(QAction, name) for name in names]
        usable = [own for own in actions if own is not None and own.isEnabled() and own.menu() is None]
        if not usable:
            return ""
        action = self.chance.choice(usable)
        name = action.objectName()
        self.done[-1] = f"trigger {name}"
        action.trigger()
        return name

    def change_lens(self) -> str:
        key = self.chance.choice(LENSES).key
        self.window.registry.action(ActionId(f"view.lens_{key}")).trigger()
        return key

    def undo_or_redo(self) -> str:
        name = self.chance.choice((ActionId.UNDO, ActionId.UNDO, ActionId.REDO))
        action = self.window.registry.action(name)
        if action.isEnabled():
            action.trigger()
        return str(name)

    def type_in_the_editor(self) -> str:
        page = page_of(self.window)
        if page.desk.count() < 2:
            action = self.window.registry.action(ActionId.RECORD_POSITION)
            if action.isEnabled():
                action.trigger()
            return "opened"
        return self._type_in(page.desk.currentWidget())

    def choose_in_a_list(self) -> str:
        boxes = [own for own in self.window.findChildren(QComboBox) if own.isVisible() and own.count()]
        if not boxes:
            return ""
        box = self.chance.choice(boxes)
        place = self.chance.randrange(box.count())
        box.setCurrentIndex(place)
        box.activated.emit(place)
        return f"{place} in {box.accessibleName()}"

    def check_a_box(self) -> str:
        boxes = [own for own in self.window.findChildren(QCheckBox) if own.isVisible() and own.isEnabled()]
        if not boxes:
            return ""
        box = self.chance.choice(boxes)
        box.click()
        return box.text()

    def find(self) -> str:
        self.window.registry.action(ActionId.GO_TO_ANYTHING).trigger()
        word = self.chance.choice(_WORDS)
        line = self.window.finding.palette.line
        line.setText(word)
        key = (
            self.chance.choice((Qt.Key.Key_Return, Qt.Key.Key_Escape))
            if "<" not in word
            else Qt.Key.Key_Escape
        )
        picked = self.window.finding.palette
        if key is Qt.Key.Key_Return and word == "":
            key = Qt.Key.Key_Escape  # the first command of all may be to quit
        self.qtbot.keyClick(line, key)
        picked.hide()
        return f"{word!r} {key.name}"

    def move_the_day(self) -> str:
        band = page_of(self.window).strip.band
        if not band.isVisible():
            return ""
        x = self.chance.randrange(10, max(band.width() - 10, 11))
        self.qtbot.mousePress(band, LEFT, pos=QPoint(x, band.height() // 2))
        self.qtbot.mouseMove(band, QPoint(min(x + 40, band.width() - 5), band.height() // 2))
        self.qtbot.mouseRelease(band, LEFT, pos=QPoint(min(x + 40, band.width() - 5), band.height() // 2))
        return str(x)

    # How.

    def _click(self, area: QAbstractScrollArea) -> str:
        viewport = area.viewport()
        place = QPoint(
            self.chance.randrange(max(viewport.width(), 1)), self.chance.randrange(max(viewport.height(), 1))
        )
        self.qtbot.mouseClick(viewport, LEFT, pos=place)
        if self.chance.random() < 0.2:
            self.qtbot.mouseDClick(viewport, LEFT, pos=place)
        return f"{place.x()},{place.y()} in {type(area).__name__}"

    def _type_in(self, editor: QWidget) -> str:
        lines = [own for own in editor.findChildren(QLineEdit) if own.isVisible() and own.isEnabled()]
        if not lines:
            return ""
        line, word = self.chance.choice(lines), self.chance.choice(_WORDS)
        line.setFocus()
        line.selectAll()
        typed = QInputMethodEvent()  # keys of a test know Latin letters only
        typed.setCommitString(word)
        QApplication.sendEvent(line, typed)
        if self.chance.random() < 0.5:
            line.editingFinished.emit()
        return f"{word!r} in {line.accessibleName()}"

    def _come_to_rest(self) -> None:
        """Let everything happen that follows; menus and windows that came up go away again."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.processEvents()
        for _ in range(5):
            popup = app.activePopupWidget()
            if popup is None:
                break
            popup.close()
            app.processEvents()
        for other in app.topLevelWidgets():
            if other.isVisible() and other is not self.window and isinstance(other, QDialog):
                other.close()
        # What was put away to be deleted goes when the program comes back to its loop; a test has none.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.window.activateWindow()


def _declined(dialog: QDialog) -> int:
    """Decline a question as closing its window does."""
    if dialog.testAttribute(Qt.WidgetAttribute.WA_DeleteOnClose):
        dialog.deleteLater()
    return QDialog.DialogCode.Rejected.value


@pytest.fixture
def nobody_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no dialog wait for an answer: each is declined."""
    monkeypatch.setattr(QDialog, "exec", _declined)
    for ask in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, ask, lambda *_, **__: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: "")
    for ask in ("question", "warning", "information", "critical"):
        monkeypatch.setattr(QMessageBox, ask, lambda *_, **__: QMessageBox.StandardButton.Cancel)


def _same(one: Case, other: Case) -> bool:
    """Whether two cases hold the same; positions stand in the order of their recording."""
    return all(set(map(repr, one.table(name))) == set(map(repr, other.table(name))) for name in TABLES)


def _at_work(window: MainWindow) -> int:
    """How many widgets there are, without those of forms that were begun and can be taken up again."""
    left = page_of(window).desk.left
    assert len(left) <= MOST_LEFT
    sheets = (sheet for _audience, sheet in (*left._aside, *left._sheets))
    waiting = [1 + len(sheet.findChildren(QWidget)) for sheet in sheets]
    return len(QApplication.allWidgets()) - sum(waiting)


def _walk(window: MainWindow, qtbot: QtBot, seed: int, steps: int) -> Path:
    walker = Walker(window, qtbot, seed)
    session = page_of(window).session
    before = session.store.read_case()
    try:
        for number in range(steps):
            walker.step()
            if number % 100 == 99:
                fresh = take_snapshot(session.store.read(), session.view.audience)
                assert list(session.snapshot.table.ref) == list(fresh.table.ref), (
                    "the window shows another case"
                )
                has_few_editors = page_of(window).desk.count() <= 2
                assert not has_few_editors or _at_work(window) < _WIDGETS, "nothing is let go"
        assert page_of(window).session is session
        while session.store.undo_label:
            assert session.undo() is not None
        assert _same(session.store.read_case(), before), "taking everything back leaves something"
    except BaseException as error:
        error.add_note(f"seed {seed}, after {len(walker.done)} steps, the last of them:")
        error.add_note("\n".join(walker.done[-25:]))
        raise
    path = session.store.path
    window.leave_at_once()
    return path


def test_a_short_walk_leaves_a_sound_file(show: ShowWindow, qtbot: QtBot, nobody_answers: None) -> None:
    path = _walk(show(), qtbot, 20230320, 150)
    assert not check_case(path).damage


@pytest.mark.long
@pytest.mark.timeout(3000)
@pytest.mark.parametrize("seed", [1])
def test_a_long_walk_leaves_a_sound_file(
    seed: int, show: ShowWindow, qtbot: QtBot, nobody_answers: None
) -> None:
    path = _walk(show(), qtbot, seed, 5_000)
    assert not check_case(path).damage
