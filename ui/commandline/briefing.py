"""The command ``brief``: make it, look it over, let it out or say why not."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from rich.console import Console
from rich.text import Text

from ui.commandline.answer import Answer
from ui.commandline.failures import DONE, WRONG_INPUT, InputError, UsageError
from ui.commandline.names import PROGRAM
from ui.commandline.progress import working
from ui.commandline.reading import audience_of, basis_of, day_of_option, day_shown
from workbench.briefs.findings import Finding
from workbench.briefs.order import BriefKind, BriefOrder
from workbench.briefs.places import Spot
from workbench.briefs.release import Draft, draft_of, pages_for, release
from workbench.briefs.templates import template_for
from workbench.briefs.words import language_for
from workbench.briefs.writing import writer_for
from workbench.ports import CaseStore
from workbench.snapshot import Snapshot, take_snapshot

_Pages = Mapping[Spot, int]


def brief(store: CaseStore, arguments: Namespace) -> Answer:
    """Make a brief, look it over, and write it unless only the check is wanted.

    Raises
    ------
    CaseError
        If the order cannot be carried out, or something stands in the brief that must not leave.
    """
    _see_that_all_is_named(arguments)
    out = Path(arguments.out) if arguments.out else None
    template = Path(arguments.template) if arguments.template else None
    if out is not None:
        writer_for(out)
        if template is not None:
            template_for(template, out.suffix)
    columns = store.read()
    snapshot = take_snapshot(columns, audience_of(arguments))
    order = _order(snapshot, arguments)
    with working(f"Writing {out.name if out else 'the brief'}"):
        draft = draft_of(columns.case, snapshot, order)
        if out is None or arguments.check:
            return _checked(snapshot, order, draft, pages_for(draft, out, template) if out else {})
        release(draft, out, datetime.now(UTC), template)
        pages = pages_for(draft, out, template)
    _warn(draft, pages)
    return _written(snapshot, order, draft, pages, out)


def _see_that_all_is_named(arguments: Namespace) -> None:
    if not arguments.out and not arguments.check:
        raise UsageError("brief: --out FILE is missing; without it there is --check alone.")
    if arguments.kind == BriefKind.POSITION and len(set(arguments.party)) != 1:
        raise UsageError("A position brief is on one party: name it with --party P.")
    if arguments.kind == BriefKind.CHANGES and not arguments.since:
        raise UsageError("A change brief needs the day to compare with: name it with --since DAY.")


def _order(snapshot: Snapshot, arguments: Namespace) -> BriefOrder:
    day = day_shown(snapshot, arguments.on)
    since = day_of_option("--since", arguments.since) if arguments.since else None
    if since is not None and since >= day:
        raise InputError(f"--since: {since} does not lie before the day shown, {day}.")
    return BriefOrder(
        BriefKind(arguments.kind),
        day,
        basis_of(arguments),
        since,
        tuple(dict.fromkeys(arguments.party)),
        arguments.terms,
        arguments.language or language_for(snapshot.case.entry("language")),
    )


def _warn(draft: Draft, pages: _Pages) -> None:
    for finding in draft.warnings:
        sys.stderr.write(f"{PROGRAM}: {finding.words(pages)}\n")


def _checked(snapshot: Snapshot, order: BriefOrder, draft: Draft, pages: _Pages) -> Answer:
    data = _data(snapshot, order, draft, pages)
    lines = [f"{own.severity}: {own.words(pages)}" for own in draft.findings] or ["Nothing was found."]

    def show(console: Console) -> None:
        for line in lines:
            console.print(Text(line))

    complaint = "The brief would not be written: there are leaks." if draft.leaks else ""
    return Answer({**data, "files": []}, show, WRONG_INPUT if draft.leaks else DONE, complaint)


def _written(snapshot: Snapshot, order: BriefOrder, draft: Draft, pages: _Pages, out: Path) -> Answer:
    data = {"files": [str(out)], **_data(snapshot, order, draft, pages)}
    says = f"Wrote “{out}”: {order.day}, read as {snapshot.audience}, {draft.document.marking}."
    return Answer(data, lambda console: console.print(Text(says)))


def _data(snapshot: Snapshot, order: BriefOrder, draft: Draft, pages: _Pages) -> dict[str, object]:
    return {
        "kind": order.kind.value,
        "on": order.day.isoformat(),
        "since": _iso(order.since),
        "basis": order.basis.value,
        "audience": str(snapshot.audience),
        "marking": draft.document.marking,
        "terms": order.terms,
        "language": order.language,
        "findings": [_finding(own, pages) for own in draft.findings],
    }


def _finding(finding: Finding, pages: _Pages) -> dict[str, object]:
    places = [
        {"page": pages.get(own.spot) if own.spot else None, "section": own.section, "within": own.within}
        for own in finding.places
    ]
    return {"severity": finding.severity.value, "what": finding.what, "places": places}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
