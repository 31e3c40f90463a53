"""Every text of a case that can be looked through: statements, interests, reasons, notes, quotes, citations.

Of a large case this takes a moment: it is worked out and looked through a little at a time, between keys.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from time import perf_counter

from ui.desktop.goto.index import Target
from ui.words import marked, translate
from workbench.domain.case import RecordKey, key_of
from workbench.domain.folding import fold
from workbench.finding import Sought, text_to_find
from workbench.readmodels.wording import since_in_words
from workbench.snapshot import Snapshot

MOST_TEXTS = 40
"""As many places in texts as are listed."""
_AROUND = 44
"""Letters shown on both sides of what was found."""
_FEWEST_LETTERS = 2
_LOOKS = 256
"""Texts looked at between two looks at the clock."""

_FIELDS: tuple[tuple[str, str, str], ...] = (
    ("parties", "notes", marked("goto", "notes")),
    ("issues", "question", marked("goto", "question")),
    ("issues", "notes", marked("goto", "notes")),
    ("options", "description", marked("goto", "description")),
    ("sources", "citation", marked("goto", "citation")),
    ("sources", "identity", marked("goto", "identity")),
    ("sources", "url", marked("goto", "address")),
    ("events", "description", marked("goto", "description")),
    ("events", "kind", marked("goto", "kind")),
    ("linkages", "statement", marked("goto", "statement")),
    ("packages", "notes", marked("goto", "notes")),
    ("judgements", "reason", marked("goto", "reason")),
    ("judgements", "author", marked("goto", "author")),
)
_OF_POSITIONS: tuple[tuple[str, str], ...] = (
    ("statement", marked("goto", "statement")),
    ("interest", marked("goto", "interest")),
    ("readings", marked("goto", "readings")),
    ("limit_owner", marked("goto", "who can move the red line")),
)
_TITLES = ("title", "label", "name", "code")


@dataclass(frozen=True, slots=True)
class Place:
    """A text, as words are found in it and as it stands, and the record that holds it.

    `row` is that of a position.
    """

    folded: str
    text: str
    what: str
    table: str
    key: RecordKey
    title: str = ""
    row: int = -1


class TextSearch:
    """Looks for words in the texts of a case, a part at a time.

    Parameters
    ----------
    snapshot : Snapshot
        The case as the audience may see it: nothing else is looked through.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self._coming = _places(snapshot)
        self._places: list[Place] = []
        self._sought = Sought()
        self._next = 0
        self.found: list[Target] = []
        self.is_done = True

    def look(self, query: str) -> None:
        """Begin to look for something else; nothing is found for fewer than two letters."""
        self._sought = Sought.of(query)
        self._next, self.found = 0, []
        self.is_done = len(fold(query)) < _FEWEST_LETTERS

    def go_on(self, seconds: float) -> bool:
        """Look on for about so long; return whether anything was found meanwhile."""
        end, before = perf_counter() + seconds, len(self.found)
        while not self.is_done and perf_counter() < end:
            self._look_at_some()
        return len(self.found) > before

    def _look_at_some(self) -> None:
        for _look in range(_LOOKS):
            if not self.is_done:
                self._look_at_next()

    def _look_at_next(self) -> None:
        if self._next >= len(self._places):
            place = next(self._coming, None)
            if place is None:
                self.is_done = True
                return
            self._places.append(place)
        place = self._places[self._next]
        self._next += 1
        if self._sought.is_in(place.folded):
            self.found.append(self._target(place))
            self.is_done = len(self.found) >= MOST_TEXTS

    def _target(self, place: Place) -> Target:
        title = place.title or self._position_title(place.row)
        what = translate("goto", place.what)
        detail = excerpt(place.text, self._sought)
        return Target(what, title, detail, (place.folded,), place.table, place.key)

    def _position_title(self, row: int) -> str:
        snapshot = self.snapshot
        party = snapshot.parties[int(snapshot.table.party[row])].label
        issue = snapshot.issues[int(snapshot.table.issue[row])].title
        return f"{party}: {issue}"


def excerpt(text: str, sought: Sought) -> str:
    """Return the part of a text around the first of the words sought, on one line."""
    plain = " ".join(text.split())
    start = _start_of(plain, sought)
    first, last = max(0, start - _AROUND), start + _AROUND * 2
    before = "…" if first else ""
    return f"{before}{plain[first:last].strip()}{'…' if last < len(plain) else ''}"


def _start_of(plain: str, sought: Sought) -> int:
    """Return where a word begins that holds the first of those sought; folding may change lengths."""
    place, first = 0, Sought(tuple(words[:1] for words in sought.ways))
    for own in plain.split(" "):
        if first and first.is_in(text_to_find(own)):
            return place
        place += len(own) + 1
    return 0


def _places(snapshot: Snapshot) -> Iterator[Place]:
    for table, field, what in _FIELDS:
        for record in snapshot.case.table(table):
            text = str(getattr(record, field) or "")
            if text:
                title = next((str(own) for name in _TITLES if (own := getattr(record, name, ""))), "")
                yield Place(text_to_find(text), text, what, table, key_of(record), title)
    yield from _named(snapshot)
    yield from _of_positions(snapshot)


def _named(snapshot: Snapshot) -> Iterator[Place]:
    """Yield records that have no title of their own by what they hold."""
    group, term = marked("goto", "group"), marked("goto", "term")
    package = marked("goto", "package")
    linkage = marked("goto", "linkage")
    for own in snapshot.case.groups:
        yield Place(text_to_find(f"{own.name} {own.code}"), own.name, group, "groups", (own.code,), own.name)
    for held in snapshot.case.terms:
        text = " / ".join(part for part in (held.term, held.neutral) if part)
        yield Place(text_to_find(text), text, term, "terms", key_of(held), held.term)
    for draft in snapshot.case.packages:
        text = f"{draft.title} {draft.code}"
        yield Place(text_to_find(text), draft.title, package, "packages", (draft.code,), draft.title)
    for tie in snapshot.case.linkages:
        yield Place(text_to_find(tie.code), tie.code, linkage, "linkages", (tie.code,), tie.code)


def _of_positions(snapshot: Snapshot) -> Iterator[Place]:
    table = snapshot.table
    position = marked("goto", "position")
    for row, ref in enumerate(table.ref):
        for field, what in _OF_POSITIONS:
            text = getattr(table, field)[row]
            if text:
                yield Place(text_to_find(text), text, what, "positions", (ref,), row=row)
        party = snapshot.parties[int(table.party[row])]
        issue = snapshot.issues[int(table.issue[row])]
        since = since_in_words(table.dates[table.since[row]])
        names = text_to_find(f"{party.label} {party.name} {issue.title} {ref} {since}")
        yield Place(names, since, position, "positions", (ref,), row=row)
