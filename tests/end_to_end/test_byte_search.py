"""No word that an audience may not see stands in any byte of anything that is handed to it."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pypdfium2
import pytest

from tests.end_to_end.every_answer import (
    briefs_about,
    carried_out,
    pictures_about,
    questions_about,
    said,
)
from tests.secretive_cases import AUDIENCES, WORD, audience_for, make_case, words_in
from tests.sight import Sight
from tests.workbench.briefs.extract import pdf_streams, unzipped
from workbench.columns import columns_of
from workbench.domain.audience import Audience
from workbench.domain.case import Case
from workbench.snapshot import take_snapshot

SEEDS = (1, 5)
EXPORTS = ("", ".json", ".xlsx")
_BYTES = re.compile(WORD.pattern.encode())


@pytest.fixture(autouse=True)
def _gui(qapp: object) -> None:
    """Fonts need an application."""


def found_in(content: bytes, name: str) -> Iterator[bytes]:
    """Yield everything in a file in which a word could stand: as it is, unpacked, read out."""
    yield name.encode()
    yield content
    if name.endswith((".docx", ".xlsx")):
        for part, own in unzipped(content).items():
            yield part.encode() + own
            # Words may go over several runs of text.
            yield re.sub(rb"<[^>]+>", b"", own)
    if name.endswith(".pdf"):
        yield pdf_streams(content)
        document = pypdfium2.PdfDocument(content)
        yield repr(document.get_metadata_dict()).encode()
        for page in document:
            text = page.get_textpage().get_text_range()
            yield text.encode()
            # Where most of a page stands upright, the letters of a word are read one by one.
            yield "".join(text.split()).encode()
        document.close()


def words_of(content: bytes, name: str) -> set[str]:
    """Return the words found, in any of the ways in which text is written."""
    words: set[str] = set()
    for part in found_in(content, name):
        for form in (part, part.replace(b"\0", b"")):  # UTF-16 as well
            words.update(own.decode() for own in _BYTES.findall(form.lower()))
    return words


def words_under(folder: Path) -> set[str]:
    """Return every word in a folder: in what files it holds and how they are called."""
    found: set[str] = set()
    for path in folder.rglob("*"):
        found |= words_of(path.read_bytes() if path.is_file() else b"", path.name)
    return found


Order = tuple[str, ...]
Orders = Callable[[Case, Audience], Iterator[tuple[Order, str]]]


def exports(_case: Case, _audience: Audience) -> Iterator[tuple[Order, str]]:
    yield from ((("export",), kind) for kind in EXPORTS)


def copies(_case: Case, _audience: Audience) -> Iterator[tuple[Order, str]]:
    yield (("need-to-know",), ".positions")


def briefs(case: Case, audience: Audience) -> Iterator[tuple[Order, str]]:
    orders = briefs_about(take_snapshot(columns_of(case), audience))
    yield from ((own, kind) for own in orders for kind in (".md", ".html", ".docx", ".pdf"))


def pictures(case: Case, audience: Audience) -> Iterator[tuple[Order, str]]:
    orders = pictures_about(take_snapshot(columns_of(case), audience))
    yield from ((own, kind) for own in orders for kind in (".png", ".svg", ".pdf"))


HANDED_OVER = {"exports": exports, "copies": copies, "briefs": briefs, "pictures": pictures}


@cache
def handed_over(what: str, name: str, seed: int) -> frozenset[str]:
    """Return every word in the files of a kind that are made for an audience."""
    case = make_case(seed)
    audience = audience_for(case, name)
    with tempfile.TemporaryDirectory() as folder:
        for number, (words, kind) in enumerate(HANDED_OVER[what](case, audience)):
            out = Path(folder) / f"{number}{kind}"
            place = ("--out", out) if words[0] in ("brief", "picture") else (out,)
            carried_out(case, audience, (*words, *place))
        return frozenset(words_under(Path(folder)))


@pytest.mark.parametrize("what", HANDED_OVER)
@pytest.mark.parametrize("name", AUDIENCES)
def test_no_word_out_of_reach_is_in_any_file(name: str, what: str) -> None:
    for seed in SEEDS:
        case = make_case(seed)
        audience = audience_for(case, name)
        # For whom a file is made stands in it, also where the case says nothing of that party.
        assert handed_over(what, name, seed) - {audience.party} <= Sight(case, audience).words


@pytest.mark.parametrize("name", AUDIENCES)
def test_no_word_out_of_reach_is_in_any_answer(name: str) -> None:
    for seed in SEEDS:
        case = make_case(seed)
        audience = audience_for(case, name)
        asked = questions_about(take_snapshot(columns_of(case), audience))
        answers = "\n".join(said(case, audience, words) for words in asked)
        found = set(WORD.findall(answers.replace(str(audience), "")))
        assert found
        assert found <= Sight(case, audience).words


@pytest.mark.parametrize("name", AUDIENCES)
@pytest.mark.parametrize("what", ["exports", "copies"])
def test_every_word_in_reach_is_found(name: str, what: str) -> None:
    """What searches and finds nothing may have searched nothing."""
    for seed in SEEDS:
        case = make_case(seed)
        assert handed_over(what, name, seed) >= Sight(case, audience_for(case, name)).words


def test_the_search_finds_words_in_briefs_and_pictures() -> None:
    case = make_case(SEEDS[0])
    labels = {own.label for own in case.options} | {own.title for own in case.issues}
    for what in ("briefs", "pictures"):
        assert len(labels & handed_over(what, "principal", SEEDS[0])) > 5


@pytest.mark.parametrize("name", ["public", "party", "team"])
def test_what_is_said_about_the_copy_holds_no_word_of_it(name: str, tmp_path: Path) -> None:
    case = make_case(SEEDS[0])
    audience = audience_for(case, name)
    for words in (("--manifest",), ()):
        answer = said(case, audience, ("need-to-know", tmp_path / f"{len(words)}.positions", *words))
        assert set(WORD.findall(answer)) <= {audience.party}
        assert ("left_out" in answer) is bool(words)


def test_the_case_has_words_to_hide_from_everybody_but_the_vault() -> None:
    for seed in SEEDS:
        case = make_case(seed)
        for name in AUDIENCES:
            hidden = set(words_in(case)) - Sight(case, audience_for(case, name)).words
            assert len(hidden) > (5 if name == "principal" else 60)
