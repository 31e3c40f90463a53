"""Themes read from their files: one colour for every role."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from PySide6.QtGui import QColor

from resources.files import resource
from ui.theme.contrast import contrast_ratio
from ui.theme.roles import Role
from workbench.domain.errors import CaseError

DEFAULT_THEME = "light"


class ThemeError(CaseError):
    """A theme file that cannot be used."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A colour for every role.

    Attributes
    ----------
    key : str
        Name of the file without suffix: ``light``, ``dark``.
    name : str
        What the menu says.
    is_dark : bool
        Whether light text stands on dark ground.
    colours : Mapping of Role to QColor
        Complete: every role has one.
    """

    key: str
    name: str
    is_dark: bool
    colours: Mapping[Role, QColor]

    def colour(self, role: Role) -> QColor:
        """Return the colour of a role."""
        return self.colours[role]

    def css(self, role: Role) -> str:
        """Return the colour of a role as style sheets and SVG write it."""
        return self.colours[role].name()

    @property
    def least_contrast(self) -> float:
        """The contrast that text has at least, and that a colour from a case is brought to."""
        faintest = contrast_ratio(self.colour(Role.TEXT_MUTED), self.colour(Role.PANEL))
        return _STRICT if faintest >= _STRICT else _USUAL

    def curve(self, index: int) -> QColor:
        """Return the colour of the n-th curve where no party lends its own."""
        return self.colours[_CURVES[index % len(_CURVES)]]


def theme_keys() -> tuple[str, ...]:
    """Return the keys of the bundled themes, the default first."""
    found = sorted(path.stem for path in resource("themes").glob("*.toml"))
    return tuple(sorted(found, key=lambda key: key != DEFAULT_THEME))


@lru_cache(maxsize=8)
def bundled_theme(key: str = DEFAULT_THEME) -> Theme:
    """Return a bundled theme.

    Raises
    ------
    ThemeError
        If there is none of that name.
    """
    if key not in theme_keys():
        raise ThemeError(f"There is no theme “{key}”. Choose one of: {', '.join(theme_keys())}.")
    return load_theme(resource(f"themes/{key}.toml"))


def load_theme(path: Path) -> Theme:
    """Read a theme file.

    Raises
    ------
    ThemeError
        If the file is no TOML, lacks a role, has one too many, or holds something that is no colour; all
        faults are named at once.
    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ThemeError(f"The theme {path.name} cannot be read: {error}") from error
    about = content.pop("theme", {})
    given = _flattened(content)
    faults = _faults(about, given)
    if faults:
        raise ThemeError(f"The theme {path.name} cannot be used: {'; '.join(faults)}.")
    colours = {role: QColor(str(given[role])) for role in Role}
    return Theme(path.stem, about["name"], about["dark"], MappingProxyType(colours))


def _flattened(content: Mapping[str, object]) -> dict[str, object]:
    flat: dict[str, object] = {}
    for section, values in content.items():
        if isinstance(values, dict):
            flat.update({f"{section}.{key}": value for key, value in values.items()})
        else:
            flat[section] = values
    return flat


def _faults(about: object, given: Mapping[str, object]) -> list[str]:
    roles = {str(role) for role in Role}
    faults = [f"no colour for “{role}”" for role in Role if role not in given]
    faults += [f"“{name}” is no role" for name in given if name not in roles]
    faults += [
        f"“{name}” is {value!r}, expected #RRGGBB"
        for name, value in given.items()
        if name in roles and not _is_colour(value)
    ]
    return _faults_about(about) + faults


def _faults_about(about: object) -> list[str]:
    known = about if isinstance(about, dict) else {}
    expected = (("name", str, "a text"), ("dark", bool, "true or false"))
    return [
        f"[theme] {key}: expected {word}" for key, kind, word in expected if type(known.get(key)) is not kind
    ]


def _is_colour(value: object) -> bool:
    return (
        isinstance(value, str)
        and len(value) == 7
        and value.startswith("#")
        and QColor.isValidColorName(value)
    )


_USUAL, _STRICT = 4.5, 7.0
"""Contrast of text after WCAG 2.2, levels AA and AAA."""
_CURVES = tuple(role for role in Role if role.startswith("time.curve_"))
