"""The sheet on which an editor stands: title, form that scrolls, and the buttons below."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.desktop.editors.fields import Field
from ui.desktop.widgets.focus import enter_goes_on
from ui.desktop.widgets.text import BOLD, Text, led
from ui.theme.dress import set_kind, set_surface
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize
from ui.words import translate


class EditorSheet(QWidget):
    """What an editor looks like, whatever it edits.

    Signals
    -------
    finished
        The editor is no longer needed.
    record_wanted
        Table and key of another record that the person wants to see.
    """

    finished = Signal()
    record_wanted = Signal(str, object)

    def __init__(self, hub: ThemeHub, *, is_new: bool) -> None:
        super().__init__()
        self.hub, self.is_new = hub, is_new
        self.is_done = False
        """Whether it was recorded, or what is left in it was given up."""
        self._has_told = False
        self.fields: dict[str, Field[Any]] = {}
        self.title = Text(hub, "", TextSize.TITLE, Role.TEXT, BOLD)
        self.subtitle = Text(hub, "", TextSize.CELL, Role.TEXT_SECONDARY)
        self.footer = Text(hub, "", TextSize.SMALL, Role.TEXT_MUTED)
        self.record_button = _button(translate("Sheet", "Record"), "primary", self.record_now)
        self.remove_button = _button(translate("Sheet", "Remove"), "", self.remove)
        self.close_button = _button(
            translate("Sheet", "Cancel") if is_new else translate("Sheet", "Done"), "", self.leave
        )
        self.form = QVBoxLayout()
        self.form.setSpacing(Space.WIDE)

    def record_now(self) -> None:
        """Write what was entered."""
        raise NotImplementedError

    def remove(self) -> None:
        """Remove what is edited."""
        raise NotImplementedError

    def parts(self) -> tuple[Any, ...]:
        """Return everything in which something is entered."""
        return tuple(self.fields.values())

    def settle(self) -> None:
        """Save what is pending, as if every field were left."""
        for part in self.parts():
            part.settle()

    def may_leave(self) -> bool:
        """Save what is pending; where it cannot be saved, say so once before it is left as it was."""
        if self.is_new:
            return True
        self.settle()
        left = [part for part in self.parts() if part.is_pending]
        if left and not self._has_told:
            self._has_told = True
            left[0].setFocus()
            text = translate(
                "Sheet", "“{0}” is not saved. Mend it, or leave once more: then what stood before stays."
            )
            self.say(text.format(left[0].label.text()))
            return False
        self.is_done = self.is_done or bool(left)
        return True

    def leave(self) -> None:
        """Leave, once what is pending is saved or given up."""
        if self.may_leave():
            self.finished.emit()

    @property
    def holds_something(self) -> bool:
        """Whether something was entered that stands nowhere yet."""
        if self.is_done:
            return False
        return any(part.is_typed if self.is_new else part.is_pending for part in self.parts())

    def row(self, *fields: QWidget) -> None:
        """Put fields beside one another."""
        line = QHBoxLayout()
        line.setSpacing(Space.NORMAL)
        for field in fields:
            line.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self.form.addLayout(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Record with Ctrl+Enter, go on with Enter, leave with Escape."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.record_now() if self.is_new else self.leave()
        elif is_enter and enter_goes_on(self.focusWidget()):
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def show_headline(self, title: str, subtitle: str) -> None:
        """Show title and what stands under it; nothing is wrong any more."""
        self.title.setText(led(title))
        self.subtitle.setText(led(subtitle))
        self.subtitle.setVisible(bool(subtitle))
        self.say("")

    def say(self, fault: str) -> None:
        """Say above the buttons what is wrong with the record as a whole."""
        self.footer.set_role(Role.ERROR_TEXT if fault else Role.TEXT_MUTED)
        self.footer.setText(fault or self._keys())

    def lay_out(self) -> None:
        """Put everything in its place, once the form is filled."""
        page = QWidget()
        set_surface(page, "panel")
        inside = QVBoxLayout(page)
        inside.setContentsMargins(Space.SECTION, Space.WIDE, Space.SECTION, Space.WIDE)
        inside.setSpacing(Space.TIGHT)
        inside.addWidget(self.title)
        inside.addWidget(self.subtitle)
        inside.addSpacing(Space.NORMAL)
        inside.addLayout(self.form)
        inside.addStretch(1)
        scroll = self.pane = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(page)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(scroll, 1)
        body.addWidget(self._footer_bar())

    def _footer_bar(self) -> QWidget:
        bar = QFrame()
        set_surface(bar, "panel", "top")
        inside = QVBoxLayout(bar)
        inside.setContentsMargins(Space.SECTION, Space.NORMAL, Space.SECTION, Space.NORMAL)
        buttons = QHBoxLayout()
        inside.addWidget(self.footer)
        inside.addLayout(buttons)
        buttons.addWidget(self.record_button)
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        self.record_button.setVisible(self.is_new)
        self.remove_button.setVisible(not self.is_new)
        return bar

    def _keys(self) -> str:
        if self.is_new:
            return translate("Sheet", "Ctrl+Enter records, Esc leaves.")
        return translate("Sheet", "Each field is saved as you leave it. Ctrl+Z undoes.")


def _button(text: str, kind: str, wanted: Any) -> QPushButton:
    button = QPushButton(text)
    if kind == "primary":
        set_kind(button, "primary")
    button.setAutoDefault(False)
    button.clicked.connect(lambda _on: wanted())
    return button
