"""What is seen in a lens, as a file: a table or a picture, with the day and the marking it has to bear."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QPainter

from ui.desktop.header import audience_name
from ui.desktop.lenses.lens import Lens, TableOfTexts
from ui.desktop.lenses.registry import SPEC_OF
from ui.desktop.session import CaseSession
from ui.paint.picture_files import write_sheets
from ui.paint.picture_size import PageSize
from ui.theme.roles import Role
from ui.theme.typography import TextSize, sans
from ui.words import said, translate
from workbench.domain.errors import CaseError
from workbench.ports import StorageError
from workbench.readmodels.wording import day_in_words

TABLES = (".xlsx", ".csv")
PICTURES = (".png", ".svg", ".pdf")
_MARGIN, _HEAD, _FOOT = 24, 44, 32
_NAME_OF_SHEET = 31
"""As many letters as the name of a sheet can have."""
_MOST_SIGNS = 32_767
"""As many as a cell of a workbook can hold."""
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))


@dataclass(frozen=True, slots=True)
class Headline:
    """What a picture or a sheet says of itself: the lens, case and day, and the marking."""

    title: str
    subtitle: str
    marking: str


def headline_of(session: CaseSession, lens: str) -> Headline:
    """Return what a file of a lens says of itself: case, day, basis and for whom, and the marking."""
    view, snapshot = session.view, session.snapshot
    whom = audience_name(view.audience, session)
    about = (snapshot.title, day_in_words(view.day), said(view.basis), whom)
    return Headline(SPEC_OF[lens].title, " · ".join(part for part in about if part), snapshot.marking)


def save_view(lens: Lens, path: Path, headline: Headline) -> None:
    """Write what is seen in a lens; the ending of the name says as what.

    Raises
    ------
    CaseError
        If the file cannot be written, or its name ends in something else.
    """
    kind = path.suffix.casefold()
    if kind in TABLES:
        save_table(lens.export_table(), path, headline)
    elif kind in PICTURES:
        save_lens_picture(lens, path, headline)
    else:
        text = translate(
            "Saving", "“{0}” is no kind of file for this. End its name in .xlsx, .csv, .png or .svg."
        )
        raise CaseError(text.format(path.name))


def save_table(table: TableOfTexts, path: Path, headline: Headline) -> None:
    """Write a table of texts as a workbook of one sheet, or as CSV."""
    try:
        if path.suffix.casefold() == ".xlsx":
            _write_workbook(table, path, headline)
        else:
            with path.open("w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file)
                writer.writerow(table.headings)
                writer.writerows(table.rows)
    except OSError as error:
        why = error.strerror or str(error)
        text = translate("Saving", "“{file}” could not be written: {why}.")
        raise StorageError(text.format(file=path.name, why=why)) from error


def _write_workbook(table: TableOfTexts, path: Path, headline: Headline) -> None:
    from xlsxwriter import Workbook  # noqa: PLC0415 - slow to load, and seldom needed
    from xlsxwriter.exceptions import FileCreateError  # noqa: PLC0415

    options = {
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "in_memory": True,  # nothing of a case is to lie in the folder for temporary files
    }
    try:
        with Workbook(str(path), options) as book:
            book.set_properties({"author": "", "title": headline.title})
            bold = book.add_format({"bold": True, "valign": "top"})
            plain = book.add_format({"text_wrap": True, "valign": "top"})
            sheet = book.add_worksheet(headline.title.translate(_FORBIDDEN)[:_NAME_OF_SHEET])
            sheet.set_header(
                f"&L{_escaped(headline.title)}: {_escaped(headline.subtitle)}&R{headline.marking}"
            )
            sheet.set_footer(f"&C{headline.marking}&R&P / &N")
            sheet.set_landscape()
            sheet.fit_to_pages(1, 0)
            sheet.repeat_rows(0)
            sheet.freeze_panes(1, 0)
            for place, heading in enumerate(table.headings):
                longest = max([len(heading), *(len(row[place]) for row in table.rows)])
                sheet.set_column(place, place, min(max(longest, 8), 48) + 2)
                sheet.write_string(0, place, heading, bold)
            for number, row in enumerate(table.rows, 1):
                for place, text in enumerate(row):
                    sheet.write_string(number, place, _fitting(text, path), plain)
    except FileCreateError as error:
        raise OSError(*error.args) from error


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


def save_lens_picture(lens: Lens, path: Path, headline: Headline) -> None:
    """Draw what is seen in a lens, with its headline above and the marking below."""
    size = lens.picture_size()
    width, height = size.width() + 2 * _MARGIN, size.height() + _HEAD + _FOOT + _MARGIN

    def sheet(painter: QPainter) -> None:
        painter.fillRect(0, 0, width, height, lens.hub.theme.colour(Role.WINDOW))
        _draw_frame(painter, lens, headline, QRect(_MARGIN, _MARGIN // 2, size.width(), height - _MARGIN))
        painter.translate(_MARGIN, _MARGIN // 2 + _HEAD)
        lens.paint_picture(painter)

    write_sheets(path, PageSize(width, height), headline.title, [sheet])


def _draw_frame(painter: QPainter, lens: Lens, headline: Headline, room: QRect) -> None:
    theme = lens.hub.theme
    left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
    painter.setPen(theme.colour(Role.TEXT))
    painter.setFont(sans(TextSize.TITLE, QFont.Weight.DemiBold))
    painter.drawText(room, int(left | Qt.AlignmentFlag.AlignTop), headline.title)
    painter.setFont(sans(TextSize.CELL))
    painter.setPen(theme.colour(Role.TEXT_MUTED))
    painter.drawText(room.adjusted(0, 22, 0, 0), int(left | Qt.AlignmentFlag.AlignTop), headline.subtitle)
    painter.setFont(sans(TextSize.CELL, QFont.Weight.DemiBold))
    painter.setPen(theme.colour(Role.TEXT))
    painter.drawText(room, int(right | Qt.AlignmentFlag.AlignTop), headline.marking)
    painter.drawText(room, int(right | Qt.AlignmentFlag.AlignBottom), headline.marking)
