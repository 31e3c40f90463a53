"""Every lens, on any case; and on the sample what can be chosen in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.desktop.lenses.demands import DemandsLens
from ui.desktop.lenses.lens import Lens
from ui.desktop.lenses.parties import PartiesLens
from ui.desktop.lenses.parties_controls import BLOCS, CASE, MAP, MATRIX
from ui.desktop.lenses.registry import LENSES, POSITIONS
from ui.desktop.lenses.table_lens import TableLens
from ui.desktop.window import MainWindow
from workbench.readmodels.parties_scope import Scope, ScopeKind

Scene = Callable[[MainWindow], QWidget | None]


def _through(key: str, *steps: Callable[[Lens], None]) -> Scene:
    def scene(window: MainWindow) -> None:
        assert window.page is not None
        window.page.centre.show_lens(key)
        window.page.centre.take_focus()
        for step in steps:
            lens = window.page.centre.lens
            assert lens is not None
            step(lens)

    return scene


def _parties(form: str, order: str = CASE, issue: str = "") -> Scene:
    def step(lens: Lens) -> None:
        assert isinstance(lens, PartiesLens)
        lens.controls.forms.buttons[form].click()
        lens.controls.orders.buttons[order].click()
        lens.look_at(Scope(ScopeKind.ISSUE, issue) if issue else Scope(ScopeKind.ALL, ""))
        lens.reveal("parties", ("BAK",))

    return _through("parties", step)


def _as_one(group: str) -> Scene:
    def step(lens: Lens) -> None:
        assert isinstance(lens, PartiesLens)
        lens.controls.forms.buttons[MATRIX].click()
        lens.session.fold(group, folded=True)
        lens.reveal("groups", (group,))

    return _through("parties", step)


def _opened(group: str) -> Scene:
    return _through("parties", lambda lens: lens.session.fold(group, folded=False))


def _of_two(first: str, second: str) -> Scene:
    def step(lens: Lens) -> None:
        assert isinstance(lens, DemandsLens)
        for chooser, code in ((lens.down, first), (lens.across, second)):
            chooser.choose(code)
            chooser.chosen.emit(code)
        if lens.model is not None and lens.model.is_of_two:
            lens.grid.choose((0, 0))

    return _through("demands", step)


def _page(key: str, place: int) -> Scene:
    def step(lens: Lens) -> None:
        assert isinstance(lens, TableLens)
        lens.bar.finder.clear()
        lens.show_page(list(lens.bar.choices)[place])

    return _through(key, step)


def _found(key: str, query: str) -> Scene:
    def step(lens: Lens) -> None:
        assert isinstance(lens, TableLens)
        lens.show_page(next(iter(lens.bar.choices)))
        lens.bar.finder.setText(query)

    return _through(key, step)


def _narrowed(key: str, place: int = 0, **chosen: str) -> Scene:
    def step(lens: Lens) -> None:
        assert isinstance(lens, TableLens)
        lens.bar.finder.clear()
        lens.show_page(list(lens.bar.choices)[place])
        lens.filters.choose(chosen)
        lens.filters.changed.emit()

    return _through(key, step)


KEYS = tuple(spec.key for spec in LENSES if spec.key != POSITIONS)

PLAIN_SCENES: dict[str, Scene] = {f"lens-{key}": _through(key) for key in KEYS}
"""Every lens as it first opens."""

CHOSEN_SCENES: dict[str, Scene] = {
    "lens-parties-issue": _parties(MATRIX, CASE, "lachin"),
    "lens-parties-blocs": _parties(MATRIX, BLOCS),
    "lens-parties-map": _parties(MAP),
    "lens-parties-again": _parties(MATRIX, CASE),
    "lens-parties-as-one": _as_one("ARM"),
    "lens-parties-opened": _opened("ARM"),
    "lens-demands-two": _of_two("BAK", "STP"),
    "lens-demands-all": _of_two("", ""),
    "lens-sources-single": _page("sources", 1),
    "lens-sources-unsourced": _page("sources", 2),
    "lens-sources-found": _found("sources", "aliyev"),
    "lens-sources-none": _found("sources", "nothing has this name"),
    "lens-events-all": _found("events", ""),
    "lens-events-narrowed": _narrowed("events", kind="agreement", party="BAK"),
    "lens-events-none-left": _narrowed("events", kind="ruling", when="ahead"),
    "lens-events-cleared": _narrowed("events"),
    "lens-sources-narrowed": _narrowed("sources", 1, grade="A", party="YER"),
    "lens-sources-cleared": _narrowed("sources"),
    "lens-terms-found": _found("terms", "xankendi"),
}
"""What can be chosen in a lens, on the sample."""
