"""What would be shown next, what is shown, and the one step between them."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtGui import QImage

from ui.desktop.reading import in_names
from ui.desktop.session import CaseSession
from ui.desktop.view_state import Selection
from ui.paint.present import Page, Screen, card_pages, issue_pages, overview_pages, paint_page
from ui.words import marked, translate
from workbench.domain.audience import PUBLIC, Audience
from workbench.domain.errors import CaseError
from workbench.domain.vocabulary import Basis
from workbench.readmodels.presenting import USUAL, PresentModel, Seating
from workbench.snapshot import take_snapshot

_PAUSE = 60
"""Milliseconds of rest after which the preview follows the hand."""
_FOLLOWED = frozenset({"day", "selection", "hidden", "names"})


class Subject(StrEnum):
    """What is put before the room."""

    MATRIX = marked("Subject", "Matrix")
    ISSUE = marked("Subject", "Issue")
    CARD = marked("Subject", "Cell")


class Presenter(QObject):
    """Composes the preview from the audience's own reading of the case.

    It follows the day, the selection and the edits of the session; the screen does not. What `released`
    gives is the very image of the preview, and nothing else ever leaves here.

    Signals
    -------
    composed
        There is another preview.
    released
        An image is to be shown: a ``QImage``.
    """

    composed = Signal()
    released = Signal(object)

    def __init__(self, session: CaseSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.audience: Audience = PUBLIC
        self.basis = Basis.DECLARED
        self.subject = Subject.MATRIX
        self.seating: Seating = USUAL
        self._pixels = QSize(1920, 1080)
        self._number = 0
        self._pages: tuple[Page, ...] = ()
        self.preview: QImage | None = None
        self.trouble = ""
        self._model: PresentModel | None = None
        self._rest = QTimer(self, singleShot=True, interval=_PAUSE)
        self._rest.timeout.connect(self.compose)
        session.case_changed.connect(self._case_changed)
        session.view_changed.connect(self._view_changed)

    @property
    def model(self) -> PresentModel:
        """The reading of those in the room, on the day shown."""
        if self._model is None:
            self._model = self._read()
        return self._model

    @property
    def page(self) -> Page | None:
        """The page of the preview, none where there is nothing to show."""
        return self._pages[self._number] if self._pages else None

    @property
    def place(self) -> tuple[int, int]:
        """Number of the page, from 1, and how many there are."""
        return self._number + 1, len(self._pages)

    @property
    def screen(self) -> Screen:
        """What is painted on."""
        return Screen(self._pixels, self.seating)

    @property
    def is_settled(self) -> bool:
        """Whether the preview is what would be composed now."""
        return not self._rest.isActive()

    def set_audience(self, audience: Audience) -> None:
        """Read the case for those in the room."""
        self.audience = audience
        self._compose_anew()

    def set_basis(self, basis: Basis) -> None:
        """Choose which track stands where both do."""
        self.basis = basis
        self._compose_anew()

    def set_subject(self, subject: Subject) -> None:
        """Choose between matrix, issue and cell."""
        self.subject = subject
        self._compose_anew()

    def set_seating(self, seating: Seating) -> None:
        """Say from where it will be read."""
        self.seating = seating
        self.compose()

    def set_pixels(self, pixels: QSize) -> None:
        """Say how many dots the screen has."""
        self._pixels = pixels
        self.compose()

    def select(self, row: int, column: int | None = None) -> None:
        """Choose issue and party; the window follows."""
        issue = self.model.issue(row).code
        party = () if column is None else (self.model.columns[column].code,)
        self._number = 0
        self._session.select(Selection(issue, party))
        self.compose()

    def turn(self, step: int) -> None:
        """Go to the next page, and from the last page of an issue to the next issue."""
        if 0 <= self._number + step < len(self._pages):
            self._number += step
            self.compose()
        elif self.subject is not Subject.MATRIX:
            self._go_on(step)

    def change_day(self, step: int) -> None:
        """Go to the day of the previous or the next change that those in the room may know of."""
        day = self.model.later if step > 0 else self.model.earlier
        if day is not None:
            self._session.set_day(day)
            self.compose()

    def compose(self) -> None:
        """Compose the preview."""
        self._rest.stop()
        self.trouble = ""
        try:
            self._pages = self._paged()
        except CaseError as error:
            self._pages, self.trouble = (), str(error)
        self._number = min(self._number, max(len(self._pages) - 1, 0))
        self.preview = paint_page(self._pages[self._number], self._pixels) if self._pages else None
        if not self._pages and not self.trouble:
            self.trouble = translate(
                "Present", "Nothing of this may be shown to them, or nothing stands there on this day."
            )
        self.composed.emit()

    def release(self) -> bool:
        """Show the preview, if it is what the operator sees; tell whether it was shown."""
        if not self.is_settled:
            self.compose()
            return False
        if self.preview is None:
            return False
        self.released.emit(self.preview)
        return True

    def chosen(self) -> tuple[int | None, int | None]:
        """Return row and column of what is selected, none where those in the room may not see it."""
        selection = self._session.view.selection
        if selection is None:
            return None, None
        column = self.model.column_of(selection.parties[-1]) if selection.parties else None
        return self.model.row_of(selection.issue), column

    def _paged(self) -> tuple[Page, ...]:
        if not self.model.rows:
            return ()
        if self.subject is Subject.MATRIX:
            return overview_pages(self.model, self.screen)
        row, column = self.chosen()
        if row is None:
            return ()
        if self.subject is Subject.ISSUE:
            return issue_pages(self.model, self.screen, row)
        return () if column is None else card_pages(self.model, self.screen, row, column)

    def _go_on(self, step: int) -> None:
        row, column = self.chosen()
        rows = self.model.rows
        if row is None:
            self.select(rows[0], column or 0)
            return
        place = rows.index(row) + step
        if 0 <= place < len(rows):
            self.select(rows[place], column if self.subject is Subject.CARD else None)

    def _compose_anew(self) -> None:
        self._model = None
        self._number = 0
        self.compose()

    def _read(self) -> PresentModel:
        view = self._session.view
        snapshot = in_names(take_snapshot(self._session.store.read(), self.audience), view.names)
        return PresentModel(snapshot, view.day, self.basis, view.hidden)

    def _case_changed(self, _change: object) -> None:
        self._model = None
        self._rest.start()

    def _view_changed(self, changed: frozenset[str]) -> None:
        if not changed & _FOLLOWED:
            return
        if "names" in changed:
            self._model = None
        elif changed & {"day", "hidden"}:
            view = self._session.view
            self._model = self._model and PresentModel(
                self._model.snapshot, view.day, self.basis, view.hidden
            )
        self._rest.start()

    def stop(self) -> None:
        """Follow no longer."""
        self._rest.stop()
