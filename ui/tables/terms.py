"""The table of the Terms lens: one line a form; forms of one name stand together."""

from __future__ import annotations

from ui.tables.rows import CellText, Column, Page, TableRow, cell, faint
from ui.words import translate
from workbench.domain.case import key_of
from workbench.readmodels.terms_lens import TermRow, term_rows
from workbench.snapshot import Snapshot


def term_page(snapshot: Snapshot, title: str) -> Page:
    """Return the forms in reach."""
    colours = {party.code: party.colour for party in snapshot.parties}
    rows = term_rows(snapshot)
    shown = tuple(_row(row, place, colours.get(row.term.party, "")) for place, row in enumerate(rows))
    nothing = translate("TermsLens", "No contested name has been entered that may be shown here.")
    return Page("all", title, _columns(), shown, nothing)


def _columns() -> tuple[Column, ...]:
    return (
        Column("neutral", translate("TermsLens", "Neutral form"), 2, 120, merges=True),
        Column("subject", translate("TermsLens", "What is named"), 2, 120, merges=True),
        Column("party", translate("TermsLens", "Party"), 1.3, 110),
        Column("form", translate("TermsLens", "Its own form"), 2, 120),
        Column("language", translate("TermsLens", "Language"), 0.7, 64),
    )


def _row(row: TermRow, place: int, colour: str) -> TableRow:
    term = row.term
    subject = cell(row.subject, row.subject_kind) if row.subject != term.neutral else cell(row.subject_kind)
    cells = (
        cell(term.neutral, strong=True, order=f"{term.neutral} {place:06}"),
        subject,
        CellText(row.party, order=row.party or None, colour=colour),
        cell(term.term),
        faint(term.language),
    )
    return TableRow.of("terms", key_of(term), cells, term.subject)
