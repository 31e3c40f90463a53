"""The operator's window: what would come next, what the room sees, and the keys between them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.desktop.present.controls import Controls
from ui.desktop.present.pane import ImagePane
from ui.desktop.present.places import Place, ScreenWatch, places
from ui.desktop.present.presenter import Presenter, Subject
from ui.desktop.present.screen import BLANK_KEYS
from ui.desktop.present.stage import Stage
from ui.desktop.session import CaseSession
from ui.desktop.widgets.text import BOLD, Text, section_label
from ui.theme.dress import set_kind, set_surface
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize
from ui.words import translate
from workbench.domain.errors import CaseError
from workbench.readmodels.wording import day_in_words

_SIZE = QSize(1180, 700)
_SIDE = 330
_KEYS = "Enter shows · B or Esc blanks, F8 from any window · Page Up, Page Down turn · [ ] change the day"


class OperatorWindow(QWidget):
    """Shows the preview, and puts it on the second screen when told to.

    Parameters
    ----------
    session : CaseSession
        The open case.
    parent : QWidget
        The page of the case, with which this window goes.
    """

    def __init__(self, session: CaseSession, hub: ThemeHub, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._hub = hub
        self.setWindowTitle(translate("Operator", "Present"))
        self.presenter = Presenter(session, self)
        self.stage = Stage(self)
        self.controls = Controls(self.presenter, session, hub)
        self.preview = ImagePane(hub, QSize(480, 270))
        self.on_screen = ImagePane(hub, QSize(240, 135))
        self.place = QComboBox()
        self.place.setAccessibleName(translate("Operator", "Second screen"))
        self.said, self.state = Text(hub, role=Role.TEXT_SECONDARY), Text(hub, weight=BOLD)
        self.show_button = _button(
            "", translate("Operator", "Put the preview before the room (Enter)"), self.show_preview
        )
        self.blank_button = _button(
            translate("Operator", "Blank"),
            translate("Operator", "Show nothing (B or Escape, F8 from any window)"),
            self.stage.blank,
        )
        self.end_button = _button(
            translate("Operator", "End"), translate("Operator", "Let go of the second screen"), self.stage.end
        )
        self._steps = self._step_buttons()
        self._places: list[Place] = []
        self._lay_out()
        self._connect()
        self._list_places()
        self.presenter.compose()
        self._show_stage()

    def show_preview(self) -> None:
        """Arm the second screen where it is not, and show what the preview shows."""
        if not self.stage.is_armed and not self._arm():
            return
        self.presenter.release()

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
        presenter = self.presenter
        return {
            "page back": _button(
                translate("Operator", "◀ Page"),
                translate("Operator", "Previous page or issue (Page Up)"),
                lambda: presenter.turn(-1),
            ),
            "page on": _button(
                translate("Operator", "Page ▶"),
                translate("Operator", "Next page or issue (Page Down)"),
                lambda: presenter.turn(1),
            ),
            "day back": _button(
                "◀", translate("Operator", "Previous change ([)"), lambda: presenter.change_day(-1)
            ),
            "day on": _button("▶", translate("Operator", "Next change (])"), lambda: presenter.change_day(1)),
        }

    def _connect(self) -> None:
        self.presenter.composed.connect(self._show_preview)
        self.presenter.released.connect(self.stage.show)
        self.stage.changed.connect(self._show_stage)
        self.place.currentIndexChanged.connect(self._place_chosen)
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
        anywhere = QShortcut(QKeySequence("F8"), self)
        anywhere.setContext(Qt.ShortcutContext.ApplicationShortcut)
        anywhere.activated.connect(self.stage.blank)
        for child in self.findChildren(QWidget):
            child.installEventFilter(self)

    def _list_places(self) -> None:
        """Offer the screens that there are now."""
        kept = self.place.currentText()
        self._places = places(self.screen())
        names = [own.name for own in self._places]
        self.place.blockSignals(True)
        self.place.clear()
        self.place.addItems(names)
        self.place.setCurrentIndex(names.index(kept) if kept in names else 0)
        self.place.blockSignals(False)
        self.presenter.set_pixels(self._places[self.place.currentIndex()].pixels)

    def _place_chosen(self, number: int) -> None:
        self.stage.end()
        self.presenter.set_pixels(self._places[number].pixels)

    def _show_preview(self) -> None:
        presenter = self.presenter
        page = presenter.page
        self.preview.show_image(presenter.preview, page.title if page else presenter.trouble)
        self.show_button.setEnabled(page is not None)
        number, count = presenter.place
        read = presenter.screen.readable_from(page.magnification) if page else 0.0
        day = day_in_words(presenter.model.day)
        place = f"Page {number} of {count}. " if count > 1 else ""
        self._say(f"{day}. {place}Can be read from up to {read:.1f} m." if page else presenter.trouble)
        self._steps["day back"].setEnabled(presenter.model.earlier is not None)
        self._steps["day on"].setEnabled(presenter.model.later is not None)
        self.controls.refresh()

    def _show_stage(self) -> None:
        stage = self.stage
        words = "Blank" if stage.window else "Nothing is shown: the second screen is not armed."
        self.on_screen.show_image(stage.shown, "What the room sees" if stage.shown else words)
        state = "Shown to the room" if stage.shown else "Blank" if stage.window else "Not armed"
        self.state.setText(stage.note or state)
        self.show_button.setText(
            translate("Operator", "Show") if stage.is_armed else translate("Operator", "Arm and show")
        )
        self.blank_button.setEnabled(stage.window is not None and not stage.is_blank)
        self.end_button.setEnabled(stage.window is not None)

    def _say(self, text: str) -> None:
        self.said.setText(text)

    def _lay_out(self) -> None:
        set_surface(self, "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_kind(self.show_button, "primary")
        body = QHBoxLayout(self)
        body.setContentsMargins(Space.SECTION, Space.SECTION, Space.SECTION, Space.SECTION)
        body.setSpacing(Space.PAGE)
        body.addLayout(self._left(), 1)
        side = QWidget()
        side.setLayout(self._right())
        side.setFixedWidth(round(_SIDE * self._hub.zoom))
        body.addWidget(side)
        self.resize(_SIZE)

    def _left(self) -> QVBoxLayout:
        left, steps = QVBoxLayout(), QHBoxLayout()
        for button in self._steps.values():
            steps.addWidget(button)
        steps.addWidget(self.said, 1)
        left.addWidget(
            section_label(self._hub, translate("Operator", "Preview: exactly these pixels would be shown"))
        )
        left.addWidget(self.preview, 1)
        left.addLayout(steps)
        left.addWidget(Text(self._hub, _KEYS, TextSize.SMALL, Role.TEXT_MUTED))
        return left

    def _right(self) -> QVBoxLayout:
        right, buttons = QVBoxLayout(), QGridLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(Space.NORMAL)
        right.addWidget(section_label(self._hub, translate("Operator", "Second screen")))
        right.addWidget(self.place)
        right.addWidget(self.on_screen)
        right.addWidget(self.state)
        buttons.addWidget(self.show_button, 0, 0, 1, 2)
        buttons.addWidget(self.blank_button, 1, 0)
        buttons.addWidget(self.end_button, 1, 1)
        right.addLayout(buttons)
        right.addSpacing(Space.NORMAL)
        right.addWidget(section_label(self._hub, translate("Operator", "What is put before the room")))
        right.addWidget(self.controls)
        right.addStretch(1)
        return right


def _button(text: str, tip: str, do: Callable[[], object]) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(tip)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.clicked.connect(lambda _on: do())
    return button
