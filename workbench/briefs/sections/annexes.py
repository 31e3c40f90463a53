"""Annexes: how positions came about, sources, names and terms."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.briefs.citing import source_name
from workbench.briefs.content import (
    Block,
    Cell,
    Heading,
    Paragraph,
    Run,
    RunStyle,
    Table,
    cell,
    header_row,
    paragraph,
    run,
    shares,
    strong,
)
from workbench.briefs.material import Material
from workbench.briefs.phrases import muted, quoted, small, stance_lines
from workbench.briefs.words import NO_SOURCE, SOURCE_NOT_SHOWN, primary_of
from workbench.domain.position import Position
from workbench.domain.source import Source
from workbench.domain.term import Term


def position_history(material: Material) -> list[Block]:
    """Return the positions in reach of the parties of the brief, oldest first, issue by issue."""
    most, words = material.limits.history, material.words
    rows = material.history[-most:]
    if not rows:
        return []
    table_of = material.snapshot.table
    rows = sorted(rows, key=lambda row: (int(table_of.issue[row]), int(table_of.party[row])))
    table = Table(
        shares(44, 30, 80, 26),
        header_row(*(words.say(f"history.{key}") for key in ("subject", "when", "position", "sources"))),
        tuple(_history_row(material, row) for row in rows),
        caption=words.say("history.caption"),
        compact=True,
    )
    earlier = len(material.history) - len(rows)
    left = [muted(words.say("history.left_out", number=earlier, shown=len(rows)))] if earlier else []
    return [Heading(words.say("history.heading")), table, *left]


def _history_row(material: Material, row: int) -> tuple[Cell, ...]:
    position, words = material.position_in(row), material.words
    ends = words.when(position.until, short=True) if position.until else ""
    until = [muted(words.say("shared.until", date=ends))] if ends else []
    return (
        cell(small(strong(material.issue_title(position.issue))), small(material.label_of(position.party))),
        cell(small(words.dated(position.since, short=True)), *until, muted(words.of(position.track))),
        cell(*stance_lines(material, position, with_unstated=False)),
        cell(muted(_numbers(material, row, position))),
    )


def _numbers(material: Material, row: int, position: Position) -> str:
    numbers = [f"[{material.source_numbers[reference.code]}]" for reference in position.sources]
    hidden = [material.words.of(SOURCE_NOT_SHOWN)] if material.snapshot.source_not_shown[row] else []
    return material.words.say("shared.comma").join(numbers + hidden) or material.words.of(NO_SOURCE)


def sources(material: Material) -> list[Block]:
    """Return the sources cited, at the permitted attribution, with grade and terms."""
    most, words = material.limits.sources, material.words
    cited = list(material.source_numbers.items())
    if not cited:
        return []
    table = Table(
        shares(10, 110, 28, 14, 30),
        header_row(*(words.say(f"sources.{key}") for key in ("number", "source", "date", "grade", "terms"))),
        tuple(_source_row(material, material.snapshot.source(code), number) for code, number in cited[:most]),
        caption=words.say("sources.caption"),
    )
    left = [muted(words.say("sources.left_out", number=len(cited) - most))] if cited[most:] else []
    return [Heading(words.say("sources.heading")), table, *left]


def _source_row(material: Material, source: Source, number: int) -> tuple[Cell, ...]:
    words = material.words
    return (
        cell(small(f"[{number}]")),
        cell(*source_lines(material, source)),
        cell(small(date_words(material, source))),
        cell(small(source.reliability.value)),
        cell(small(words.of(source.terms))),
    )


def date_words(material: Material, source: Source) -> str:
    """Return when a source is of, short."""
    words = material.words
    return words.when(source.date, short=True) if source.date else words.say("sources.undated")


def source_lines(material: Material, source: Source) -> Iterator[Paragraph]:
    """Yield a source at the permitted attribution: its name, what it is, where it stands."""
    if not source.attribution:
        # A title names its source as surely as an attribution does.
        yield small(source_name(material, source))
        return
    kind = material.words.of(source.kind)
    about = material.words.say("shared.comma") + material.words.label(kind)
    yield small(strong(source.attribution), about, run(source.title, RunStyle.WORK))
    if source.citation:
        yield muted(run(source.citation, RunStyle.WORK))
    if source.url:
        yield muted(run(source.url, RunStyle.WORK))
    yield from identity_line(material, source)


def identity_line(material: Material, source: Source) -> Iterator[Paragraph]:
    """Yield who a source really is, for those who may see that, unless its attribution says so."""
    if source.attribution and source.identity and source.identity != source.attribution:
        yield muted(material.words.say("sources.identity", identity=source.identity))


def names_and_terms(material: Material) -> list[Block]:
    """Return the contested names: a neutral form, and each party's own."""
    names = terms_by_name(material)
    if not names:
        return []
    words = material.words
    table = Table(
        shares(60, 120),
        header_row(words.say("names.used"), words.say("names.said")),
        tuple(_term_row(material, neutral, terms) for neutral, terms in names),
        caption=words.say("names.caption"),
    )
    return [Heading(words.say("names.heading")), table]


def terms_by_name(material: Material) -> list[tuple[str, list[Term]]]:
    """Return the contested names with what each party calls them, in the order of the case."""
    by_name: dict[tuple[str, str], list[Term]] = {}
    for term in material.snapshot.case.terms:
        by_name.setdefault((term.subject, term.neutral), []).append(term)
    return [(neutral, terms) for (_, neutral), terms in by_name.items()]


def _term_row(material: Material, neutral: str, terms: list[Term]) -> tuple[Cell, ...]:
    forms = (paragraph(*form_runs(material, term), role=small().role) for term in terms)
    return cell(small(strong(neutral or material.words.say("names.no_neutral")))), cell(*forms)


def form_runs(material: Material, term: Term) -> Iterator[str | Run]:
    """Yield a form of a name: whose it is, the form itself, its language."""
    if term.party:
        yield material.words.label(material.label_of(term.party))
    yield from quoted(material, term.term, term.language)
    usual = {"", material.words.primary, primary_of(material.snapshot.case.entry("language"))}
    if primary_of(term.language) not in usual:
        yield f" ({term.language})"
