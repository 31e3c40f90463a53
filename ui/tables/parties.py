"""What is said of the map of parties."""

from __future__ import annotations

from datetime import date

from ui.words import translate
from workbench.readmodels.parties_map import PartyMap
from workbench.readmodels.wording import clauses, day_in_words


def map_note(found: PartyMap, compared: date | None) -> str:
    """Say how the map is to be read, what its rings are, and who is not on it."""
    parts = [found.note]
    if compared is not None and any(point.before is not None for point in found.points):
        ring = translate("PartiesLens", "A ring is where a party lay on {0}.")
        parts.append(ring.format(day_in_words(compared)))
    left = clauses(f"{label} {why}" for label, why in found.not_placed)
    if left:
        parts.append(f"{translate('PartiesLens', 'Not placed:')} {left}.")
    return " ".join(parts)
