"""What the fields of records are called in the history and in messages."""

from __future__ import annotations

from workbench.domain.saying import marked, translate

WORDS = {
    "key": marked("Field", "entry"),
    "value": marked("Field", "content"),
    "code": marked("Field", "code"),
    "ref": marked("Field", "reference"),
    "name": marked("Field", "name"),
    "short_name": marked("Field", "short name"),
    "kind": marked("Field", "kind"),
    "colour": marked("Field", "colour"),
    "handling": marked("Field", "handling"),
    "notes": marked("Field", "notes"),
    "members": marked("Field", "members"),
    "title": marked("Field", "title"),
    "question": marked("Field", "question"),
    "basket": marked("Field", "basket"),
    "scale": marked("Field", "scale"),
    "needed": marked("Field", "whose agreement it takes"),
    "issue": marked("Field", "issue"),
    "label": marked("Field", "label"),
    "location": marked("Field", "place on the scale"),
    "known_to": marked("Field", "known to"),
    "sources": marked("Field", "sources"),
    "description": marked("Field", "description"),
    "date": marked("Field", "date"),
    "attribution": marked("Field", "attribution"),
    "identity": marked("Field", "identity"),
    "terms": marked("Field", "terms"),
    "reliability": marked("Field", "reliability"),
    "citation": marked("Field", "citation"),
    "url": marked("Field", "address on the web"),
    "party": marked("Field", "party"),
    "track": marked("Field", "track"),
    "since": marked("Field", "from"),
    "until": marked("Field", "until"),
    "stances": marked("Field", "stances"),
    "salience": marked("Field", "salience"),
    "time_pressure": marked("Field", "time pressure"),
    "confidence": marked("Field", "confidence"),
    "agenda": marked("Field", "on its agenda"),
    "limit_owner": marked("Field", "who can move the red line"),
    "statement": marked("Field", "what they say"),
    "interest": marked("Field", "interest behind it"),
    "readings": marked("Field", "competing readings"),
    "if_issue": marked("Field", "if: issue"),
    "if_option": marked("Field", "if: option"),
    "then_issue": marked("Field", "then: issue"),
    "then_option": marked("Field", "then: option"),
    "strength": marked("Field", "strength"),
    "parties": marked("Field", "parties"),
    "issues": marked("Field", "issues"),
    "subject": marked("Field", "what is named"),
    "neutral": marked("Field", "neutral form"),
    "term": marked("Field", "its own form"),
    "language": marked("Field", "language"),
    "proposed_by": marked("Field", "proposed by"),
    "choices": marked("Field", "options chosen"),
    "actor": marked("Field", "who acts"),
    "on": marked("Field", "on whom"),
    "level": marked("Field", "level"),
    "author": marked("Field", "whose judgement it is"),
    "reason": marked("Field", "why"),
}
"""English words by field; said by `field_word`."""

_NOUNS = {
    "limit_owner": marked("Field", "limit owner"),
    "statement": marked("Field", "statement"),
    "interest": marked("Field", "interest"),
    "readings": marked("Field", "readings"),
    "url": marked("Field", "url"),
    "proposed_by": marked("Field", "proposer"),
    "author": marked("Field", "author"),
    "reason": marked("Field", "reason"),
    "term": marked("Field", "term"),
}
"""Nouns for fields whose words above are none."""


def field_word(field: str) -> str:
    """Return what a field is called where it stands beside what it holds."""
    return translate("Field", WORDS[field])


def field_noun(field: str) -> str:
    """Return what a field is called within a sentence: *the limit owner of …*."""
    noun = _NOUNS.get(field, WORDS[field])
    return translate("Field", noun)
