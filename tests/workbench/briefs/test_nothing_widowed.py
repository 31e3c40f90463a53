"""A heading stands on one page with what it is the heading of; asked of the pages as they were set."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from workbench.briefs.content import Block, Bullets, Document, Heading, PageBreak, Paragraph, Table
from workbench.briefs.pdf_writer import page_numbers, pdf_bytes

from .extract import pdf_pages
from .sample import KINDS, MADE_AT, THREE, sample_brief, sample_document

AUDIENCES = ("public", "room", "party:BAK", "team", "principal")


def led_by_heading(blocks: tuple[Block, ...]) -> Iterator[tuple[int, list[int]]]:
    """Yield each heading (its number) with the blocks behind it up to the first that holds something."""
    for number, block in enumerate(blocks):
        if isinstance(block, Heading):
            led = []
            for place in range(number + 1, len(blocks)):
                led.append(place)
                follows = blocks[place]
                is_lead = isinstance(follows, Paragraph) and follows.keep_with_next
                if not (is_lead or isinstance(follows, Heading)):
                    break
            yield number, led


def torn(document: Document) -> list[str]:
    """Return the headings whose page turns before what they lead to."""
    pages, found = page_numbers(document), []
    for part, own in enumerate(document.parts):
        for number, led in led_by_heading(own.blocks):
            assert led, "a heading without anything behind it"
            assert not isinstance(own.blocks[led[-1]], PageBreak | Heading)
            # Tables and lists may go over pages: their first row or item counts.
            first = [1 if isinstance(own.blocks[place], Table | Bullets) else 0 for place in led]
            rows = [(part, place, row) for place, row in zip(led, first, strict=True)]
            if {pages[row] for row in rows} != {pages[part, number, 0]}:
                heading = own.blocks[number]
                assert isinstance(heading, Heading)
                found.append(heading.text)
    return found


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("kind", KINDS)
def test_no_page_turns_between_a_heading_and_its_first_row(kind: str, audience: str) -> None:
    assert torn(sample_document(kind, audience)) == []


def test_nor_in_a_comparison_of_three() -> None:
    assert torn(sample_brief("principal", THREE)) == []


def test_an_issue_is_led_by_all_that_is_said_of_its_room() -> None:
    blocks = [block for part in sample_brief("principal").parts for block in part.blocks]
    led = dict(led_by_heading(tuple(blocks)))
    issue = next(
        n for n, own in enumerate(blocks) if isinstance(own, Heading) and own.text == "Reintegration"
    )
    assert isinstance(blocks[led[issue][-1]], Table)
    assert len(led[issue]) >= 4


@pytest.mark.parametrize("audience", [*AUDIENCES, "party:STP", "vault"])
def test_no_brief_ends_with_a_line_or_two_on_a_page_of_their_own(audience: str) -> None:
    documents = [sample_document(kind, audience) for kind in KINDS if kind != "position"]
    documents += [
        sample_document("position", audience, party) for party in (*THREE, "MOW", "EU", "THR", "OPP")
    ]
    for document in documents:
        last = pdf_pages(pdf_bytes(document, MADE_AT))[-1]
        furniture = len(f"{document.prepared_for} {document.marking} {document.footer}".split())
        assert len(last.split()) - furniture > 50, document.title
        assert page_numbers(document)  # asked of the same pages


def test_a_page_is_spared_by_setting_closer() -> None:
    """For Baku the words of the position brief on Baku run two lines over two pages."""
    document = sample_document("position", "party:BAK")
    assert len(pdf_pages(pdf_bytes(document, MADE_AT))) == 2
    assert set(page_numbers(document).values()) == {1, 2}
