"""Where the package data lies: themes, fonts, icons, the sample case."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def resource(path: str) -> Path:
    """Return the place of a file or folder of package data.

    Parameters
    ----------
    path : str
        Where it lies under `resources`, with forward slashes: ``"themes/light.toml"``.

    Raises
    ------
    FileNotFoundError
        If the installation has no such file or folder.
    """
    place = Path(str(files("resources"))).joinpath(*path.split("/"))
    if not place.exists():
        raise FileNotFoundError(
            f"The installation is incomplete: {place} is missing. Install the program again."
        )
    return place
