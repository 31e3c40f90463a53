"""What picture was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.domain.names import Names, by_code
from workbench.domain.vocabulary import Basis
from workbench.ports import ChangeSet

if TYPE_CHECKING:
    from ui.paint.picture_size import PageSize

HISTORY, TRADES, ACTORS = "history", "trades", "actors"
LENSES = (
    "positions",
    "parties",
    "tree",
    "map",
    "demands",
    TRADES,
    "common-ground",
    "sources",
    "events",
    "terms",
    ACTORS,
    HISTORY,
    "timeline",
)
"""The lenses of which pictures can be drawn."""
OF_PARTIES = ("positions", "parties", "tree", "map", "demands", TRADES, "common-ground", ACTORS, "timeline")
"""Those that show parties, of which some can be chosen."""


@dataclass(frozen=True, slots=True)
class PastDone:
    """What was done to a case, the latest first.

    Attributes
    ----------
    done : sequence of ChangeSet
        The operations.
    names : callable
        What records are called.
    with_changes : bool
        Whether it is also drawn what each of them changed, before and after.
    """

    done: Sequence[ChangeSet] = ()
    names: Names = by_code
    with_changes: bool = False


@dataclass(frozen=True, slots=True)
class PictureOrder:
    """One picture.

    Attributes
    ----------
    lens, theme : str
        Their names.
    day, since : date
        The day shown, and the one compared with, none for no comparison.
    basis : Basis
        Which track stands where both do.
    out : Path
        The file; its ending says which kind.
    size : PageSize
        Of a page.
    parties : tuple of str
        Codes of the parties in view; none for all.
    figure : str
        Which figure of the actors' game; empty for all of them.
    """

    lens: str
    theme: str
    day: date
    since: date | None
    basis: Basis
    out: Path
    size: PageSize
    parties: tuple[str, ...] = ()
    figure: str = ""
