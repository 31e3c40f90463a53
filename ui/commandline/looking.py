"""Commands about the file itself: info, check, history, backup."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.text import Text

from ui.commandline.answer import Answer, Data, sentence, table
from ui.commandline.failures import UNUSABLE_FILE, InputError
from ui.commandline.files import CaseFiles, Finding
from ui.commandline.histories import touching
from ui.commandline.plainly import values_of
from ui.commandline.reading import audience_of, existing_case, snapshot_of
from workbench.columns import HANDLINGS, NONE, PositionColumns
from workbench.domain.audience import Audience
from workbench.domain.case import TABLES, Case, Record
from workbench.domain.handling import Handling
from workbench.domain.issue import Option
from workbench.domain.names import Names, names_of, over_time
from workbench.ports import Change, ChangeSet


@dataclass(frozen=True, slots=True)
class Facts:
    """What ``info`` says of a case."""

    path: Path
    title: str
    audience: str
    revision: str
    counts: dict[str, int]
    days: tuple[date, ...]
    handling: dict[str, int]
    marking: str
    backups: tuple[Path, ...]

    @property
    def span(self) -> tuple[date | None, date | None]:
        """First and last day on which anything begins or ends."""
        return (self.days[0], self.days[-1]) if self.days else (None, None)


def run_info(files: CaseFiles, arguments: Namespace) -> Answer:
    """Answer ``info``."""
    path = existing_case(arguments)
    with files.open(path) as store:
        snapshot = snapshot_of(store, arguments)
    case, positions = snapshot.case, snapshot.table
    counts = {name: len(case.table(name)) for name in TABLES if name != "case"}
    facts = Facts(
        path=path,
        title=case.title,
        audience=str(snapshot.audience),
        revision=files.revision(path),
        counts=counts | {"positions": len(positions)},
        days=tuple(sorted(_days(case, positions))),
        handling=_handlings(case, positions),
        marking=snapshot.marking,
        backups=tuple(files.backups(path)),
    )
    return Answer(_info(facts), lambda console: _show_info(console, facts))


def _info(facts: Facts) -> Data:
    first, last = facts.span
    return {
        "case": str(facts.path),
        "title": facts.title,
        "audience": facts.audience,
        "revision": facts.revision,
        "counts": facts.counts,
        "from": first.isoformat() if first else None,
        "until": last.isoformat() if last else None,
        "handling": facts.handling,
        "marking": facts.marking,
        "backups": [str(backup) for backup in facts.backups],
    }


def _days(case: Case, positions: PositionColumns) -> Iterator[date]:
    """Yield the days that positions and events begin or end on."""
    for event in case.events:
        yield from (own.effective for own in (event.date, event.until) if own is not None)
    named = {*positions.since.tolist(), *positions.until.tolist()} - {NONE}
    yield from (positions.dates[number].effective for number in named)


def _handlings(case: Case, positions: PositionColumns) -> dict[str, int]:
    """Count records by handling, an option without its own by that of its issue."""
    of_issue = {issue.code: issue.handling for issue in case.issues}
    counts = Counter(HANDLINGS[number] for number in positions.handling.tolist())
    counts.update(
        own
        for name in TABLES
        for record in case.table(name)
        if (own := _handling(record, of_issue)) is not None
    )
    return {handling.value: counts[handling] for handling in Handling}


def _handling(record: Record, of_issue: dict[str, Handling]) -> Handling | None:
    if isinstance(record, Option):
        return record.handling or of_issue[record.issue]
    return getattr(record, "handling", None)


def _show_info(console: Console, facts: Facts) -> None:
    first, last = facts.span
    lines = (
        ("title", facts.title or "–"),
        ("file", str(facts.path)),
        ("revision", facts.revision),
        ("read as", f"{facts.audience}, {facts.marking}"),
        ("dates", f"{first} to {last}" if first else "none yet"),
        ("records", _counted(facts.counts)),
        ("handling", _counted(facts.handling)),
        ("backups", f"{len(facts.backups)}, the last {facts.backups[-1].name}" if facts.backups else "none"),
    )
    for name, value in lines:
        console.print(Text(f"{name:<10}{value}"), soft_wrap=True)


def _counted(counts: dict[str, int]) -> str:
    return ", ".join(f"{count} {what}" for what, count in counts.items() if count) or "none"


def run_check(files: CaseFiles, arguments: Namespace) -> Answer:
    """Answer ``check``: 0 where the file is sound whatever is advised, 3 where it is damaged.

    Findings name records; an audience that does not see everything is told the verdict alone.
    """
    path = existing_case(arguments)
    audience = audience_of(arguments)
    findings = files.check(path)
    is_sound = not any(finding.damages for finding in findings)
    told = findings if audience.sees_everything else ()
    data = {"case": str(path), "sound": is_sound, "findings": [_finding(own) for own in told]}
    lines = [f"{'Damage:' if own.damages else 'Advice:'} {own.what} {own.to_do}".rstrip() for own in told]
    if is_sound:
        return sentence(data, f"“{path}” is sound.", *lines)
    answer = sentence(data, *lines)
    return Answer(data, answer.show, UNUSABLE_FILE, f"“{path}” is damaged; nothing was changed in it.")


def _finding(finding: Finding) -> Data:
    return {
        "severity": "damage" if finding.damages else "advice",
        "where": finding.where,
        "what": finding.what,
        "to_do": finding.to_do,
    }


def run_backup(files: CaseFiles, arguments: Namespace) -> Answer:
    """Answer ``backup``."""
    path = existing_case(arguments)
    audience_of(arguments)
    written = files.back_up(path)
    return sentence({"case": str(path), "backup": str(written)}, f"Backup written and checked: {written}")


def run_history(files: CaseFiles, arguments: Namespace) -> Answer:
    """Answer ``history``."""
    audience = audience_of(arguments)
    if not audience.sees_everything:
        raise InputError(
            "The history holds every wording there ever was: it can be read as principal or vault only."
        )
    with files.open(existing_case(arguments)) as store:
        done = list(touching(store.history(), arguments.record))
        names = over_time(names_of(snapshot_of(store, arguments).case), store.earlier())
    if arguments.record and not done:
        raise InputError(f"Nothing in the history touched a record “{arguments.record}”.")
    data = {"history": [_change_set(own, audience, names) for own in done]}
    lines = ((_time(own), own.author or "–", str(len(own.changes)), own.label.say(names)) for own in done)
    return Answer(data, table("History, oldest first", ("at", "author", "#records", "what"), lines))


def _time(done: ChangeSet) -> str:
    return done.at.isoformat(sep=" ", timespec="seconds")


def _change_set(done: ChangeSet, audience: Audience, names: Names) -> Data:
    return {
        "operation": done.operation,
        "name": done.name,
        "label": done.label.say(names),
        "author": done.author,
        "at": done.at.isoformat(),
        "changes": [_change(change, audience) for change in done.changes],
    }


def _change(change: Change, audience: Audience) -> Data:
    """Return one record before and after, as far as it is not the same."""
    names = [field.name for field in fields(change.after or change.before)]  # type: ignore[arg-type]
    kind = "added" if change.before is None else "removed" if change.after is None else "changed"
    touched = [
        name
        for name in names
        if (name != "identity" or audience.sees_identity)
        and getattr(change.before, name, None) != getattr(change.after, name, None)
    ]
    return {
        "table": change.table,
        "key": list(change.key),
        "kind": kind,
        "fields": touched,
        "before": values_of(change.before, touched),
        "after": values_of(change.after, touched),
    }
