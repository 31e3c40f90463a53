"""What picture was asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.domain.vocabulary import Basis

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
