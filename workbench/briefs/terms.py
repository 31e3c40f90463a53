"""Contested names by policy: neutral, both sides', or one party's own.

The policy binds what the program says in its own voice: names of parties, titles and questions of
issues, labels of options, titles of events and drafts. What somebody said stays as it was said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from workbench.briefs.words import primary_of
from workbench.domain.case import Case
from workbench.domain.errors import UnknownCodeError
from workbench.domain.term import Term
from workbench.snapshot import Snapshot

NEUTRAL = "neutral"
BOTH = "both"
FREE = "free"


@dataclass(frozen=True)
class TermPolicy:
    """Which form of a contested name a brief uses.

    Parameters
    ----------
    terms : tuple of Term
        The contested names of the case, as far as the audience may see them.
    policy : str
        ``neutral``, ``both``, or the code of the party whose forms are used.
    language : str
        Language of the brief: of several forms of a party, one in this language is taken; a form in
        this language that is no party's own is the neutral one.
    order : tuple of str
        Codes of the parties in the order of the case.
    """

    terms: tuple[Term, ...]
    policy: str = NEUTRAL
    language: str = "en"
    order: tuple[str, ...] = ()

    def apply(self, text: str, subject: str = "") -> str:
        """Return a title with its contested names in the form wanted.

        A neutral name is replaced wherever it stands. A party's own form is replaced only in the
        title of what it names, and everywhere where it names no record of the case: elsewhere the
        same words may mean something else.

        Parameters
        ----------
        text : str
            What the program says.
        subject : str
            Of which record it is the title: ``party:CODE``, ``issue:CODE``, or nothing.
        """
        if self._pattern is None:
            return text
        return self._pattern.sub(lambda found: self._wanted(found[0], text, subject), text)

    def avoided(self) -> tuple[Term, ...]:
        """Return the forms that the brief should not use in its own voice."""
        if self.policy == BOTH:
            return ()
        neutral = {term.neutral.casefold() for term in self.terms}
        return tuple(
            term
            for term in self.terms
            if term.party
            and term.term.casefold() not in neutral
            and (self.policy == NEUTRAL or term.party != self.policy)
        )

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        forms = {form for term in self.terms for form in (term.term, term.neutral) if form}
        return word_pattern(forms)

    @cached_property
    def _by_neutral(self) -> Mapping[str, list[Term]]:
        found: dict[str, list[Term]] = {}
        for term in self.terms:
            if term.neutral:
                found.setdefault(term.neutral.casefold(), []).append(term)
        return found

    def _wanted(self, found: str, text: str, subject: str) -> str:
        own = found.casefold()
        neutral = own if own in self._by_neutral else self._neutral_of(own, text, subject)
        if neutral is None:
            return found
        form = self._form(self._by_neutral[neutral])
        if form.casefold() == own:
            return found
        return form[:1].upper() + form[1:] if text.startswith(found) else form

    def _neutral_of(self, own: str, text: str, subject: str) -> str | None:
        """Return the neutral form of a party's own form, where it may be replaced."""
        for term in self.terms:
            about = term.subject in (subject, FREE)
            if term.term.casefold() == own and term.neutral and about:
                # A title that has the neutral name beside it explains the other: it stays.
                return None if term.neutral.casefold() in text.casefold() else term.neutral.casefold()
        return None

    def _form(self, terms: list[Term]) -> str:
        spoken = (own.term for own in terms if not own.party and primary_of(own.language) == self.language)
        neutral = next(spoken, terms[0].neutral)
        if self.policy == NEUTRAL:
            return neutral
        if self.policy == BOTH:
            forms = [own for code in self.order if (own := self._form_of(terms, code))]
            return " / ".join(forms if len(forms) > 1 else [neutral, *forms])
        return self._form_of(terms, self.policy) or neutral

    def _form_of(self, terms: list[Term], party: str) -> str:
        own = [term for term in terms if term.party == party]
        spoken = [term for term in own if primary_of(term.language) == self.language]
        return next((term.term for term in (*spoken, *own)), "")


def word_pattern(forms: Iterable[str], *, with_stems: bool = False) -> re.Pattern[str] | None:
    """Return a pattern that finds any of some names as whole words, the longest first.

    `with_stems` tells whether an asterisk in them stands for any letters.
    """
    every = sorted({form for form in forms if form.strip()}, key=lambda form: (-len(form), form))
    if not every:
        return None
    joined = "|".join(map(re.escape, every))
    if with_stems:
        joined = joined.replace(r"\*", r"\w*")
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE)


def policy_for(snapshot: Snapshot, policy: str = NEUTRAL, language: str = "en") -> TermPolicy:
    """Return the policy for a brief.

    Raises
    ------
    UnknownCodeError
        If the policy is neither ``neutral`` nor ``both`` and no party in reach has that code.
    """
    order = tuple(party.code for party in snapshot.parties)
    if policy not in (NEUTRAL, BOTH, *order):
        raise UnknownCodeError("party", policy, order)
    return TermPolicy(snapshot.case.terms, policy, primary_of(language), order)


def in_terms_of(snapshot: Snapshot, policy: TermPolicy) -> Snapshot:
    """Return the snapshot with the titles of its records in the forms of the policy."""
    if not policy.terms:
        return snapshot
    return replace(snapshot, case=_renamed(snapshot.case, policy))


def _renamed(case: Case, policy: TermPolicy) -> Case:
    say = policy.apply
    return replace(
        case,
        parties=tuple(
            replace(
                own,
                name=say(own.name, f"party:{own.code}"),
                short_name=say(own.short_name, f"party:{own.code}"),
            )
            for own in case.parties
        ),
        issues=tuple(
            replace(
                own,
                title=say(own.title, f"issue:{own.code}"),
                question=say(own.question, f"issue:{own.code}"),
                basket=say(own.basket),
            )
            for own in case.issues
        ),
        options=tuple(replace(own, label=say(own.label, f"issue:{own.issue}")) for own in case.options),
        events=tuple(replace(own, title=say(own.title)) for own in case.events),
        packages=tuple(replace(own, title=say(own.title)) for own in case.packages),
    )
