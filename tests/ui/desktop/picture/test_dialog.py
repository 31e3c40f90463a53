"""The picture of what is seen: size, colours and kind are chosen, pages are looked at, files are written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from tests.ui.desktop.doing import page_of, trigger
from tests.ui.desktop.lenses.using import choose_in_menu, look_through
from tests.ui.desktop.picture.asking import LEFT, Person, person_at
from ui.desktop.lenses.common_ground import CommonGroundLens
from ui.desktop.lenses.parties import PartiesLens
from ui.desktop.lenses.registry import LENSES
from ui.desktop.lenses.sources import SourcesLens
from ui.desktop.picture.dialog import PictureDialog
from ui.desktop.window import MainWindow
from ui.theme.roles import Role
from ui.theme.theme import bundled_theme
from workbench.domain.audience import PUBLIC

Use = Callable[[Callable[[Person, PictureDialog], None], str], Person]


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, window: MainWindow, tmp_path: Path) -> Use:
    """Ask for a picture as its shortcut does, and let somebody use the dialog."""

    def used(does: Callable[[Person, PictureDialog], None], name: str = "") -> Person:
        path = tmp_path / name if name else None
        person = person_at(monkeypatch, qtbot, window, path, does)
        trigger(window, "file.picture")
        return person

    return used


def saving(person: Person, dialog: PictureDialog) -> None:
    person.save(dialog)


@pytest.mark.parametrize("key", [spec.key for spec in LENSES])
def test_every_lens_is_written_as_every_kind(key: str, window: MainWindow, tmp_path: Path, use: Use) -> None:
    trigger(window, f"view.lens_{key}")
    marking = "TLP:RED"
    for kind, ending in (("Image", ".png"), ("Drawing", ".svg"), ("PDF", ".pdf")):

        def does(person: Person, dialog: PictureDialog, kind: str = kind) -> None:
            person.choose(dialog, dialog.choices.kind, kind)
            person.save(dialog)

        person = use(does, f"seen{ending}")
        assert person.suggested == [f"{key}{ending}"]
        files = person.seen[0].written
        assert files[0] == tmp_path / f"seen{ending}"
        assert all(file.exists() for file in files)
    image = QImage(str(tmp_path / "seen.png"))
    assert (image.width(), image.height()) == (1920, 1080)
    spots = {image.pixel(x, y) for x in range(0, image.width(), 5) for y in range(0, image.height(), 5)}
    assert len(spots) > 4
    assert QSvgRenderer(str(tmp_path / "seen.svg")).isValid()
    assert marking in (tmp_path / "seen.svg").read_text(encoding="utf-8")
    document = pypdfium2.PdfDocument(tmp_path / "seen.pdf")
    # Where most of a page stands upright, the letters of the rest are read one by one.
    assert all(marking in "".join(page.get_textpage().get_text_range().split()) for page in document)
    document.close()


def test_a_size_of_ones_own_is_typed(window: MainWindow, tmp_path: Path, qtbot: QtBot, use: Use) -> None:
    def does(person: Person, dialog: PictureDialog) -> None:
        assert not dialog.choices.width_box.isEnabled()
        person.choose(dialog, dialog.choices.size_box, "Own")
        for box, text in ((dialog.choices.width_box, "777"), (dialog.choices.height_box, "612")):
            box.setFocus()
            box.selectAll()
            qtbot.keyClicks(box, text)
            qtbot.keyClick(box, Qt.Key.Key_Tab)
        person.wait(dialog)
        person.save(dialog)

    person = use(does, "own.png")
    image = QImage(str(tmp_path / "own.png"))
    assert (image.width(), image.height()) == (777, 612)
    count = len(person.seen[0].written)
    assert count > 1
    assert f"Wrote {count} files, “own.png” to “own-{count}.png”" in page_of(window).header.saved.text


@pytest.mark.parametrize(
    ("size", "points", "dots"),
    [("A4 portrait", (595, 842), (2480, 3508)), ("A3 landscape", (1191, 842), (4961, 3508))],
)
def test_paper_is_as_large_as_paper(
    size: str, points: tuple[int, int], dots: tuple[int, int], tmp_path: Path, use: Use
) -> None:
    def does(person: Person, dialog: PictureDialog) -> None:
        person.choose(dialog, dialog.choices.size_box, size)
        assert (dialog.choices.width_box.value(), dialog.choices.height_box.value()) == dots
        person.choose(dialog, dialog.choices.kind, "PDF")
        person.save(dialog)

    use(does, "paper.pdf")
    document = pypdfium2.PdfDocument(tmp_path / "paper.pdf")
    assert document[0].get_size() == pytest.approx(points, abs=0.5)
    document.close()


def test_colours_are_chosen_apart_from_those_of_the_window(tmp_path: Path, use: Use) -> None:
    def does(person: Person, dialog: PictureDialog) -> None:
        person.choose(dialog, dialog.choices.theme, "Dark")
        person.save(dialog)

    use(does, "dark.png")
    image = QImage(str(tmp_path / "dark.png"))
    assert image.pixelColor(1, 1) == bundled_theme("dark").colour(Role.WINDOW)


def test_pages_are_turned_with_the_keys(qtbot: QtBot, tmp_path: Path, use: Use) -> None:
    def does(person: Person, dialog: PictureDialog) -> None:
        person.choose(dialog, dialog.choices.size_box, "A4 portrait")
        count = dialog.count
        assert count > 1
        assert dialog.preview.place.text() == f"Page 1 of {count}"
        assert f"{count} pages" in dialog.pages.text()
        first = dialog.preview.leaf.image
        qtbot.keyClick(dialog, Qt.Key.Key_PageDown)
        assert dialog.preview.place.text() == f"Page 2 of {count}"
        qtbot.waitUntil(lambda: dialog.preview.leaf.image != first, timeout=20_000)
        qtbot.mouseClick(dialog.preview.back, LEFT)
        assert dialog.preview.place.text() == f"Page 1 of {count}"

    use(does)
    assert not list(tmp_path.glob("*.png"))


def test_what_is_looked_at_is_what_is_written(qtbot: QtBot, tmp_path: Path, use: Use) -> None:
    def does(person: Person, dialog: PictureDialog) -> None:
        dialog.resize(1900, 1300)
        qtbot.waitUntil(lambda: dialog.preview.leaf.image.width() > 1000, timeout=20_000)
        person.save(dialog)

    person = use(does, "seen.png")
    shown = person.seen[0].preview.leaf.image
    shown.setDevicePixelRatio(1.0)
    written = QImage(str(tmp_path / "seen.png")).scaled(
        shown.size(), Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    spots = [(x, y) for x in range(0, shown.width(), 9) for y in range(0, shown.height(), 9)]
    alike = sum(_are_near(shown, written, x, y) for x, y in spots)
    assert alike > 0.97 * len(spots)


def _are_near(one: QImage, other: QImage, x: int, y: int) -> bool:
    colours = one.pixelColor(x, y), other.pixelColor(x, y)
    steps = zip(colours[0].getRgb(), colours[1].getRgb(), strict=True)
    return all(abs(a - b) < 60 for a, b in steps)


def test_a_page_too_small_is_refused_in_words(qtbot: QtBot, use: Use) -> None:
    def does(person: Person, dialog: PictureDialog) -> None:
        person.choose(dialog, dialog.choices.size_box, "Own")
        for box in (dialog.choices.width_box, dialog.choices.height_box):
            box.setFocus()
            box.selectAll()
            qtbot.keyClicks(box, "200")
            qtbot.keyClick(box, Qt.Key.Key_Tab)
        qtbot.waitUntil(lambda: "too small" in dialog.preview.leaf.accessibleName(), timeout=20_000)
        assert not dialog.go_on.isEnabled()

    assert use(does).seen[0].written == ()


def test_nothing_is_written_where_it_is_left(tmp_path: Path, settings: QSettings, use: Use) -> None:
    def does(person: Person, dialog: PictureDialog) -> None:
        person.choose(dialog, dialog.choices.size_box, "Screen 1366")
        person.choose(dialog, dialog.choices.theme, "Projector")

    assert use(does, "left.png").seen[0].written == ()
    assert not (tmp_path / "left.png").exists()

    def again(_person: Person, dialog: PictureDialog) -> None:
        assert dialog.choices.size_box.currentText().startswith("Screen 1366")
        assert dialog.choices.theme.currentText() == "Projector"

    use(again)
    assert settings.value("picture/size") == "1366x768"


def test_a_place_that_cannot_be_written_is_told_in_the_dialog(tmp_path: Path, use: Use) -> None:
    def does(person: Person, dialog: PictureDialog) -> None:
        person.save(dialog)
        assert "no folder" in dialog.trouble.text()
        assert dialog.isVisible()

    assert use(does, "none/there.png").seen[0].written == ()


def test_further_pages_take_the_place_of_files_only_where_that_is_agreed_to(tmp_path: Path, use: Use) -> None:
    mine = tmp_path / "many-2.png"
    mine.write_text("mine")

    def does(person: Person, dialog: PictureDialog) -> None:
        person.choose(dialog, dialog.choices.size_box, "A4 portrait")
        person.agrees = False
        person.save(dialog)
        assert mine.read_text() == "mine"
        assert not (tmp_path / "many.png").exists()
        person.agrees = True
        person.save(dialog)

    person = use(does, "many.png")
    assert "“many-2.png”" in person.questions[0]
    assert QImage(str(mine)).width() == 2480


def test_only_what_is_sought_is_drawn_and_that_is_said(window: MainWindow, tmp_path: Path, use: Use) -> None:
    lens = look_through(window, SourcesLens)
    lens.bar.finder.setText("Aliyev")
    lens.table.sort_as("source", descending=True)

    def does(person: Person, dialog: PictureDialog) -> None:
        person.choose(dialog, dialog.choices.kind, "Drawing")
        person.save(dialog)

    use(does, "found.svg")
    said = (tmp_path / "found.svg").read_text(encoding="utf-8")
    titles = [row.cells[0].text for row in lens.table.rows_model.rows()]
    assert titles
    assert "only what holds “Aliyev”" in said
    places = [said.index(title) for title in titles]
    assert places == sorted(places)
    assert "International Crisis Group on mediation" not in said


def test_the_export_button_of_a_lens_leads_to_the_dialog(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, tmp_path: Path
) -> None:
    lens = look_through(window, CommonGroundLens)
    person = person_at(monkeypatch, qtbot, window, tmp_path / "ground.svg", saving)
    choose_in_menu(lens.bar.exporter.menu(), "Drawing")
    assert person.seen[0].written == (tmp_path / "ground.svg",)
    assert "Common ground on" in (tmp_path / "ground.svg").read_text(encoding="utf-8")


def test_parties_are_drawn_as_they_are_looked_at(window: MainWindow, tmp_path: Path, use: Use) -> None:
    lens = look_through(window, PartiesLens)
    page_of(window).session.show_party("THR", shown=False)

    def does(person: Person, dialog: PictureDialog) -> None:
        person.choose(dialog, dialog.choices.kind, "Drawing")
        person.save(dialog)

    use(does, "parties.svg")
    said = (tmp_path / "parties.svg").read_text(encoding="utf-8")
    assert "How the parties stand to one another" in said
    assert "Tehran" not in said
    lens.controls.forms.buttons["map"].click()
    use(does, "map.svg")
    said = (tmp_path / "map.svg").read_text(encoding="utf-8")
    assert "How near the positions of the parties lie" in said
    assert "Stress" in said
    assert "Tehran" not in said


def test_time_is_drawn_from_any_lens(window: MainWindow, tmp_path: Path, use: Use) -> None:
    def does(person: Person, dialog: PictureDialog) -> None:
        person.choose(dialog, dialog.choices.what, "Events and distances")
        person.choose(dialog, dialog.choices.kind, "Drawing")
        person.save(dialog)

    person = use(does, "time.svg")
    assert person.suggested == ["timeline.svg"]
    assert "Events and distances, 2018 to 2025" in (tmp_path / "time.svg").read_text(encoding="utf-8")


def test_a_picture_is_for_the_audience_that_is_shown(window: MainWindow, tmp_path: Path, use: Use) -> None:
    page_of(window).session.set_audience(PUBLIC)

    def does(person: Person, dialog: PictureDialog) -> None:
        assert "TLP:CLEAR" in dialog.about.text()
        person.choose(dialog, dialog.choices.kind, "Drawing")
        person.save(dialog)

    use(does, "public.svg")
    said = (tmp_path / "public.svg").read_text(encoding="utf-8")
    assert "Public information only" in said
    assert "Remote scanners" not in said
