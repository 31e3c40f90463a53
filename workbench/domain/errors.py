"""Errors that speak of the case, not of the program.

What an error says is made when it is raised, in the language of whoever listens then.
"""

from __future__ import annotations

from collections.abc import Iterable

from workbench.domain.saying import translate

_MOST_KNOWN = 12
"""So many codes are named where one is not known."""


class CaseError(Exception):
    """Something about the input or the case that a person can put right.

    The message says what happened, to what, and what to do; it is shown as it stands.
    """


class InvalidValueError(CaseError, ValueError):
    """A value that the field cannot hold.

    Parameters
    ----------
    found : str
        What was there.
    expected : str
        What would have been right, in words.
    """

    def __init__(self, found: str, expected: str) -> None:
        super().__init__(translate("Error", "found “{0}”, expected {1}").format(found, expected))
        self.found = found
        self.expected = expected


class UnknownCodeError(CaseError, LookupError):
    """A code that names no record of the case in reach.

    Parameters
    ----------
    kind : str
        What was looked for, in English ("party", "issue"): a word of `workbench.domain.names.KINDS`.
    code : str
        The code that was given.
    known : tuple of str
        The codes there are, in the order of the case.
    """

    def __init__(self, kind: str, code: str, known: tuple[str, ...] = ()) -> None:
        said = translate("Error", "There is no {0} “{1}” in this case.")
        listed = ", ".join((*known[:_MOST_KNOWN], *("…" for _ in known[_MOST_KNOWN : _MOST_KNOWN + 1])))
        hint = translate("Error", "Known: {0}.").format(listed) if known else ""
        super().__init__(f"{said.format(translate('Record', kind), code)} {hint}".rstrip())
        self.kind = kind
        self.code = code


def one_of(words: Iterable[str]) -> str:
    """Return what would have been right where only some words are."""
    return translate("Expected", "one of {0}").format(", ".join(words))
