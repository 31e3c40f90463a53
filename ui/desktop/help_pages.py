"""How the program works, in a page: what it keeps, how it counts, how one works with it."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

CONTEXT = "help"


def _marked(text: object) -> str:
    return str(text)


PAGES: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        _marked(QT_TRANSLATE_NOOP("help", "What a case holds")),
        (
            (
                _marked(QT_TRANSLATE_NOOP("help", "Position")),
                _marked(
                    QT_TRANSLATE_NOOP(
                        "help",
                        "One party on one issue from one date: its stance toward each option, what it says, "
                        "why, how we know.",
                    )
                ),
            ),
            (
                _marked(QT_TRANSLATE_NOOP("help", "Declared and assessed")),
                _marked(
                    QT_TRANSLATE_NOOP(
                        "help",
                        "What a party says, and what we judge it would settle for, kept side by side.",
                    )
                ),
            ),
            (
                _marked(QT_TRANSLATE_NOOP("help", "Room")),
                _marked(
                    QT_TRANSLATE_NOOP(
                        "help",
                        "The best that is left to all: of every option the worst stance counts, and of these "
                        "the best. What was never said counts as opposed, and is marked as presumed.",
                    )
                ),
            ),
            (
                _marked(QT_TRANSLATE_NOOP("help", "Handling and audience")),
                _marked(
                    QT_TRANSLATE_NOOP(
                        "help",
                        "Each record says who may see it. Under “Shown” you see exactly what an audience may "
                        "see; the rest is not there at all.",
                    )
                ),
            ),
        ),
    ),
    (
        _marked(QT_TRANSLATE_NOOP("help", "Dates")),
        (
            (
                _marked(QT_TRANSLATE_NOOP("help", "As you would say them")),
                _marked(
                    QT_TRANSLATE_NOOP(
                        "help",
                        "15 March 2022, about March 2022, perhaps 2021, before 2023, after 15 March 2022, "
                        "since 2020, between Dec 2022 and March 2023, spring 2022, yesterday, 15.3.2022.",
                    )
                ),
            ),
            (
                _marked(QT_TRANSLATE_NOOP("help", "As they are kept")),
                _marked(
                    QT_TRANSLATE_NOOP(
                        "help",
                        "2022, 2022-03, 2022-03-15; with ~ about, ? perhaps, % both; 201X; 2022-12/2023-03; "
                        "2022-12/.. from then on; ../2022-12 up to then.",
                    )
                ),
            ),
            (
                _marked(QT_TRANSLATE_NOOP("help", "From when they count")),
                _marked(
                    QT_TRANSLATE_NOOP(
                        "help",
                        "From the first day they can mean; where that is more than a year or open, from the "
                        "last, “at the latest”.",
                    )
                ),
            ),
        ),
    ),
    (
        _marked(QT_TRANSLATE_NOOP("help", "Working with it")),
        (
            (
                _marked(QT_TRANSLATE_NOOP("help", "Saving")),
                _marked(
                    QT_TRANSLATE_NOOP(
                        "help",
                        "Every edit is saved as it is made, can be taken back, and stays in the history.",
                    )
                ),
            ),
            (
                _marked(QT_TRANSLATE_NOOP("help", "Finding")),
                _marked(
                    QT_TRANSLATE_NOOP(
                        "help",
                        "Ctrl+K finds any record, any command and any word of a text, however it is spelt.",
                    )
                ),
            ),
            (
                _marked(QT_TRANSLATE_NOOP("help", "Contested names")),
                _marked(
                    QT_TRANSLATE_NOOP(
                        "help",
                        "View, Contested names: neutral, all sides, or one party’s own. What was said keeps "
                        "its words.",
                    )
                ),
            ),
            (
                _marked(QT_TRANSLATE_NOOP("help", "Reading aloud")),
                _marked(
                    QT_TRANSLATE_NOOP(
                        "help",
                        "Every cell is a sentence to a screen reader; Ctrl+L lists a matrix line by line.",
                    )
                ),
            ),
        ),
    ),
)
"""Headings, and under each what there is to explain, with its explanation."""
