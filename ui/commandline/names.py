"""What can be typed after ``workbench``. Imports nothing, because the window is decided on first."""

from __future__ import annotations

PROGRAM = "workbench"
SUFFIX = ".positions"

COMMANDS = (
    "demo",
    "new",
    "import",
    "export",
    "info",
    "check",
    "standing",
    "room",
    "questions",
    "distance",
    "changes",
    "series",
    "demands",
    "actors",
    "common-ground",
    "turning-points",
    "sensitivity",
    "brief",
    "picture",
    "need-to-know",
    "history",
    "backup",
    "backups",
    "restore",
    "protect",
    "change-passphrase",
    "merge",
    "expunge",
)
"""The commands of this version."""

LATER = ("packages",)
"""Commands that are promised and not built yet."""


def looks_like_a_case(word: str) -> bool:
    """Tell whether the first word names a file to open rather than a mistyped command."""
    return not word.startswith("-") and word not in COMMANDS + LATER and any(sign in word for sign in "./\\")


def opens_window(words: list[str]) -> bool:
    """Tell whether what was typed opens the window without reading any option."""
    return not words or words == ["demo"] or (len(words) == 1 and looks_like_a_case(words[0]))
