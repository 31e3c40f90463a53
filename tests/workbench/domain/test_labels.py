"""Labels name records by code and are said in names, in the language of whoever reads."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from workbench.domain import labels, saying
from workbench.domain.case import Case, RecordKey
from workbench.domain.dates import parse_date
from workbench.domain.issue import Issue, Option
from workbench.domain.judgement import Judgement
from workbench.domain.labels import Label
from workbench.domain.level import Level
from workbench.domain.linkage import Linkage
from workbench.domain.names import Names, mention, name_of, named, names_of, over_time
from workbench.domain.party import Influence, Party
from workbench.domain.position import Position
from workbench.domain.saying import plainly
from workbench.domain.term import Term
from workbench.domain.vocabulary import LinkageKind

CASE = Case(
    parties=(Party("BAK", "Republic", "Baku"), Party("YER", "Yerevan {0}")),
    issues=(Issue("lachin", "Lachin “road”"), Issue("air", "Airport")),
    options=(
        Option("lachin", "free", "Free"),
        Option("lachin", "shut", "Closed"),
        Option("air", "open", "Open"),
    ),
)
NAMES = names_of(CASE)
POSITION = Position("r", "BAK", "lachin", parse_date("2023-03~"))


@pytest.fixture
def german() -> Iterator[dict[str, str]]:
    """Let some sentences be said in another language."""
    words = {
        "Record position “{0}”": "{0} eingetragen",
        "{0} on {1}, {2}": "{0} zu {1}, {2}",
        "Enter {0} “{1}”": "{0} „{1}“ angelegt",
        "party": "Partei",
        "Undo: {0}": "Zurück: {0}",
        "Record %n positions": "%n Positionen eingetragen",
    }
    before = list(saying._interpreter)
    saying._interpreter[:] = [
        lambda _context, text, _note, number: words.get(text, text).replace("%n", str(number))
    ]
    yield words
    saying._interpreter[:] = before


def test_a_label_is_said_in_names() -> None:
    label = Label.of(labels.RECORD, mention(POSITION))
    assert label.say(NAMES) == "Record position “Baku on Lachin “road”, 2023-03~”"
    assert label.say() == "Record position “BAK on lachin, 2023-03~”"


def test_a_name_with_braces_is_a_name() -> None:
    label = Label.of(labels.ENTER, labels.kind("parties"), mention(CASE.parties[1]))
    assert label.say(NAMES) == "Enter party “Yerevan {0}”"


def test_several_records_and_numbers() -> None:
    label = Label.of(labels.MOVE_SEVERAL, [mention(own) for own in CASE.parties])
    assert label.say(NAMES) == "Move Baku, Yerevan {0}"
    assert Label.of_many(labels.MOVE_MANY, 12).say(NAMES) == "Move 12 records"
    assert Label.of_many(labels.RECORD_MANY, 1).say(NAMES) == "Record 1 position"


def test_undo_and_what_stays_gone_are_said_around_a_label() -> None:
    label = Label.of(labels.RECORD, mention(POSITION)).within(labels.STAYS_GONE).within(labels.UNDO)
    said = "Record position “Baku on Lachin “road”, 2023-03~”"
    assert label.say(NAMES) == f"Undo: {said} (what was expunged stays gone)"


@pytest.mark.parametrize(
    "sentence",
    [
        "Enter party “Tbilisi”",
        "Record BAK on lachin, 2023-04",
        "Undo: Move party “{x}”",
        "Import tables from a {0} b",
    ],
)
def test_labels_of_older_files_are_read_as_they_are(sentence: str) -> None:
    assert Label(sentence).say(NAMES) == sentence


def test_a_label_follows_the_language_and_the_names_of_its_reader(german: dict[str, str]) -> None:
    label = Label.of(labels.RECORD, mention(POSITION)).within(labels.UNDO)
    other: Names = lambda table, _key: {"parties": "Bakı", "issues": "Laçın"}[table]  # noqa: E731
    assert label.say(other) == "Zurück: Bakı zu Laçın, 2023-03~ eingetragen"
    assert (
        Label.of(labels.ENTER, labels.kind("parties"), ("parties", "BAK")).say(NAMES)
        == "Partei „Baku“ angelegt"
    )
    assert Label.of_many(labels.RECORD_MANY, 3).say() == "3 Positionen eingetragen"
    with plainly():
        assert label.say(NAMES).startswith("Undo: Record position “Baku")


def test_signs_that_would_break_a_label_are_taken_out_of_a_file_name() -> None:
    label = Label.of(labels.IMPORT, "a\x02b\x03c\nd.csv")
    assert label.say() == "Import tables from a�b�c�d.csv"


def test_a_label_in_which_something_was_expunged_is_still_read() -> None:
    stored = Label.of(labels.ENTER, labels.kind("parties"), ("parties", "Colonel X")).stored
    gap = "[expunged 2024-01-01]"
    assert Label(stored.replace("Colonel X", gap)).say(NAMES) == f"Enter party “{gap}”"
    assert gap in Label(stored.replace("parties", gap)).say(NAMES)
    assert Label(stored.replace("Enter", gap)).say(NAMES).startswith(gap)


@pytest.mark.parametrize(
    ("record", "name"),
    [
        (POSITION, "Baku on Lachin “road”, 2023-03~"),
        (Influence("BAK", "YER", 3), "Baku on Yerevan {0}"),
        (Judgement("j", ("BAK", "YER"), "lachin", Level.ALIGNED), "Baku, Yerevan {0} on Lachin “road”"),
        (
            Linkage("l", LinkageKind.REQUIRES, "lachin", "free", "air", "open"),
            "if Free on Lachin “road”, then Open on Airport",
        ),
        (
            Linkage("l", LinkageKind.EXCLUDES, "lachin", "free", "air", "open"),
            "not both Free on Lachin “road” and Open on Airport",
        ),
        (Option("lachin", "free", "Free"), "Free"),
        (Party("NEW", "Not in the case"), "Not in the case"),
    ],
)
def test_records_are_called_by_names(record: object, name: str) -> None:
    assert named(record, NAMES) == name  # type: ignore[arg-type]


def test_a_term_is_named_by_what_it_is_a_name_for() -> None:
    """Its own forms are texts of the record, which no label may carry."""
    term = Term("issue:lachin", "Berdzor", "the corridor", "YER", "hy")
    assert name_of(mention(term), NAMES) == "Lachin “road”, in the words of Yerevan {0}"
    assert name_of(mention(Term("free", "Artsakh")), NAMES) == "a name"
    assert not {"Berdzor", "the corridor", "hy"} & set(mention(term))


def test_codes_of_any_time_are_named() -> None:
    """Recoded, gone, and borne by two records one after the other."""
    earlier: dict[tuple[str, RecordKey], object] = {
        ("parties", ("AZE",)): Party("BAK", "as it was then"),
        ("parties", ("GEO",)): Party("GEO", "Tbilisi"),
        ("parties", ("YER",)): None,
        ("issues", ("road",)): Issue("lachin", "as it was then"),
    }
    names = over_time(NAMES, earlier)  # type: ignore[arg-type]
    assert names("parties", ("AZE",)) == "Baku"
    assert names("parties", ("GEO",)) == "Tbilisi"
    assert names("parties", ("YER",)) == ""
    assert names("parties", ("BAK",)) == "Baku"
    assert names("options", ("road", "free")) == "Free"
    assert names("options", ("elsewhere", "free")) == ""
