"""Tables, lists and grids that come into a case: read and checked aside, shown, then written aside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QWidget

from ui.actions.ids import ActionId
from ui.desktop.commands.safety import read_anew, say_done
from ui.desktop.commands.shell import Shell
from ui.desktop.reading import Reading
from ui.desktop.working import work_aside
from ui.words import counted, translate
from workbench.domain.case import Case
from workbench.domain.errors import CaseError
from workbench.ports import Cancelled, ChangeSet, Progress

if TYPE_CHECKING:
    from ui.desktop.list_dialog import ListForm
    from ui.desktop.session import CaseSession
    from workbench.exchange import ImportPlan

ResultT = TypeVar("ResultT")


class ImportCommands:
    """Binds what brings tables in."""

    def __init__(self, shell: Shell, window: QWidget) -> None:
        self._shell, self._window = shell, window
        bind = shell.registry.bind
        bind(ActionId.IMPORT_TABLES, lambda: self._bring_in(shell.dialogs.ask_tables()))
        bind(ActionId.IMPORT_FOLDER, lambda: self._bring_in(shell.dialogs.ask_folder()))
        bind(ActionId.IMPORT_LIST, self._import_list)

    def _import_list(self) -> None:
        path = self._shell.dialogs.ask_list()
        form = self._shell.dialogs.ask_list_form(path.name) if path else None
        if form is not None:
            self._bring_in(path, form)

    def _bring_in(self, path: Path | None, form: ListForm | None = None) -> None:
        from ui.desktop.import_preview import ImportPreview  # noqa: PLC0415 - when it is asked for

        if path is None:
            return
        page = self._shell.page
        case = page.session.store.read_case if page else Case
        preview = ImportPreview(
            self._shell.hub, translate("Import", "Import “{0}”").format(path.name), self._window
        )
        try:
            plan = self._aside(
                translate("Import", "Reading “{0}”").format(path.name), _planning(case, path, form)
            )
        except Cancelled as error:
            preview.deleteLater()
            self._shell.say(str(error))
        except CaseError as error:
            self._shell.dialogs.confirm_import(preview.show_error(error))
        else:
            agreed = self._shell.dialogs.confirm_import(preview.show_plan(plan))
            session = self._session(path) if agreed and not plan.is_empty else None
            if session is not None:
                self._write(session, path, plan)

    def _session(self, path: Path) -> CaseSession | None:
        """Return the open case; a new one for the tables where none is open and somebody says where."""
        if self._shell.page is None:
            place = self._shell.dialogs.ask_new_case(path.name.split(".")[0])
            if place is not None:
                self._make(place)
        return self._shell.page.session if self._shell.page else None

    def _make(self, place: Path) -> None:
        title = translate("Opening", "Opening “{0}”").format(place.stem)
        try:
            self._shell.show_case(self._shell.asking.aside(title, lambda: self._shell.opener.new(place)))
        except CaseError as error:
            self._shell.say(str(error), failed=True)

    def _write(self, session: CaseSession, path: Path, plan: ImportPlan) -> None:
        told = len(session.store.warnings)
        try:
            title = translate("Import", "Importing “{0}”").format(path.name)
            done, reading = self._aside(title, _writing(session, plan))
        except Cancelled as error:
            self._shell.say(str(error))
            return
        except CaseError as error:
            self._shell.say(str(error), failed=True)
            return
        session.adopt(done, reading)
        text = counted(
            "Import",
            "Imported %n records from “{file}”. Ctrl+Z takes it back.",
            "Imported %n record from “{file}”. Ctrl+Z takes it back.",
            len(plan.changes),
        )
        say_done(self._shell, text.format(file=path.name), warnings=session.store.warnings[told:])

    def _aside(self, title: str, work: Callable[[Progress], ResultT]) -> ResultT:
        return work_aside(self._shell.hub, self._window, title, work, may_cancel=True)


def _planning(
    case: Callable[[], Case], path: Path, form: ListForm | None
) -> Callable[[Progress], ImportPlan]:
    def plan(progress: Progress) -> ImportPlan:
        from workbench.exchange import plan_import, read_tables  # noqa: PLC0415 - when it is asked for

        if form is None:
            tables = read_tables(path, progress=progress)
        else:
            tables = read_tables(
                path,
                form=form.form,
                ordered=form.ordered or None,
                date=form.date or None,
                progress=progress,
            )
        return plan_import(case(), tables, progress)

    return plan


def _writing(session: CaseSession, plan: ImportPlan) -> Callable[[Progress], tuple[ChangeSet, Reading]]:
    def write(progress: Progress) -> tuple[ChangeSet, Reading]:
        done = session.store.perform(replace(plan.operation, progress=progress))
        return done, read_anew(session)  # here, so that the window has nothing to wait for

    return write
