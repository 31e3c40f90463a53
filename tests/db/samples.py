"""Cases to test with: the bundled sample, and any case at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from db.store import SqliteCaseStore
from workbench.domain.case import TABLES, Case, CaseEntry, Record
from workbench.domain.codes import SourceReference
from workbench.domain.dates import parse_date
from workbench.domain.event import Event
from workbench.domain.handling import Handling
from workbench.domain.issue import Issue, Option
from workbench.domain.judgement import Judgement
from workbench.domain.labels import Label
from workbench.domain.level import Level
from workbench.domain.linkage import Linkage
from workbench.domain.names import names_of, over_time
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
from workbench.exchange import ImportTables, plan_import, read_tables
from workbench.ports import Work

SAMPLE = Path(__file__).parents[2] / "resources" / "sample"

FILL_ORDER = ("sources", *(table for table in TABLES if table != "sources"))


@cache
def sample_import() -> ImportTables:
    return plan_import(Case(), read_tables(SAMPLE)).operation


@dataclass(frozen=True)
class Do:
    """An operation made of a function."""

    run: Callable[[Work], None]
    name: str = "test"
    label: str = "Test"

    def labelled(self, _work: Work) -> Label:
        return Label(self.label)


def put(*records: Record) -> Do:
    def run(work: Work) -> None:
        for record in records:
            work.put(record)

    return Do(run)


def fill(case: Case) -> Do:
    """Put a whole case, table by table."""

    def run(work: Work) -> None:
        for table in FILL_ORDER:
            work.put_all(case.table(table))

    return Do(run)


def undo_text(store: SqliteCaseStore) -> str:
    """Return what undo would take back, in names."""
    return store.undo_label.say(over_time(names_of(store.read_case()), store.earlier()))


def redo_text(store: SqliteCaseStore) -> str:
    """Return what redo would do again, in names."""
    return store.redo_label.say(over_time(names_of(store.read_case()), store.earlier()))


def dump(path: Path, *, history: bool = False) -> list[str]:
    """Return every row of the file as SQL; the history only where asked for."""
    left_out = () if history else ("journal", "operations", "sqlite_sequence")
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        lines = list(connection.iterdump())
    return [line for line in lines if not any(f'"{table}"' in line[:40] for table in left_out)]


PARTIES = ("A", "B", "Ç", "d d")
ISSUES = ("road", "status")
OPTIONS = ("yes", "no", "perhaps")
SOURCES = ("S1", "S2")

texts = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12)
titles = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zs")), min_size=1, max_size=8)
dates = st.sampled_from(
    ("2020", "2021-03", "2021-03-15", "2021-03~", "201X", "2022-12/2023-03", "2022-12/..", "../2022-12?")
).map(parse_date)
maybe_dates = st.none() | dates
handlings = st.sampled_from(Handling)
some_parties = st.lists(st.sampled_from(PARTIES), unique=True, max_size=3).map(tuple)
options = st.tuples(st.sampled_from(ISSUES), st.sampled_from(OPTIONS))
references = st.lists(
    st.builds(SourceReference, st.sampled_from(SOURCES), st.none() | st.integers(1, 6), texts), max_size=3
).map(tuple)
choices = st.dictionaries(st.sampled_from(ISSUES), st.sampled_from(OPTIONS))
stances = st.lists(
    st.tuples(st.sampled_from(OPTIONS), st.sampled_from(Stance)), unique_by=lambda pair: pair[0], max_size=3
).map(dict)
saliences = st.none() | st.floats(0, 100)

parties = st.builds(
    Party,
    st.sampled_from(PARTIES),
    titles,
    texts,
    st.sampled_from(PartyKind),
    st.sampled_from(("", "#0072B2")),
    handlings,
    texts,
)
groups = st.builds(
    Group,
    st.sampled_from(("G", "H")),
    texts,
    st.lists(st.builds(Membership, st.sampled_from(PARTIES), maybe_dates, maybe_dates), max_size=3).map(
        tuple
    ),
)
issues = st.builds(
    Issue,
    st.sampled_from(ISSUES),
    titles,
    texts,
    st.sampled_from(IssueKind),
    texts,
    st.sampled_from(Scale),
    some_parties,
    handlings,
    texts,
)
option_records = st.builds(
    lambda key, *rest: Option(*key, *rest),
    options,
    titles,
    st.none() | st.floats(0, 1),
    st.none() | handlings,
    some_parties,
    references,
    texts,
)
sources = st.builds(
    Source,
    st.sampled_from(SOURCES),
    titles,
    st.sampled_from(SourceKind),
    maybe_dates,
    texts,
    texts,
    st.sampled_from(Terms),
    st.sampled_from(Reliability),
    handlings,
    texts,
    texts,
)
positions = st.builds(
    Position,
    st.sampled_from(("p1", "p2", "p3", "p4")),
    st.sampled_from(PARTIES),
    st.sampled_from(ISSUES),
    dates,
    st.sampled_from(Track),
    maybe_dates,
    stances,
    saliences,
    st.none() | st.sampled_from(TimePressure),
    st.none() | st.sampled_from(Confidence),
    st.none() | st.sampled_from(Agenda),
    texts,
    handlings,
    some_parties,
    references,
    texts,
    texts,
    texts,
)
linkages = st.builds(
    lambda code, kind, first, then, *rest: Linkage(code, kind, *first, *then, *rest),
    st.sampled_from(("L1", "L2")),
    st.sampled_from(LinkageKind),
    options,
    options,
    st.sampled_from(("", *PARTIES)),
    st.sampled_from(Strength),
    maybe_dates,
    maybe_dates,
    handlings,
    references,
    texts,
)
events = st.builds(
    Event,
    st.sampled_from(("E1", "E2")),
    dates,
    titles,
    maybe_dates,
    texts,
    texts,
    some_parties,
    st.lists(st.sampled_from(ISSUES), unique=True).map(tuple),
    references,
    handlings,
)
terms = st.builds(
    Term,
    st.sampled_from(("party:A", "issue:road", "free", "the road: both of it")),
    titles,
    texts,
    st.sampled_from(("", *PARTIES)),
    st.sampled_from(("", "hy")),
)
packages = st.builds(
    Package, st.sampled_from(("K1", "K2")), titles, texts, maybe_dates, handlings, choices, texts
)
influences = st.builds(
    Influence,
    st.sampled_from(PARTIES),
    st.sampled_from(PARTIES),
    st.floats(0, 4),
    maybe_dates,
    maybe_dates,
    references,
)
judgements = st.builds(
    Judgement,
    st.sampled_from(("J1", "J2")),
    some_parties,
    st.sampled_from(ISSUES),
    st.sampled_from(Level),
    maybe_dates,
    maybe_dates,
    texts,
    handlings,
    texts,
)
entries = st.builds(CaseEntry, st.sampled_from(("title", "summary")), texts)

records: st.SearchStrategy[Record] = st.one_of(
    entries,
    parties,
    groups,
    issues,
    option_records,
    sources,
    positions,
    linkages,
    events,
    terms,
    packages,
    influences,
    judgements,
)
"""Any record, naming parties, issues, options and sources of the ground below."""

GROUND = Case(
    parties=tuple(Party(code, f"Party {code}") for code in PARTIES),
    issues=tuple(Issue(code, code.title()) for code in ISSUES),
    options=tuple(Option(issue, code, code.title()) for issue in ISSUES for code in OPTIONS),
    sources=tuple(Source(code, f"Source {code}") for code in SOURCES),
)
"""What any record can name."""
