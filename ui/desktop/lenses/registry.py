"""Every lens by name, in the order of the switch; what makes one is loaded when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from ui.words import marked, translate

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

    from ui.desktop.lenses.lens import Lens
    from ui.desktop.session import CaseSession
    from ui.theme.hub import ThemeHub

POSITIONS, HISTORY = "positions", "history"


@dataclass(frozen=True, slots=True)
class LensSpec:
    """One lens.

    Attributes
    ----------
    key : str
        Its stable name.
    text : str
        What the switch says, in English.
    place : str
        ``module:class`` of what shows it; empty for the matrix, which is there from the start.
    """

    key: str
    text: str
    place: str = ""

    @property
    def title(self) -> str:
        """What the switch says, in the language of the user."""
        return translate("lenses", self.text)

    def make(self, session: CaseSession, hub: ThemeHub, settings: QSettings) -> Lens:
        """Load and make the lens."""
        module, _, name = self.place.partition(":")
        kind = cast("Callable[..., Lens]", getattr(import_module(module), name))
        return kind(session, hub, settings)


def _spec(key: str, text: str, name: str) -> LensSpec:
    return LensSpec(key, text, f"ui.desktop.lenses.{key}:{name}")


LENSES: tuple[LensSpec, ...] = (
    LensSpec(POSITIONS, marked("lenses", "Positions")),
    _spec("parties", marked("lenses", "Parties"), "PartiesLens"),
    _spec("demands", marked("lenses", "Demands"), "DemandsLens"),
    _spec("common_ground", marked("lenses", "Common ground"), "CommonGroundLens"),
    _spec("sources", marked("lenses", "Sources"), "SourcesLens"),
    _spec("events", marked("lenses", "Events"), "EventsLens"),
    _spec("terms", marked("lenses", "Terms"), "TermsLens"),
    _spec("actors", marked("lenses", "Actors"), "ActorsLens"),
    _spec("history", marked("lenses", "History"), "HistoryLens"),
)
"""In the order of the switch and of Ctrl+1 to Ctrl+9."""

SPEC_OF = MappingProxyType({spec.key: spec for spec in LENSES})
"""Every lens by its key."""
