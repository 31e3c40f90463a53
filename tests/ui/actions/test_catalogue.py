"""The catalogue: every action named, explained, reachable, and no key given twice."""

from __future__ import annotations

from collections import Counter
from itertools import groupby

import pytest
from PySide6.QtGui import QKeySequence

from ui.actions.catalogue import CATALOGUE, SPECS, translatable_texts
from ui.actions.ids import ActionId
from ui.actions.spec import ActionSpec, Category, Submenu
from ui.theme.icons import icon_names
from ui.theme.theme import theme_keys
from workbench.domain.audience import AudienceKind
from workbench.domain.vocabulary import Basis

SPECIFIED = {
    "file.new", "file.open", "file.recent", "file.sample", "file.import", "file.export", "file.brief",
    "file.picture", "file.check", "file.close", "file.quit", "edit.undo", "edit.redo", "edit.add_party",
    "edit.add_issue", "edit.add_option", "edit.add_source", "edit.record_position", "edit.selected",
    "edit.remove", "view.zoom_in", "view.zoom_out", "view.zoom_reset", "view.side_panel", "view.inspector",
    "view.time_strip", "time.next_change", "time.previous_change", "time.month_back", "time.month_forward",
    "time.day_back", "time.day_forward", "time.play", "time.today", "time.last_change", "time.compare_here",
    "help.shortcuts", "help.about", "help.go_to",
}  # fmt: skip


@pytest.fixture(params=CATALOGUE, ids=lambda spec: spec.id)
def spec(request: pytest.FixtureRequest) -> ActionSpec:
    found: ActionSpec = request.param
    return found


def test_every_action_of_the_window_is_there() -> None:
    assert {str(name) for name in SPECS} >= SPECIFIED


def test_names_and_specs_match() -> None:
    assert Counter(spec.id for spec in CATALOGUE) == Counter(map(str, ActionId))


def test_no_key_is_given_twice() -> None:
    keys = [QKeySequence(keys).toString() for spec in CATALOGUE for keys in spec.shortcuts]
    assert [key for key, times in Counter(keys).items() if times > 1] == []


def test_every_key_is_one(spec: ActionSpec) -> None:
    for keys in spec.shortcuts:
        sequence = QKeySequence.fromString(keys, QKeySequence.SequenceFormat.PortableText)
        assert sequence.count() == 1
        assert sequence.toString(QKeySequence.SequenceFormat.PortableText) == keys


def test_plain_letters_are_left_to_typing(spec: ActionSpec) -> None:
    assert not [keys for keys in spec.shortcuts if len(keys) == 1 and keys.isalnum()]


def test_every_action_is_explained(spec: ActionSpec) -> None:
    assert spec.description.endswith(".")
    assert len(spec.description) > len(spec.plain_label)
    assert spec.text == spec.text.strip()
    assert spec.id.startswith(f"{spec.category.lower()}.")


def test_every_icon_exists(spec: ActionSpec) -> None:
    assert not spec.icon or spec.icon in icon_names()


def test_exclusive_choices_are_checkable_and_grouped(spec: ActionSpec) -> None:
    if spec.choice:
        assert spec.checkable
        assert spec.submenu


def test_menus_stand_together_in_order() -> None:
    assert [category for category, _ in groupby(spec.category for spec in CATALOGUE)] == list(Category)
    submenus = [submenu for submenu, _ in groupby(spec.submenu for spec in CATALOGUE) if submenu]
    assert Counter(submenus) == Counter(menu for menu in Submenu if menu)


def test_mnemonics_differ_within_a_menu() -> None:
    seen = Counter(
        (spec.category, spec.submenu, spec.text[spec.text.index("&") + 1].lower())
        for spec in CATALOGUE
        if "&" in spec.text
    )
    assert [place for place, times in seen.items() if times > 1] == []


def test_every_theme_basis_and_audience_has_its_action() -> None:
    names = {str(name) for name in SPECS}
    assert {f"view.{key}" for key in theme_keys()} <= names
    assert {f"view.{basis}" for basis in Basis} <= names
    assert {f"view.audience_{kind}" for kind in AudienceKind} <= names


def test_every_text_can_be_translated() -> None:
    texts = set(translatable_texts())
    assert {spec.text for spec in CATALOGUE} | {spec.description for spec in CATALOGUE} <= texts
    assert {"File", "Edit", "Basis"} <= texts
    assert "" not in texts
