"""Tables in and out: parse, check everything, plan, apply.

>>> tables = read_tables(path)                  # doctest: +SKIP
>>> plan = plan_import(store.read_case(), tables)   # doctest: +SKIP
>>> if not plan.is_empty:                       # doctest: +SKIP
...     store.perform(plan.operation)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from workbench.exchange.apply import ImportTables
from workbench.exchange.export import export_tables
from workbench.exchange.plan import ImportPlan, plan_import
from workbench.exchange.planned import PlannedChange, TableSummary
from workbench.exchange.problems import Problem, TablesError
from workbench.exchange.reading import read_case_tables
from workbench.exchange.rowtext import record_row
from workbench.exchange.shortforms import read_grid, read_long
from workbench.exchange.tables import Table, Tables
from workbench.ports import Progress

__all__ = [
    "FORMS",
    "ImportPlan",
    "ImportTables",
    "PlannedChange",
    "Problem",
    "Table",
    "TableSummary",
    "Tables",
    "TablesError",
    "export_tables",
    "plan_import",
    "read_tables",
    "record_row",
]

FORMS = ("tables", "long", "grid")
"""The forms in which tables are read."""


def read_tables(
    path: Path,
    *,
    form: str = "tables",
    ordered: Sequence[str] | Mapping[str, float] | None = None,
    date: str | None = None,
    progress: Progress | None = None,
) -> Tables:
    """Read tables from a file or folder.

    Parameters
    ----------
    path : Path
        A folder of CSV files, an ``.xlsx`` or a ``.json``; for the forms *long* and *grid* a single
        CSV file (``.csv``, ``.csv.gz``) or workbook.
    form : str
        ``tables``, ``long`` or ``grid``.
    ordered : sequence of str, or mapping of str to float, or None
        For *long* and *grid*: the options in order, at equal steps from 0 to 1, or their locations.
    date : str or None
        For *grid*: the date of every position.
    progress : Progress or None
        Told how many rows of a long list have been read.

    Raises
    ------
    TablesError
        If there is nothing that can be read as tables.
    Cancelled
        If `progress` gives it up.
    """
    if form == "long":
        return read_long(path, ordered, progress)
    if form == "grid":
        return read_grid(path, date, ordered)
    if form not in FORMS:
        raise ValueError(form)
    return read_case_tables(path)
