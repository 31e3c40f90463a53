"""Case tables of 200 parties by 500 issues, such as somebody would bring in."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

PARTIES, ISSUES, OPTIONS, BASKETS, SOURCES, EVENTS = 200, 500, 5, 20, 300, 120
_FIRST = date(2010, 1, 1)
_PLACES = ("northern", "southern", "eastern", "western", "upper", "lower", "old", "new", "inner", "outer")
_THINGS = (
    "corridor",
    "crossing",
    "reservoir",
    "railway",
    "province",
    "archive",
    "pipeline",
    "harbour",
    "mandate",
)
_ANSWERS = (
    "Shared under a joint commission",
    "Handed over within two years",
    "As it stood before the ceasefire",
    "International administration with a vote",
    "Left open until the final settlement",
)


def write_tables(folder: Path, seed: int = 0) -> None:
    """Write the tables into a folder that is there; about 100,000 positions."""
    random = Random(seed)
    _write(folder / "case.csv", ("key", "value"), [("title", "Large case"), ("as_of", "2023-03-20")])
    kinds = ("state", "armed group", "international organisation", "faction", "civil society")
    _write(
        folder / "parties.csv",
        ("code", "name", "short_name", "kind", "handling"),
        ((f"P{n}", f"Party of the {_name(n)}", f"Party {n}", kinds[n % 5], "public") for n in range(PARTIES)),
    )
    members = ((f"G{n // 10}", f"Group {n // 10}", f"P{n}") for n in range(PARTIES))
    _write(folder / "groups.csv", ("code", "name", "party"), members)
    _write(folder / "issues.csv", ("code", "title", "question", "basket", "scale", "handling"), _issues())
    _write(folder / "options.csv", ("issue", "code", "label", "location", "handling"), _options())
    _write(folder / "sources.csv", ("code", "title", "kind", "attribution", "terms", "handling"), _sources())
    _write(folder / "events.csv", ("code", "date", "kind", "title", "handling"), _events())
    columns = (
        "party",
        "issue",
        "from",
        *_STANCES,
        "salience",
        "time_pressure",
        "sources",
        "statement",
        "handling",
    )
    _write(folder / "positions.csv", columns, _positions(random))


_STANCES = ("demands", "accepts", "tolerates", "opposes", "red_lines")


def _name(number: int) -> str:
    return f"{_PLACES[number % 10]} {_THINGS[number // 10 % 9]} {number}"


def _issues() -> Iterable[Sequence[object]]:
    for n in range(ISSUES):
        title = f"Control of the {_name(n)}"
        yield f"I{n}", title, "Who decides?", f"Basket {n * BASKETS // ISSUES}", "ordered", "public"


def _options() -> Iterable[Sequence[object]]:
    for issue in range(ISSUES):
        for n in range(OPTIONS):
            yield f"I{issue}", f"o{n}", f"{_ANSWERS[n]}, {_PLACES[issue % 10]}", n / (OPTIONS - 1), "public"


def _sources() -> Iterable[Sequence[object]]:
    for n in range(SOURCES):
        yield f"S{n}", f"Report on the {_name(n)}", "report", f"Author {n}", "on record", "public"


def _events() -> Iterable[Sequence[object]]:
    for n in range(EVENTS):
        yield f"E{n}", _FIRST + timedelta(days=40 * n), "statement", f"Talks on the {_name(n)}", "public"


def _positions(random: Random) -> Iterable[Sequence[object]]:
    for party in range(PARTIES):
        for issue in range(ISSUES):
            for _ in range(random.choice((0, 1, 1, 1, 2))):
                yield _position(random, party, issue)


def _position(random: Random, party: int, issue: int) -> Sequence[object]:
    said: dict[str, list[str]] = {}
    for option in range(OPTIONS):
        if random.random() < 0.7:
            said.setdefault(random.choice(_STANCES), []).append(f"o{option}")
    since = _FIRST + timedelta(days=random.randrange(4800))
    stances = [";".join(said.get(own, ())) for own in _STANCES]
    pressure = random.choice(("", "", "", "urgent", "waiting helps"))
    statement = f"Said so of the {_name(issue)} in the talks." if random.random() < 0.3 else ""
    source = f"S{random.randrange(SOURCES)}"
    return (
        f"P{party}",
        f"I{issue}",
        since,
        *stances,
        random.randrange(101),
        pressure,
        source,
        statement,
        "public",
    )


def _write(path: Path, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows(rows)
