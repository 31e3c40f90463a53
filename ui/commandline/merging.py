"""The command by which two copies of a case become one: merge."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text

from ui.commandline.answer import Answer, Data
from ui.commandline.failures import WRONG_INPUT, InputError
from ui.commandline.passphrases import can_ask, passphrase_in
from ui.commandline.plainly import number_of
from ui.commandline.reading import audience_of, existing_case
from ui.commandline.safefiles import SafeFiles
from workbench.domain.audience import Audience
from workbench.merging import Choice, Collision, Decisions, MergePlan, Version, prefer
from workbench.operations.names import described


def run_merge(files: SafeFiles, arguments: Namespace) -> Answer:
    """Answer ``merge``: what collides is decided by --choose and --prefer, or asked about.

    What nobody decides leaves both copies as they are.
    """
    audience = audience_of(arguments)
    if not audience.sees_everything:
        raise InputError("A merge shows what both copies hold: it can be made as principal or vault only.")
    path, other = existing_case(arguments), Path(arguments.other)
    if not other.exists():
        raise InputError(f"There is no file “{other}”.")
    given = arguments.other_passphrase_file
    chosen: dict[str, Choice] = {}

    def decide(plan: MergePlan) -> Decisions | None:
        chosen.update(_decided(plan, arguments, audience))
        return None if arguments.dry_run or plan.undecided(chosen) else chosen

    plan = files.merge(path, other, passphrase_in(given) if given else None, decide)
    return _answer(path, plan, chosen, audience, is_dry=arguments.dry_run)


def _decided(plan: MergePlan, arguments: Namespace, audience: Audience) -> dict[str, Choice]:
    chosen = _typed(plan, arguments.choose or ())
    if arguments.prefer:
        return dict(prefer(plan, Choice(arguments.prefer))) | chosen
    if arguments.dry_run or not can_ask():
        return chosen
    left = [own for own in plan.collisions if own.id not in chosen]
    asked = (
        (own.id, _asked(own, audience, f"{number} of {len(left)}")) for number, own in enumerate(left, 1)
    )
    return chosen | dict(asked)


def _typed(plan: MergePlan, words: Sequence[str]) -> dict[str, Choice]:
    """Return what ``--choose ID=mine|theirs`` says, for collisions that there are."""
    chosen: dict[str, Choice] = {}
    known = {own.id for own in plan.collisions}
    for word in words:
        identity, _, side = word.rpartition("=")
        if side not in set(Choice):
            raise InputError(f"“{word}” chooses no side: write --choose ID=mine or --choose ID=theirs.")
        if identity not in known:
            raise InputError(
                f"There is no collision “{identity}”. `workbench merge … --dry-run` lists those there are."
            )
        chosen[identity] = Choice(side)
    return chosen


def _asked(collision: Collision, audience: Audience, number: str) -> Choice:
    """Ask whose version is to stand, as often as it takes."""
    for line in _told(collision, audience):
        sys.stderr.write(line + "\n")
    while True:
        sys.stderr.write(f"Which one is to stand, mine or theirs ({number})? ")
        sys.stderr.flush()
        typed = sys.stdin.readline()
        word = typed.strip().casefold()
        if not typed:
            raise InputError("Nothing was merged: not every collision was decided.")
        for choice in Choice:
            if word and choice.value.startswith(word):
                return choice


def _answer(path: Path, plan: MergePlan, chosen: Decisions, audience: Audience, *, is_dry: bool) -> Answer:
    undecided = plan.undecided(chosen)
    written = not (is_dry or undecided or plan.is_empty)
    data = _data(path, plan, chosen, audience) | {"dry_run": is_dry, "merged": written}

    def show(console: Console) -> None:
        for line in _lines(path, plan, chosen, audience, is_written=written):
            console.print(Text(line), soft_wrap=True)

    if undecided and not is_dry:
        complaint = (
            f"Nothing was merged: {number_of(len(undecided), 'collision')} not decided. "
            "Answer them on a terminal, or say --choose ID=mine or ID=theirs for one and --prefer mine or "
            "theirs for all others."
        )
        return Answer(data, show, WRONG_INPUT, complaint)
    return Answer(data, show)


def _data(path: Path, plan: MergePlan, chosen: Decisions, audience: Audience) -> dict[str, object]:
    return {
        "case": str(path),
        "other": str(plan.other),
        "operations": plan.operations,
        "taken": [
            {
                "table": own.table,
                "key": list(own.key),
                "what": own.what,
                "fields": list(own.fields),
                "author": own.author,
                "at": own.at.isoformat(),
            }
            for own in plan.taken
        ],
        "collisions": [_collision(own, chosen, audience) for own in plan.collisions],
        "notices": list(plan.notices),
    }


def _collision(own: Collision, chosen: Decisions, audience: Audience) -> Data:
    choice = chosen.get(own.id)
    return {
        "id": own.id,
        "kind": own.kind.value,
        "table": own.table,
        "key": list(own.key),
        "field": own.field,
        "mine": _version(own, own.mine, audience),
        "theirs": _version(own, own.theirs, audience),
        "along": [along.by_code for along in own.along],
        "choice": choice.value if choice else None,
    }


def _version(own: Collision, version: Version, audience: Audience) -> Data:
    value = _shown(own, version.value, audience)
    return {"value": value, "author": version.author, "at": version.at.isoformat()}


def _shown(own: Collision, value: Any, audience: Audience) -> Any:
    """Return a value without the identity of a source, for those who may not see it."""
    if audience.sees_identity:
        return value
    if own.field == "identity":
        return None if value is None else "not shown"
    return {name: part for name, part in value.items() if name != "identity"} if _is_record(value) else value


def _is_record(value: Any) -> bool:
    return isinstance(value, dict)


def _lines(
    path: Path, plan: MergePlan, chosen: Decisions, audience: Audience, *, is_written: bool
) -> Iterator[str]:
    if plan.is_empty:
        yield f"“{plan.other}” brings nothing new to “{path}”."
        return
    begins = "Merged" if is_written else "Merging would take"
    yield f"{begins} {number_of(plan.operations, 'operation')} of “{plan.other}” into “{path}”."
    for own in plan.taken:
        fields = f": {', '.join(own.fields)}" if own.fields else ""
        who = f"{own.author or '–'}, {own.at:%Y-%m-%d %H:%M}"
        yield f"  {own.what}: {described(own.table, own.key)}{fields} ({who})"
    for collision in plan.collisions:
        yield from _told(collision, audience)
        if collision.id in chosen:
            yield f"    → {chosen[collision.id].value}"
    yield from (f"Note: {own}" for own in plan.notices)


def _told(own: Collision, audience: Audience) -> Iterator[str]:
    what = f", {own.field}" if own.field else ""
    yield f"Collision ({own.kind.value}): {described(own.table, own.key)}{what}   [{own.id}]"
    for name, version in (("mine", own.mine), ("theirs", own.theirs)):
        value = _in_words(_shown(own, version.value, audience))
        yield f"    {name}: {value} ({version.author or '–'}, {version.at:%Y-%m-%d %H:%M})"
    if own.along:
        yield f"    with it: {', '.join(along.by_code for along in own.along)}"


def _in_words(value: Any) -> str:
    match value:
        case None:
            return "nothing"
        case dict():
            return ", ".join(f"{name}: {_in_words(part)}" for name, part in value.items())
        case list():
            return "; ".join(_in_words(part) for part in value)
    return str(value)
