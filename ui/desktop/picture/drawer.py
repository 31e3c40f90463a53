"""Lays out and draws pictures beside the window: large ones take long, and the last one wanted counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

from PySide6.QtCore import QThread, Signal
from PySide6.QtGui import QImage, QPainter

from ui.paint.picture import Paper, Picture, sheets_of
from ui.paint.picture_files import Sheet, write_sheets
from ui.paint.picture_size import PageSize
from ui.paint.type import new_type_scale
from ui.theme.theme import Theme
from workbench.domain.errors import CaseError
from workbench.ports import Cancelled


@dataclass(frozen=True, slots=True)
class Wanted:
    """A picture that is wanted: what, how large, in which colours."""

    picture: Picture
    size: PageSize
    theme: Theme


class PictureDrawer(QThread):
    """Does in a thread of its own what it is asked, one thing after the other.

    Everything of a picture is made and drawn in that thread, with type of its own.

    Signals
    -------
    laid
        How many pages the picture has that was wanted last.
    drawn
        Number of a page, and its image.
    refused
        Why it cannot be drawn or written.
    told
        How many of how many pages are written.
    written
        The files that were written, a tuple of paths.
    given_up
        The writing was given up.
    """

    laid = Signal(int)
    drawn = Signal(int, QImage)
    refused = Signal(str)
    told = Signal(int, int)
    written = Signal(object)
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._jobs: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._wanted: Wanted | None = None
        self._is_given_up = False
        self._sheets: Sequence[Sheet] = ()

    # What is asked, in the thread of the window.

    def want(self, wanted: Wanted) -> None:
        """Lay out a picture; whatever was wanted before is left off."""
        self._wanted, self._is_given_up = wanted, False
        self._jobs.put(lambda: self._lay_out(wanted))

    def show_page(self, number: int, width: int) -> None:
        """Draw a page, the first being 0, as an image so many pixels wide."""
        wanted = self._wanted
        if wanted is not None:
            self._jobs.put(lambda: self._draw(wanted, number, width))

    def write(self, path: Path) -> None:
        """Write the pages."""
        wanted = self._wanted
        if wanted is not None:
            self._jobs.put(lambda: self._write(wanted, path))

    def give_up(self) -> None:
        """Leave off what is being done."""
        self._is_given_up = True

    def stop(self) -> None:
        """Leave everything off and end the thread."""
        self._wanted, self._is_given_up = None, True
        self._jobs.put(None)
        self.wait()

    # What is done, in its own thread.

    def run(self) -> None:
        """Do one thing after the other until there is nothing more to do."""
        while (job := self._jobs.get()) is not None:
            try:
                job()
            except Cancelled:
                self.given_up.emit()
            except CaseError as error:
                self.refused.emit(str(error))
        self._sheets = ()

    def _lay_out(self, wanted: Wanted) -> None:
        self._sheets = ()
        if wanted is not self._wanted:
            return

        def go_on() -> None:
            if wanted is not self._wanted:
                raise Cancelled

        paper = Paper(wanted.size, wanted.theme, new_type_scale(), go_on=go_on)
        self._sheets = sheets_of(wanted.picture, paper)
        self.laid.emit(len(self._sheets))

    def _draw(self, wanted: Wanted, number: int, width: int) -> None:
        if wanted is self._wanted and number < len(self._sheets):
            self.drawn.emit(number, page_image(self._sheets[number], wanted.size, width))

    def _write(self, wanted: Wanted, path: Path) -> None:
        if wanted is not self._wanted or not self._sheets:
            return

        def progress(done: int, total: int | None, label: str) -> None:
            del label
            if self._is_given_up:
                raise Cancelled
            self.told.emit(done, total or 0)

        title = wanted.picture.frame.title
        self.written.emit(write_sheets(path, wanted.size, title, self._sheets, progress))


def page_image(sheet: Sheet, size: PageSize, width: int) -> QImage:
    """Return a page as an image so many pixels wide."""
    scale = width / size.width
    image = QImage(max(width, 1), max(round(size.height * scale), 1), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(scale, scale)
    sheet(painter)
    painter.end()
    return image
