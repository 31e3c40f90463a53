from __future__ import annotations

import getpass
import socket
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer

from tests.ui.paint.matrices import DAY, LONG, matrix, timeline
from ui.paint.excerpt import Excerpt
from ui.paint.layout import Options, lay_out
from ui.paint.picture import Paper, Picture, save_picture
from ui.paint.picture_frame import Frame
from ui.paint.picture_matrix import MatrixPicture
from ui.paint.picture_pages import Paginator
from ui.paint.picture_size import PageSize, PictureError
from ui.paint.picture_time import TimePicture
from ui.paint.port import MatrixPort
from ui.paint.text import WholeTexts
from ui.theme.roles import Role
from ui.theme.theme import bundled_theme, theme_keys
from workbench.ports import Cancelled

FRAME = Frame(
    "Where the parties stand on 20 March 2023", "Declared positions · Case", "For the team", "TLP:RED"
)


@pytest.fixture(autouse=True)
def _gui(qapp: object) -> None:
    """Fonts need an application."""


def save(path: Path, size: tuple[int, int] = (900, 600), **count: int) -> tuple[Path, ...]:
    return save_picture(
        MatrixPicture(matrix(**count), FRAME), path, PageSize.of(*size), bundled_theme("light")
    )


PICTURES: dict[str, Picture] = {
    "matrix": MatrixPicture(matrix(), FRAME),
    "time": TimePicture(timeline(), (DAY, None), FRAME),
}


@pytest.mark.parametrize("key", theme_keys())
@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize("size", [(640, 480), (1920, 1080), (800, 1200)])
def test_a_png_has_the_size_and_the_ground_asked_for(
    tmp_path: Path, key: str, name: str, size: tuple[int, int]
) -> None:
    theme = bundled_theme(key)
    for path in save_picture(PICTURES[name], tmp_path / "p.png", PageSize.of(*size), theme):
        image = QImage(str(path))
        assert (image.width(), image.height()) == size
        assert image.pixelColor(1, 1) == theme.colour(Role.WINDOW)
        assert len({image.pixel(x, y) for x in range(0, size[0], 3) for y in range(0, size[1], 3)}) > 20


def test_what_cannot_be_read_on_one_page_goes_on_to_others(tmp_path: Path) -> None:
    few = save(tmp_path / "few.png", parties=3, issues=4)
    many = save(tmp_path / "many.png", parties=14, issues=40)
    assert [path.name for path in few] == ["few.png"]
    assert len(many) > 3
    assert many[1].name == "many-2.png"
    assert all(path.exists() for path in many)
    save(tmp_path / "many.pdf", parties=14, issues=40)
    assert len(pypdfium2.PdfDocument(tmp_path / "many.pdf")) == len(many)


def test_every_cell_stands_on_exactly_one_page() -> None:
    model, paper = matrix(parties=14, issues=40), Paper(PageSize(900, 600), bundled_theme("light"))
    seen: list[tuple[int, int]] = []
    for page in Paginator(paper, FRAME, Options(is_still=True)).pages(model):
        space = paper.space(FRAME, page.magnification)
        port = MatrixPort(page.layout.geometry, space.width(), space.height())
        assert port.most_x == 0.0
        assert port.most_y == 0.0
        seen += [
            (row, column)
            for basket in page.model.baskets
            for row in basket.rows
            for column in page.model.shown
        ]
    assert sorted(seen) == [(row, column) for row in range(40) for column in range(14)]


def test_a_pdf_names_the_program_and_nobody(tmp_path: Path) -> None:
    path = tmp_path / "p.pdf"
    save(path, size=(1123, 794))
    document = pypdfium2.PdfDocument(path)
    said = {key: value for key, value in document.get_metadata_dict().items() if value}
    assert said.pop("Title") == "Where the parties stand on 20 March 2023"
    assert said.pop("Creator") == "Position Workbench"
    assert said.pop("Producer").startswith("Qt ")
    assert set(said) == {"CreationDate", "ModDate"}
    assert document[0].get_size() == pytest.approx((842.25, 595.5), abs=0.5)
    assert "TLP:RED" in document[0].get_textpage().get_text_range()
    assert_names_nobody(path, tmp_path)


def test_an_svg_needs_no_font_and_names_nobody(tmp_path: Path) -> None:
    path = tmp_path / "p.svg"
    save(path)
    text = path.read_text(encoding="utf-8")
    assert "<text" not in text
    assert "<image" not in text
    assert QSvgRenderer(str(path)).isValid()
    assert_names_nobody(path, tmp_path)


def assert_names_nobody(path: Path, folder: Path) -> None:
    content = path.read_bytes()
    for secret in (str(folder), f"/{getpass.getuser()}/", f"@{socket.gethostname()}"):
        assert secret.encode() not in content


def test_a_picture_of_an_empty_case_is_drawn(tmp_path: Path) -> None:
    assert save(tmp_path / "p.png", parties=0, issues=0)


@pytest.mark.parametrize(("name", "word"), [("p.gif", ".png"), ("none/p.png", "folder")])
def test_a_place_that_cannot_be_used_is_told(tmp_path: Path, name: str, word: str) -> None:
    with pytest.raises(PictureError, match=word):
        save(tmp_path / name)


@pytest.mark.parametrize("size", [(0, 100), (199, 800), (800, 20_001)])
def test_a_size_that_cannot_be_drawn_is_told(size: tuple[int, int]) -> None:
    with pytest.raises(PictureError, match="200 to 20000"):
        PageSize.of(*size)


@pytest.mark.parametrize(
    "text", ["", "large", "1920", "1920x", "x1080", "-5x900", "1920x1080x3", "A5", "١٩٢٠x١٠٨٠"]
)
def test_what_is_no_size_is_told(text: str) -> None:
    with pytest.raises(PictureError, match="no size"):
        PageSize.read(text)


def test_sizes_are_read() -> None:
    assert PageSize.read("1920x1080").dots == (1920, 1080)
    assert PageSize.read(" 640X480 ").dots == (640, 480)
    assert PageSize.read("A4").dots == (2480, 3508)
    assert PageSize.read("a3-landscape").dots == (4961, 3508)


@pytest.mark.parametrize(("name", "points"), [("A4", (595.28, 841.89)), ("A3-landscape", (1190.55, 841.89))])
def test_a_sheet_of_paper_is_as_large_as_paper(
    tmp_path: Path, name: str, points: tuple[float, float]
) -> None:
    save_picture(PICTURES["time"], tmp_path / "p.pdf", PageSize.read(name), bundled_theme("light"))
    assert pypdfium2.PdfDocument(tmp_path / "p.pdf")[0].get_size() == pytest.approx(points, abs=0.5)
    (png, *_) = save_picture(
        PICTURES["time"], tmp_path / "p.png", PageSize.read(name), bundled_theme("light")
    )
    image = QImage(str(png))
    assert (image.width(), image.height()) == PageSize.read(name).dots


def test_a_drawing_says_its_words(tmp_path: Path) -> None:
    path = tmp_path / "p.svg"
    save(path)
    said = path.read_text(encoding="utf-8").partition("<desc>")[2].partition("</desc>")[0].splitlines()
    assert said[0] == "Position Workbench"
    assert {FRAME.title, FRAME.note, FRAME.reader, FRAME.marking, "Party 2"} <= set(said)


def test_nothing_of_the_frame_is_cut_however_narrow_the_page(tmp_path: Path) -> None:
    words = "A title of a case of many words that no page of so little width could hold on a line " * 2
    frame = Frame(words.strip(), f"Declared positions · {words}", words, "TLP:AMBER+STRICT", words)
    picture = TimePicture(timeline(), (DAY, None), frame)
    save_picture(picture, tmp_path / "p.svg", PageSize.of(420, 900), bundled_theme("light"))
    said = " ".join((tmp_path / "p.svg").read_text(encoding="utf-8").split())
    assert said.count(words.strip()) == 4 + 1  # in the title of the file as well
    assert "…" not in said


def test_work_that_is_given_up_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "p.png"
    path.write_text("before")

    def give_up(done: int, _total: int | None, _label: str) -> None:
        if done:
            raise Cancelled

    many = MatrixPicture(matrix(parties=14, issues=40), FRAME)
    with pytest.raises(Cancelled):
        save_picture(many, path, PageSize.of(900, 600), bundled_theme("light"), give_up)
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_picture_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "p.svg").mkdir()
    with pytest.raises(PictureError, match="cannot be written"):
        save(tmp_path / "p.svg")
    assert [own.name for own in tmp_path.iterdir()] == ["p.svg"]


@pytest.mark.parametrize("size", [(1920, 1080), (900, 600), (640, 480), (420, 700), (794, 1123)])
@pytest.mark.parametrize("theme", ["light", "projector"])
def test_no_text_of_a_matrix_is_shortened(tmp_path: Path, size: tuple[int, int], theme: str) -> None:
    named = tuple(
        replace(own, label=f"{own.label} of the Coordinating Council of the Northern Provinces")
        for own in matrix(parties=5).columns
    )
    whole = matrix(parties=5, issues=9, columns=named)
    files = save_picture(
        MatrixPicture(whole, FRAME), tmp_path / "p.svg", PageSize.of(*size), bundled_theme(theme)
    )
    said = " ".join(" ".join(path.read_text(encoding="utf-8") for path in files).split())
    assert "…" not in said
    for text in (LONG, *(own.label for own in named), *(own.title for own in whole.rows)):
        assert text in said


def test_rows_measured_once_are_as_tall_as_measured_anew() -> None:
    """Pages of the same columns share what was measured, whatever else is on them."""
    model, paper = matrix(parties=14, issues=40), Paper(PageSize(900, 600), bundled_theme("light"))
    pages = Paginator(paper, FRAME, Options(is_still=True)).pages(model)
    for page in pages:
        alone = Excerpt(model, page.model.baskets, page.model.shown)
        width = paper.page(page.magnification).width()
        anew = lay_out(alone, width, paper.scale, WholeTexts(), page.options).geometry
        assert page.layout.geometry.bands == anew.bands
        assert page.layout.geometry.header == anew.header


def test_under_a_title_stand_those_of_the_page_for_whom_time_presses() -> None:
    made = matrix(parties=6, issues=2)
    labels = tuple(column.label for column in made.columns)
    told = replace(made.rows[0], pressed=(labels[0], labels[4], "A member of a group"), waiting=(labels[5],))
    model = replace(made, rows=(told, *made.rows[1:]))
    whole, part = (Excerpt(model, model.baskets, shown) for shown in (range(6), range(3, 6)))
    assert whole.rows == model.rows
    assert part.rows[0].pressed == (labels[4], "A member of a group")
    assert part.rows[0].waiting == (labels[5],)
    assert part.of(part.baskets[:1]).rows is part.rows
    every = [own for shown in (range(3), range(3, 6)) for own in Excerpt(model, (), shown).rows[0].pressed]
    assert set(every) == set(told.pressed)
