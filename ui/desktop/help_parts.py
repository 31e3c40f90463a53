"""Of what the program is made: libraries as their own metadata name them, and the fonts that it brings."""

from __future__ import annotations

import platform
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from resources.files import resource

PACKAGE = "position-workbench"
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_LONGEST = 60
_LICENCE_FILES = ("licen", "copying", "notice")
_OPEN_FONT = "OFL-1.1"


@dataclass(frozen=True, slots=True)
class PartOfProgram:
    """A library or a family of fonts: what it is called, which version, under which licence, and its text."""

    name: str
    version: str
    licence: str
    text: str = ""

    @property
    def detail(self) -> str:
        """Version and licence on one line."""
        return ", ".join(part for part in (self.version, self.licence) if part)


def libraries() -> tuple[PartOfProgram, ...]:
    """Return every library that the program needs, those that these need included, and Python itself."""
    found = {own.metadata["Name"].casefold(): own for own in _needed_by(PACKAGE, set())}
    parts = tuple(_part(own) for _, own in sorted(found.items()))
    return (PartOfProgram("Python", platform.python_version(), "PSF-2.0"), *parts)


def fonts() -> tuple[PartOfProgram, ...]:
    """Return the families of fonts that the program brings."""
    files = sorted(path for path in resource("fonts").iterdir() if path.suffix in (".otf", ".ttf"))
    return tuple(_family(name, next(own)) for name, own in groupby(files, key=_family_name))


def _needed_by(package: str, seen: set[str]) -> Iterator[Distribution]:
    try:
        own = distribution(package)
    except PackageNotFoundError:  # not needed on this system, or the program runs from a folder
        return
    for need in own.requires or ():
        found = _NAME.match(need)
        name = found[0].casefold().replace("_", "-") if found else ""
        if name and "extra ==" not in need and name not in seen:
            seen.add(name)
            try:
                yield distribution(name)
            except PackageNotFoundError:
                continue
            yield from _needed_by(name, seen)


def _part(own: Distribution) -> PartOfProgram:
    text = "\n\n".join(_licence_texts(own))
    return PartOfProgram(own.metadata["Name"], own.version, _licence(own, text), text)


def _licence(own: Distribution, text: str) -> str:
    """Return the licence as the metadata name it; where they do not, as its text begins."""
    kinds = [kind.split(" :: ")[-1] for kind in _said(own, "Classifier") if "License ::" in kind]
    named = "".join(_said(own, "License-Expression")) or _short("".join(_said(own, "License")))
    named = named or ", ".join(kinds)
    first = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return named or _short(first) or QCoreApplication.translate("help", "licence with its files")


def _said(own: Distribution, field: str) -> list[str]:
    return own.metadata.get_all(field) or []


def _short(text: str) -> str:
    """Return a name of a licence; a whole licence text is none."""
    plain = text.strip()
    return plain if len(plain) <= _LONGEST and "\n" not in plain and plain != "UNKNOWN" else ""


def _licence_texts(own: Distribution) -> Iterator[str]:
    for file in own.files or ():
        is_licence = file.name.casefold().startswith(_LICENCE_FILES) and "dist-info" in str(file)
        path = Path(str(file.locate())) if is_licence else None
        if path is not None and path.is_file():
            yield path.read_text(encoding="utf-8", errors="replace")


def _family_name(path: Path) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", path.stem.partition("-")[0])


def _family(name: str, file: Path) -> PartOfProgram:
    text = resource(f"fonts/OFL-{'Inter' if name.startswith('Inter') else 'Noto'}.txt")
    return PartOfProgram(name, _font_version(file), _OPEN_FONT, text.read_text(encoding="utf-8"))


def _font_version(file: Path) -> str:
    """Return the revision that the font gives itself in its table *head* (OpenType: fontRevision, 16.16)."""
    data = file.read_bytes()
    for number in range(int.from_bytes(data[4:6], "big")):
        entry = data[12 + 16 * number : 28 + 16 * number]
        if entry[:4] == b"head":
            start = int.from_bytes(entry[8:12], "big")
            return f"{int.from_bytes(data[start + 4 : start + 8], 'big') / 65536:.3f}"
    return ""
