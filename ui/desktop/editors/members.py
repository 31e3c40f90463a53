"""The members of a group: which party, from and until when."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.desktop.editors.fields import Field
from ui.desktop.widgets.elided import ElidedText
from ui.desktop.widgets.focus import tab_before
from ui.desktop.widgets.letters import find_by_letters
from ui.theme.dress import set_invalid, set_kind
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize
from ui.words import translate
from workbench.domain.dates import PartialDate, parse_date
from workbench.domain.errors import InvalidValueError
from workbench.domain.party import Membership, Party


class MembersField(Field[tuple[Membership, ...]]):
    """Parties with the dates of their membership; a party is added by choosing it."""

    def __init__(self, hub: ThemeHub) -> None:
        self.chooser = QComboBox()
        find_by_letters(self.chooser)
        super().__init__(hub, translate("Members", "Members"), self.chooser)
        self.setFocusProxy(None)  # type: ignore[arg-type]  # Tab would leap over the rows before it
        self._hub = hub
        self._parties: dict[str, str] = {}
        self._rows: list[MemberRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(Space.TIGHT)
        self._body.insertLayout(1, self._list)
        self.chooser.activated.connect(self._chosen)

    @property
    def rows(self) -> tuple[MemberRow, ...]:
        """The lines, one for each member."""
        return tuple(self._rows)

    def set_parties(self, parties: Iterable[Party]) -> None:
        """Offer other parties."""
        self._parties = {party.code: party.label for party in parties}
        self._offer()

    def value(self) -> tuple[Membership, ...]:
        """Return the members, in order; only where `problem` is empty."""
        return tuple(row.membership() for row in self._rows)

    def set_value(self, value: tuple[Membership, ...]) -> None:
        """Show members."""
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = []
        for membership in value:
            self._add(membership)
        self.say("")
        self._offer()

    def problem(self) -> str:
        """Return which date cannot be read."""
        faults = [fault for row in self._rows if (fault := row.problem())]
        return faults[0] if faults else ""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Give the keyboard on to where one types."""
        super().focusInEvent(event)
        self.chooser.setFocus(event.reason())

    def showEvent(self, event: QShowEvent) -> None:
        """Put the members into the order of Tab: moving into a window may have changed it."""
        super().showEvent(event)
        tab_before(self.chooser, [part for row in self._rows for part in row.chain])

    def _offer(self) -> None:
        """List the parties that are no members yet, below an invitation."""
        chosen = {row.party for row in self._rows}
        self.chooser.clear()
        self.chooser.addItem(translate("Members", "Add a party…"), "")
        for code, label in self._parties.items():
            if code not in chosen:
                self.chooser.addItem(label, code)

    def _chosen(self, _place: int) -> None:
        code = str(self.chooser.currentData() or "")
        if code:
            self._add(Membership(code))
            self._offer()
            self._tell()

    def _add(self, membership: Membership) -> None:
        row = MemberRow(self._hub, membership, self._parties.get(membership.party, membership.party))
        row.left.connect(self._left)
        row.removed.connect(partial(self._remove, row))
        self._rows.append(row)
        self._list.addWidget(row)
        tab_before(self.chooser, row.chain)

    def _remove(self, row: MemberRow) -> None:
        self._rows.remove(row)
        row.hide()
        row.deleteLater()
        self.chooser.setFocus()
        self._offer()
        self._tell()

    def _left(self) -> None:
        if self.check():
            self._tell()

    def _tell(self) -> None:
        self.edited.emit()
        self.committed.emit()


class MemberRow(QWidget):
    """One member: its name, from when, until when."""

    left = Signal()
    removed = Signal()

    def __init__(self, hub: ThemeHub, membership: Membership, label: str) -> None:
        super().__init__()
        self.party = membership.party
        name = ElidedText(hub, TextSize.CELL, Role.TEXT)
        name.set_text(label)
        name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.since = self._line(
            translate("Members", "from"),
            translate("Members", "{0}: member from").format(label),
            membership.since,
        )
        self.until = self._line(
            translate("Members", "until"),
            translate("Members", "{0}: member until").format(label),
            membership.until,
        )
        remove = QToolButton()
        remove.setText(translate("Members", "Remove"))
        remove.setToolTip(translate("Members", "{0} is no member").format(label))
        remove.setAccessibleName(translate("Members", "Remove {0}").format(label))
        set_kind(remove, "quiet")
        remove.clicked.connect(lambda _on: self.removed.emit())
        self.chain = (self.since, self.until, remove)
        body = QHBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(Space.TIGHT)
        for part, share in ((name, 2), (self.since, 3), (self.until, 3), (remove, 0)):
            body.addWidget(part, share)

    def membership(self) -> Membership:
        """Return what is shown."""
        return Membership(self.party, _date(self.since), _date(self.until))

    def problem(self) -> str:
        """Return which date cannot be read."""
        for line in (self.since, self.until):
            try:
                _date(line)
            except InvalidValueError as error:
                set_invalid(line, True)
                text = translate("Members", "“{found}”: expected {expected}.")
                return text.format(found=line.text().strip(), expected=error.expected)
            set_invalid(line, False)
        return ""

    def _line(self, hint: str, name: str, date: PartialDate | None) -> QLineEdit:
        line = QLineEdit(date.text if date else "")
        line.setPlaceholderText(hint)
        line.setAccessibleName(name)
        line.editingFinished.connect(self.left)
        return line


def _date(line: QLineEdit) -> PartialDate | None:
    text = line.text().strip()
    return parse_date(text) if text else None
