"""Terms: contested names, and each party's own form."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """One party's own form of a contested name.

    `subject` is what is named: ``party:CODE``, ``issue:CODE`` or ``free``.
    """

    subject: str
    term: str
    neutral: str = ""
    party: str = ""
    language: str = ""

    @property
    def subject_kind(self) -> str:
        """``party``, ``issue``, or the subject itself where it names no record."""
        return self.subject.partition(":")[0]

    @property
    def subject_code(self) -> str:
        """Code of the party or issue named, or empty."""
        return self.subject.partition(":")[2]
