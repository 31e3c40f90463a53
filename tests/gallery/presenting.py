"""The second screen and the operator's window; the one looks the same in every theme."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from tests.gallery.cases import with_long_names
from tests.sample_case import sample_case
from ui.desktop.brief_dialog import BriefDialog
from ui.desktop.copy_dialog import CopyDialog
from ui.desktop.present.operator import OperatorWindow
from ui.desktop.present.presenter import Subject
from ui.desktop.window import MainWindow
from ui.paint.present import Page, Screen, blank, card_pages, issue_pages, overview_pages, paint_page
from workbench.briefs.order import BriefKind
from workbench.columns import columns_of
from workbench.domain.audience import PUBLIC, ROOM, Audience
from workbench.readmodels.presenting import PresentModel, Seating
from workbench.snapshot import take_snapshot

Scene = Callable[[MainWindow], QWidget | None]

_DAY = date(2023, 3, 20)
_SCREENS = (QSize(1920, 1080), QSize(1280, 720))
_OPERATOR = QSize(1180, 720)
"""As on a laptop; the screen of the gallery is smaller."""
_FAR = Seating(7.0, 1.5)


def write_second_screens(folder: Path) -> None:
    """Write what a second screen shows, for two audiences and two screens, and of very long names."""
    for mark, case, audience in (
        ("", sample_case(), PUBLIC),
        ("", sample_case(), ROOM),
        ("long-", with_long_names().read_case(), PUBLIC),
    ):
        model = PresentModel(take_snapshot(columns_of(case), audience), _DAY)
        for pixels in _SCREENS:
            tail = f"{audience}-{pixels.width()}x{pixels.height()}.png"
            for name, image in _images(model, pixels):
                image.save(str(folder / f"{mark}screen-{name}-{tail}"))


def _images(model: PresentModel, pixels: QSize) -> Iterator[tuple[str, QImage]]:
    near, far = Screen(pixels), Screen(pixels, _FAR)
    row = model.row_of("lachin") or 0
    column = model.column_of("BAK") or 0
    subjects: tuple[tuple[str, tuple[Page, ...]], ...] = (
        ("matrix", overview_pages(model, near)),
        ("matrix-far", overview_pages(model, far)[:2]),
        ("issue", issue_pages(model, near, row)),
        ("issue-status", issue_pages(model, near, model.row_of("status") or row)),
        ("issue-far", issue_pages(model, far, row)[:1]),
        ("card", card_pages(model, near, row, column)),
    )
    for name, pages in subjects:
        for number, page in enumerate(pages, 1):
            yield f"{name}-{number}" if len(pages) > 1 else name, paint_page(page, pixels)
    yield "blank", blank(pixels)


def _operator(*steps: Callable[[OperatorWindow], object]) -> Scene:
    def scene(window: MainWindow) -> QWidget:
        window.presenting.present()
        opened = window.presenting.operator
        assert opened is not None
        opened.resize(_OPERATOR)
        for step in steps:
            step(opened)
        return opened

    return scene


def _screen_came(operator: OperatorWindow) -> None:
    operator.stage.note = "A screen came, went or changed: the second screen is blank. Arm it again."
    operator.stage.is_armed = False
    operator.stage.blank()


def _choose(subject: Subject) -> Callable[[OperatorWindow], None]:
    return lambda operator: operator.controls.choose(subject)


def _copy(audience: str) -> Scene:
    def scene(window: MainWindow) -> QWidget:
        assert window.page is not None
        dialog = CopyDialog(window.page.session, window.hub, window)
        dialog.choose(Audience.parse(audience))
        return dialog

    return scene


def _brief(kind: BriefKind, audience: str) -> Scene:
    def scene(window: MainWindow) -> QWidget:
        assert window.page is not None
        dialog = BriefDialog(window.page.session, window.hub, window)
        dialog.choices.choose(kind, Audience.parse(audience))
        return dialog

    return scene


PRESENT_SCENES: dict[str, Scene] = {
    "present": _operator(),
    "present-shown": _operator(OperatorWindow.show_preview, _choose(Subject.ISSUE)),
    "present-card": _operator(OperatorWindow.show_preview, _choose(Subject.CARD)),
    "present-blank": _operator(OperatorWindow.show_preview, lambda operator: operator.stage.blank()),
    "present-screen-came": _operator(OperatorWindow.show_preview, _screen_came),
    "copy-public": _copy("public"),
    "copy-party": _copy("party:BAK"),
    "brief-position": _brief(BriefKind.POSITION, "party:BAK"),
    "brief-changes": _brief(BriefKind.CHANGES, "public"),
}
"""On the sample, by the name of the picture."""
