"""The parts of the inspector from top to bottom: what each shows, and how it is made."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.desktop.inspector.history import History
from ui.desktop.inspector.ladder import Ladder
from ui.desktop.widgets.level_sign import LevelSign
from ui.desktop.widgets.notice import Box
from ui.desktop.widgets.row_button import RowButton
from ui.desktop.widgets.text import BOLD, Follow, LinkedText, Text, led, section_label
from ui.theme.hub import ThemeHub
from ui.theme.meanings import LEVELS
from ui.theme.roles import Role
from ui.theme.typography import Space, TextSize
from ui.words import at_start, number, said, translate
from workbench.domain.level import Level
from workbench.readmodels.inspector_types import Fact, FactList, Inspection, LadderStep, Link

FEW_PARTIES = 12
"""How many parties are shown before the others are asked for."""
FEW_FACTS = 24
"""How many lines of a list are shown before the others are asked for."""
LADDER, HISTORIES = "ladder", "histories"
"""Names of what can be opened; a list of facts goes by its heading."""

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the inspector.

    Attributes
    ----------
    shown : hashable
        Everything that it shows: of two parts that show the same one widget will do.
    make : callable
        Makes the widget.
    """

    shown: Hashable
    make: Callable[[], QWidget]


@dataclass(frozen=True, slots=True)
class Wording:
    """What the parts are made with.

    Attributes
    ----------
    hub : ThemeHub
        Colours and zoom.
    follow : callable
        Shows a record.
    open : callable
        Shows the whole of what goes by a name.
    opened : set of str
        Names of what is shown whole.
    """

    hub: ThemeHub
    follow: Follow
    open: Callable[[str], object]
    opened: AbstractSet[str] = frozenset()

    def seen(self, name: str, every: Sequence[_T], few: int) -> Sequence[_T]:
        """Return what is seen of a list."""
        return every if name in self.opened else every[:few]

    def more(self, name: str, hidden: int) -> Iterator[Part]:
        """Yield the line that opens the rest, nothing where there is none."""
        if hidden > 0:
            yield Part(("more", name, hidden), lambda: self._opener(name, hidden))

    def _opener(self, name: str, hidden: int) -> QWidget:
        line = RowButton(self.hub, translate("Parts", "{0} more…").format(number(hidden)))
        line.clicked.connect(lambda: self.open(name))
        return line


def parts_of(said: Inspection, own: Wording) -> Iterator[Part]:
    """Yield the parts from top to bottom; of many parties the first dozen."""
    hub = own.hub
    yield Part(
        ("title", said.title), lambda: Text(hub, led(said.title), TextSize.TITLE, weight=BOLD).selectable()
    )
    if said.subtitle:
        yield Part(
            ("subtitle", said.subtitle),
            lambda: Text(hub, said.subtitle, role=Role.TEXT_SECONDARY).selectable(),
        )
    if said.sentences:
        shown = ("level", said.level, said.sentences)
        yield Part(shown, lambda: level_box(hub, said.level, said.sentences))
    yield from _ladder(said, own)
    yield from _fact_lists(said.leads, own)
    if said.questions:
        yield Part(("ask", said.questions), lambda: ask_box(hub, said.questions))
    for heading, facts in (
        (translate("Parts", "Judged by a person"), said.judgements),
        (translate("Parts", "What goes with it"), said.facts),
        (translate("Parts", "Linkages"), said.linkages),
    ):
        if facts:
            yield Part(("section", heading), partial(section_label, hub, heading))
            yield from _facts(heading, facts, own)
    yield from _fact_lists(said.sections, own)
    yield from _histories(said, own)


def _ladder(said: Inspection, own: Wording) -> Iterator[Part]:
    if not said.ladder:
        return
    parties = tuple(own.seen(LADDER, said.parties, FEW_PARTIES))
    steps = tuple(_cut(step, len(parties)) for step in said.ladder)
    yield Part(("ladder", parties, steps), lambda: Ladder(own.hub, parties, steps))
    yield from own.more(LADDER, len(said.parties) - len(parties))


def _cut(step: LadderStep, count: int) -> LadderStep:
    """Return an option with the stances of the first parties only."""
    return replace(step, stances=step.stances[:count], silent=step.silent[:count], words=step.words[:count])


def _histories(said: Inspection, own: Wording) -> Iterator[Part]:
    told = [history for history in said.histories if history.entries]
    seen = own.seen(HISTORIES, told, FEW_PARTIES)
    for history in seen:
        yield _heading(own.hub, history.title)
        yield Part(history, partial(History, own.hub, history, own.follow))
    yield from own.more(HISTORIES, len(told) - len(seen))


def _fact_lists(lists: Iterable[FactList], own: Wording) -> Iterator[Part]:
    for each in lists:
        yield _heading(own.hub, each.heading)
        yield from _facts(each.heading, each.facts, own)


def _facts(name: str, facts: Sequence[Fact], own: Wording) -> Iterator[Part]:
    seen = own.seen(name, facts, FEW_FACTS)
    for fact in seen:
        yield Part(fact, partial(fact_line, own.hub, fact, own.follow))
    yield from own.more(name, len(facts) - len(seen))


def _heading(hub: ThemeHub, text: str) -> Part:
    """Return a heading that wraps: it may hold the name of a party, and that may be long."""
    return Part(("heading", text), lambda: Text(hub, text, TextSize.SMALL, Role.TEXT_MUTED, BOLD))


def level_box(hub: ThemeHub, level: Level | None, sentences: tuple[str, ...]) -> Box:
    """Return the box that says the level in its colour, with mark, word and sentences."""
    fill = LEVELS[level].fill if level else Role.ACCENT_SOFT
    ink = LEVELS[level].text if level else Role.TEXT
    box = Box(hub, fill)
    if level:
        head = QHBoxLayout()
        head.setSpacing(Space.TIGHT + 2)
        head.addWidget(LevelSign(hub, level))
        word = Text(hub, at_start(said(level)), TextSize.HEADING, ink, BOLD)
        head.addWidget(word.selectable(), 1)
        box.body.addLayout(head)
    box.body.addWidget(Text(hub, " ".join(sentences), role=ink).selectable())
    return box


def ask_box(hub: ThemeHub, questions: tuple[str, ...]) -> Box:
    """Return the box with what to ask whom."""
    box = Box(hub, Role.ASK, Role.ASK_BORDER)
    box.body.addWidget(Text(hub, translate("Parts", "Ask"), TextSize.SMALL, Role.ASK_TEXT, BOLD))
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
