"""Writing the tables of a case to a folder of CSV files, a workbook or a JSON file."""

from __future__ import annotations

import csv
import json
import os
import shutil
import tempfile
from collections.abc import Collection, Mapping
from pathlib import Path

from workbench.domain.case import TABLES, Case
from workbench.domain.saying import translate
from workbench.exchange.rowtext import ExportedRows
from workbench.exchange.wholefile import write_whole
from workbench.exchange.workbook_writer import write_workbook
from workbench.ports import Progress, StorageError

Hidden = Mapping[str, Collection[str]]

_OTHER_KINDS = (
    ".csv",
    ".xls",
    ".xlsm",
    ".ods",
    ".txt",
    ".zip",
    ".docx",
    ".pdf",
    ".html",
    ".md",
    ".positions",
)


def export_tables(
    case: Case,
    destination: Path,
    hidden_columns: Hidden | None = None,
    progress: Progress | None = None,
) -> None:
    """Write every table of a case.

    Parameters
    ----------
    case : Case
        What is to be written, as the audience may see it.
    destination : Path
        An ``.xlsx`` or ``.json`` file, or else a folder of CSV files; what stands there under the
        same name is replaced, other files of the folder are left alone.
    hidden_columns : mapping of str to collection of str, optional
        Columns to leave out, by table.
    progress : Progress, optional
        Told now and then how many records are written.

    Raises
    ------
    StorageError
        If it cannot be written; nothing has changed then.
    Cancelled
        If `progress` gives it up; nothing has changed then.
    """
    exported = ExportedRows(case, hidden_columns or {}, progress)
    suffix = destination.suffix.casefold()
    try:
        if suffix == ".xlsx":
            write_whole(destination, lambda path: write_workbook(exported, path))
        elif suffix == ".json":
            write_whole(destination, lambda path: _write_json(exported, path))
        elif suffix in _OTHER_KINDS or destination.is_file():
            raise StorageError(
                translate(
                    "Export", "“{0}” is no place for tables: name a folder, an .xlsx or a .json."
                ).format(destination.name)
            )
        else:
            _write_folder(exported, destination)
    except OSError as error:
        reason = error.strerror or str(error)
        raise StorageError(
            translate("Export", "“{0}” could not be written: {1}. Nothing has changed.").format(
                destination.name, reason
            )
        ) from error


def _write_folder(exported: ExportedRows, destination: Path) -> None:
    with tempfile.TemporaryDirectory(prefix=".export-", dir=destination.parent) as folder:
        fresh = Path(folder) / "new"
        fresh.mkdir()
        for table in TABLES:
            _write_csv(exported, table, fresh / f"{table}.csv")
        if destination.is_dir():
            _replace_files(fresh, destination, Path(folder) / "old")
        else:
            fresh.rename(destination)


def _replace_files(fresh: Path, destination: Path, aside: Path) -> None:
    """Move the fresh files into the folder; put everything back if one of them cannot be moved."""
    aside.mkdir()
    moved: list[str] = []
    try:
        for path in sorted(fresh.iterdir()):
            if (destination / path.name).exists():
                shutil.copy2(destination / path.name, aside / path.name)
            path.replace(destination / path.name)
            moved.append(path.name)
    except OSError:
        for name in moved:
            _put_back(destination / name, aside / name)
        raise


def _put_back(place: Path, old: Path) -> None:
    if old.exists():
        old.replace(place)
    else:
        place.unlink(missing_ok=True)


def _write_csv(exported: ExportedRows, table: str, path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(column.name for column in exported.columns(table))
        writer.writerows(exported.rows(table))
        file.flush()
        os.fsync(file.fileno())


def _write_json(exported: ExportedRows, path: Path) -> None:
    content = {}
    for table in TABLES:
        names = [column.name for column in exported.columns(table)]
        content[table] = [dict(zip(names, row, strict=True)) for row in exported.rows(table)]
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
