"""What is said of a table that is sought through and narrowed."""

from __future__ import annotations

from ui.words import translate


def why_no_row(nothing: str, query: str, way_back: str, *, has_rows: bool) -> str:
    """Return why no row of a table is seen, and the way back where something narrows them.

    Parameters
    ----------
    nothing : str
        What is said where the table has no rows.
    query : str
        What is sought in it.
    way_back : str
        What the button says that takes away what narrows the rows, empty where nothing does.
    has_rows : bool
        Whether there are rows that could be seen.
    """
    query = query.strip()
    if not has_rows or not (query or way_back):
        return nothing
    if not way_back:
        return translate("Finding", "Nothing here holds “{query}”.").format(query=query)
    if query:
        text = translate(
            "Finding",
            "Nothing that the filters let through holds “{query}”. “{clear}” looks through everything.",
        )
    else:
        text = translate("Finding", "No line matches every filter. “{clear}” shows everything again.")
    return text.format(query=query, clear=way_back)


def sought_in_words(query: str) -> tuple[str, ...]:
    """Return what is sought, as a file says of what is seen; nothing where nothing is."""
    query = query.strip()
    return (translate("Finding", "only what holds “{query}”").format(query=query),) if query else ()
