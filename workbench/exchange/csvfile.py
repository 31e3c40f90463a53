"""Reading one CSV text into a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from workbench.domain.saying import translate
from workbench.exchange.problems import Problem
from workbench.exchange.tables import Findings

SEPARATORS = (",", ";", "\t")
_EXCEL_HINT = "sep="
_HEAD = 100_000
"""How much of a text is looked at for its header."""

csv.field_size_limit(2**31 - 1)  # a statement may be longer than the 128 KiB that the module allows by itself


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells with the numbers that they have in the file; the first one is the header."""

    rows: Sequence[Sequence[str]]
    numbers: Sequence[int]


def detect_separator(text: str, known: Iterable[str]) -> str:
    """Return the separator under which the header holds most of the known columns."""
    columns = set(known)

    def merit(separator: str) -> tuple[int, int]:
        cells = [cell.strip().casefold() for cell in _first_record(text, separator)]
        return len(columns.intersection(cells)), len(cells)

    return max(SEPARATORS, key=merit)


def _first_record(text: str, separator: str) -> list[str]:
    try:
        records = csv.reader(io.StringIO(text[:_HEAD], newline=""), delimiter=separator)
        return next((record for record in records if any(record)), [])
    except csv.Error:
        return []


def iter_csv(
    text: str, name: str, known: Iterable[str], findings: Findings
) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of a CSV text with their numbers, blank ones left out.

    A text that ends inside quotes, or goes on after closing ones, is a problem of the table `name`,
    and only the rows before it are yielded.
    """
    hint, separator = _excel_hint(text)
    if not separator:
        separator = detect_separator(text, known)
    row = 0
    try:
        for row, record in _records(text[len(hint) :], separator, 2 if hint else 1):
            if "".join(record).strip():
                yield row, record
    except csv.Error as error:
        expected = translate("Expected", "every quote closed, and doubled within text")
        findings.problems.append(Problem(name, row + 1, "", _in_words(error), expected, is_described=True))
        findings.incomplete.add(name)


def read_csv(text: str, table: str, known: Iterable[str], findings: Findings) -> Grid:
    """Return the rows of a CSV text, blank ones left out."""
    numbered = list(iter_csv(text, table, known, findings))
    return Grid([record for _, record in numbered], [number for number, _ in numbered])


def _records(text: str, separator: str, first: int) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    return enumerate(reader, first)


def _excel_hint(text: str) -> tuple[str, str]:
    """Return the line ``sep=;`` that Excel reads and writes at the head of a file, and its sign."""
    line = text[:16].splitlines(keepends=True)[:1]
    hint = line[0].rstrip("\r\n") if line else ""
    if hint.casefold().startswith(_EXCEL_HINT) and len(hint) == len(_EXCEL_HINT) + 1:
        return line[0], hint[-1]
    return "", ""


def _in_words(error: csv.Error) -> str:
    if "unexpected end" in str(error):
        return translate("Found", "a quote that is never closed")
    return translate("Found", "text after a closing quote")
