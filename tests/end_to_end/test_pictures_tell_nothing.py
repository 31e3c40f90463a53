"""A picture for an audience holds nothing that it may not see, in its pixels, its text or its metadata."""

from __future__ import annotations

import getpass
import json
import re
import socket
import tempfile
import zlib
from datetime import date
from itertools import count
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage

from tests.hidden_records import out_of_reach, with_secrets
from tests.sample_case import sample_case
from tests.strategies import DAYS, cases, handlings
from ui.commandline.drawing import draw
from ui.commandline.picture_order import HISTORY, LENSES, TRADES, PictureOrder
from ui.paint.picture_size import PageSize
from workbench.columns import columns_of
from workbench.domain.audience import Audience
from workbench.domain.case import Case
from workbench.domain.vocabulary import Basis
from workbench.snapshot import take_snapshot

DAY, SINCE = date(2023, 3, 20), date(2022, 3, 20)
CLOSED = ("public", "room", "party:BAK", "team")
TOLD = tuple(lens for lens in LENSES if lens != HISTORY)
"""The lenses through which everybody may look."""
SIZE = PageSize.of(960, 540)
_numbers = count()


@pytest.fixture(autouse=True)
def _gui(qapp: object) -> None:
    """Fonts need an application."""


def drawn(
    case: Case, audience: Audience, lens: str, folder: Path, kind: str = ".svg", day: date = DAY
) -> list[bytes]:
    """The files of a picture, none of trades where there are no two parties."""
    out, snapshot = folder / f"{next(_numbers)}{kind}", take_snapshot(columns_of(case), audience)
    since, two = SINCE if day > SINCE else None, tuple(own.code for own in snapshot.parties[:2])
    if lens == TRADES and len(two) < 2:
        return []
    parties = two if lens == TRADES else ()
    order = PictureOrder(lens, "projector", day, since, Basis.ASSESSED, out, SIZE, parties)
    return [path.read_bytes() for path in draw(snapshot, order)]


def said(pdf: bytes) -> str:
    """What a PDF says: its pages and what stands about it."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    squeezed = ["".join(page.split()) for page in pages]
    return "\n".join([*pages, *squeezed, json.dumps(document.get_metadata_dict())])


def streams(pdf: bytes) -> bytes:
    """A PDF with its streams unpacked."""
    parts = [pdf]
    for match in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        try:
            parts.append(zlib.decompress(match.group(1)))
        except zlib.error:
            continue
    return b"\n".join(parts)


@pytest.mark.parametrize("lens", TOLD)
@pytest.mark.parametrize("name", CLOSED)
def test_the_sample_with_more_secrets_gives_the_same_files(name: str, lens: str, tmp_path: Path) -> None:
    audience = Audience.parse(name)
    more = with_secrets(sample_case(), audience)
    for kind in (".png", ".svg"):
        assert drawn(sample_case(), audience, lens, tmp_path, kind) == drawn(
            more, audience, lens, tmp_path, kind
        )
    if name != "public":
        return  # one is enough for the slowest kind
    ours, theirs = (drawn(own, audience, lens, tmp_path, ".pdf") for own in (sample_case(), more))
    volatile = re.compile(rb"\d{4}-\d\d-\d\dT[\d:+.Z-]+|D:\d{14}[^)]*|[0-9a-f-]{32,36}")
    assert [volatile.sub(b"", own) for own in ours] == [volatile.sub(b"", own) for own in theirs]


@pytest.mark.parametrize("lens", TOLD)
@settings(max_examples=8, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(
    case=cases(handlings),
    name=st.sampled_from(["public", "room", "party:A", "team"]),
    day=st.sampled_from(DAYS),
)
def test_what_lies_above_the_audience_changes_no_byte(lens: str, case: Case, name: str, day: str) -> None:
    audience, shown = Audience.parse(name), date.fromisoformat(day)
    with tempfile.TemporaryDirectory() as folder:
        ours = drawn(case, audience, lens, Path(folder), day=shown)
        theirs = drawn(with_secrets(case, audience), audience, lens, Path(folder), day=shown)
    assert ours == theirs


@pytest.mark.parametrize("lens", TOLD)
def test_the_pictures_do_differ_where_something_in_reach_differs(lens: str, tmp_path: Path) -> None:
    public, principal = Audience.parse("public"), Audience.parse("principal")
    assert drawn(sample_case(), public, lens, tmp_path) != drawn(sample_case(), principal, lens, tmp_path)


@pytest.mark.parametrize("lens", TOLD)
def test_no_value_out_of_reach_stands_in_a_file(lens: str, tmp_path: Path) -> None:
    audience = Audience.parse("public")
    secret = {text for text in out_of_reach(sample_case(), audience) if len(text) > 5}
    assert len(secret) > 40
    held = b"\n".join(
        streams(own) + said(own).encode() if kind == ".pdf" else own
        for kind in (".png", ".svg", ".pdf")
        for own in drawn(sample_case(), audience, lens, tmp_path, kind)
    )
    assert {text for text in secret if text.encode() in held} == set()
    assert {text for text in secret if "".join(text.split()).encode() in held} == set()


def test_the_search_would_find_a_leak(tmp_path: Path) -> None:
    whole = said(drawn(sample_case(), Audience.parse("principal"), "positions", tmp_path, ".pdf")[0])
    flat = re.sub(r"\s+", " ", whole)
    assert "Remote scanners" in flat
    assert any("Remote scanners" in text for text in out_of_reach(sample_case(), Audience.parse("public")))


@pytest.mark.parametrize("lens", TOLD)
def test_a_picture_does_not_say_who_made_it_or_where(lens: str, tmp_path: Path) -> None:
    names = {str(Path.home()) + "/", str(Path(__file__).parents[2]), tempfile.gettempdir() + "/", "file://"}
    names |= {name for name in (getpass.getuser(), socket.gethostname()) if len(name) > 4}
    for kind in (".png", ".svg", ".pdf"):
        for own in drawn(sample_case(), Audience.parse("team"), lens, tmp_path, kind):
            held = streams(own) if kind == ".pdf" else own
            assert {name for name in names if name.encode() in held} == set()
    image = QImage.fromData(drawn(sample_case(), Audience.parse("team"), lens, tmp_path, ".png")[0])
    assert image.textKeys() == []
