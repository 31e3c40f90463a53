"""The style sheet and palette of a theme, made from its roles."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from PySide6.QtGui import QPalette

from resources.files import resource
from ui.theme.roles import Role
from ui.theme.theme import Theme, ThemeError

ImagePath = Callable[[str], str]

_PLACEHOLDER = re.compile(r"\$\{(?:(px|image):)?([^}]+)\}")

_PALETTE = {
    QPalette.ColorRole.Window: Role.WINDOW,
    QPalette.ColorRole.WindowText: Role.TEXT,
    QPalette.ColorRole.Base: Role.FIELD,
    QPalette.ColorRole.AlternateBase: Role.WINDOW,
    QPalette.ColorRole.Text: Role.TEXT,
    QPalette.ColorRole.PlaceholderText: Role.TEXT_MUTED,
    QPalette.ColorRole.Button: Role.BUTTON,
    QPalette.ColorRole.ButtonText: Role.TEXT,
    QPalette.ColorRole.BrightText: Role.TEXT_INVERSE,
    QPalette.ColorRole.Highlight: Role.SELECTION,
    QPalette.ColorRole.HighlightedText: Role.SELECTION_TEXT,
    QPalette.ColorRole.Accent: Role.ACCENT,
    QPalette.ColorRole.Link: Role.TEXT_LINK,
    QPalette.ColorRole.LinkVisited: Role.TEXT_LINK,
    QPalette.ColorRole.ToolTipBase: Role.TOOLTIP,
    QPalette.ColorRole.ToolTipText: Role.TEXT_TOOLTIP,
    QPalette.ColorRole.Light: Role.CARD,
    QPalette.ColorRole.Midlight: Role.HOVER,
    QPalette.ColorRole.Mid: Role.HAIRLINE,
    QPalette.ColorRole.Dark: Role.BORDER,
    QPalette.ColorRole.Shadow: Role.BORDER,
}
_FAINT_WHEN_DISABLED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
    QPalette.ColorRole.HighlightedText,
)


def palette(theme: Theme) -> QPalette:
    """Return the palette that Qt's own drawing takes its colours from."""
    made = QPalette()
    for part, role in _PALETTE.items():
        made.setColor(part, theme.colour(role))
    for part in _FAINT_WHEN_DISABLED:
        made.setColor(QPalette.ColorGroup.Disabled, part, theme.colour(Role.TEXT_DISABLED))
    return made


def stylesheet(theme: Theme, zoom: float, image: ImagePath) -> str:
    """Return the style sheet of all controls.

    Parameters
    ----------
    theme : Theme
        Where colours come from.
    zoom : float
        What lengths are multiplied with.
    image : callable
        Gives the path of an icon by its name, for indicators and arrows.

    Raises
    ------
    ThemeError
        If the sheet names a role that does not exist.
    """

    def filled(match: re.Match[str]) -> str:
        kind, content = match.groups()
        if kind == "px":
            return f"{max(1, round(float(content) * zoom))}px"
        return image(content) if kind == "image" else theme.css(_role(content))

    return _PLACEHOLDER.sub(filled, _template())


def _role(name: str) -> Role:
    try:
        return Role(name)
    except ValueError:
        raise ThemeError(f"The style sheet of controls names “{name}”, which is no role.") from None


@cache
def _template() -> str:
    text = resource("themes/controls.qss").read_text(encoding="utf-8")
    return re.sub(r"/\*.*?\*/\s*", "", text, flags=re.DOTALL)
