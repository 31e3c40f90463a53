"""What can go wrong when a brief is written, in words for the person who asked for it."""

from __future__ import annotations

from workbench.domain.errors import CaseError


class BriefError(CaseError):
    """The brief could not be made or written; a file that was there before is as it was."""
