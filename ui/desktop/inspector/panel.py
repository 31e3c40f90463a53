"""The inspector: everything there is to say of what is selected, down to the sources."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.desktop.inspector.history import History
from ui.desktop.inspector.ladder import Ladder
from ui.desktop.session import CaseSession
from ui.desktop.widgets.first_sight import FirstSight
from ui.desktop.widgets.notice import Box
from ui.desktop.widgets.text import BOLD, Follow, LinkedText, Text, section_label
from ui.theme.dress import set_surface
from ui.theme.hub import ThemeHub
from ui.theme.meanings import LEVELS
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize
from ui.words import translated
from workbench.domain.errors import CaseError
from workbench.domain.level import Level
from workbench.readmodels.inspector_types import Fact, FactList, Inspection, Link

_SETTLED_AFTER = 40
"""Milliseconds without a further move before the inspector follows: text is not read on the way."""
_HINT = "Select a cell, a room or the name of an issue to see on what it rests."


class Inspector(QScrollArea):
    """Says of the selected cell or room why it is what it is; follows the session."""

    record_wanted = Signal(str, object)
    """Table and key of a record that the reader wants to see."""

    def __init__(self, session: CaseSession, hub: ThemeHub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._hub = session, hub
        self._shown: Inspection | None = None
        self._explained: Inspection | None = None
        self.setObjectName("inspector")
        self.setAccessibleName(translated("Inspector"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._timer = QTimer(self, singleShot=True, interval=_SETTLED_AFTER)
        self._timer.timeout.connect(self.refresh)
        session.case_changed.connect(self._later)
        session.view_changed.connect(self._view_changed)
        session.explained.connect(self._explain)
        hub.changed.connect(self._restyle)
        self._first = FirstSight(self.viewport(), self.refresh)

    @property
    def inspection(self) -> Inspection | None:
        """What is shown, none where nothing is selected."""
        return self._shown

    def refresh(self) -> None:
        """Say what there is to say now; nothing before the inspector has been on the screen."""
        self._timer.stop()
        if not self._first.is_over:
            return
        try:
            found = self._explained or self._inspected()
        except CaseError as error:
            self._shown = None
            self._show([Text(self._hub, str(error), role=Role.TEXT_MUTED)])
            return
        if found is None or found != self._shown:
            self._shown = found
            self._restyle()

    def _inspected(self) -> Inspection | None:
        chosen = self._session.view.selection
        return self._session.inspection(chosen) if chosen else None

    def _explain(self, said: Inspection | None) -> None:
        """Say what a lens has to say, until something else is selected."""
        self._explained = said
        self._later()

    def _view_changed(self, changed: frozenset[str]) -> None:
        if changed & {"selection", "audience", "names"}:
            self._explained = None
            self.refresh()
        elif changed & {"day", "basis", "hidden"}:
            self._later()

    def _later(self, _change: object = None) -> None:
        self._timer.start()

    def _restyle(self) -> None:
        if self._shown is None:
            self._show([Text(self._hub, _HINT, role=Role.TEXT_MUTED)])
        else:
            self._show(list(inspector_parts(self._hub, self._shown, self.record_wanted.emit)))

    def _show(self, parts: list[QWidget]) -> None:
        page = QWidget()
        set_surface(page, "panel")
        body = QVBoxLayout(page)
        body.setContentsMargins(Space.SECTION, Space.WIDE, Space.SECTION, Space.SECTION)
        body.setSpacing(Space.NORMAL)
        for part in parts:
            body.addWidget(part)
        body.addStretch(1)
        place = self.verticalScrollBar().value()
        self.setWidget(page)
        self.verticalScrollBar().setValue(place)


def inspector_parts(hub: ThemeHub, said: Inspection, follow: Follow) -> Iterable[QWidget]:
    """Yield the parts of the inspector from top to bottom."""
    yield Text(hub, said.title, TextSize.TITLE, weight=BOLD).selectable()
    if said.subtitle:
        yield Text(hub, said.subtitle, role=Role.TEXT_SECONDARY).selectable()
    if said.sentences:
        yield level_box(hub, said.level, said.sentences)
    if said.ladder:
        yield Ladder(hub, said.parties, said.ladder)
    yield from _fact_lists(hub, said.leads, follow)
    if said.questions:
        yield ask_box(hub, said.questions)
    for heading, facts in (
        ("Judged by a person", said.judgements),
        ("What goes with it", said.facts),
        ("Linkages", said.linkages),
    ):
        if facts:
            yield section_label(hub, heading)
            yield from (fact_line(hub, fact, follow) for fact in facts)
    yield from _fact_lists(hub, said.sections, follow)
    for history in said.histories:
        yield _heading(hub, history.title)
        yield History(hub, history, follow)


def _fact_lists(hub: ThemeHub, lists: Iterable[FactList], follow: Follow) -> Iterable[QWidget]:
    for own in lists:
        yield _heading(hub, own.heading)
        yield from (fact_line(hub, fact, follow) for fact in own.facts)


def _heading(hub: ThemeHub, text: str) -> Text:
    """Return a heading that wraps: it may hold the name of a party, and that may be long."""
    return Text(hub, text, TextSize.SMALL, Role.TEXT_MUTED, BOLD)


def level_box(hub: ThemeHub, level: Level | None, sentences: tuple[str, ...]) -> Box:
    """Return the box that says the level in its colour, with mark, word and sentences."""
    fill = LEVELS[level].fill if level else Role.ACCENT_SOFT
    ink = LEVELS[level].text if level else Role.TEXT
    box = Box(hub, fill)
    if level:
        head = Text(hub, f"{level.mark} {level.value.capitalize()}", TextSize.HEADING, ink, BOLD)
        box.body.addWidget(head.selectable())
    box.body.addWidget(Text(hub, " ".join(sentences), role=ink).selectable())
    return box


def ask_box(hub: ThemeHub, questions: tuple[str, ...]) -> Box:
    """Return the box with what to ask whom."""
    box = Box(hub, Role.ASK, Role.ASK_BORDER)
    box.body.addWidget(Text(hub, translated("Ask"), TextSize.SMALL, Role.ASK_TEXT, BOLD))
    for question in questions:
        box.body.addWidget(Text(hub, question, role=Role.ASK_TEXT).selectable())
    return box


def fact_line(hub: ThemeHub, fact: Fact, follow: Follow) -> LinkedText:
    """Return a line with a heading; it leads to the record where there is one."""
    if not fact.link or not fact.heading:
        text: str | Link = Link(fact.text, fact.link.table, fact.link.key) if fact.link else fact.text
        parts = (f"{fact.heading}: " if fact.heading else "", text)
        return LinkedText(hub, parts, follow, TextSize.CELL, Role.TEXT_SECONDARY)
    heading = Link(fact.heading, fact.link.table, fact.link.key)
    return LinkedText(hub, (heading, f": {fact.text}"), follow, TextSize.CELL, Role.TEXT_SECONDARY)
