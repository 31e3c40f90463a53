"""An independent computation of standing, room, questions and distance, straight from case tables.

Written from the definitions and from CSV rows alone; it imports nothing of the program, so that the
program can be held against it. Slow and plain on purpose.
"""

from __future__ import annotations

import csv
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path

Row = dict[str, str]

WORDS = {"demands": 2, "accepts": 1, "tolerates": 0, "opposes": -1, "red_lines": -2}
NAMES = {2: "demands", 1: "accepts", 0: "tolerates", -1: "opposes", -2: "red line"}
LEVELS = {
    2: "aligned",
    1: "compatible",
    0: "bridgeable",
    -1: "conflicting",
    -2: "deadlocked",
    None: "unknown",
}
WIDTH = {"public": 0, "room": 1, "team": 2, "restricted": 3}
REACH = {"public": 0, "room": 1, "party": 1, "team": 2, "principal": 3, "vault": 3}
TABLES = ("parties", "issues", "options", "sources", "positions", "judgements", "linkages")


def items(cell: str | None) -> list[str]:
    """The parts of a list cell."""
    return [part.strip() for part in (cell or "").split(";") if part.strip()]


def source_code(reference: str) -> str:
    """The code in front of ``:credibility`` and ``@place``."""
    code = reference.split("@", maxsplit=1)[0]
    head, colon, tail = code.rpartition(":")
    return head if colon and tail in tuple("123456") else code


def day_bounds(text: str) -> tuple[date | None, date | None]:
    """First and last day of a partial date."""
    if "/" in text:
        first, last = text.split("/")
        return (
            None if first == ".." else day_bounds(first)[0],
            None if last == ".." else day_bounds(last)[1],
        )
    parts = text.rstrip("?~%").split("-")
    low, high = int(parts[0].replace("X", "0")), int(parts[0].replace("X", "9"))
    if len(parts) == 1 or parts[1] == "XX":
        return date(low, 1, 1), date(high, 12, 31)
    month = int(parts[1])
    if len(parts) == 2 or parts[2] == "XX":
        return date(low, month, 1), date(low, month, monthrange(low, month)[1])
    return (date(low, month, int(parts[2])),) * 2


def effective(text: str) -> date:
    """The day on which what bears this date takes effect."""
    first, last = day_bounds(text)
    if first is None:
        assert last is not None
        return last
    if last is not None and (last - first).days >= (366 if _has_leap_day(first) else 365):
        return last
    return first


def _has_leap_day(first: date) -> bool:
    """Whether the year that begins on `first` has 366 days."""
    month_day = (first.month, first.day)
    following = date(first.year + 1, *((3, 1) if month_day == (2, 29) else month_day))
    return (following - first).days == 366


@dataclass
class Held:
    """A position in reach of an audience."""

    row: Row
    number: int
    stances: dict[str, int]
    salience: float | None

    @property
    def since(self) -> date:
        return effective(self.row["from"])

    @property
    def track(self) -> str:
        return self.row.get("track") or "declared"

    def counts(self, option: str, unstated: int) -> int:
        return self.stances.get(option, unstated)


class View:
    """What one audience may see of the tables."""

    def __init__(self, tables: dict[str, list[Row]], audience: str) -> None:
        self.kind, _, self.code = audience.partition(":")
        self._tables = tables
        self.parties = [row["code"] for row in tables["parties"] if self._reaches(row)]
        self._issue_rows = {row["code"]: row for row in tables["issues"] if self._reaches(row)}
        self.issues = list(self._issue_rows)
        self.options: dict[str, list[str]] = {code: [] for code in self.issues}
        self.location: dict[tuple[str, str], float] = {}
        for row in tables["options"]:
            if row["issue"] in self._issue_rows and self._reaches(row, self._issue_rows[row["issue"]]):
                self.options[row["issue"]].append(row["code"])
                if row.get("location"):
                    self.location[row["issue"], row["code"]] = float(row["location"])
        self._terms = {row["code"]: row.get("terms") or "undetermined" for row in tables["sources"]}
        self.positions = list(self._positions())
        self.judgements = [
            row
            for row in tables["judgements"]
            if self._reaches(row, may_be_told=False)
            and row["issue"] in self._issue_rows
            and set(items(row["parties"])) <= set(self.parties)
        ]

    def _reaches(self, row: Row, parent: Row | None = None, *, may_be_told: bool = True) -> bool:
        handling = row.get("handling") or (parent or {}).get("handling") or "team"
        if WIDTH[handling] <= REACH[self.kind]:
            return True
        return may_be_told and self.kind == "party" and self.code in items(row.get("known_to"))

    def _positions(self) -> Iterator[Held]:
        for number, row in enumerate(self._tables["positions"]):
            if row["party"] not in self.parties or row["issue"] not in self._issue_rows:
                continue
            if not self._reaches(row, may_be_told=row.get("track") != "assessed"):
                continue
            if self._is_barred_by_terms(row):
                continue
            stated = {option: value for word, value in WORDS.items() for option in items(row.get(word))}
            kept = {option: stated[option] for option in self.options[row["issue"]] if option in stated}
            if stated and not kept:
                continue
            salience = float(row["salience"]) if row.get("salience") and self.reads_with_the_team else None
            yield Held(row, number, kept, salience)

    def _is_barred_by_terms(self, row: Row) -> bool:
        named = [source_code(reference) for reference in items(row.get("sources"))]
        if self.kind in ("principal", "vault") or not named:
            return False
        return all(self._terms[code] in ("off record", "undetermined") for code in named)

    @property
    def reads_with_the_team(self) -> bool:
        return self.kind in ("team", "principal", "vault")

    def is_substance(self, issue: str) -> bool:
        return (self._issue_rows[issue].get("kind") or "substance") in ("substance", "procedure")

    def is_ordered(self, issue: str) -> bool:
        return self._issue_rows[issue].get("scale") == "ordered"

    def needed(self, issue: str) -> list[str]:
        named = items(self._issue_rows[issue].get("needed"))
        return [party for party in self.parties if not named or party in named]

    # standing

    def on_track(self, party: str, issue: str, track: str, day: date) -> Held | None:
        """The position that stands on one track."""
        begun = [
            held
            for held in self.positions
            if held.row["party"] == party
            and held.row["issue"] == issue
            and held.track == track
            and held.since <= day
        ]
        last = max(begun, key=lambda held: (held.since, held.number), default=None)
        if last is None or (last.row.get("until") and effective(last.row["until"]) <= day):
            return None
        return last

    def stands(self, party: str, issue: str, day: date, basis: str) -> tuple[Held | None, bool]:
        """The position that stands, and whether it is to be reviewed."""
        declared = self.on_track(party, issue, "declared", day)
        assessed = self.on_track(party, issue, "assessed", day)
        if basis == "declared" or assessed is None:
            return declared, False
        return assessed, declared is not None and assessed.since < declared.since

    def standing(
        self, day: date, basis: str, parties: list[str] | None = None, issues: list[str] | None = None
    ) -> list[dict[str, object]]:
        """The positions of the answer `standing`."""
        answer: list[dict[str, object]] = []
        for party in self.picked(self.parties, parties):
            for issue in self.picked(self.issues, issues):
                held, review = self.stands(party, issue, day, basis)
                if held is not None:
                    answer.append(self._standing(held, review))
        return answer

    def _standing(self, held: Held, review: bool) -> dict[str, object]:
        return {
            "ref": held.row["ref"],
            "party": held.row["party"],
            "issue": held.row["issue"],
            "track": held.track,
            "from": held.row["from"],
            "stances": {option: NAMES[value] for option, value in held.stances.items()},
            "salience": held.salience,
            "confidence": (held.row.get("confidence") or None) if self.reads_with_the_team else None,
            "review": review,
        }

    @staticmethod
    def picked(all_of_them: list[str], asked: list[str] | None) -> list[str]:
        return [code for code in all_of_them if not asked or code in asked]

    # room

    def holders(self, parties: list[str], issue: str, day: date, basis: str) -> dict[str, Held]:
        """Those of the parties whose standing position states a stance."""
        found = {party: self.stands(party, issue, day, basis)[0] for party in parties}
        return {party: held for party, held in found.items() if held is not None and held.stances}

    def cell(self, parties: list[str], issue: str, day: date, basis: str) -> dict[str, object]:
        """One cell of the answer `room`; of the judgement its code."""
        held = self.holders(parties, issue, day, basis)
        room: int | None = None
        possible: int | None = None
        at: list[str] = []
        options = self.options[issue]
        if len(held) >= 2 and options:
            worst = {o: min(position.counts(o, -1) for position in held.values()) for o in options}
            best = {o: min(position.counts(o, +1) for position in held.values()) for o in options}
            room, possible = max(worst.values()), max(best.values())
            at = [option for option in options if worst[option] == room]
        return {
            "issue": issue,
            "parties": parties,
            "silent": [party for party in parties if party not in held],
            "room": room,
            "level": "unknown" if room is None else LEVELS[room],
            "possible": possible,
            "at": at,
            "open": room is not None and possible is not None and possible > room,
            "judgement": self._judgement(parties, issue, day),
        }

    def _judgement(self, parties: list[str], issue: str, day: date) -> str | None:
        own = [
            (effective(row["from"]) if row.get("from") else date.min, number, row)
            for number, row in enumerate(self.judgements)
            if row["issue"] == issue and sorted(items(row["parties"])) == sorted(parties)
        ]
        standing = [
            entry
            for entry in own
            if entry[0] <= day and not (entry[2].get("until") and effective(entry[2]["until"]) <= day)
        ]
        return max(standing, key=lambda entry: entry[:2])[2]["code"] if standing else None

    def rooms(
        self,
        day: date,
        basis: str,
        parties: list[str] | None = None,
        issues: list[str] | None = None,
        *,
        pairs: bool = False,
    ) -> list[dict[str, object]]:
        """The cells of the answer `room`."""
        asked = self.picked(self.parties, parties)
        sets = [list(pair) for pair in combinations(asked, 2)] if pairs else [asked]
        return [
            self.cell(members, issue, day, basis)
            for issue in self.picked(self.issues, issues)
            for members in sets
        ]

    # questions

    def questions(
        self, day: date, basis: str, parties: list[str] | None = None, issues: list[str] | None = None
    ) -> list[dict[str, object]]:
        """The answer `questions`: most to gain first, then higher salience, then fewest to ask."""
        asked = self.picked(self.parties, parties)
        found = [
            question
            for issue in self.picked(self.issues, issues)
            for question in self._questions_on(issue, asked, day, basis)
        ]
        return sorted(found, key=self._urgency)

    def _questions_on(
        self, issue: str, parties: list[str], day: date, basis: str
    ) -> Iterator[dict[str, object]]:
        held = self.holders(parties, issue, day, basis)
        room = self.cell(parties, issue, day, basis)["room"]
        if not isinstance(room, int):
            return
        for option in self.options[issue]:
            possible = min(position.counts(option, +1) for position in held.values())
            if possible <= room:
                continue
            ask = [party for party, position in held.items() if option not in position.stances]
            weights = [held[party].salience for party in ask]
            given = [weight for weight in weights if weight is not None]
            yield {
                "issue": issue,
                "option": option,
                "ask": ask,
                "room": room,
                "possible": possible,
                "gain": possible - room,
                "salience": max(given) if given else None,
            }

    @staticmethod
    def _urgency(question: dict[str, object]) -> tuple[float, float, int]:
        gain, salience, ask = question["gain"], question["salience"], question["ask"]
        assert isinstance(gain, int)
        assert isinstance(ask, list)
        return (-gain, -salience if isinstance(salience, float) else 1.0, len(ask))

    # distance

    def place(self, held: Held, issue: str) -> float | None:
        """Mean location of what is demanded, else accepted, else tolerated."""
        for value in (2, 1, 0):
            places = [self.location[issue, o] for o, own in held.stances.items() if own == value]
            if places:
                return sum(places) / len(places)
        return None

    def issue_distance(self, one: Held, other: Held, issue: str) -> float | None:
        """Distance of two positions on one issue."""
        if self.is_ordered(issue):
            here, there = self.place(one, issue), self.place(other, issue)
            return None if here is None or there is None else abs(here - there)
        options = self.options[issue]
        return sum(abs(one.counts(o, -1) - other.counts(o, -1)) for o in options) / (4 * len(options))

    def distance(
        self, pair: tuple[str, str], day: date, basis: str, issues: list[str] | None = None, *, equal: bool
    ) -> tuple[float | None, int]:
        """Distance of two parties and the number of issues on which it rests."""
        total = weights = 0.0
        count = 0
        for issue in self.picked(self.issues, issues):
            if not issues and self._issue_rows[issue].get("kind") == "fact":
                continue
            held = self.holders(list(pair), issue, day, basis)
            apart = self.issue_distance(held[pair[0]], held[pair[1]], issue) if len(held) == 2 else None
            if apart is None:
                continue
            weight = 1.0 if equal or not self.reads_with_the_team else self._weight(*held.values())
            total, weights, count = total + weight * apart, weights + weight, count + 1
        return (total / weights if weights else None), count

    @staticmethod
    def _weight(one: Held, other: Held) -> float:
        return sum(50.0 if held.salience is None else held.salience for held in (one, other)) / 2


class Oracle:
    """Case tables from a folder of CSV files."""

    def __init__(self, folder: Path) -> None:
        self.tables = {name: self._read(folder / f"{name}.csv") for name in TABLES}
        self._views: dict[str, View] = {}

    @staticmethod
    def _read(path: Path) -> list[Row]:
        if not path.exists():
            return []
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    def view(self, audience: str) -> View:
        """The tables as one audience may see them."""
        if audience not in self._views:
            self._views[audience] = View(self.tables, audience)
        return self._views[audience]
