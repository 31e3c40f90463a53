"""The left side: parties in view, baskets, and what waits to be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QVBoxLayout, QWidget

from ui.desktop.session import CaseSession
from ui.desktop.todo import Task, TaskList, open_tasks
from ui.desktop.widgets.first_sight import FirstSight
from ui.desktop.widgets.row_button import PartyCheck, RowButton
from ui.desktop.widgets.text import Text, section_label
from ui.theme.dress import set_surface
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize
from ui.words import number, said, translate
from workbench.domain.party import Party

_SETTLED_AFTER = 150
"""Milliseconds without a move of the day before the tasks follow."""
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
        self._parties, self._baskets, self._tasks = _Section(), _Section(), _Section()
        for section in (self._parties, self._baskets, self._tasks):
            body.addWidget(section)
        body.addStretch(1)
        self.setWidget(page)
        self._timer = QTimer(self, singleShot=True, interval=_SETTLED_AFTER)
        self._timer.timeout.connect(self._fill_tasks)
        session.case_changed.connect(self.refresh)
        session.view_changed.connect(self._view_changed)
        self._first_tasks = FirstSight(page, self._fill_tasks)
        self.refresh()

    def refresh(self, _change: object = None) -> None:
        """Show what the case holds now."""
        self._fill_parties()
        self._fill_baskets()
        if self._first_tasks.is_over:
            self._fill_tasks()
        self._fit()

    def _view_changed(self, changed: frozenset[str]) -> None:
        if changed & {"audience", "names"}:
            self.refresh()
        elif changed & {"day", "basis", "hidden"}:
            self._timer.start()
        if "hidden" in changed:
            self._mark_parties()

    def _fill_parties(self) -> None:
        hidden = self._session.view.hidden
        self._checks = {party.code: self._check(party, hidden) for party in self._session.snapshot.parties}
        self._all = RowButton(self._hub, self.tr("Show all parties"))
        self._all.clicked.connect(lambda _on: self._session.show_only(None))
        self._parties.fill(self._hub, self.tr("Parties in view"), [*self._checks.values(), self._all])
        self._parties.setVisible(bool(self._checks))
        self._mark_parties()

    def _mark_parties(self) -> None:
        """Tick the parties that are in view; offer all of them where some are not."""
        hidden = self._session.view.hidden
        for code, check in self._checks.items():
            with QSignalBlocker(check):
                check.setChecked(code not in hidden)
        self._all.setVisible(bool(hidden & self._checks.keys()))
        self._fit()

    def _check(self, party: Party, hidden: frozenset[str]) -> PartyCheck:
        check = PartyCheck(self._hub, party.label, party.colour)
        check.setToolTip(f"{party.name}: {said(party.kind)}")
        check.setChecked(party.code not in hidden)
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
        every.setEnabled(bool(self._session.view.hidden))
        menu.addSeparator()
        opened = menu.addAction(self.tr("&Edit “{0}”").format(party.label))
        opened.triggered.connect(lambda _on: self.party_wanted.emit(party.code))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _fill_baskets(self) -> None:
        buttons = []
        for basket in self._session.model.baskets:
            button = RowButton(self._hub, basket.title, most_lines=_LINES)
            button.clicked.connect(lambda _on, row=basket.rows[0]: self.basket_wanted.emit(row))
            buttons.append(button)
        self._baskets.fill(self._hub, self.tr("Baskets"), buttons)

    def _fill_tasks(self) -> None:
        self._timer.stop()
        rows: list[QWidget] = []
        for own in open_tasks(self._session.model, self._most):
            rows += self._task_rows(own)
        self._tasks.fill(self._hub, self.tr("To do"), rows)
        self._fit()

    def _fit(self) -> None:
        """Ask for the height that the lines need now.

        Lines that are shown have all that they lie in laid out at once, of which a scroll area does not hear:
        they would be squeezed into the height of before.
        """
        QCoreApplication.postEvent(self, QEvent(QEvent.Type.LayoutRequest))

    def _most(self, heading: str) -> int:
        return self._shown.get(heading, _FIRST_SHOWN)

    def _task_rows(self, own: TaskList) -> list[QWidget]:
        label = Text(
            self._hub,
            f"{translate('Todo', own.heading)} ({number(own.count)})",
            TextSize.SMALL,
            Role.TEXT_SECONDARY,
        )
        label.setIndent(Space.NORMAL)
        label.setContentsMargins(0, Space.NORMAL, 0, 0)
        rows: list[QWidget] = [label, *(self._task_button(task) for task in own.tasks)]
        if own.count > len(own.tasks):
            more = RowButton(
                self._hub, translate("SidePanel", "{0} more…").format(number(own.count - len(own.tasks)))
            )
            more.clicked.connect(lambda _on, heading=own.heading: self._show_more(heading))
            rows.append(more)
        return rows

    def _task_button(self, task: Task) -> RowButton:
        button = RowButton(self._hub, task.title, task.detail, most_lines=_LINES)
        button.clicked.connect(lambda _on: self.task_wanted.emit(task))
        return button

    def _show_more(self, heading: str) -> None:
        self._shown[heading] = self._most(heading) + _MORE
        self._fill_tasks()


class _Section(QWidget):
    """A heading and lines under it; gone while there are none."""

    def __init__(self) -> None:
        super().__init__()
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(1)

    def fill(self, hub: ThemeHub, heading: str, lines: Sequence[QWidget]) -> None:
        while (item := self._body.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        label = section_label(hub, heading)
        label.setIndent(Space.NORMAL)
        for line in (label, *lines):
            self._body.addWidget(line)
            line.show()
        self.setVisible(bool(lines))
