"""Annexes: how positions came about, sources, names and terms."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.briefs.content import (
    Block,
    Cell,
    Heading,
    Paragraph,
    Run,
    Table,
    cell,
    header_row,
    paragraph,
    quote,
    shares,
    strong,
)
from workbench.briefs.material import Material, muted, small, source_name, stance_lines
from workbench.domain.position import Position
from workbench.domain.source import Source
from workbench.domain.term import Term
from workbench.readmodels.wording import NO_SOURCE, SOURCE_NOT_SHOWN, since_in_words


def position_history(material: Material) -> list[Block]:
    """Return every position in reach of the parties of the brief, oldest first, issue by issue."""
    rows = tuple(_history_row(material, row) for row in _history_rows(material))
    if not rows:
        return []
    table = Table(
        shares(44, 30, 80, 26),
        header_row("Issue and party", "From, track", "Position", "Sources"),
        rows,
        caption="Every position in the order in which it took effect",
        compact=True,
    )
    return [Heading("Annex: position history"), table]


def _history_rows(material: Material) -> list[int]:
    table, parties = material.snapshot.table, set(material.parties)
    rows = (int(row) for row in material.snapshot.by_effective)
    own = [row for row in rows if int(table.party[row]) in parties]
    return sorted(own, key=lambda row: (int(table.issue[row]), int(table.party[row])))


def _history_row(material: Material, row: int) -> tuple[Cell, ...]:
    position = material.positions[row]
    until = [muted(f"until {position.until.text}")] if position.until else []
    return (
        cell(small(strong(material.issue_title(position.issue))), small(material.label_of(position.party))),
        cell(small(since_in_words(position.since)), *until, muted(position.track.value)),
        cell(*stance_lines(material, position, with_unstated=False)),
        cell(muted(_numbers(material, row, position))),
    )


def _numbers(material: Material, row: int, position: Position) -> str:
    numbers = [f"[{material.source_numbers[reference.code]}]" for reference in position.sources]
    hidden = [SOURCE_NOT_SHOWN] if material.snapshot.source_not_shown[row] else []
    return ", ".join(numbers + hidden) or NO_SOURCE


def sources(material: Material) -> list[Block]:
    """Return the sources cited, at the permitted attribution, with grade and terms."""
    rows = tuple(
        _source_row(material.snapshot.source(code), number)
        for code, number in material.source_numbers.items()
    )
    if not rows:
        return []
    table = Table(
        shares(10, 110, 28, 14, 30),
        header_row("No.", "Source", "Date", "Grade", "Terms"),
        rows,
        caption="Sources cited in this brief",
    )
    return [Heading("Annex: sources"), table]


def _source_row(source: Source, number: int) -> tuple[Cell, ...]:
    return (
        cell(small(f"[{number}]")),
        cell(*_source_lines(source)),
        cell(small(source.date.text if source.date else "not dated")),
        cell(small(source.reliability.value)),
        cell(small(source.terms.value)),
    )


def _source_lines(source: Source) -> Iterator[Paragraph]:
    if not source.attribution:
        # A title names its source as surely as an attribution does.
        yield small(source_name(source))
        return
    yield small(strong(source.attribution), f", {source.kind}: {source.title}")
    if source.citation:
        yield muted(source.citation)
    if source.url:
        yield muted(source.url)
    if source.identity and source.identity != source.attribution:
        yield muted(f"Identity: {source.identity}")


def names_and_terms(material: Material) -> list[Block]:
    """Return the contested names: a neutral form, and each party's own."""
    by_name: dict[tuple[str, str], list[Term]] = {}
    for term in material.snapshot.case.terms:
        by_name.setdefault((term.subject, term.neutral), []).append(term)
    if not by_name:
        return []
    rows = tuple(_term_row(material, neutral, terms) for (_, neutral), terms in by_name.items())
    table = Table(
        shares(60, 120),
        header_row("Used here", "What parties say"),
        rows,
        caption="Names that are contested",
    )
    return [Heading("Annex: names and terms"), table]


def _term_row(material: Material, neutral: str, terms: list[Term]) -> tuple[Cell, ...]:
    forms = (paragraph(*_form(material, term), role=small().role) for term in terms)
    return cell(small(strong(neutral or "no neutral form"))), cell(*forms)


def _form(material: Material, term: Term) -> Iterator[str | Run]:
    if term.party:
        yield f"{material.label_of(term.party)}: "
    yield quote(term.term, term.language)
    if term.language and term.language != "en":
        yield f" ({term.language})"
