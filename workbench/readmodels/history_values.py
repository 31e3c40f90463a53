"""What the fields of records hold, as the history shows it: names for codes, words for values."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from workbench.domain.case import Record
from workbench.domain.codes import SourceReference
from workbench.domain.names import Names
from workbench.domain.party import Membership
from workbench.domain.saying import said, translate
from workbench.domain.vocabulary import Stance

_TABLE_OF = {
    "party": "parties",
    "parties": "parties",
    "needed": "parties",
    "known_to": "parties",
    "actor": "parties",
    "on": "parties",
    "proposed_by": "parties",
    "issue": "issues",
    "issues": "issues",
    "if_issue": "issues",
    "then_issue": "issues",
}
"""Fields that hold codes, and the table of what they name."""
_ISSUE_OF = {"stances": "issue", "if_option": "if_issue", "then_option": "then_issue"}
"""Fields that hold codes of options, and the field that says of which issue."""
_SUBJECTS = {"party": "parties", "issue": "issues"}


def value_text(record: Record | None, field: str, names: Names) -> str:
    """Return what a field of a record holds as a person reads it.

    Parameters
    ----------
    record : Record or None
        The record before or after.
    field : str
        The field.
    names : callable
        What is known by name; what is not is shown by its code.
    """
    value = getattr(record, field) if record is not None else None
    if field in _TABLE_OF:
        return _listed(value, lambda code: names(_TABLE_OF[field], (code,)) or code)
    if field in _ISSUE_OF:
        issue = getattr(record, _ISSUE_OF[field], "")
        return _listed(value, lambda code: names("options", (issue, code)) or code)
    match field:
        case "choices":
            return "; ".join(_choice(issue, option, names) for issue, option in (value or {}).items())
        case "subject":
            return _subject(value or "", names)
        case _:
            return _text(value, names)


def _listed(value: Any, name: Any) -> str:
    """Return codes, or what is said of each of them, by their names."""
    match value:
        case Mapping():
            return "; ".join(f"{name(code)}: {_text(own, name)}" for code, own in value.items())
        case tuple():
            return "; ".join(name(code) for code in value)
        case _:
            return name(value) if value else ""


def _choice(issue: str, option: str, names: Names) -> str:
    return f"{names('issues', (issue,)) or issue}: {names('options', (issue, option)) or option}"


def _subject(subject: str, names: Names) -> str:
    kind, _, code = subject.partition(":")
    return names(_SUBJECTS[kind], (code,)) or subject if kind in _SUBJECTS else subject


def _text(value: Any, names: Names) -> str:
    match value:
        case None:
            text = ""
        case tuple():
            text = "; ".join(_text(own, names) for own in value)
        case Stance():
            text = translate("Stance", value.word)
        case StrEnum():
            text = said(value)
        case Membership():
            text = _membership(value, names)
        case SourceReference():
            text = _source(value, names)
        case float():
            text = f"{value:g}"
        case _:
            text = str(value)
    return text


def _membership(member: Membership, names: Names) -> str:
    party = names("parties", (member.party,)) or member.party
    if member.since and member.until:
        return translate("History", "{0} from {1} until {2}").format(party, member.since, member.until)
    if member.since:
        return translate("History", "{0} from {1}").format(party, member.since)
    return translate("History", "{0} until {1}").format(party, member.until) if member.until else party


def _source(reference: SourceReference, names: Names) -> str:
    """Return a source by its title, with what is said of this very information, and where it stands."""
    text = names("sources", (reference.code,)) or reference.code
    if reference.credibility is not None:
        text = translate("History", "{0} (credibility {1})").format(text, reference.credibility)
    return f"{text}, {reference.place}" if reference.place else text
