"""Names as they sound: in another spelling, another script or another case it is still that name."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from anyascii import anyascii

from resources.files import resource
from workbench.domain.folding import fold

_WORD = re.compile(r"[^\W\d_]+(?:[’'ʼ`´][^\W\d_]+)*")


@cache
def names_data() -> Mapping[str, Any]:
    """Return how names are recognised in other forms: endings, titles, sounds."""
    return tomllib.loads(resource("briefs/names.toml").read_text(encoding="utf-8"))


_LEAST = 3
"""So many sounds a word has to keep for an ending of it to be looked past."""
_SEMITIC = re.compile("[\u0590-\u06ff\u0750-\u077f\u08a0-\u08ff]")
_LATIN = re.compile("[A-Za-z]")
_SOFT = re.compile("[aiuv]+")
_TWICE = re.compile(r"(.)\1+")
_PREFIXES = re.compile("^(?:[vbflk]?al|[vbflk])(?=...)")


def _sounds(latin: str) -> str:
    for pattern, plain in _rules():
        latin = pattern.sub(plain, latin)
    return latin


@cache
def _rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), plain) for pattern, plain in names_data()["spelling"]["sounds"])


@cache
def _endings() -> frozenset[str]:
    return frozenset(map(_sounds, names_data()["endings"]))


@lru_cache(maxsize=65536)
def sound_of(word: str) -> str:
    """Return a word as it sounds: in plain Latin letters, each sound spelled in one way."""
    return _sounds(anyascii(fold(_in_one_script(word))).lower())


def _in_one_script(word: str) -> str:
    """Return a word among whose Latin letters are others that only look like them, all of it in Latin."""
    return word.translate(_lookalikes()) if _LATIN.search(word) and not word.isascii() else word


@cache
def _lookalikes() -> dict[int, str]:
    data = names_data()["lookalikes"]
    return {ord(sign): latin for sign, latin in zip(data["signs"], data["latin"], strict=True)}


@lru_cache(maxsize=65536)
def stems_of(word: str) -> frozenset[str]:
    """Return what a word of a text may be a form of: itself, and what is left of it without an ending."""
    sound = sound_of(word)
    if _SEMITIC.search(word):
        bare = _PREFIXES.sub("", sound)
        return frozenset({sound, bones_of(sound), bones_of(bare)}) - {""}
    stems = (sound.removesuffix(ending) for ending in _endings())
    return frozenset({sound, *(stem for stem in stems if len(stem) >= _LEAST)})


def bones_of(sound: str) -> str:
    """Return the sounds that scripts without vowels write: *btrsn* for Petrosyan."""
    return _TWICE.sub(r"\1", _SOFT.sub("", sound).replace("p", "b"))


def words_in(text: str) -> Iterator[re.Match[str]]:
    """Yield the words of a text."""
    return _WORD.finditer(text)


@lru_cache(maxsize=4096)
def forms_of(word: str) -> frozenset[str]:
    """Return by what a word of a name is found: its sound, also without a vowel that endings replace."""
    sound = sound_of(word)
    kept = sound[:-1] if sound[-1:] in ("a", "i") and len(sound) > _LEAST else sound
    return frozenset({sound, kept}) - {""}


def is_semitic(word: str) -> bool:
    """Tell whether a word is written in a script without most of its vowels."""
    return _SEMITIC.search(word) is not None
