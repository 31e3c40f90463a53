"""Pictures as files: PNG, SVG and PDF, with no more said of their making than the program's name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRect, QSize, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPaintDevice, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from workbench.domain.errors import CaseError

CREATOR = "Position Workbench"
_PIXELS_PER_INCH = 96
_POINTS_PER_PIXEL = 72.0 / _PIXELS_PER_INCH
_PDF_RESOLUTION = 1200

Sheet = Callable[[QPainter], None]
"""Draws one page, in pixels of the page."""


class PictureError(CaseError):
    """The picture cannot be drawn or written."""


def write_sheets(path: Path, size: tuple[int, int], title: str, sheets: Sequence[Sheet]) -> tuple[Path, ...]:
    """Write pages to a file, or to numbered files where the kind of file has one page only.

    Raises
    ------
    PictureError
        If the ending names no kind of picture, or the file cannot be written.
    """
    kind = path.suffix.casefold()
    if not path.parent.is_dir():
        raise PictureError(f"There is no folder “{path.parent}” for the picture “{path.name}”.")
    if kind == ".pdf":
        _write_pdf(path, size, title, sheets)
        return (path,)
    writers = {".png": _write_png, ".svg": _write_svg}
    if kind not in writers:
        raise PictureError(f"“{path.name}” is no kind of picture. End its name in .png, .svg or .pdf.")
    paths = tuple(_numbered(path, number) for number in range(1, len(sheets) + 1))
    for place, sheet in zip(paths, sheets, strict=True):
        writers[kind](place, size, title, sheet)
    return paths


def _numbered(path: Path, number: int) -> Path:
    return path if number == 1 else path.with_stem(f"{path.stem}-{number}")


def _write_png(path: Path, size: tuple[int, int], title: str, sheet: Sheet) -> None:
    image = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
    if image.isNull():
        raise PictureError(f"{title}: there is not enough memory for {size[0]}x{size[1]} pixels.")
    with _painting(image) as painter:
        sheet(painter)
    if not image.convertToFormat(QImage.Format.Format_RGB32).save(str(path)):
        raise _unwritable(path)


def _write_svg(path: Path, size: tuple[int, int], title: str, sheet: Sheet) -> None:
    generator = QSvgGenerator()
    generator.setFileName(str(path))
    generator.setSize(QSize(*size))
    generator.setViewBox(QRect(0, 0, *size))
    generator.setResolution(_PIXELS_PER_INCH)
    generator.setTitle(title)
    generator.setDescription(CREATOR)
    with _painting(generator, path) as painter:
        sheet(painter)


def _write_pdf(path: Path, size: tuple[int, int], title: str, sheets: Sequence[Sheet]) -> None:
    writer = QPdfWriter(str(path))
    writer.setCreator(CREATOR)
    writer.setTitle(title)
    writer.setResolution(_PDF_RESOLUTION)
    page = QSizeF(*size) * _POINTS_PER_PIXEL
    page_size = QPageSize(page, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    writer.setPageLayout(QPageLayout(page_size, QPageLayout.Orientation.Portrait, QMarginsF()))
    with _painting(writer, path) as painter:
        for number, sheet in enumerate(sheets):
            if number:
                writer.newPage()
            painter.save()
            painter.scale(_PDF_RESOLUTION / _PIXELS_PER_INCH, _PDF_RESOLUTION / _PIXELS_PER_INCH)
            sheet(painter)
            painter.restore()


@contextmanager
def _painting(device: QPaintDevice, path: Path | None = None) -> Iterator[QPainter]:
    """Give a painter that is ended whatever happens: Qt aborts where its device goes before it."""
    painter = QPainter()
    if not painter.begin(device):
        raise _unwritable(path or Path("picture"))
    try:
        yield painter
    finally:
        painter.end()


def _unwritable(path: Path) -> PictureError:
    return PictureError(f"The picture “{path}” cannot be written. Choose a folder that you may write to.")
