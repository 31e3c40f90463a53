"""Generated cases: small, and with everything that the definitions turn on."""

from __future__ import annotations

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


@st.composite
def positions(draw: st.DrawFn, number: int, handling: st.SearchStrategy[Handling]) -> Position:
    # The first four are one for each party on the first issue, so that rooms are seldom empty.
    first = number < len(PARTIES)
    answers = st.sampled_from([None, *Stance])
    drawn = {option: draw(answers) for option in OPTIONS}
    stated = {option: stance for option, stance in drawn.items() if stance is not None}
    until = draw(st.sampled_from(UNTILS))
    return Position(
        ref=f"r{number}",
        party=PARTIES[number] if first else draw(st.sampled_from(PARTIES)),
        issue=ISSUES[0] if first else draw(st.sampled_from(ISSUES)),
        since=parse_date(draw(st.sampled_from(DATES[: 2 if first else None]))),
        track=draw(st.sampled_from(list(Track))),
        until=parse_date(until) if until else None,
        stances=stated,
        salience=draw(st.one_of(st.none(), st.integers(0, 100).map(float))),
        handling=draw(handling),
        known_to=tuple(draw(st.lists(st.sampled_from(PARTIES), unique=True, max_size=2))),
        sources=tuple(
            SourceReference(code)
            for code in draw(st.lists(st.sampled_from(SOURCES), unique=True, max_size=2))
        ),
        statement=f"statement {number}",
        interest=f"interest {number}",
    )


@st.composite
def cases(draw: st.DrawFn, handling: st.SearchStrategy[Handling] = mostly_public) -> Case:
    """Draw a case of four parties and two issues, one ordered, with up to twelve positions."""
    count = draw(st.sampled_from([4, 6, 8, 10, 12, 0]))
    return Case(
        parties=tuple(Party(code, f"Party {code}", handling=draw(handling)) for code in PARTIES),
        issues=tuple(
            Issue(
                code,
                f"Issue {code}",
                kind=draw(st.sampled_from(list(IssueKind))),
                scale=Scale.ORDERED if code == "I" else Scale.NOMINAL,
                needed=tuple(draw(st.lists(st.sampled_from(PARTIES), unique=True, max_size=3))),
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
                handling=draw(st.one_of(st.none(), handling)),
                known_to=tuple(draw(st.lists(st.sampled_from(PARTIES), unique=True, max_size=1))),
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
                terms=draw(st.sampled_from(list(Terms))),
                handling=draw(handling),
            )
            for code in SOURCES
        ),
        positions=tuple(draw(positions(number, handling)) for number in range(count)),
    )
