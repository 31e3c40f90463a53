"""Writing the tables of a case as the sheets of a workbook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.domain.case import TABLES
from workbench.domain.saying import translate
from workbench.exchange.rowtext import ExportedRows
from workbench.exchange.spec import Column
from workbench.ports import StorageError

if TYPE_CHECKING:
    from xlsxwriter import Workbook

MOST_SIGNS = 32_767
"""As many characters as a cell of a workbook can hold."""
MOST_ROWS = 1_048_576

_WIDTHS = {"statement": 60, "interest": 40, "readings": 40, "description": 60, "notes": 60, "title": 40}
_WIDTHS |= {"question": 50, "citation": 60, "reason": 60, "value": 80, "label": 40, "name": 40, "ref": 30}
_USUAL_WIDTH = 14
# Two exports of one case are the same bytes, and say nothing of when and by whom they were made.
_NO_DATE = datetime(1980, 1, 1)  # noqa: DTZ001  a workbook knows no time zones


def write_workbook(exported: ExportedRows, path: Path) -> None:
    """Write every table as a sheet; numbers as numbers, everything else as text.

    Raises
    ------
    StorageError
        If a text or a table is longer than a workbook can hold.
    """
    options = {
        # Row by row and texts in their cells: a long case needs little memory, and a text comes back
        # as it was, which through the shared table of texts it does not always.
        "constant_memory": True,
        # What it keeps on disk until then lies where the export itself is being made.
        "tmpdir": str(path.parent),
    }
    with new_workbook(path, options) as book:
        book.set_properties({"author": "", "created": _NO_DATE})
        bold = book.add_format({"bold": True})
        for table in TABLES:
            _write_sheet(book.add_worksheet(table), bold, exported, table)
        exported.tell_of_end()


@contextmanager
def new_workbook(path: Path, options: Mapping[str, object]) -> Iterator[Workbook]:
    """Give a workbook in which text stays text, and write it unless something goes wrong meanwhile.

    Raises
    ------
    OSError
        If it cannot be written.
    """
    from xlsxwriter import Workbook  # noqa: PLC0415  slow to load, and seldom needed
    from xlsxwriter.exceptions import FileCreateError  # noqa: PLC0415

    text = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
    book = Workbook(str(path), {**text, **options})
    try:
        yield book
        book.close()
    except FileCreateError as error:
        _let_go(book)
        raise error.args[0] from error
    except BaseException:
        _let_go(book)
        raise


def _let_go(book: Workbook) -> None:
    """Close the files that rows were put into on the way; nothing of them is wanted any more."""
    for sheet in book.worksheets():
        if sheet.row_data_fh is not None:
            with suppress(OSError):  # on a full disk even the closing fails, and the reason is known by then
                sheet.row_data_fh.close()


def _write_sheet(sheet: Any, bold: Any, exported: ExportedRows, table: str) -> None:
    columns = exported.columns(table)
    sheet.freeze_panes(1, 0)
    for place, column in enumerate(columns):
        sheet.set_column(place, place, _WIDTHS.get(column.name, _USUAL_WIDTH))
        sheet.write_string(0, place, column.name, bold)
    for number, row in enumerate(exported.rows(table), 1):
        if number >= MOST_ROWS:
            raise StorageError(
                translate(
                    "Export", "The table {0} is longer than a workbook can hold: export to a folder instead."
                ).format(table)
            )
        for place, (column, text) in enumerate(zip(columns, row, strict=True)):
            if text:
                _write_cell(sheet, number, place, column, text)


def _write_cell(sheet: Any, row: int, place: int, column: Column, text: str) -> None:
    # A workbook keeps 16 digits; a number that needs 17 is written as text and stays exact.
    if column.cell.is_number and float(f"{float(text):.16G}") == float(text):
        sheet.write_number(row, place, float(text))
    elif len(text) > MOST_SIGNS:
        raise StorageError(
            translate(
                "Export",
                "The {0} of row {1} in {2} is longer than a cell of a workbook can be: export to a folder or "
                "a .json file instead.",
            ).format(column.name, row + 1, sheet.get_name())
        )
    else:
        sheet.write_string(row, place, text)
