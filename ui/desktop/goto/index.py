"""Everything that can be gone to by typing: records by any of their names, and commands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ui.actions.listing import command_rows
from ui.actions.registry import ActionRegistry
from ui.words import translate
from workbench.domain.case import RecordKey
from workbench.domain.folding import fold
from workbench.finding import find_names, names_to_find
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
        Folded names by which it is found, also in plain Latin letters.
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


def record_targets(snapshot: Snapshot, kept: Snapshot | None = None) -> Iterator[Target]:
    """Yield a target for each record that has a name.

    Parameters
    ----------
    snapshot : Snapshot
        The case as it is shown.
    kept : Snapshot, optional
        The same case with names as they were entered: a record is found by both.
    """
    case, entered = snapshot.case, (kept or snapshot).case
    terms = _terms(snapshot)
    titles = {issue.code: issue.title for issue in case.issues}
    words = _words()
    for party, own in zip(case.parties, entered.parties, strict=True):
        forms = terms.get(f"party:{party.code}", ())
        names = (party.name, party.short_name, party.code, own.name, own.short_name, *forms)
        yield _record(words["party"], party.label, party.name, names, ("parties", (party.code,)))
    for issue, was in zip(case.issues, entered.issues, strict=True):
        forms = terms.get(f"issue:{issue.code}", ())
        names = (issue.title, issue.question, issue.code, was.title, *forms)
        yield _record(words["issue"], issue.title, issue.basket, names, ("issues", (issue.code,)))
    for option, before in zip(case.options, entered.options, strict=True):
        key = (option.issue, option.code)
        names = (option.label, option.code, before.label)
        yield _record(words["option"], option.label, titles.get(option.issue, ""), names, ("options", key))
    for source in case.sources:
        names = (source.title, source.attribution, source.code, source.citation)
        yield _record(words["source"], source.title, source.attribution, names, ("sources", (source.code,)))
    for event, said in zip(case.events, entered.events, strict=True):
        names = (event.title, event.code, said.title)
        yield _record(words["event"], event.title, event.date.text, names, ("events", (event.code,)))


def command_targets(registry: ActionRegistry) -> Iterator[Target]:
    """Yield a target for each command that can be used now."""
    for row in command_rows(registry):
        detail = f"{row.category}  {row.keys[0]}" if row.keys else row.category
        names = (fold(row.label), fold(row.description))
        yield Target(translate("goto", "command"), row.label, detail, names, action=row.id)


def find_targets(query: str, targets: list[Target]) -> list[Target]:
    """Return the targets that a query finds, best first; all of them for an empty query."""
    if not query.strip():
        return targets[:MOST_FOUND]
    return find_names(query, [(target.names, target) for target in targets])[:MOST_FOUND]


def _record(
    kind: str, title: str, detail: str, names: tuple[str, ...], place: tuple[str, RecordKey]
) -> Target:
    known = names_to_find(names)
    return Target(kind, title, detail if detail != title else "", known, *place)


def _terms(snapshot: Snapshot) -> dict[str, tuple[str, ...]]:
    """Return every form of a contested name by its subject."""
    forms: dict[str, tuple[str, ...]] = {}
    for term in snapshot.case.terms:
        own = tuple(form for form in (term.term, term.neutral) if form)
        forms[term.subject] = (*forms.get(term.subject, ()), *own)
    return forms


def _words() -> dict[str, str]:
    """Return what each kind of record is called."""
    return {
        "party": translate("goto", "party"),
        "issue": translate("goto", "issue"),
        "option": translate("goto", "option"),
        "source": translate("goto", "source"),
        "event": translate("goto", "event"),
    }
