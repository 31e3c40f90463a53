from __future__ import annotations

import pytest

from .golden import path_of, text_of


@pytest.mark.parametrize("audience", ["public", "principal"])
def test_the_brief_of_the_sample_says_what_was_read_and_kept(audience: str) -> None:
    assert text_of(audience) == path_of(audience).read_text(encoding="utf-8")
