"""The left side: parties in view, baskets, and what waits to be done."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QVBoxLayout, QWidget

from ui.desktop.session import CaseSession
from ui.desktop.todo import Task, TaskList, open_tasks
from ui.desktop.widgets.first_sight import FirstSight
from ui.desktop.widgets.line_list import Line, LineList
from ui.desktop.widgets.row_button import PartyCheck, RowButton
from ui.desktop.widgets.text import Text
from ui.theme.dress import set_surface
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize
from ui.words import number, said, translate
from workbench.domain.party import Party

_SETTLED_AFTER = 150
"""Milliseconds without a move of the day before the tasks follow."""
_AFTER_TWO_FRAMES = 32
"""Milliseconds after which tasks follow an edit: what is looked at first is painted by then."""
_LINES = 2
"""Lines of a basket or a task at most; the whole of it is in its tooltip."""
_FIRST_SHOWN, _MORE = 6, 60
"""How many tasks of a kind are named at first, and how many more each time somebody asks."""


class SidePanel(QScrollArea):
    """Follows the session; what is clicked is said by signals."""

    party_wanted = Signal(str)
    """Code of a party that is to be opened."""
    basket_wanted = Signal(int)
    """Number of the first row of a basket."""
    task_wanted = Signal(object)
    """A ``Task``."""

    def __init__(self, session: CaseSession, hub: ThemeHub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._hub = session, hub
        self._shown: dict[str, int] = {}
        self._checks: dict[str, PartyCheck] = {}
        self.setAccessibleName(self.tr("Parties in view, baskets, and what is to be done"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its lines take the keyboard
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget()
        set_surface(page, "panel")
        set_surface(self, "panel")
        body = QVBoxLayout(page)
        body.setContentsMargins(Space.NORMAL, Space.WIDE, Space.NORMAL, Space.WIDE)
        body.setSpacing(Space.SECTION)
        self._parties, self._baskets, self._tasks = LineList(hub), LineList(hub), LineList(hub)
        for section in (self._parties, self._baskets, self._tasks):
            body.addWidget(section)
        body.addStretch(1)
        self.setWidget(page)
        self._timer = QTimer(self, singleShot=True, interval=_SETTLED_AFTER)
        self._timer.timeout.connect(self._fill_tasks)
        session.case_changed.connect(self.refresh)
        session.view_changed.connect(self._view_changed)
        self._soon = QTimer(self, singleShot=True, interval=_AFTER_TWO_FRAMES)
        self._soon.timeout.connect(self._fill_tasks)
        self._first_tasks = FirstSight(page, self._soon.start)
        self.refresh()

    def refresh(self, _change: object = None) -> None:
        """Show what the case holds now."""
        self._fill_parties()
        self._fill_baskets()
        if self._first_tasks.is_over:
            self._soon.start()  # what was to be done stays until then, for the same audience
        self._fit()

    def _view_changed(self, changed: frozenset[str]) -> None:
        if changed & {"audience", "names"}:
            self._tasks.fill(self.tr("To do"), ())
            self.refresh()
        elif changed & {"day", "basis", "hidden"}:
            self._timer.start()
        if "hidden" in changed:
            self._mark_parties()

    def _fill_parties(self) -> None:
        parties = self._session.snapshot.parties
        lines: list[Line] = [(_told(party), partial(self._check, party)) for party in parties]
        every = self.tr("Show all parties")
        *checks, self._all = self._parties.fill(
            self.tr("Parties in view"), [*lines, (every, partial(self._all_button, every))]
        )
        self._checks = {
            party.code: check
            for party, check in zip(parties, checks, strict=True)
            if isinstance(check, PartyCheck)
        }
        self._parties.setVisible(bool(self._checks))
        self._mark_parties()

    def _all_button(self, text: str) -> RowButton:
        button = RowButton(self._hub, text)
        button.clicked.connect(lambda _on: self._session.show_only(None))
        return button

    def _mark_parties(self) -> None:
        """Tick the parties that are in view; offer all of them where some are not."""
        hidden = self._session.view.hidden
        for code, check in self._checks.items():
            with QSignalBlocker(check):
                check.setChecked(code not in hidden)
        self._all.setVisible(self._session.hides_parties)
        self._fit()

    def _check(self, party: Party) -> PartyCheck:
        check = PartyCheck(self._hub, party.label, party.colour)
        check.setToolTip(_told(party)[-1])
        check.setChecked(party.code not in self._session.view.hidden)
        check.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        check.customContextMenuRequested.connect(
            lambda place: self._party_menu(party, check.mapToGlobal(place))
        )
        check.toggled.connect(lambda shown, code=party.code: self._session.show_party(code, shown))
        return check

    def _party_menu(self, party: Party, place: QPoint) -> None:
        menu = QMenu(self)
        only = menu.addAction(self.tr("Show &only {0}").format(party.label))
        only.triggered.connect(lambda _on: self._session.show_only((party.code,)))
        every = menu.addAction(self.tr("Show &all parties"))
        every.triggered.connect(lambda _on: self._session.show_only(None))
        every.setEnabled(self._session.hides_parties)
        menu.addSeparator()
        opened = menu.addAction(self.tr("&Edit “{0}”").format(party.label))
        opened.triggered.connect(lambda _on: self.party_wanted.emit(party.code))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _fill_baskets(self) -> None:
        baskets = [(basket.title, basket.rows[0]) for basket in self._session.model.baskets]
        lines: list[Line] = [(own, partial(self._basket_button, *own)) for own in baskets]
        self._baskets.fill(self.tr("Baskets"), lines)

    def _basket_button(self, title: str, row: int) -> RowButton:
        button = RowButton(self._hub, title, most_lines=_LINES)
        button.clicked.connect(lambda _on: self.basket_wanted.emit(row))
        return button

    def _fill_tasks(self) -> None:
        self._timer.stop()
        self._soon.stop()
        lines: list[Line] = []
        for own in open_tasks(self._session.model, self._most):
            lines += self._task_lines(own)
        self._tasks.fill(self.tr("To do"), lines)
        self._fit()

    def _fit(self) -> None:
        """Ask for the height that the lines need now.

        Lines that are shown have all that they lie in laid out at once, of which a scroll area does not hear:
        they would be squeezed into the height of before.
        """
        QCoreApplication.postEvent(self, QEvent(QEvent.Type.LayoutRequest))

    def _most(self, heading: str) -> int:
        return self._shown.get(heading, _FIRST_SHOWN)

    def _task_lines(self, own: TaskList) -> list[Line]:
        heading = f"{translate('Todo', own.heading)} ({number(own.count)})"
        lines: list[Line] = [(heading, partial(self._task_heading, heading))]
        lines += [(task, partial(self._task_button, task)) for task in own.tasks]
        if own.count > len(own.tasks):
            more = translate("SidePanel", "{0} more…").format(number(own.count - len(own.tasks)))
            lines.append(((own.heading, more), partial(self._more_button, own.heading, more)))
        return lines

    def _task_heading(self, heading: str) -> Text:
        label = Text(self._hub, heading, TextSize.SMALL, Role.TEXT_SECONDARY)
        label.setIndent(Space.NORMAL)
        label.setContentsMargins(0, Space.NORMAL, 0, 0)
        return label

    def _more_button(self, heading: str, text: str) -> RowButton:
        button = RowButton(self._hub, text)
        button.clicked.connect(lambda _on: self._show_more(heading))
        return button

    def _task_button(self, task: Task) -> RowButton:
        button = RowButton(self._hub, task.title, task.detail, most_lines=_LINES)
        button.clicked.connect(lambda _on: self.task_wanted.emit(task))
        return button

    def _show_more(self, heading: str) -> None:
        self._shown[heading] = self._most(heading) + _MORE
        self._fill_tasks()


def _told(party: Party) -> tuple[str, ...]:
    """Return what the line of a party says and leads to, what is told under the mouse last."""
    return party.code, party.label, party.colour, f"{party.name}: {said(party.kind)}"
