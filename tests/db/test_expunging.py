from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from db.backup import backup_case, backup_folder, backups
from db.case_file import create_case, open_case
from db.check import check_case
from db.expunging import expunge, plan_expunge
from db.protecting import protect
from db.replay import journal_rows, replay, standing
from tests.db import samples
from tests.db.expunged import EARLIER, GAP, NAME, TODAY, holders, informant
from tests.db.files import untouched
from tests.db.samples import GROUND, Do, fill, put
from tests.db.test_protecting import SECRET
from tests.db.test_store import exact
from workbench.domain.errors import CaseError
from workbench.domain.party import Party
from workbench.domain.source import Source
from workbench.keeping import ExpungedPlace
from workbench.ports import LockedCaseError


@pytest.fixture
def told(closed_sample: Path) -> Path:
    """The sample with an informant whose name stands in five kinds of places and three backups."""
    with open_case(closed_sample, author="Ada") as store:
        store.perform(put(informant(EARLIER)))
    with open_case(closed_sample, author="Ada") as store:
        store.perform(put(informant(NAME)))
        store.perform(Do(lambda work: work.put(Party("SEEN", f"met {NAME} twice")), label=f"Enter {NAME}"))
    with open_case(closed_sample, author="Ada") as store:
        store.perform(put(informant(NAME, citation="later")))
        store.undo()
    assert len(backups(closed_sample)) == 3
    assert len(holders(closed_sample.parent, NAME)) == 3
    assert len(holders(closed_sample.parent, NAME, EARLIER)) == 4
    return closed_sample


def test_after_expunging_no_byte_of_file_and_backups_holds_the_text(told: Path) -> None:
    plan = plan_expunge(told, table="sources", key=("INF",), field="identity")
    assert ExpungedPlace("sources", ("INF",), "identity") in plan.places
    assert ExpungedPlace("parties", ("SEEN",), "name") in plan.places
    assert ExpungedPlace("", (), "label") in plan.places
    assert len(plan.backups) == 3
    assert NAME not in repr(plan)
    done = expunge(told, plan, author="Grace")
    assert done.gap == GAP
    assert holders(told.parent, NAME, EARLIER) == []
    assert {own.name for own in told.parent.iterdir()} == {told.name, f"{told.name}.backups"}
    assert {own.name for own in backup_folder(told).iterdir()} == {own.path.name for own in backups(told)}
    assert check_case(told).is_sound
    for own in backups(told):
        assert check_case(own.path).is_sound


def test_what_is_left_is_a_dated_gap_and_everything_else(told: Path) -> None:
    with open_case(told, read_only=True) as store:
        before = store.read_case()
    expunge(told, plan_expunge(told, table="sources", key=("INF",), field="identity"), author="Grace")
    with open_case(told, read_only=True) as store:
        after = store.read_case()
        *_, last = store.history()
        of_source = list(store.history("sources", ("INF",)))
    expected = replace(
        before,
        sources=tuple(replace(own, identity=GAP) if own.code == "INF" else own for own in before.sources),
        parties=tuple(
            replace(own, name=own.name.replace(NAME, GAP)) if own.code == "SEEN" else own
            for own in before.parties
        ),
    )
    assert exact(after) == exact(expected)
    assert last.label.say() == "Expunge the identity of the source “INF”"
    assert (last.name, last.author, last.at.date().isoformat()) == ("expunge", "Grace", TODAY)
    assert of_source[-1].operation == last.operation
    identities = {
        record.identity for own in of_source for change_ in own.changes
        for record in (change_.before, change_.after) if isinstance(record, Source)
    }  # fmt: skip
    assert identities == {GAP}


def test_no_undo_brings_it_back(told: Path) -> None:
    expunge(told, plan_expunge(told, table="sources", key=("INF",), field="identity"))
    with open_case(told) as store:
        last = exact(store.read_case())
        steps = 0
        assert store.undo_label.say().endswith("(what was expunged stays gone)")
        while (done := store.undo()) is not None:
            steps += 1
            assert done.label.say().endswith("(what was expunged stays gone)")
            assert NAME not in str(store.read_case())
        for _ in range(steps):
            store.redo()
        assert exact(store.read_case()) == last
        with store.reading() as connection:
            assert replay(journal_rows(connection)) == standing(connection)
    assert holders(told.parent, NAME, EARLIER) == []


def test_a_text_is_taken_out_wherever_it_stands(told: Path) -> None:
    plan = plan_expunge(told, text=NAME)
    assert len(plan.backups) == 2
    expunge(told, plan)
    assert holders(told.parent, NAME) == []
    assert len(holders(told.parent, EARLIER)) == 4
    with open_case(told, read_only=True) as store:
        assert [own.label.say() for own in store.history()][-1] == "Expunge a text"


def test_a_text_that_only_the_past_knows(closed_sample: Path) -> None:
    with open_case(closed_sample) as store:
        store.perform(put(informant(NAME)))
        store.perform(put(informant("")))
        store.perform(Do(lambda work: work.remove("sources", ("INF",))))
    expunge(closed_sample, plan_expunge(closed_sample, text=NAME))
    assert holders(closed_sample.parent, NAME) == []
    with open_case(closed_sample) as store:
        store.undo()
        store.undo()
        assert next(own for own in store.read_case().sources if own.code == "INF").identity == GAP


def test_a_text_in_codes_goes_everywhere_the_code_is_named(path: Path) -> None:
    secret = "Qaraçay"
    with create_case(path, fill=fill(GROUND)) as store:
        store.perform(put(Source(secret, "A source")))
        store.perform(put(replace(GROUND.options[0], sources=(samples.SourceReference(secret, 1, "p. 3"),))))
    expunge(path, plan_expunge(path, text=secret))
    assert holders(path.parent, secret) == []
    assert check_case(path).is_sound
    with open_case(path) as store:
        assert store.read_case().options[0].sources[0].code == GAP
        while store.undo():
            pass
        while store.redo():
            pass
        assert store.read_case().options[0].sources[0].code == GAP


def test_a_short_value_goes_from_its_field_only(path: Path) -> None:
    with create_case(path, fill=fill(GROUND)) as store:
        store.perform(put(Source("S1", "A B", identity="A B")))
    plan = plan_expunge(path, table="sources", key=("S1",), field="identity")
    assert plan.texts == ()
    expunge(path, plan)
    with open_case(path, read_only=True) as store:
        source = store.read_case().sources[0]
    assert (source.title, source.identity) == ("A B", GAP)


def test_a_protected_case_and_its_backups(told: Path) -> None:
    protect(told, SECRET)
    plan = plan_expunge(told, table="sources", key=("INF",), field="identity", passphrase=SECRET)
    assert len(plan.backups) == 3
    expunge(told, plan, passphrase=SECRET)
    for own in (told, *(own.path for own in backups(told))):
        with open_case(own, read_only=True, passphrase=SECRET) as store:
            case, history = store.read_case(), list(store.history())
        assert NAME not in str(case)
        assert NAME not in str([(one.label, one.changes) for one in history])
        assert history[-1].name == "expunge"


def test_a_backup_of_an_earlier_revision_is_searched_too(tmp_path: Path) -> None:
    from tests.migrations.test_revisions import earlier  # noqa: PLC0415

    path = earlier(tmp_path / "a.positions", "0001")
    open_case(path).close()
    assert len(holders(tmp_path, "They spoke.")) == 2
    expunge(path, plan_expunge(path, table="judgements", key=("J1",), field="reason"))
    assert holders(tmp_path, "They spoke.") == []
    assert check_case(backups(path)[0].path).is_sound


def test_the_next_close_makes_no_backup_for_it(told: Path) -> None:
    expunge(told, plan_expunge(told, text=NAME))
    open_case(told).close()
    assert len(backups(told)) == 3


def test_what_cannot_be_searched_stops_it_until_it_may_be_removed(told: Path) -> None:
    kept = backup_folder(told) / "talks-2026-01-01T000000.000000Z.damaged"
    kept.write_bytes(random.Random(3).randbytes(5000) + NAME.encode())
    plan = plan_expunge(told, text=NAME)
    assert plan.unreadable == (kept,)
    with untouched(told.parent), pytest.raises(CaseError, match=r"damaged cannot be searched"):
        expunge(told, plan)
    done = expunge(told, plan, remove_unreadable=True)
    assert done.removed == (kept,)
    assert holders(told.parent, NAME) == []


@pytest.mark.parametrize(
    ("asked", "told_what"),
    [
        ({"text": "abc"}, "at least 4"),
        ({"text": "     "}, "at least 4"),
        ({"text": "expunged"}, "gap"),
        ({"table": "sources", "key": ("INF",), "field": "code"}, "holds a text"),
        ({"table": "sources", "key": ("INF",), "field": "terms"}, "holds a text"),
        ({"table": "nothing", "key": ("INF",), "field": "title"}, "a table"),
    ],
)
def test_what_cannot_be_expunged_is_told(closed_sample: Path, asked: dict[str, str], told_what: str) -> None:
    with untouched(closed_sample.parent), pytest.raises(CaseError, match=told_what):
        plan_expunge(closed_sample, **asked)


def test_a_text_that_is_not_there(closed_sample: Path) -> None:
    for asked in ({"text": NAME}, {"table": "sources", "key": ("NONE",), "field": "identity"}):
        plan = plan_expunge(closed_sample, **asked)
        assert plan.is_empty
        with untouched(closed_sample.parent), pytest.raises(CaseError, match="nothing to expunge"):
            expunge(closed_sample, plan)


def test_an_open_case_is_left_alone(told: Path) -> None:
    plan = plan_expunge(told, text=NAME)
    with open_case(told), pytest.raises(LockedCaseError):
        expunge(told, plan)


def test_two_codes_that_would_become_one_are_refused(path: Path) -> None:
    with create_case(path, fill=fill(GROUND)) as store:
        store.perform(
            put(Source("ivanovna", "One"), Source("petrovna", "Two"), Source("S9", "X", identity="ivanovna"))
        )
        store.perform(put(Source("S9", "X", identity="petrovna")))
    with untouched(path.parent), pytest.raises(CaseError, match="same"):
        expunge(path, plan_expunge(path, table="sources", key=("S9",), field="identity"))
    assert check_case(path).is_sound


def test_a_failure_half_way_can_be_tried_again(told: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import db.expunging  # noqa: PLC0415

    real, calls = db.expunging.rewrite, []

    def failing(*args: object) -> None:
        calls.append(args)
        if len(calls) == 3:
            raise OSError(28, "No space left on device")
        real(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(db.expunging, "rewrite", failing)
    plan = plan_expunge(told, table="sources", key=("INF",), field="identity")
    with pytest.raises(CaseError, match="full"):
        expunge(told, plan)
    assert check_case(told).is_sound
    monkeypatch.undo()
    expunge(told, plan_expunge(told, table="sources", key=("INF",), field="identity"))
    assert holders(told.parent, NAME, EARLIER) == []


def test_what_was_backed_up_since_it_was_planned_is_reached_too(told: Path) -> None:
    plan = plan_expunge(told, table="sources", key=("INF",), field="identity")
    later = "General Ünal"
    with open_case(told, author="Ada") as store:
        store.perform(put(Party("ALSO", f"with {NAME}")))
    with open_case(told, author="Ada") as store:
        store.perform(put(informant(later)))
    assert len(backups(told)) == 5
    done = expunge(told, plan)
    assert len(done.rewritten) == 6
    assert holders(told.parent, NAME, EARLIER, later) == []
    assert check_case(told).is_sound


def test_a_backup_made_meanwhile_is_reached_too(told: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import db.expunging  # noqa: PLC0415

    real, made = db.expunging.rewrite, []

    def rewriting(path: Path, *args: object) -> None:
        if path == told:
            made.append(backup_case(told))  # by another process, which needs no lock for it
        real(path, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(db.expunging, "rewrite", rewriting)
    done = expunge(told, plan_expunge(told, text=NAME))
    assert made[0] in done.rewritten
    assert holders(told.parent, NAME) == []
