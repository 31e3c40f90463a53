"""The roles that colours play. Widgets and painters name a role, never a colour."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a colour is for; the value is ``section.key`` of the theme file."""

    WINDOW = "surface.window"
    """Ground behind the matrix and other working areas."""
    PANEL = "surface.panel"
    """Side panel, inspector, time strip."""
    HEADER = "surface.header"
    CARD = "surface.card"
    """A matrix cell, a box that stands out from the window."""
    FIELD = "surface.field"
    """Where one types."""
    BUTTON = "surface.button"
    HOVER = "surface.hover"
    PRESSED = "surface.pressed"
    POPUP = "surface.popup"
    TOOLTIP = "surface.tooltip"
    HAIRLINE = "surface.hairline"
    """Between panels and around cards."""
    BORDER = "surface.border"
    """Around what can be operated: buttons, fields."""
    GRID = "surface.grid"
    """Faint rules inside a table."""
    VOID = "surface.void"
    """Where nothing can stand, such as a party against itself."""
    SCROLLBAR = "surface.scrollbar"
    MARKING = "surface.marking"
    """Ground of a handling marking such as TLP:RED."""

    TEXT = "text.primary"
    TEXT_SECONDARY = "text.secondary"
    TEXT_MUTED = "text.muted"
    TEXT_DISABLED = "text.disabled"
    TEXT_INVERSE = "text.inverse"
    """On the accent."""
    TEXT_LINK = "text.link"
    TEXT_TOOLTIP = "text.tooltip"
    TEXT_MARKING = "text.marking"

    ACCENT = "accent.fill"
    ACCENT_HOVER = "accent.hover"
    ACCENT_SOFT = "accent.soft"
    FOCUS = "accent.focus"
    """Ring around what has the keyboard."""
    SELECTION = "accent.selection"
    """Ground of a selected row or text."""
    SELECTION_TEXT = "accent.selection_text"
    SELECTION_FRAME = "accent.selection_frame"
    """Frame of the selected cell."""

    DEMANDS = "stance.demands"
    DEMANDS_TEXT = "stance.demands_text"
    DEMANDS_EDGE = "stance.demands_edge"
    ACCEPTS = "stance.accepts"
    ACCEPTS_TEXT = "stance.accepts_text"
    ACCEPTS_EDGE = "stance.accepts_edge"
    TOLERATES = "stance.tolerates"
    TOLERATES_TEXT = "stance.tolerates_text"
    TOLERATES_EDGE = "stance.tolerates_edge"
    OPPOSES = "stance.opposes"
    OPPOSES_TEXT = "stance.opposes_text"
    OPPOSES_EDGE = "stance.opposes_edge"
    RED_LINE = "stance.red_line"
    RED_LINE_TEXT = "stance.red_line_text"
    RED_LINE_EDGE = "stance.red_line_edge"
    PRESUMED = "stance.presumed"
    """Ground of the hatching of an unstated, presumed opposed option."""
    PRESUMED_STRIPE = "stance.presumed_stripe"
    PRESUMED_TEXT = "stance.presumed_text"
    PRESUMED_EDGE = "stance.presumed_edge"

    ALIGNED = "level.aligned"
    ALIGNED_TEXT = "level.aligned_text"
    ALIGNED_LINE = "level.aligned_line"
    COMPATIBLE = "level.compatible"
    COMPATIBLE_TEXT = "level.compatible_text"
    COMPATIBLE_LINE = "level.compatible_line"
    BRIDGEABLE = "level.bridgeable"
    BRIDGEABLE_TEXT = "level.bridgeable_text"
    BRIDGEABLE_LINE = "level.bridgeable_line"
    CONFLICTING = "level.conflicting"
    CONFLICTING_TEXT = "level.conflicting_text"
    CONFLICTING_LINE = "level.conflicting_line"
    DEADLOCKED = "level.deadlocked"
    DEADLOCKED_TEXT = "level.deadlocked_text"
    DEADLOCKED_LINE = "level.deadlocked_line"
    UNKNOWN = "level.unknown"
    UNKNOWN_TEXT = "level.unknown_text"
    UNKNOWN_LINE = "level.unknown_line"

    RIVAL = "relation.rival"
    """Relations of demands that no level stands for."""
    RIVAL_TEXT = "relation.rival_text"
    ONE_SIDED = "relation.one_sided"
    ONE_SIDED_TEXT = "relation.one_sided_text"
    BARRED = "relation.barred"
    BARRED_TEXT = "relation.barred_text"

    MARK_URGENT = "mark.urgent"
    MARK_WAITING = "mark.waiting"
    MARK_REVIEW = "mark.review"
    MARK_JUDGED = "mark.judged"
    MARK_ASSESSED = "mark.assessed"
    MARK_AGENDA = "mark.agenda"
    """Not on its agenda."""
    MARK_CHANGE = "mark.change"
    """Hardened, softened, shifted, new."""
    MARK_OPEN = "mark.open"
    """An open question."""
    NO_POSITION = "mark.no_position"
    """The dash where nothing stands."""

    TIME_AXIS = "time.axis"
    TIME_TICK_TEXT = "time.tick_text"
    TIME_STEM = "time.stem"
    TIME_DOT = "time.dot"
    TIME_LABEL = "time.label"
    TIME_DEADLINE_STEM = "time.deadline_stem"
    TIME_DEADLINE = "time.deadline"
    TIME_BAND = "time.band"
    """Between the day compared with and the day shown."""
    TIME_HANDLE = "time.handle"
    TIME_COMPARE = "time.compare"
    TIME_FUTURE = "time.future"
    """Ground after the day shown."""
    TIME_CURVE_1 = "time.curve_1"
    TIME_CURVE_2 = "time.curve_2"
    TIME_CURVE_3 = "time.curve_3"
    TIME_CURVE_4 = "time.curve_4"
    TIME_CURVE_5 = "time.curve_5"
    TIME_CURVE_6 = "time.curve_6"

    ASK = "notice.ask"
    ASK_BORDER = "notice.ask_border"
    ASK_TEXT = "notice.ask_text"
    INFO = "notice.info"
    INFO_BORDER = "notice.info_border"
    INFO_TEXT = "notice.info_text"
    ERROR = "notice.error"
    ERROR_BORDER = "notice.error_border"
    ERROR_TEXT = "notice.error_text"


_GROUNDS = (Role.WINDOW, Role.PANEL, Role.HEADER, Role.CARD, Role.FIELD, Role.BUTTON, Role.POPUP)
_PLAIN = (Role.TEXT, Role.TEXT_SECONDARY, Role.TEXT_MUTED, Role.TEXT_LINK)
_FILLED = (
    Role.DEMANDS, Role.ACCEPTS, Role.TOLERATES, Role.OPPOSES, Role.RED_LINE, Role.PRESUMED,
    Role.ALIGNED, Role.COMPATIBLE, Role.BRIDGEABLE, Role.CONFLICTING, Role.DEADLOCKED, Role.UNKNOWN,
    Role.RIVAL, Role.ONE_SIDED, Role.BARRED,
)  # fmt: skip

TEXT_PAIRS: tuple[tuple[Role, Role], ...] = (
    *((text, ground) for text in _PLAIN for ground in _GROUNDS),
    *((Role(f"{fill}_text"), fill) for fill in _FILLED),
    (Role.PRESUMED_TEXT, Role.CARD),
    (Role.PRESUMED_TEXT, Role.PRESUMED_STRIPE),
    (Role.TEXT, Role.HOVER),
    (Role.TEXT_MUTED, Role.HOVER),
    (Role.PANEL, Role.TIME_DOT),
    (Role.PANEL, Role.TIME_DEADLINE),
    (Role.TEXT, Role.PRESSED),
    (Role.TEXT, Role.ACCENT_SOFT),
    (Role.TEXT_SECONDARY, Role.ACCENT_SOFT),
    (Role.SELECTION_TEXT, Role.SELECTION),
    (Role.TEXT_INVERSE, Role.ACCENT),
    (Role.TEXT_INVERSE, Role.ACCENT_HOVER),
    (Role.TEXT_TOOLTIP, Role.TOOLTIP),
    (Role.TEXT_MARKING, Role.MARKING),
    (Role.ASK_TEXT, Role.ASK),
    (Role.INFO_TEXT, Role.INFO),
    (Role.ERROR_TEXT, Role.ERROR),
    (Role.ERROR_TEXT, Role.PANEL),
    (Role.TIME_TICK_TEXT, Role.PANEL),
    (Role.TIME_LABEL, Role.PANEL),
    (Role.TIME_TICK_TEXT, Role.TIME_BAND),
    (Role.TIME_LABEL, Role.TIME_BAND),
    (Role.MARK_ASSESSED, Role.CARD),
    (Role.MARK_AGENDA, Role.CARD),
    (Role.MARK_CHANGE, Role.CARD),
    (Role.MARK_REVIEW, Role.CARD),
    (Role.MARK_JUDGED, Role.CARD),
    (Role.MARK_WAITING, Role.CARD),
    (Role.MARK_URGENT, Role.CARD),
    (Role.MARK_OPEN, Role.CARD),
)
"""Every text role with each ground it is set on."""

SHAPE_PAIRS: tuple[tuple[Role, Role], ...] = (
    *(
        (Role(f"level.{level}_line"), ground)
        for level in ("aligned", "compatible", "bridgeable", "conflicting", "deadlocked", "unknown")
        for ground in (Role.WINDOW, Role.CARD)
    ),
    (Role.FOCUS, Role.WINDOW),
    (Role.FOCUS, Role.PANEL),
    (Role.SELECTION_FRAME, Role.WINDOW),
    (Role.SELECTION_FRAME, Role.CARD),
    (Role.TIME_HANDLE, Role.PANEL),
    (Role.TIME_COMPARE, Role.PANEL),
    (Role.TIME_DOT, Role.PANEL),
    (Role.TIME_DEADLINE, Role.PANEL),
    *((Role(f"time.curve_{number}"), Role.PANEL) for number in range(1, 7)),
)
"""Shapes that must be told from their ground without text beside them."""
