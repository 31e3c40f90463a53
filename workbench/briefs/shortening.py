"""Keeping a position brief to its pages: what is printed, and what is said to be left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from typing import TypeVar

from workbench.briefs.apart import head, plain
from workbench.briefs.content import Paragraph
from workbench.briefs.words import Words

ItemT = TypeVar("ItemT")


@dataclass(frozen=True, slots=True)
class Caps:
    """The most of each thing that a position brief prints; `text` in signs, all others in number."""

    positions: int
    text: int
    movement: int
    links: int
    contested: int
    questions: int
    events: int
    deadlines: int
    sources: int
    terms: int


STEPS = (
    Caps(40, 600, 20, 12, 16, 12, 12, 8, 60, 12),
    Caps(30, 240, 14, 10, 10, 8, 8, 6, 40, 8),
    Caps(24, 160, 10, 6, 6, 6, 6, 4, 24, 6),
    Caps(16, 120, 8, 4, 4, 4, 5, 3, 16, 5),
    Caps(10, 90, 5, 3, 3, 3, 4, 2, 10, 4),
    Caps(6, 60, 3, 2, 2, 2, 3, 2, 6, 3),
)
"""From roomy to narrow: the first at which the brief keeps to its pages is taken."""


@dataclass
class Shortening:
    """What is kept under some caps, and what is not.

    Attributes
    ----------
    caps : Caps
        The most of each thing.
    words : Words
        What the brief says in its language.
    left_out : dict
        How much was left out, by the name of the cap.
    """

    caps: Caps
    words: Words
    left_out: dict[str, int] = field(default_factory=dict)
    _cut: set[str] = field(default_factory=set)

    def first(self, name: str, items: Sequence[ItemT]) -> Sequence[ItemT]:
        """Return the first items up to the cap of that name."""
        return self._kept(name, items, items[: getattr(self.caps, name)])

    def last(self, name: str, items: Sequence[ItemT]) -> Sequence[ItemT]:
        """Return the last items up to the cap of that name."""
        return self._kept(name, items, items[-getattr(self.caps, name) :])

    def text(self, text: str) -> str:
        """Return a text, cut behind a word and marked where it is too long."""
        return text if len(plain(text)) <= self.caps.text else self._head(text, self.caps.text)

    def paragraph(self, paragraph: Paragraph) -> Paragraph:
        """Return a paragraph, its runs cut where they are too long together."""
        if len(paragraph.text) <= self.caps.text:
            return paragraph
        runs, room = [], self.caps.text
        for own in paragraph.runs:
            if len(own.text) > room:
                runs.append(replace(own, text=self._head(own.text, room)))
                break
            runs.append(own)
            room -= len(own.text)
        return replace(paragraph, runs=tuple(runs))

    def _head(self, text: str, length: int) -> str:
        self._cut.add(text)
        self.left_out["text"] = len(self._cut)
        kept = plain(text)[:length]
        kept = (kept.rpartition(" ")[0] or kept).rstrip(",;:،؛ ")
        return head(text, len(kept)) + self.words.say("position.cut")

    def says(self) -> list[str]:
        """Return what was left out, one phrase for each kind."""
        return [
            self._says(own.name, self.left_out[own.name])
            for own in fields(Caps)
            if self.left_out.get(own.name)
        ]

    def _says(self, name: str, number: int) -> str:
        if name == "text":
            return self.words.count("position.cut_text", number, length=self.caps.text)
        return self.words.say(f"position.cut_{name}", number=number)

    def _kept(self, name: str, items: Sequence[ItemT], kept: Sequence[ItemT]) -> Sequence[ItemT]:
        if len(kept) < len(items):
            self.left_out[name] = self.left_out.get(name, 0) + len(items) - len(kept)
        return kept
