"""What a text may give away unseen: paths of somebody's computer, and signs that nobody sees."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote

from workbench.domain.saying import marked, translate

_REST = r"[^\s\"'<>”»]"
_FOLDERS = "home|Users|root|tmp|var|mnt|media|Volumes|private|srv|opt|run/user|etc|usr/local"
_PATHS = (
    (
        marked("Briefs", "the address of a file"),
        re.compile(rf"\bfile:[/\\]+{_REST}*|\bfile:[A-Za-z]:{_REST}*", re.IGNORECASE),
    ),
    (
        marked("Briefs", "a place on a network"),
        re.compile(rf"\b(?:smb|afp|nfs|sftp|ssh)://{_REST}+", re.IGNORECASE),
    ),
    (marked("Briefs", "a path of somebody’s computer"), re.compile(rf"(?<![\w/.])/(?:{_FOLDERS})/{_REST}+")),
    (
        marked("Briefs", "a path of somebody’s computer"),
        re.compile(rf"(?<![\w%])[A-Za-z]:(?:\\{_REST}*|/(?!/){_REST}+)"),
    ),
    (marked("Briefs", "a path of somebody’s computer"), re.compile(rf"(?<![\w\\])\\\\[\w.?-]+\\{_REST}+")),
    (
        marked("Briefs", "a place on a network"),
        re.compile(rf"(?<![\w/:])//[\w-]+(?:\.[\w-]+)*/[\w$.-]+{_REST}*"),
    ),
    (marked("Briefs", "a path of somebody’s computer"), re.compile(rf"(?<![^\s(\"'“])~[\w-]*/{_REST}+")),
    (
        marked("Briefs", "a place in somebody’s home folder"),
        re.compile(
            r"%(?:USERPROFILE|HOMEPATH|HOMEDRIVE|(?:LOCAL)?APPDATA|TEMP|TMP|USERNAME)%|\$\{?(?:HOME|USER)\b\}?"
        ),
    ),
)
_UNSEEN = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2028\u2029\u202a-\u202e\u2060-\u206f\u2800"
    "\u3164\ufeff\uffa0\ufff0-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Signs without a shape of their own, or with none that everybody has."""
_JOINERS = re.compile("[\u200c\u200d]|(?<![\\W_])[\ufe00-\ufe0f]")
"""Signs without a shape that some scripts, and pictures made of signs, need between their letters."""
_JOINING = re.compile(
    "[\u0600-\u08ff\u0900-\u0dff\u0e80-\u109f\u1780-\u18af\u2600-\u27bf\U0001f000-\U0001faff\ufe0f]"
)


def paths_in(text: str) -> Iterator[tuple[str, str]]:
    """Yield the paths of somebody's computer that a text names: what they are, and how they read.

    Letters of another width and signs written as ``%2F`` are read as what they mean.
    """
    meant = unicodedata.normalize("NFKC", text)
    if "%" in meant:
        meant = f"{meant} {unquote(meant)}" if unquote(meant) != meant else meant
    found = {match[0]: what for what, pattern in _PATHS for match in pattern.finditer(meant)}
    for path, what in found.items():
        yield translate("Briefs", what), path


def unseen_in(text: str) -> list[str]:
    """Return the signs in a text that nobody sees, each once."""
    if text.isascii():
        return []
    found = dict.fromkeys(_UNSEEN.findall(text))
    for match in _JOINERS.finditer(text):
        if not _JOINING.match(text[max(0, match.start() - 1) : match.start()]):
            found[match[0]] = None
    return list(found)
