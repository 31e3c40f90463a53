from __future__ import annotations

from dataclasses import replace

import pytest

from db.store import SqliteCaseStore
from tests.db.samples import undo_text
from tests.db.test_store import exact
from workbench.domain.case import TABLES, Case, CaseEntry, Record, key_of
from workbench.domain.codes import SourceReference
from workbench.domain.dates import parse_date
from workbench.domain.errors import CaseError, UnknownCodeError
from workbench.domain.issue import Issue, Option
from workbench.domain.package import Package
from workbench.domain.party import Party
from workbench.domain.source import Source
from workbench.operations import AddIssue, PutRecord, RemoveRecord, ReorderRecord


def find(case: Case, table: str, *key: str) -> Record:
    return next(record for record in case.table(table) if key_of(record) == key)


@pytest.mark.parametrize("table", TABLES)
def test_any_record_can_be_saved_again_and_that_changes_nothing(sample: SqliteCaseStore, table: str) -> None:
    """What the sample holds passes every rule."""
    for record in sample.read_case().table(table):
        assert sample.perform(PutRecord(record)).changes == ()


def test_entering_and_changing(sample: SqliteCaseStore) -> None:
    sample.perform(PutRecord(Party("GEO", "Georgia", "Tbilisi")))
    assert undo_text(sample) == "Enter party “Tbilisi”"
    sample.perform(PutRecord(Party("GEO", "Republic of Georgia")))
    assert undo_text(sample) == "Change party “Republic of Georgia”"
    assert find(sample.read_case(), "parties", "GEO") == Party("GEO", "Republic of Georgia")
    sample.perform(PutRecord(CaseEntry("title", "Another title")))
    assert sample.read_case().title == "Another title"


def test_a_new_code_reaches_everything_that_names_the_party(sample: SqliteCaseStore) -> None:
    sample.perform(PutRecord(Package("k", "Draft", proposed_by="BAK")))
    before = sample.read_case()
    baku = find(before, "parties", "BAK")
    assert isinstance(baku, Party)
    sample.perform(PutRecord(replace(baku, code="AZE"), was=("BAK",)))
    after = sample.read_case()
    assert [
        line.replace("'BAK'", "'AZE'").replace("party:BAK", "party:AZE") for line in exact(before)
    ] == exact(after)
    sample.undo()
    assert exact(sample.read_case()) == exact(before)


def test_a_new_code_of_an_issue_reaches_its_options(sample: SqliteCaseStore) -> None:
    lachin = find(sample.read_case(), "issues", "lachin")
    assert isinstance(lachin, Issue)
    sample.perform(PutRecord(replace(lachin, code="road"), was=("lachin",)))
    case = sample.read_case()
    assert {own.issue for own in case.options} >= {"road"}
    assert not any("'lachin'" in line or "issue:lachin" in line for line in exact(case))


def test_an_option_stays_with_its_issue(sample: SqliteCaseStore) -> None:
    free = find(sample.read_case(), "options", "lachin", "free")
    assert isinstance(free, Option)
    with pytest.raises(CaseError, match="another issue"):
        sample.perform(PutRecord(replace(free, issue="talks"), was=("lachin", "free")))


@pytest.mark.parametrize(
    ("record", "kind", "code"),
    [
        (Option("nowhere", "a", "A"), "issue", "nowhere"),
        (Issue("lachin", "Title", needed=("BAK", "XXX")), "party", "XXX"),
        (Option("lachin", "free", "Free", sources=(SourceReference("NONE"),)), "source", "NONE"),
        (Package("k", "Draft", choices={"lachin": "nothing"}), "option", "nothing"),
        (Package("k", "Draft", choices={"nothing": "free"}), "issue", "nothing"),
    ],
)
def test_what_a_record_names_must_exist(
    sample: SqliteCaseStore, record: Record, kind: str, code: str
) -> None:
    before = exact(sample.read_case())
    with pytest.raises(UnknownCodeError, match=f"no {kind} “{code}”") as caught:
        sample.perform(PutRecord(record))
    if kind == "party":
        assert "Known: BAK, YER" in str(caught.value)
    assert exact(sample.read_case()) == before


def test_a_new_issue_needs_two_options(sample: SqliteCaseStore) -> None:
    issue, yes = Issue("water", "Water"), Option("", "yes", "Yes")
    with pytest.raises(CaseError, match="two options"):
        sample.perform(PutRecord(issue))
    for options in ((), (yes,), (yes, yes)):
        with pytest.raises(CaseError, match="two options"):
            sample.perform(AddIssue(issue, options))
    sample.perform(AddIssue(issue, (yes, Option("", "no", "No"))))
    added = [own for own in sample.read_case().options if own.issue == "water"]
    assert [own.code for own in added] == ["yes", "no"]
    with pytest.raises(CaseError, match="already"):
        sample.perform(AddIssue(issue, (yes, Option("", "no", "No"))))
    sample.undo()
    assert not any(own.code == "water" for own in sample.read_case().issues)


def test_an_issue_keeps_two_options(sample: SqliteCaseStore) -> None:
    sample.perform(AddIssue(Issue("water", "Water"), (Option("", "yes", "Yes"), Option("", "no", "No"))))
    with pytest.raises(CaseError, match="needs two options"):
        sample.perform(RemoveRecord("options", ("water", "yes"), with_dependants=True))
    sample.perform(PutRecord(Option("water", "later", "Later")))
    sample.perform(RemoveRecord("options", ("water", "yes")))
    assert [own.code for own in sample.read_case().options if own.issue == "water"] == ["no", "later"]


def test_removing_says_what_hangs_on_it(sample: SqliteCaseStore) -> None:
    before = exact(sample.read_case())
    with pytest.raises(CaseError, match=r"party “Baku” cannot be removed: .* and \d+ more hang on it"):
        sample.perform(RemoveRecord("parties", ("BAK",)))
    assert exact(sample.read_case()) == before


@pytest.mark.parametrize(
    ("table", "key"),
    [
        *(("parties", (code,)) for code in ("BAK", "YER", "STP", "MOW", "EU", "THR", "OPP")),
        ("issues", ("lachin",)),
        ("issues", ("talks",)),
        ("options", ("lachin", "free")),
        ("options", ("mandate", "lapse")),
        ("sources", ("ART",)),
        ("sources", ("TRI20",)),
    ],
)
def test_removing_with_all_that_hangs_on_it(
    sample: SqliteCaseStore, table: str, key: tuple[str, ...]
) -> None:
    before = sample.read_case()
    sample.perform(RemoveRecord(table, key, with_dependants=True))
    after = sample.read_case()
    assert key not in [key_of(record) for record in after.table(table)]
    assert not [line for line in exact(after) if _names(line, table, key)]
    for name in TABLES:
        kept = {key_of(record) for record in after.table(name)}
        lost = [record for record in before.table(name) if key_of(record) not in kept]
        assert all(_cannot_stand_without(record, table, key) for record in lost)
    sample.undo()
    assert exact(sample.read_case()) == exact(before)


def _names(line: str, table: str, key: tuple[str, ...]) -> bool:
    """Whether the text of a record names the one that is gone; codes stand in it in quotes."""
    kind = {"parties": "party", "issues": "issue"}.get(table, "")
    if table == "options":
        issue, option = key
        return f"'{issue}': '{option}'" in line or (f"issue='{issue}'" in line and f"'{option}'" in line)
    return f"'{key[0]}'" in line or (bool(kind) and f"{kind}:{key[0]}'" in line)


def _cannot_stand_without(record: Record, table: str, key: tuple[str, ...]) -> bool:
    """Whether the record says who or what it is about by naming the one that is gone."""
    if table == "sources":
        return key_of(record) == key
    own = ("code", "party", "actor", "on", "parties", "issue", "subject", "if_issue", "then_issue")
    said = [str(getattr(record, name, "")) for name in own]
    if table == "options":
        pairs = [
            (getattr(record, f"{side}_issue", ""), getattr(record, f"{side}_option", ""))
            for side in ("if", "then")
        ]
        return key in (*pairs, key_of(record))
    return any(key[0] == text or f"'{key[0]}'" in text or text.endswith(f":{key[0]}") for text in said)


def test_removing_what_is_not_there(sample: SqliteCaseStore) -> None:
    with pytest.raises(CaseError, match="no option “none” of “lachin”"):
        sample.perform(RemoveRecord("options", ("lachin", "none")))


def test_a_source_on_which_nothing_rests_goes_at_once(sample: SqliteCaseStore) -> None:
    sample.perform(PutRecord(Source("NEW", "New")))
    sample.perform(RemoveRecord("sources", ("NEW",)))
    assert not any(own.code == "NEW" for own in sample.read_case().sources)


def test_reordering(sample: SqliteCaseStore) -> None:
    before = [party.code for party in sample.read_case().parties]
    last = before[-1]
    sample.perform(ReorderRecord("parties", (last,), (before[0],)))
    assert [party.code for party in sample.read_case().parties] == [last, *before[:-1]]
    sample.perform(ReorderRecord("parties", (last,)))
    assert [party.code for party in sample.read_case().parties] == before
    with pytest.raises(CaseError, match="no party “XXX”"):
        sample.perform(ReorderRecord("parties", ("XXX",)))
    refs = [position.ref for position in sample.read_case().positions]
    with pytest.raises(CaseError, match="order in which they were recorded"):
        sample.perform(ReorderRecord("positions", (refs[0],), (refs[-1],)))


def test_a_date_of_a_record_is_kept_as_typed(sample: SqliteCaseStore) -> None:
    sample.perform(PutRecord(Source("NEW", "New", date=parse_date("2023-03~"))))
    found = find(sample.read_case(), "sources", "NEW")
    assert isinstance(found, Source)
    assert str(found.date) == "2023-03~"
