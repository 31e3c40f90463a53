"""How the program works, in a page: what it keeps, how it counts, how one works with it."""

from __future__ import annotations

from ui.words import marked

PAGES: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        marked("help", "What a case holds"),
        (
            (
                marked("help", "Position"),
                marked(
                    "help",
                    "One party on one issue from one date: its stance toward each option, what it says, "
                    "why, how we know.",
                ),
            ),
            (
                marked("help", "Declared and assessed"),
                marked(
                    "help", "What a party says, and what we judge it would settle for, kept side by side."
                ),
            ),
            (
                marked("help", "Room"),
                marked(
                    "help",
                    "The best that is left to all: of every option the worst stance counts, and of these "
                    "the best. What was never said counts as opposed, and is marked as presumed.",
                ),
            ),
            (
                marked("help", "Handling and audience"),
                marked(
                    "help",
                    "Each record says who may see it. Under “Shown” you see exactly what an audience may "
                    "see; the rest is not there at all.",
                ),
            ),
        ),
    ),
    (
        marked("help", "Dates"),
        (
            (
                marked("help", "As you would say them"),
                marked(
                    "help",
                    "15 March 2022, about March 2022, perhaps 2021, before 2023, after 15 March 2022, "
                    "since 2020, between Dec 2022 and March 2023, spring 2022, yesterday, 15.3.2022.",
                ),
            ),
            (
                marked("help", "As they are kept"),
                marked(
                    "help",
                    "2022, 2022-03, 2022-03-15; with ~ about, ? perhaps, % both; 201X; 2022-12/2023-03; "
                    "2022-12/.. from then on; ../2022-12 up to then.",
                ),
            ),
            (
                marked("help", "From when they count"),
                marked(
                    "help",
                    "From the first day they can mean; where that is more than a year or open, from the "
                    "last, “at the latest”.",
                ),
            ),
        ),
    ),
    (
        marked("help", "Working with it"),
        (
            (
                marked("help", "Saving"),
                marked(
                    "help", "Every edit is saved as it is made, can be taken back, and stays in the history."
                ),
            ),
            (
                marked("help", "Finding"),
                marked(
                    "help",
                    "Ctrl+K finds any record, any command and any word of a text, however it is spelt.",
                ),
            ),
            (
                marked("help", "Contested names"),
                marked(
                    "help",
                    "View, Contested names: neutral, all sides, or one party’s own. What was said keeps "
                    "its words.",
                ),
            ),
            (
                marked("help", "Reading aloud"),
                marked(
                    "help", "Every cell is a sentence to a screen reader; Ctrl+L lists a matrix line by line."
                ),
            ),
        ),
    ),
)
"""Headings, and under each what there is to explain, with its explanation."""
