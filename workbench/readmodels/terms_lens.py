"""The Terms lens: contested names, with each party's own form."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.domain.term import Term
from workbench.snapshot import Snapshot

FREE = "name outside the records"


@dataclass(frozen=True, slots=True)
class TermRow:
    """One party's form of a contested name.

    `subject` is what is named, in words; `subject_kind` says whether that is a party, an issue or neither.
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
            term.subject_kind if term.subject_kind in names else FREE,
            parties.get(term.party, term.party),
        )
        for term in snapshot.case.terms
    ]
    return tuple(sorted(rows, key=lambda row: (places.get(row.term.subject, len(places)), row.term.neutral)))
