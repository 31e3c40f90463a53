"""Backups, passphrases, the check, merging and expunging."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from ui.actions.ids import ActionId
from ui.desktop.commands.shell import Shell
from ui.desktop.keeping import Keeping
from ui.desktop.reading import Reading
from ui.desktop.safety.words import moment
from ui.desktop.working import work_aside
from ui.words import at_start, counted, marked, marked_count, translate
from workbench.domain.case import RecordKey
from workbench.domain.errors import CaseError
from workbench.keeping import Backup, Rekeyed
from workbench.ports import ChangeSet, PassphraseNeededError, WrongPassphraseError
from workbench.readmodels.wording import commas

if TYPE_CHECKING:
    from ui.desktop.case_page import CasePage
    from ui.desktop.session import CaseSession
    from workbench.merging import Choice, MergePlan

NOWHERE = marked(
    "Safety", "{label} was not found: it stands nowhere in the case, its history or its backups."
)
WARNED = "safety/warned_cases"
_SETTLED_AFTER = 400
"""Milliseconds after which the folder is looked at: the matrix comes first."""
ResultT = TypeVar("ResultT")


class SafetyCommands:
    """Binds what keeps a case safe."""

    def __init__(self, shell: Shell, window: QWidget) -> None:
        self._shell, self._window = shell, window
        bind = shell.registry.bind
        bind(ActionId.CHECK_FILE, lambda: self._spoken(self._check))
        bind(ActionId.BACKUPS, lambda: self._spoken(self._backups))
        bind(ActionId.PROTECT, lambda: self._spoken(self._protect))
        bind(ActionId.REKEY, lambda: self._spoken(self._change))
        bind(ActionId.MERGE_COPY, lambda: self._spoken(self._merge))
        bind(ActionId.EXPUNGE, lambda: self._spoken(self._expunge))

    def follow(self, page: CasePage) -> None:
        """Warn once of a folder in which a case is at risk."""
        settled = QTimer(page, singleShot=True, interval=_SETTLED_AFTER)  # it goes with the page
        settled.timeout.connect(lambda: self._warn_of_folder(page))
        settled.start()

    def _warn_of_folder(self, page: CasePage) -> None:
        """Say it where it has not been said of this case; it counts as said when somebody has understood."""
        path = page.session.store.path
        if str(path) in self._warned():
            return
        text = self._keeping.folder_warning(path)
        if text:
            page.messages.notice.say(text)
            page.messages.notice.button.clicked.connect(lambda _on: self._note_warned(path))

    def _warned(self) -> list[str]:
        kept = self._shell.settings.value(WARNED) or []
        return [kept] if isinstance(kept, str) else [str(own) for own in list(kept)]

    def _note_warned(self, path: Path) -> None:
        self._shell.settings.setValue(WARNED, list(dict.fromkeys([*self._warned(), str(path)])))

    @property
    def _keeping(self) -> Keeping:
        return self._shell.opener.keeping

    def _check(self, session: CaseSession) -> None:
        path = session.store.path
        found = self._aside(translate("Safety", "Checking the file"), lambda: self._keeping.check(path))
        wanted = self._shell.asking.findings(path.stem, found)
        if wanted is not None:
            self._go_to(*wanted)

    def _go_to(self, table: str, key: RecordKey) -> None:
        """Show a record where it stands, and open it."""
        page = self._shell.page
        if page is not None:
            page.go_to(table, key)
            page.desk.open_record(table, key)

    def _backups(self, session: CaseSession) -> None:
        from ui.desktop.safety.backups import BackupWish  # noqa: PLC0415 - when it is asked for

        path = session.store.path
        while True:
            title = translate("Safety", "Looking through the backups")
            listed = self._aside(title, lambda: self._keeping.backups(path))
            may = session.may_edit
            wanted = self._shell.asking.backups(path.stem, listed, may_restore=may, say=session.say)
            if wanted is None:
                return
            wish, backup = wanted
            if wish is BackupWish.RESTORE and backup is not None:
                self._restore(path, backup)
                return
            made = self._aside(translate("Safety", "Backing up"), lambda: self._keeping.back_up(path))
            self._shell.say(translate("Safety", "Backed up as “{0}”.").format(made.name))

    def _restore(self, path: Path, backup: Backup) -> None:
        if not self._shell.asking.restore(path.stem, backup):
            return
        title = translate("Safety", "Going back")
        done = self._closed(title, lambda: self._keeping.restore(path, backup.path))
        said = [translate("Safety", "The case is what it was on {0}.").format(moment(backup.made_at))]
        if done.kept:
            kept = translate("Safety", "What was there before is kept as “{0}”.")
            said.append(kept.format(done.kept.name))
        say_done(self._shell, " ".join(said))

    def _protect(self, session: CaseSession) -> None:
        path = session.store.path
        count = len(self._keeping.backup_files(path))
        known = _known_names(session)
        wanted = self._shell.asking.new_passphrase(is_change=False, backups=count, known=known)
        if wanted is not None:
            title = translate("Safety", "Encrypting")
            done = self._closed(title, lambda: self._keeping.protect(path, wanted.new, wanted.earlier))
            said = translate("Safety", "The case is protected from now on.")
            say_done(self._shell, " ".join([said, *_of_backups(done)]))

    def _change(self, session: CaseSession) -> None:
        path = session.store.path
        count = len(self._keeping.backup_files(path))
        known = _known_names(session)
        wanted = self._shell.asking.new_passphrase(is_change=True, backups=count, known=known)
        if wanted is not None:
            done = self._closed(
                translate("Safety", "Changing the passphrase"),
                lambda: self._keeping.change_passphrase(path, wanted.old, wanted.new, wanted.earlier),
            )
            said = translate("Safety", "The passphrase is changed.")
            say_done(self._shell, " ".join([said, *_of_backups(done)]))

    def _merge(self, session: CaseSession) -> None:
        other = self._shell.asking.other_copy(session.store.path)
        if other is None:
            return
        found = self._planned_merge(session, other)
        if found is None:
            return
        plan, secret = found
        decisions = self._shell.asking.merge(plan)
        if decisions is None:
            return
        told = len(session.store.warnings)
        title = translate("Safety", "Merging")
        done, reading = self._aside(title, lambda: self._merged(session, plan, decisions, secret))
        session.adopt(done, reading)
        warnings = session.store.warnings[told:]
        text = translate("Safety", "Merged “{0}”. Ctrl+Z takes it back.").format(other.name)
        say_done(self._shell, text, warnings=warnings)

    def _planned_merge(self, session: CaseSession, other: Path) -> tuple[MergePlan, str | None] | None:
        """Return what a merge would do, having asked for the other copy's passphrase where need be."""
        secret = self._keeping.passphrase(session.store.path)  # copies mostly share it
        typed = False
        while True:
            try:
                compare = partial(self._keeping.plan_merge, session.store, other, secret)
                title = translate("Safety", "Comparing with “{0}”").format(other.name)
                return self._aside(title, compare), secret
            except (PassphraseNeededError, WrongPassphraseError) as error:
                secret = self._shell.asking.passphrase(other.name, str(error) if typed else "")
                typed = True
                if secret is None:
                    return None

    def _merged(
        self, session: CaseSession, plan: MergePlan, decisions: dict[str, Choice], secret: str | None
    ) -> tuple[ChangeSet, Reading]:
        done = self._keeping.merge(session.store, plan, decisions, secret)
        return done, read_anew(session)

    def _expunge(self, session: CaseSession) -> None:
        from ui.desktop.safety.looked_at import looked_at, marked_text  # noqa: PLC0415 - when it is asked for

        page, path = self._shell.page, session.store.path
        offered = looked_at(page) if page is not None else None
        target = self._shell.asking.what_to_expunge(offered, marked_text(), session.introduce)
        if target is None:
            return
        title = translate("Safety", "Looking for it")
        plan = self._aside(title, lambda: self._keeping.plan_expunge(path, target))
        if plan.is_empty:
            self._shell.say(translate("Safety", NOWHERE).format(label=at_start(plan.label)), failed=True)
            return
        if not self._shell.asking.expunge(plan, session.introduce):
            return
        remove = bool(plan.unreadable)  # the dialog goes on only where that was agreed to
        title = translate("Safety", "Expunging")
        done = self._closed(title, lambda: self._keeping.expunge(path, plan, remove_unreadable=remove))
        text = counted(
            "Safety",
            "Expunged: “{gap}” stands in %n places instead.",
            "Expunged: “{gap}” stands in %n place instead.",
            done.places,
        )
        say_done(self._shell, text.format(gap=done.gap))

    def _closed(self, title: str, work: Callable[[], ResultT]) -> ResultT:
        """Do something to the file while the case is closed, and show it again as it was looked at."""
        page = self._shell.page
        if page is None:
            raise CaseError(translate("Safety", "There is no case open."))
        if not self._shell.may_let_go():
            raise CaseError(translate("Safety", "Nothing was done: something is still to be recorded."))
        path, view = page.session.store.path, page.session.view
        secret = self._keeping.passphrase(path)
        self._shell.close_case()
        self._keeping.remember(path, secret)
        try:
            return self._aside(title, work)
        finally:
            self._shell.show_again(path, view)

    def _aside(self, title: str, work: Callable[[], ResultT]) -> ResultT:
        return work_aside(self._shell.hub, self._window, title, lambda _progress: work())

    def _spoken(self, do: Callable[[CaseSession], None]) -> None:
        page = self._shell.page
        if page is None:
            return
        try:
            do(page.session)
        except CaseError as error:
            self._shell.say(str(error), failed=True)


def read_anew(session: CaseSession) -> Reading:
    """Return the case as it now stands, with what the window shows of it worked out."""
    reading = Reading(session.store)
    view = reading.within_reach(session.view)
    reading.prepare(view)
    return reading


def say_done(shell: Shell, text: str, *, warnings: Sequence[str] = ()) -> None:
    """Say what was done with the case as a whole, on a line of its own until somebody closes it.

    What went wrong with backups on the way stands with it.
    """
    page = shell.page
    if page is None or warnings:
        shell.say(" ".join((text, *warnings)), failed=True)
        return
    shell.say("")
    page.messages.done.say(text)


def _known_names(session: CaseSession) -> list[str]:
    """Return the names of the case, which whoever guesses at a passphrase would try first."""
    snapshot = session.snapshot
    names = [snapshot.title, session.store.path.stem]
    names += [text for party in snapshot.parties for text in (party.name, party.short_name)]
    return [*names, *(issue.title for issue in snapshot.issues)]


_OF_BACKUPS = (
    marked_count("Safety", "%n protected as well", "%n protected as well"),
    marked_count("Safety", "%n removed", "%n removed"),
    marked_count("Safety", "%n left as they were", "%n left as it was"),
)


def _of_backups(done: Rekeyed) -> list[str]:
    """Say what became of the earlier backups, where there were any."""
    files = zip((done.protected, done.removed, done.left), _OF_BACKUPS, strict=True)
    parts = [counted(*what, len(own)) for own, what in files if own]
    return [translate("Safety", "Earlier backups: {0}.").format(commas(parts))] if parts else []
