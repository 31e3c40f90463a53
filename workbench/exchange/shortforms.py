"""The two shorter forms that people have: a long list of positions, and a grid of them."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path

from workbench.domain.saying import translate
from workbench.exchange.csvfile import iter_csv
from workbench.exchange.decoding import decode
from workbench.exchange.longrows import OPTIONAL, REQUIRED
from workbench.exchange.positionlist import PositionList
from workbench.exchange.problems import (
    Problem,
    RowWidth,
    TablesError,
    a_column,
    column_not_read,
    column_once,
    file_error,
)
from workbench.exchange.tables import Findings, Tables
from workbench.exchange.workbook import read_sheets
from workbench.ports import Progress

NumberedRows = Iterator[tuple[int, Sequence[str]]]
Ordered = Sequence[str] | Mapping[str, float] | None

_AT_ONCE = 10_000


def read_long(path: Path, ordered: Ordered = None, progress: Progress | None = None) -> Tables:
    """Return the tables that a long list of positions stands for.

    Parameters
    ----------
    path : Path
        A ``.csv``, ``.csv.gz`` or ``.xlsx`` with party, issue, option and date, and optionally
        stance, salience, basket, statement and source: a row for each stance.
    ordered : sequence of str, or mapping of str to float, or None
        The options of every issue in their order, or their locations.
    progress : Progress or None
        Told how many rows have been read.

    Raises
    ------
    TablesError
        If the file cannot be read, or has not these columns.
    Cancelled
        If `progress` gives it up.
    """
    findings = Findings()
    rows = _rows(path, REQUIRED + OPTIONAL, findings)
    places, width = _header(path.name, rows, findings)
    positions = PositionList(path.name, tuple(places), locations_of(ordered), findings.problems)
    done = 0
    while part := list(islice(rows, _AT_ONCE)):
        fitting = [row for row in part if len(row[1]) == width]
        if len(fitting) < len(part):
            findings.problems += _misfits(path.name, part, width)
        cells = list(zip(*(row for _, row in fitting), strict=True)) or [()] * width
        positions.extend(
            (number for number, _ in fitting), {name: cells[place] for name, place in places.items()}
        )
        done += len(part)
        if progress is not None:
            progress(done, None, translate("Import", "Reading rows"))
    return _finished(path.name, positions, findings)


def _misfits(file: str, rows: Iterable[tuple[int, Sequence[str]]], width: int) -> Iterator[Problem]:
    """Yield a problem for each row that has more or fewer fields than the header."""
    width_of_rows = RowWidth(width)
    for number, row in rows:
        if len(row) != width:
            yield width_of_rows.problem(file, number, len(row))


def read_grid(path: Path, date: str | None, ordered: Ordered = None) -> Tables:
    """Return the tables that a grid of positions stands for.

    Parameters
    ----------
    path : Path
        A ``.csv``, ``.csv.gz`` or ``.xlsx`` with parties down, issues across and an option in each cell,
        by its code or, where the case has it, by its label.
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
        found = translate("Found", "a grid without a date")
        raise file_error(path.name, found, translate("Expected", "the date since when its positions stand"))
    findings = Findings()
    rows = _rows(path, (), findings)
    _, header = next(rows, (0, ()))
    issues = [cell.strip() for cell in header]
    if len(issues) < 2:
        expected = translate("Expected", "a header with a corner and one issue a column")
        raise file_error(path.name, translate("Found", "no issues"), expected)
    positions = PositionList(path.name, REQUIRED, locations_of(ordered), findings.problems)
    for number, row in rows:
        findings.problems += _misfits(path.name, [(number, row)], len(issues))
        if len(row) == len(issues):
            _add_grid_row(positions, number, row[0], list(zip(issues[1:], row[1:], strict=True)), date)
    return replace(_finished(path.name, positions, findings), names_by_label=True)


def _add_grid_row(
    positions: PositionList, number: int, party: str, answers: Sequence[tuple[str, str]], date: str
) -> None:
    filled = [(issue, option) for issue, option in answers if option.strip()]
    count = len(filled)
    cells = {
        "party": [party] * count,
        "issue": [issue for issue, _ in filled],
        "option": [option for _, option in filled],
        "date": [date] * count,
    }
    positions.extend([number] * count, cells)


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
        expected = translate("Expected", "two options or more, each once")
        raise TablesError([Problem("--ordered", 0, "", given, expected)])
    if not all(0 <= location <= 1 for location in locations.values()):
        expected = translate("Expected", "locations from 0 to 1")
        raise TablesError([Problem("--ordered", 0, "", given, expected)])
    return locations


def _finished(name: str, positions: PositionList, findings: Findings) -> Tables:
    tables = positions.tables()
    findings.problems.sort(key=lambda problem: problem.row)
    if not tables and not findings.problems:
        raise file_error(name, translate("Found", "no row"), translate("Expected", "one position at least"))
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
        raise file_error(path.name, translate("Found", "no such file"), _a_list()) from error
    except (UnicodeDecodeError, EOFError, zlib.error, OSError) as error:
        raise file_error(path.name, translate("Found", "a file that cannot be read"), _a_list()) from error


def _a_list() -> str:
    return translate("Expected", "a .csv, .csv.gz or .xlsx file")


def _header(file: str, rows: NumberedRows, findings: Findings) -> tuple[dict[str, int], int]:
    """Return where each known column stands, and how many columns there are."""
    number, header = next(rows, (1, ()))
    names = [cell.strip().casefold() for cell in header]
    problems = [
        Problem(file, number, column, column, column_once())
        for column in chain(REQUIRED, OPTIONAL)
        if names.count(column) > 1
    ]
    problems += [
        Problem(file, number, column, "", a_column(column)) for column in REQUIRED if column not in names
    ]
    if problems:
        raise TablesError(findings.problems + problems)
    for name, cell in zip(names, header, strict=True):
        if name not in REQUIRED + OPTIONAL:
            findings.notices.append(column_not_read(file, cell.strip()))
    return {name: names.index(name) for name in REQUIRED + OPTIONAL if name in names}, len(names)
