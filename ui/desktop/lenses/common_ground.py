"""The Common ground lens: agreed and contested facts, convergent and divergent norms, on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from ui.desktop.lenses.bar import LensBar
from ui.desktop.lenses.ground_card import GroundCard
from ui.desktop.lenses.lens import Captured, Lens, TableOfTexts
from ui.desktop.lenses.parties_tools import Nothing
from ui.desktop.lenses.scrolling import scroll_as
from ui.desktop.session import CaseSession
from ui.desktop.view_state import Selection
from ui.tables.finding import sought_in_words
from ui.tables.ground import blocks_holding, ground_name, ground_nothing
from ui.theme.dress import set_surface
from ui.theme.hub import ThemeHub
from ui.theme.meanings import GROUNDS
from ui.theme.typography import Space
from workbench.analysis.common_ground import Ground
from workbench.analysis.standing import standing_on
from workbench.domain.case import RecordKey
from workbench.domain.issue import Issue
from workbench.domain.vocabulary import IssueKind
from workbench.readmodels.common_ground_lens import GroundBlock, ground_blocks
from workbench.readmodels.wording import commas

if TYPE_CHECKING:
    from ui.paint.picture import Picture

_PLACES = {
    Ground.AGREED_FACT: (0, 0),
    Ground.CONVERGENT_NORM: (0, 1),
    Ground.CONTESTED_FACT: (1, 0),
    Ground.DIVERGENT_NORM: (1, 1),
    Ground.ONE_SIDE: (2, 0),
}
_TWO_COLUMNS = 620
"""Width from which facts and norms stand side by side, at 100 %."""


class CommonGroundLens(Lens):
    """Five cards: facts on the left, norms on the right, what one side alone holds below."""

    key = "common_ground"
    follows = frozenset({"audience", "day", "basis", "hidden"})

    def __init__(self, session: CaseSession, hub: ThemeHub, settings: QSettings) -> None:
        super().__init__(session, hub, settings)
        self._blocks: tuple[GroundBlock, ...] = ()
        self.bar = LensBar(hub, self.title)
        self.cards = {ground: GroundCard(hub, ground_name(ground), GROUNDS[ground]) for ground in Ground}
        self.page = QWidget()
        set_surface(self.page, "window")
        self._grid = QGridLayout(self.page)
        self._grid.setContentsMargins(Space.SECTION, Space.TIGHT, Space.SECTION, Space.SECTION)
        self._grid.setSpacing(Space.WIDE)
        self.pane = QScrollArea()
        self.pane.setAccessibleName(self.title)
        self.pane.setWidgetResizable(True)
        self.pane.setFrameShape(QFrame.Shape.NoFrame)
        self.pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pane.setWidget(self.page)
        self._columns = 0
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self.bar)
        body.addWidget(self.pane, 1)
        self.nothing = Nothing(hub)
        self.nothing.hide()
        body.addWidget(self.nothing, 1)
        self._connect()

    def refresh(self, changed: frozenset[str] | None) -> None:
        """Show the facts and norms as they stand on the day shown, between the parties in view."""
        del changed
        view, snapshot = self.session.view, self.session.snapshot
        is_first = not self._blocks
        numbers = [n for n, party in enumerate(snapshot.parties) if party.code not in view.hidden]
        standing = standing_on(snapshot, view.day, view.basis)
        self._blocks = ground_blocks(standing, numbers) if numbers else ground_blocks(standing)
        if is_first:
            self.bar.finder.setText(self.kept_of_case("query"))
        self._say_of_none()
        self._show()
        if is_first and self.kept("scroll").isdigit():
            scroll_as(self.pane, f"0,{self.kept('scroll')}")

    def capture(self) -> Captured:
        """Take hold of what answers the query: a line for each account, or where nobody holds one."""
        blocks = self._seen()
        headings = (
            self.tr("Common ground"), self.tr("Issue"), self.tr("Question"), self.tr("Account"),
            self.tr("Who says what"), self.tr("No position known"),
        )  # fmt: skip
        return Captured(lambda _tell: TableOfTexts(headings, _lines(blocks)))

    def picture(self) -> Picture:
        """Return the cards with what answers the query."""
        from ui.pictures.tables import ground_picture  # noqa: PLC0415 - when one is asked for

        view, told = self.session.view, self.told()
        standing = standing_on(self.session.snapshot, view.day, view.basis)
        return ground_picture(self._seen(), standing, is_search=bool(told), more=told)

    def told(self) -> tuple[str, ...]:
        """Return what is sought."""
        return sought_in_words(self.bar.finder.text())

    def keep(self) -> None:
        """Remember query and scroll."""
        self.remember_of_case("query", self.bar.finder.text())
        self.remember("scroll", str(self.pane.verticalScrollBar().value()))

    def chosen_record(self) -> tuple[str, RecordKey] | None:
        """Return the fact or norm that has the keyboard."""
        own = next((text for card in self.cards.values() for text in card.texts if text.hasFocus()), None)
        return None if own is None else ("issues", (own.item.issue.code,))

    def reveal(self, table: str, key: RecordKey) -> bool:
        """Scroll to a fact or a norm."""
        texts = [text for card in self.cards.values() for text in card.texts]
        own = next((text for text in texts if table == "issues" and (text.item.issue.code,) == key), None)
        if own is not None:
            self.pane.ensureWidgetVisible(own)
            own.setFocus()
        return own is not None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards side by side where there is room."""
        super().resizeEvent(event)
        self._arrange(2 if self.width() >= round(_TWO_COLUMNS * self.hub.zoom) else 1)

    def _connect(self) -> None:
        self.bar.query_changed.connect(lambda _query: self._show())
        self.bar.left.connect(self._focus_first)
        self.bar.export_wanted.connect(self.export_wanted)
        self.setFocusProxy(self.bar.finder)
        for card in self.cards.values():
            card.wanted.connect(lambda issue: self.session.select(Selection(issue)))

    def _focus_first(self) -> None:
        first = next((text for card in self.cards.values() for text in card.texts), None)
        if first is not None:
            first.setFocus()

    def _seen(self) -> tuple[GroundBlock, ...]:
        """Return the blocks with what answers the query."""
        return blocks_holding(self._blocks, self.bar.finder.text())

    def _show(self) -> None:
        seen, is_search = self._seen(), bool(self.bar.finder.text().strip())
        for block in seen:
            nothing = ground_nothing(block.ground, is_search=is_search)
            self.cards[block.ground].show_items(block.items, nothing)
        shown, every = (sum(len(block.items) for block in blocks) for blocks in (seen, self._blocks))
        text = f"{every}" if shown == every else self.tr("{seen} of {total}").format(seen=shown, total=every)
        self.bar.count.set_text(text)

    def _say_of_none(self) -> None:
        """Say what stands here and lead to entering it, where neither fact nor norm has been recorded."""
        kinds = (IssueKind.FACT, IssueKind.NORM)
        has_any = any(issue.kind in kinds for issue in self.session.snapshot.issues)
        self.pane.setVisible(has_any)
        self.nothing.setVisible(not has_any)
        self.bar.setEnabled(has_any)
        self.setFocusProxy(self.bar.finder if has_any else self.nothing)
        if has_any:
            return
        if not self.session.may_edit:
            self.nothing.say(self.tr("No fact and no norm has been recorded that may be shown here."))
            return
        text = self.tr(
            "No fact and no norm has been recorded. An issue of the kind “fact” asks what is so, one of the "
            "kind “norm” by what rule it is to be judged. What the parties hold of them stands here side by "
            "side: agreed or contested, shared or divergent."
        )
        fact = Issue("", "", kind=IssueKind.FACT)
        self.nothing.say(text, self.tr("Add a fact"), lambda: self.start_wanted.emit(fact))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, (ground, card) in enumerate(self.cards.items()):
            self._grid.removeWidget(card)
            row, column = _PLACES[ground] if columns > 1 else (number, 0)
            self._grid.addWidget(card, row, column, 1, 2 if columns > 1 and row > 1 else 1)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if columns > 1 else 0)
        self._grid.setRowStretch(len(self.cards), 1)


def _lines(blocks: tuple[GroundBlock, ...]) -> tuple[tuple[str, ...], ...]:
    """Return one line for each account, and for each fact or norm on which nobody holds one."""
    return tuple(
        (ground_name(block.ground), item.issue.title, item.issue.question, *told, commas(item.silent))
        for block in blocks
        for item in block.items
        for told in [(line.label, line.said) for line in item.lines] or [("", "")]
    )
