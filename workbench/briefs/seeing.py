"""A written file is looked through for what a template may have brought along."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, is_zipfile

from workbench.briefs.checking import paths_in
from workbench.briefs.errors import BriefLeakError

_READABLE = (".xml", ".rels")


def see_through(content: bytes, template: Path) -> None:
    """Stop a file that names files or folders of somebody's computer.

    Raises
    ------
    BriefLeakError
        If it does; each is named with the part of the file in which it stands.
    """
    leaks = tuple(
        f"{what} (“{text}”): {part}."
        for part, words in _parts(content)
        for what, text in dict.fromkeys(paths_in(unescape(words)))
    )
    if leaks:
        listed = "".join(f"\n  {leak}" for leak in leaks)
        message = (
            f"The brief was not written, because of what the template “{template.name}” brings along:{listed}"
        )
        raise BriefLeakError(message, leaks)


def _parts(content: bytes) -> Iterator[tuple[str, str]]:
    file = BytesIO(content)
    if not is_zipfile(file):
        # The packed streams of a PDF are no text, and hold every pair of signs by chance.
        bare = re.sub(rb"stream\r?\n.*?endstream", b"", content, flags=re.DOTALL)
        yield "in the file", bare.decode("utf-8", errors="ignore")
        return
    with ZipFile(file) as archive:
        for name in archive.namelist():
            if name.endswith(_READABLE):
                yield f"in {name}", archive.read(name).decode("utf-8", errors="ignore")
