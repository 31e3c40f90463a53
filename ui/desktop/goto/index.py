"""Everything that can be gone to by typing: records by any of their names, and commands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ui.actions.listing import command_rows
from ui.actions.registry import ActionRegistry
from workbench.domain.case import RecordKey
from workbench.domain.folding import find_folded, fold
from workbench.snapshot import Snapshot

MOST_FOUND = 60


@dataclass(frozen=True, slots=True)
class Target:
    """Somewhere to go.

    Attributes
    ----------
    kind : str
        What it is, in a word.
    title, detail : str
        What it is called, and what helps to tell it from others.
    names : tuple of str
        Folded names by which it is found.
    table, key
        The record; an empty table for a command.
    action : str
        Name of the command.
    """

    kind: str
    title: str
    detail: str
    names: tuple[str, ...]
    table: str = ""
    key: RecordKey = ()
    action: str = ""


def record_targets(snapshot: Snapshot) -> Iterator[Target]:
    """Yield a target for each record that has a name."""
    case = snapshot.case
    terms = _terms(snapshot)
    titles = {issue.code: issue.title for issue in case.issues}
    for party in case.parties:
        names = (party.name, party.short_name, party.code, *terms.get(f"party:{party.code}", ()))
        yield _record("party", party.label, party.name, names, ("parties", (party.code,)))
    for issue in case.issues:
        names = (issue.title, issue.question, issue.code, *terms.get(f"issue:{issue.code}", ()))
        yield _record("issue", issue.title, issue.basket, names, ("issues", (issue.code,)))
    for option in case.options:
        key = (option.issue, option.code)
        detail = titles.get(option.issue, "")
        yield _record("option", option.label, detail, (option.label, option.code), ("options", key))
    for source in case.sources:
        names = (source.title, source.attribution, source.code, source.citation)
        yield _record("source", source.title, source.attribution, names, ("sources", (source.code,)))
    for event in case.events:
        names = (event.title, event.code)
        yield _record("event", event.title, event.date.text, names, ("events", (event.code,)))


def command_targets(registry: ActionRegistry) -> Iterator[Target]:
    """Yield a target for each command that can be used now."""
    for row in command_rows(registry):
        detail = f"{row.category}  {row.keys[0]}" if row.keys else row.category
        names = (fold(row.label), fold(row.description))
        yield Target("command", row.label, detail, names, action=row.id)


def find_targets(query: str, targets: list[Target]) -> list[Target]:
    """Return the targets that a query finds, best first; all of them for an empty query."""
    if not query.strip():
        return targets[:MOST_FOUND]
    return find_folded(query, [(target.names, target) for target in targets])[:MOST_FOUND]


def _record(
    kind: str, title: str, detail: str, names: tuple[str, ...], place: tuple[str, RecordKey]
) -> Target:
    folded = tuple(dict.fromkeys(fold(name) for name in names if name))
    return Target(kind, title, detail if detail != title else "", folded, *place)


def _terms(snapshot: Snapshot) -> dict[str, tuple[str, ...]]:
    """Return every form of a contested name by its subject."""
    forms: dict[str, tuple[str, ...]] = {}
    for term in snapshot.case.terms:
        own = tuple(form for form in (term.term, term.neutral) if form)
        forms[term.subject] = (*forms.get(term.subject, ()), *own)
    return forms
