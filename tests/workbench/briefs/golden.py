"""Writes the golden texts anew: ``python -m tests.workbench.briefs.golden``. Read what changed."""

from __future__ import annotations

from pathlib import Path

from workbench.briefs.content import plain_text

from .sample import KINDS, sample_document

GOLDEN = Path(__file__).parents[2] / "golden"
KEPT = tuple((kind, audience) for kind in KINDS for audience in ("public", "principal"))


def path_of(kind: str, audience: str) -> Path:
    return GOLDEN / f"{kind}_brief_{audience}.txt"


def text_of(kind: str, audience: str) -> str:
    document = sample_document(kind, audience)
    page = (document.prepared_for, document.marking, document.footer)
    return "\n".join((*page, plain_text(document))) + "\n"


if __name__ == "__main__":
    for kept in KEPT:
        path_of(*kept).write_text(text_of(*kept), encoding="utf-8")
