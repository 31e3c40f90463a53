"""What can go wrong when a brief is written, in words for the person who asked for it."""

from __future__ import annotations

from workbench.domain.errors import CaseError


class BriefError(CaseError):
    """The brief could not be made or written; a file that was there before is as it was."""


class BriefLeakError(BriefError):
    """The brief was not written because something stands in it that must not leave.

    Parameters
    ----------
    message : str
        What was found and where, all of it.
    leaks : tuple of str
        The same one by one.
    """

    def __init__(self, message: str, leaks: tuple[str, ...]) -> None:
        super().__init__(message)
        self.leaks = leaks
