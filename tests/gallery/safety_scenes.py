"""What is asked and said for the safety of a case."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtWidgets import QWidget

from db.check import Finding, Severity
from ui.desktop.list_dialog import ListDialog
from ui.desktop.safety.backups import BackupsDialog, RestoreDialog
from ui.desktop.safety.crashed import CrashDialog
from ui.desktop.safety.expunging import Call, ExpungeDialog, ExpungeWhatDialog, Offered
from ui.desktop.safety.findings import FindingsDialog
from ui.desktop.safety.held import DamagedDialog, HeldDialog
from ui.desktop.safety.merging import MergeDialog
from ui.desktop.safety.passphrase import NewPassphraseDialog, PassphraseDialog
from ui.desktop.safety.screen_lock import LockPage
from ui.desktop.window import MainWindow
from ui.desktop.working import WorkingDialog
from workbench.domain.labels import Label
from workbench.domain.names import introduced
from workbench.domain.source import Source
from workbench.keeping import Backup, Contents, ExpungedPlace, ExpungePlan, LastChange, ListedBackup
from workbench.merging import Collision, CollisionKind, Companion, MergePlan, Taken, Version

Scene = Callable[[MainWindow], QWidget | None]

CASE = "South Caucasus"
_THEIRS = Source("INT-OPP4", "Talk in Shusha")
_NOON = datetime(2023, 3, 20, 12, 4, tzinfo=UTC)
_FILE = Path("South Caucasus.positions")
_COUNTS = {"parties": 12, "issues": 11, "positions": 97, "sources": 22}


def _listed(number: int, why: str, label: str, *, trouble: str = "") -> ListedBackup:
    made = _NOON - timedelta(days=number, minutes=17 * number)
    backup = Backup(
        Path(f"{CASE}-{made:%Y-%m-%dT%H%M%S.%fZ}.positions"), made, 606_208 - 4096 * number, False
    )
    last = LastChange(f"{number}", Label(label), "nino", made.isoformat())
    contents = Contents(_COUNTS | {"positions": 97 - number}, 240 - 3 * number, last)
    return ListedBackup(backup, None if trouble else contents, trouble, why)


LISTED = (
    _listed(9, "At close, or asked for", "", trouble="The file is damaged; it was left as it is."),
    _listed(6, "At close, or asked for", "Change the position of Baku on the Lachin corridor, 2023-03"),
    _listed(2, "Before “Import tables from missions.xlsx”", "Enter source “INT-STP3”"),
    _listed(1, "Before “Merge “South Caucasus (Tamar).positions””", "Enter party “OSCE”"),
    _listed(0, "At close, or asked for", "Import tables from missions.xlsx"),
)

FINDINGS = (
    Finding(
        Severity.ADVICE,
        "positions",
        "2 positions without a source.",
        "Say how we know, or ask.",
        (("positions", ("eu-lachin-2023-02",)), ("positions", ("rus-monitoring-2022-12",))),
        (
            "EU on Control of the Lachin corridor, 2023-02",
            "Moscow on EU monitors in southern Armenia, 2022-12",
        ),
    ),
    Finding(
        Severity.ADVICE,
        "option",
        "No party has a stance on the option “United Nations mission” of “EU monitors in southern Armenia”.",
        "Ask the parties about it, or remove it.",
        (("options", ("monitoring", "un-mission")),),
        ("United Nations mission",),
    ),
)
DAMAGE = Finding(
    Severity.DAMAGE,
    "party “EU”",
    "The party “EU” is not as the history has it.",
    "Another program changed the file. Look the record up in the history, or go on with a backup.",
)


def _version(value: object, author: str, hours: int) -> Version:
    return Version(value, author, _NOON + timedelta(hours=hours))


PLAN = MergePlan(
    Path("South Caucasus (Tamar).positions"),
    7,
    (
        Taken("sources", ("INT-OPP4",), "new", (), "tamar", _NOON),
        Taken("positions", ("stp-lachin-2023-03-a",), "changed", ("salience", "statement"), "tamar", _NOON),
        Taken("events", ("scanners",), "removed", (), "", _NOON),
    ),
    (
        Collision(
            "1",
            CollisionKind.FIELD,
            "positions",
            ("bak-lachin-2023-03-a",),
            "statement",
            _version("The corridor is open to everybody who passes the control.", "nino", 1),
            _version("The road is open; a checkpoint is a matter of sovereignty.", "tamar", 3),
        ),
        Collision(
            "2",
            CollisionKind.REMOVED_THERE,
            "options",
            ("lachin", "scan"),
            "",
            _version({"label": "Remote scanners read by Baku", "notes": "Ask for the make."}, "nino", 2),
            _version(None, "tamar", 4),
            (Companion("positions", ("yer-lachin-2023-03-a",)),),
        ),
    ),
    ("In the other copy somebody entered an issue “transit” without options.",),
)

EXPUNGE = ExpungePlan(
    "the identity of the source “INT-STP3”",
    (
        ExpungedPlace("positions", ("stp-lachin-2023-03-a",), "statement"),
        ExpungedPlace("sources", ("INT-STP3",), "identity"),
        ExpungedPlace("", (), ""),
    ),
    (Path("one"), Path("two")),
    (Path("three"),),
    (),
    "sources",
    ("INT-STP3",),
    "identity",
)


def _new_passphrase(*, is_change: bool, typed: str) -> Scene:
    def scene(window: MainWindow) -> QWidget:
        dialog = NewPassphraseDialog(
            window.hub, is_change=is_change, backups=4, known=("Lachin corridor",), parent=window
        )
        dialog.new.setText(typed)
        return dialog

    return scene


def _call(window: MainWindow) -> Call:
    assert window.page is not None
    return window.page.session.introduce


def _merge_plan(window: MainWindow) -> MergePlan:
    """Return the plan with records called as the case calls them."""
    call = _call(window)

    def along(own: Collision) -> tuple[Companion, ...]:
        return tuple(replace(one, called=call(one.table, one.key)) for one in own.along)

    taken = tuple(replace(own, called=call(own.table, own.key) or introduced(_THEIRS)) for own in PLAN.taken)
    collisions = tuple(
        replace(own, called=call(own.table, own.key), along=along(own)) for own in PLAN.collisions
    )
    return replace(PLAN, taken=taken, collisions=collisions)


def _expunge(window: MainWindow) -> QWidget:
    dialog = ExpungeDialog(window.hub, EXPUNGE, window, call=_call(window))
    dialog.field.setText("expun")
    return dialog


def _merge(window: MainWindow) -> QWidget:
    dialog = MergeDialog(window.hub, _merge_plan(window), window)
    dialog.boxes[0].ways[next(iter(dialog.boxes[0].ways))].setChecked(True)
    return dialog


def _working(window: MainWindow) -> QWidget:
    dialog = WorkingDialog(window.hub, "Importing “votes-long.csv”", window, may_cancel=True)
    dialog.tell(420, 1000, "Writing records")
    return dialog


def _locked(window: MainWindow) -> QWidget:
    page = LockPage(window.hub, lambda _typed: False)
    page.resize(window.size())
    page.field.setText("x")
    page.try_it()
    return page


def _folder(window: MainWindow) -> None:
    assert window.page is not None
    window.page.messages.notice.say(
        "/home/nino/Dropbox is kept in step with other computers by Dropbox. It may copy the case in the "
        "middle of an edit, or put an older copy over it. Keep the open case in a folder of this computer "
        "alone, and let Dropbox have its backups, or give away copies and merge them."
    )


_HELD = (
    "South Caucasus.positions is open: nino on laptop-2, process 4711, since 2023-03-20 08:12:45 UTC. "
    "Close it there, open it for reading only, or work on a copy."
)
_WRONG = (
    "The passphrase does not open South Caucasus.positions; nothing was changed. Check spelling, capitals "
    "and keyboard. If it is certainly right the file is damaged: go on with the last backup."
)
_LOG = """Fatal Python error: Segmentation fault

Current thread 0x00007f2a (most recent call first):
  File "ui/desktop/matrix_surface.py", line 88 in paintEvent
  File "ui/app.py", line 187 in _run_window
"""

_SCENES: dict[str, Scene] = {
    "held": lambda window: HeldDialog(window.hub, CASE, _HELD, window),
    "damaged": lambda window: DamagedDialog(
        window.hub,
        CASE,
        f"{_FILE} is damaged (page 12 is never used); the file was left as it is.",
        3,
        window,
    ),
    "passphrase": lambda window: PassphraseDialog(window.hub, CASE, "", window),
    "passphrase-wrong": lambda window: PassphraseDialog(window.hub, CASE, _WRONG, window),
    "protect": _new_passphrase(is_change=False, typed=""),
    "protect-weak": _new_passphrase(is_change=False, typed="Lachin2023"),
    "protect-change": _new_passphrase(is_change=True, typed="river lantern forty goats"),
    "backups": lambda window: BackupsDialog(window.hub, CASE, LISTED, window),
    "backups-none": lambda window: BackupsDialog(window.hub, CASE, (), window),
    "restore": lambda window: RestoreDialog(window.hub, CASE, LISTED[1].backup, window),
    "check": lambda window: FindingsDialog(window.hub, CASE, FINDINGS, window),
    "check-damaged": lambda window: FindingsDialog(window.hub, CASE, (DAMAGE,), window),
    "check-sound": lambda window: FindingsDialog(window.hub, CASE, (), window),
    "merge": _merge,
    "merge-nothing": lambda window: MergeDialog(window.hub, MergePlan(PLAN.other, 0, (), (), ()), window),
    "expunge-what": lambda window: ExpungeWhatDialog(
        window.hub,
        Offered("sources", ("INT-STP3",), ("identity", "title")),
        "",
        window,
        call=_call(window),
    ),
    "expunge": _expunge,
    "import-list": lambda window: ListDialog(window.hub, "votes-long.csv", window),
    "working": _working,
    "crashed": lambda window: CrashDialog(window.hub, _LOG, Path("last crash.log"), window),
    "folder-warning": _folder,
    "locked": _locked,
}

SAFETY_SCENES = {f"safety-{name}": scene for name, scene in _SCENES.items()}
"""On the sample, by the name of the picture."""
