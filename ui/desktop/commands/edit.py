"""Entering, changing and removing records."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from ui.actions.ids import ActionId
from ui.desktop.case_page import CasePage
from ui.desktop.commands.shell import Shell
from ui.desktop.editors.desk import open_to_remove
from ui.desktop.reading import Reading
from ui.desktop.view_state import Selection
from ui.desktop.working import work_aside
from ui.words import translate
from workbench.domain.case import RecordKey
from workbench.domain.errors import CaseError
from workbench.ports import ChangeSet, Progress

_WIDEST = 560
"""Dots of a menu that what a step would do may fill."""
_PATIENCE = 400
"""Milliseconds that a step back may take before anything is said of it."""
_ADDED = {
    ActionId.ADD_EVENT: "events",
    ActionId.ADD_TERM: "terms",
    ActionId.ADD_LINKAGE: "linkages",
    ActionId.ADD_JUDGEMENT: "judgements",
    ActionId.ADD_GROUP: "groups",
    ActionId.ADD_INFLUENCE: "influences",
}


class EditCommands:
    """Binds the actions of the menu Edit."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        bind = shell.registry.bind
        bind(ActionId.UNDO, self.undo)
        bind(ActionId.REDO, self.redo)
        bind(ActionId.TAKE_UP, lambda: self._on_page(lambda page: page.desk.take_up()))
        bind(ActionId.RECORD_POSITION, self.record_position)
        bind(ActionId.ADD_PARTY, lambda: self._on_page(lambda page: page.desk.new_party()))
        bind(ActionId.ADD_ISSUE, lambda: self._on_page(self._new_issue))
        bind(ActionId.ADD_OPTION, lambda: self._on_page(self._new_option))
        bind(ActionId.ADD_SOURCE, lambda: self._on_page(lambda page: page.desk.new_source()))
        for name, table in _ADDED.items():
            bind(name, partial(self._new_record, table))
        bind(ActionId.EDIT_CASE, lambda: self._on_page(lambda page: page.desk.open_case()))
        bind(ActionId.EDIT_SELECTED, self.edit_selected)
        bind(ActionId.REMOVE_SELECTED, self.remove_selected)
        bind(ActionId.HISTORY_OF_SELECTED, self.history_of_selected)

    def name_steps(self) -> None:
        """Say what a step back would take back, unless something is kept from who looks: it may name that.

        What is said is cut where names are very long, so that the menu stays one.
        """
        page, registry = self._shell.page, self._shell.registry
        session = page.session if page is not None and page.session.may_edit else None
        metrics, widest = QFontMetrics(QApplication.font()), round(_WIDEST * self._shell.hub.zoom)
        for name, label in (
            (ActionId.UNDO, session.say(session.store.undo_label) if session else ""),
            (ActionId.REDO, session.say(session.store.redo_label) if session else ""),
        ):
            word = registry.spec(name).label
            cut = metrics.elidedText(label, Qt.TextElideMode.ElideRight, widest)
            shown = cut.replace("&", "&&")  # a name may have one in it; it opens nothing
            registry.action(name).setText(f"{word}: {shown}" if shown else word)

    def undo(self) -> None:
        """Take back what was done last, and say what that was."""
        page = self._shell.page
        if page is not None:
            store = page.session.store
            self._step(
                page, store.undo, page.session.say(store.undo_label), translate("Edit", "Taken back: {0}")
            )

    def redo(self) -> None:
        """Do again what was taken back last."""
        page = self._shell.page
        if page is not None:
            store = page.session.store
            self._step(
                page, store.redo, page.session.say(store.redo_label), translate("Edit", "Done again: {0}")
            )

    def _step(self, page: CasePage, step: Callable[[], ChangeSet | None], label: str, said: str) -> None:
        """Go a step back or forth; a large one, such as a whole import, beside the window."""
        session, words = page.session, said.format(label)

        def work(_progress: Progress) -> tuple[ChangeSet, Reading] | None:
            done = step()
            return None if done is None else (done, session.reading_after(done))

        try:
            found = work_aside(self._shell.hub, page.window(), words, work, patience=_PATIENCE)
        except CaseError as error:
            session.failed.emit(str(error))
            return
        if found is not None:
            session.adopt(*found)
            self._shell.say(words)

    def record_position(self) -> None:
        """Enter a position for the cell selected, or for the first of party and issue."""
        page = self._shell.page
        if page is None:
            return
        snapshot, chosen = page.session.snapshot, page.session.view.selection
        issue = chosen.issue if chosen else snapshot.issues[0].code
        party = chosen.parties[-1] if chosen and chosen.parties else snapshot.parties[0].code
        page.desk.new_position(party, issue)

    def edit_selected(self) -> None:
        """Open what is selected, in the lens that is looked through."""
        page, chosen = self._chosen()
        if page is not None and not page.shows_matrix:
            self._with_record(page, page.desk.open_record)
            return
        several = chosen is not None and len(chosen.cells) > 1 and not chosen.group
        if page is not None and chosen is not None and several and page.shows_matrix:
            page.desk.change_several(chosen.cells)
        elif page is not None and chosen is not None:
            page.cells.open(chosen.parties[-1] if chosen.parties else "", chosen.issue)

    def remove_selected(self) -> None:
        """Say what withdrawing or removing the positions of the cells selected would do.

        In another lens the record that is chosen there is opened at the button that removes it.
        """
        page, chosen = self._chosen()
        if page is not None and not page.shows_matrix:
            self._with_record(page, partial(open_to_remove, page.desk))
            return
        if page is not None and chosen is not None and chosen.cells:
            page.desk.withdraw(chosen.cells)

    def history_of_selected(self) -> None:
        """Show the history of the position of the cell selected, or of its issue."""
        page, chosen = self._chosen()
        if page is not None and not page.shows_matrix:
            self._with_record(page, page.centre.show_history)
            return
        if page is None or chosen is None:
            return
        ref = "" if chosen.is_room else page.session.standing_ref(chosen.parties[0], chosen.issue)
        record = ("positions", (ref,)) if ref else ("issues", (chosen.issue,))
        page.centre.show_history(*record)

    def _with_record(self, page: CasePage, do: Callable[[str, RecordKey], object]) -> None:
        """Do something with the record that is chosen in a lens, or say that none is."""
        lens = page.centre.lens
        record = lens.chosen_record() if lens is not None else None
        if record is None:
            self._shell.say(translate("Edit", "No record is chosen here."))
        else:
            do(*record)

    def _chosen(self) -> tuple[CasePage | None, Selection | None]:
        page = self._shell.page
        return page, page.session.view.selection if page else None

    def _new_record(self, table: str) -> None:
        page = self._shell.page
        if page is not None:
            page.desk.new_record(table)

    def _on_page(self, do: object) -> None:
        page = self._shell.page
        if page is not None and callable(do):
            do(page)

    @staticmethod
    def _new_issue(page: CasePage) -> None:
        chosen = page.session.view.selection
        baskets = {issue.code: issue.basket for issue in page.session.kept.issues}
        page.desk.new_issue(baskets.get(chosen.issue, "") if chosen else "")

    @staticmethod
    def _new_option(page: CasePage) -> None:
        chosen = page.session.view.selection
        page.desk.new_option(chosen.issue if chosen else page.session.snapshot.issues[0].code)
