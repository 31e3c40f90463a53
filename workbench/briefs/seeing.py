"""A written file is looked through for what a template may have brought along."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, is_zipfile

from workbench.briefs.errors import BriefLeakError
from workbench.briefs.hidden import paths_in
from workbench.briefs.identities import Identities
from workbench.domain.saying import translate

_READABLE = (".xml", ".rels", ".svg", ".vml")
_PDF = b"%PDF-"
_PARAGRAPH = re.compile(r"<(?:w|a):p[ >].*?</(?:w|a):p>", re.DOTALL)
_TEXT = re.compile(r"<(?:w|a):(?:t|instrText|delText)(?: [^>]*)?>([^<]*)<")
_SAYING = re.compile(
    r"""\b(?:[\w]+:)?(?:descr|title|alt|name|author|initials|instr|val)=["']([^"']{4,})["']"""
)
_TAG = re.compile(r"<[^>]+>")


def see_through(content: bytes, template: Path, identities: tuple[str, ...] = ()) -> None:
    """Stop a file that names folders of somebody's computer, or somebody who must not be named.

    Parameters
    ----------
    content : bytes
        The file.
    template : Path
        On what it was written; nothing else is blamed.
    identities : tuple of str
        Names that must not stand in it.

    Raises
    ------
    BriefLeakError
        If it does; each is named with the part of the file in which it stands, a name blanked.
    """
    names = Identities(identities)
    leaks = tuple(
        dict.fromkeys(
            leak for part, whole, texts in _parts(content) for leak in _in_part(part, whole, texts, names)
        )
    )
    if leaks:
        listed = "".join(f"\n  {leak}" for leak in leaks)
        said = translate(
            "Briefs", "The brief was not written, because of what the template “{0}” brings along:{1}"
        )
        raise BriefLeakError(said.format(template.name, listed), leaks)


def _in_part(part: str, whole: str, texts: list[str], names: Identities) -> Iterator[str]:
    for what, text in dict.fromkeys(paths_in(unescape(whole))):
        yield f"{what} (“{text}”): {part}."
    if any(seen.is_sure for seen in names.sightings(texts)):
        yield f"{translate('Briefs', 'a name on the identity list')}: {part}."


def _parts(content: bytes) -> Iterator[tuple[str, str, list[str]]]:
    """Yield each part of a file: what it is called, all that stands in it, and its texts one by one."""
    file = BytesIO(content)
    if is_zipfile(file):
        with ZipFile(file) as archive:
            for name in archive.namelist():
                if name.endswith(_READABLE):
                    whole = archive.read(name).decode("utf-8", errors="ignore")
                    yield translate("Briefs", "in {0}").format(name), whole, _texts_in(whole)
    elif content.startswith(_PDF):
        yield from _pdf_parts(content)
    else:
        whole = content.decode("utf-8", errors="ignore")
        yield (
            translate("Briefs", "in the file"),
            whole,
            [unescape(_TAG.sub(" ", line)) for line in whole.splitlines()],
        )


def _texts_in(xml: str) -> list[str]:
    """Return the texts of a part of a package: paragraph by paragraph, whatever runs they are split over."""
    paragraphs = ("".join(_TEXT.findall(own)) for own in _PARAGRAPH.findall(xml))
    loose = _TAG.sub("\n", _PARAGRAPH.sub("\n", xml)).splitlines()
    return [unescape(text) for text in (*paragraphs, *_SAYING.findall(xml), *loose) if text.strip()]


def _pdf_parts(content: bytes) -> Iterator[tuple[str, str, list[str]]]:
    from workbench.briefs.pdf_inspection import metadata_of, texts_of  # noqa: PLC0415 - where pages were set

    # The packed streams of a PDF are no text, and hold every pair of signs by chance.
    bare = re.sub(rb"stream\r?\n.*?endstream", b"", content, flags=re.DOTALL)
    said = metadata_of(content)
    whole = "\n".join((bare.decode("utf-8", errors="ignore"), *said))
    yield translate("Briefs", "in the file"), whole, said
    for number, texts in enumerate(texts_of(content), start=1):
        yield translate("Briefs", "on page {0}").format(number), "\n".join(texts), texts
