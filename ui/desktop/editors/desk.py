"""Beside the matrix: the inspector, or the editor or card of a record, one over the other."""

from __future__ import annotations

from types import ModuleType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.desktop.card import RecordCard
from ui.desktop.editors.pile import SheetPile
from ui.desktop.session import CaseSession
from ui.theme.hub import ThemeHub
from ui.words import marked, translate
from workbench.domain.case import RecordKey, table_of
from workbench.domain.issue import Option

if TYPE_CHECKING:
    from ui.desktop.editors.base import RecordEditor
    from ui.desktop.editors.sheet import EditorSheet
    from ui.desktop.editors.sources import SourcesField


STANCES, OPTION = "stances", "option"
"""Where an editor begins that is opened to give stances, or to type an option."""
Cells = tuple[tuple[str, str], ...]
"""Issue and party of each cell."""


class Desk(SheetPile):
    """The right side of the window: opens records, and enters new ones.

    Signals
    -------
    recorded
        A new record was written, with its table and key.
    """

    recorded = Signal(str, object)

    def __init__(self, session: CaseSession, hub: ThemeHub, parent: QWidget | None = None) -> None:
        super().__init__(session, hub, parent)
        self.inspector.record_wanted.connect(self.open_record)

    def open_record(self, table: str, key: RecordKey) -> None:
        """Show a record: in its editor where it may be changed, else on a card."""
        record = self.session.record(table, key)
        if record is None or self._is_open(table, key):
            return
        editor = _kinds().EDITORS.get(table) if self.session.may_edit else None
        if editor is None:
            self._lay(RecordCard(self.session, self._hub, table, key))
        else:
            self._lay(editor(self.session, self._hub, record, is_new=False))

    def open_position(self, party: str, issue: str) -> None:
        """Open what stands for a party on an issue, or a new position where nothing does."""
        standing = _kinds().standing_position(self.session, party, issue)
        if standing is not None:
            self.open_record("positions", (standing.ref,))
        else:
            self.new_position(party, issue)

    def open_case(self) -> None:
        """Show what is said of the case itself."""
        if self.session.may_edit:
            self._lay(_kinds().CaseEditor(self.session, self._hub))
        else:
            self.session.failed.emit(translate("Desk", _WHY_NOT))

    def new_position(self, party: str, issue: str, first: str = "since") -> None:
        """Enter a position, starting from what stands."""
        self._new("positions", _kinds().start_position(self.session, party, issue), first=first)

    def begin_option(self, party: str, issue: str, text: str) -> None:
        """Begin a position with an option of which the first letters were typed on its cell."""
        self.new_position(party, issue, OPTION)
        grid = getattr(self.currentWidget(), "stances", None)
        if grid is not None:
            grid.begin_option(text)

    def change_several(self, cells: Cells, first: str = "") -> None:
        """Change or record the positions of several cells (issue and party) at once."""
        self._lay_cells("SeveralEditor", cells, first)

    def withdraw(self, cells: Cells) -> None:
        """Withdraw what stands in cells (issue and party), or remove it, after saying what that means."""
        self._lay_cells("WithdrawalEditor", cells)

    def paste(self, table: list[list[str]], party: str, issue: str) -> None:
        """Show what a block from a spreadsheet would change, from a cell on."""
        if self.session.may_edit:
            self._lay(_kinds().PasteEditor(self.session, self._hub, table, (party, issue)))
        else:
            self.session.failed.emit(translate("Desk", _WHY_NOT))

    def _lay_cells(self, name: str, cells: Cells, first: str = "") -> None:
        if self.session.may_edit:
            self._lay(getattr(_kinds(), name)(self.session, self._hub, cells), first)
        else:
            self.session.failed.emit(translate("Desk", _WHY_NOT))

    def new_party(self) -> None:
        """Enter a party."""
        self._new("parties", _kinds().new_party(self.session.snapshot.parties))

    def new_issue(self, basket: str = "") -> None:
        """Enter an issue with its options."""
        self._new("issues", _kinds().new_issue(basket))

    def new_option(self, issue: str) -> None:
        """Enter an option of an issue."""
        self._new("options", Option(issue, "", ""), first="label")

    def new_source(self, title: str = "") -> RecordEditor[Any] | None:
        """Enter a source."""
        return self._new("sources", _kinds().new_source(title))

    def new_record(self, table: str) -> None:
        """Enter a record of a table."""
        self._new(table, _kinds().STARTS[table](self.session))

    def start_from(self, record: Any) -> None:
        """Enter a record that starts from another one."""
        self._new(table_of(record), record)

    def take_up(self) -> None:
        """Go on with what was left last and is not recorded yet."""
        if not self.session.may_edit:
            self.session.failed.emit(translate("Desk", _WHY_NOT))
            return
        sheet = self.left.take()
        if sheet is not None:
            self._bring_up(sheet)

    def _new(self, table: str, record: Any, first: str = "") -> RecordEditor[Any] | None:
        if not self.session.may_edit:
            self.session.failed.emit(translate("Desk", _WHY_NOT))
            return None
        editor: RecordEditor[Any] = _kinds().EDITORS[table](self.session, self._hub, record, is_new=True)
        editor.recorded.connect(self.recorded)
        self._lay(editor, first)
        return editor

    def _lay(self, sheet: EditorSheet | RecordCard, first: str = "") -> None:
        sheet.finished.connect(lambda: self._take_away(sheet))
        sheet.record_wanted.connect(self.open_record)
        if not isinstance(sheet, RecordCard):
            for field in sheet.fields.values():
                if isinstance(field, _kinds().SourcesField):
                    field.new_wanted.connect(lambda title, own=field: _source_for(self, own, title))
        self.addWidget(sheet)
        self.setCurrentWidget(sheet)
        _focus(sheet, first)


_WHY_NOT = marked(
    "Desk",
    "Records are changed while everything is shown. Choose “Shown: Principal” or “Vault” first; a case "
    "that is open read only cannot be changed at all.",
)


def open_to_remove(desk: Desk, table: str, key: RecordKey) -> None:
    """Open a record with the keyboard at the button that removes it."""
    desk.open_record(table, key)
    button = getattr(desk.currentWidget(), "remove_button", None)
    if isinstance(button, QWidget):
        button.setFocus()


def _source_for(desk: Desk, field: SourcesField, title: str) -> None:
    """Make a source, and let a field rest on it once it is there."""

    def rest_on(_table: str, key: RecordKey) -> None:
        field.set_sources(desk.session.snapshot.case.sources)
        field.add(key[0])

    editor = desk.new_source(title)
    if editor is not None:
        editor.recorded.connect(rest_on)


def _focus(sheet: EditorSheet | RecordCard, first: str) -> None:
    if isinstance(sheet, RecordCard):
        sheet.setFocus()
        return
    grid = getattr(sheet, "stances", None) if first in (STANCES, OPTION) else None
    if grid is not None and grid.rows:
        (grid.new_option if first == OPTION else grid.rows[0]).setFocus()
        return
    name = first if first in sheet.fields else next(iter(sheet.fields))
    # what a new form suggests is written over, as if one had come with Tab
    reason = Qt.FocusReason.TabFocusReason if sheet.is_new else Qt.FocusReason.OtherFocusReason
    sheet.fields[name].setFocus(reason)


def _kinds() -> ModuleType:
    """Load the editors: not before the first paint, for nobody edits before they see."""
    from ui.desktop.editors import kinds  # noqa: PLC0415

    return kinds
