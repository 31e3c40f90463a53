"""The Terms lens: contested names, with each party's own form."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.domain.saying import marked, translate
from workbench.domain.term import Term
from workbench.snapshot import Snapshot

_KINDS = {
    "party": marked("Terms of the case", "party"),
    "issue": marked("Terms of the case", "issue"),
}


@dataclass(frozen=True, slots=True)
class TermRow:
    """One party's form of a contested name.

    `subject` is what is named, `subject_kind` says in words whether that is a party, an issue or neither.
    """

    term: Term
    subject: str
    subject_kind: str
    party: str


def term_rows(snapshot: Snapshot) -> tuple[TermRow, ...]:
    """Return the terms in reach, forms of one name together, names in the order of the case."""
    parties = {party.code: party.label for party in snapshot.parties}
    issues = {issue.code: issue.title for issue in snapshot.issues}
    names = {"party": parties, "issue": issues}
    places = {
        f"{kind}:{code}": place
        for place, (kind, code) in enumerate((kind, code) for kind, own in names.items() for code in own)
    }
    rows = [
        TermRow(
            term,
            names.get(term.subject_kind, {}).get(term.subject_code, term.neutral),
            _kind_in_words(term),
            parties.get(term.party, term.party),
        )
        for term in snapshot.case.terms
    ]
    return tuple(sorted(rows, key=lambda row: (places.get(row.term.subject, len(places)), row.term.neutral)))


def _kind_in_words(term: Term) -> str:
    """Return whether a term names a party, an issue or neither."""
    if term.subject_kind in _KINDS:
        return translate("Terms of the case", _KINDS[term.subject_kind])
    return translate("Terms of the case", "name outside the records")
