"""What stands behind a position brief: its sources, names and terms, and what was left out."""

from __future__ import annotations

from workbench.briefs.content import (
    Block,
    Cell,
    Heading,
    Role,
    Run,
    Table,
    cell,
    header_row,
    paragraph,
    shares,
    strong,
)
from workbench.briefs.phrases import small
from workbench.briefs.portrait.sitter import Sitter
from workbench.briefs.sections.annexes import (
    date_words,
    form_runs,
    identity_line,
    source_lines,
    terms_by_name,
)
from workbench.briefs.sections.reading import how_to_read
from workbench.domain.term import Term

MOST_PAGES = 4
_BETWEEN = (Run(" · "),)


def sources(sitter: Sitter) -> list[Block]:
    """Return the sources cited, at the permitted attribution."""
    words = sitter.words
    cited = sitter.short.first("sources", list(sitter.material.source_numbers.items()))
    if not cited:
        return []
    header = header_row(
        *(words.say(f"sources.{key}") for key in ("number", "source", "date", "grade", "terms"))
    )
    rows = tuple(_source(sitter, code, number) for code, number in cited)
    table = Table(shares(11, 107, 25, 16, 27), header, rows, words.say("sources.caption"), compact=True)
    return [Heading(words.say("position.sources")), table]


def _source(sitter: Sitter, code: str, number: int) -> tuple[Cell, ...]:
    source, words = sitter.material.snapshot.source(code), sitter.words
    name = next(iter(source_lines(sitter.material, source)))
    return (
        cell(small(f"[{number}]")),
        cell(sitter.short.paragraph(name), *identity_line(sitter.material, source)),
        cell(small(date_words(sitter.material, source))),
        cell(small(source.reliability.value)),
        cell(small(words.of(source.terms))),
    )


def names(sitter: Sitter) -> list[Block]:
    """Return the contested names of the party, of its issues and of its own."""
    snapshot = sitter.material.snapshot
    subjects = {f"party:{sitter.code}"}
    subjects |= {f"issue:{snapshot.issues[issue].code}" for issue in sitter.shown}
    own = [
        (neutral, terms)
        for neutral, terms in terms_by_name(sitter.material)
        if terms[0].subject in subjects or any(term.party == sitter.code for term in terms)
    ]
    shown = sitter.short.first("terms", own)
    named = [sitter.short.paragraph(small(*_name(sitter, *one))).runs for one in shown]
    runs = [run for number, one in enumerate(named) for run in ((*_BETWEEN, *one) if number else one)]
    return [Heading(sitter.words.say("position.names")), small(*runs)] if runs else []


def _name(sitter: Sitter, neutral: str, terms: list[Term]) -> list[str | Run]:
    runs: list[str | Run] = [strong(neutral or sitter.words.say("names.no_neutral")), " – "]
    for number, term in enumerate(terms):
        runs += [*([sitter.words.say("shared.join")] if number else []), *form_runs(sitter.material, term)]
    return runs


def reading(sitter: Sitter) -> list[Block]:
    """Return what the words and figures of the brief mean."""
    weighed = any(own.salience is not None for own in sitter.shown.values())
    return how_to_read(sitter.material, weighed=weighed)


def left_out(sitter: Sitter) -> list[Block]:
    """Return the paragraph that says what the brief does not print, where it was shortened."""
    said = sitter.short.says()
    if not said:
        return []
    words = sitter.words
    text = words.say("position.shortened", pages=MOST_PAGES, what=words.join(said))
    return [paragraph(strong(words.label(words.say("brief.left_out"))), text, role=Role.MUTED)]
