"""Taking a text out for good: what it is, where it stands, and the word that confirms."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QRadioButton,
    QWidget,
)

from ui.desktop.keeping import ExpungeTarget
from ui.desktop.safety.sheet import Sheet
from ui.desktop.table_words import table_name
from ui.desktop.widgets.text import section_label
from ui.desktop.widgets.wrapped_list import WrappedList
from ui.theme.dress import settle
from ui.theme.hub import ThemeHub
from ui.words import at_start, counted, figure, marked, translate
from workbench.domain.case import RecordKey
from workbench.domain.fieldwords import field_noun, field_word
from workbench.domain.names import described
from workbench.keeping import ExpungedPlace, ExpungePlan

Call: TypeAlias = Callable[[str, RecordKey], str]
"""Says what the record of a table and key is and what it is called."""
WORD = marked("Expunging", "expunge")
"""What is typed to go on, in English."""
LEAST_LETTERS = 4
_NEVER = marked(
    "Expunging",
    "This cannot be undone. The text goes out of the tables, the history and every backup; a dated gap stays "
    "in its place. Copies elsewhere, papers and pictures are not reached.",
)


@dataclass(frozen=True, slots=True)
class Offered:
    """The record that is looked at, of which a field may go.

    Attributes
    ----------
    table, key : str, tuple of str
        The record.
    fields : tuple of str
        Its fields that hold a text, the likeliest first.
    """

    table: str
    key: RecordKey
    fields: tuple[str, ...]


class ExpungeWhatDialog(Sheet):
    """Asks what is to go, having said that it cannot be undone.

    Parameters
    ----------
    offered : Offered or None
        The record that is looked at.
    text : str
        What is marked on the screen; the text that is likely meant.
    call : callable
        Says what a record is and what it is called.
    """

    def __init__(
        self,
        hub: ThemeHub,
        offered: Offered | None,
        text: str = "",
        parent: QWidget | None = None,
        *,
        call: Call = described,
    ) -> None:
        super().__init__(hub, translate("Expunging", "Expunge"), "", parent, width=540)
        self.warn(translate("Expunging", _NEVER))
        self._offered = offered
        self.one_field, self.everywhere = (
            QRadioButton(),
            QRadioButton(translate("Expunging", "A text, wherever it stands")),
        )
        self._ways = QButtonGroup(self)
        self.fields, self.field = QComboBox(), QLineEdit(text)
        if offered is not None:
            self._offer(offered, call)
        self._ask_text()
        (self.one_field if offered is not None and not text else self.everywhere).setChecked(True)
        self.note(translate("Expunging", "You see first where it stands; nothing is done yet."))
        self._look = self.finish(translate("Expunging", "Look for it"))
        self._ways.buttonToggled.connect(lambda _way, _on: self._judge())
        self.field.textChanged.connect(lambda _text: self._judge())
        self._judge()

    @property
    def target(self) -> ExpungeTarget:
        """What is to go."""
        if self._offered is not None and self.one_field.isChecked():
            field = self._offered.fields[self.fields.currentIndex()]
            return ExpungeTarget(table=self._offered.table, key=self._offered.key, field=field)
        return ExpungeTarget(text=self.field.text().strip())

    def _offer(self, offered: Offered, call: Call) -> None:
        self.one_field.setText(
            translate("Expunging", "One field of the {0}").format(call(offered.table, offered.key))
        )
        self._ways.addButton(self.one_field)
        self.fields.addItems([at_start(field_word(name)) for name in offered.fields])
        self.fields.setAccessibleName(translate("Expunging", "Field to expunge"))
        self.body.addWidget(self.one_field)
        self.body.addWidget(self.fields)
        self.note(
            translate(
                "Expunging",
                "Every wording that it ever had goes, and so does the same text wherever else it stands.",
            )
        )

    def _ask_text(self) -> None:
        self._ways.addButton(self.everywhere)
        self.body.addWidget(self.everywhere)
        self.everywhere.setVisible(self._offered is not None)
        self.name(translate("Expunging", "The text, exactly as it stands: a name, an address, a sentence"))
        self.field.setAccessibleName(translate("Expunging", "Text to expunge"))
        self.body.addWidget(self.field)

    def _judge(self) -> None:
        in_field = self._offered is not None and self.one_field.isChecked()
        self.fields.setEnabled(in_field)
        self.field.setEnabled(not in_field)
        self._look.setEnabled(in_field or len(self.field.text().strip()) >= LEAST_LETTERS)


class ExpungeDialog(Sheet):
    """Shows where the text stands; does it when the word is typed.

    A record whose name holds what goes is called by its code.
    """

    def __init__(
        self, hub: ThemeHub, plan: ExpungePlan, parent: QWidget | None = None, *, call: Call = described
    ) -> None:
        call = partial(_without, plan.texts, call)
        title = translate("Expunging", "Expunge {0}").format(_what_goes(plan, call))
        super().__init__(hub, title, _found(plan), parent, width=580)
        self.warn(translate("Expunging", _NEVER))
        self.places = WrappedList()
        settle(self.places)
        self.places.setAccessibleName(translate("Expunging", "Where it stands"))
        self.places.addItems([_place(own, call) for own in plan.places])
        self.body.addWidget(
            section_label(
                hub, translate("Expunging", "Where it stands ({0})").format(figure(len(plan.places)))
            )
        )
        self.body.addWidget(self.places, 1)
        self.remove = QCheckBox(_unreadable(len(plan.unreadable)))
        self.remove.setVisible(bool(plan.unreadable))
        self.body.addWidget(self.remove)
        self._word = translate("Expunging", WORD)
        self.name(translate("Expunging", "Type “{0}” to go on").format(self._word))
        self.field = QLineEdit()
        self.field.setAccessibleName(translate("Expunging", "Type {0} to go on").format(self._word))
        self.body.addWidget(self.field)
        self._go = self.finish(translate("Expunging", "Expunge for good"))
        self._go.setDefault(False)
        self._plan = plan
        for changed in (self.field.textChanged, self.remove.toggled):
            changed.connect(lambda _now: self._judge())
        self._judge()
        self.be_large(580, min(560, 360 + 20 * len(plan.places)))
        self.field.setFocus()

    def _judge(self) -> None:
        is_meant = self.field.text().strip().casefold() == self._word.casefold()
        is_clear = self.remove.isChecked() or not self._plan.unreadable
        self._go.setEnabled(is_meant and is_clear and not self._plan.is_empty)


def _found(plan: ExpungePlan) -> str:
    if not plan.backups:
        return translate("Expunging", "It stands in this case, which is written anew without it.")
    return counted(
        "Expunging",
        "It stands in this case and in %n backups. All of them are written anew without it.",
        "It stands in this case and in %n backup. Both are written anew without it.",
        len(plan.backups),
    )


def _unreadable(count: int) -> str:
    return counted(
        "Expunging",
        "Remove %n files among the backups that cannot be searched",
        "Remove %n file among the backups that cannot be searched",
        count,
    )


def _without(texts: Sequence[str], call: Call, table: str, key: RecordKey) -> str:
    """Return what a record is called where that gives none of the texts away, else its code."""
    called = call(table, key)
    return described(table, key) if any(own in called for own in texts) else called


def _what_goes(plan: ExpungePlan, call: Call) -> str:
    if not plan.table:
        return plan.label
    said = translate("Expunge", "the {0} of the {1}")
    return said.format(field_noun(plan.field_name), call(plan.table, plan.key))


def _place(place: ExpungedPlace, call: Call) -> str:
    if not place.table:
        return translate("Expunging", "A line of the history")
    what = at_start(call(place.table, place.key)) if place.key else table_name(place.table)
    return f"{what}: {field_word(place.field)}" if place.field else what
