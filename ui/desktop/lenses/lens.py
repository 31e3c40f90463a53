"""What all lenses have in common: they follow the session while seen, and remember how they were left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QSettings, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from ui.desktop.lenses.registry import SPEC_OF
from ui.desktop.session import CaseSession
from ui.theme.dress import set_surface
from ui.theme.hub import ThemeHub
from workbench.domain.case import RecordKey
from workbench.ports import Progress

if TYPE_CHECKING:
    from ui.desktop.lenses.parties_tools import Nothing
    from ui.paint.picture import Picture
    from ui.tables.rows import Page


@dataclass(frozen=True, slots=True)
class TableOfTexts:
    """What a lens shows, as a table of texts: headings, and rows as long as the headings."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class NamedTable:
    """A table of texts with its name."""

    name: str
    table: TableOfTexts


@dataclass(frozen=True, slots=True)
class Captured:
    """What was seen at one moment; its texts are put together later, in any thread.

    Attributes
    ----------
    table : callable
        Returns what was seen as a table, in the order in which it was seen.
    more : callable
        Returns what was seen besides, for further sheets of a workbook.
    """

    table: Callable[[Progress], TableOfTexts]
    more: Callable[[], tuple[NamedTable, ...]] = tuple


def named_tables(pages: Sequence[Page]) -> tuple[NamedTable, ...]:
    """Return pages as tables of texts with their names."""
    return tuple(NamedTable(page.title, table_of(page)) for page in pages)


def table_of(page: Page) -> TableOfTexts:
    """Return a page as a table of texts."""
    headings = tuple(column.title for column in page.columns)
    return TableOfTexts(headings, tuple(tuple(own.whole for own in row.cells) for row in page.rows))


def untold(done: int, total: int | None, label: str) -> None:
    """Take no note of how far work has come."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What somebody looks at, and how it is written to a file.

    Attributes
    ----------
    key, title : str
        Its stable name, by which a file is called, and what it is called.
    told : tuple of str
        What of it is seen, where that is not all of it.
    capture : callable
        Takes hold of it as a table.
    picture : callable
        Returns it as a picture.
    """

    key: str
    title: str
    told: tuple[str, ...]
    capture: Callable[[], Captured]
    picture: Callable[[], Picture]


class Lens(QWidget):
    """One way of showing the case in the centre of the window.

    A lens is made when it is first shown, and follows the session only while it is seen: what
    happened in the meantime is caught up with when it is shown again.

    Parameters
    ----------
    session : CaseSession
        The case and how it is looked at.
    hub : ThemeHub
        Theme and zoom.
    settings : QSettings
        Where scroll, selection, widths, order and filters are remembered.

    Attributes
    ----------
    key : str
        Name of the lens, as in the registry.
    follows : frozenset of str
        Fields of the view on which what is shown depends.

    Signals
    -------
    record_wanted
        Table and key of a record to be opened beside.
    new_wanted
        Name of a table of which a new record is to be entered.
    start_wanted
        A record from which a new one is to be entered.
    removal_wanted
        Table and key of a record that is to be removed.
    history_wanted
        Table and key of a record whose history is to be shown.
    lens_wanted
        Key of another lens that is to be shown.
    names_wanted
        Which form of contested names is to be shown, as in the view.
    export_wanted
        Ending of the kind of file in which what is seen is to be kept, such as ``.xlsx``.
    said
        What was done, or why it could not be done (true).
    """

    key: ClassVar[str]
    follows: ClassVar[frozenset[str]] = frozenset({"audience"})
    record_wanted = Signal(str, object)
    new_wanted = Signal(str)
    start_wanted = Signal(object)
    removal_wanted = Signal(str, object)
    history_wanted = Signal(str, object)
    lens_wanted = Signal(str)
    names_wanted = Signal(str)
    export_wanted = Signal(str)
    said = Signal(str, bool)

    def __init__(self, session: CaseSession, hub: ThemeHub, settings: QSettings) -> None:
        super().__init__()
        self.session, self.hub, self.settings = session, hub, settings
        self._missed: frozenset[str] | None = None
        self._is_fresh = False
        self._of_case: dict[str, str] = {}
        self.setObjectName(f"lens.{self.key}")
        self.setAccessibleName(self.title)
        set_surface(self, "window")
        session.case_changed.connect(self._case_changed)
        session.view_changed.connect(self._view_changed)

    @property
    def title(self) -> str:
        """What the switch says, in the language of the user."""
        return SPEC_OF[self.key].title

    # What each lens does in its own way.

    def refresh(self, changed: frozenset[str] | None) -> None:
        """Show what now holds.

        Parameters
        ----------
        changed : frozenset of str or None
            Fields of the view that changed; none where the case itself did, or at the first time.
        """
        raise NotImplementedError

    def capture(self) -> Captured:
        """Take hold of what is seen: what comes of it touches neither the lens nor any widget."""
        raise NotImplementedError

    def told(self) -> tuple[str, ...]:
        """Return what of it is seen, where that is not all of it, such as what is sought."""
        return ()

    def picture(self) -> Picture:
        """Return what is seen, to be drawn on pages of any size."""
        raise NotImplementedError

    def keep(self) -> None:
        """Remember how the lens was left; called when it is hidden and when the case is closed."""

    def end(self) -> None:
        """Leave nothing behind that goes on beside the window: the case is being closed."""

    def chosen_record(self) -> tuple[str, RecordKey] | None:
        """Return the record that is chosen here, for what is done to what is selected."""
        return None

    def reveal(self, table: str, key: RecordKey) -> bool:
        """Select a record where the lens shows it; return whether it does."""
        del table, key
        return False

    # What they share.

    def export_table(self) -> TableOfTexts:
        """Return what is seen as a table of texts, in the order in which it is seen."""
        return self.capture().table(untold)

    def say_of_few_parties(self, nothing: Nothing) -> None:
        """Say that two parties are needed, and offer to enter one where the case has too few."""
        if len(self.session.snapshot.parties) > 1 or not self.session.may_edit:
            nothing.say(self.tr("Two parties in view are needed. Choose them under “Parties in view”."))
            return
        why = self.tr("This lens compares parties with one another: the case needs at least two.")
        nothing.say(why, self.tr("Add a party"), lambda: self.new_wanted.emit("parties"))

    def look_again(self) -> None:
        """Show everything anew when the lens is seen again."""
        self._is_fresh = False

    def kept(self, name: str, default: str = "") -> str:
        """Return a text that was remembered for this lens."""
        return str(self.settings.value(f"lens/{self.key}/{name}", default) or default)

    def remember(self, name: str, value: str) -> None:
        """Remember a text for this lens."""
        self.settings.setValue(f"lens/{self.key}/{name}", value)

    def kept_of_case(self, name: str) -> str:
        """Return what was remembered of the case itself, such as a query."""
        return self._of_case.get(name, "") if self.session.store.is_protected else self.kept(name)

    def remember_of_case(self, name: str, value: str) -> None:
        """Remember something that is said in the case; of a protected one nothing leaves the file."""
        if self.session.store.is_protected:
            self._of_case[name] = value
        else:
            self.remember(name, value)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while the lens was not seen."""
        super().showEvent(event)
        if not self._is_fresh:
            self._is_fresh = True
            self.refresh(None)
        elif self._missed:
            self.refresh(self._missed)
        self._missed = None

    def hideEvent(self, event: QHideEvent) -> None:
        """Remember how the lens was left."""
        super().hideEvent(event)
        if self._is_fresh:
            self.keep()

    def _case_changed(self, _change: object) -> None:
        if self.isVisible():
            self.refresh(None)
        else:
            self._is_fresh = False

    def _view_changed(self, changed: frozenset[str]) -> None:
        if "names" in changed:
            self._case_changed(None)  # every title may read otherwise now
            return
        wanted = changed & self.follows
        if not wanted or not self._is_fresh:
            return
        if self.isVisible():
            self.refresh(wanted)
        else:
            self._missed = (self._missed or frozenset()) | wanted
