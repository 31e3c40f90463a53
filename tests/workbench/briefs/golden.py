"""Writes the golden texts anew: ``python -m tests.workbench.briefs.golden``. Read what changed."""

from __future__ import annotations

from pathlib import Path

from workbench.briefs.content import plain_text

from .sample import sample_brief

GOLDEN = Path(__file__).parents[2] / "golden"


def path_of(audience: str) -> Path:
    return GOLDEN / f"comparison_brief_{audience}.txt"


def text_of(audience: str) -> str:
    document = sample_brief(audience)
    page = (document.prepared_for, document.marking, document.footer)
    return "\n".join((*page, plain_text(document))) + "\n"


if __name__ == "__main__":
    for audience in ("public", "principal"):
        path_of(audience).write_text(text_of(audience), encoding="utf-8")
