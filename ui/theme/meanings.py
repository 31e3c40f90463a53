"""Which roles draw a stance, a level, or a relation of demands."""

from __future__ import annotations

from typing import NamedTuple

from ui.theme.roles import Role
from workbench.analysis.common_ground import Ground
from workbench.analysis.demands import Relation
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


class RelationRoles(NamedTuple):
    """How a relation of two demands is drawn: ground, and what stands on it."""

    fill: Role
    text: Role


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

RELATIONS: dict[Relation, RelationRoles] = {
    Relation.SAME: RelationRoles(Role.ALIGNED, Role.ALIGNED_TEXT),
    Relation.RIVAL: RelationRoles(Role.RIVAL, Role.RIVAL_TEXT),
    Relation.WELCOME: RelationRoles(Role.COMPATIBLE, Role.COMPATIBLE_TEXT),
    Relation.TRADEABLE: RelationRoles(Role.BRIDGEABLE, Role.BRIDGEABLE_TEXT),
    Relation.RESISTED: RelationRoles(Role.CONFLICTING, Role.CONFLICTING_TEXT),
    Relation.BLOCKED: RelationRoles(Role.DEADLOCKED, Role.DEADLOCKED_TEXT),
    Relation.ONE_SIDED: RelationRoles(Role.ONE_SIDED, Role.ONE_SIDED_TEXT),
    Relation.INDEPENDENT: RelationRoles(Role.UNKNOWN, Role.UNKNOWN_TEXT),
    Relation.BARRED: RelationRoles(Role.BARRED, Role.BARRED_TEXT),
}
"""By relation; where a stance decides, the colours are those of the level that the stance gives."""

GROUNDS: dict[Ground, Role] = {
    Ground.AGREED_FACT: Role.COMPATIBLE_LINE,
    Ground.CONVERGENT_NORM: Role.COMPATIBLE_LINE,
    Ground.CONTESTED_FACT: Role.CONFLICTING_LINE,
    Ground.DIVERGENT_NORM: Role.CONFLICTING_LINE,
    Ground.ONE_SIDE: Role.UNKNOWN_LINE,
}
"""The stripe of each block of the common ground."""
