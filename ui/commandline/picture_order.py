"""What picture was asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from workbench.domain.vocabulary import Basis


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
    size : tuple of int
        Width and height in pixels.
    """

    lens: str
    theme: str
    day: date
    since: date | None
    basis: Basis
    out: Path
    size: tuple[int, int]
