"""Time and length of a brief: the sample as a whole process, and a case of 200 parties by 100 issues.

Every party holds a position on every issue; a third of them moved since the day compared with, and a tenth of
the issues are facts and norms. Times are of the whole process, from its start to the written file.

    uv run python -m benchmarks.brief_size [PARTIES ISSUES]
"""

from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from resources.files import resource as package_data
from workbench.domain.case import Case, CaseEntry
from workbench.domain.codes import SourceReference
from workbench.domain.dates import parse_date
from workbench.domain.event import Event
from workbench.domain.handling import Handling
from workbench.domain.issue import Issue, Option
from workbench.domain.linkage import Linkage
from workbench.domain.party import Party
from workbench.domain.position import Position
from workbench.domain.source import Source
from workbench.domain.vocabulary import IssueKind, LinkageKind, Scale, Stance, Terms, Track
from workbench.exchange import export_tables

PUBLIC = Handling.PUBLIC
STANCES = tuple(Stance)


def large_case(parties: int, issues: int) -> Case:
    """Return a case in which everybody has something to say on everything."""
    chance = random.Random(7)
    return Case(
        entries=(CaseEntry("title", f"{parties} parties, {issues} issues"), CaseEntry("as_of", "2023-06-01")),
        parties=tuple(
            Party(f"P{number:03}", f"Government of country {number}", f"Country {number}", handling=PUBLIC)
            for number in range(parties)
        ),
        issues=tuple(issue(number) for number in range(issues)),
        options=tuple(
            Option(f"I{number:03}", f"o{place}", f"Answer {place} to question {number}", place / 4, PUBLIC)
            for number in range(issues)
            for place in range(5)
        ),
        sources=tuple(
            Source(f"S{number:03}", f"Statement {number}", attribution=f"Minister {number}",
                   terms=Terms.ON_RECORD, handling=PUBLIC)
            for number in range(400)
        ),
        positions=tuple(
            position(chance, party, number, since)
            for party in range(parties)
            for number in range(issues)
            for since in (("2020-01", "2023-01") if chance.random() < 0.33 else ("2020-01",))
        ),
        linkages=tuple(
            Linkage(f"L{number}", LinkageKind.EXCLUDES, f"I{number % issues:03}", "o0",
                    f"I{(number + 1) % issues:03}", "o4", party=f"P{number % parties:03}", handling=PUBLIC)
            for number in range(300)
        ),
        events=tuple(
            Event(f"E{number}", parse_date(f"20{10 + number % 13}"), f"Event {number}",
                  parties=(f"P{number % parties:03}",), handling=PUBLIC)
            for number in range(400)
        ),
    )  # fmt: skip


def issue(number: int) -> Issue:
    """Return one issue; every tenth is a fact or a norm."""
    kind = IssueKind.SUBSTANCE if number % 10 else (IssueKind.FACT if number % 20 else IssueKind.NORM)
    return Issue(f"I{number:03}", f"Question {number}", f"What is to become of matter {number}?", kind,
                 f"Basket {number // 10}", Scale.ORDERED, handling=PUBLIC)  # fmt: skip


def position(chance: random.Random, party: int, number: int, since: str) -> Position:
    """Return one position with a wording of usual length."""
    stances = {f"o{place}": chance.choice(STANCES) for place in range(5) if chance.random() < 0.8}
    return Position(
        f"p{party}-{number}-{since}", f"P{party:03}", f"I{number:03}", parse_date(since), Track.DECLARED,
        stances=stances, salience=float(chance.randrange(0, 101, 10)), handling=PUBLIC,
        sources=(SourceReference(f"S{chance.randrange(400):03}"),),
        statement=f"Says that matter {number} has to be settled in the way it has long held, in {since}.",
        interest="Keeps what it has and does not lose at home what it wins abroad.",
    )  # fmt: skip


def measured(*words: object) -> tuple[float, float]:
    """Return wall and processor seconds of one command as a whole process."""
    environment = dict(os.environ)
    # Compiled modules are kept, as on a user's machine.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.perf_counter()
    command = [str(Path(sys.executable).with_name("workbench")), *map(str, words)]
    subprocess.run(command, check=True, capture_output=True, env=environment)
    taken = time.perf_counter() - begun
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return taken, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def pages_of(path: Path) -> str:
    """Return the number of pages, where the file has pages of its own."""
    if path.suffix != ".pdf":
        return ""
    import pypdfium2  # noqa: PLC0415 - for this alone

    document = pypdfium2.PdfDocument(path)
    number = len(document)
    document.close()
    return f"{number} pages"


def report(case: Path, party: str, folder: Path) -> None:
    """Print a line for each kind and format."""
    kinds = (
        ("comparison", "--since", "2022-09-01"),
        ("position", "--party", party),
        ("changes", "--since", "2022-09-01"),
    )
    for kind in kinds:
        for suffix in ("docx", "pdf", "html", "md"):
            out = folder / f"brief.{suffix}"
            wall, processor = measured("brief", case, "--out", out, "--kind", *kind)
            size = out.stat().st_size / 1e6
            print(f"  {kind[0]:<10} {suffix:<5} {wall:6.2f} s  {processor:6.2f} s processor"
                  f"  {size:6.2f} MB  {pages_of(out)}")  # fmt: skip


def main(parties: int, issues: int) -> None:
    """Measure the sample and the large case."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        sample = folder / "sample.positions"
        measured("new", sample, "--from", package_data("sample"))
        measured("brief", sample, "--kind", "comparison", "--out", folder / "warm.pdf")
        print("sample")
        report(sample, "BAK", folder)
        export_tables(large_case(parties, issues), folder / "tables", {})
        large = folder / "large.positions"
        measured("new", large, "--from", folder / "tables")
        print(f"{parties} parties by {issues} issues")
        report(large, "P000", folder)


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:3]) if len(sys.argv) > 2 else (200, 100))
