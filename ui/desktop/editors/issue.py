"""The editor of an issue with its options."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.desktop.editors.base import RecordEditor
from ui.desktop.editors.choice_fields import WordField
from ui.desktop.editors.code_names import suggest_code
from ui.desktop.editors.fields import AreaField, Field, LineField
from ui.desktop.editors.option_rows import DropLine, OptionPlace, OptionRow, place_at, scroll_with
from ui.desktop.editors.parties import PartiesField
from ui.desktop.widgets.focus import keep_enter, tab_before
from ui.theme.hub import ThemeHub
from ui.theme.typography import Space
from ui.words import translate
from workbench.domain.handling import Handling
from workbench.domain.issue import Issue, Option
from workbench.domain.vocabulary import IssueKind, Scale
from workbench.operations import AddIssue, PlaceRecords, PutRecord

_FIRST_LINES = 2


class IssueEditor(RecordEditor[Issue]):
    """A question on which the parties take positions, and the answers it could have."""

    def build(self) -> None:
        """Make the fields."""
        hub, fields = self.hub, self.fields
        self.add("title", LineField(hub, translate("Issue", "Title"), required=True))
        self.add("question", AreaField(hub, translate("Issue", "Question")))
        self.add("kind", WordField(hub, translate("Issue", "Kind"), IssueKind))
        self.add("scale", WordField(hub, translate("Issue", "Scale of its options"), Scale))
        self.add("basket", LineField(hub, translate("Issue", "Basket (agenda heading)")))
        self.add(
            "needed",
            PartiesField(
                hub, translate("Issue", "Whose agreement it takes"), translate("Issue", "all parties")
            ),
        )
        self.add("handling", WordField(hub, translate("Issue", "Handling"), Handling))
        self.add("notes", AreaField(hub, translate("Issue", "Notes")))
        self.options = OptionLines(hub) if self.is_new else OptionList(hub)
        self.options.option_wanted.connect(lambda key: self.record_wanted.emit("options", key))
        self.options.option_typed.connect(self._add_option)
        self.options.option_moved.connect(self._move_option)
        self.refresh_choices()
        self.form.addWidget(fields["title"])
        self.form.addWidget(fields["question"])
        self.form.addWidget(self.options)
        self.row(fields["kind"], fields["scale"])
        self.form.addWidget(fields["basket"])
        self.row(fields["needed"], fields["handling"])
        self.form.addWidget(fields["notes"])

    def parts(self) -> tuple[Any, ...]:
        """Return the fields and the options."""
        return (*super().parts(), self.options)

    def refresh_choices(self) -> None:
        """Offer the parties, and list the options, that the case holds now."""
        needed = self.fields["needed"]
        if isinstance(needed, PartiesField):
            needed.set_parties(self.session.snapshot.parties)
        if not self.is_new:
            options = self.session.snapshot.case.options
            self.options.show_options(tuple(own for own in options if own.issue == self.record.code))

    def headline(self) -> tuple[str, str]:
        """Return title and code."""
        if self.is_new:
            return translate("Issue", "New issue"), ""
        return self.record.title, translate("Issue", "Issue {0}").format(self.record.code)

    def completed(self, record: Issue) -> Issue:
        """Return the issue with a code made from its title."""
        return replace(
            record, code=suggest_code(record.title, {own.code for own in self.session.snapshot.issues})
        )

    def writing(self, record: Issue) -> AddIssue | PutRecord:
        """Return the operation that writes it."""
        if not self.is_new:
            return PutRecord(record)
        return AddIssue(record, options_named(record, self.options.labels()))

    def move_option(self, step: int) -> bool:
        """Move the option that has the keyboard; return whether one has it."""
        return isinstance(self.options, OptionList) and self.options.move_focused(step)

    def _move_option(self, code: str, beside: str, after: bool) -> None:
        issue = self.record.code
        self.session.perform(
            PlaceRecords("options", ((issue, code),), (issue, beside), after), self._initiator
        )
        if isinstance(self.options, OptionList):
            self.options.focus_option(code)

    def _add_option(self, label: str) -> None:
        taken = {
            option.code for option in self.session.snapshot.case.options if option.issue == self.record.code
        }
        code = suggest_code(label, taken)
        self.session.perform(PutRecord(Option(self.record.code, code, label)), self._initiator)
        self.refresh_choices()


def options_named(issue: Issue, labels: list[str]) -> tuple[Option, ...]:
    """Return options with these labels; on an ordered scale they lie at equal steps from 0 to 1."""
    options: list[Option] = []
    for number, label in enumerate(labels):
        code = suggest_code(label, {option.code for option in options}) or f"option-{number + 1}"
        ordered = issue.scale is Scale.ORDERED and len(labels) > 1
        options.append(Option(issue.code, code, label, number / (len(labels) - 1) if ordered else None))
    return tuple(options)


def new_issue(basket: str = "") -> Issue:
    """Return an issue to start from."""
    return Issue("", "", basket=basket)


class OptionEntry(Field[list[str]]):
    """The options of an issue, as lines to type in or as a list."""

    option_wanted = Signal(object)
    """Key of an option that the person wants to see."""
    option_typed = Signal(str)
    """Label of an option that is to be made."""
    option_moved = Signal(str, str, bool)
    """Code of an option, that of the one beside which it is to stand, and whether after it."""

    def __init__(self, hub: ThemeHub) -> None:
        entry = QWidget()
        self._hub = hub
        self._lines = QVBoxLayout(entry)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(Space.TIGHT)
        super().__init__(hub, translate("Issue", "Options"), entry)

    def labels(self) -> list[str]:
        """Return the labels typed."""
        return []

    def show_options(self, options: tuple[Option, ...]) -> None:
        """List options that stand."""


class OptionLines(OptionEntry):
    """One line for each option of a new issue; the last one is always empty."""

    def __init__(self, hub: ThemeHub) -> None:
        super().__init__(hub)
        self._entries: list[QLineEdit] = []
        for _ in range(_FIRST_LINES):
            self._add_line()

    def labels(self) -> list[str]:
        """Return the labels typed."""
        return [text for line in self._entries if (text := line.text().strip())]

    def lines(self) -> tuple[QLineEdit, ...]:
        """Return the lines to type in."""
        return tuple(self._entries)

    def problem(self) -> str:
        """Return that two options are needed, where there are fewer."""
        if len(self.labels()) >= _FIRST_LINES:
            return ""
        return translate("Issue", "An issue needs two options at least: two ways to answer it.")

    def _add_line(self) -> None:
        line = QLineEdit()
        number = len(self._entries) + 1
        line.setPlaceholderText(translate("Issue", "Option {0}").format(number))
        line.setAccessibleName(translate("Issue", "Option {0}").format(number))
        line.textEdited.connect(lambda _text: self._typed(line))
        self._lines.addWidget(line)
        line.show()  # at once: Enter may lead to it with the next key
        if self._entries:
            QWidget.setTabOrder(self._entries[-1], line)
        else:
            self.setFocusProxy(line)
        self._entries.append(line)

    def _typed(self, line: QLineEdit) -> None:
        """Keep an empty line at the end; a list that was pasted gives each of its lines one."""
        first, *more = line.text().splitlines() or [""]
        if more:
            self._spread(self._entries.index(line), [first, *more])
        if self._entries[-1].text().strip():
            self._add_line()
        if self.note.isVisible():
            self.check()
        self.edited.emit()

    def _spread(self, place: int, labels: list[str]) -> None:
        below = [own.text() for own in self._entries[place + 1 :] if own.text().strip()]
        texts = [*filter(None, (own.strip() for own in labels)), *below]
        while len(self._entries) <= place + len(texts):
            self._add_line()
        for line, text in zip(self._entries[place:], texts, strict=False):
            line.setText(text)
        self._entries[place + len(texts)].setFocus()


class OptionList(OptionEntry):
    """The options of an issue that stands, each leading to its editor, and a line for one more."""

    def __init__(self, hub: ThemeHub) -> None:
        super().__init__(hub)
        self._buttons: list[OptionRow] = []
        self._drop: OptionPlace | None = None
        self._mark = DropLine(hub, self.entry)
        self._more = QLineEdit()
        self._more.setPlaceholderText(translate("Issue", "Another option: type it and press Enter"))
        self._more.setAccessibleName(translate("Issue", "Another option"))
        keep_enter(self._more)
        self._more.returnPressed.connect(self._typed)
        self._more.textEdited.connect(self.edited)
        self._lines.addWidget(self._more)

    @property
    def is_pending(self) -> bool:
        """Whether an option was typed that is not made yet."""
        return bool(self._more.text().strip())

    def settle(self) -> None:
        """Make the option that was typed, as Enter does."""
        self._typed()

    def show_options(self, options: tuple[Option, ...]) -> None:
        """List options that stand."""
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(option) for option in options]
        for place, button in enumerate(self._buttons):
            self._lines.insertWidget(place, button)
            button.show()
        tab_before(self._more, self._buttons)

    @property
    def rows(self) -> tuple[OptionRow, ...]:
        """The lines, one for each option."""
        return tuple(self._buttons)

    def move_focused(self, step: int) -> bool:
        """Move the option that has the keyboard up (-1) or down (1); return whether one has it."""
        own = next((place for place, row in enumerate(self._buttons) if row.hasFocus()), None)
        if own is None:
            return False
        if 0 <= own + step < len(self._buttons):
            code, beside = self._buttons[own].option.code, self._buttons[own + step].option.code
            self.option_moved.emit(code, beside, step > 0)
        return True

    def focus_option(self, code: str) -> None:
        """Give the keyboard to an option."""
        for row in self._buttons:
            if row.option.code == code:
                row.setFocus()

    def _button(self, option: Option) -> OptionRow:
        row = OptionRow(self._hub, option)
        row.clicked.connect(lambda _on: self.option_wanted.emit((option.issue, option.code)))
        row.dragged.connect(self._dragged)
        row.dropped.connect(lambda: self._dropped(option.code))
        row.let_go.connect(self._let_go)
        return row

    def _dragged(self, point: QPoint) -> None:
        scroll_with(self, point)
        self._drop = place_at(self._buttons, point)
        if self._drop is not None:
            row = next(own for own in self._buttons if own.option.code == self._drop.beside)
            edge = row.geometry().bottom() + 2 if self._drop.after else row.geometry().top() - 2
            self._mark.show_at(edge, self.entry.width())

    def _dropped(self, code: str) -> None:
        drop = self._drop
        self._let_go()
        if drop is not None and drop.beside != code:
            self.option_moved.emit(code, drop.beside, drop.after)

    def _let_go(self) -> None:
        self._drop = None
        self._mark.hide()

    def _typed(self) -> None:
        label = self._more.text().strip()
        if label:
            self._more.clear()
            self.option_typed.emit(label)
