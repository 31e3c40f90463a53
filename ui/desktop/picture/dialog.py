"""A picture of what is seen, before it is written: how large, in which colours, with its pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QSettings, QSize
from PySide6.QtGui import QImage, QShowEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from ui.desktop.pages_dialog import PagesDialog
from ui.desktop.picture.choices import Offer, PictureChoices
from ui.desktop.picture.drawer import PictureDrawer, Wanted
from ui.desktop.picture.preview import PicturePreview
from ui.desktop.widgets.text import Text
from ui.paint.picture import Picture
from ui.paint.picture_files import numbered
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.words import counted
from workbench.domain.errors import CaseError

AskPlace = Callable[[str, str], Path | None]
"""Asks where a file goes: suggested name and ending to the place, none to leave it be."""
Confirm = Callable[[str], bool]
"""Asks whether to go on."""

_SIZE = QSize(1080, 700)
_SIDE = 320


class PictureDialog(PagesDialog):
    """Shows the pages of the picture that is wanted, and writes it.

    Parameters
    ----------
    makers : mapping of Offer to callable
        Of what pictures can be made, what is seen first.
    about : str
        For whom they are and how they are marked, in a sentence.
    """

    def __init__(
        self,
        makers: Mapping[Offer, Callable[[], Picture]],
        about: str,
        look: tuple[ThemeHub, QSettings],
        ask: tuple[AskPlace, Confirm],
        parent: QWidget | None = None,
    ) -> None:
        hub, settings = look
        super().__init__(hub, self.tr("Picture of what I see"), parent)
        self._ask_place, self._confirm = ask
        self._makers = {offer.key: make for offer, make in makers.items()}
        self._pictures: dict[str, Picture] = {}
        self.written: tuple[Path, ...] = ()
        self.choices = PictureChoices(tuple(makers), self._hub, settings)
        self.about = Text(self._hub, about, role=Role.TEXT_SECONDARY)
        self.pages = Text(self._hub, role=Role.TEXT_SECONDARY)
        self.trouble = Text(self._hub, role=Role.ERROR_TEXT)
        self.preview = PicturePreview(self._hub)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Writing the picture"))
        self.bar.hide()
        self._drawer = PictureDrawer()
        self._is_writing = False
        self._connect()
        self._enable()
        side = (self.about, self.choices, self.pages)
        self.lay_out(side, (self.trouble, self.bar), self.preview, (_SIZE, _SIDE))

    @property
    def count(self) -> int:
        """How many pages there are, 0 as long as that is not known."""
        return self.preview.count

    def compose(self) -> None:
        """Lay out the picture that is wanted now."""
        self._rest.stop()
        self.trouble.setText("")
        key = self.choices.key
        try:
            if key not in self._pictures:
                self._pictures[key] = self._makers[key]()
            wanted = Wanted(self._pictures[key], self.choices.page, self.choices.colours)
        except CaseError as error:
            self._refuse(str(error))
            return
        self.preview.wait()
        self._enable()
        self._drawer.want(wanted)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin as soon as there is something to look at."""
        super().showEvent(event)
        if not self._drawer.isRunning():
            self._drawer.start()
            self._rest.start(0)

    def done(self, result: int) -> None:
        """Let go of the pages, and remember what was chosen."""
        self.choices.keep()
        self._drawer.stop()
        super().done(result)

    def accept(self) -> None:
        """Ask where the picture goes and write it there, if these are the pages that were looked at."""
        if self._rest.isActive():
            self.compose()
        if not self.go_on.isEnabled():
            return
        path = self._ask_place(f"{self.choices.key}{self.choices.ending}", self.choices.ending)
        if path is None:
            return
        there = [own.name for own in numbered(path, self.count)[1:] if own.exists()]
        if there and not self._confirm(self._overwriting(there)):
            return
        self._begin(path)

    def reject(self) -> None:
        """Give up the writing, else close."""
        if self._is_writing:
            self._drawer.give_up()
        else:
            super().reject()

    def _begin(self, path: Path) -> None:
        self._is_writing = True
        self.bar.setRange(0, 0)
        self.bar.show()
        self._enable()
        self._drawer.write(path)

    def _overwriting(self, names: list[str]) -> str:
        """Return the question whether further pages may take the place of files."""
        text = counted(
            "PictureDialog",
            "%n files are there already, {0} the first of them. Write over them?",
            "{0} is there already. Write over it?",
            len(names),
        )
        return text.format(f"“{names[0]}”")

    def _laid(self, count: int) -> None:
        page = self.choices.page
        self.preview.show_pages(count, page)
        self.pages.setText(self._pages_in_words(count))
        self._enable()

    def _pages_in_words(self, count: int) -> str:
        if count < 2:
            return self.tr("It fits on one page.")
        if self.choices.ending == ".pdf":
            return counted("PictureDialog", "A PDF of %n pages.", "A PDF of %n page.", count)
        return counted(
            "PictureDialog", "%n pages, each in a file of its own.", "%n page, in a file of its own.", count
        )

    def _refuse(self, why: str) -> None:
        if self._is_writing:
            self._end_writing()
            self.trouble.setText(why)
        else:
            self.preview.say(why)
            self.pages.setText("")
        self._enable()

    def _tell(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _end_writing(self) -> None:
        self._is_writing = False
        self.bar.hide()
        self._enable()

    def _finish(self, paths: object) -> None:
        self._end_writing()
        if isinstance(paths, tuple):
            self.written = paths
        super().accept()

    def _enable(self) -> None:
        self.choices.setEnabled(not self._is_writing)
        self.go_on.setEnabled(self.count > 0 and not self._is_writing)

    def _show_image(self, number: int, image: QImage) -> None:
        self.preview.show_image(number, image)

    def _connect(self) -> None:
        drawer = self._drawer
        self.choices.changed.connect(self.make_soon)
        self.preview.page_wanted.connect(drawer.show_page)
        drawer.laid.connect(self._laid)
        drawer.drawn.connect(self._show_image)
        drawer.refused.connect(self._refuse)
        drawer.told.connect(self._tell)
        drawer.written.connect(self._finish)
        drawer.given_up.connect(self._gave_up)

    def _gave_up(self) -> None:
        if self._is_writing:
            self._end_writing()
