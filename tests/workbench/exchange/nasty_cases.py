"""Generated cases with every kind of record, and texts that tables find hard to carry."""

from __future__ import annotations

from hypothesis import strategies as st

from workbench.domain.case import TABLE_FIELDS, TABLES, Case, CaseEntry, key_of
from workbench.domain.codes import SourceReference
from workbench.domain.dates import PartialDate, parse_date
from workbench.domain.event import Event
from workbench.domain.handling import Handling
from workbench.domain.issue import Issue, Option
from workbench.domain.judgement import Judgement
from workbench.domain.level import Level
from workbench.domain.linkage import Linkage
from workbench.domain.package import Package
from workbench.domain.party import Group, Influence, Membership, Party
from workbench.domain.position import Position
from workbench.domain.source import Source
from workbench.domain.term import Term
from workbench.domain.vocabulary import (
    Agenda,
    Confidence,
    IssueKind,
    LinkageKind,
    PartyKind,
    Reliability,
    Scale,
    SourceKind,
    Stance,
    Strength,
    Terms,
    TimePressure,
    Track,
)
from workbench.exchange import ImportPlan

HARD_TEXTS = (
    '=HYPERLINK("http://example.org","x")',
    "+1-2",
    "-5",
    "@SUM(A1)",
    "'quoted'",
    'He said "no"; she said, "yes"',
    "two\nlines",
    "two\r\nlines",
    "a lone \r return",
    "\ttabbed\t",
    " blank at both ends ",
    "a;b;c",
    "Ստեփանակերտ, և այլն",
    "Xankəndi, Naxçıvan, İğdır",
    "Степанакерт",
    "مفاوضات",
    "𝔘nicode beyond 🕊️",
    "_x000D_ and _x0041_",
    "007",
    "1e5",
    "2023-03-20",
    "TRUE",
    "NULL",
    "#REF!",
    "x" * 5000,
    "https://example.org/a?b=c&d",
    "\u200e\u00a0\ufeff",
)
DATES = (
    "2022",
    "2022-03",
    "2022-03-15",
    "2022-03~",
    "201X",
    "2022-12/2023-03",
    "2022-12/..",
    "../2022-12",
    "2021?",
)

_signs = st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff")
texts = st.one_of(
    st.just(""), st.sampled_from(HARD_TEXTS), st.text(_signs | st.sampled_from("\n\r\t,;\"'="), max_size=6)
)
_words = st.text("aB=\n '", max_size=4).map(lambda text: f"n{text}")
names = st.one_of(st.sampled_from(HARD_TEXTS[:-1]), _words)
_code_signs = st.characters(
    blacklist_categories=("Cs", "Cc", "Zs", "Zl", "Zp"), blacklist_characters=";@=:\ufffe\uffff"
)
codes = st.one_of(
    st.sampled_from(["BAK", "007", "=1+1", "-x", "1e5", "TRUE", "Բաքու", "Xankəndi", '"', "a,b", "2022-03"]),
    st.text(_code_signs, min_size=1, max_size=4),
)
issue_codes = codes.filter(lambda code: "=" not in code)
handlings = st.sampled_from(list(Handling))
dates = st.sampled_from(DATES).map(parse_date)
no_date: st.SearchStrategy[PartialDate | None] = st.one_of(st.none(), dates)
saliences = st.one_of(st.none(), st.floats(0, 100).map(abs))


def some(items: tuple[str, ...], most: int = 3, least: int = 0) -> st.SearchStrategy[tuple[str, ...]]:
    most = min(most, len(items))
    return st.lists(st.sampled_from(items), unique=True, min_size=least, max_size=most).map(tuple)


@st.composite
def references(draw: st.DrawFn, sources: tuple[str, ...]) -> tuple[SourceReference, ...]:
    places = st.sampled_from(["", "art. 6", "p. 3, line 4", "§ 5:2", "a@b"])
    grades = st.one_of(st.none(), st.integers(1, 6))
    return tuple(SourceReference(code, draw(grades), draw(places)) for code in draw(some(sources, 2)))


@st.composite
def mappings(draw: st.DrawFn, issues: dict[str, tuple[str, ...]]) -> dict[str, str]:
    return {issue: draw(st.sampled_from(issues[issue])) for issue in draw(some(tuple(issues)))}


@st.composite
def positions(
    draw: st.DrawFn,
    ref: str,
    parties: tuple[str, ...],
    issues: dict[str, tuple[str, ...]],
    sources: tuple[str, ...],
) -> Position:
    issue = draw(st.sampled_from(tuple(issues)))
    answers = {option: draw(st.one_of(st.none(), st.sampled_from(Stance))) for option in issues[issue]}
    ordered = sorted((-int(stance), option) for option, stance in answers.items() if stance is not None)
    return Position(
        ref,
        draw(st.sampled_from(parties)),
        issue,
        draw(dates),
        draw(st.sampled_from(Track)),
        None,
        {option: Stance(-value) for value, option in ordered},
        draw(saliences),
        draw(st.one_of(st.none(), st.sampled_from(TimePressure))),
        draw(st.one_of(st.none(), st.sampled_from(Confidence))),
        draw(st.one_of(st.none(), st.sampled_from(Agenda))),
        draw(texts),
        draw(handlings),
        draw(some(parties)),
        draw(references(sources)),
        draw(texts),
        draw(texts),
        draw(texts),
    )


def several(
    keys: st.SearchStrategy[str] = codes, least: int = 0, most: int = 2
) -> st.SearchStrategy[list[str]]:
    return st.lists(keys, unique=True, min_size=least, max_size=most)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    parties = tuple(draw(several(least=1)))
    sources = tuple(draw(several(least=1)))
    issues = {code: tuple(draw(several(least=2))) for code in draw(several(issue_codes, least=1))}
    pairs = [(issue, option) for issue, options in issues.items() for option in options]
    a_party, a_pair = st.sampled_from(parties), st.sampled_from(pairs)
    return Case(
        entries=tuple(CaseEntry(key, draw(texts)) for key in draw(several())),
        parties=tuple(
            Party(
                code,
                draw(names),
                draw(texts),
                draw(st.sampled_from(PartyKind)),
                draw(st.sampled_from(["", "#0072B2", "#abcdef"])),
                draw(handlings),
                draw(texts),
            )
            for code in parties
        ),
        groups=tuple(
            Group(
                code,
                draw(texts),
                tuple(Membership(party, draw(no_date), None) for party in draw(some(parties))),
            )
            for code in draw(several())
        ),
        issues=tuple(
            Issue(
                code,
                draw(names),
                draw(texts),
                draw(st.sampled_from(IssueKind)),
                draw(texts),
                draw(st.sampled_from(Scale)),
                draw(some(parties)),
                draw(handlings),
                draw(texts),
            )
            for code in issues
        ),
        options=tuple(
            Option(
                issue,
                code,
                draw(names),
                draw(st.one_of(st.none(), st.floats(0, 1).map(abs))),
                draw(st.one_of(st.none(), handlings)),
                draw(some(parties)),
                draw(references(sources)),
                draw(texts),
            )
            for issue, code in pairs
        ),
        sources=tuple(
            Source(
                code,
                draw(names),
                draw(st.sampled_from(SourceKind)),
                draw(no_date),
                draw(texts),
                draw(texts),
                draw(st.sampled_from(Terms)),
                draw(st.sampled_from(Reliability)),
                draw(handlings),
                draw(texts),
                draw(texts),
            )
            for code in sources
        ),
        positions=tuple(draw(positions(ref, parties, issues, sources)) for ref in draw(several(most=4))),
        linkages=tuple(
            Linkage(
                code,
                draw(st.sampled_from(LinkageKind)),
                *draw(a_pair),
                *draw(a_pair),
                draw(st.one_of(st.just(""), a_party)),
                draw(st.sampled_from(Strength)),
                draw(no_date),
                None,
                draw(handlings),
                draw(references(sources)),
                draw(texts),
            )
            for code in draw(several())
        ),
        events=tuple(
            Event(
                code,
                draw(dates),
                draw(names),
                None,
                draw(texts),
                draw(texts),
                draw(some(parties)),
                draw(some(tuple(issues))),
                draw(references(sources)),
                draw(handlings),
            )
            for code in draw(several())
        ),
        terms=tuple(
            Term(
                draw(st.sampled_from(["free", f"party:{parties[0]}", f"issue:{next(iter(issues))}"])),
                draw(names),
                neutral,
                draw(st.one_of(st.just(""), a_party)),
                draw(st.sampled_from(["", "hy", "az"])),
            )
            for neutral in draw(several(names))
        ),
        packages=tuple(
            Package(
                code,
                draw(names),
                draw(texts),
                draw(no_date),
                draw(handlings),
                draw(mappings(issues)),
                draw(texts),
            )
            for code in draw(several())
        ),
        influences=tuple(
            Influence(
                parties[0],
                party,
                draw(st.floats(0, 4).map(abs)),
                draw(no_date),
                None,
                draw(references(sources)),
            )
            for party in draw(some(parties))
        ),
        judgements=tuple(
            Judgement(
                code,
                draw(some(parties, least=1)),
                draw(st.sampled_from(tuple(issues))),
                draw(st.sampled_from([level for level in Level if level is not Level.UNKNOWN])),
                draw(no_date),
                None,
                draw(texts),
                draw(handlings),
                draw(texts),
            )
            for code in draw(several())
        ),
    )


def applied(case: Case, plan: ImportPlan) -> Case:
    """What a store would hold after the import: existing records keep their place, new ones follow."""
    tables = {}
    for table in TABLES:
        records = {key_of(record): record for record in case.table(table)}
        records |= {key_of(record): record for record in plan.records.get(table, ())}
        tables[TABLE_FIELDS[table]] = tuple(records.values())
    return Case(**tables)  # type: ignore[arg-type]
