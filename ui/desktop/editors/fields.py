"""Fields of the editors: a label, what can be typed, and beside it what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QLocale, QObject, QTimer, Signal
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

_LINE_ENDS = re.compile(r"[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")
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
        self._is_faulty = False
        self.is_typed = False
        """Whether the person has put something into it since it was filled."""
        self.edited.connect(self._was_typed)

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
        self._is_faulty = bool(fault)
        text = fault or self.remark()
        self.note.set_role(Role.ERROR_TEXT if fault else Role.TEXT_MUTED)
        self.note.setText(text)
        self.note.setVisible(bool(text))
        set_invalid(self.entry, bool(fault))
        self.entry.setAccessibleDescription(text)

    def remark(self) -> str:
        """Return what stands under the field while nothing is wrong."""
        return self._hint

    @property
    def is_pending(self) -> bool:
        """Whether something stands in it that is not saved yet."""
        return False

    def settle(self) -> None:
        """Save what is pending, as if the field were left."""

    def refuse(self, _fault: str) -> bool:
        """Keep what was typed though it could not be saved; return whether that is done, having said why."""
        return False

    def _was_typed(self) -> None:
        self.is_typed = True


class TypedField(Field[ValueT]):
    """A field in which one types: what is in it is saved when it is left."""

    def __init__(self, hub: ThemeHub, label: str, entry: QWidget, hint: str = "") -> None:
        super().__init__(hub, label, entry, hint)
        self._committed = self._before = self._filled = ""

    def text(self) -> str:
        """Return what was typed, as it stands there."""
        raise NotImplementedError

    @property
    def is_pending(self) -> bool:
        """Whether something stands in it that is not saved yet."""
        return self.text() != self._committed

    def settle(self) -> None:
        """Save what is pending, as if the field were left."""
        if self.is_pending and self.check():
            self._before, self._committed = self._committed, self.text()
            self.committed.emit()

    def refuse(self, fault: str) -> bool:
        """Keep what was typed though it could not be saved, and say why; leaving the field tries again."""
        self._committed = self._before
        self.say(fault)
        return True

    def _filled_in(self) -> None:
        """Keep what it was filled with: what is typed and taken back again was not typed."""
        self._committed = self._filled = self.text()
        self.is_typed = False

    def _was_typed(self) -> None:
        self.is_typed = self.text() != self._filled


class LineField(TypedField[str]):
    """A line of text."""

    def __init__(self, hub: ThemeHub, label: str, *, required: bool = False, hint: str = "") -> None:
        self.line = QLineEdit()
        super().__init__(hub, label, self.line, hint)
        self._required = required
        self.line.textEdited.connect(self._typed)
        self.line.editingFinished.connect(self.settle)

    def text(self) -> str:
        """Return what was typed, as it stands there."""
        return self.line.text()

    def value(self) -> str:
        """Return the text without blanks around it."""
        return self.line.text().strip()

    def set_value(self, value: str) -> None:
        """Show a text, from its beginning."""
        self.line.setText(value)
        self.line.setCursorPosition(0)
        self._filled_in()
        self.say("")

    def problem(self) -> str:
        """Return that something is needed where nothing was typed."""
        return translate("Fields", "Needed.") if self._required and not self.value() else ""

    def _typed(self) -> None:
        _keep_to_one_line(self.line)
        if self._is_faulty:
            self.check()
        self.edited.emit()


class ParsedField(TypedField[ValueT]):
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
        self.line.textEdited.connect(self._typed)
        self.line.editingFinished.connect(self.settle)

    def text(self) -> str:
        """Return what was typed, as it stands there."""
        return self.line.text()

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
        self.line.setCursorPosition(0)
        self._filled_in()
        self.say("")

    def settle(self) -> None:
        """Save what is pending, as if the field were left; say how it is read."""
        self.check()
        super().settle()

    def _typed(self) -> None:
        _keep_to_one_line(self.line)
        # what is half typed is not wrong yet; what was wrong is told as soon as it no longer is
        self.say(self.problem() if self._is_faulty else "")
        self.edited.emit()


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


class AreaField(TypedField[str]):
    """Text of several lines; Tab leaves it."""

    def __init__(self, hub: ThemeHub, label: str, lines: int = 2, hint: str = "") -> None:
        self.area = QPlainTextEdit()
        super().__init__(hub, label, self.area, hint)
        self.area.setTabChangesFocus(True)
        self._lines = lines
        self.area.textChanged.connect(self._changed)
        self.area.installEventFilter(self)
        self._fit()

    def value(self) -> str:
        """Return the text without blanks around it."""
        return self.area.toPlainText().strip()

    def set_value(self, value: str) -> None:
        """Show a text."""
        self.area.setPlainText(value)
        self._filled_in()

    def text(self) -> str:
        """Return what was typed, as it stands there."""
        return self.area.toPlainText()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Commit when the field is left, and keep its height in step with width and zoom."""
        if event.type() == QEvent.Type.FocusOut:
            self.settle()
        if event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()
            # the text is broken into other lines only once the field has its new size
            QTimer.singleShot(0, self, self._fit)
        return super().eventFilter(watched, event)

    def _changed(self) -> None:
        self._fit()
        self.edited.emit()

    def _fit(self) -> None:
        """Grow with the text, up to eight lines."""
        document, spacing = self.area.document(), self.area.fontMetrics().lineSpacing()
        layout, block, height = document.documentLayout(), document.begin(), 0.0
        while block.isValid():
            height += layout.blockBoundingRect(block).height()
            block = block.next()
        lines = round(height / max(spacing, 1))
        shown = max(self._lines, min(lines, 8))
        self.area.setFixedHeight(spacing * shown + 20)


def _keep_to_one_line(line: QLineEdit) -> None:
    """Put blanks where lines of a pasted text end: a name has one line."""
    text = line.text()
    flat = _LINE_ENDS.sub(" ", text)
    if flat != text:
        place = line.cursorPosition()
        line.setText(flat)
        line.setCursorPosition(place)


def _number(text: str, lowest: float, highest: float) -> float:
    try:
        number = float(text.replace(QLocale().decimalPoint(), ".").replace(",", "."))
    except ValueError:
        number = float("nan")
    if not lowest <= number <= highest:
        expected = translate("Fields", "a number from {0} to {1}")
        raise InvalidValueError(text, expected.format(plain_number(lowest), plain_number(highest)))
    return number
