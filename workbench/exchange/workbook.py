"""Reading the sheets of an XLSX workbook."""

from __future__ import annotations

import re
import warnings
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import datetime, time
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from workbench.exchange.cells import write_number
from workbench.exchange.csvfile import Grid
from workbench.exchange.problems import Problem, file_error
from workbench.exchange.tables import Findings

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_UNREADABLE = (
    BadZipFile,
    KeyError,
    ValueError,
    OSError,
    EOFError,
    SyntaxError,
    TypeError,
    zlib.error,
)


def read_sheets(path: Path, findings: Findings) -> dict[str, Grid]:
    """Return the rows of every sheet by its name, blank rows left out.

    Raises
    ------
    TablesError
        If the file is no XLSX workbook.
    """
    from openpyxl import load_workbook  # noqa: PLC0415  slow to load, and seldom needed

    try:
        with warnings.catch_warnings():
            # Dressing that openpyxl does not read (validation lists, missing styles) is no loss here.
            warnings.simplefilter("ignore")
            book = load_workbook(path, read_only=True, data_only=True)
            with closing(book):
                return {sheet.title: _grid(sheet, findings) for sheet in book.worksheets}
    except _UNREADABLE as error:
        raise file_error(
            path.name, "a file that is no workbook, or a damaged one", "an XLSX workbook"
        ) from error


def _grid(sheet: Any, findings: Findings) -> Grid:
    rows: list[list[str]] = []
    numbers: list[int] = []
    sheet.reset_dimensions()  # the size that a file states of itself is often wrong
    for number, cells in enumerate(sheet.iter_rows(), 1):
        row = _without_tail(_texts(sheet.title, number, cells, findings))
        if row:
            rows.append(row)
            numbers.append(number)
    return Grid(list(_squared(rows)), numbers)


def _texts(sheet: str, number: int, cells: Iterable[Any], findings: Findings) -> list[str]:
    texts = []
    for cell in cells:
        if cell.data_type == "e":
            findings.problems.append(
                Problem(sheet, number, "", str(cell.value), "a value, not the error of a formula")
            )
            texts.append("")
        else:
            texts.append(cell_text(cell.value))
    return texts


def _without_tail(row: list[str]) -> list[str]:
    """Return the row up to its last filled cell; an empty list for a blank row."""
    if not any(cell.strip() for cell in row):
        return []
    return row[: next(place for place in range(len(row), 0, -1) if row[place - 1])]


def _squared(rows: list[list[str]]) -> Iterator[list[str]]:
    """Yield rows as long as the header: a sheet knows no difference between empty and missing."""
    width = len(rows[0]) if rows else 0
    for row in rows:
        yield row + [""] * (width - len(row))


def cell_text(value: object) -> str:
    """Return the text of a cell as one would have typed it: 45 rather than 45.0, dates as ISO."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return write_number(value)
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), str(value))
