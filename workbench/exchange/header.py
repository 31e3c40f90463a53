"""From rows of cells to a table: what the header says, and rows that do not fit it."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.domain.saying import translate
from workbench.exchange.columns import SPECS
from workbench.exchange.csvfile import Grid
from workbench.exchange.problems import Problem, RowWidth, a_column, column_not_read, column_once
from workbench.exchange.spec import TableSpec
from workbench.exchange.tables import Findings, RawRow, Table


def build_table(name: str, grid: Grid, findings: Findings) -> Table | None:
    """Return the table that the rows make up, the first of them being its header.

    What is wrong goes to `findings`; none is returned where there is no header to go by.
    """
    spec = SPECS[name]
    if not grid.rows:
        expected = translate("Expected", "a header with {0}").format(", ".join(spec.required))
        findings.problems.append(Problem(name, 1, "", "", expected))
        findings.incomplete.add(name)
        return None
    header = [cell.strip().casefold() for cell in grid.rows[0]]
    places = _places(spec, header, grid, findings)
    table = _split(name, places, len(header), grid, findings)
    _check_required(spec, table.columns, grid.numbers[0], findings)
    return table


def _places(spec: TableSpec, header: list[str], grid: Grid, findings: Findings) -> dict[str, int]:
    """Return where each known column stands; report what else there is."""
    places: dict[str, int] = {}
    for place, column in enumerate(header):
        if column in places:
            findings.problems.append(Problem(spec.name, grid.numbers[0], column, column, column_once()))
        elif column in spec.by_name:
            places[column] = place
        elif column:
            findings.notices.append(column_not_read(spec.name, grid.rows[0][place].strip()))
        else:
            _check_nameless(spec.name, place, grid, findings)
    return places


def _check_nameless(name: str, place: int, grid: Grid, findings: Findings) -> None:
    """Report the first cell that stands under no column name."""
    for number, row in zip(grid.numbers[1:], grid.rows[1:], strict=True):
        if place < len(row) and row[place].strip():
            found = row[place]
            expected = translate("Expected", "nothing, as the column has no name in the header")
            findings.problems.append(Problem(name, number, "", found, expected))
            return


def _split(name: str, places: dict[str, int], width: int, grid: Grid, findings: Findings) -> Table:
    """Return the table, with rows of another length than the header set apart and reported."""
    rows: list[RawRow] = []
    numbers: list[int] = []
    spoiled: list[RawRow] = []
    whole_row = list(places.values()) == list(range(width))
    width_of_rows = RowWidth(width)
    for number, row in zip(grid.numbers[1:], grid.rows[1:], strict=True):
        if len(row) == width:
            rows.append(row if whole_row else tuple(row[place] for place in places.values()))
            numbers.append(number)
        else:
            spoiled.append(tuple(_cell(row, place) for place in places.values()))
            findings.problems.append(width_of_rows.problem(name, number, len(row)))
    return Table(name, tuple(places), rows, numbers, spoiled)


def _cell(row: Sequence[str], place: int) -> str | None:
    return row[place] if place < len(row) else None


def _check_required(spec: TableSpec, columns: tuple[str, ...], row: int, findings: Findings) -> None:
    for column in spec.required:
        if column not in columns:
            findings.problems.append(Problem(spec.name, row, column, "", a_column(column)))
            findings.incomplete.add(spec.name)
