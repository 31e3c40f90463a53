from __future__ import annotations

import getpass
import socket
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer

from tests.ui.paint.matrices import matrix, timeline
from ui.paint.layout import Options
from ui.paint.picture import PictureError, PictureLens, save_picture
from ui.paint.picture_frame import frame_height
from ui.paint.picture_pages import Paginator
from ui.paint.port import MatrixPort
from ui.paint.text import TextCache
from ui.paint.type import type_scale
from ui.theme.roles import Role
from ui.theme.theme import bundled_theme, theme_keys


@pytest.fixture(autouse=True)
def _gui(qapp: object) -> None:
    """Fonts need an application."""


def save(
    path: Path, size: tuple[int, int] = (900, 600), theme: str = "light", **count: int
) -> tuple[Path, ...]:
    return save_picture(
        matrix(**count),
        timeline(),
        path,
        size,
        bundled_theme(theme),
        lens=PictureLens.POSITIONS,
        marking="TLP:RED",
    )


@pytest.mark.parametrize("key", theme_keys())
@pytest.mark.parametrize("lens", list(PictureLens))
@pytest.mark.parametrize("size", [(640, 480), (1920, 1080), (800, 1200)])
def test_a_png_has_the_size_and_the_ground_asked_for(
    tmp_path: Path, key: str, lens: PictureLens, size: tuple[int, int]
) -> None:
    theme = bundled_theme(key)
    paths = save_picture(matrix(), timeline(), tmp_path / "p.png", size, theme, lens=lens, marking="TLP:RED")
    for path in paths:
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
    model, scale = matrix(parties=14, issues=40), type_scale()
    paginator = Paginator(QSizeF(900, 600), frame_height(scale), scale, TextCache(), Options(is_still=True))
    seen: list[tuple[int, int]] = []
    for page in paginator.pages(model):
        height = 600 / page.magnification - frame_height(scale)
        port = MatrixPort(page.layout.geometry, 900 / page.magnification, height)
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
    assert "<desc>Position Workbench</desc>" in text
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


def test_a_size_that_cannot_be_drawn_is_told(tmp_path: Path) -> None:
    with pytest.raises(PictureError, match="pixels"):
        save(tmp_path / "p.png", size=(0, 100))
