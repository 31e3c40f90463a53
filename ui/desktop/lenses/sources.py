"""The Sources lens: grade, terms and what rests on each source; what rests on one alone, and on none."""

from __future__ import annotations

from PySide6.QtCore import QSettings

from ui.desktop.lenses.resting_panel import RestingPanel
from ui.desktop.lenses.table_lens import TableLens
from ui.desktop.lenses.tables.rows import CellText, Column, Page, TableRow, cell, faint, number
from ui.desktop.session import CaseSession
from ui.theme.hub import ThemeHub
from ui.theme.roles import Role
from workbench.domain.dates import PartialDate
from workbench.domain.handling import Handling
from workbench.domain.source import Source
from workbench.domain.vocabulary import Reliability
from workbench.readmodels.sources_lens import Resting, SourceRow, SourcesView, sources_view
from workbench.snapshot import Snapshot

SOURCES, ON_ONE, UNSOURCED = "sources", "on_one", "unsourced"


class SourcesLens(TableLens):
    """Three tables: the sources, what rests on a single one, and positions that name none."""

    key = "sources"

    def __init__(self, session: CaseSession, hub: ThemeHub, settings: QSettings) -> None:
        self._read: tuple[Snapshot, SourcesView] | None = None
        super().__init__(session, hub, settings)
        self.add_button = self.bar.add_action(
            self.tr("Add a source"), self.tr("Enter a source, with its terms and its grade")
        )
        self.add_button.clicked.connect(lambda _on: self.new_wanted.emit("sources"))
        self.resting = RestingPanel(hub)
        self.resting.record_wanted.connect(self.record_wanted)
        self.body.addWidget(self.resting)
        self.body.setStretchFactor(0, 3)
        self.body.setStretchFactor(1, 2)

    @property
    def view(self) -> SourcesView:
        """The sources as the audience may see them."""
        snapshot = self.session.snapshot
        if self._read is None or self._read[0] is not snapshot:
            self._read = (snapshot, sources_view(snapshot))
        return self._read[1]

    def pages(self) -> tuple[Page, ...]:
        """Return the three tables."""
        self.add_button.setVisible(self.session.may_edit)
        view = self.view
        sources = {row.source.code: row for row in view.rows}
        alone = (
            (own, sources[own.sources[0]])
            for own in (view.resting[place] for place in view.on_one)
            if own.sources[0] in sources
        )
        return (
            Page(
                SOURCES, self.tr("All sources"), self._source_columns(),
                tuple(_source_row(row) for row in view.rows),
                self.tr("No source has been entered that may be shown here."),
            ),
            Page(
                ON_ONE, self.tr("On one source only"), self._single_columns(),
                tuple(_single_row(own, row) for own, row in alone),
                self.tr("Nothing rests on a single source."),
            ),
            Page(
                UNSOURCED, self.tr("Without a source"), self._bare_columns(),
                tuple(_bare_row(own) for own in view.unsourced),
                self.tr("Every position names a source."), view.unsourced_count,
            ),
        )  # fmt: skip

    def row_chosen(self, row: TableRow | None) -> None:
        """Show what rests on the source that is current."""
        is_source = row is not None and row.table == "sources"
        self.resting.setVisible(self.page is not None and self.page.key == SOURCES)
        own = self.view.row_of(row.key[0]) if row is not None and is_source else None
        self.resting.show_source(own, self.view.resting_on(own.source.code) if own else ())

    def _source_columns(self) -> tuple[Column, ...]:
        return (
            Column("source", self.tr("Source"), 4, 150),
            Column("kind", self.tr("Kind"), 1, 92),
            Column("date", self.tr("Date"), 1, 96),
            self._grade_column(),
            Column("terms", self.tr("Terms"), 1.1, 92, tip=self.tr("On what terms it may be repeated")),
            Column("handling", self.tr("Handling"), 0.9, 70),
            Column(
                "positions", self.tr("Positions"), 0.8, 86, is_number=True,
                tip=self.tr("How many positions rest on it"),
            ),
            Column(
                "alone", self.tr("Alone"), 0.6, 64, is_number=True,
                tip=self.tr("How much rests on it and on no other source"),
            ),
        )  # fmt: skip

    def _single_columns(self) -> tuple[Column, ...]:
        return (
            Column("what", self.tr("What rests on it"), 3, 150),
            Column("kind", self.tr("Kind"), 1.2, 92),
            Column("since", self.tr("Since"), 1, 96),
            Column("source", self.tr("Its only source"), 2.4, 120),
            self._grade_column(),
            Column("terms", self.tr("Terms"), 1.1, 92),
        )

    def _bare_columns(self) -> tuple[Column, ...]:
        return (
            Column("what", self.tr("Position"), 3.6, 160),
            Column("kind", self.tr("Track"), 1.2, 90),
            Column("since", self.tr("Since"), 1, 96),
        )

    def _grade_column(self) -> Column:
        tip = self.tr("Reliability, A to E; F says that it cannot be judged")
        return Column("grade", self.tr("Grade"), 0.6, 60, tip=tip)


def _source_row(row: SourceRow) -> TableRow:
    source = row.source
    cells = (
        cell(source.title, row.named, strong=True),
        faint(source.kind.value),
        dated(source.date),
        _grade(source),
        _terms(source),
        faint(source.handling.value, order=float(list(Handling).index(source.handling))),
        number(row.positions),
        number(row.alone),
    )
    return TableRow.of("sources", (source.code,), cells, source.code, source.citation, source.identity)


def _single_row(own: Resting, row: SourceRow) -> TableRow:
    source = row.source
    cells = (
        cell(own.title, own.says, strong=True),
        faint(own.kind),
        dated(own.date, own.since),
        cell(source.title, row.named),
        _grade(source),
        _terms(source),
    )
    return TableRow.of(own.table, own.key, cells, source.code)


def _bare_row(own: Resting) -> TableRow:
    track = own.kind.rpartition(", ")[2]
    cells = (cell(own.title, own.says, strong=True), faint(track), dated(own.date, own.since))
    return TableRow.of(own.table, own.key, cells)


def dated(date: PartialDate | None, text: str = "") -> CellText:
    """Return a date as typed, sorted by the day on which it counts."""
    if date is None:
        return faint("")
    return faint(text or date.text, order=float(date.effective.toordinal()))


def _grade(source: Source) -> CellText:
    is_judged = source.reliability is not Reliability.F
    role = Role.TEXT if is_judged else Role.TEXT_MUTED
    order = source.reliability.value if is_judged else None
    return CellText(source.reliability.value, order=order, strong=is_judged, role=role)


def _terms(source: Source) -> CellText:
    role = Role.TEXT_SECONDARY if source.terms.may_be_repeated else Role.ERROR_TEXT
    return CellText(source.terms.value, order=source.terms.value, role=role)
