"""The bundled themes: complete, readable, and told apart by every eye."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from tests.ui.theme.vision import EYES, difference, lab
from ui.theme.contrast import contrast_ratio, legible
from ui.theme.meanings import LEVELS, RELATIONS, STANCES
from ui.theme.roles import SHAPE_PAIRS, TEXT_PAIRS, Role
from ui.theme.theme import Theme, ThemeError, bundled_theme, load_theme, theme_keys
from workbench.analysis.demands import Relation
from workbench.domain.level import Level
from workbench.domain.vocabulary import Stance

KEYS = ("light", "dark", "high-contrast", "projector")
STRICT = ("high-contrast", "projector")
JUST_NOTICEABLE = 2.3  # CIE 1976


@pytest.fixture(params=KEYS)
def theme(request: pytest.FixtureRequest) -> Theme:
    return bundled_theme(request.param)


def test_the_bundled_themes_are_found() -> None:
    assert set(theme_keys()) == set(KEYS)
    assert theme_keys()[0] == "light"


def test_every_text_can_be_read(theme: Theme) -> None:
    needed = 7.0 if theme.key in STRICT else 4.5
    poor = [
        f"{text} on {ground}: {ratio:.2f}"
        for text, ground in TEXT_PAIRS
        if (ratio := contrast_ratio(theme.colour(text), theme.colour(ground))) < needed
    ]
    assert not poor, "\n".join(poor)


def test_every_shape_can_be_seen(theme: Theme) -> None:
    poor = [
        f"{shape} on {ground}"
        for shape, ground in SHAPE_PAIRS
        if contrast_ratio(theme.colour(shape), theme.colour(ground)) < 3.0
    ]
    assert not poor, "\n".join(poor)


def test_in_high_contrast_every_edge_is_seen() -> None:
    theme = bundled_theme("high-contrast")
    edges = (Role.BORDER, Role.HAIRLINE, Role.FOCUS, Role.SELECTION_FRAME, Role.NO_POSITION, Role.TIME_AXIS)
    grounds = (Role.WINDOW, Role.PANEL, Role.CARD, Role.FIELD, Role.BUTTON)
    poor = [
        f"{edge} on {ground}"
        for edge in edges
        for ground in grounds
        if contrast_ratio(theme.colour(edge), theme.colour(ground)) < 4.5
    ]
    assert not poor, "\n".join(poor)


def test_every_text_role_is_declared_on_some_ground() -> None:
    texts = {role for role in Role if role.startswith("text.") or role.endswith("_text")}
    assert texts - {text for text, _ in TEXT_PAIRS} == {Role.TEXT_DISABLED}


@pytest.mark.parametrize("eyes", EYES)
def test_stances_and_levels_differ_for_every_eye(theme: Theme, eyes: str) -> None:
    for one, other in _neighbours(theme):
        assert difference(one, other, eyes) > 10 * JUST_NOTICEABLE


def test_stances_and_levels_differ_in_grey(theme: Theme) -> None:
    for one, other in _neighbours(theme):
        assert abs(lab(one)[0] - lab(other)[0]) > 6.0


def test_every_stance_and_level_has_its_roles() -> None:
    assert set(STANCES) == {*Stance, None}
    assert set(LEVELS) == set(Level)
    assert len(set(STANCES.values())) == len(Stance) + 1
    assert len(set(LEVELS.values())) == len(Level)


@pytest.mark.parametrize("eyes", EYES)
def test_relations_of_demands_differ_for_every_eye(theme: Theme, eyes: str) -> None:
    coloured = [relation for relation in Relation if relation is not Relation.INDEPENDENT]
    fills = [theme.colour(RELATIONS[relation].fill) for relation in coloured]
    for one, other in combinations(fills, 2):
        assert difference(one, other, eyes) > 4 * JUST_NOTICEABLE, (one.name(), other.name())


def test_every_relation_has_its_roles() -> None:
    assert set(RELATIONS) == set(Relation)
    assert len(set(RELATIONS.values())) == len(Relation)


def test_dark_says_that_it_is(theme: Theme) -> None:
    assert theme.is_dark == (lab(theme.colour(Role.WINDOW))[0] < 50)


def test_curves_repeat_when_they_run_out(theme: Theme) -> None:
    assert theme.curve(0) == theme.curve(6)
    assert len({theme.css(Role(f"time.curve_{number}")) for number in range(1, 7)}) == 6


def test_contrast_is_that_of_the_standard() -> None:
    black, white, grey = QColor("#000000"), QColor("#FFFFFF"), QColor("#767676")
    assert contrast_ratio(black, white) == pytest.approx(21.0)
    assert contrast_ratio(white, white) == pytest.approx(1.0)
    assert contrast_ratio(grey, white) == pytest.approx(4.54, abs=0.01)  # the known limit for AA
    assert contrast_ratio(white, black) == contrast_ratio(black, white)


def test_a_party_colour_becomes_legible_and_keeps_its_hue(theme: Theme) -> None:
    for name in ("#0072B2", "#D55E00", "#E69F00", "#CC79A7", "#56B4E9", "#009E73", "#7F7F7F"):
        ground = theme.colour(Role.PANEL)
        made = legible(QColor(name), ground)
        assert contrast_ratio(made, ground) >= 4.5
        assert abs(made.hslHue() - QColor(name).hslHue()) <= 3


def test_text_in_the_colour_of_a_party_is_as_readable_as_the_theme_asks(theme: Theme) -> None:
    assert theme.least_contrast == (7.0 if theme.key in STRICT else 4.5)
    ground = theme.colour(Role.PANEL)
    for name in ("#0072B2", "#D55E00", "#E69F00", "#56B4E9", "#FFFFFF", "#000000"):
        made = legible(QColor(name), ground, theme.least_contrast)
        assert contrast_ratio(made, ground) >= theme.least_contrast


def test_a_legible_colour_stays_as_it_is() -> None:
    assert legible(QColor("#0072B2"), QColor("#FFFFFF")) == QColor("#0072B2")


def test_an_unknown_theme_names_those_there_are() -> None:
    with pytest.raises(ThemeError, match="light, dark, high-contrast, projector"):
        bundled_theme("sepia")


def test_all_faults_are_named_at_once(tmp_path: Path) -> None:
    text = '[theme]\nname = "Odd"\ndark = "no"\n[surface]\nwindow = "white"\npaper = "#FFFFFF"\n'
    with pytest.raises(ThemeError) as caught:
        load_theme(_written(tmp_path, text))
    said = str(caught.value)
    assert "“surface.paper” is no role" in said
    assert "no colour for “text.primary”" in said
    assert "“surface.window” is 'white', expected #RRGGBB" in said
    assert "[theme] dark: expected true or false" in said


@pytest.mark.parametrize("text", ["[theme", "", "surface = 3\n"])
def test_a_file_that_is_no_theme_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(ThemeError, match=r"odd\.toml"):
        load_theme(_written(tmp_path, text))


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ThemeError, match="cannot be read"):
        load_theme(tmp_path / "none.toml")


def _neighbours(theme: Theme) -> list[tuple[QColor, QColor]]:
    stances = [theme.colour(STANCES[stance].fill) for stance in Stance]
    levels = [theme.colour(LEVELS[level].fill) for level in Level if level is not Level.UNKNOWN]
    return [*combinations(stances, 2), *combinations(levels, 2)]


def _written(folder: Path, text: str) -> Path:
    path = folder / "odd.toml"
    path.write_text(text, encoding="utf-8")
    return path
