"""What is seen in a lens, as a table in a file, with the day and the marking it has to bear."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ui.desktop.header import audience_name
from ui.desktop.lenses.lens import Captured, NamedTable, Seen, TableOfTexts, untold
from ui.desktop.lenses.registry import HISTORY
from ui.desktop.session import CaseSession
from ui.words import said, translate
from workbench.domain.errors import CaseError
from workbench.domain.handling import Handling
from workbench.exchange.wholefile import write_whole
from workbench.ports import Progress, StorageError
from workbench.readmodels.wording import day_in_words
from workbench.snapshot import Snapshot

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

TABLES = (".xlsx", ".csv")
_NAME_OF_SHEET = 31
"""As many letters as the name of a sheet can have."""
_MOST_SIGNS = 32_767
"""As many as a cell of a workbook can hold."""
_MOST_OF_HEADER = 254
"""As many letters as the header of a printed page can have; with more there is none, nor its marking."""
_MOST_ROWS = 1_048_576
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))


@dataclass(frozen=True, slots=True)
class Headline:
    """What a picture or a sheet says of itself: the lens, case and day, and the marking."""

    title: str
    subtitle: str
    marking: str


def headline_of(session: CaseSession, seen: Seen) -> Headline:
    """Return what a file of what is seen says of itself: case, day, basis and for whom, and the marking."""
    view, snapshot = session.view, session.snapshot
    whom = audience_name(view.audience, session)
    about = (*seen.told, snapshot.title, day_in_words(view.day), said(view.basis), whom)
    subtitle = " · ".join(part for part in about if part)
    return Headline(seen.title, subtitle, marking_of(snapshot, seen.key))


def marking_of(snapshot: Snapshot, lens: str) -> str:
    """Return the marking of what leaves a lens: of the history the narrowest, whatever the case holds now."""
    return Handling.RESTRICTED.marking if lens == HISTORY else snapshot.marking


def save_captured(captured: Captured, path: Path, headline: Headline, progress: Progress = untold) -> None:
    """Write what was seen as a table; what stood below it goes to further sheets of a workbook.

    Raises
    ------
    CaseError
        If the file cannot be written, or its name ends in something else; it is as it was before.
    Cancelled
        If `progress` gives it up; the file is as it was before.
    """
    refuse_ending(path)
    save_table(captured.table(progress), path, headline, captured.more(), progress)


def refuse_ending(path: Path) -> None:
    """Refuse a name that does not say as what kind of table a file is to be written.

    Raises
    ------
    CaseError
        If it ends in something else.
    """
    if path.suffix.casefold() not in TABLES:
        text = translate("Saving", "“{0}” is no kind of table. End its name in .xlsx or .csv.")
        raise CaseError(text.format(path.name))


def save_table(
    table: TableOfTexts,
    path: Path,
    headline: Headline,
    more: Sequence[NamedTable] = (),
    progress: Progress = untold,
) -> None:
    """Write a table of texts as CSV, or as a workbook; there further tables have sheets of their own."""
    tables = (NamedTable(headline.title, table), *more)
    try:
        if path.suffix.casefold() == ".xlsx":
            write_whole(path, lambda part: _write_workbook(tables, part, headline, progress))
        else:
            write_whole(path, lambda part: _write_csv(table, part, progress))
    except OSError as error:
        why = error.strerror or str(error)
        text = translate("Saving", "“{file}” could not be written: {why}.")
        raise StorageError(text.format(file=path.name, why=why)) from error


def _write_csv(table: TableOfTexts, path: Path, progress: Progress) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(table.headings)
        writer.writerows(_telling(table.rows, progress))


def _write_workbook(tables: Sequence[NamedTable], path: Path, headline: Headline, progress: Progress) -> None:
    from workbench.exchange.workbook_writer import new_workbook  # noqa: PLC0415 - seldom needed

    # Nothing of a case is to lie in the folder for temporary files.
    with new_workbook(path, {"in_memory": True}) as book:
        book.set_properties({"author": "", "title": headline.title})
        bold = book.add_format({"bold": True, "valign": "top"})
        plain = book.add_format({"text_wrap": True, "valign": "top"})
        for own, name in zip(tables, _sheet_names([own.name for own in tables]), strict=True):
            sheet = book.add_worksheet(name)
            _set_up(sheet, headline)
            _fill(sheet, own.table, path, (bold, plain), progress)
        progress(0, None, translate("Saving", "Putting the workbook together"))


def _telling(rows: Sequence[tuple[str, ...]], progress: Progress) -> Iterator[tuple[str, ...]]:
    """Yield rows, and tell how many of them are written."""
    for done, row in enumerate(rows):
        progress(done, len(rows), translate("Saving", "Writing lines"))
        yield row


def _sheet_names(names: Sequence[str]) -> list[str]:
    """Return names that a workbook takes: short, without signs that it forbids, none of them twice."""
    taken: list[str] = []
    for number, name in enumerate(names, 1):
        short = " ".join(name.translate(_FORBIDDEN).split())[:_NAME_OF_SHEET].strip() or str(number)
        if short.casefold() in [own.casefold() for own in taken]:
            short = f"{short[: _NAME_OF_SHEET - len(str(number)) - 1]} {number}"
        taken.append(short)
    return taken


def _set_up(sheet: Worksheet, headline: Headline) -> None:
    """Let every printed page bear headline and marking, and the headings of its columns."""
    title, subtitle = _escaped(headline.title), _escaped(headline.subtitle)
    around = len(f"&L: &R{headline.marking}") + len(title)
    if around + len(subtitle) > _MOST_OF_HEADER:
        subtitle = _escaped(f"{headline.subtitle[: (_MOST_OF_HEADER - around) // 2 - 1].rstrip()}…")
    sheet.set_header(f"&L{title}: {subtitle}&R{headline.marking}")
    sheet.set_footer(f"&C{headline.marking}&R&P / &N")
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.freeze_panes(1, 0)


def _fill(
    sheet: Worksheet, table: TableOfTexts, path: Path, formats: tuple[Format, Format], progress: Progress
) -> None:
    bold, plain = formats
    if len(table.rows) >= _MOST_ROWS:
        many = translate(
            "Saving",
            "“{0}” could not be written: there are more lines than a workbook can have. Choose CSV instead.",
        )
        raise StorageError(many.format(path.name))
    for place, heading in enumerate(table.headings):
        longest = max([len(heading), *(len(row[place]) for row in table.rows)])
        sheet.set_column(place, place, min(max(longest, 8), 48) + 2)
        sheet.write_string(0, place, heading, bold)
    for number, row in enumerate(_telling(table.rows, progress), 1):
        for place, text in enumerate(row):
            sheet.write_string(number, place, _fitting(text, path), plain)


def _fitting(text: str, path: Path) -> str:
    """Return a text as it stands, or say that a workbook cannot hold it."""
    if len(text) > _MOST_SIGNS:
        said_of_it = translate(
            "Saving",
            "“{0}” could not be written: a text is longer than a cell of a workbook can be. "
            "Choose CSV instead.",
        )
        raise StorageError(said_of_it.format(path.name))
    return text


def _escaped(text: str) -> str:
    return text.replace("&", "&&")
