"""What all editors of records have in common: load, check, record, save as each field is left."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any, Generic, TypeVar, cast

from PySide6.QtCore import Signal

from ui.desktop.editors.codes import CODE_FIELDS, CodeField, renaming
from ui.desktop.editors.fields import Field
from ui.desktop.editors.sheet import EditorSheet
from ui.desktop.session import CaseSession
from ui.theme.hub import ThemeHub
from ui.words import translate
from workbench.domain.case import Record, RecordKey, key_of, table_of
from workbench.domain.errors import CaseError
from workbench.operations import RemoveRecord
from workbench.ports import ChangeSet, Operation

RecordT = TypeVar("RecordT")


class RecordEditor(EditorSheet, Generic[RecordT]):
    """A form over one record, beside the matrix.

    A new record is written when *Record* is pressed; one that is there already is saved as each field
    is left, one undo step each.

    Parameters
    ----------
    record : Record
        What the form starts from.
    is_new : bool
        Whether it is still to be written.

    Signals
    -------
    finished
        The editor is no longer needed.
    recorded
        A new record was written, with its table and key.
    """

    recorded = Signal(str, object)

    def __init__(self, session: CaseSession, hub: ThemeHub, record: RecordT, *, is_new: bool) -> None:
        super().__init__(hub, is_new=is_new)
        self.session = session
        self.record = record
        self._warned = False
        self.build()
        self._add_code()
        self.lay_out()
        self.load(record)
        session.case_changed.connect(self._case_changed)

    # What each editor says of itself.

    def build(self) -> None:
        """Make the fields and put them into the form."""
        raise NotImplementedError

    def headline(self) -> tuple[str, str]:
        """Return title and what stands under it."""
        raise NotImplementedError

    def writing(self, record: RecordT) -> Operation:
        """Return the operation that writes the record, new or changed."""
        raise NotImplementedError

    def completed(self, record: RecordT) -> RecordT:
        """Return a new record with what the program fills in, such as its code."""
        return record

    def problem(self) -> str:
        """Return what is wrong with the record as a whole, empty where nothing is."""
        return ""

    # What they share.

    @property
    def key(self) -> RecordKey:
        """The key of the record."""
        return key_of(cast("Record", self.record))

    @property
    def table(self) -> str:
        """The table in which the record stands."""
        return table_of(cast("Record", self.record))

    def add(self, name: str, field: Field[Any]) -> None:
        """Let a field hold what the record has under `name`."""
        self.fields[name] = field
        field.committed.connect(partial(self.commit, name))

    def _add_code(self) -> None:
        """Let the code of a record that is there already be changed, below everything else."""
        for name in CODE_FIELDS if not self.is_new else ():
            if hasattr(self.record, name):
                self.add(
                    name,
                    CodeField(
                        self.hub,
                        translate("Record", "Code") if name == "code" else translate("Record", "Reference"),
                    ),
                )
                self.form.addWidget(self.fields[name])

    def load(self, record: RecordT) -> None:
        """Show a record; what the person has typed meanwhile stays."""
        self.record = record
        for name, field in self.fields.items():
            if not (field.is_typed if self.is_new else field.is_pending):
                field.set_value(getattr(record, name))
                field.is_typed = False
        self.refresh_words()

    def refresh_words(self) -> None:
        """Show title and footer as they now read."""
        self.show_headline(*self.headline())

    def draft(self) -> RecordT:
        """Return the record as the fields now read; only where all of them can stand."""
        values = {name: field.value() for name, field in self.fields.items()}
        return cast("RecordT", replace(cast("Any", self.record), **values))

    def commit(self, name: str) -> None:
        """Save one field of a record that is there already."""
        if self.is_new or not self.fields[name].check():
            return
        changed = replace(cast("Any", self.record), **{name: self.fields[name].value()})
        if changed != self.record:
            self.save(cast("RecordT", changed), name)

    def save(self, changed: RecordT, field: str = "") -> bool:
        """Write a changed record.

        Where that cannot be it is said, beside the field where something was typed: that stays there, for
        it may have taken an hour to write. A choice shows again what stands.
        """
        before = self.record
        operation = renaming(self.writing(changed), self.key, key_of(cast("Record", changed)))
        self.record = changed
        try:
            self.session.commit(operation, self._initiator)
        except CaseError as error:
            self.record = before
            if field not in self.fields or not self.fields[field].refuse(str(error)):
                self.load(before)
                self.say(str(error))
            return False
        self.refresh_words()
        return True

    def record_now(self) -> None:
        """Write a new record, if everything in it can stand."""
        self.settle()
        faulty = [part for part in self.parts() if not part.check()]
        if faulty:
            faulty[0].setFocus()
            return
        fault = self.problem()
        self.say(fault)
        if not fault:
            self._write_new(self.completed(self.draft()))

    def _write_new(self, record: RecordT) -> None:
        try:
            done = self.session.commit(self.writing(record), self._initiator)
        except CaseError as error:
            self.say(str(error))
            return
        written = next(change for change in done.changes if change.table == self.table and change.after)
        self.is_done = True
        self.recorded.emit(written.table, written.key)
        self.finished.emit()

    def remove(self) -> None:
        """Remove the record; where others hang on it, say so first and offer to remove them too."""
        removing = RemoveRecord(self.table, self.key, with_dependants=self._warned)
        try:
            self.session.commit(removing, self._initiator)
        except CaseError as error:
            self._warned = True
            self.remove_button.setText(translate("Base", "Remove with all that hangs on it"))
            self.say(str(error))
            return
        self.finished.emit()

    @property
    def _initiator(self) -> str:
        return f"editor-{id(self)}"

    def _case_changed(self, change: ChangeSet) -> None:
        self.refresh_choices()
        if self.is_new or change.initiator == self._initiator:
            return
        stands = self.session.record(self.table, self.key)
        if stands is None:
            self.is_done = True
            self.finished.emit()
        elif stands != self.record:
            self.load(cast("RecordT", stands))

    def refresh_choices(self) -> None:
        """Offer what the case holds now, where a field picks from it."""
