"""Importing 870,109 positions, beside bare sqlite3 writing the same rows in the same run.

    uv run python -m benchmarks.import_unga [ROUNDS]

Two bare scripts are measured. *writing* has every row ready in memory, the JSON of the journal
included, and only inserts them. *script* does what somebody would who wants these rows in these
tables from that file: reads it with csv, makes rows and JSON, inserts them. Schema, pragmas,
transaction and closing are those of the store.
"""

from __future__ import annotations

import csv
import gzip
import json
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any

from benchmarks.unga import ORDERED, VOTES, build_case, empty_copy, fold, measured, say, schema_of

TABLES = ("operations", "parties", "issues", "options", "positions", "stances", "journal")
Rows = dict[str, list[tuple[Any, ...]]]


def ours(path: str) -> None:
    laps = build_case(Path(path))
    say(**laps, seconds=sum(laps.values()), processor=process_time())


def writing(source: str, path: str) -> None:
    with closing(sqlite3.connect(source)) as connection:
        rows = {name: rows_of(connection, name).fetchall() for name in TABLES}
    schema = schema_of(Path(source))
    start, busy = perf_counter(), process_time()
    write(rows, schema, Path(path))
    say(seconds=perf_counter() - start, processor=process_time() - busy)


def script(source: str, path: str) -> None:
    schema = schema_of(Path(source))
    start, busy = perf_counter(), process_time()
    write(rows_from_csv(), schema, Path(path))
    say(seconds=perf_counter() - start, processor=process_time() - busy)


def write(rows: Rows, schema: list[str], path: Path) -> None:
    connection = empty_copy(schema, path)
    connection.execute("BEGIN IMMEDIATE")
    for name, own in rows.items():
        marks = ", ".join("?" * len(own[0]))
        connection.executemany(f"INSERT INTO {name} VALUES ({marks})", own)  # noqa: S608
    connection.execute("COMMIT")
    fold(connection)


def rows_from_csv() -> Rows:
    with gzip.open(VOTES, "rt", encoding="utf-8", newline="") as file:
        votes = list(csv.reader(file))[1:]
    operation = (
        1,
        "0" * 32,
        "import",
        "Import tables from votes-long.csv.gz",
        "",
        "",
        "2024-01-01",
        "do",
        None,
    )
    rows: Rows = {name: [] for name in TABLES}
    rows["operations"].append((*operation, *[None] * (operation_width() - len(operation))))
    parties = {name: number for number, name in enumerate(dict.fromkeys(vote[0] for vote in votes), 1)}
    issues = {name: number for number, name in enumerate(dict.fromkeys(vote[1] for vote in votes), 1)}
    options: dict[tuple[str, str], int] = {}
    for name, number in parties.items():
        rows["parties"].append((number, number, name, name, "", "other", "", "team", ""))
        note(rows, "parties", number, code=name, name=name, kind="other", handling="team", place=number)
    for name, number in issues.items():
        rows["issues"].append((number, number, name, name, "", "substance", "", "ordered", "team", ""))
        said = {"code": name, "title": name, "kind": "substance", "scale": "ordered", "handling": "team"}
        note(rows, "issues", number, **said, place=number)
    for issue, issue_number in issues.items():
        for place, option in enumerate(ORDERED):
            number = options[issue, option] = len(options) + 1
            rows["options"].append((number, number, issue_number, option, option, place / 2, None, ""))
            said = {"issue": issue, "code": option, "label": option, "location": place / 2}
            note(rows, "options", number, **said, place=number)
    for number, (party, issue, option, day) in enumerate(votes, 1):
        ref = f"{party}-{issue}-{day}-d".lower()
        row = (
            number,
            ref,
            parties[party],
            issues[issue],
            "declared",
            day,
            "",
            None,
            None,
            None,
            None,
            "",
            "team",
        )
        rows["positions"].append((*row, "", "", ""))
        rows["stances"].append((number, 0, options[issue, option], 2))
        said = {"ref": ref, "party": party, "issue": issue, "track": "declared", "since": day}
        note(rows, "positions", number, **said, handling="team", stances={option: "demands"})
    return rows


def note(rows: Rows, table: str, number: int, **said: object) -> None:
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    rows["journal"].append((len(rows["journal"]) + 1, 1, table, number, None, text))


def operation_width() -> int:
    from db.schema import OPERATIONS  # noqa: PLC0415

    return len(OPERATIONS.c)


def same(first: Path, second: Path) -> bool:
    """Whether two files hold the same rows; operations differ in their uuid and moment."""
    with closing(sqlite3.connect(first)) as one, closing(sqlite3.connect(second)) as other:
        return all(
            left == right
            for name in TABLES[1:]
            for left, right in zip(rows_of(one, name), rows_of(other, name), strict=True)
        )


def rows_of(connection: sqlite3.Connection, table: str) -> sqlite3.Cursor:
    return connection.execute(f"SELECT * FROM {table} ORDER BY 1")  # noqa: S608


def main(rounds: int) -> None:
    names = ("ours", "writing", "script")
    seconds: dict[str, list[float]] = {name: [] for name in names}
    peaks: dict[str, float] = dict.fromkeys(names, 0)
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            files = {name: Path(folder) / f"{name}.positions" for name in names}
            for name in names:
                source = () if name == "ours" else (str(files["ours"]),)
                said, peak = measured("import_unga", name, *source, str(files[name]))
                seconds[name].append(said["seconds"])
                peaks[name] = max(peaks[name], peak)
                laps = ", ".join(f"{own} {took:.1f} s" for own, took in said.items())
                print(f"{name:8} {laps}; peak {peak:,.0f} MB", flush=True)
            for name in names[1:]:
                assert same(files["ours"], files[name]), f"{name} wrote other rows"
    print(f"ours {median(seconds['ours']):.1f} s, peak {peaks['ours']:,.0f} MB")
    for name in names[1:]:
        ratio = median(own / bare for own, bare in zip(seconds["ours"], seconds[name], strict=True))
        print(f"bare {name} {median(seconds[name]):.1f} s: ratio {ratio:.2f}")


if __name__ == "__main__":
    actions = {"ours": ours, "writing": writing, "script": script}
    words = sys.argv[1:]
    if words and words[0] in actions:
        actions[words[0]](*words[1:])
    else:
        main(int(words[0]) if words else 1)
