"""The code of a record as a field: changed here, everything that names the record follows."""

from __future__ import annotations

from ui.desktop.editors.fields import ParsedField
from ui.theme.hub import ThemeHub
from ui.words import translate
from workbench.domain.case import RecordKey
from workbench.domain.codes import parse_code
from workbench.operations import PutRecord, RecordPosition
from workbench.ports import Operation

CODE_FIELDS = ("code", "ref")
"""Fields that hold the code of a record."""


class CodeField(ParsedField[str]):
    """A code that a person may change; never empty."""

    def __init__(self, hub: ThemeHub, label: str) -> None:
        super().__init__(
            hub,
            label,
            parse_code,
            required=True,
            hint=translate("Codes", "How tables and files name it. What refers to it follows."),
        )

    def value(self) -> str:
        """Return the code."""
        return self.line.text().strip()

    def set_value(self, value: str) -> None:
        """Show a code."""
        self.show_text(value)


def renaming(operation: Operation, key: RecordKey, after: RecordKey) -> Operation:
    """Return the operation so that it changes the record of `key`, which has the key `after` from then on."""
    if key == after:
        return operation
    if isinstance(operation, PutRecord) and operation.was is None:
        return PutRecord(operation.record, was=key)
    if isinstance(operation, RecordPosition):
        return RecordPosition(operation.position, was=key[0], new_options=operation.new_options)
    return operation
