"""Children that work on a case until they are killed.

One process imports everything once and forks a child for every line it reads: ``kind path told``. What
the child has been told is done it writes down, one number a line.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

from db.backup import backup_case, backups
from db.case_file import open_case
from db.expunging import expunge, plan_expunge
from db.merging import apply_merge, plan_merge
from db.migrating import migrate
from db.protecting import change_passphrase, protect
from db.restoring import restore_case
from tests.db.samples import Do, put
from workbench.domain.party import Party
from workbench.domain.source import Source

PASSPHRASES = ("one", "two")
TEXT = "Colonel Aslan Q"
assert migrate


def party(number: int) -> Party:
    return Party(f"P{number}", f"Party {number}", notes="word " * 50)


def editing(path: Path) -> Iterator[int]:
    numbers = count()
    while True:
        with open_case(path, author="child") as store:
            for number in numbers:
                store.perform(put(party(number)))
                yield number
                if number % 7 == 6:
                    break


def importing(path: Path) -> Iterator[int]:
    """Change every position and enter two parties, in one step."""
    with open_case(path, author="child") as store:
        for number in count():
            before = store.read_case().positions
            changed = [replace(own, statement=f"{number} {own.statement[:40]}") for own in before]

            def run(work: object, number: int = number, changed: list[object] = changed) -> None:
                work.put_all([party(2 * number), party(2 * number + 1)])  # type: ignore[attr-defined]
                work.put_all(changed)  # type: ignore[attr-defined]

            store.perform(Do(run, name="import"))
            yield number


def backing_up(path: Path) -> Iterator[int]:
    with open_case(path, author="child") as store:
        for number in count():
            store.perform(put(party(number)))
            backup_case(store)
            yield number


def migrating(path: Path) -> Iterator[int]:
    with open_case(path, author="child"):
        yield 0
    while True:
        yield -1


def protecting(path: Path) -> Iterator[int]:
    protect(path, PASSPHRASES[0])
    for number in count():
        yield number
        change_passphrase(path, PASSPHRASES[number % 2], PASSPHRASES[(number + 1) % 2])


def restoring(path: Path) -> Iterator[int]:
    for number in count():
        with open_case(path, author="child") as store:
            store.perform(put(party(number)))
        restore_case(path, backups(path)[0].path)
        yield number


def expunging(path: Path) -> Iterator[int]:
    for number in count():
        with open_case(path, author="child") as store:
            store.perform(put(Source("INF", "X", identity=f"{TEXT} {number}")))
        expunge(path, plan_expunge(path, table="sources", key=("INF",), field="identity"))
        yield number


def merging(path: Path) -> Iterator[int]:
    other = path.with_name("other.positions")
    for number in count():
        with open_case(other, author="other") as store:
            store.perform(put(party(number)))
        with open_case(path, author="child") as store:
            apply_merge(store, plan_merge(store, other), {})
        yield number


KINDS: dict[str, Callable[[Path], Iterator[int]]] = {
    own.__name__: own
    for own in (editing, importing, backing_up, migrating, protecting, restoring, expunging, merging)
}


def work(kind: str, path: Path, acknowledged: int) -> None:
    os.write(acknowledged, b"ready\n")
    for number in KINDS[kind](path):
        if number >= 0:
            os.write(acknowledged, f"{number}\n".encode())


def main() -> None:
    for line in sys.stdin:
        kind, path, told = line.rstrip("\n").split("\t")
        child = os.fork()
        if child == 0:
            try:
                work(kind, Path(path), os.open(told, os.O_WRONLY | os.O_CREAT | os.O_APPEND))
            except BaseException:
                Path(told).write_text(traceback.format_exc())
            finally:
                os._exit(1)
        print(child, flush=True)  # noqa: T201
        os.waitpid(child, 0)
        print("gone", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
