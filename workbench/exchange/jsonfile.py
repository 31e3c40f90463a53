"""Reading the tables of one JSON object."""

from __future__ import annotations

import json
from collections.abc import Mapping
from math import isfinite
from pathlib import Path
from typing import Any

from workbench.domain.codes import SEPARATOR
from workbench.domain.saying import marked, translate
from workbench.exchange.cells import CHOICES, CODES, SOURCES, write_number
from workbench.exchange.columns import SPECS
from workbench.exchange.decoding import decode
from workbench.exchange.problems import Problem, a_value, column_not_read, file_error
from workbench.exchange.spec import TableSpec
from workbench.exchange.tables import Findings, RawRow, Table

_LISTS = (CODES, SOURCES, CHOICES)


_KINDS = {
    dict: marked("Found", "an object"),
    list: marked("Found", "a list"),
    str: marked("Found", "a text"),
    bool: marked("Found", "true or false"),
    type(None): marked("Found", "null"),
}
_A_NUMBER = marked("Found", "a number")


class _TwiceError(ValueError):
    """A key that stands twice in one object."""


def read_json(path: Path, findings: Findings) -> dict[str, Table]:
    """Return the tables of a JSON object: keys are tables, values lists of row objects.

    Raises
    ------
    TablesError
        If the file is no JSON, or no object.
    """
    try:
        content = json.loads(decode(path.read_bytes()).text, object_pairs_hook=_object)
    except _TwiceError as error:
        found = translate("Found", "the key “{0}” twice in one object").format(error)
        raise file_error(path.name, found, translate("Expected", "each key once")) from error
    except (ValueError, RecursionError) as error:
        found = translate("Found", "no JSON ({0})").format(error)
        raise file_error(path.name, found, translate("Expected", "one JSON object")) from error
    if not isinstance(content, dict):
        expected = translate("Expected", "one JSON object whose keys are tables")
        raise file_error(path.name, _kind(content), expected)
    tables: dict[str, Table] = {}
    for name, rows in content.items():
        if name not in SPECS:
            notice = translate("Import", "{0}: “{1}” is no table and was not read.")
            findings.notices.append(notice.format(path.name, name))
        elif not isinstance(rows, list):
            expected = translate("Expected", "a list of row objects")
            findings.problems.append(Problem(name, 0, "", _kind(rows), expected, is_described=True))
            findings.incomplete.add(name)
        else:
            tables[name] = _table(SPECS[name], rows, findings)
    return tables


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    content = dict(pairs)
    if len(content) < len(pairs):
        keys = [key for key, _ in pairs]
        raise _TwiceError(next(key for key in keys if keys.count(key) > 1))
    return content


def _table(spec: TableSpec, rows: list[Any], findings: Findings) -> Table:
    columns = _columns(spec, rows, findings)
    cells: list[RawRow] = []
    numbers: list[int] = []
    for number, row in enumerate(rows, 1):
        if isinstance(row, dict):
            cells.append(tuple(_cell(spec, column, number, row, findings) for column in columns))
            numbers.append(number)
            _check_required(spec, number, row, findings)
        else:
            expected = translate("Expected", "a row object")
            findings.problems.append(Problem(spec.name, number, "", _kind(row), expected, is_described=True))
    return Table(spec.name, columns, cells, numbers)


def _columns(spec: TableSpec, rows: list[Any], findings: Findings) -> tuple[str, ...]:
    named = dict.fromkeys(key for row in rows if isinstance(row, dict) for key in row)
    for key in named:
        if key not in spec.by_name:
            findings.notices.append(column_not_read(spec.name, key))
    return tuple(name for name in spec.by_name if name in named)


def _cell(
    spec: TableSpec, column: str, number: int, row: Mapping[str, Any], findings: Findings
) -> str | None:
    """Return the cell as it would stand in a CSV file; none where the row has no such key."""
    if column not in row:
        return None
    value = row[column]
    if isinstance(value, list) and spec.by_name[column].cell in _LISTS and all(map(_is_plain, value)):
        return SEPARATOR.join(map(_plain, value))
    if _is_plain(value):
        return _plain(value)
    found = _kind(value)
    expected = translate("Expected", "a text or a number, or a list of them in a column of codes")
    findings.problems.append(Problem(spec.name, number, column, found, expected, is_described=True))
    return None


def _is_plain(value: object) -> bool:
    return value is None or (isinstance(value, str | int | float) and not isinstance(value, bool))


def _plain(value: float | str | None) -> str:
    match value:
        case None:
            return ""
        case float() if isfinite(value):
            return write_number(value)
        case _:
            return str(value)


def _check_required(spec: TableSpec, number: int, row: Mapping[str, Any], findings: Findings) -> None:
    for column in spec.required:
        if column not in row:
            findings.problems.append(Problem(spec.name, number, column, "", a_value(column)))


def _kind(value: object) -> str:
    """Return what a JSON value is, in words."""
    word = _KINDS.get(type(value), _A_NUMBER)
    return translate("Found", word)
