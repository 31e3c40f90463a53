"""What stands before the options of a cell, *accepts: Free passage*: for who writes it and who reads it."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.domain.folding import fold
from workbench.domain.saying import marked, translate
from workbench.domain.vocabulary import Stance


@dataclass(frozen=True, slots=True)
class Lead:
    """A word before the options of a cell.

    Attributes
    ----------
    stance : Stance
        What it says of them.
    wanted : str
        The word on an issue that is negotiated; empty where the options stand alone.
    held : str
        The word on a norm or a fact.
    """

    stance: Stance
    wanted: str
    held: str

    def words(self, *, is_negotiable: bool) -> str:
        """Return the word in the language of whoever listens."""
        return translate("Cell", self.wanted if is_negotiable else self.held)


LEADS = (
    Lead(Stance.DEMANDS, "", ""),
    Lead(Stance.ACCEPTS, marked("Cell", "accepts"), marked("Cell", "agrees")),
    Lead(Stance.TOLERATES, marked("Cell", "tolerates"), marked("Cell", "leaves open")),
)
"""From what a party wants most to what it can live with."""

_DEMANDED = (marked("Stance", "demands"), marked("Stance", "holds"))
"""What nobody writes before options, but somebody may."""


def stance_of_lead(words: str) -> Stance | None:
    """Return the stance that a word before options says; none for another word.

    Understood are English, in which tables are passed from hand to hand, and the language of whoever listens.
    """
    asked = fold(words.strip())
    for lead in LEADS:
        for own in filter(None, (lead.wanted, lead.held)):
            if asked in (fold(own), fold(translate("Cell", own))):
                return lead.stance
    demanded = {fold(form) for own in _DEMANDED for form in (own, translate("Stance", own))}
    return Stance.DEMANDS if asked in demanded else None
