"""Small documents for the tests of the writers."""

from __future__ import annotations

from datetime import date

from workbench.briefs.content import (
    Bullets,
    Definition,
    Definitions,
    Document,
    Heading,
    PageBreak,
    Part,
    Run,
    RunStyle,
    Table,
    cell,
    header_row,
    paragraph,
    run,
    shares,
    strong,
)
from workbench.domain.level import Level

HOSTILE = (
    '#import "@preview/evil:1.0.0": *',
    "#panic() *bold* _emph_ $x^2$ @ref <label> `raw` // comment",
    "= no heading - no list + no list / no term: x",
    "\\u{1F600} \\n back\\slash ~ -- --- ... 'single' \"double\"",
    "<w:p>&amp;<script>alert(1)</script> ]]> <!-- x -->",
    "{{ template }} {% raw %} ${HOME} %s %d \\input{/etc/passwd}",
    "=HYPERLINK(1) | pipe ; semicolon, comma",
)


def document_of(*parts: Part, language: str = "en") -> Document:
    return Document(
        "Title", "Subtitle", "TLP:GREEN", "Prepared for the room", "Foot", language, date(2023, 3, 20), parts
    )


def document_saying(*texts: str) -> Document:
    return document_of(Part(tuple(paragraph(text) for text in texts)))


def every_block(language: str = "en") -> Document:
    rows = tuple(
        (cell(f"Issue {number}", strong_line(number)), cell(f"Answer {number}")) for number in range(60)
    )
    table = Table(shares(1, 2), header_row("Column one", "Column two"), rows, caption="A long table")
    levels = tuple((cell(paragraph(level.value), level=level),) for level in Level)
    return document_of(
        Part((Heading("Wide"), table, Table(shares(1), header_row("Levels"), levels)), wide=True),
        Part(
            (
                Heading("Tall"),
                paragraph(
                    "Plain ",
                    strong("strong "),
                    Run("emphasis ", RunStyle.EMPHASIS),
                    run("“quoted”", RunStyle.QUOTE),
                ),
                Heading("Second", 2),
                Bullets((paragraph("First item"), paragraph("Second item"))),
                Heading("Third", 3),
                Definitions((Definition(paragraph(strong("Term")), (paragraph("Said of it"),)),)),
                PageBreak(),
                paragraph("Behind the break"),
            )
        ),
        language=language,
    )


def strong_line(number: int):
    return paragraph(strong(f"Line {number}"))
