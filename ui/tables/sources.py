"""The tables of the Sources lens: the sources, what rests on a single one, and what names none."""

from __future__ import annotations

from collections.abc import Sequence

from ui.tables.facets import Facet, marks, party_facet
from ui.tables.rows import CellText, Column, Page, Respects, TableRow, cell, faint, number, rows_of
from ui.theme.roles import Role
from ui.words import said, translate
from workbench.domain.dates import PartialDate
from workbench.domain.handling import Handling
from workbench.domain.party import Party
from workbench.domain.source import Source
from workbench.domain.vocabulary import Reliability, Terms, Track
from workbench.readmodels.sources_lens import Resting, RestingList, SourceRow, SourcesView

SOURCES, ON_ONE, UNSOURCED = "sources", "on_one", "unsourced"
_ALONE, _SHARED, _BARE = "alone", "shared", "bare"


def source_pages(
    view: SourcesView, parties: Sequence[Party] = (), *, enters: bool = False
) -> tuple[Page, ...]:
    """Return the three tables.

    `parties` are those by which what rests on sources can be narrowed. `enters` tells whether whoever looks
    may enter sources, and is told what they are for.
    """
    sources = {row.source.code: row for row in view.rows}

    def single(place: int) -> TableRow:
        resting = view.resting[place]
        return _single_row(resting, sources[resting.sources[0]])

    own, of_party = (_grades(), _terms_of_use()), party_facet(parties)
    is_whole = view.unsourced_count == len(view.unsourced)
    return (
        Page(
            SOURCES, translate("SourcesLens", "All sources"), _source_columns(),
            tuple(_source_row(row) for row in view.rows),
            _nothing(enters=enters), facets=(*own, _resting_on_it()),
        ),
        Page(
            ON_ONE, translate("SourcesLens", "On one source only"), _single_columns(),
            rows_of(view.on_one, single, view.place_on_one, lambda: _single_respects(view)),
            translate("SourcesLens", "Nothing rests on a single source."),
            facets=(*own, of_party),
        ),
        Page(
            UNSOURCED, translate("SourcesLens", "Without a source"), _bare_columns(),
            rows_of(view.unsourced, _bare_row, view.place_unsourced, lambda: _bare_respects(view)),
            translate("SourcesLens", "Every position names a source."), view.unsourced_count,
            (of_party, _tracks()) if is_whole else (),
        ),
    )  # fmt: skip


def _single_respects(view: SourcesView) -> Respects:
    """Return of what everything is that rests on a single source."""
    sources = {row.source.code: row.source for row in view.rows}
    parties, codes = view.named_on_one()
    grades = {code: own.reliability.value for code, own in sources.items()}
    terms = {code: own.terms.value for code, own in sources.items()}
    return {
        "grade": [grades[code] for code in codes],
        "terms": [terms[code] for code in codes],
        "party": parties,
    }


def _bare_respects(view: SourcesView) -> Respects:
    """Return of what every position is that names no source."""
    parties, tracks = view.held_unsourced()
    return {"party": parties, "track": [said(own) for own in tracks]}


def _grades() -> Facet:
    return Facet("grade", translate("SourcesLens", "Grade"), tuple((own, own) for own in Reliability))


def _terms_of_use() -> Facet:
    names = tuple((own.value, said(own)) for own in Terms)
    return Facet("terms", translate("SourcesLens", "Terms"), names)


def _tracks() -> Facet:
    names = tuple((said(own), said(own)) for own in Track)
    return Facet("track", translate("SourcesLens", "Track"), names)


def _resting_on_it() -> Facet:
    names = (
        (_ALONE, translate("SourcesLens", "something on it alone")),
        (_SHARED, translate("SourcesLens", "nothing on it alone")),
        (_BARE, translate("SourcesLens", "nothing at all")),
    )
    return Facet("rests", translate("SourcesLens", "What rests on it"), names)


def _rests(row: SourceRow) -> str:
    if row.alone:
        return _ALONE
    return _SHARED if row.positions or row.others else _BARE


def _nothing(*, enters: bool) -> str:
    if not enters:
        return translate("SourcesLens", "No source has been entered that may be shown here.")
    return translate(
        "SourcesLens",
        "No source has been entered. A source says how we know: who said it, on what terms it may be "
        "repeated, and how far to rely on it. Positions name the sources that they rest on.",
    )


def resting_page(row: SourceRow | None, resting: RestingList) -> Page:
    """Return what rests on a source, or that none is chosen."""
    if row is None:
        title = translate("RestingPanel", "What rests on a source")
        nothing = translate("RestingPanel", "Choose a source above.")
    else:
        title = translate("RestingPanel", "What rests on “{title}”").format(title=row.source.title)
        nothing = translate("RestingPanel", "Nothing rests on it.")
    columns = (
        Column("what", translate("RestingPanel", "What"), 3, 150),
        Column("kind", translate("RestingPanel", "Kind"), 1.2, 92),
        Column("since", translate("RestingPanel", "Since"), 1, 96),
    )
    return Page("resting", title, columns, rows_of(resting, _resting_row, resting.find), nothing)


def dated(date: PartialDate | None, text: str = "") -> CellText:
    """Return a date as typed, sorted by the day on which it counts."""
    if date is None:
        return faint("")
    return faint(text or date.text, order=float(date.effective.toordinal()))


def _source_columns() -> tuple[Column, ...]:
    return (
        Column("source", translate("SourcesLens", "Source"), 4, 150),
        Column("kind", translate("SourcesLens", "Kind"), 1, 92),
        Column("date", translate("SourcesLens", "Date"), 1, 96),
        _grade_column(),
        Column(
            "terms", translate("SourcesLens", "Terms"), 1.1, 92,
            tip=translate("SourcesLens", "On what terms it may be repeated"),
        ),
        Column("handling", translate("SourcesLens", "Handling"), 0.9, 70),
        Column(
            "positions", translate("SourcesLens", "Positions"), 0.8, 86, is_number=True,
            tip=translate("SourcesLens", "How many positions rest on it"),
        ),
        Column(
            "alone", translate("SourcesLens", "Alone"), 0.6, 64, is_number=True,
            tip=translate("SourcesLens", "How much rests on it and on no other source"),
        ),
    )  # fmt: skip


def _single_columns() -> tuple[Column, ...]:
    return (
        Column("what", translate("SourcesLens", "What rests on it"), 3, 150),
        Column("kind", translate("SourcesLens", "Kind"), 1.2, 92),
        Column("since", translate("SourcesLens", "Since"), 1, 96),
        Column("source", translate("SourcesLens", "Its only source"), 2.4, 120),
        _grade_column(),
        Column("terms", translate("SourcesLens", "Terms"), 1.1, 92),
    )


def _bare_columns() -> tuple[Column, ...]:
    return (
        Column("what", translate("SourcesLens", "Position"), 3.6, 160),
        Column("kind", translate("SourcesLens", "Track"), 1.2, 90),
        Column("since", translate("SourcesLens", "Since"), 1, 96),
    )


def _grade_column() -> Column:
    tip = translate("SourcesLens", "Reliability, A to E; F says that it cannot be judged")
    return Column("grade", translate("SourcesLens", "Grade"), 0.6, 60, tip=tip)


def _source_row(row: SourceRow) -> TableRow:
    source = row.source
    cells = (
        cell(source.title, row.named, strong=True),
        faint(said(source.kind)),
        dated(source.date),
        _grade(source),
        _terms(source),
        faint(said(source.handling), order=float(list(Handling).index(source.handling))),
        number(row.positions),
        number(row.alone),
    )
    own = marks(grade=source.reliability.value, terms=source.terms.value, rests=_rests(row))
    also = source.code, source.citation, source.identity
    return TableRow.of("sources", (source.code,), cells, *also, marks=own)


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
    of = marks(grade=source.reliability.value, terms=source.terms.value, party=own.party)
    return TableRow.of(own.table, own.key, cells, source.code, marks=of)


def _bare_row(own: Resting) -> TableRow:
    cells = (cell(own.title, own.says, strong=True), faint(own.track), dated(own.date, own.since))
    return TableRow.of(own.table, own.key, cells, marks=marks(party=own.party, track=own.track))


def _resting_row(own: Resting) -> TableRow:
    cells = (cell(own.title, own.says), faint(own.kind), dated(own.date, own.since))
    return TableRow.of(own.table, own.key, cells)


def _grade(source: Source) -> CellText:
    is_judged = source.reliability is not Reliability.F
    role = Role.TEXT if is_judged else Role.TEXT_MUTED
    order = source.reliability.value if is_judged else None
    return CellText(source.reliability.value, order=order, strong=is_judged, role=role)


def _terms(source: Source) -> CellText:
    role = Role.TEXT_SECONDARY if source.terms.may_be_repeated else Role.ERROR_TEXT
    return CellText(said(source.terms), order=said(source.terms), role=role)
