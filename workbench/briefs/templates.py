"""A user's own template for a brief: letterhead, page, style."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from workbench.briefs.errors import BriefError

_FITS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {".docx": (".docx",), ".pdf": (".typ",), ".html": (".html", ".css")}
)
"""Endings of the templates for each format."""
IN_FOLDER = "brief"
"""Name of the templates in a folder, without their endings."""
_CALLS_OUT = re.compile(
    r"""@import|<\s*(?:script|iframe|object|embed|link|base|form)\b|\bon\w+\s*=|javascript:"""
    r"""|url\(\s*['"]?(?!data:|\#)|\b(?:src|href|srcset|poster)\s*=\s*['"]?(?!data:|\#)""",
    re.IGNORECASE,
)
_HIDES = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|\bhidden\b|<!--", re.IGNORECASE)


def template_for(given: Path, suffix: str) -> Path:
    """Return the template file for a format.

    Parameters
    ----------
    given : Path
        A file, or a folder with files named ``brief`` and the ending of each format.
    suffix : str
        Ending of the brief: ``.docx``, ``.pdf`` or ``.html``.

    Raises
    ------
    BriefError
        If there is none, or it is for another format.
    """
    endings = _FITS.get(suffix.lower(), ())
    if not endings:
        raise BriefError(f"A brief as {suffix} has no template. Templates are for {', '.join(_FITS)}.")
    wanted = " or ".join(endings)
    if given.is_dir():
        for ending in endings:
            if (given / f"{IN_FOLDER}{ending}").is_file():
                return given / f"{IN_FOLDER}{ending}"
        names = " or ".join(f"“{IN_FOLDER}{ending}”" for ending in endings)
        raise BriefError(f"The folder “{given}” has no template for a brief as {suffix}: expected {names}.")
    if not given.is_file():
        raise BriefError(f"There is no template “{given}”.")
    if given.suffix.lower() not in endings:
        raise BriefError(f"“{given.name}” is no template for a brief as {suffix}: expected {wanted}.")
    return given


def read_text(path: Path) -> str:
    """Return the text of a template.

    Raises
    ------
    BriefError
        If it cannot be read as text.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BriefError(f"The template “{path.name}” cannot be read as text in UTF-8.") from error


def own_style(path: Path) -> str:
    """Return a user's style sheet for the page.

    Raises
    ------
    BriefError
        If it loads something from elsewhere, hides text or ends the style of the page.
    """
    text = read_text(path)
    if "</" in text:
        raise BriefError(f"The style “{path.name}” holds “</”, which would end it: take that out.")
    _refuse(path, text)
    return text


def own_page(path: Path) -> str:
    """Return a user's page, with the places for what the brief says.

    Raises
    ------
    BriefError
        If it lacks the place for the content or the marking, or loads something from elsewhere.
    """
    text = read_text(path)
    missing = [place for place in ("{{content}}", "{{marking}}") if place not in text]
    if missing:
        raise BriefError(
            f"The template “{path.name}” has no {' and no '.join(missing)}: put it where it is to stand."
        )
    _refuse(path, text)
    return text


def _refuse(path: Path, text: str) -> None:
    found = _CALLS_OUT.search(text)
    if found:
        raise BriefError(
            f"The template “{path.name}” loads or runs something (“{found[0].strip()}”). "
            "A brief stands alone: put pictures in as data: and take the rest out."
        )
    found = _HIDES.search(text)
    if found:
        raise BriefError(f"The template “{path.name}” hides text (“{found[0].strip()}”): take that out.")
