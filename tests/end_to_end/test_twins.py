"""Cases that differ only in what an audience may not see give that audience the same, to the byte."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from tests.end_to_end.every_answer import (
    briefs_about,
    carried_out,
    pictures_about,
    questions_about,
    said,
)
from tests.end_to_end.test_need_to_know import dumped
from tests.secretive_cases import AUDIENCES, audience_for, make_case, secretive_cases
from tests.sight import twin
from tests.workbench.briefs.extract import unzipped
from ui.commandline import briefing
from ui.paint.present import Screen, card_pages, issue_pages, overview_pages, paint_page
from workbench.columns import columns_of
from workbench.domain.audience import Audience
from workbench.domain.case import Case
from workbench.readmodels.presenting import PresentModel
from workbench.snapshot import take_snapshot

FEW = settings(
    deadline=None, max_examples=5, phases=(Phase.explicit, Phase.reuse, Phase.generate), database=None
)
DAY = date(2022, 6, 30)
seeds = st.integers(0, 10**6)
names = st.sampled_from(AUDIENCES)
_numbers = count()


class _Clock(datetime):
    """The date of making is the one thing in which two briefs may differ."""

    @classmethod
    def now(cls, tz: object = None) -> _Clock:
        assert tz
        return cls(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _same_time(monkeypatch: pytest.MonkeyPatch, qapp: object) -> None:
    monkeypatch.setattr(briefing, "datetime", _Clock)


def both(case: Case, name: str, seed: int) -> tuple[Audience, Case, Case]:
    audience = audience_for(case, name)
    return audience, case, twin(case, audience, seed)


@settings(deadline=None, max_examples=12)
@given(secretive_cases, names, seeds)
def test_every_question_has_the_same_answer(case: Case, name: str, seed: int) -> None:
    audience, ours, theirs = both(case, name, seed)
    for words in questions_about(take_snapshot(columns_of(ours), audience)):
        assert said(ours, audience, words) == said(theirs, audience, words), words


@FEW
@given(secretive_cases, names, seeds)
def test_every_brief_is_the_same_file(case: Case, name: str, seed: int) -> None:
    audience, ours, theirs = both(case, name, seed)
    for words in briefs_about(take_snapshot(columns_of(ours), audience)):
        for kind in (".md", ".html", ".docx", ".pdf"):
            files = [made(own, audience, words, kind) for own in (ours, theirs)]
            assert files[0] == files[1], (words, kind)


@FEW
@given(secretive_cases, names, seeds)
def test_every_picture_is_the_same_file(case: Case, name: str, seed: int) -> None:
    audience, ours, theirs = both(case, name, seed)
    for words in pictures_about(take_snapshot(columns_of(ours), audience)):
        for kind in (".png", ".svg", ".pdf"):
            files = [made(own, audience, words, kind) for own in (ours, theirs)]
            assert files[0] == files[1], (words, kind)


@FEW
@given(secretive_cases, st.sampled_from(("public", "room", "party")), seeds)
def test_every_page_of_the_second_screen_is_the_same_image(case: Case, name: str, seed: int) -> None:
    audience, ours, theirs = both(case, name, seed)
    frames = [list(_frames(own, audience)) for own in (ours, theirs)]
    assert frames[0] == frames[1]


def _frames(case: Case, audience: Audience) -> Iterator[QImage]:
    model = PresentModel(take_snapshot(columns_of(case), audience), DAY)
    screen = Screen(QSize(1280, 720))
    pages = [*overview_pages(model, screen)]
    for row in model.rows:
        pages += issue_pages(model, screen, row)
        pages += card_pages(model, screen, row, 0)
    for page in pages:
        yield paint_page(page, screen.pixels)


@FEW
@given(secretive_cases, names, seeds)
def test_every_export_is_the_same_file(case: Case, name: str, seed: int) -> None:
    audience, ours, theirs = both(case, name, seed)
    for kind in ("", ".json", ".xlsx"):
        files = [made(own, audience, ("export",), kind) for own in (ours, theirs)]
        assert files[0] == files[1], kind


@FEW
@given(secretive_cases, names, seeds)
def test_every_need_to_know_copy_holds_the_same(case: Case, name: str, seed: int) -> None:
    audience, ours, theirs = both(case, name, seed)
    with tempfile.TemporaryDirectory() as folder:
        copies = []
        for own in (ours, theirs):
            path = Path(folder) / f"{len(copies)}.positions"
            carried_out(own, audience, ("need-to-know", path))
            copies.append((dumped(path), path.stat().st_size))
    assert copies[0] == copies[1]


def test_a_difference_in_reach_is_seen_by_all_of_them() -> None:
    """The same questions about twins for somebody else do not all have the same answer."""
    case = make_case(3)
    public, principal = (audience_for(case, name) for name in ("public", "principal"))
    other = twin(case, public, 1)
    for words in (("standing", "--on", "2022-06-30"), ("info",), ("room", "--on", "2022-06-30")):
        assert said(case, public, words) == said(other, public, words)
        assert said(case, principal, words) != said(other, principal, words)
    for words, kind in ((("export",), ".json"), (("brief", "--kind", "comparison"), ".md")):
        assert made(case, principal, words, kind) != made(other, principal, words, kind)


def made(case: Case, audience: Audience, words: tuple[str, ...], kind: str) -> dict[str, bytes]:
    """Return the files that a command writes, by name, without the time of making."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / f"out{kind}"
        place = (out,) if words[0] == "export" else ("--out", out)
        carried_out(case, audience, (*words, *place))
        return dict(_contents(Path(folder)))


_VOLATILE = re.compile(rb"\d{4}-\d\d-\d\dT[\d:+.Z-]+|D:\d{14}[^)]*|[0-9a-f]{8}-[0-9a-f-]{27}|<[0-9a-f]{32,}>")


def _contents(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".xlsx", ".docx"):
            for name, content in unzipped(path.read_bytes()).items():
                yield f"{path.name}/{name}", _VOLATILE.sub(b"", content)
        elif path.is_file():
            yield path.name, _VOLATILE.sub(b"", path.read_bytes())
