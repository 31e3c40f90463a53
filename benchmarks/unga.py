"""What the benchmarks at the scale of the General Assembly share: data, and processes that are measured."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from sqlite3 import Connection, connect
from time import perf_counter
from typing import Any

VOTES = Path(__file__).parents[2] / "shared" / "data" / "unga" / "votes-long.csv.gz"
ORDERED = ("Yes", "Abstain", "No")
PRAGMAS = (
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "cache_size = -131072",
    "journal_mode = WAL",
    "synchronous = FULL",
    "secure_delete = ON",
)
"""What the store asks of SQLite as well."""


def measured(module: str, *words: str) -> tuple[dict[str, Any], float]:
    """Run a module with these words; return what it says as JSON in its last line, and its peak in MB."""
    command = [sys.executable, "-m", f"benchmarks.{module}", *words]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[1])
    assert child.stdout is not None
    said = child.stdout.read()
    _, status, used = os.wait4(child.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(command)} failed")
    return json.loads(said.splitlines()[-1]), used.ru_maxrss / 1024


def timed(work: Callable[[], object]) -> float:
    """Return how many seconds something takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def say(**figures: float) -> None:
    """Tell figures to the process that asked for them."""
    print(json.dumps(figures))


def build_case(path: Path) -> dict[str, float]:
    """Import the votes into a new case and return how long each step took."""
    from db.case_file import create_case  # noqa: PLC0415 - children that do without it are not to load it
    from workbench.domain.case import Case  # noqa: PLC0415
    from workbench.exchange import plan_import, read_tables  # noqa: PLC0415

    laps = [perf_counter()]
    tables = read_tables(VOTES, form="long", ordered=ORDERED)
    laps.append(perf_counter())
    plan = plan_import(Case(), tables)
    laps.append(perf_counter())
    create_case(path, fill=plan.operation).close()
    laps.append(perf_counter())
    names = ("reading", "planning", "writing")
    return dict(zip(names, (after - before for before, after in pairwise(laps)), strict=True))


def schema_of(path: Path) -> list[str]:
    """Return the statements that make the schema of a case."""
    with closing(connect(f"file:{path}?mode=ro", uri=True)) as connection:
        rows = connection.execute(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
        )
        return [own for (own,) in rows]


def empty_copy(schema: list[str], path: Path) -> Connection:
    """Return a connection to a new file of the same schema and pragmas."""
    connection = connect(path, isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    for statement in schema:
        connection.execute(statement)
    return connection


def fold(connection: Connection) -> None:
    """Close as the store does: one file is left."""
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
