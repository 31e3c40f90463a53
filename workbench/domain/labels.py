"""What an operation is called in the undo menu and in the history.

A label stays in the journal for ever, so it carries no text of any record: it names records by their codes,
and what they are called is filled in when somebody reads it. So a name that has changed since, or that is
shown in another form, shows as it does everywhere; one that was expunged is not in any label; and the
sentence is in the language of whoever reads. Labels of older files are whole sentences and are read as such.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

from workbench.domain.fieldwords import WORDS, field_noun
from workbench.domain.names import KINDS, Mention, Names, by_code, kind_word, name_of
from workbench.domain.saying import counted, marked, marked_count, translate

Part: TypeAlias = str | int | Mention | list[Mention]
"""A text or number as it is, or what is put into words when the label is read."""

ENTER = marked("History", "Enter {0} “{1}”")
CHANGE = marked("History", "Change {0} “{1}”")
REMOVE = marked("History", "Remove {0} “{1}”")
MOVE = marked("History", "Move {0} “{1}”")
MOVE_SEVERAL = marked("History", "Move {0}")
MOVE_MANY = marked_count("History", "Move %n records", "Move %n record")
RECORD = marked("History", "Record position “{0}”")
WITHDRAW = marked("History", "Withdraw position “{0}”")
RECORD_MANY = marked_count("History", "Record %n positions", "Record %n position")
WITHDRAW_MANY = marked_count("History", "Withdraw %n positions", "Withdraw %n position")
REMOVE_MANY = marked_count("History", "Remove %n positions", "Remove %n position")
_MANY = (MOVE_MANY, RECORD_MANY, WITHDRAW_MANY, REMOVE_MANY)
COPY = marked("History", "Need-to-know copy")
IMPORT = marked("History", "Import tables from {0}")
MERGE = marked("History", "Merge “{0}”")
EXPUNGE_TEXT = marked("History", "Expunge a text")
EXPUNGE_FIELD = marked("History", "Expunge the {0} of the {1} “{2}”")
EXPUNGE_OF_OPTION = marked("History", "Expunge the {0} of the option “{1}” of “{2}”")
UNDO = marked("History", "Undo: {0}")
REDO = marked("History", "Redo: {0}")
STAYS_GONE = marked("History", "{0} (what was expunged stays gone)")

_COUNTED = {many: (context, many, one) for context, many, one in _MANY}
_AROUND = (UNDO, REDO, STAYS_GONE)

# Signs that no code can have in it: what a label is made of needs no escaping, so that expunging finds
# a code in a label as it stands.
_BEGINS, _ENDS, _NEXT, _AND = "\x02", "\x03", "\t", "\n"
_PART = re.compile(f"{_BEGINS}([^{_ENDS}]*){_ENDS}")
_CONTROL = re.compile(r"[\x00-\x1f]")
_TEXT, _NUMBER, _KIND, _FIELD = "=", "#", "kind", "field"


@dataclass(frozen=True, slots=True)
class Label:
    """What an operation is called.

    Parameters
    ----------
    stored : str
        As the journal keeps it, names not filled in; empty for nothing.
    """

    stored: str

    def __bool__(self) -> bool:
        return bool(self.stored)

    @classmethod
    def of(cls, text: str, *parts: Part) -> Label:
        """Return a label from one of the sentences above and what fills it, in order."""
        return cls(text.format(*map(_stored, parts)))

    @classmethod
    def of_many(cls, texts: tuple[str, str, str], number: int) -> Label:
        """Return a label from one of the sentences above that say a number."""
        return cls(texts[1].replace("%n", _stored(number)))

    def within(self, text: str) -> Label:
        """Return the label inside one of the sentences that are said around others."""
        return Label(text.format(self.stored))

    def say(self, names: Names = by_code) -> str:
        """Return the label in words, records called as `names` knows them, else by their codes."""
        for around in _AROUND:
            head, tail = around.split("{0}")
            if self.stored.startswith(head) and self.stored.endswith(tail):
                inner = self.stored[len(head) : len(self.stored) - len(tail)]
                return translate("History", around).format(Label(inner).say(names))
        return self._filled(names)

    def _filled(self, names: Names) -> str:
        parts = _PART.findall(self.stored)
        if not parts:
            return translate("History", self.stored)
        number = int(parts[0][2:]) if parts[0].startswith(f"{_NUMBER}{_NEXT}") else None
        if number is not None:
            template = _PART.sub("%n", self.stored)
            return counted(*_COUNTED.get(template, ("History", template, template)), number)
        places = iter(range(len(parts)))
        template = _PART.sub(lambda _own: f"{{{next(places)}}}", self.stored)
        return translate("History", template).format(*(_said(part, names) for part in parts))


def kind(record_table: str) -> Mention:
    """Return the part of a label that says of what kind a record is."""
    return (_KIND, record_table)


def field(name: str) -> Mention:
    """Return the part of a label that says a field of a record."""
    return (_FIELD, name)


def _stored(part: Part) -> str:
    match part:
        case int():
            written = f"{_NUMBER}{_NEXT}{part}"
        case str():
            written = f"{_TEXT}{_NEXT}{_CONTROL.sub('�', part)}"
        case list():
            written = _AND.join(map(_codes, part))
        case _:
            written = _codes(part)
    return f"{_BEGINS}{written}{_ENDS}"


def _codes(mentioned: Mention) -> str:
    return _NEXT.join(_CONTROL.sub("�", own) for own in mentioned)


def _said(part: str, names: Names) -> str:
    return ", ".join(_said_one(tuple(own.split(_NEXT)), names) for own in part.split(_AND))


def _said_one(own: Mention, names: Names) -> str:
    match own:
        case ("=", text):
            return text
        case ("kind", table) if table in KINDS:
            return kind_word(table)
        case ("field", name) if name in WORDS:
            return field_noun(name)
    return name_of(own, names) if own[0] in KINDS else " ".join(own[1:])  # the table itself was expunged
