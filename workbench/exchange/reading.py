"""Reading tables from a folder, a workbook or a JSON file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from workbench.domain.saying import translate
from workbench.exchange.columns import SPECS
from workbench.exchange.csvfile import read_csv
from workbench.exchange.decoding import decode, needs_guess
from workbench.exchange.header import build_table
from workbench.exchange.jsonfile import read_json
from workbench.exchange.problems import Problem, file_error
from workbench.exchange.tables import Findings, Table, Tables
from workbench.exchange.workbook import read_sheets


def read_case_tables(path: Path) -> Tables:
    """Return the tables of a folder of CSV files, an XLSX workbook or a JSON file.

    Raises
    ------
    TablesError
        If nothing can be read as tables. What is wrong inside readable tables is kept in the
        answer, to be reported together with everything else.
    """
    findings = Findings()
    try:
        tables = _read(path, findings)
    except FileNotFoundError as error:
        raise file_error(path.name, translate("Found", "no such file or folder"), _a_source()) from error
    except OSError as error:
        found = translate("Found", "a file that cannot be read ({0})").format(error.strerror)
        raise file_error(path.name, found, translate("Expected", "readable tables")) from error
    if not tables and not findings.problems:
        raise file_error(path.name, translate("Found", "no table"), _any_table())
    return Tables(
        path.name, tables, tuple(findings.problems), tuple(findings.notices), frozenset(findings.incomplete)
    )


def _a_source() -> str:
    return translate("Expected", "a folder, an .xlsx or a .json file")


def _any_table() -> str:
    names = ", ".join(f"{name}.csv" for name in SPECS)
    return translate("Expected", "one table at least: {0}").format(names)


def _read(path: Path, findings: Findings) -> dict[str, Table]:
    suffix = path.suffix.casefold()
    if path.is_dir():
        return _read_folder(path, findings)
    if not path.exists():
        raise FileNotFoundError(path)
    if suffix == ".json":
        return read_json(path, findings)
    if suffix in (".xlsx", ".xlsm"):
        return _read_workbook(path, findings)
    if suffix == ".csv" and path.stem.casefold() in SPECS:
        return dict(_read_files({path.stem.casefold(): path}, findings))
    if suffix in (".csv", ".gz"):
        found = translate("Found", "a single CSV file that bears no table’s name")
        expected = translate(
            "Expected", "a folder of tables, or --form long or --form grid for a single file"
        )
        raise file_error(path.name, found, expected)
    raise file_error(path.name, translate("Found", "a file of another kind"), _a_source())


def _read_folder(folder: Path, findings: Findings) -> dict[str, Table]:
    files: dict[str, Path] = {}
    for path in sorted(folder.iterdir()):
        name = path.stem.casefold()
        if path.name.startswith("."):
            continue
        if path.suffix.casefold() != ".csv" or name not in SPECS or path.is_dir():
            notice = translate("Import", "{0} is no table and was not read.")
            findings.notices.append(notice.format(path.name))
        elif name in files:
            findings.problems.append(Problem(name, 0, "", path.name, _once()))
        else:
            files[name] = path
    if not files and not findings.problems:
        found = translate("Found", "no table") if findings.notices else translate("Found", "an empty folder")
        raise file_error(folder.name, found, _any_table())
    return dict(_read_files(files, findings))


def _once() -> str:
    return translate("Expected", "each table once")


def _read_files(files: dict[str, Path], findings: Findings) -> Iterator[tuple[str, Table]]:
    contents = {name: path.read_bytes() for name, path in files.items()}
    kin = b"\n".join(data for data in contents.values() if needs_guess(data))
    for name in (name for name in SPECS if name in contents):
        table = _read_file(name, files[name].name, contents[name], kin, findings)
        if table is not None:
            yield name, table


def _read_file(name: str, file: str, data: bytes, kin: bytes, findings: Findings) -> Table | None:
    try:
        decoded = decode(data, kin)
    except UnicodeDecodeError:
        found, expected = (
            translate("Found", "broken UTF-16"),
            translate("Expected", "UTF-8, UTF-16 or Windows text"),
        )
        findings.problems.append(Problem(name, 0, "", found, expected, is_described=True))
        findings.incomplete.add(name)
        return None
    if decoded.is_guess:
        windows = decoded.encoding.replace("cp", "Windows-")
        notice = translate("Import", "{0} is not in UTF-8; it was read as {1}.")
        findings.notices.append(notice.format(file, windows))
    return build_table(name, read_csv(decoded.text, name, SPECS[name].by_name, findings), findings)


def _read_workbook(path: Path, findings: Findings) -> dict[str, Table]:
    tables: dict[str, Table] = {}
    for title, grid in read_sheets(path, findings, SPECS).items():
        name = title.strip().casefold()
        if name not in SPECS:
            notice = translate("Import", "{0}: sheet “{1}” is no table and was not read.")
            findings.notices.append(notice.format(path.name, title))
        elif name in tables:
            findings.problems.append(Problem(name, 0, "", title, _once()))
        elif not grid.rows:
            notice = translate("Import", "{0}: sheet “{1}” is empty.")
            findings.notices.append(notice.format(path.name, title))
        else:
            table = build_table(name, grid, findings)
            if table is not None:
                tables[name] = table
    return tables
