"""From a closed case of 870,109 positions to a snapshot, beside bare sqlite3 fetching the same columns.

    uv run python -m benchmarks.open_unga [ROUNDS]

*Ours* is everything from `open_case` (lock, check of the whole file, revision) over `read` to
`take_snapshot`. *Bare* connects and fetches the columns of positions and stances, and the few rows of
parties, issues and options, into NumPy arrays; it checks nothing.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from statistics import median
from time import perf_counter

import numpy as np

from benchmarks.unga import build_case, measured, say

COLUMNS = {
    "positions": "id, ref, party_id, issue_id, track, since, until, salience, time_pressure, confidence, "
    "agenda, limit_owner, handling, statement, interest, readings",
    "stances": "position_id, option_id, stance, place",
    "parties": "id, code, name, kind, handling",
    "issues": "id, code, title, kind, scale, handling",
    "options": "id, issue_id, code, label, location, handling",
}
NUMBERS = {"id", "party_id", "issue_id", "position_id", "option_id", "stance", "place"}


def ours(path: str) -> None:
    from db.case_file import open_case  # noqa: PLC0415 - the bare process is not to load it
    from workbench.domain.audience import PRINCIPAL  # noqa: PLC0415
    from workbench.snapshot import take_snapshot  # noqa: PLC0415

    laps = [perf_counter()]
    store = open_case(Path(path))
    laps.append(perf_counter())
    columns = store.read()
    laps.append(perf_counter())
    snapshot = take_snapshot(columns, PRINCIPAL)
    laps.append(perf_counter())
    store.close()
    opening, reading, taking = np.diff(laps).tolist()
    say(
        opening=opening,
        reading=reading,
        snapshot=taking,
        seconds=laps[-1] - laps[0],
        rows=len(snapshot.table),
    )


def bare(path: str) -> None:
    start = perf_counter()
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        tables = {name: fetched(connection, name) for name in COLUMNS}
        say(seconds=perf_counter() - start, rows=len(tables["positions"]["id"]))


def fetched(connection: sqlite3.Connection, table: str) -> dict[str, np.ndarray]:
    rows = connection.execute(f"SELECT {COLUMNS[table]} FROM {table} ORDER BY 1").fetchall()  # noqa: S608
    names = COLUMNS[table].split(", ")
    return {name: array(name, column) for name, column in zip(names, zip(*rows, strict=True), strict=True)}


def array(name: str, column: tuple[object, ...]) -> np.ndarray:
    if name in NUMBERS:
        return np.array(column, np.int64)
    return np.array(column, np.float64 if name in ("salience", "location") else object)


def main(rounds: int) -> None:
    seconds: dict[str, list[float]] = {"ours": [], "bare": []}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "unga.positions"
        build_case(path)
        for _ in range(rounds):
            for name, own in seconds.items():
                said, peak = measured("open_unga", name, str(path))
                assert said.pop("rows") == 870_109
                own.append(said["seconds"])
                steps = ", ".join(f"{lap} {took:.2f} s" for lap, took in said.items())
                print(f"{name:5} {steps}; peak {peak:,.0f} MB", flush=True)
    ratio = median(own / other for own, other in zip(seconds["ours"], seconds["bare"], strict=True))
    print(f"ours {median(seconds['ours']):.2f} s, bare {median(seconds['bare']):.2f} s: ratio {ratio:.2f}")


if __name__ == "__main__":
    actions = {"ours": ours, "bare": bare}
    words = sys.argv[1:]
    if words and words[0] in actions:
        actions[words[0]](*words[1:])
    else:
        main(int(words[0]) if words else 5)
