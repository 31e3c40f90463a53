"""A user's own template for a brief: letterhead, page, style."""

from __future__ import annotations

import re
import sys
from base64 import b64decode, b64encode
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from workbench.briefs.errors import BriefError
from workbench.briefs.hidden import unseen_in
from workbench.briefs.pictures import bare_picture
from workbench.domain.saying import translate

_FITS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {".docx": (".docx",), ".pdf": (".typ",), ".html": (".html", ".css"), ".md": (".md",)}
)
"""Endings of the templates for each format."""
IN_FOLDER = "brief"
"""Name of the templates in a folder, without their endings."""
_CALLS_OUT = re.compile(
    r"""@import|<\s*(?:script|iframe|object|embed|link|base|form|meta\s+http-equiv|audio|video|applet|portal)\b"""
    r"""|\bon\w+\s*=|javascript:|image-set\(\s*(?!url)|expression\(|-moz-binding"""
    r"""|url\(\s*['"]?(?!data:|\#)"""
    r"""|\b(?:src|href|srcset|poster|background|action|formaction|ping|data|cite)\s*=\s*['"]?(?!['"]?(?:data:|\#))"""
    r"""|!\[[^\]]*\](?:\[|\((?!data:))""",
    re.IGNORECASE,
)
_END = r"""\s*(?:[;}!"']|$)"""
_LENGTH = r"(?:px|pt|em|rem|ex|ch|vw|vh|%)?"
_HIDES = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|content-visibility\s*:\s*hidden|\bhidden\b|<!--"
    rf"|opacity\s*:\s*0*(?:\.[0-4]\d*)?%?{_END}|font-size\s*:\s*0*[0-3]?(?:\.\d+)?{_LENGTH}{_END}"
    r"|(?<![-\w])color\s*:\s*(?:transparent|rgba?\([^)]*[,/]\s*0(?:\.0+)?\s*\))"
    r"|text-indent\s*:\s*-|clip(?:-path)?\s*:|(?:left|top|right|bottom|margin[-\w]*)\s*:\s*-\d{3,}"
    rf"|(?<![-\w])(?:max-)?(?:height|width)\s*:\s*0+(?:\.0+)?{_LENGTH}{_END}|scale\(\s*0"
    r"|<\s*(?:template|noscript)\b",
    re.IGNORECASE | re.MULTILINE,
)
_WHITE = re.compile(
    r"(?<![-\w])color\s*:\s*(?:white|\#f{3,8}\b|rgb\(\s*255[,\s]+255[,\s]+255\s*\))", re.IGNORECASE
)
_RULE = re.compile(r"""\{([^{}]*)\}|\bstyle\s*=\s*"([^"]*)"|\bstyle\s*=\s*'([^']*)'""", re.IGNORECASE)
_UNPRINTED = re.compile(r"^\s*\[[^\]]+\]:.*$", re.MULTILINE)
"""What Markdown reads and does not print: where links lead to."""
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})\s?|\\([^\n])")
_PICTURE = re.compile(r"data:image/(png|jpe?g);base64,([A-Za-z0-9+/=\s]+)", re.IGNORECASE)
_OTHER_DATA = re.compile(
    r"data:(?!image/(?:png|jpe?g);base64,|(?:font|application/font)[-/])[\w.+-]+/[\w.+-]+", re.IGNORECASE
)


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
        said = translate("Briefs", "A brief as {0} has no template. Templates are for {1}.")
        raise BriefError(said.format(suffix, ", ".join(_FITS)))
    if given.is_dir():
        for ending in endings:
            if (given / f"{IN_FOLDER}{ending}").is_file():
                return given / f"{IN_FOLDER}{ending}"
        names = ", ".join(f"“{IN_FOLDER}{ending}”" for ending in endings)
        said = translate("Briefs", "The folder “{0}” has no template for a brief as {1}: expected {2}.")
        raise BriefError(said.format(given, suffix, names))
    if not given.is_file():
        raise BriefError(translate("Briefs", "There is no template “{0}”.").format(given))
    if given.suffix.lower() not in endings:
        said = translate("Briefs", "“{0}” is no template for a brief as {1}: expected {2}.")
        raise BriefError(said.format(given.name, suffix, ", ".join(endings)))
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
        said = translate("Briefs", "The template “{0}” cannot be read as text in UTF-8.")
        raise BriefError(said.format(path.name)) from error


def own_style(path: Path) -> str:
    """Return a style sheet for the page, without comments and without what pictures say of their maker.

    Raises
    ------
    BriefError
        If it loads something from elsewhere, hides text or ends the style of the page.
    """
    text = _COMMENT.sub("", read_text(path))
    if "</" in text:
        said = translate("Briefs", "The style “{0}” holds “</”, which would end it: take that out.")
        raise BriefError(said.format(path.name))
    _refuse(path, text)
    return _with_bare_pictures(text)


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
        said = translate("Briefs", "The template “{0}” lacks {1}: put it where it is to stand.")
        raise BriefError(said.format(path.name, ", ".join(missing)))
    text = _COMMENT.sub("", text)
    _refuse(path, text)
    return _with_bare_pictures(text)


def fill(page: str, places: Mapping[str, str]) -> str:
    """Return a page with its places filled; each once, so that a text that reads {{title}} stays as it is."""
    return _PLACE.sub(lambda found: places.get(found[1], found[0]), page)


_PLACE = re.compile(r"\{\{(\w+)\}\}")


def _refuse(path: Path, text: str) -> None:
    # Style sheets may write any letter by its number.
    for read in (text, _ESCAPE.sub(lambda found: _letter(found[1]) if found[1] else found[2], text)):
        found = _CALLS_OUT.search(read) or _OTHER_DATA.search(read)
        if found:
            said = translate(
                "Briefs",
                "The template “{0}” loads or runs something (“{1}”). "
                "A brief stands alone: put pictures in as data:image/png or jpeg and take the rest out.",
            )
            raise BriefError(said.format(path.name, found[0].strip()))
        hidden = _hidden_in(read, is_markdown=path.suffix.lower() == ".md")
        if hidden:
            said = translate("Briefs", "The template “{0}” hides text (“{1}”): take that out.")
            raise BriefError(said.format(path.name, hidden))


def _hidden_in(text: str, *, is_markdown: bool) -> str:
    """Return what in a template would not be seen, empty where all would."""
    found = _HIDES.search(text) or (_UNPRINTED.search(text) if is_markdown else None)
    if found:
        return found[0].strip()
    for rule in _RULE.finditer(text):
        own = next(group for group in rule.groups() if group is not None)
        white = _WHITE.search(own)
        if white and "background" not in own:
            return white[0]
    return ", ".join(f"U+{ord(sign):04X}" for sign in unseen_in(text))


def _letter(number: str) -> str:
    value = int(number, 16)
    return chr(value) if 0 < value <= sys.maxunicode else ""


def _with_bare_pictures(text: str) -> str:
    """Return a page whose pictures say nothing of who made them."""
    return _PICTURE.sub(_bare, text)


def _bare(found: re.Match[str]) -> str:
    try:
        content = b64decode("".join(found[2].split()), validate=True)
    except ValueError:
        return found[0]
    return f"data:image/{found[1].lower()};base64,{b64encode(bare_picture(content)).decode('ascii')}"
