"""What was entered in another language, or reads in another direction, is set apart in a brief."""

from __future__ import annotations

from dataclasses import dataclass, replace

from workbench.briefs.apart import LTR, RTL, direction_of_language, direction_of_text, set_apart
from workbench.briefs.words import Words, primary_of
from workbench.domain.case import Case, CaseEntry
from workbench.domain.position import READINGS_SEPARATOR, Position
from workbench.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Foreign:
    """Sets texts of a case apart in the sentences of a brief.

    Attributes
    ----------
    language : str
        BCP 47 tag of the case where it differs from that of the brief, else empty.
    direction : str
        In which the brief reads.
    """

    language: str
    direction: str

    @classmethod
    def of(cls, case: Case, words: Words) -> Foreign:
        """Return what sets texts of `case` apart in a brief in the language of `words`."""
        own = case.entry("language").strip()
        differs = bool(own) and primary_of(own) != words.primary
        return cls(own if differs else "", RTL if words.is_right_to_left else LTR)

    def text(self, text: str) -> str:
        """Return a text as it is put into a sentence."""
        own = direction_of_text(text)
        if self.language:
            fits = own in ("", direction_of_language(self.language))
            return set_apart(text, self.language if fits else "")
        return text if own in ("", self.direction) else set_apart(text, "")

    def sign(self, text: str) -> str:
        """Return a text of no language, such as an address, as it is put into a sentence."""
        return set_apart(text, "") if self.direction == RTL else text

    def position(self, position: Position) -> Position:
        """Return a position with its wording set apart."""
        say = self.text
        return replace(
            position,
            statement=say(position.statement),
            interest=say(position.interest),
            limit_owner=say(position.limit_owner),
            readings=READINGS_SEPARATOR.join(say(own) for own in position.competing_readings),
        )

    def snapshot(self, snapshot: Snapshot) -> Snapshot:
        """Return a snapshot with the texts of its records set apart; its positions stay as they are."""
        return replace(snapshot, case=self._case(snapshot.case))

    def _case(self, case: Case) -> Case:
        say = self.text
        parties = {own.code for own in case.parties}
        return replace(
            case,
            entries=tuple(
                CaseEntry(own.key, say(own.value)) if own.key == "title" else own for own in case.entries
            ),
            parties=tuple(
                replace(own, name=say(own.name), short_name=say(own.short_name)) for own in case.parties
            ),
            issues=tuple(
                replace(own, title=say(own.title), question=say(own.question)) for own in case.issues
            ),
            options=tuple(
                replace(own, label=say(own.label), description=say(own.description)) for own in case.options
            ),
            sources=tuple(
                replace(
                    own,
                    title=say(own.title),
                    attribution=say(own.attribution),
                    identity=say(own.identity),
                    citation=say(own.citation),
                    url=self.sign(own.url),
                )
                for own in case.sources
            ),
            events=tuple(
                replace(own, title=say(own.title), description=say(own.description)) for own in case.events
            ),
            linkages=tuple(replace(own, statement=say(own.statement)) for own in case.linkages),
            packages=tuple(
                replace(
                    own,
                    title=say(own.title),
                    notes=say(own.notes),
                    proposed_by=own.proposed_by if own.proposed_by in parties else say(own.proposed_by),
                )
                for own in case.packages
            ),
            judgements=tuple(replace(own, reason=say(own.reason)) for own in case.judgements),
            terms=tuple(replace(own, neutral=say(own.neutral)) for own in case.terms),
        )
