"""The text of a brief is checked before it leaves: leaks stop it, style only warns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from workbench.briefs.content import Document, Paragraph, RunStyle
from workbench.briefs.errors import BriefLeakError
from workbench.briefs.places import Located, Place, located
from workbench.briefs.terms import TermPolicy, word_pattern
from workbench.briefs.words import Words
from workbench.domain.case import Case
from workbench.domain.folding import fold
from workbench.snapshot import Snapshot

TOLERANCE = 0.2
"""By how much the wording given to a party may differ from the mean of all."""
_AROUND = 24
_BLANKED = "▒▒▒"
_OTHERS_WORDS = (RunStyle.QUOTE, RunStyle.WORK)

_REST = r"[^\s\"'<>”»]"
_PATHS = (
    ("the address of a file", re.compile(rf"file:/+{_REST}*", re.IGNORECASE)),
    ("a path of somebody’s computer", re.compile(rf"(?<![\w/:.])/(?:home|Users|root)/{_REST}+")),
    ("a path of somebody’s computer", re.compile(rf"\b[A-Za-z]:\\{_REST}*")),
    ("a path of somebody’s computer", re.compile(rf"(?<![\w\\])\\\\[\w.-]+\\{_REST}+")),
    ("a path of somebody’s computer", re.compile(rf"(?<![^\s(\"'“])~/{_REST}+")),
    ("a place in somebody’s home folder", re.compile(r"%USERPROFILE%|%APPDATA%|\$HOME\b")),
)
_UNSEEN = re.compile(
    "[\u00ad\u180e\u200b\u2060-\u2064\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f\U000e0100-\U000e01ef]"
)


class Severity(StrEnum):
    """What a finding means for the brief: it stops it, or it only warns."""

    LEAK = "leak"
    STYLE = "style"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that should not stand in the brief.

    Attributes
    ----------
    severity : Severity
        Whether it stops the brief.
    what : str
        What was found; a name on the identity list is blanked in it.
    places : tuple of Place
        Where, in the order of the brief.
    """

    severity: Severity
    what: str
    places: tuple[Place, ...] = ()

    def words(self, pages: Mapping[tuple[int, int, int], int] | None = None, most: int = 3) -> str:
        """Return the finding with its first places, and their pages where they are known."""
        named = [own.words((pages or {}).get(own.spot) if own.spot else None) for own in self.places[:most]]
        more = [f"{len(self.places) - most} more places"] if len(self.places) > most else []
        where = "; ".join([*named, *more])
        return f"{self.what}: {where}." if where else f"{self.what}."


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
    printed = {fold(own.attribution) for own in snapshot.case.sources if own.attribution}
    names = {own.identity for own in case.sources if own.identity}
    return tuple(sorted(name for name in names if not any(_stands_in(fold(name), text) for text in printed)))


def check(
    document: Document, words: Words, policy: TermPolicy, identities: Sequence[str] = ()
) -> list[Finding]:
    """Return what should not stand in a brief: leaks first, then matters of style.

    Parameters
    ----------
    document : Document
        The brief.
    words : Words
        Its language; names the verbs that take sides.
    policy : TermPolicy
        Which names it should not use in its own voice.
    identities : sequence of str
        Names that must not stand in it, from the whole case.
    """
    lines = list(located(document))
    leaks = [*_paths(lines), *_unseen(lines), *_identities(lines, identities)]
    return [*leaks, *_avoided(lines, policy), *_verbs(lines, words), *_lengths(lines)]


def stop_leaks(findings: Iterable[Finding], pages: Mapping[tuple[int, int, int], int] | None = None) -> None:
    """Stop a brief that would let something out.

    Raises
    ------
    BriefLeakError
        If any finding is a leak; it lists them all with their places.
    """
    leaks = [own.words(pages) for own in findings if own.severity is Severity.LEAK]
    if leaks:
        listed = "".join(f"\n  {leak}" for leak in leaks)
        raise BriefLeakError(
            f"The brief was not written, because of what stands in it:{listed}", tuple(leaks)
        )


def _paths(lines: Sequence[Located]) -> Iterator[Finding]:
    found: dict[tuple[str, str], list[Place]] = {}
    for line in lines:
        for named in paths_in(line.paragraph.text):
            found.setdefault(named, []).append(line.place)
    for (what, text), places in found.items():
        yield Finding(Severity.LEAK, f"{what} (“{text}”)", tuple(places))


def paths_in(text: str) -> Iterator[tuple[str, str]]:
    """Yield the paths of somebody's computer that a text names: what they are, and how they read."""
    for what, pattern in _PATHS:
        for match in pattern.finditer(text):
            yield what, match[0]


def _unseen(lines: Sequence[Located]) -> Iterator[Finding]:
    found: dict[str, list[Place]] = {}
    for line in lines:
        for sign in dict.fromkeys(_UNSEEN.findall(line.paragraph.text)):
            found.setdefault(sign, []).append(line.place)
    for sign, places in found.items():
        name = unicodedata.name(sign, "a sign without a name").lower()
        yield Finding(Severity.LEAK, f"hidden text: U+{ord(sign):04X}, {name}", tuple(places))


def _identities(lines: Sequence[Located], identities: Sequence[str]) -> Iterator[Finding]:
    forms = {fold(form): form for name in identities for form in _forms(name)}
    pattern = word_pattern(forms)
    if pattern is None:
        return
    for line in lines:
        folded = fold(line.paragraph.text)
        match = pattern.search(folded)
        if match:
            before, behind = folded[: match.start()][-_AROUND:], folded[match.end() :][:_AROUND]
            around = f"…{before}{_BLANKED}{behind}…"
            yield Finding(Severity.LEAK, f"a name on the identity list (“{around}”)", (line.place,))


def _forms(identity: str) -> Iterator[str]:
    """Yield an identity, the name at its start, and that name with the surname first."""
    name = re.split(r"[,;(]", identity)[0].strip()
    yield identity
    if " " in name:
        yield name
        first, _, surname = name.rpartition(" ")
        yield f"{surname} {first}"
        yield f"{surname}, {first}"


def _stands_in(name: str, text: str) -> bool:
    pattern = word_pattern([name])
    return pattern is not None and pattern.search(text) is not None


def _avoided(lines: Sequence[Located], policy: TermPolicy) -> Iterator[Finding]:
    terms = {term.term.casefold(): term for term in policy.avoided()}
    allowed = {term.neutral for term in policy.terms}
    pattern = word_pattern({term.term for term in terms.values()} | allowed)
    if pattern is None or not terms:
        return
    found: dict[str, list[Place]] = {}
    for line in lines:
        for match in pattern.findall(_own_voice(line.paragraph)):
            if match.casefold() in terms:
                found.setdefault(match.casefold(), []).append(line.place)
    for own, places in found.items():
        instead = f"; the neutral name is “{terms[own].neutral}”" if terms[own].neutral else ""
        yield Finding(Severity.STYLE, f"“{terms[own].term}” outside a quotation{instead}", tuple(places))


def _own_voice(paragraph: Paragraph) -> str:
    """Return the words of the brief itself, without quotations and titles of works."""
    own = "".join(" " if run.style in _OTHERS_WORDS else run.text for run in paragraph.runs)
    return re.sub("“[^”]*”", " ", own)


def _verbs(lines: Sequence[Located], words: Words) -> Iterator[Finding]:
    pattern = word_pattern(words.data("check")["weighing"])
    spoken = {line.paragraph.wording_of for line in lines} - {""}
    if pattern is None or len(spoken) < 2:
        return
    used: dict[str, dict[str, list[Place]]] = {}
    for line in lines:
        if line.paragraph.wording_of:
            for verb in pattern.findall(_own_voice(line.paragraph)):
                used.setdefault(verb.lower(), {}).setdefault(line.paragraph.wording_of, []).append(line.place)
    for verb, parties in used.items():
        if len(parties) < len(spoken):
            what = f"“{verb}” is said of {' and '.join(parties)} and not of all"
            yield Finding(Severity.STYLE, what, tuple(own for places in parties.values() for own in places))


def _lengths(lines: Sequence[Located]) -> Iterator[Finding]:
    lengths: dict[str, list[int]] = {}
    for line in lines:
        if line.paragraph.wording_of:
            lengths.setdefault(line.paragraph.wording_of, []).append(len(_own_voice(line.paragraph).split()))
    if len(lengths) < 2:
        return
    means = {party: sum(own) / len(own) for party, own in lengths.items()}
    whole = sum(means.values()) / len(means)
    for party, mean in means.items():
        if whole and abs(mean - whole) > TOLERANCE * whole:
            more = "longer" if mean > whole else "shorter"
            share = round(abs(mean / whole - 1) * 100)
            what = f"the wording given to {party} is {share} % {more} than the mean of all parties"
            yield Finding(Severity.STYLE, f"{what} ({mean:.1f} words a passage against {whole:.1f})")
