"""The lock file names the public package index and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

LOCK = Path(__file__).parents[1] / "uv.lock"
PUBLIC = {"pypi.org", "files.pythonhosted.org"}


def test_only_the_public_index_is_named() -> None:
    hosts = set(re.findall(r"[a-z]+://([^/\"\s]+)", LOCK.read_text(encoding="utf-8")))
    assert hosts == PUBLIC
