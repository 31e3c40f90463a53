"""The text of a brief is checked before it leaves: leaks stop it, style only warns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from workbench.briefs.content import Document, Paragraph, RunStyle
from workbench.briefs.findings import Finding, Severity
from workbench.briefs.hidden import paths_in, unseen_in
from workbench.briefs.identities import Identities, Sighting
from workbench.briefs.places import Located, Place, located
from workbench.briefs.terms import TermPolicy, word_pattern
from workbench.briefs.words import Words, languages, primary_of, words_of
from workbench.domain.saying import translate

TOLERANCE = 0.2
"""By how much the wording given to a party may differ from the mean of all."""
_AROUND = 24
_BLANKED = "▒▒▒"
_OTHERS_WORDS = (RunStyle.QUOTE, RunStyle.WORK)
_QUOTATION = re.compile("“[^“”]*”|«[^«»]*»|„[^„“”]*[“”]|‹[^‹›]*›|「[^「」]*」")


def check(
    document: Document,
    words: Words,
    policy: TermPolicy,
    identities: Sequence[str] = (),
    *,
    known: Iterable[str] = (),
    spoken: str = "",
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
    known : iterable of str
        Texts whose words are no secret, such as the names of the parties.
    spoken : str
        Language in which the case was entered, as a BCP 47 tag, where it is known.
    """
    lines = list(located(document))
    leaks = [*_paths(lines), *_unseen(lines)]
    sightings = list(_identities(lines, Identities(identities, known)))
    style = [*_avoided(lines, policy), *_verbs(lines, _weighing(words, spoken)), *_lengths(lines)]
    found = [*leaks, *sightings, *style]
    return sorted(found, key=lambda own: own.severity is Severity.STYLE)


def _paths(lines: Sequence[Located]) -> Iterator[Finding]:
    found: dict[tuple[str, str], list[Place]] = {}
    for line in lines:
        for named in paths_in(line.paragraph.text):
            found.setdefault(named, []).append(line.place)
    for (what, text), places in found.items():
        yield Finding(Severity.LEAK, f"{what} (“{text}”)", tuple(places))


def _unseen(lines: Sequence[Located]) -> Iterator[Finding]:
    found: dict[str, list[Place]] = {}
    for line in lines:
        for sign in unseen_in(line.paragraph.text):
            found.setdefault(sign, []).append(line.place)
    for sign, places in found.items():
        name = unicodedata.name(sign, "").lower() or translate("Briefs", "a sign without a name")
        said = translate("Briefs", "hidden text: U+{0}, {1}").format(f"{ord(sign):04X}", name)
        yield Finding(Severity.LEAK, said, tuple(places))


def _identities(lines: Sequence[Located], identities: Identities) -> Iterator[Finding]:
    for seen in identities.sightings([line.paragraph.text for line in lines]):
        line = lines[seen.line]
        around = _blanked(line.paragraph.text, seen)
        if seen.is_sure:
            what = translate("Briefs", "a name on the identity list (“{0}”)").format(around)
            yield Finding(Severity.LEAK, what, (line.place,))
        else:
            what = translate("Briefs", "a word that is a surname on the identity list (“{0}”)").format(around)
            yield Finding(Severity.STYLE, what, (line.place,))


def _blanked(text: str, seen: Sighting) -> str:
    """Return what stands around a name, the name itself blanked: whoever reads it may not be the vault."""
    first, last = seen.spans[0][0], seen.spans[-1][1]
    return f"…{text[:first][-_AROUND:]}{_BLANKED}{text[last:][:_AROUND]}…"


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
        term = terms[own]
        if term.neutral:
            said = translate("Briefs", "“{0}” outside a quotation; the neutral name is “{1}”")
        else:
            said = translate("Briefs", "“{0}” outside a quotation")
        yield Finding(Severity.STYLE, said.format(term.term, term.neutral), tuple(places))


def _own_voice(paragraph: Paragraph) -> str:
    """Return the words of the brief itself, without quotations and titles of works."""
    own = "".join(" " if run.style in _OTHERS_WORDS else run.text for run in paragraph.runs)
    return _QUOTATION.sub(" ", own)


def _weighing(words: Words, spoken: str) -> re.Pattern[str] | None:
    """Return the verbs that weigh, in the language of the brief and in that in which wording was entered."""
    verbs = list(words.data("check")["weighing"])
    if primary_of(spoken) != words.primary and primary_of(spoken) in languages():
        verbs += words_of(spoken).data("check")["weighing"]
    return word_pattern(verbs, with_stems=True)


def _verbs(lines: Sequence[Located], pattern: re.Pattern[str] | None) -> Iterator[Finding]:
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
            names = ", ".join(parties)
            what = translate("Briefs", "“{0}” is said of {1} and not of all").format(verb, names)
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
            yield Finding(Severity.STYLE, _length_words(party, mean, whole))


def _length_words(party: str, mean: float, whole: float) -> str:
    share = round(abs(mean / whole - 1) * 100)
    if mean > whole:
        said = translate("Briefs", "the wording given to {0} is {1} % longer than the mean of all parties")
    else:
        said = translate("Briefs", "the wording given to {0} is {1} % shorter than the mean of all parties")
    by = translate("Briefs", "{0} words a passage against {1}").format(f"{mean:.1f}", f"{whole:.1f}")
    return f"{said.format(party, share)} ({by})"
