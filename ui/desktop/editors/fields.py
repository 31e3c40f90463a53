"""Fields of the editors: a label, what can be typed, and beside it what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QLocale, QObject, Signal
from PySide6.QtWidgets import (
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ui.desktop.widgets.dates import date_example, date_tip, reading_of, typed_date
from ui.desktop.widgets.text import Text
from ui.theme.dress import set_invalid
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize
from ui.words import translate
from workbench.domain.dates import PartialDate
from workbench.domain.errors import InvalidValueError
from workbench.readmodels.party_facts import plain_number

WordT = TypeVar("WordT", bound=StrEnum)
ValueT = TypeVar("ValueT")


class Field(QWidget, Generic[ValueT]):
    """What all fields have in common.

    Signals
    -------
    edited
        At every key.
    committed
        When the field is left, or a choice is made, with something else in it than before.
    """

    edited = Signal()
    committed = Signal()

    def __init__(self, hub: ThemeHub, label: str, entry: QWidget, hint: str = "") -> None:
        super().__init__()
        self.entry = entry
        self._hint = hint
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(Space.TIGHT // 2)
        self.label = Text(hub, label, TextSize.SMALL, Role.TEXT_MUTED)
        self.label.setBuddy(entry)
        self.note = Text(hub, hint, TextSize.SMALL, Role.TEXT_MUTED)
        for part in (self.label, entry, self.note):
            self._body.addWidget(part)
        self.label.setVisible(bool(label))
        self.note.setVisible(bool(hint))
        entry.setAccessibleName(label)
        self.setFocusProxy(entry)

    def value(self) -> ValueT:
        """Return what the field holds; only to be asked where `problem` is empty."""
        raise NotImplementedError

    def set_value(self, value: ValueT) -> None:
        """Show a value."""
        raise NotImplementedError

    def problem(self) -> str:
        """Return what is wrong with what was typed, empty where nothing is."""
        return ""

    def check(self) -> bool:
        """Say beside the field what is wrong with it; return whether it can stand."""
        fault = self.problem()
        self.say(fault)
        return not fault

    def say(self, fault: str) -> None:
        """Show a fault beside the field, or its hint where there is none."""
        text = fault or self.remark()
        self.note.set_role(Role.ERROR_TEXT if fault else Role.TEXT_MUTED)
        self.note.setText(text)
        self.note.setVisible(bool(text))
        set_invalid(self.entry, bool(fault))
        self.entry.setAccessibleDescription(text)

    def remark(self) -> str:
        """Return what stands under the field while nothing is wrong."""
        return self._hint


class LineField(Field[str]):
    """A line of text."""

    def __init__(self, hub: ThemeHub, label: str, *, required: bool = False, hint: str = "") -> None:
        self.line = QLineEdit()
        super().__init__(hub, label, self.line, hint)
        self._required = required
        self._committed = ""
        self.line.textEdited.connect(self._typed)
        self.line.editingFinished.connect(self._left)

    def value(self) -> str:
        """Return the text without blanks around it."""
        return self.line.text().strip()

    def set_value(self, value: str) -> None:
        """Show a text."""
        self.line.setText(value)
        self._committed = value
        self.say("")

    def problem(self) -> str:
        """Return that something is needed where nothing was typed."""
        return translate("Fields", "Needed.") if self._required and not self.value() else ""

    def _typed(self) -> None:
        if self.note.isVisible():
            self.check()
        self.edited.emit()

    def _left(self) -> None:
        if self.line.text() != self._committed and self.check():
            self._committed = self.line.text()
            self.committed.emit()


class ParsedField(Field[ValueT]):
    """A line that is read as something, or left empty."""

    def __init__(
        self,
        hub: ThemeHub,
        label: str,
        parse: Callable[[str], ValueT],
        *,
        required: bool = False,
        hint: str = "",
    ) -> None:
        self.line = QLineEdit()
        super().__init__(hub, label, self.line, hint)
        self._parse, self._required = parse, required
        self._committed = ""
        self.line.textEdited.connect(self._typed)
        self.line.editingFinished.connect(self._left)

    def problem(self) -> str:
        """Return what the text should have been."""
        text = self.line.text().strip()
        if not text:
            return translate("Fields", "Needed.") if self._required else ""
        try:
            self._parse(text)
        except InvalidValueError as error:
            return translate("Fields", "Expected {0}.").format(error.expected)
        return ""

    def show_text(self, text: str) -> None:
        """Show a text as typed."""
        self.line.setText(text)
        self._committed = text
        self.say("")

    def _typed(self) -> None:
        self.say("" if self.problem() and not self.note.isVisible() else self.problem())
        self.edited.emit()

    def _left(self) -> None:
        if self.check() and self.line.text() != self._committed:
            self._committed = self.line.text()
            self.committed.emit()


class DateField(ParsedField[PartialDate | None]):
    """A date as far as it is known; what it means stands under it."""

    def __init__(self, hub: ThemeHub, label: str, *, required: bool = False, tip: str = "") -> None:
        super().__init__(hub, label, typed_date, required=required)
        self.line.setPlaceholderText(date_example())
        self.line.setToolTip(f"{tip} {date_tip()}".strip())

    def value(self) -> PartialDate | None:
        """Return the date, none where nothing was typed."""
        text = self.line.text().strip()
        return typed_date(text) if text else None

    def set_value(self, value: PartialDate | None) -> None:
        """Show a date as it was typed."""
        self.show_text(value.text if value else "")

    def remark(self) -> str:
        """Return how the date is read, and from which day on it counts."""
        return reading_of(self.line.text())


class NumberField(ParsedField[float | None]):
    """A number between two bounds, or none."""

    def __init__(self, hub: ThemeHub, label: str, lowest: float, highest: float) -> None:
        def parse(text: str) -> float | None:
            return _number(text, lowest, highest)

        super().__init__(hub, label, parse)
        self._read = parse
        self.line.setPlaceholderText(
            translate("Fields", "{0} to {1}").format(plain_number(lowest), plain_number(highest))
        )

    def value(self) -> float | None:
        """Return the number, none where nothing was typed."""
        text = self.line.text().strip()
        return self._read(text) if text else None

    def set_value(self, value: float | None) -> None:
        """Show a number."""
        self.show_text("" if value is None else plain_number(value))


class AreaField(Field[str]):
    """Text of several lines; Tab leaves it."""

    def __init__(self, hub: ThemeHub, label: str, lines: int = 2, hint: str = "") -> None:
        self.area = QPlainTextEdit()
        super().__init__(hub, label, self.area, hint)
        self.area.setTabChangesFocus(True)
        self._lines, self._committed = lines, ""
        self.area.textChanged.connect(self._fit)
        self.area.textChanged.connect(self.edited)
        self.area.installEventFilter(self)
        self._fit()

    def value(self) -> str:
        """Return the text without blanks around it."""
        return self.area.toPlainText().strip()

    def set_value(self, value: str) -> None:
        """Show a text."""
        self.area.setPlainText(value)
        self._committed = value

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Commit when the field is left, and keep its height in step with width and zoom."""
        if event.type() == QEvent.Type.FocusOut and self.area.toPlainText() != self._committed:
            self._committed = self.area.toPlainText()
            self.committed.emit()
        if event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Grow with the text, up to eight lines."""
        lines = int(self.area.document().size().height())
        shown = max(self._lines, min(lines, 8))
        self.area.setFixedHeight(self.area.fontMetrics().lineSpacing() * shown + 20)


def _number(text: str, lowest: float, highest: float) -> float:
    try:
        number = float(text.replace(QLocale().decimalPoint(), ".").replace(",", "."))
    except ValueError:
        number = float("nan")
    if not lowest <= number <= highest:
        expected = translate("Fields", "a number from {0} to {1}")
        raise InvalidValueError(text, expected.format(plain_number(lowest), plain_number(highest)))
    return number
