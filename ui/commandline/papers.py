"""Commands that make something to hand over: brief, picture."""

from __future__ import annotations

from argparse import Namespace
from datetime import UTC, date, datetime
from pathlib import Path

from ui.commandline.answer import Answer, sentence
from ui.commandline.failures import InputError, UsageError
from ui.commandline.progress import working
from ui.commandline.reading import basis_of, day_of_option, day_shown, party_numbers, snapshot_of
from workbench.briefs.comparison import comparison_brief
from workbench.briefs.writing import write_brief, writer_for
from workbench.ports import CaseStore
from workbench.snapshot import Snapshot


def run_brief(store: CaseStore, arguments: Namespace) -> Answer:
    """Answer ``brief``."""
    if arguments.kind != "comparison":
        raise UsageError(f"“brief --kind {arguments.kind}” is not in this version; --kind comparison is.")
    out = Path(arguments.out)
    writer_for(out)
    snapshot = snapshot_of(store, arguments)
    day, since = _days(snapshot, arguments)
    numbers = party_numbers(snapshot, arguments.party)
    parties = tuple(snapshot.parties[number].code for number in numbers)
    with working(f"Writing {out.name}"):
        document = comparison_brief(snapshot, day, basis_of(arguments), since, parties)
        write_brief(document, out, datetime.now(UTC))
    return _handed_over(snapshot, arguments, day, out, document.marking)


def _days(snapshot: Snapshot, arguments: Namespace) -> tuple[date, date | None]:
    day = day_shown(snapshot, arguments.on)
    since = day_of_option("--since", arguments.since) if arguments.since else None
    if since is not None and since >= day:
        raise InputError(f"--since: {since} does not lie before the day shown, {day}.")
    return day, since


def _handed_over(snapshot: Snapshot, arguments: Namespace, day: date, out: Path, marking: str) -> Answer:
    data = {
        "out": str(out),
        "on": day.isoformat(),
        "since": arguments.since,
        "basis": arguments.basis,
        "audience": str(snapshot.audience),
        "marking": marking,
    }
    return sentence(data, f"Wrote “{out}”: {day}, read as {snapshot.audience}, {marking}.")
