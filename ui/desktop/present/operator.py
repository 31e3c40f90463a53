"""The operator's window: what would come next, what the room sees, and the keys between them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.desktop.placing import scrolling, size_within
from ui.desktop.present.controls import Controls
from ui.desktop.present.pane import ImagePane
from ui.desktop.present.places import Place, ScreenWatch, places
from ui.desktop.present.presenter import Presenter, Subject
from ui.desktop.present.screen import BLANK_KEYS
from ui.desktop.present.stage import Stage
from ui.desktop.session import CaseSession
from ui.desktop.widgets.choice import Choice
from ui.desktop.widgets.mirrored import stepping
from ui.desktop.widgets.text import BOLD, Text, led, section_label
from ui.paint.present import Page
from ui.theme.dress import set_kind, set_surface
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize
from ui.words import figure
from workbench.domain.errors import CaseError
from workbench.readmodels.wording import day_in_words

_SIZE = QSize(1180, 720)
_SIDE = 330
_SHOWN, _BLANK, _IDLE = "●", "■", "○"


class OperatorWindow(QWidget):
    """Shows the preview, and puts it on the second screen when told to.

    Parameters
    ----------
    session : CaseSession
        The open case.
    parent : QWidget
        The page of the case, with which this window goes.

    Signals
    -------
    answer_wanted
        An answer given in the room is to be entered, with party and issue.
    """

    answer_wanted = Signal(str, str)

    def __init__(self, session: CaseSession, hub: ThemeHub, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._hub = hub
        self.setWindowTitle(self.tr("Present"))
        self.presenter = Presenter(session, self)
        self.stage = Stage(self)
        self.controls = Controls(self.presenter, session, hub)
        self.preview = ImagePane(hub, QSize(420, 236))
        self.on_screen = ImagePane(hub, QSize(208, 117))
        self.place = Choice()
        self.place.setAccessibleName(self.tr("Second screen"))
        self.said, self.state = Text(hub, role=Role.TEXT_SECONDARY), Text(hub, weight=BOLD)
        self.warning = Text(hub, "", TextSize.SMALL, Role.TEXT_MUTED)
        self.show_button = _button("", self.tr("Put the preview before the room (Enter)"), self.show_preview)
        self.blank_button = _button("", "", self.blank)
        self.end_button = _button(self.tr("End"), self.tr("Let go of the second screen"), self.stage.end)
        self.answer_button = _button(
            self.tr("Enter an answer…"),
            self.tr("Record what was said in the room. It stays on your side until you show it."),
            self._want_answer,
        )
        self._steps = self._step_buttons()
        self._places: list[Place] = []
        self._chosen = ""
        self._lay_out()
        self._connect()
        self._list_places()
        self.presenter.compose()
        self._show_stage()
        self.show_button.setFocus()

    def show_preview(self) -> None:
        """Arm the second screen where it is not, and show what the preview shows."""
        if not self.stage.is_armed and not self._arm():
            return
        self.presenter.release()

    def blank(self) -> None:
        """Show nothing; where the second screen is not held yet, take hold of it with nothing on it."""
        if self.stage.window is None:
            self._arm()
        else:
            self.stage.blank()

    def showEvent(self, event: QShowEvent) -> None:
        """Offer other screens when this window has come to lie on one of them."""
        super().showEvent(event)
        own = self.windowHandle()
        if own is not None:
            own.screenChanged.connect(self._list_places, Qt.ConnectionType.UniqueConnection)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keys that blank do so wherever the keyboard is."""
        is_key = event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
        if is_key and isinstance(event, QKeyEvent) and event.key() in BLANK_KEYS:
            if event.type() == QEvent.Type.KeyPress:
                self.stage.blank()
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Blank."""
        if event.key() in BLANK_KEYS:
            self.stage.blank()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let go of the second screen."""
        self.presenter.stop()
        self.stage.end()
        super().closeEvent(event)

    def _arm(self) -> bool:
        place = self._places[self.place.currentIndex()]
        try:
            self.stage.arm(place)
        except CaseError as error:
            self._say(str(error))
            return False
        return True

    def _step_buttons(self) -> dict[str, QPushButton]:
        presenter, page = self.presenter, self.tr("Page")
        back, on = (stepping(page, is_back=is_back) for is_back in (True, False))
        return {
            "page back": _button(
                back, self.tr("Previous page or issue (Page Up)"), lambda: presenter.turn(-1)
            ),
            "page on": _button(on, self.tr("Next page or issue (Page Down)"), lambda: presenter.turn(1)),
            "day back": _button("", self.tr("Previous change ([)"), lambda: presenter.change_day(-1)),
            "day on": _button("", self.tr("Next change (])"), lambda: presenter.change_day(1)),
        }

    def _connect(self) -> None:
        self.presenter.composed.connect(self._show_preview)
        self.presenter.released.connect(self.stage.show)
        self.stage.changed.connect(self._show_stage)
        self.place.activated.connect(self._place_chosen)
        watch = ScreenWatch(self)
        watch.changed.connect(self._list_places)
        presenter, controls = self.presenter, self.controls
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Return", self.show_preview),
            ("Enter", self.show_preview),
            ("F5", self.show_preview),
            ("PgUp", lambda: presenter.turn(-1)),
            ("PgDown", lambda: presenter.turn(1)),
            ("[", lambda: presenter.change_day(-1)),
            ("]", lambda: presenter.change_day(1)),
            ("Ctrl+1", lambda: controls.choose(Subject.MATRIX)),
            ("Ctrl+2", lambda: controls.choose(Subject.ISSUE)),
            ("Ctrl+3", lambda: controls.choose(Subject.CARD)),
            ("Ctrl+W", self.close),
        )
        for key, do in keys:
            QShortcut(QKeySequence(key), self).activated.connect(do)
        for child in self.findChildren(QWidget):
            child.installEventFilter(self)

    def _list_places(self) -> None:
        """Offer the screens that there are now, the one chosen by hand or else the first beside one's own."""
        self._places = places(self.screen())
        names = [own.name for own in self._places]
        self.place.blockSignals(True)
        self.place.clear()
        self.place.addItems(names)
        self.place.setCurrentIndex(names.index(self._chosen) if self._chosen in names else 0)
        self.place.blockSignals(False)
        self.presenter.set_pixels(self._places[self.place.currentIndex()].pixels)
        self._warn()

    def _place_chosen(self, number: int) -> None:
        self._chosen = self._places[number].name
        self.stage.end()
        self.presenter.set_pixels(self._places[number].pixels)
        self._warn()

    def _warn(self) -> None:
        """Say what else would be seen, where the image stands on the operator's own screen."""
        place = self._places[self.place.currentIndex()]
        if place.screen is not None:
            self.warning.setText("")
        elif len(self._places) > 1:
            self.warning.setText(self.tr("Whatever else lies on this screen is seen with it."))
        else:
            self.warning.setText(
                self.tr(
                    "There is one screen. Where a projector repeats it, the room sees all that lies on it: "
                    "set the computer to extend its desktop, then choose the projector here.",
                )
            )
        self.warning.setVisible(bool(self.warning.text()))

    def _want_answer(self) -> None:
        """Ask for the record of what was said on what is shown."""
        presenter = self.presenter
        row, column = presenter.chosen()
        if row is not None:
            party = presenter.model.columns[column or 0].code
            self.answer_wanted.emit(party, presenter.model.issue(row).code)

    def _show_preview(self) -> None:
        presenter = self.presenter
        page = presenter.page
        self.preview.show_image(presenter.preview, page.title if page else presenter.trouble)
        self.show_button.setEnabled(page is not None)
        self.answer_button.setEnabled(presenter.chosen()[0] is not None)
        self._say(self._of_page(page) if page else presenter.trouble)
        self._name_days()
        self.controls.refresh()

    def _of_page(self, page: Page) -> str:
        """Return what the operator should know of a page: day, number, from where it can be read."""
        number, count = self.presenter.place
        read = self.presenter.screen.readable_from(page.magnification)
        parts = [
            f"{day_in_words(self.presenter.model.day)}.",
            self.tr("Page {0} of {1}.").format(number, count) if count > 1 else "",
            self.tr("Can be read from up to {0} m.").format(figure(read, 1)),
            "" if page.is_whole else self.tr("Some text is cut: it finds no space in letters of this size."),
        ]
        return " ".join(part for part in parts if part)

    def _name_days(self) -> None:
        """Let each button for the day say which day it leads to."""
        model, none = self.presenter.model, self.tr("no change")
        for name, day in (("day back", model.earlier), ("day on", model.later)):
            button = self._steps[name]
            button.setText(stepping(day_in_words(day) if day else none, is_back=name == "day back"))
            button.setEnabled(day is not None)

    def _show_stage(self) -> None:
        stage = self.stage
        is_held = stage.window is not None
        idle = self.tr("Nothing is shown: the second screen is not armed.")
        words = self.tr("What the room sees") if stage.shown else self.tr("Blank") if is_held else idle
        self.on_screen.show_image(stage.shown, words)
        state = (
            self.tr("Shown to the room")
            if stage.shown
            else self.tr("Blank")
            if is_held
            else self.tr("Not armed")
        )
        sign = _SHOWN if stage.shown else _BLANK if is_held else _IDLE
        self.state.setText(f"{sign} {stage.note or state}")
        self.state.set_role(Role.ERROR_TEXT if stage.shown else Role.TEXT)
        self.show_button.setText(self.tr("Show") if stage.is_armed else self.tr("Arm and show"))
        self.blank_button.setText(self.tr("Blank") if is_held else self.tr("Arm, blank"))
        self.blank_button.setToolTip(
            self.tr("Show nothing (B or Escape, F8 from any window)")
            if is_held
            else self.tr("Take hold of the second screen with nothing on it")
        )
        self.blank_button.setEnabled(not is_held or not stage.is_blank)
        self.end_button.setEnabled(is_held)

    def _say(self, text: str) -> None:
        self.said.setText(led(text))

    def _lay_out(self) -> None:
        set_surface(self, "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_kind(self.show_button, "primary")
        zoom = self._hub.zoom
        body = QHBoxLayout(self)
        body.setContentsMargins(Space.SECTION, Space.SECTION, Space.SECTION, Space.SECTION)
        body.setSpacing(Space.PAGE)
        body.addLayout(self._left(), 1)
        side = QWidget()
        side.setLayout(self._right())
        body.addWidget(scrolling(side, round(_SIDE * zoom), "window"))
        size_within(self, round(_SIZE.width() * zoom), round(_SIZE.height() * zoom))

    def _left(self) -> QVBoxLayout:
        left, steps = QVBoxLayout(), QHBoxLayout()
        left.setSpacing(Space.NORMAL)
        steps.setSpacing(Space.NORMAL)
        for name, button in self._steps.items():
            steps.addWidget(button)
            if name == "page on":
                steps.addSpacing(Space.SECTION)
        steps.addStretch(1)
        keys = self.tr(
            "Enter shows · B or Esc blanks, F8 from any window · Page Up, Page Down turn · "
            "[\u00a0] change the day · Ctrl+1, 2, 3 choose matrix, issue, cell",
        )
        left.addWidget(section_label(self._hub, self.tr("Preview: exactly these pixels would be shown")))
        left.addWidget(self.preview, 1_000)
        left.addWidget(self.said)
        left.addLayout(steps)
        left.addWidget(Text(self._hub, led(keys), TextSize.SMALL, Role.TEXT_MUTED))
        left.addStretch(1)
        return left

    def _right(self) -> QVBoxLayout:
        right, buttons = QVBoxLayout(), QGridLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(Space.NORMAL)
        right.addWidget(section_label(self._hub, self.tr("Second screen")))
        right.addWidget(self.place)
        right.addWidget(self.warning)
        right.addWidget(self.on_screen)
        right.addWidget(self.state)
        buttons.setSpacing(Space.NORMAL)
        buttons.addWidget(self.show_button, 0, 0, 1, 2)
        buttons.addWidget(self.blank_button, 1, 0)
        buttons.addWidget(self.end_button, 1, 1)
        right.addLayout(buttons)
        right.addSpacing(Space.NORMAL)
        right.addWidget(section_label(self._hub, self.tr("What is put before the room")))
        right.addWidget(self.controls)
        right.addWidget(self.answer_button)
        right.addStretch(1)
        return right


def _button(text: str, tip: str, do: Callable[[], object]) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(tip)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.clicked.connect(lambda _on: do())
    return button
