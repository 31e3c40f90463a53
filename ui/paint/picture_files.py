"""Pictures as files: PNG, SVG and PDF, with no more said of their making than the program's name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPaintDevice, QPainter, QPdfWriter

from ui.paint.picture_size import PageSize, PictureError
from ui.paint.svg import SpokenSvg
from ui.theme.typography import TextSize, sans
from ui.words import translate
from workbench.ports import Progress

CREATOR = "Position Workbench"
KINDS = (".png", ".svg", ".pdf")
"""Endings of the files that a picture can become."""
_PIXELS_PER_INCH = 96
_POINTS_PER_PIXEL = 72.0 / _PIXELS_PER_INCH
_PDF_RESOLUTION = 1200

Sheet = Callable[[QPainter], None]
"""Draws one page, in pixels of the page."""


def write_sheets(
    path: Path, size: PageSize, title: str, sheets: Sequence[Sheet], progress: Progress | None = None
) -> tuple[Path, ...]:
    """Write pages to a file, or to numbered files where the kind of file has one page only.

    Raises
    ------
    PictureError
        If the ending names no kind of picture, or the file cannot be written.
    """
    refuse_place(path)
    places = numbered(path, len(sheets))
    parts = [place.with_name(f".{place.stem}.part{place.suffix}") for place in places]
    pages = _telling(sheets, path.name, progress)
    try:
        _write(parts, size, title, pages, path.suffix.casefold())
        for part, place in zip(parts, places, strict=True):
            part.replace(place)
    except OSError as error:
        raise _unwritable(path) from error
    finally:
        for part in parts:
            part.unlink(missing_ok=True)
    return places


def _write(parts: Sequence[Path], size: PageSize, title: str, pages: Iterator[Sheet], kind: str) -> None:
    """Write beside the files that are meant: what was there before stays until all pages are drawn.

    Raises
    ------
    OSError
        If a file cannot be written.
    """
    if kind == ".pdf":
        _write_pdf(parts[0], size, title, pages)
        return
    write = _write_png if kind == ".png" else _write_svg
    for part, sheet in zip(parts, pages, strict=True):
        write(part, size, title, sheet)


def refuse_place(path: Path) -> None:
    """Refuse a file that cannot become a picture.

    Raises
    ------
    PictureError
        If its ending names no kind of picture, or there is no such folder.
    """
    if not path.parent.is_dir():
        there_is_none = translate("Picture", "There is no folder “{0}” for the picture “{1}”.")
        raise PictureError(there_is_none.format(path.parent, path.name))
    if path.suffix.casefold() not in KINDS:
        no_kind = translate("Picture", "“{0}” is no kind of picture. End its name in .png, .svg or .pdf.")
        raise PictureError(no_kind.format(path.name))


def numbered(path: Path, count: int) -> tuple[Path, ...]:
    """Return the files that so many pages become: one of PDF, else numbered ones from the second on."""
    if path.suffix.casefold() == ".pdf":
        return (path,)
    return (path, *(path.with_stem(f"{path.stem}-{number}") for number in range(2, count + 1)))


def _telling(sheets: Sequence[Sheet], name: str, progress: Progress | None) -> Iterator[Sheet]:
    for number, sheet in enumerate(sheets):
        if progress is not None:
            progress(number, len(sheets), name)
        yield sheet


def _write_png(path: Path, size: PageSize, title: str, sheet: Sheet) -> None:
    if not drawn_image(size, title, sheet).save(str(path)):
        raise OSError(str(path))


def drawn_image(size: PageSize, title: str, sheet: Sheet) -> QImage:
    """Return a page as an image.

    Raises
    ------
    PictureError
        If there is not enough memory for it.
    """
    image = QImage(*size.dots, QImage.Format.Format_ARGB32_Premultiplied)
    if image.isNull():
        too_large = translate("Picture", "{0}: there is not enough memory for {1}×{2} pixels.")
        raise PictureError(too_large.format(title, *size.dots))
    with _painting(image) as painter:
        painter.scale(size.dots[0] / size.width, size.dots[1] / size.height)
        sheet(painter)
    return image.convertToFormat(QImage.Format.Format_RGB32)


def _write_svg(path: Path, size: PageSize, title: str, sheet: Sheet) -> None:
    drawing = SpokenSvg()
    drawing.setSize(size.size.toSize())
    drawing.setViewBox(QRectF(0.0, 0.0, size.width, size.height))
    drawing.setResolution(_PIXELS_PER_INCH)
    drawing.setTitle(title)
    drawing.setDescription(CREATOR)
    with _painting(drawing) as painter:
        sheet(painter)
    path.write_text(drawing.content(), encoding="utf-8", newline="\n")


def _write_pdf(path: Path, size: PageSize, title: str, sheets: Iterator[Sheet]) -> None:
    writer = QPdfWriter(str(path))
    writer.setCreator(CREATOR)
    writer.setTitle(title)
    writer.setResolution(_PDF_RESOLUTION)
    page = QSizeF(size.width, size.height) * _POINTS_PER_PIXEL
    page_size = QPageSize(page, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    writer.setPageLayout(QPageLayout(page_size, QPageLayout.Orientation.Portrait, QMarginsF()))
    with _painting(writer) as painter:
        for number, sheet in enumerate(sheets):
            if number:
                writer.newPage()
            painter.save()
            painter.scale(_PDF_RESOLUTION / _PIXELS_PER_INCH, _PDF_RESOLUTION / _PIXELS_PER_INCH)
            sheet(painter)
            painter.restore()


@contextmanager
def _painting(device: QPaintDevice) -> Iterator[QPainter]:
    """Give a painter that is ended whatever happens: Qt aborts where its device goes before it."""
    painter = QPainter()
    if not painter.begin(device):
        raise OSError
    try:
        painter.setFont(sans(TextSize.CELL))  # a drawing names the font at hand, which may be the system's
        yield painter
    finally:
        painter.end()


def _unwritable(path: Path) -> PictureError:
    said = translate("Picture", "The picture “{0}” cannot be written. Choose a folder that you may write to.")
    return PictureError(said.format(path))
