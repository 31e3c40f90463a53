"""Every command that tells something of a case, carried out on a case that stands in memory or in a file."""

from __future__ import annotations

import io
import json
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from itertools import pairwise
from pathlib import Path

from rich.console import Console

from tests.ui.desktop.memory_store import MemoryStore
from ui.cli import _ON_A_CASE, _ON_FILES, CaseFilesOnDisk
from ui.commandline.answer import Answer
from ui.commandline.arguments import parse
from ui.commandline.picture_order import HISTORY, LENSES, TRADES
from workbench.domain.audience import Audience
from workbench.domain.case import Case
from workbench.domain.errors import CaseError
from workbench.ports import CaseStore, Operation
from workbench.snapshot import Snapshot

ON = ("--on", "2022-06-30")
SPAN = ("2021-01-01", "2022-06-30")


@dataclass(frozen=True)
class FilesInMemory:
    """One case, whatever path is named; copies are written to the disk."""

    case: Case

    @contextmanager
    def open(self, path: Path, *, for_writing: bool = False) -> Iterator[CaseStore]:
        assert path
        assert not for_writing
        yield MemoryStore(self.case)

    def revision(self, path: Path) -> str:
        return path.suffix

    def backups(self, path: Path) -> Sequence[Path]:
        return (path,)

    def check(self, path: Path) -> Sequence[object]:
        assert path
        return ()

    def is_protected(self, path: Path) -> bool:
        return not path

    def write_copy(self, path: Path, fill: Operation, passphrase: str | None = None) -> None:
        CaseFilesOnDisk().write_copy(path, fill, passphrase)


def carried_out(case: Case, audience: Audience, words: Sequence[object]) -> Answer:
    """Return what a command answers about a case, read for the audience."""
    typed = [*map(str, words), "--audience", str(audience)]
    arguments: Namespace = parse([typed[0], __file__, *typed[1:]])
    name = arguments.command
    module = _ON_FILES.get(name) or _ON_A_CASE[name]
    run = getattr(import_module(f"ui.commandline.{module}"), f"run_{name.replace('-', '_')}")
    answer: Answer = run(FilesInMemory(case) if name in _ON_FILES else MemoryStore(case), arguments)
    return answer


def said(case: Case, audience: Audience, words: Sequence[object]) -> str:
    """Return all that a command says, to machines and to people, or why it refuses."""
    try:
        answer = carried_out(case, audience, words)
    except CaseError as error:
        return f"refused: {error}"
    out = io.StringIO()
    answer.show(Console(file=out, width=4000))
    return json.dumps(answer.data, default=str) + out.getvalue() + answer.complaint


def questions_about(snapshot: Snapshot) -> Iterator[tuple[str, ...]]:
    """Yield every question that the command line answers, over the records that can be named."""
    yield ("info",)
    yield ("check",)
    for basis in ("declared", "assessed"):
        own = ("--basis", basis)
        for name in ("standing", "room", "questions", "distance", "demands", "actors", "common-ground"):
            yield (name, *ON, *own)
        yield ("room", *ON, *own, "--pairs")
        yield ("changes", *SPAN, *own)
        yield ("turning-points", *own)
    yield ("room", *ON, "--pairs", "--why")
    yield ("distance", *ON, "--bounds")
    yield ("distance", *ON, "--why")
    yield ("distance", "--stated", *SPAN, "--weights", "equal")
    yield ("demands", *ON, "--why")
    yield ("sensitivity", *ON)
    yield from _series(snapshot)


def _series(snapshot: Snapshot) -> Iterator[tuple[str, ...]]:
    codes = [own.code for own in snapshot.parties]
    for one, other in pairwise(codes):
        yield ("series", "--distance", one, other)
        yield ("series", "--distance", one, other, "--same-issues", "--weights", "equal")
    for issue in snapshot.issues[:2]:
        if len(codes) > 1:
            yield ("series", "--room", ",".join(codes), "--issue", issue.code)


def briefs_about(snapshot: Snapshot) -> Iterator[tuple[str, ...]]:
    """Yield an order for a brief of every kind."""
    days = (*ON, "--since", SPAN[0])
    yield ("brief", "--kind", "comparison", *days)
    yield ("brief", "--kind", "changes", *days)
    for party in snapshot.parties[:2]:
        yield ("brief", "--kind", "position", "--party", party.code, *days)
        yield ("brief", "--kind", "position", "--party", party.code, *days, "--terms", party.code)


def pictures_about(snapshot: Snapshot) -> Iterator[tuple[str, ...]]:
    """Yield an order for a picture of every lens that the audience may look through."""
    codes = [own.code for own in snapshot.parties]
    for lens in LENSES:
        order = ("picture", "--lens", lens, *ON, "--since", SPAN[0], "--size", "640x400")
        if lens == HISTORY and not snapshot.audience.sees_everything:
            continue
        if lens == TRADES:
            if len(codes) > 1:
                yield (*order, "--party", codes[0], "--party", codes[1])
        else:
            yield order
    if len(codes) > 1:
        yield ("picture", "--lens", "positions", *ON, "--terms", codes[0], "--size", "A4")
