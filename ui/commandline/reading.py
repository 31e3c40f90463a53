"""From what was typed to a snapshot, a day, and the parties and issues asked about."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar

from ui.commandline.failures import InputError
from ui.commandline.names import SUFFIX
from workbench.domain.audience import Audience
from workbench.domain.dates import parse_date, parse_day
from workbench.domain.errors import InvalidValueError
from workbench.domain.vocabulary import Basis
from workbench.ports import CaseStore
from workbench.snapshot import Snapshot, take_snapshot

T = TypeVar("T")


def existing_case(arguments: Namespace) -> Path:
    """Return the path of the case, which has to be there.

    Raises
    ------
    InputError
        If there is no such file.
    """
    path = Path(arguments.case)
    if not path.exists():
        hint = f" Did you mean “{path}{SUFFIX}”?" if path.with_name(path.name + SUFFIX).exists() else ""
        raise InputError(f"There is no file “{path}”.{hint}")
    return path


def audience_of(arguments: Namespace) -> Audience:
    """Return for whom the case is to be read."""
    return _of_option("--audience", Audience.parse, arguments.audience)


def basis_of(arguments: Namespace) -> Basis:
    """Return which track is to stand where both do."""
    return Basis(arguments.basis)


def snapshot_of(store: CaseStore, arguments: Namespace) -> Snapshot:
    """Return the case as the audience may see it."""
    return take_snapshot(store.read(), audience_of(arguments))


def day_of_option(option: str, text: str) -> date:
    """Return the day that an option names.

    Raises
    ------
    InputError
        If it is not a full date.
    """
    return _of_option(option, parse_day, text)


def day_shown(snapshot: Snapshot, text: str | None) -> date:
    """Return the day asked for, else the day as of which the case stands, else today."""
    if text:
        return day_of_option("--on", text)
    as_of = snapshot.case.entry("as_of")
    try:
        known = parse_date(as_of)
    except InvalidValueError:
        known = None
    last = known.latest or known.earliest if known else None
    return last or datetime.now(tz=UTC).astimezone().date()


def party_numbers(snapshot: Snapshot, codes: Iterable[str]) -> list[int]:
    """Return the numbers of the parties, in the order of the case and each once."""
    return sorted({snapshot.party_index(code) for code in codes})


def issue_numbers(snapshot: Snapshot, codes: Iterable[str]) -> list[int]:
    """Return the numbers of the issues, in the order of the case and each once."""
    return sorted({snapshot.issue_index(code) for code in codes})


def _of_option(option: str, read: Callable[[str], T], text: str) -> T:
    try:
        return read(text)
    except InvalidValueError as error:
        raise InputError(f"{option}: {error}.") from None
