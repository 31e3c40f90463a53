"""The table of the Terms lens: one line a form; forms of one name stand together."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from ui.tables.facets import Facet, marks, names_in_order, party_facet
from ui.tables.rows import CellText, Column, Page, TableRow, cell, faint
from ui.words import language_name, translate
from workbench.domain.case import key_of
from workbench.readmodels.terms_lens import TermRow, term_rows
from workbench.snapshot import Snapshot


def term_page(snapshot: Snapshot, title: str, *, enters: bool = False) -> Page:
    """Return the forms in reach.

    `enters` tells whether whoever looks may enter names, and is told what they are for.
    """
    colours = {party.code: party.colour for party in snapshot.parties}
    rows = term_rows(snapshot)
    shown = tuple(_row(row, place, colours.get(row.term.party, "")) for place, row in enumerate(rows))
    nothing = translate("TermsLens", "No contested name has been entered that may be shown here.")
    if enters:
        nothing = translate(
            "TermsLens",
            "No contested name has been entered. Where parties use different names for one thing, enter the "
            "neutral form and each party’s own. Names are then shown as chosen above.",
        )
    languages = {row.term.language: _language(row.term.language) for row in rows if row.term.language}
    facets = (
        party_facet(snapshot.parties),
        Facet("language", translate("TermsLens", "Language"), names_in_order(languages.items())),
    )
    return Page("all", title, _columns(), shown, nothing, facets=facets)


def _columns() -> tuple[Column, ...]:
    return (
        Column("neutral", translate("TermsLens", "Neutral form"), 2, 120, merges=True),
        Column("subject", translate("TermsLens", "What is named"), 2, 120, merges=True),
        Column("party", translate("TermsLens", "Party"), 1.3, 110),
        Column("form", translate("TermsLens", "Its own form"), 2, 120),
        Column("language", translate("TermsLens", "Language"), 1, 92),
    )


def _row(row: TermRow, place: int, colour: str) -> TableRow:
    term = row.term
    subject = cell(row.subject, row.subject_kind) if row.subject != term.neutral else cell(row.subject_kind)
    cells = (
        cell(term.neutral, strong=True, order=f"{term.neutral} {place:06}"),
        subject,
        CellText(row.party, order=row.party or None, colour=colour),
        cell(term.term),
        faint(_language(term.language)),
    )
    own = marks(party=term.party, language=term.language)
    return TableRow.of("terms", key_of(term), cells, term.subject, term.language, marks=own)


def _language(tag: str) -> str:
    """Return the name of a language, or its tag where Qt knows none."""
    language = QLocale(tag).language()
    unknown = language in (QLocale.Language.C, QLocale.Language.AnyLanguage)
    return tag if unknown else language_name(tag)
