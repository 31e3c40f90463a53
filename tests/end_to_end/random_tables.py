"""Small random case tables with everything in them that redaction and dates can trip over."""

from __future__ import annotations

import csv
from pathlib import Path
from random import Random

from tests.oracle import TABLES, Row, effective

DATES = (
    "2020",
    "2020-03",
    "2020-03-15",
    "2020-02-29~",
    "2020-04?",
    "201X",
    "2019/2021",
    "2019-07/2020-06",
    "../2020-06",
    "2020-05/..",
    "2021-01%",
    "2020-XX",
)
ENDS = ("", "", "", "2020-06", "2021", "2020-03-15")
HANDLINGS = ("public", "public", "public", "room", "team", "restricted", "")
TERMS = ("on record", "background", "deep background", "Chatham House", "off record", "undetermined", "")
STANCES = ("demands", "accepts", "tolerates", "opposes", "red_lines", "")
LEVELS = ("aligned", "compatible", "bridgeable", "conflicting", "deadlocked")


def random_tables(random: Random) -> dict[str, list[Row]]:
    """Return tables of a case that can be imported."""
    parties = [f"P{number}" for number in range(random.randint(2, 4))]
    issues = [f"i{number}" for number in range(random.randint(1, 3))]
    sources = [f"S{number}" for number in range(random.randint(1, 3))]
    options = {issue: [f"o{number}" for number in range(random.randint(2, 4))] for issue in issues}
    return {
        "parties": [
            {"code": code, "name": code, "handling": random.choice(HANDLINGS[:5])} for code in parties
        ],
        "issues": [_issue(random, code, parties) for code in issues],
        "options": [
            _option(random, issue, code, number / 4, parties)
            for issue in issues
            for number, code in enumerate(options[issue])
        ],
        "sources": [
            {
                "code": code,
                "title": code,
                "terms": random.choice(TERMS),
                "handling": random.choice(HANDLINGS),
            }
            for code in sources
        ],
        "positions": [
            _position(random, number, parties, options, sources) for number in range(random.randint(0, 14))
        ],
        "judgements": [_judgement(random, number, parties, issues) for number in range(random.randint(0, 4))],
    }


def write_tables(tables: dict[str, list[Row]], folder: Path) -> Path:
    """Write the tables as a folder of CSV files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in TABLES:
        rows = tables.get(name, [])
        if rows:
            with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, list(rows[0]))
                writer.writeheader()
                writer.writerows(rows)
    return folder


def _some(random: Random, codes: list[str], most: int) -> str:
    return ";".join(sorted(random.sample(codes, random.randint(0, min(most, len(codes))))))


def _end(random: Random, since: str) -> str:
    end = random.choice(ENDS)
    return end if not (since and end) or effective(end) >= effective(since) else ""


def _issue(random: Random, code: str, parties: list[str]) -> Row:
    return {
        "code": code,
        "title": code,
        "kind": random.choice(("substance", "procedure", "norm", "fact", "")),
        "scale": random.choice(("ordered", "nominal")),
        "needed": _some(random, parties, 2),
        "handling": random.choice(HANDLINGS[:5]),
    }


def _option(random: Random, issue: str, code: str, location: float, parties: list[str]) -> Row:
    return {
        "issue": issue,
        "code": code,
        "label": code,
        "location": str(location),
        "handling": random.choice((*HANDLINGS, "")),
        "known_to": _some(random, parties, 2) if random.random() < 0.4 else "",
    }


def _position(
    random: Random, number: int, parties: list[str], options: dict[str, list[str]], sources: list[str]
) -> Row:
    issue = random.choice(list(options))
    row = {
        "ref": f"r{number}",
        "party": random.choice(parties),
        "issue": issue,
        "track": random.choice(("declared", "declared", "assessed", "")),
        "from": (since := random.choice(DATES)),
        "until": _end(random, since),
        "salience": random.choice(("", "0", "40", "62.5", "100")),
        "confidence": random.choice(("", "high", "low")),
        "handling": random.choice(HANDLINGS),
        "known_to": _some(random, parties, 2) if random.random() < 0.4 else "",
        "sources": _some(random, sources, 2),
    }
    row.update(dict.fromkeys(STANCES[:-1], ""))
    for option in options[issue]:
        stance = random.choice(STANCES)
        if stance:
            row[stance] = ";".join(part for part in (row[stance], option) if part)
    return row


def _judgement(random: Random, number: int, parties: list[str], issues: list[str]) -> Row:
    return {
        "code": f"j{number}",
        "parties": ";".join(random.sample(parties, 2)),
        "issue": random.choice(issues),
        "level": random.choice(LEVELS),
        "from": (since := random.choice(("", *DATES))),
        "until": _end(random, since),
        "handling": random.choice(HANDLINGS),
    }
