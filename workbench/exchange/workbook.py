"""Reading the sheets of an XLSX workbook."""

from __future__ import annotations

import re
import warnings
import zlib
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime, time
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from workbench.domain.saying import translate
from workbench.exchange.cells import write_number
from workbench.exchange.csvfile import Grid
from workbench.exchange.problems import Problem, file_error
from workbench.exchange.tables import Findings

_FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")
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


def read_sheets(path: Path, findings: Findings, wanted: Collection[str] = ()) -> dict[str, Grid]:
    """Return the rows of every sheet by its name, blank rows left out.

    Parameters
    ----------
    path : Path
        The workbook.
    findings : Findings
        Where cells that hold no value are reported.
    wanted : collection of str
        Names, in small letters, of the sheets to read; the rows of others are not returned. The first
        sheet alone is read where none are named.

    Raises
    ------
    TablesError
        If the file is no XLSX workbook.
    """
    try:
        with _opened(path, values=True) as book, _opened(path, values=False) as formulas:
            sheets = {}
            has_formulas = _has_formulas(path)
            for place, sheet in enumerate(book.worksheets):
                is_wanted = sheet.title.strip().casefold() in wanted if wanted else not place
                twin = formulas.worksheets[place] if is_wanted and has_formulas else None
                sheets[sheet.title] = _grid(sheet, twin, findings) if is_wanted else Grid((), ())
            return sheets
    except _UNREADABLE as error:
        found = translate("Found", "a file that is no workbook, or a damaged one")
        raise file_error(path.name, found, translate("Expected", "an XLSX workbook")) from error


@contextmanager
def _opened(path: Path, *, values: bool) -> Iterator[Any]:
    """Open a workbook to read the values of its cells, or the formulas behind them."""
    from openpyxl import load_workbook  # noqa: PLC0415  slow to load, and seldom needed

    with warnings.catch_warnings():
        # Dressing that openpyxl does not read (validation lists, missing styles) is no loss here.
        warnings.simplefilter("ignore")
        with closing(load_workbook(path, read_only=True, data_only=values)) as book:
            yield book


def _has_formulas(path: Path) -> bool:
    with ZipFile(path) as archive:
        sheets = (name for name in archive.namelist() if name.startswith("xl/worksheets/"))
        return any(_FORMULA.search(archive.read(name)) for name in sheets)


def _grid(sheet: Any, formulas: Any | None, findings: Findings) -> Grid:
    rows: list[list[str]] = []
    numbers: list[int] = []
    sheet.reset_dimensions()  # the size that a file states of itself is often wrong
    for number, cells in enumerate(sheet.iter_rows(), 1):
        _check_values(sheet.title.strip().casefold(), number, cells, findings)
        row = _without_tail([cell_text(cell.value) for cell in cells])
        if row:
            rows.append(row)
            numbers.append(number)
    if formulas is not None:
        _check_formulas(sheet, formulas, findings)
    return Grid(list(_squared(rows)), numbers)


def _check_values(table: str, number: int, cells: Iterable[Any], findings: Findings) -> None:
    for cell in cells:
        if cell.data_type == "e":
            expected = translate("Expected", "a value, not the error of a formula")
            findings.problems.append(Problem(table, number, "", str(cell.value), expected))


def _check_formulas(sheet: Any, formulas: Any, findings: Findings) -> None:
    """Report formulas whose result is not in the file: they would read as empty cells."""
    expected = translate(
        "Expected", "a value: save the workbook in a spreadsheet program, so that it holds results"
    )
    table = sheet.title.strip().casefold()
    formulas.reset_dimensions()
    for number, (cells, behind) in enumerate(zip(sheet.iter_rows(), formulas.iter_rows(), strict=False), 1):
        for cell, formula in zip(cells, behind, strict=False):
            if formula.data_type == "f" and cell.value is None:
                findings.problems.append(Problem(table, number, "", str(formula.value), expected))


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
