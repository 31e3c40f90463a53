"""Generated cases: small, and with everything that the definitions turn on."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

from workbench.domain.case import Case
from workbench.domain.codes import SourceReference
from workbench.domain.dates import parse_date
from workbench.domain.handling import Handling
from workbench.domain.issue import Issue, Option
from workbench.domain.party import Party
from workbench.domain.position import Position
from workbench.domain.source import Source
from workbench.domain.vocabulary import IssueKind, Scale, Stance, Terms, Track

PARTIES = ("A", "B", "C", "D")
ISSUES = ("I", "J")
OPTIONS = ("o", "p", "q")
SOURCES = ("S", "T")
DATES = (
    "2020",
    "2020-06",
    "2021-03-15",
    "2021-03-15~",
    "2019-06/2021-01",
    "../2021-05",
    "202X",
    "2022-02/..",
)
UNTILS = ("", "", "", "2021-03-15", "2022", "2021-07")
DAYS = (
    "2022-06-30",
    "2021-03-15",
    "2030-01-01",
    "2021-07-01",
    "2020-06-01",
    "2021-01-31",
    "2020-01-01",
    "2019-12-31",
)

handlings = st.sampled_from(list(Handling))
mostly_public = st.sampled_from([Handling.PUBLIC] * 4 + list(Handling))

# Made once: a strategy that is made within a draw costs more than the drawing.
_ANSWERS = st.sampled_from([None, *Stance])
_UNTILS = st.sampled_from(UNTILS)
_FIRST_DATES, _DATES = st.sampled_from(DATES[:2]), st.sampled_from(DATES)
_PARTIES, _ISSUES = st.sampled_from(PARTIES), st.sampled_from(ISSUES)
_TRACKS, _KINDS, _TERMS = (st.sampled_from(list(own)) for own in (Track, IssueKind, Terms))
_SALIENCES = st.one_of(st.none(), st.integers(0, 100).map(float))
_NAMED = {most: st.lists(_PARTIES, unique=True, max_size=most) for most in (1, 2, 3)}
_CITED = st.lists(st.sampled_from(SOURCES), unique=True, max_size=2)
_COUNTS = st.sampled_from([4, 6, 8, 10, 12, 0])


@cache
def _or_none(handling: st.SearchStrategy[Handling]) -> st.SearchStrategy[Handling | None]:
    return st.one_of(st.none(), handling)


@cache
def positions(number: int, handling: st.SearchStrategy[Handling]) -> st.SearchStrategy[Position]:
    return _positions(number, handling)


@st.composite
def _positions(draw: st.DrawFn, number: int, handling: st.SearchStrategy[Handling]) -> Position:
    # The first four are one for each party on the first issue, so that rooms are seldom empty.
    first = number < len(PARTIES)
    drawn = {option: draw(_ANSWERS) for option in OPTIONS}
    stated = {option: stance for option, stance in drawn.items() if stance is not None}
    until = draw(_UNTILS)
    return Position(
        ref=f"r{number}",
        party=PARTIES[number] if first else draw(_PARTIES),
        issue=ISSUES[0] if first else draw(_ISSUES),
        since=parse_date(draw(_FIRST_DATES if first else _DATES)),
        track=draw(_TRACKS),
        until=parse_date(until) if until else None,
        stances=stated,
        salience=draw(_SALIENCES),
        handling=draw(handling),
        known_to=tuple(draw(_NAMED[2])),
        sources=tuple(SourceReference(code) for code in draw(_CITED)),
        statement=f"statement {number}",
        interest=f"interest {number}",
    )


@st.composite
def cases(draw: st.DrawFn, handling: st.SearchStrategy[Handling] = mostly_public) -> Case:
    """Draw a case of four parties and two issues, one ordered, with up to twelve positions."""
    count = draw(_COUNTS)
    return Case(
        parties=tuple(Party(code, f"Party {code}", handling=draw(handling)) for code in PARTIES),
        issues=tuple(
            Issue(
                code,
                f"Issue {code}",
                kind=draw(_KINDS),
                scale=Scale.ORDERED if code == "I" else Scale.NOMINAL,
                needed=tuple(draw(_NAMED[3])),
                handling=draw(handling),
            )
            for code in ISSUES
        ),
        options=tuple(
            Option(
                issue,
                code,
                f"Option {code} of {issue}",
                location=place / 2 if issue == "I" else None,
                handling=draw(_or_none(handling)),
                known_to=tuple(draw(_NAMED[1])),
            )
            for issue in ISSUES
            for place, code in enumerate(OPTIONS)
        ),
        sources=tuple(
            Source(
                code,
                f"Source {code}",
                attribution=f"attribution {code}",
                identity=f"identity {code}",
                terms=draw(_TERMS),
                handling=draw(handling),
            )
            for code in SOURCES
        ),
        positions=tuple(draw(positions(number, handling)) for number in range(count)),
    )
