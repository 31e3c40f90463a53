from __future__ import annotations

import pytest

from .golden import KEPT, path_of, text_of


@pytest.mark.parametrize(("kind", "audience"), KEPT)
def test_the_brief_of_the_sample_says_what_was_read_and_kept(kind: str, audience: str) -> None:
    assert text_of(kind, audience) == path_of(kind, audience).read_text(encoding="utf-8")
