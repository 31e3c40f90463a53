"""Names that must not stand in a brief: in any spelling, script, case and order, whole or with initials."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from workbench.briefs.spelling import (
    bones_of,
    forms_of,
    is_semitic,
    names_data,
    sound_of,
    stems_of,
    words_in,
)
from workbench.domain.case import Case
from workbench.snapshot import Snapshot

_LEAST = 3
"""So many sounds a word of a name has to have."""
_LEAST_ALONE = 5
"""So many a surname has to have to be told where it stands alone."""
_LEAST_BONES = 2
_LEAST_JOINED = 8
_NEAR = 3
"""Words of one name stand no further apart."""
_END_OF_NAME = re.compile(r"[,;(/]| [–-] ")


@dataclass(frozen=True, slots=True)
class Sighting:
    """Where a name was seen.

    Attributes
    ----------
    line : int
        Number of the text.
    spans : tuple of (int, int)
        Which stretches of it are the name.
    is_sure : bool
        Whether it is the name; else it is a surname alone, which may be an ordinary word.
    """

    line: int
    spans: tuple[tuple[int, int], ...]
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class _Name:
    words: tuple[str, ...]

    @classmethod
    def of(cls, identity: str) -> _Name:
        """Return the words of a name, without titles and without what is said behind it."""
        name = _END_OF_NAME.split(identity.strip())[0]
        titles = set(names_data()["titles"])
        words = [found[0] for found in words_in(name)]
        kept = [own for own in words if len(sound_of(own)) >= _LEAST and own.casefold() not in titles]
        return cls(tuple(kept or words))

    @property
    def surname(self) -> str:
        return self.words[-1]

    @property
    def joined(self) -> set[str]:
        """How it sounds in one word, the surname last or first; nothing for what is too short."""
        sounds = [sound_of(word) for word in self.words]
        forms = {"".join(sounds), "".join([*sounds[-1:], *sounds[:-1]])}
        return {form for form in forms if len(form) >= _LEAST_JOINED}


class Identities:
    """Looks for names.

    Parameters
    ----------
    identities : iterable of str
        The names, each with what is said behind it: *Aram Petrosyan, deputy minister*.
    known : iterable of str
        Texts whose words are no secret: a surname among them is not told where it stands alone.
    """

    def __init__(self, identities: Iterable[str], known: Iterable[str] = ()) -> None:
        self._names = [name for name in map(_Name.of, identities) if name.words]
        self._known = {sound_of(found[0]) for text in known for found in words_in(text)}
        self._by_form: dict[str, set[tuple[int, int]]] = {}
        self._by_bones: dict[str, set[tuple[int, int]]] = {}
        for number, name in enumerate(self._names):
            for place, word in enumerate(name.words):
                for form in forms_of(word):
                    self._by_form.setdefault(form, set()).add((number, place))
                bones = bones_of(sound_of(word))
                if len(bones) >= _LEAST_BONES:
                    self._by_bones.setdefault(bones, set()).add((number, place))

    def sightings(self, texts: Sequence[str]) -> list[Sighting]:
        """Return where the names stand in some texts, in their order."""
        if not self._names:
            return []
        words = [list(words_in(text)) for text in texts]
        found = {line: seen for line, own in enumerate(words) if (seen := self._in_words(line, own))}
        for line in self._joined(words):
            if line not in found or not found[line].is_sure:
                found[line] = Sighting(line, ((0, len(texts[line])),))
        return [found[line] for line in sorted(found)]

    def stands_in(self, text: str) -> bool:
        """Tell whether any of the names stands in a text."""
        return any(seen.is_sure for seen in self.sightings([text]))

    def _in_words(self, line: int, words: Sequence[re.Match[str]]) -> Sighting | None:
        hits = [(number, hit) for number, word in enumerate(words) for hit in self._hits(word[0])]
        sure = {
            (one, other)
            for one, (name, place) in hits
            for other, (same, elsewhere) in hits
            if name == same and place < elsewhere and 0 < abs(one - other) <= _NEAR
        }
        spans = {number for pair in sure for number in pair}
        for number, (name, place) in hits:
            whole = self._names[name]
            if len(whole.words) == 1 or self._has_initial(words, number, whole, place):
                spans.add(number)
        if spans:
            return Sighting(line, tuple(words[number].span() for number in sorted(spans)))
        alone = [number for number, (name, place) in hits if self._is_telling(name, place)]
        if alone:
            return Sighting(line, tuple(words[number].span() for number in sorted(set(alone))), is_sure=False)
        return None

    def _hits(self, word: str) -> set[tuple[int, int]]:
        stems = stems_of(word)
        found = set().union(*(self._by_form.get(stem, ()) for stem in stems))
        if is_semitic(word):
            found.update(*(self._by_bones.get(stem, ()) for stem in stems))
        return found

    def _has_initial(self, words: Sequence[re.Match[str]], number: int, name: _Name, place: int) -> bool:
        """Tell whether the first letter of another word of the name stands beside a word."""
        letters = {sound_of(own)[:1] for other, own in enumerate(name.words) if other != place}
        beside = (words[own][0] for own in (number - 2, number - 1, number + 1) if 0 <= own < len(words))
        return any(len(own) == 1 and own.isupper() and sound_of(own)[:1] in letters for own in beside)

    def _is_telling(self, name: int, place: int) -> bool:
        whole = self._names[name]
        sound = sound_of(whole.surname)
        return place == len(whole.words) - 1 and len(sound) >= _LEAST_ALONE and sound not in self._known

    def _joined(self, words: Sequence[Sequence[re.Match[str]]]) -> Iterator[int]:
        """Yield the lines in which a name stands letter by letter, or its words run into one."""
        sounds = [[sound_of(word[0]) for word in own] for own in words]
        lines = ["".join(own) + "\n" for own in sounds]
        starts, everything = [0, *accumulate(map(len, lines))], "".join(lines)
        for joined in {form for name in self._names for form in name.joined}:
            at = everything.find(joined)
            while at >= 0:
                line = bisect_right(starts, at) - 1
                edges = {starts[line], *(starts[line] + end for end in accumulate(map(len, sounds[line])))}
                if {at, at + len(joined)} <= edges:
                    yield line
                at = everything.find(joined, at + 1)


def hidden_identities(case: Case, snapshot: Snapshot) -> tuple[str, ...]:
    """Return the names that must not stand in a brief made from `snapshot`.

    Parameters
    ----------
    case : Case
        The whole case, from which the snapshot was taken.
    snapshot : Snapshot
        What the audience may see. Identities are shown to the vault, so nothing is hidden from it; a
        name that an attribution in reach prints is no secret.
    """
    if snapshot.audience.sees_identity:
        return ()
    printed = [own.attribution for own in snapshot.case.sources if own.attribution]
    names = {own.identity for own in case.sources if own.identity}
    return tuple(sorted(name for name in names if not _is_printed(name, printed)))


def _is_printed(name: str, printed: Sequence[str]) -> bool:
    looked_for = Identities([name])
    return any(looked_for.stands_in(text) for text in printed)
