"""One edit in a case of 870,109 positions, on disk with its journal when the call returns.

    uv run python -m benchmarks.edit_unga [EDITS]

Each edit is `perform(RecordPosition(...))`: half of them enter a position, half change one. Beside
it the same rows written by bare sqlite3 with the same pragmas, a transaction each, which shows what
of the time is the disk's.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from statistics import median, quantiles

from benchmarks.unga import PRAGMAS, build_case, timed
from db.case_file import open_case
from db.store import SqliteCaseStore
from workbench.domain.dates import parse_date
from workbench.domain.position import Position
from workbench.domain.vocabulary import Stance
from workbench.operations.positions import RecordPosition

POSITION = Position("", "Norway", "RC9147", parse_date("2020-01-01"), stances={"Yes": Stance.ACCEPTS})


def edits(store: SqliteCaseStore, count: int) -> list[float]:
    """Return the seconds of each edit."""
    taken = []
    for number in range(count):
        position = replace(POSITION, ref=f"edit-{number // 2}", statement=f"Statement {number}")
        taken.append(timed(lambda position=position: store.perform(RecordPosition(position))))
    return taken


def bare_edits(path: Path, count: int) -> list[float]:
    """Return the seconds of as many transactions that write the same rows."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        first = connection.execute("SELECT max(id) FROM positions").fetchone()[0] + 1
        return [timed(lambda number=first + number: write(connection, number)) for number in range(count)]


def write(connection: sqlite3.Connection, number: int) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(
        "INSERT INTO operations (uuid, name, label, author, host, at, kind) "
        "VALUES (?, 'record position', 'Record', '', '', '2020-01-01', 'do')",
        (f"{number:032}",),
    )
    connection.execute(
        "INSERT INTO positions (id, ref, party_id, issue_id, track, since, handling, statement) "
        "VALUES (?, ?, 1, 1, 'declared', '2020-01-01', 'team', 'Statement')",
        (number, f"bare-{number}"),
    )
    connection.execute(
        "INSERT INTO stances (position_id, place, option_id, stance) VALUES (?, 0, 1, 1)", (number,)
    )
    connection.execute(
        "INSERT INTO journal (operation_id, table_name, record_id, after) "
        "VALUES ((SELECT max(id) FROM operations), 'positions', ?, ?)",
        (number, '{"ref":"bare","party":"Norway","issue":"RC9147","track":"declared","since":"2020-01-01"}'),
    )
    connection.execute("COMMIT")


def told(name: str, seconds: list[float]) -> None:
    first, middle, late = (1000 * own for own in (seconds[0], median(seconds), quantiles(seconds, n=20)[-1]))
    print(f"{name:5} first {first:.1f} ms, median {middle:.1f} ms, 95 % below {late:.1f} ms")


def main(count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "unga.positions"
        build_case(path)
        with open_case(path) as store:
            ours = edits(store, count)
        bare = bare_edits(path, count)
    told("ours", ours)
    told("bare", bare)
    print(f"ratio of the medians {median(ours) / median(bare):.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
