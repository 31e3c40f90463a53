"""The operation that writes what an import adds and changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from workbench.domain import labels
from workbench.domain.case import TABLES, Record
from workbench.domain.labels import Label
from workbench.domain.saying import translate
from workbench.exchange.planned import PlannedTable
from workbench.ports import Progress, Work

WRITING_ORDER = ("sources", *(table for table in TABLES if table != "sources"))
"""Every table after those it refers to; options rest on sources, which stand behind them in the case."""

_AT_ONCE = 20_000


@dataclass(frozen=True, slots=True)
class ImportTables:
    """Add and change the records of an import, in one step that can be undone.

    Parameters
    ----------
    source : str
        Name of the folder or file.
    tables : mapping of str to PlannedTable
        What to write, by table.
    progress : Progress or None
        Told how many records have been written; where it cancels nothing is.
    """

    source: str
    tables: Mapping[str, PlannedTable]
    progress: Progress | None = field(default=None, compare=False)

    @property
    def name(self) -> str:
        """Name of the kind of operation."""
        return "import"

    def labelled(self, _work: Work) -> Label:
        """Return what it does to what."""
        return Label.of(labels.IMPORT, self.source)

    @property
    def records(self) -> dict[str, tuple[Record, ...]]:
        """The records to write, by table."""
        return {name: tuple(table.records) for name, table in self.tables.items() if len(table)}

    def run(self, work: Work) -> None:
        """Write every table after those it refers to."""
        total = sum(map(len, self.tables.values()))
        done = 0
        for batch in self._batches():
            work.put_all(batch)
            done += len(batch)
            if self.progress is not None:
                self.progress(done, total, translate("Import", "Writing records"))

    def _batches(self) -> Iterator[Sequence[Record]]:
        for name in WRITING_ORDER:
            for records in self.tables[name].batches if name in self.tables else ():
                for start in range(0, len(records), _AT_ONCE):
                    yield records[start : start + _AT_ONCE]
