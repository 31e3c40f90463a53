"""A name that is to be gone, and where its bytes are still found."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from workbench.domain.source import Source

NAME = "Colonel “X” Q’ara\nof the 3rd \\ guard"
EARLIER = "Major Qaraçay"
TODAY = datetime.now(UTC).date().isoformat()
GAP = f"[expunged {TODAY}]"


def informant(identity: str, **more: str) -> Source:
    return Source("INF", "An official", attribution="an official", identity=identity, **more)


def holders(folder: Path, *texts: str) -> list[str]:
    """Return the files in whose bytes a text stands, as it is or as JSON writes it."""
    import json  # noqa: PLC0415

    forms = [text.encode() for text in texts] + [
        json.dumps(text, ensure_ascii=False)[1:-1].encode() for text in texts
    ]
    files = [own for own in folder.rglob("*") if own.is_file()]
    return sorted(own.name for own in files if any(form in own.read_bytes() for form in forms))
