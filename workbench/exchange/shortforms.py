"""The two shorter forms that people have: a long list of positions, and a grid of them."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from workbench.exchange.csvfile import iter_csv
from workbench.exchange.decoding import decode
from workbench.exchange.positionlist import PositionList
from workbench.exchange.problems import Problem, TablesError, file_error
from workbench.exchange.tables import Findings, Tables
from workbench.exchange.workbook import read_sheets

NumberedRows = Iterator[tuple[int, Sequence[str]]]
Ordered = Sequence[str] | Mapping[str, float] | None

REQUIRED = ("party", "issue", "option", "date")
OPTIONAL = ("stance", "salience", "basket", "statement", "source")


def read_long(path: Path, ordered: Ordered = None) -> Tables:
    """Return the tables that a long list of positions stands for.

    Parameters
    ----------
    path : Path
        A ``.csv``, ``.csv.gz`` or ``.xlsx`` with party, issue, option and date, and optionally
        stance, salience, basket, statement and source: a row for each stance.
    ordered : sequence of str, or mapping of str to float, or None
        The options of every issue in their order, or their locations.

    Raises
    ------
    TablesError
        If the file cannot be read, or has not these columns.
    """
    findings = Findings()
    rows = _rows(path, REQUIRED + OPTIONAL, findings)
    places, width = _header(path.name, rows, findings)
    positions = PositionList(path.name, frozenset(places), locations_of(ordered), findings.problems)
    names = tuple(places)
    for number, row in rows:
        if len(row) == width:
            positions.add(number, {name: row[places[name]].strip() for name in names})
        else:
            found, expected = f"{len(row)} fields", f"{width} fields, as in the header"
            findings.problems.append(Problem(path.name, number, "", found, expected, is_described=True))
    return _finished(path.name, positions, findings)


def read_grid(path: Path, date: str | None, ordered: Ordered = None) -> Tables:
    """Return the tables that a grid of positions stands for.

    Parameters
    ----------
    path : Path
        A ``.csv``, ``.csv.gz`` or ``.xlsx`` with parties down, issues across and an option in each cell.
    date : str or None
        Since when they stand.
    ordered : sequence of str, or mapping of str to float, or None
        The options of every issue in their order, or their locations.

    Raises
    ------
    TablesError
        If the file cannot be read, or no date is given.
    """
    if not date:
        raise file_error(path.name, "a grid without a date", "the date since when its positions stand")
    findings = Findings()
    rows = _rows(path, (), findings)
    _, header = next(rows, (0, ()))
    issues = [cell.strip() for cell in header]
    if len(issues) < 2:
        raise file_error(path.name, "no issues", "a header with a corner and one issue a column")
    positions = PositionList(path.name, frozenset(REQUIRED), locations_of(ordered), findings.problems)
    for number, row in rows:
        if len(row) != len(issues):
            found, expected = f"{len(row)} fields", f"{len(issues)} fields, as in the header"
            findings.problems.append(Problem(path.name, number, "", found, expected, is_described=True))
            continue
        for issue, option in zip(issues[1:], row[1:], strict=True):
            if option.strip():
                cells = {"party": row[0].strip(), "issue": issue, "option": option.strip(), "date": date}
                positions.add(number, cells)
    return _finished(path.name, positions, findings)


def locations_of(ordered: Ordered) -> dict[str, float]:
    """Return location by option: as given, or at equal steps from 0 to 1.

    Raises
    ------
    TablesError
        If fewer than two options are named, one of them twice, or one lies outside 0 to 1.
    """
    if ordered is None:
        return {}
    if isinstance(ordered, Mapping):
        locations = {option.strip(): float(location) for option, location in ordered.items()}
    else:
        options = [option.strip() for option in ordered]
        steps = max(len(options) - 1, 1)
        locations = {option: place / steps for place, option in enumerate(options)}
    given = ", ".join(ordered)
    if len(locations) < max(2, len(ordered)) or "" in locations:
        raise TablesError([Problem("--ordered", 0, "", given, "two options or more, each once")])
    if not all(0 <= location <= 1 for location in locations.values()):
        raise TablesError([Problem("--ordered", 0, "", given, "locations from 0 to 1")])
    return locations


def _finished(name: str, positions: PositionList, findings: Findings) -> Tables:
    tables = positions.tables()
    if not tables and not findings.problems:
        raise file_error(name, "no row", "one position at least")
    incomplete = frozenset(tables) if findings.problems else frozenset()
    return Tables(name, tables, tuple(findings.problems), tuple(findings.notices), incomplete)


def _rows(path: Path, known: Iterable[str], findings: Findings) -> NumberedRows:
    """Return the rows of a file, the first sheet of a workbook."""
    if path.suffix.casefold() == ".xlsx":
        grid = next(iter(read_sheets(path, findings).values()))
        return zip(grid.numbers, grid.rows, strict=True)
    return iter_csv(_text(path), path.name, known, findings)


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
        if path.suffix.casefold() == ".gz":
            data = gzip.decompress(data)
        return decode(data).text
    except FileNotFoundError as error:
        raise file_error(path.name, "no such file", "a .csv, .csv.gz or .xlsx file") from error
    except (UnicodeDecodeError, EOFError, zlib.error, OSError) as error:
        raise file_error(path.name, "a file that cannot be read", "a .csv, .csv.gz or .xlsx file") from error


def _header(file: str, rows: NumberedRows, findings: Findings) -> tuple[dict[str, int], int]:
    """Return where each known column stands, and how many columns there are."""
    number, header = next(rows, (1, ()))
    names = [cell.strip().casefold() for cell in header]
    problems = [
        Problem(file, number, column, column, "each column once")
        for column in chain(REQUIRED, OPTIONAL)
        if names.count(column) > 1
    ]
    problems += [
        Problem(file, number, column, "", f"a column {column}") for column in REQUIRED if column not in names
    ]
    if problems:
        raise TablesError(findings.problems + problems)
    for name, cell in zip(names, header, strict=True):
        if name not in REQUIRED + OPTIONAL:
            findings.notices.append(f"{file}: column “{cell.strip()}” is not known and was not read.")
    return {name: names.index(name) for name in REQUIRED + OPTIONAL if name in names}, len(names)
