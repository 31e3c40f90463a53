"""Briefs as PDF, for reading: tagged, with the bundled fonts, the same bytes for the same content."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import datetime
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal, cast

import typst

from resources.files import resource
from workbench.briefs.apart import plain
from workbench.briefs.content import Document, Heading, Table
from workbench.briefs.errors import BriefError
from workbench.briefs.look import look
from workbench.briefs.pdf_content import data_of
from workbench.briefs.places import Spot
from workbench.briefs.templates import read_text
from workbench.domain.saying import translate

_NOT_ACCESSIBLE = "PDF/UA-1 error"
_ALL_BUT_EMPTY = 25.0
"""A last page with no more than so many millimetres of text is to be spared."""


def pdf_bytes(document: Document, made_at: datetime, template: Path | None = None) -> bytes:
    """Return the document as PDF.

    The file follows PDF/UA-1. Where it cannot, because a text holds signs that no bundled font has,
    the fonts of the machine are taken as well, and the file is tagged without the claim.

    Parameters
    ----------
    document : Document
        What the brief says.
    made_at : datetime
        The date of making.
    template : Path, optional
        A typst file in place of the bundled one; it gets the same inputs.

    Raises
    ------
    BriefError
        If the pages cannot be set, or the template leaves out headings or the marking.
    """
    page = _settled(document, template)
    if template is not None:
        _see_that_it_fits(page, document)
    content = _compiled(page, document, made_at)
    if template is not None:
        _see_that_it_shows_all(page, content)
    return content


def _compiled(page: _Page, document: Document, made_at: datetime) -> bytes:
    try:
        return page.compile(made_at, "ua-1")
    except RuntimeError as error:
        if _NOT_ACCESSIBLE not in _said(error):
            raise _not_set(document, error) from error
    try:
        return page.compile(made_at, None)
    except RuntimeError as error:
        raise _not_set(document, error) from error


def _not_set(document: Document, error: RuntimeError) -> BriefError:
    said = translate("Briefs", "The pages of “{0}” could not be set: {1}.")
    return BriefError(said.format(plain(document.title), _said(error)))


def page_numbers(document: Document, template: Path | None = None) -> dict[Spot, int]:
    """Return on which page of the PDF each block and row stands, as far as the template tells."""
    try:
        return _settled(document, template).places
    except RuntimeError:
        return {}


@dataclass(frozen=True, slots=True)
class _Page:
    """A typst file with what it gets to set."""

    inputs: dict[str, str]
    path: Path

    @property
    def ends(self) -> list[tuple[int, float]]:
        """On which page the text of each part ends, and how far down in millimetres."""
        return [(page, down) for page, down in json.loads(self.query("<end>", "value"))]

    @property
    def places(self) -> dict[Spot, int]:
        """On which page each block and row stands."""
        marks = json.loads(self.query("<place>", "value"))
        return {(part, block, row): number for part, block, row, number in marks}

    def compile(self, made_at: datetime, standard: Literal["ua-1"] | None) -> bytes:
        """Set the pages; without a standard the fonts of the machine are taken as well."""
        compiler = self._compiler(bundled_only=standard is not None)
        pdf = compiler.compile(format="pdf", pdf_standards=standard, timestamp=int(made_at.timestamp()))
        return cast("bytes", pdf)

    def query(self, selector: str, field: str | None = None) -> str:
        """Return what of the pages a selector finds, as JSON."""
        found: str = self._compiler(bundled_only=True).query(selector, field=field)
        return found

    def _compiler(self, *, bundled_only: bool) -> typst.Compiler:
        changed = self.path.stat().st_mtime_ns
        return _compiler(self.path, changed, tuple(self.inputs.items()), bundled_only=bundled_only)


def _settled(document: Document, template: Path | None) -> _Page:
    """Return the page; set closer where that spares a sheet all but empty, or keeps a table on one page."""
    if template is not None:
        return _Page(_inputs(document), template)
    page = _Page(_inputs(document), resource("briefs/brief.typ"))
    faults = _faults(page, document)
    if not any(faults):
        return page
    tight = _Page({**page.inputs, "tight": "yes"}, page.path)
    return tight if _faults(tight, document) < faults else page


def _faults(page: _Page, document: Document) -> tuple[int, int]:
    """Return how many tables read as one page are torn, then how many last sheets are all but empty."""
    places = page.places
    whole = [
        (part, number, len(block.rows))
        for part, own in enumerate(document.parts)
        for number, block in enumerate(own.blocks)
        if isinstance(block, Table) and block.one_page and block.rows
    ]
    torn = sum(places[part, block, 1] != places[part, block, last] for part, block, last in whole)
    least: float = look()["page"]["top"] + _ALL_BUT_EMPTY
    starts = [0, *(number for number, _ in page.ends)]
    bare = sum(
        number > start + 1 and down < least for start, (number, down) in zip(starts, page.ends, strict=False)
    )
    return torn, bare


@lru_cache(maxsize=2)
def _compiler(
    path: Path, changed: int, inputs: tuple[tuple[str, str], ...], *, bundled_only: bool
) -> typst.Compiler:
    """Return what sets the pages, kept because asking it where things stand is free once they are set."""
    del changed
    return typst.Compiler(
        path,
        font_paths=_fonts(bundled_only=bundled_only),
        sys_inputs=dict(inputs),
        package_path=path.parent,  # never looks for packages elsewhere
    )


@cache
def _fonts(*, bundled_only: bool) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=not bundled_only, font_paths=[resource("fonts")])


def _inputs(document: Document) -> dict[str, str]:
    return {"brief": json.dumps(data_of(document)), "look": json.dumps(look())}


def _said(error: RuntimeError) -> str:
    """Return what typst said; not every error of it is of its own kind."""
    return (error.message if isinstance(error, typst.TypstError) else str(error)).strip().rstrip(".")


def _see_that_it_fits(page: _Page, document: Document) -> None:
    name, text = page.path.name, read_text(page.path)
    if "marking" not in text:
        said = translate(
            "Briefs", "The template “{0}” does not print the marking: it has to read “brief.marking”."
        )
        raise BriefError(said.format(name))
    if re.search(r"@(?:preview|local)/", text):
        said = translate(
            "Briefs", "The template “{0}” takes packages from elsewhere: copy what it needs beside it."
        )
        raise BriefError(said.format(name))
    try:
        found = len(json.loads(page.query("heading")))
    except RuntimeError as error:
        said = translate("Briefs", "The template “{0}” cannot be set: {1}.")
        raise BriefError(said.format(name, _said(error))) from error
    wanted = sum(isinstance(block, Heading) for part in document.parts for block in part.blocks)
    if found < wanted:
        said = translate(
            "Briefs",
            "The template “{0}” sets {1} of {2} headings: it has to go through all blocks of “brief.parts”.",
        )
        raise BriefError(said.format(name, found, wanted))


def _see_that_it_shows_all(page: _Page, content: bytes) -> None:
    """Stop a template that writes who made it into the file, or sets text that nobody would see."""
    from workbench.briefs.pdf_inspection import unexpected_metadata, unseen_text  # noqa: PLC0415

    name, more = page.path.name, unexpected_metadata(content)
    if more:
        said = translate("Briefs", "The template “{0}” writes {1} into the file: take that out.")
        raise BriefError(said.format(name, ", ".join(more)))
    for number, text in unseen_text(content):
        said = translate("Briefs", "The template “{0}” hides text on page {1} (“{2}”): take that out.")
        raise BriefError(said.format(name, number, text[:40]))
