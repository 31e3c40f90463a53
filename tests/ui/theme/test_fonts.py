"""The bundled fonts: complete, loaded by weight, and with a letter for every name we are likely to meet."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QRawFont

from ui.theme.fonts import font_folder, load_fonts
from ui.theme.typography import SANS_FAMILIES, SERIF_FAMILIES, TextSize, sans, serif

NAMES = {
    "English": "Where the parties stand: 20 March 2023 — “red line” ‘x’ … · – № −1 € § †",
    "Azerbaijani": "Xankəndi, Naxçıvan, Şuşa, Ağdam, İlham Əliyev, Xocalı, Göyçə",
    "Armenian": "Ստեփանակերտ, Հայաստանի Հանրապետություն, և, Սյունիք, Շուշի՞",
    "Russian": "Степанакерт, Нагорный Карабах, ёж, объём",
    "Ukrainian": "Київ, Ґалаґан, їжак, є",
    "Georgian": "თბილისი, საქართველო",
    "Arabic": "ناگورنو قره‌باغ، جمهورية أرمينيا",
    "French": "Où cela mène-t-il, cœur, Besançon, «oui»",
    "Turkish": "Iğdır, Kars, Ömer, Çalışkan",
}
MARKS = "=✓~✕■?▲▼◆●◀▶▾+←→×⚠"


@pytest.fixture(autouse=True)
def loaded(qapp: object) -> tuple[str, ...]:
    return load_fonts()


@pytest.mark.parametrize("families", [SANS_FAMILIES, SERIF_FAMILIES])
def test_every_family_is_bundled(families: tuple[str, ...], loaded: tuple[str, ...]) -> None:
    assert set(families) <= set(loaded)


@pytest.mark.parametrize("language", NAMES)
@pytest.mark.parametrize("kind", ["sans", "serif"])
def test_no_letter_becomes_a_box(language: str, kind: str) -> None:
    assert not _without_glyph(NAMES[language], SANS_FAMILIES if kind == "sans" else SERIF_FAMILIES)


@pytest.mark.parametrize("families", [SANS_FAMILIES, SERIF_FAMILIES])
def test_no_mark_becomes_a_box(families: tuple[str, ...]) -> None:
    assert not _without_glyph(MARKS, families)


def test_a_missing_letter_is_noticed() -> None:
    assert _without_glyph("漢", SANS_FAMILIES) == {"漢"}


def test_the_weights_are_different_fonts() -> None:
    weights = [QFont.Weight.Normal, QFont.Weight.Medium, QFont.Weight.DemiBold, QFont.Weight.Bold]
    widths = [QFontMetricsF(sans(40, weight)).horizontalAdvance("Hamburgefonstiv") for weight in weights]
    assert widths == sorted(set(widths))
    assert [QFontInfo(sans(40, weight)).weight() for weight in weights] == weights


def test_the_fonts_set_are_ours() -> None:
    assert QFontInfo(sans()).family() == "Inter"
    assert QFontInfo(serif()).family() == "Noto Serif"


def test_sizes_grow_with_the_zoom() -> None:
    assert sans(TextSize.BODY).pixelSize() == 13
    assert sans(TextSize.BODY, zoom=2.0).pixelSize() == 26
    assert sans(TextSize.TINY, zoom=0.01).pixelSize() == 1


def test_italics_are_drawn_ones() -> None:
    assert QFontInfo(sans(italic=True)).italic()
    assert QFontInfo(serif(italic=True)).italic()


def test_every_font_has_its_licence_and_the_whole_is_small() -> None:
    fonts = sorted(font_folder().glob("*.[ot]tf"))
    licences = {path.stem.removeprefix("OFL-") for path in font_folder().glob("OFL-*.txt")}
    assert all(any(font.name.startswith(name) for name in licences) for font in fonts)
    assert sum(font.stat().st_size for font in fonts) < 12_000_000


def _without_glyph(text: str, families: tuple[str, ...]) -> set[str]:
    fonts = [QRawFont.fromFont(QFont(family)) for family in families]
    letters = {letter for letter in text if not letter.isspace() and letter != "\N{ZERO WIDTH NON-JOINER}"}
    return {letter for letter in letters if not any(font.supportsCharacter(ord(letter)) for font in fonts)}
