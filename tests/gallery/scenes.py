"""The screens: each scene brings the window, or a dialog over it, into the state that is drawn."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from tests.gallery.dialogs import DIALOG_SCENES
from tests.gallery.editing import EDITING_SCENES
from tests.gallery.everyone import EVERYONE_SCENES
from tests.gallery.lenses import CHOSEN_SCENES, PLAIN_SCENES
from tests.gallery.presenting import PRESENT_SCENES
from tests.gallery.safety_scenes import SAFETY_SCENES
from ui.desktop.brief_dialog import BriefDialog
from ui.desktop.case_page import CasePage
from ui.desktop.documents import planned_import
from ui.desktop.editors.fields import DateField
from ui.desktop.editors.party import PartyEditor
from ui.desktop.editors.position import PositionEditor
from ui.desktop.editors.sources import SourcesField
from ui.desktop.help import about_dialog, shortcuts_dialog
from ui.desktop.import_preview import ImportPreview
from ui.desktop.legend_button import LegendButton
from ui.desktop.view_state import Selection
from ui.desktop.welcome import Welcome
from ui.desktop.window import MainWindow
from workbench.domain.audience import PUBLIC, Audience
from workbench.domain.errors import CaseError
from workbench.domain.vocabulary import Basis

Scene = Callable[[MainWindow], QWidget | None]
"""Prepares the window; returns a dialog to draw in its place."""

_TABLES = Path(__file__).parent / "tables"


def _page(window: MainWindow) -> CasePage:
    assert window.page is not None
    return window.page


def _select(issue: str, *parties: str) -> Scene:
    def scene(window: MainWindow) -> None:
        _page(window).session.select(Selection(issue, parties))

    return scene


def _record(table: str, *key: str) -> Scene:
    def scene(window: MainWindow) -> None:
        _page(window).desk.open_record(table, key)

    return scene


def _then(*scenes: Scene) -> Scene:
    def scene(window: MainWindow) -> QWidget | None:
        shown = None
        for own in scenes:
            shown = own(window) or shown
        return shown

    return scene


def _audience(audience: Audience) -> Scene:
    def scene(window: MainWindow) -> None:
        _page(window).session.set_audience(audience)

    return scene


def _declared(window: MainWindow) -> None:
    _page(window).session.set_basis(Basis.DECLARED)


def _new_position(window: MainWindow) -> None:
    _page(window).desk.new_position("BAK", "lachin")


def _position_editor(window: MainWindow) -> PositionEditor:
    editor = _page(window).desk.currentWidget()
    assert isinstance(editor, PositionEditor)
    return editor


def _wrong_date(window: MainWindow) -> None:
    editor = _position_editor(window)
    since = editor.fields["since"]
    assert isinstance(since, DateField)
    since.line.setText("2023-13")
    editor.record_now()


def _evidence(window: MainWindow) -> None:
    editor = _position_editor(window)
    sources = editor.fields["sources"]
    assert isinstance(sources, SourcesField)
    sources.line.setFocus()
    sources.line.setText("crisis")
    sources.line.textEdited.emit("crisis")
    editor.pane.verticalScrollBar().setValue(330)


def _new_party(window: MainWindow) -> None:
    _page(window).desk.new_party()


def _new_issue(window: MainWindow) -> None:
    _page(window).desk.new_issue("Movement")


def _new_option(window: MainWindow) -> None:
    _page(window).desk.new_option("lachin")


def _new_source(window: MainWindow) -> None:
    _page(window).desk.new_source("Briefing of 21 March")


def _refused(window: MainWindow) -> None:
    _record("parties", "EU")(window)
    editor = _page(window).desk.currentWidget()
    assert isinstance(editor, PartyEditor)
    editor.remove()


def _last_rows(window: MainWindow) -> None:
    page = _page(window)
    page.show_row(page.session.model.baskets[-2].rows[0])


def _find(text: str) -> Scene:
    def scene(window: MainWindow) -> None:
        window.finding.open_palette()
        window.finding.palette.line.setText(text)

    return scene


def _failed(window: MainWindow) -> None:
    window.say("“case.positions” is open elsewhere. Close it there first.", failed=True)


def _said(window: MainWindow) -> None:
    window.say("Imported 241 records from “tables.xlsx”. Ctrl+Z takes them back.")


def _recent(window: MainWindow) -> None:
    names = ("South Caucasus 2018–2023", "Water of the Upper Valley", "Ceasefire monitoring, round 4")
    welcome = window.findChild(Welcome)
    assert welcome is not None
    welcome.show_recent(Path("/home/mediator/cases") / f"{name}.positions" for name in names)


def _nearer(window: MainWindow) -> None:
    for _time in range(4):
        _page(window).strip.band.zoom_by(1)


def _menu(name: str) -> Scene:
    def scene(window: MainWindow) -> QWidget:
        menu = next(own for own in window.findChildren(QMenu) if own.title() == name)
        menu.popup(window.mapToGlobal(QPoint()))
        return menu

    return scene


def _import(name: str) -> Scene:
    def scene(window: MainWindow) -> QWidget:
        preview = ImportPreview(window.hub, f"Import “{name}”", window)
        try:
            return preview.show_plan(planned_import(_page(window).session, _TABLES / name))
        except CaseError as error:
            return preview.show_error(error)

    return scene


def _legend(window: MainWindow) -> QWidget | None:
    button = _page(window).matrix.findChild(LegendButton)
    assert isinstance(button, LegendButton)
    return button.explain()


def _nothing(_window: MainWindow) -> None:
    """Show what is there."""


def _new(table: str) -> Scene:
    def scene(window: MainWindow) -> None:
        _page(window).desk.new_record(table)

    return scene


def _middle(window: MainWindow) -> None:
    matrix = _page(window).matrix
    for bar in (matrix.horizontalScrollBar(), matrix.verticalScrollBar()):
        bar.setValue(bar.maximum() // 2)


def _marked(mark: str, scenes: dict[str, Scene]) -> dict[str, Scene]:
    return {f"{mark}{name}": scene for name, scene in scenes.items()}


CASE_SCENES: dict[str, Scene] = {
    "positions": _nothing,
    "positions-cell": _select("lachin", "BAK"),
    "positions-pair": _select("lachin", "BAK", "STP"),
    "positions-room": _select("interlocutor"),
    "positions-deadlocked": _select("borders", "BAK", "STP"),
    "positions-facts": _then(_select("emergency", "STP"), _last_rows),
    "positions-declared": _then(_declared, _select("lachin")),
    "positions-public": _then(_select("lachin", "BAK"), _audience(PUBLIC)),
    "positions-party": _then(_select("lachin"), _audience(Audience.parse("party:YER"))),
    "positions-vault": _audience(Audience.parse("vault")),
    "positions-legend": _legend,
    "positions-failed": _failed,
    "positions-done": _said,
    "position-new": _then(_select("lachin", "BAK"), _new_position),
    "position-wrong-date": _then(_select("lachin", "BAK"), _new_position, _wrong_date),
    "position-standing": _then(_select("lachin", "BAK"), _record("positions", "bak-lachin-2023-03-a")),
    "position-sources": _then(_record("positions", "bak-lachin-2023-03-a"), _evidence),
    "party": _record("parties", "STP"),
    "party-new": _new_party,
    "party-removal-refused": _refused,
    "issue": _record("issues", "lachin"),
    "issue-new": _new_issue,
    "option": _record("options", "lachin", "scan"),
    "option-new": _new_option,
    "source": _record("sources", "INT-STP3"),
    "source-new": _new_source,
    "source-public": _then(_audience(PUBLIC), _record("sources", "TRI20")),
    "event": _record("events", "scanners"),
    **EDITING_SCENES,
    "find": _find(""),
    "find-xankendi": _find("xankendi"),
    "find-command": _find("dark"),
    "brief": lambda window: BriefDialog(_page(window).session, window.hub, window),
    "import-preview": _import("more.json"),
    "import-problems": _import("faulty.json"),
    "shortcuts": lambda window: shortcuts_dialog(window.hub, window),
    "about": lambda window: about_dialog(window.hub, window),
    "menu-file": _menu("&File"),
    "menu-edit": _menu("&Edit"),
    "menu-view": _menu("&View"),
    "menu-time": _menu("&Time"),
    "event-new": _new("events"),
    "term-new": _new("terms"),
    "linkage-new": _new("linkages"),
    "judgement-new": _new("judgements"),
    "group-new": _new("groups"),
    "influence-new": _new("influences"),
    **DIALOG_SCENES,
    **PRESENT_SCENES,
    **SAFETY_SCENES,
    **PLAIN_SCENES,
    **CHOSEN_SCENES,
    **EVERYONE_SCENES,
}
"""On the sample, by the name of the picture."""

EDITED_SCENES: dict[str, Scene] = _marked(
    "edited-", {"lens-history": PLAIN_SCENES["lens-history"], "menu-edit": CASE_SCENES["menu-edit"]}
)
"""The sample after some edits: what undo and history say."""

EMPTY_SCENES: dict[str, Scene] = {
    "empty-case": _nothing,
    "empty-case-party": _new_party,
    **_marked("empty-", PLAIN_SCENES),
}
"""On a case with nothing in it."""

ONE_SCENES: dict[str, Scene] = _marked("one-", {"positions": _nothing, **PLAIN_SCENES})
"""On a case of one party, one issue and one position."""

LONG_SCENES: dict[str, Scene] = _marked(
    "long-",
    {
        "positions": _nothing,
        "positions-pair": _select("lachin", "BAK", "STP"),
        "position-new": _then(_select("lachin", "BAK"), _new_position),
        "issue": _record("issues", "lachin"),
        **{name: PRESENT_SCENES[name] for name in ("present", "present-shown", "present-card")},
        **PLAIN_SCENES,
    },
)
"""On the sample with very long names."""

MANY_SCENES: dict[str, Scene] = _marked("many-", {"events": _nothing, "events-near": _nearer})
"""On the sample with 200 events."""

MIRRORED_SCENES: dict[str, Scene] = _marked(
    "mirrored-",
    {
        "positions": _nothing,
        "positions-pair": _select("lachin", "BAK", "STP"),
        "positions-legend": _legend,
        "position-new": _then(_select("lachin", "BAK"), _new_position),
        "time-day": EVERYONE_SCENES["time-day"],
        "present": PRESENT_SCENES["present"],
        "preferences": EVERYONE_SCENES["preferences"],
        **PLAIN_SCENES,
    },
)
"""On the sample in letters that are read from the right, in a window that is mirrored."""

LARGE_SCENES: dict[str, Scene] = _marked(
    "large-", {"positions": _nothing, "positions-middle": _middle, **PLAIN_SCENES}
)
"""On 200 parties by 500 issues."""

BARE_SCENES: dict[str, Scene] = {
    "welcome": _nothing,
    "welcome-recent": _recent,
    "welcome-failed": lambda window: window.say("“letter.docx” is no case.", failed=True),
}
"""With no case open."""

SCALED = (
    "positions",
    "positions-pair",
    "position-new",
    "find",
    "empty-case",
    "welcome",
    "preferences",
    "brief",
    *PLAIN_SCENES,
    "lens-demands-two",
)
"""Drawn at 150 % and 200 %, in high contrast and as for a projector as well."""
