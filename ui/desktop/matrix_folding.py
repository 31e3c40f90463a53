"""Folding a group of parties into one column, and opening it again."""

from __future__ import annotations

from hashlib import sha256

from PySide6.QtCore import QPoint, QSettings
from PySide6.QtWidgets import QMenu, QWidget

from ui.desktop.matrix_selection import codes_of
from ui.desktop.session import CaseSession

_BETWEEN = ";"


class MatrixFolding:
    """Folds and opens; where a party belongs to several groups a menu asks which.

    Parameters
    ----------
    session : CaseSession
        Keeps which groups are folded.
    parent : QWidget
        Over which the menu stands.
    """

    def __init__(self, session: CaseSession, parent: QWidget) -> None:
        self._session, self._parent = session, parent

    def toggle(self, number: int, place: QPoint) -> None:
        """Open the group of a column (number), or fold the group to which its party belongs."""
        column = self._session.model.columns[number]
        if column.is_group:
            self._session.fold(column.code, folded=False)
        elif len(column.groups) == 1:
            self._session.fold(column.groups[0], folded=True)
        elif column.groups:
            menu = self._menu()
            self.fill(menu, column.groups)
            menu.popup(place)

    def toggle_selected(self, place: QPoint) -> None:
        """Fold or open where the cell selected stands."""
        chosen, model = self._session.view.selection, self._session.model
        wanted = chosen.parties[-1:] if chosen else ()
        for number, column in enumerate(model.columns):
            if column.can_fold and set(wanted) & set(codes_of(model, number)):
                self.toggle(number, place)
                return
        menu = self._menu()
        self.fill(menu)
        menu.popup(place)

    def fill(self, menu: QMenu, groups: tuple[str, ...] | None = None) -> None:
        """List groups, all where none are named, ticked where they are folded."""
        for fold in self._session.model.folds:
            if groups is None or fold.code in groups:
                action = menu.addAction(f"{fold.label} ({fold.members_in_words})")
                action.setCheckable(True)
                action.setChecked(fold.is_folded)
                action.triggered.connect(lambda on, code=fold.code: self._session.fold(code, folded=on))

    def _menu(self) -> QMenu:
        menu = QMenu(self._parent)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu


def remember_folds(session: CaseSession, settings: QSettings) -> None:
    """Keep which groups of this case are folded; of a protected one nothing leaves the file."""
    if session.store.is_protected:
        return
    if session.view.folded:
        settings.setValue(_key(session), _BETWEEN.join(sorted(session.view.folded)))
    else:
        settings.remove(_key(session))


def restore_folds(session: CaseSession, settings: QSettings) -> None:
    """Fold the groups that were folded when this case was last closed, as far as they are there."""
    kept = settings.value(_key(session))
    if kept and not session.store.is_protected:
        known = {group.code for group in session.snapshot.case.groups}
        session.show_folded(frozenset(str(kept).split(_BETWEEN)) & known)


def _key(session: CaseSession) -> str:
    name = str(session.store.path.resolve())
    return f"matrix/folded/{sha256(name.encode()).hexdigest()[:16]}"
