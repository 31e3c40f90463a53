"""Which roles draw a stance or a level."""

from __future__ import annotations

from typing import NamedTuple

from ui.theme.roles import Role
from workbench.domain.level import Level
from workbench.domain.vocabulary import Stance


class StanceRoles(NamedTuple):
    """How a stance is drawn: ground, text on it, outline."""

    fill: Role
    text: Role
    edge: Role


class LevelRoles(NamedTuple):
    """How a level is drawn: ground, text on it, thin line such as a course over the years."""

    fill: Role
    text: Role
    line: Role


STANCES: dict[Stance | None, StanceRoles] = {
    Stance.DEMANDS: StanceRoles(Role.DEMANDS, Role.DEMANDS_TEXT, Role.DEMANDS_EDGE),
    Stance.ACCEPTS: StanceRoles(Role.ACCEPTS, Role.ACCEPTS_TEXT, Role.ACCEPTS_EDGE),
    Stance.TOLERATES: StanceRoles(Role.TOLERATES, Role.TOLERATES_TEXT, Role.TOLERATES_EDGE),
    Stance.OPPOSES: StanceRoles(Role.OPPOSES, Role.OPPOSES_TEXT, Role.OPPOSES_EDGE),
    Stance.RED_LINE: StanceRoles(Role.RED_LINE, Role.RED_LINE_TEXT, Role.RED_LINE_EDGE),
    None: StanceRoles(Role.PRESUMED, Role.PRESUMED_TEXT, Role.PRESUMED_EDGE),
}
"""By stance; none is an unstated option, drawn as presumed with `Role.PRESUMED_STRIPE` hatching."""

LEVELS: dict[Level, LevelRoles] = {
    Level.ALIGNED: LevelRoles(Role.ALIGNED, Role.ALIGNED_TEXT, Role.ALIGNED_LINE),
    Level.COMPATIBLE: LevelRoles(Role.COMPATIBLE, Role.COMPATIBLE_TEXT, Role.COMPATIBLE_LINE),
    Level.BRIDGEABLE: LevelRoles(Role.BRIDGEABLE, Role.BRIDGEABLE_TEXT, Role.BRIDGEABLE_LINE),
    Level.CONFLICTING: LevelRoles(Role.CONFLICTING, Role.CONFLICTING_TEXT, Role.CONFLICTING_LINE),
    Level.DEADLOCKED: LevelRoles(Role.DEADLOCKED, Role.DEADLOCKED_TEXT, Role.DEADLOCKED_LINE),
    Level.UNKNOWN: LevelRoles(Role.UNKNOWN, Role.UNKNOWN_TEXT, Role.UNKNOWN_LINE),
}
