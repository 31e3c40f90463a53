"""The editor of what is said of the case itself: its title, its summary, its day."""

from __future__ import annotations

from functools import partial
from typing import Any

from ui.desktop.editors.fields import AreaField, Field, LineField, ParsedField
from ui.desktop.editors.sheet import EditorSheet
from ui.desktop.session import CaseSession
from ui.theme.hub import ThemeHub
from ui.words import translate
from workbench.domain.case import CaseEntry
from workbench.domain.dates import parse_day
from workbench.domain.errors import CaseError
from workbench.operations import PutRecord, RemoveRecord
from workbench.ports import ChangeSet, Operation

_OWN = ("title", "summary", "as_of", "language")


class DayField(ParsedField[str]):
    """A full day, or none."""

    def __init__(self, hub: ThemeHub, label: str, hint: str) -> None:
        super().__init__(hub, label, lambda text: parse_day(text).isoformat(), hint=hint)
        self.line.setPlaceholderText("2023-03-20")

    def value(self) -> str:
        """Return the day as typed."""
        return self.line.text().strip()

    def set_value(self, value: str) -> None:
        """Show a day."""
        self.show_text(value)


class CaseEditor(EditorSheet):
    """Every entry of the case, each saved as its field is left."""

    def __init__(self, session: CaseSession, hub: ThemeHub) -> None:
        super().__init__(hub, is_new=False)
        self.session = session
        self._build()
        self.lay_out()
        self.remove_button.hide()
        self._load()
        session.case_changed.connect(self._case_changed)

    def record_now(self) -> None:
        """Leave: everything is saved already."""
        self.finished.emit()

    def remove(self) -> None:
        """Do nothing: a case cannot be removed from itself."""

    def _build(self) -> None:
        hub = self.hub
        self._add("title", LineField(hub, translate("Case", "Title"), required=True))
        self._add("summary", AreaField(hub, translate("Case", "Summary"), 3))
        self._add(
            "as_of",
            DayField(
                hub, translate("Case", "Compiled as of"), translate("Case", "The day that the case opens on.")
            ),
        )
        self._add(
            "language",
            LineField(hub, translate("Case", "Language"), hint=translate("Case", "As in en, fr or ka.")),
        )
        for entry in self.session.kept.case.entries:
            if entry.key not in _OWN:
                self._add(entry.key, AreaField(hub, entry.key.replace("_", " ").capitalize(), 1))

    def _add(self, key: str, field: Field[Any]) -> None:
        self.fields[key] = field
        field.committed.connect(partial(self._commit, key))
        self.form.addWidget(field)

    def _load(self) -> None:
        case = self.session.kept.case
        for key, field in self.fields.items():
            if not field.is_pending:
                field.set_value(case.entry(key))
        self.show_headline(
            translate("Case", "This case"), translate("Case", "What is said of the case as a whole")
        )

    def _commit(self, key: str) -> None:
        field, case = self.fields[key], self.session.kept.case
        if not field.check() or field.value() == case.entry(key):
            return
        try:
            self.session.commit(self._writing(key, field.value()), self._initiator)
        except CaseError as error:
            if not field.refuse(str(error)):
                field.set_value(case.entry(key))
                self.say(str(error))

    @staticmethod
    def _writing(key: str, value: str) -> Operation:
        return PutRecord(CaseEntry(key, value)) if value else RemoveRecord("case", (key,))

    @property
    def _initiator(self) -> str:
        return f"editor-{id(self)}"

    def _case_changed(self, change: ChangeSet) -> None:
        if change.initiator != self._initiator:
            self._load()
