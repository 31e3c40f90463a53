"""Writes a brief to a file: the format by its name, and the whole file or none of it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from workbench.briefs.content import Document
from workbench.briefs.errors import BriefError
from workbench.briefs.seeing import see_through
from workbench.briefs.templates import template_for
from workbench.readmodels.wording import listing

Writer: TypeAlias = Callable[[Document, datetime, Path | None], bytes]
"""Makes the bytes of a document, given the date of making and a template or none."""

_WRITERS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        ".docx": ("workbench.briefs.docx_writer", "docx_bytes"),
        ".pdf": ("workbench.briefs.pdf_writer", "pdf_bytes"),
        ".html": ("workbench.briefs.html_writer", "html_bytes"),
        ".md": ("workbench.briefs.markdown_writer", "markdown_bytes"),
    }
)
SUFFIXES = tuple(_WRITERS)
"""Endings of the files that a brief can be written to."""


def writer_for(path: Path) -> Writer:
    """Return the writer for the format that a file name asks for.

    A writer is loaded when it is first asked for: the libraries behind it take a while.

    Raises
    ------
    BriefError
        If no writer knows that format.
    """
    try:
        module, name = _WRITERS[path.suffix.lower()]
    except KeyError:
        found = f"“{path.suffix}”" if path.suffix else "no ending"
        known = listing(SUFFIXES, "or")
        raise BriefError(
            f"A brief cannot be written as “{path.name}”: it has {found}, expected {known}."
        ) from None
    writer: Writer = getattr(import_module(module), name)
    return writer


def write_brief(
    document: Document,
    path: Path,
    made_at: datetime,
    template: Path | None = None,
    identities: tuple[str, ...] = (),
) -> None:
    """Write a brief to `path`, in the format that its ending names.

    The file appears whole or not at all, and only its owner can read it; one that was there before
    stays as it was when anything fails.

    Parameters
    ----------
    document : Document
        What the brief says.
    path : Path
        Where it goes: ``.docx``, ``.pdf``, ``.html`` or ``.md``.
    made_at : datetime
        The date of making that stands in the file, with its time zone.
    template : Path, optional
        The user's own template for that format, or a folder of templates.
    identities : tuple of str
        Names that must not stand in what the template brings along.

    Raises
    ------
    BriefError
        If the format is not known, the template does not fit, or the file cannot be made or written.
    """
    writer = writer_for(path)
    own = template_for(template, path.suffix) if template else None
    content = writer(document, made_at, own)
    if own is not None:
        see_through(content, own, identities)
    try:
        _replace(path, content)
    except OSError as error:
        raise BriefError(
            f"The brief could not be written to “{path}”: {_reason(error)}. "
            "What was there before is as it was. Choose another place, or make room, and try again."
        ) from error


def _replace(path: Path, content: bytes) -> None:
    number, name = tempfile.mkstemp(dir=path.parent, prefix=".brief-", suffix=".part")
    beside = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise


def _reason(error: OSError) -> str:
    words = {
        FileNotFoundError: "there is no such folder",
        NotADirectoryError: "there is no such folder",
        IsADirectoryError: "a folder has that name",
        PermissionError: "the folder or the file may not be written",
    }
    return words.get(type(error), (error.strerror or str(error)).lower())
