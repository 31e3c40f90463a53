"""Nothing reaches the second screen but what the operator saw and showed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QDoubleSpinBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.desktop.doing import page_of, texts, trigger
from ui.desktop.editors.position import PositionEditor
from ui.desktop.present.operator import OperatorWindow
from ui.desktop.present.places import Place, ScreenGuard
from ui.desktop.present.presenter import Subject
from ui.desktop.present.screen import PresentWindow
from ui.desktop.view_state import Selection
from ui.desktop.window import MainWindow
from ui.paint.present import blank
from workbench.domain.audience import PRINCIPAL, PUBLIC, ROOM, Audience
from workbench.domain.case import Record
from workbench.domain.handling import Handling
from workbench.domain.vocabulary import Track
from workbench.operations import PutRecord
from workbench.readmodels.presenting import PresentModel, Seating

LETTER_B = Qt.Key.Key_B


@pytest.fixture
def operator(qtbot: QtBot, window: MainWindow) -> OperatorWindow:
    trigger(window, "view.present")
    opened = window.presenting.operator
    assert opened is not None
    qtbot.waitUntil(opened.isVisible)
    return opened


def screen_of(operator: OperatorWindow) -> PresentWindow:
    assert operator.stage.window is not None
    return operator.stage.window


def is_blank(image: QImage) -> bool:
    return image == blank(image.size())


def settle(qtbot: QtBot, operator: OperatorWindow) -> None:
    qtbot.waitUntil(lambda: operator.presenter.is_settled)


def painted(operator: OperatorWindow) -> QImage:
    """What the room sees, dot by dot, where the window has as many dots as the image."""
    window = screen_of(operator)
    window.resize(window.image.size() / window.devicePixelRatioF())
    return window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def test_nothing_is_shown_before_it_is_armed(operator: OperatorWindow) -> None:
    assert operator.stage.window is None
    assert operator.preview.image is not None
    operator.stage.show(operator.preview.image)
    assert operator.stage.window is None
    assert operator.on_screen.image is None


def test_arming_alone_shows_black(operator: OperatorWindow) -> None:
    operator.stage.arm(Place("beside", QSize(640, 360), None))
    assert is_blank(painted(operator))


def test_show_brings_exactly_the_pixels_of_the_preview(qtbot: QtBot, operator: OperatorWindow) -> None:
    seen = operator.preview.image
    assert seen is not None
    qtbot.keyClick(operator, Qt.Key.Key_Return)
    assert operator.stage.shown is seen
    assert painted(operator) == seen
    assert operator.on_screen.image is seen


@pytest.mark.parametrize("key", [LETTER_B, Qt.Key.Key_Escape])
@pytest.mark.parametrize("side", ["operator", "screen", "field"])
def test_one_key_blanks_from_either_window(
    qtbot: QtBot, operator: OperatorWindow, key: Qt.Key, side: str
) -> None:
    operator.show_preview()
    field = operator.findChild(QDoubleSpinBox)
    pressed = {"operator": operator, "screen": screen_of(operator), "field": field}[side]
    assert pressed is not None
    qtbot.keyClick(pressed, key)
    assert operator.stage.is_blank
    assert is_blank(painted(operator))
    operator.show_preview()
    assert not is_blank(painted(operator))


def test_day_selection_edits_and_audience_reach_the_screen_only_by_show(
    qtbot: QtBot, window: MainWindow, operator: OperatorWindow
) -> None:
    session = page_of(window).session
    operator.show_preview()
    held, previewed = painted(operator), operator.preview.image

    def party(code: str) -> Record:
        found = session.record("parties", (code,))
        assert found is not None
        return found

    for change in (
        lambda: session.set_day(date(2022, 3, 20)),
        lambda: session.select(Selection("talks", ("STP",))),
        lambda: session.perform(PutRecord(replace(party("BAK"), short_name="The first party"))),  # type: ignore[type-var]
        lambda: session.set_audience(PRINCIPAL),
        lambda: operator.presenter.set_audience(ROOM),
        lambda: operator.controls.choose(Subject.CARD),
        lambda: operator.presenter.set_seating(Seating(9.0, 1.5)),
        lambda: operator.presenter.turn(1),
        lambda: operator.presenter.change_day(-1),
        session.undo,
    ):
        change()
        settle(qtbot, operator)
        assert painted(operator) == held
    assert operator.preview.image != previewed
    operator.show_preview()
    assert painted(operator) != held


def test_what_is_not_seen_yet_is_not_shown(
    qtbot: QtBot, window: MainWindow, operator: OperatorWindow
) -> None:
    operator.show_preview()
    held = operator.stage.shown
    page_of(window).session.set_day(date(2021, 1, 1))
    assert not operator.presenter.is_settled
    operator.show_preview()
    assert operator.stage.shown is held
    assert "1 January 2021" in operator.said.text()
    operator.show_preview()
    assert operator.stage.shown is operator.preview.image


@pytest.mark.parametrize("signal", ["screenAdded", "screenRemoved", "primaryScreenChanged"])
def test_it_blanks_and_disarms_itself_when_a_screen_comes_or_goes(
    operator: OperatorWindow, signal: str
) -> None:
    operator.show_preview()
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    getattr(app, signal).emit(app.primaryScreen())
    assert operator.stage.is_blank
    assert not operator.stage.is_armed
    assert is_blank(painted(operator))
    assert "blank" in operator.state.text()
    assert operator.preview.image is not None
    operator.stage.show(operator.preview.image)
    assert operator.stage.is_blank
    operator.show_preview()
    assert not is_blank(painted(operator))


def test_it_blanks_when_the_screen_changes_its_shape(operator: OperatorWindow) -> None:
    operator.show_preview()
    screen = QGuiApplication.primaryScreen()
    screen.geometryChanged.emit(screen.geometry())
    assert operator.stage.is_blank


def test_a_screen_that_is_gone_is_let_go(operator: OperatorWindow) -> None:
    operator.show_preview()
    place = operator.stage._place
    assert place is not None
    # A screen that Qt no longer lists.
    operator.stage._place = replace(place, screen=object())  # type: ignore[arg-type]
    QGuiApplication.instance().screenRemoved.emit(QGuiApplication.primaryScreen())  # type: ignore[union-attr]
    assert operator.stage.window is None


def test_a_screen_on_which_the_program_can_be_seen_is_refused(operator: OperatorWindow) -> None:
    screen = operator.screen()
    operator._places = [Place("the operator's own", QSize(800, 600), screen)]
    operator.show_preview()
    assert operator.stage.window is None
    assert "Move it to your own screen first." in operator.said.text()


def test_a_window_that_opens_on_the_second_screen_is_sent_home(
    qtbot: QtBot, operator: OperatorWindow
) -> None:
    operator.stage.arm(Place("beside", QSize(640, 360), None))
    guard = ScreenGuard(operator.screen(), screen_of(operator), operator)
    stray = QWidget()
    qtbot.addWidget(stray)
    stray.move(operator.frameGeometry().topLeft() + QPoint(37, 41))
    stray.show()
    assert stray.frameGeometry().topLeft() == operator.frameGeometry().topLeft()
    guard.deleteLater()


def test_the_second_screen_holds_one_image_and_nothing_else(operator: OperatorWindow) -> None:
    operator.show_preview()
    window = screen_of(operator)
    assert window.findChildren(QWidget) == []
    assert window.findChildren(QLabel) == []
    assert (window.toolTip(), window.windowTitle()) == ("", "Presentation")
    assert window.contextMenuPolicy() is Qt.ContextMenuPolicy.PreventContextMenu
    assert window.parent() is None
    assert set(texts(window)) == {"", "Presentation"}


def test_it_is_read_for_the_public_whatever_the_operator_sees(
    window: MainWindow, operator: OperatorWindow
) -> None:
    assert page_of(window).session.view.audience == PRINCIPAL
    assert operator.presenter.audience == PUBLIC
    offered = [operator.controls.audience.itemText(n) for n in range(operator.controls.audience.count())]
    assert not {"Team", "Principal", "Vault"} & set(offered)
    with pytest.raises(ValueError, match="goes on a screen"):
        PresentModel(page_of(window).session.snapshot, date(2023, 3, 20))


def test_what_they_may_not_see_is_not_shown_when_it_is_selected(
    qtbot: QtBot, window: MainWindow, operator: OperatorWindow
) -> None:
    session = page_of(window).session
    hidden = {own.code for own in session.snapshot.issues} - {
        own.code for own in operator.presenter.model.snapshot.issues
    }
    operator.controls.choose(Subject.ISSUE)
    session.select(Selection(min(hidden)))
    settle(qtbot, operator)
    assert operator.preview.image is None
    assert not operator.show_button.isEnabled()
    assert not operator.presenter.release()


def test_all_of_it_works_from_the_keyboard(qtbot: QtBot, operator: OperatorWindow) -> None:
    presenter = operator.presenter
    qtbot.keyClick(operator, Qt.Key.Key_PageDown)
    assert presenter.place[0] == 2
    qtbot.keyClick(operator, Qt.Key.Key_PageUp)
    qtbot.keyClick(operator, "[")
    assert presenter.model.day == date(2023, 3, 1)
    qtbot.keyClick(operator, "2", Qt.KeyboardModifier.ControlModifier)
    assert presenter.subject is Subject.ISSUE
    first = presenter.chosen()[0]
    qtbot.keyClick(operator, Qt.Key.Key_PageDown)
    assert presenter.chosen()[0] != first
    qtbot.keyClick(operator, "3", Qt.KeyboardModifier.ControlModifier)
    assert presenter.subject is Subject.CARD
    qtbot.keyClick(operator, Qt.Key.Key_F5)
    assert operator.stage.shown is operator.preview.image
    qtbot.keyClick(operator, "w", Qt.KeyboardModifier.ControlModifier)
    assert operator.stage.window is None
    assert not operator.isVisible()


def test_it_ends_with_the_case(qtbot: QtBot, window: MainWindow, operator: OperatorWindow) -> None:
    operator.show_preview()
    window.close_case()
    assert operator.stage.window is None
    assert not operator.isVisible()
    QGuiApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert window.presenting.operator is None
    window.show_case(window.opener.sample())
    trigger(window, "view.present")
    again = window.presenting.operator
    assert again is not None
    assert again.isVisible()


def test_a_party_may_be_presented_to(operator: OperatorWindow) -> None:
    operator.presenter.set_audience(Audience.parse("party:YER"))
    assert operator.presenter.page is not None
    assert operator.presenter.page.frame.reader == "What may be shown to Yerevan"


def test_arming_blank_takes_hold_and_shows_nothing(qtbot: QtBot, operator: OperatorWindow) -> None:
    assert operator.blank_button.text() == "Arm, blank"
    qtbot.mouseClick(operator.blank_button, Qt.MouseButton.LeftButton)
    assert operator.stage.is_armed
    assert is_blank(painted(operator))
    assert operator.blank_button.text() == "Blank"
    assert not operator.blank_button.isEnabled()
    assert operator.show_button.text() == "Show"
    qtbot.mouseClick(operator.show_button, Qt.MouseButton.LeftButton)
    assert painted(operator) == operator.preview.image
    assert "Shown to the room" in operator.state.text()


def test_the_second_screen_does_not_take_the_keyboard(qtbot: QtBot, operator: OperatorWindow) -> None:
    with qtbot.waitActive(operator):
        operator.activateWindow()
    operator.show_preview()
    assert screen_of(operator).windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert operator.isActiveWindow()


def test_an_answer_is_entered_beside_and_stays_there_until_it_is_shown(
    qtbot: QtBot, window: MainWindow, operator: OperatorWindow
) -> None:
    session = page_of(window).session
    assert not operator.answer_button.isEnabled() or session.view.selection is not None
    session.select(Selection("talks", ("YER",)))
    settle(qtbot, operator)
    operator.controls.choose(Subject.ISSUE)
    operator.show_preview()
    held, previewed = painted(operator), operator.preview.image
    qtbot.mouseClick(operator.answer_button, Qt.MouseButton.LeftButton)
    editor = page_of(window).desk.currentWidget()
    assert isinstance(editor, PositionEditor)
    assert (editor.record.party, editor.record.issue) == ("YER", "talks")
    handling = editor.fields["handling"]
    handling.set_value(Handling.PUBLIC)
    track = editor.fields["track"]
    track.set_value(Track.DECLARED)
    qtbot.keyClicks(editor.stances.rows[0], "1")
    qtbot.keyClick(editor.stances.rows[0], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page_of(window).desk.count() == 1
    settle(qtbot, operator)
    assert painted(operator) == held
    assert operator.preview.image != previewed
    operator.show_preview()
    assert painted(operator) == operator.preview.image != held


def test_on_the_only_screen_one_is_told_what_else_would_be_seen(operator: OperatorWindow) -> None:
    assert operator.place.currentText() == "A window on this screen"
    assert operator.warning.isVisible()
    assert "There is one screen." in operator.warning.text()


def test_buttons_for_the_day_say_which_day(qtbot: QtBot, operator: OperatorWindow) -> None:
    back = operator._steps["day back"]
    assert back.text() == "◀ 1 March 2023"
    assert not operator._steps["day on"].isEnabled()
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert operator.presenter.model.day == date(2023, 3, 1)
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert operator._steps["day on"].text() == "1 March 2023 ▶"
    assert operator._steps["day on"].isEnabled()


def test_text_that_is_cut_is_told(operator: OperatorWindow) -> None:
    assert "cut" not in operator.said.text()
    operator.presenter.set_seating(Seating(30.0, 1.0))
    assert "Some text is cut" in operator.said.text()
