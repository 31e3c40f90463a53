"""A brief as it would leave now: its pages, and what was found in it. Touches no widget."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from workbench.briefs.order import BriefOrder
from workbench.briefs.pdf_writer import page_numbers, pdf_bytes
from workbench.briefs.places import Spot
from workbench.briefs.release import Draft, draft_of
from workbench.columns import CaseColumns
from workbench.domain.audience import Audience
from workbench.snapshot import take_snapshot

PAGES = ".pdf"
TYPESET = ".typ"


@dataclass(frozen=True, slots=True)
class Made:
    """A brief that was made and looked over, and has not left yet.

    Attributes
    ----------
    draft : Draft
        What it says and what was found in it.
    pdf : bytes
        Its pages.
    pages : mapping of Spot to int
        On which of them each piece stands.
    """

    draft: Draft
    pdf: bytes
    pages: Mapping[Spot, int]


def made(columns: CaseColumns, audience: Audience, order: BriefOrder, template: Path | None = None) -> Made:
    """Make a brief for an audience.

    Parameters
    ----------
    template : Path, optional
        The user's own; sets these pages where it is for pages.

    Raises
    ------
    CaseError
        If the order cannot be carried out or the template does not fit.
    """
    draft = draft_of(columns.case, take_snapshot(columns, audience), order)
    typeset = template if template is not None and template.suffix.casefold() == TYPESET else None
    pdf = pdf_bytes(draft.document, datetime.now(UTC), typeset)
    return Made(draft, pdf, page_numbers(draft.document, typeset))
