"""What was found in a brief that should not stand there, and where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from workbench.briefs.errors import BriefLeakError
from workbench.briefs.places import Place, Spot
from workbench.domain.saying import counted, translate


class Severity(StrEnum):
    """What a finding means for the brief: it stops it, or it only warns."""

    LEAK = "leak"
    STYLE = "style"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that should not stand in the brief.

    Attributes
    ----------
    severity : Severity
        Whether it stops the brief.
    what : str
        What was found; a name on the identity list is blanked in it.
    places : tuple of Place
        Where, in the order of the brief.
    """

    severity: Severity
    what: str
    places: tuple[Place, ...] = ()

    def words(self, pages: Mapping[Spot, int] | None = None, most: int = 3) -> str:
        """Return the finding with its first places, and their pages where they are known."""
        named = [own.words((pages or {}).get(own.spot) if own.spot else None) for own in self.places[:most]]
        rest = len(self.places) - most
        more = [counted("Briefs", "%n more places", "%n more place", rest)] if rest > 0 else []
        where = "; ".join([*named, *more])
        return f"{self.what}: {where}." if where else f"{self.what}."


def stop_leaks(findings: Iterable[Finding], pages: Mapping[Spot, int] | None = None) -> None:
    """Stop a brief that would let something out.

    Raises
    ------
    BriefLeakError
        If any finding is a leak; it lists them all with their places.
    """
    leaks = [own.words(pages) for own in findings if own.severity is Severity.LEAK]
    if leaks:
        listed = "".join(f"\n  {leak}" for leak in leaks)
        said = translate("Briefs", "The brief was not written, because of what stands in it:{0}")
        raise BriefLeakError(said.format(listed), tuple(leaks))
