"""The operation that writes what an import adds and changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.domain.case import TABLES, Record
from workbench.ports import Work

WRITING_ORDER = ("sources", *(table for table in TABLES if table != "sources"))
"""Every table after those it refers to; options rest on sources, which stand behind them in the case."""


@dataclass(frozen=True, slots=True)
class ImportTables:
    """Add and change the records of an import, in one step that can be undone.

    Parameters
    ----------
    source : str
        Name of the folder or file.
    records : mapping of str to tuple of Record
        What to write, by table.
    """

    source: str
    records: Mapping[str, tuple[Record, ...]]

    @property
    def name(self) -> str:
        """Name of the kind of operation."""
        return "import"

    @property
    def label(self) -> str:
        """What it does to what."""
        return f"Import tables from {self.source}"

    def run(self, work: Work) -> None:
        """Write every table after those it refers to."""
        for table in WRITING_ORDER:
            records = self.records.get(table, ())
            if records:
                work.put_all(records)
