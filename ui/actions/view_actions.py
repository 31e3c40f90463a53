"""How a case is looked at: basis, audience, theme, size, and the day shown."""

from __future__ import annotations

from ui.actions.ids import ActionId
from ui.actions.spec import ActionSpec, Category, Condition, Submenu

_OPEN = (Condition.CASE_OPEN,)

VIEW_ACTIONS = (
    ActionSpec(
        ActionId.BASIS_DECLARED, "&Declared", "Show what the parties say, in public or at the table.",
        Category.VIEW, shortcuts=("Ctrl+Shift+D",), needs=_OPEN, submenu=Submenu.BASIS, checkable=True,
        choice=True
    ),
    ActionSpec(
        ActionId.BASIS_ASSESSED, "&Assessed",
        "Show what we judge the parties would settle for, where we have an assessment.", Category.VIEW,
        shortcuts=("Ctrl+Shift+A",), needs=_OPEN, submenu=Submenu.BASIS, checkable=True, choice=True
    ),
    ActionSpec(
        ActionId.AUDIENCE_PUBLIC, "&Public", "Show what anybody may see.", Category.VIEW, needs=_OPEN,
        submenu=Submenu.AUDIENCE, checkable=True, choice=True
    ),
    ActionSpec(
        ActionId.AUDIENCE_ROOM, "&Room", "Show what may be projected with the parties present.",
        Category.VIEW, needs=_OPEN, submenu=Submenu.AUDIENCE, checkable=True, choice=True
    ),
    ActionSpec(
        ActionId.AUDIENCE_TEAM, "&Team", "Show what the team may see.", Category.VIEW, needs=_OPEN,
        submenu=Submenu.AUDIENCE, checkable=True, choice=True
    ),
    ActionSpec(
        ActionId.AUDIENCE_PRINCIPAL, "Pr&incipal", "Show all, but for the identity of sources.",
        Category.VIEW, needs=_OPEN, submenu=Submenu.AUDIENCE, checkable=True, choice=True
    ),
    ActionSpec(
        ActionId.AUDIENCE_VAULT, "&Vault", "Show all, with the identity of sources.", Category.VIEW,
        needs=_OPEN, submenu=Submenu.AUDIENCE, checkable=True, choice=True
    ),
    ActionSpec(
        ActionId.AUDIENCE_PARTY, "&A party", "Show what one of the parties may see.", Category.VIEW,
        needs=(*_OPEN, Condition.HAS_PARTIES), submenu=Submenu.AUDIENCE, is_menu=True, separated=True
    ),
    ActionSpec(
        ActionId.NAMES_NEUTRAL, "&Neutral", "Show contested names in their neutral form.", Category.VIEW,
        needs=_OPEN, submenu=Submenu.NAMES, checkable=True, choice=True
    ),
    ActionSpec(
        ActionId.NAMES_BOTH, "&All sides", "Show the names of all sides, one beside the other.",
        Category.VIEW, needs=_OPEN, submenu=Submenu.NAMES, checkable=True, choice=True
    ),
    ActionSpec(
        ActionId.NAMES_PARTY, "A &party’s own", "Show contested names as one of the parties says them.",
        Category.VIEW, needs=(*_OPEN, Condition.HAS_PARTIES), submenu=Submenu.NAMES, is_menu=True,
        separated=True
    ),
    ActionSpec(
        ActionId.THEME_LIGHT, "&Light", "Dark text on light ground.", Category.VIEW, icon="sun",
        submenu=Submenu.THEME, checkable=True, choice=True
    ),
    ActionSpec(
        ActionId.THEME_DARK, "&Dark", "Light text on dark ground.", Category.VIEW, icon="moon",
        submenu=Submenu.THEME, checkable=True, choice=True
    ),
    ActionSpec(
        ActionId.THEME_HIGH_CONTRAST, "&High contrast", "White on black, every edge drawn.",
        Category.VIEW, submenu=Submenu.THEME, checkable=True, choice=True
    ),
    ActionSpec(
        ActionId.THEME_PROJECTOR, "&Projector", "Strongest contrast, for a lit room.", Category.VIEW,
        icon="present", submenu=Submenu.THEME, checkable=True, choice=True
    ),
    ActionSpec(
        ActionId.THEME_SYSTEM, "As the &system", "Light or dark, as the system is set.", Category.VIEW,
        submenu=Submenu.THEME, checkable=True, choice=True
    ),
    ActionSpec(
        ActionId.ZOOM_IN, "&Larger", "Set everything larger.", Category.VIEW,
        shortcuts=("Ctrl++", "Ctrl+="), icon="add", submenu=Submenu.ZOOM
    ),
    ActionSpec(
        ActionId.ZOOM_OUT, "&Smaller", "Set everything smaller.", Category.VIEW, shortcuts=("Ctrl+-",),
        icon="dash", submenu=Submenu.ZOOM
    ),
    ActionSpec(
        ActionId.ZOOM_RESET, "&Actual size", "Go back to 100 %.", Category.VIEW, shortcuts=("Ctrl+0",),
        submenu=Submenu.ZOOM
    ),
    ActionSpec(
        ActionId.PRESENT, "P&resent…",
        "Put what those in the room may see on a second screen, after a look at it.", Category.VIEW,
        shortcuts=("F5",), icon="present", needs=_OPEN, separated=True
    ),
    ActionSpec(
        ActionId.SHOW_SIDE_PANEL, "&Side panel", "Show or hide parties, baskets and to-dos.",
        Category.VIEW, shortcuts=("Alt+1",), icon="side-panel", checkable=True, separated=True
    ),
    ActionSpec(
        ActionId.SHOW_INSPECTOR, "&Inspector", "Show or hide why a cell says what it says.",
        Category.VIEW, shortcuts=("Alt+2",), icon="inspector", checkable=True
    ),
    ActionSpec(
        ActionId.SHOW_TIME_STRIP, "Ti&me strip", "Show or hide the band of events and distances.",
        Category.VIEW, shortcuts=("Alt+3",), icon="time-strip", checkable=True
    ),
    ActionSpec(
        ActionId.AS_LIST, "As a &list…",
        "Show the matrix line by line, each line a whole sentence for reading aloud.", Category.VIEW,
        shortcuts=("Ctrl+L",), needs=_OPEN, separated=True
    ),
    ActionSpec(
        ActionId.PREFERENCES, "Preferen&ces…", "Choose look, names, pace, lock and your name.",
        Category.VIEW, shortcuts=("Ctrl+,",), icon="settings", separated=True
    ),
)  # fmt: skip

TIME_ACTIONS = (
    ActionSpec(
        ActionId.PREVIOUS_CHANGE, "&Previous change",
        "Go to the last day before this one on which a position changed.", Category.TIME,
        shortcuts=("[", "Alt+Left"), icon="step-back", needs=(*_OPEN, Condition.HAS_EARLIER)
    ),
    ActionSpec(
        ActionId.NEXT_CHANGE, "&Next change",
        "Go to the first day after this one on which a position changed.", Category.TIME,
        shortcuts=("]", "Alt+Right"), icon="step-forward", needs=(*_OPEN, Condition.HAS_LATER)
    ),
    ActionSpec(
        ActionId.PREVIOUS_EVENT, "Pre&vious event", "Go to the last event or deadline before this day.",
        Category.TIME, shortcuts=("Ctrl+Alt+Up",), needs=_OPEN
    ),
    ActionSpec(
        ActionId.NEXT_EVENT, "Ne&xt event", "Go to the first event or deadline after this day.",
        Category.TIME, shortcuts=("Ctrl+Alt+Down",), needs=_OPEN
    ),
    ActionSpec(
        ActionId.MONTH_BACK, "A month &back", "Go back by a month.", Category.TIME,
        shortcuts=("{", "Alt+Shift+Left"), icon="chevron-left", needs=_OPEN, separated=True
    ),
    ActionSpec(
        ActionId.MONTH_FORWARD, "A month &forward", "Go forward by a month.", Category.TIME,
        shortcuts=("}", "Alt+Shift+Right"), icon="chevron-right", needs=_OPEN
    ),
    ActionSpec(
        ActionId.DAY_BACK, "A day back", "Go back by a day.", Category.TIME, shortcuts=("Ctrl+[", ","),
        needs=_OPEN
    ),
    ActionSpec(
        ActionId.DAY_FORWARD, "A day forward", "Go forward by a day.", Category.TIME,
        shortcuts=("Ctrl+]", "."), needs=_OPEN
    ),
    ActionSpec(
        ActionId.PLAY, "P&lay", "Let the days pass, or stop them.", Category.TIME,
        shortcuts=("\\", "Ctrl+Space"), icon="play", needs=_OPEN, checkable=True, separated=True
    ),
    ActionSpec(
        ActionId.PLAY_FASTER, "&Faster", "Let the days pass faster.", Category.TIME,
        shortcuts=("Alt+.",), needs=_OPEN, submenu=Submenu.PACE
    ),
    ActionSpec(
        ActionId.PLAY_SLOWER, "&Slower", "Let the days pass more slowly.", Category.TIME,
        shortcuts=("Alt+,",), needs=_OPEN, submenu=Submenu.PACE
    ),
    ActionSpec(
        ActionId.TIME_NEARER, "&Fewer days", "Show fewer days, larger.", Category.TIME,
        shortcuts=("Alt+=", "Alt++"), icon="add", needs=_OPEN, submenu=Submenu.SPAN
    ),
    ActionSpec(
        ActionId.TIME_FARTHER, "&More days", "Show more days, smaller.", Category.TIME,
        shortcuts=("Alt+-",), icon="dash", needs=_OPEN, submenu=Submenu.SPAN
    ),
    ActionSpec(
        ActionId.TIME_WHOLE, "&All days", "Show the whole case from its first day to its last.",
        Category.TIME, shortcuts=("Alt+0",), needs=_OPEN, submenu=Submenu.SPAN
    ),
    ActionSpec(
        ActionId.TIME_EARLIER, "&Earlier days", "Move the days that are seen back.", Category.TIME,
        shortcuts=("Alt+PgUp",), needs=_OPEN, submenu=Submenu.SPAN, separated=True
    ),
    ActionSpec(
        ActionId.TIME_LATER, "&Later days", "Move the days that are seen forward.", Category.TIME,
        shortcuts=("Alt+PgDown",), needs=_OPEN, submenu=Submenu.SPAN
    ),
    ActionSpec(
        ActionId.CHOOSE_LINES, "&Distances drawn…", "Choose between whom distances are drawn.",
        Category.TIME, shortcuts=("Ctrl+Alt+D",), needs=(*_OPEN, Condition.HAS_PARTIES)
    ),
    ActionSpec(
        ActionId.GO_TO_DAY, "&Go to a day…",
        "Type a day in plain words, or the name of an event, and go there.", Category.TIME,
        shortcuts=("Ctrl+D",), icon="event", needs=_OPEN, separated=True
    ),
    ActionSpec(
        ActionId.GO_TO_TODAY, "&Today", "Go to today.", Category.TIME, shortcuts=("Alt+Home",),
        icon="today", needs=_OPEN
    ),
    ActionSpec(
        ActionId.GO_TO_LAST_CHANGE, "La&st change", "Go to the day of the latest change.", Category.TIME,
        shortcuts=("Alt+End",), needs=_OPEN
    ),
    ActionSpec(
        ActionId.COMPARE_HERE, "&Compare with this day",
        "Take the day shown as the day that changes are counted from.", Category.TIME,
        shortcuts=("Ctrl+Shift+M",), icon="compare", needs=_OPEN, separated=True
    ),
    ActionSpec(
        ActionId.COMPARE_DAY, "Compare with another da&y…",
        "Type the day that changes are counted from, or compare with none.", Category.TIME,
        shortcuts=("Ctrl+M",), needs=_OPEN
    ),
    ActionSpec(
        ActionId.COMPARE_YEAR, "Compare with a year befo&re",
        "Count changes from the same day a year before.", Category.TIME, needs=_OPEN
    ),
    ActionSpec(
        ActionId.CHANGES_IN_PERIOD, "Changes in the peri&od…",
        "List what changed between the day compared with and the day shown, both wordings side by side.",
        Category.TIME, shortcuts=("Ctrl+Shift+H",), icon="compare", needs=_OPEN
    ),
)  # fmt: skip
