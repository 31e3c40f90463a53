"""What stands only in records out of reach is nowhere in a file; nor is who made it, or where."""

from __future__ import annotations

import dataclasses
import getpass
import re
import socket
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import Enum
from functools import cache
from pathlib import Path

import pytest

from workbench.briefs.content import Document
from workbench.briefs.docx_writer import docx_bytes
from workbench.briefs.html_writer import html_bytes
from workbench.briefs.markdown_writer import markdown_bytes
from workbench.briefs.order import make_document
from workbench.briefs.pdf_writer import pdf_bytes
from workbench.columns import columns_of
from workbench.domain.audience import TEAM
from workbench.domain.case import Case
from workbench.domain.party import Party
from workbench.snapshot import take_snapshot

from .extract import pdf_pages, pdf_streams, unzipped
from .sample import KINDS, MADE_AT, order_of, sample_document, sample_snapshot, whole_case

EMPTY = take_snapshot(columns_of(replace(Case(), parties=(Party("BAK", "Baku"),))), TEAM)
CLOSED = ("public", "room", "party:BAK", "party:STP", "team")


def texts(value: object) -> Iterator[str]:
    """Every text in a record, however deep."""
    if isinstance(value, Enum):  # the words of the program
        return
    if isinstance(value, str):
        yield value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from texts(getattr(value, field.name))
    elif isinstance(value, Mapping):
        for pair in value.items():
            yield from texts(pair)
    elif isinstance(value, tuple):
        for one in value:
            yield from texts(one)


def values(case: Case) -> set[str]:
    return {text for text in texts(case) if len(text) > 3}


def flat(text: str) -> str:
    return re.sub("[\\s\u200b\ufffe\x02-]+", "", text).casefold()


@cache
def raw_parts(audience: str) -> str:
    """All that the files of every kind for an audience hold."""
    documents = [
        make_document(EMPTY, order_of(kind)) if audience == "nobody" else sample_document(kind, audience)
        for kind in KINDS
    ]
    return "\n".join(part for document in documents for part in parts_of(document))


def parts_of(document: Document) -> list[str]:
    word, pdf = docx_bytes(document, MADE_AT), pdf_bytes(document, MADE_AT)
    parts = [content.decode("utf-8") for content in unzipped(word).values()]
    parts += [re.sub("<[^>]+>", "", part) for part in parts]
    parts += [writer(document, MADE_AT).decode("utf-8") for writer in (html_bytes, markdown_bytes)]
    return [*parts, *pdf_pages(pdf), pdf_streams(pdf).decode("latin-1")]


@cache
def everything_in(audience: str) -> str:
    """The same without blanks."""
    return flat(raw_parts(audience))


@pytest.mark.parametrize("audience", CLOSED)
def test_no_value_out_of_reach_stands_in_a_file(audience: str) -> None:
    within = flat("\n".join(values(sample_snapshot(audience).as_case())))
    secret = {text for text in values(whole_case()) if flat(text) not in within}
    own_words = {text for text in secret if flat(text) in everything_in("nobody")} | {"both"}
    assert len(secret - own_words) > 10
    held = everything_in(audience)
    assert {text for text in secret - own_words if flat(text) in held} == set()


def test_the_search_would_find_a_leak() -> None:
    restricted = "Has reportedly been promised remote access to scanner images."
    assert flat(restricted) in everything_in("principal")
    assert flat(restricted) not in everything_in("team")


def test_a_file_does_not_say_who_made_it_or_where() -> None:
    traces = {"python-docx", "file://", "Template.dotm", "Normal.dotm", tempfile.gettempdir() + "/"}
    traces |= {str(Path.home()), str(Path(__file__).parents[3])}
    # A short name may be part of any word.
    traces |= {name for name in (getpass.getuser(), socket.gethostname()) if len(name) > 4}
    assert {trace for trace in traces if trace in raw_parts("team")} == set()
