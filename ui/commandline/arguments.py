"""The commands and options of ``workbench``, as they are read and as ``--help`` lists them."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from ui.commandline.names import PROGRAM
from ui.commandline.picture_order import LENSES
from ui.commandline.safearguments import add_safe_commands
from workbench.domain.vocabulary import Basis

if TYPE_CHECKING:
    from argparse import _MutuallyExclusiveGroup, _SubParsersAction

    Commands = _SubParsersAction[ArgumentParser]

DESCRIPTION = """\
What each party to a negotiation wants on each issue, since when and how we know it.

  workbench [CASE]    open the window, on that case
"""
EPILOG = """\
Every command takes --json, --passphrase-file and --audience. `workbench COMMAND --help` says more.
Exit status: 0 done, 1 the input is wrong, 2 wrong usage, 3 the case file cannot be used.
"""
AUDIENCES = "public, room, party:CODE, team, principal or vault"


def parse(words: Sequence[str]) -> Namespace:
    """Read what was typed.

    Raises
    ------
    SystemExit
        With 2 where a command or option is unknown or missing, with 0 after ``--help``.
    """
    return build_parser().parse_args(words)


def build_parser() -> ArgumentParser:
    """Return the parser of all commands."""
    parser = ArgumentParser(
        prog=PROGRAM,
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="store_true", help="print the version and leave")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    _add_demo(commands)
    _add_new(commands)
    _add_import(commands)
    _add_export(commands)
    _add_info(commands)
    _add_check(commands)
    _add_standing(commands)
    _add_room(commands)
    _add_questions(commands)
    _add_distance(commands)
    _add_changes(commands)
    _add_series(commands)
    _add_demands(commands)
    _add_actors(commands)
    _add_common_ground(commands)
    _add_turning_points(commands)
    _add_sensitivity(commands)
    _add_brief(commands)
    _add_picture(commands)
    _add_need_to_know(commands)
    _add_history(commands)
    _add_backup(commands)
    add_safe_commands(partial(_case_command, commands))
    return parser


def _command(commands: Commands, name: str, says: str, audience: str = "principal") -> ArgumentParser:
    parser = commands.add_parser(
        name, help=says, description=says[0].upper() + says[1:] + ".", allow_abbrev=False
    )
    parser.add_argument("--json", action="store_true", help="answer in JSON, for machines")
    parser.add_argument(
        "--passphrase-file", metavar="FILE", help="file whose first line is the passphrase of the case"
    )
    otherwise = f" (default: {audience})" if audience else ""
    parser.add_argument(
        "--audience",
        default=audience or None,
        required=not audience,
        metavar="A",
        help=f"read as {AUDIENCES}{otherwise}",
    )
    return parser


def _case_command(commands: Commands, name: str, says: str, audience: str = "principal") -> ArgumentParser:
    parser = _command(commands, name, says, audience)
    parser.add_argument("case", metavar="CASE", help="the case file")
    return parser


def _add_form(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--form",
        choices=("long", "grid"),
        help="shorter forms: long (party, issue, option, date), grid (parties down, issues across)",
    )
    parser.add_argument(
        "--ordered",
        metavar="OPTIONS",
        help="long and grid: options from 0 to 1 in this order, as in Yes,Abstain,No",
    )
    parser.add_argument("--date", metavar="DATE", help="grid: the date of all positions")


def _add_basis(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--basis",
        choices=tuple(basis.value for basis in Basis),
        default=Basis.ASSESSED.value,
        help="declared: what the parties say; assessed: what they would settle for, where known (default)",
    )


def _add_selection(parser: ArgumentParser) -> None:
    _add_basis(parser)
    parser.add_argument(
        "--party", action="append", default=[], metavar="P", help="this party only (repeatable)"
    )
    parser.add_argument(
        "--issue", action="append", default=[], metavar="I", help="this issue only (repeatable)"
    )


def _add_day(parser: ArgumentParser | _MutuallyExclusiveGroup, *, required: bool = True) -> None:
    parser.add_argument("--on", required=required, metavar="DAY", help="the day, in full, as 2023-03-20")


def _add_demo(commands: Commands) -> None:
    parser = _command(
        commands, "demo", "open the window on a fresh copy of the South Caucasus sample", "team"
    )
    _add_basis(parser)


def _add_new(commands: Commands) -> None:
    parser = _case_command(commands, "new", "make a case, empty or from tables")
    parser.add_argument(
        "--from", dest="tables", metavar="TABLES", help="folder of CSV, .xlsx, .json, or one .csv"
    )
    _add_form(parser)
    parser.add_argument(
        "--encrypt",
        action="store_true",
        help="protect it with a passphrase, asked for or in --passphrase-file",
    )


def _add_import(commands: Commands) -> None:
    parser = _case_command(commands, "import", "add and change records from tables; nothing is deleted")
    parser.add_argument(
        "tables", metavar="TABLES", help="folder of CSV, .xlsx, .json, or one .csv with --form"
    )
    parser.add_argument("--dry-run", action="store_true", help="check and count, write nothing")
    _add_form(parser)


def _add_export(commands: Commands) -> None:
    parser = _case_command(commands, "export", "write the tables of a case; exact for --audience vault")
    parser.add_argument("dest", metavar="DEST", help="folder, .xlsx or .json by its name; must not exist")


def _add_info(commands: Commands) -> None:
    _case_command(commands, "info", "counts, dates, revision, handling and backups")


def _add_check(commands: Commands) -> None:
    _case_command(commands, "check", "look whether the file is sound, and say what to do")


def _add_standing(commands: Commands) -> None:
    parser = _case_command(commands, "standing", "the positions that stand on a day")
    _add_day(parser)
    _add_selection(parser)


def _add_room(commands: Commands) -> None:
    parser = _case_command(commands, "room", "how far parties can come together on each issue")
    _add_day(parser)
    _add_selection(parser)
    parser.add_argument("--pairs", action="store_true", help="one answer for each pair of the parties")
    _add_why(parser)


def _add_questions(commands: Commands) -> None:
    parser = _case_command(commands, "questions", "whom to ask about which option, most to gain first")
    _add_day(parser)
    _add_selection(parser)


def _add_distance(commands: Commands) -> None:
    parser = _case_command(commands, "distance", "how far apart each two parties are, 0 to 1")
    when = parser.add_mutually_exclusive_group(required=True)
    _add_day(when, required=False)
    when.add_argument(
        "--stated", nargs=2, metavar=("FROM", "TO"), help="as declared within this period, both days in it"
    )
    parser.add_argument(
        "--bounds", action="store_true", help="with --on: least and most that answers can bring, and unstated"
    )
    _add_weights(parser)
    _add_why(parser)
    _add_selection(parser)


def _add_weights(parser: ArgumentParser) -> None:
    parser.add_argument("--weights", choices=("salience", "equal"), default="salience")


def _add_why(parser: ArgumentParser) -> None:
    parser.add_argument("--why", action="store_true", help="say for each figure why it is what it is")


def _add_series(commands: Commands) -> None:
    parser = _case_command(commands, "series", "a distance or a room at each day on which it changes")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--distance", nargs=2, metavar=("A", "B"), help="the distance of two parties")
    what.add_argument("--room", metavar="A,B,…", help="the room of these parties; needs --issue")
    parser.add_argument("--issue", action="append", default=[], metavar="I", help="this issue (repeatable)")
    _add_span(parser)
    parser.add_argument(
        "--same-issues",
        action="store_true",
        help="keep to issues on which both hold a position on every day of the span",
    )
    _add_weights(parser)
    _add_basis(parser)


def _add_span(parser: ArgumentParser) -> None:
    parser.add_argument("--from", dest="from_day", metavar="DAY", help="from this day on")
    parser.add_argument("--to", dest="to_day", metavar="DAY", help="up to this day")


def _add_turning_points(commands: Commands) -> None:
    parser = _case_command(commands, "turning-points", "the days on which most moved, and what happened")
    _add_span(parser)
    _add_weights(parser)
    _add_basis(parser)


def _add_common_ground(commands: Commands) -> None:
    parser = _case_command(commands, "common-ground", "facts and norms: shared, contested, held by one side")
    _add_day(parser)
    _add_selection(parser)


def _add_sensitivity(commands: Commands) -> None:
    parser = _case_command(commands, "sensitivity", "what becomes different where one doubts")
    _add_day(parser)
    parser.add_argument(
        "--doubt",
        action="append",
        choices=("declared", "low-confidence", "single-source"),
        help="declared replaces assessed, or such positions are left out (repeatable; default: each)",
    )
    parser.add_argument("--without-source", metavar="S", help="leave out what rests on this source alone")
    _add_weights(parser)
    _add_selection(parser)


def _add_demands(commands: Commands) -> None:
    parser = _case_command(commands, "demands", "what is asked for, and how each demand lies to each other")
    _add_day(parser)
    _add_why(parser)
    _add_selection(parser)


def _add_actors(commands: Commands) -> None:
    parser = _case_command(commands, "actors", "the actors’ game (MACTOR): influence and alliances")
    _add_day(parser)
    _add_selection(parser)


def _add_changes(commands: Commands) -> None:
    parser = _case_command(commands, "changes", "what is no longer as it was between two days")
    parser.add_argument("from_day", metavar="FROM", help="the earlier day, in full")
    parser.add_argument("to_day", metavar="TO", help="the later day, in full")
    _add_selection(parser)


def _add_brief(commands: Commands) -> None:
    parser = _case_command(commands, "brief", "write a brief to hand over", "team")
    parser.add_argument("--kind", required=True, choices=("position", "comparison", "changes", "package"))
    parser.add_argument("--out", metavar="FILE", help=".docx, .pdf, .html or .md")
    parser.add_argument(
        "--party", action="append", default=[], metavar="P", help="this party only (repeatable)"
    )
    parser.add_argument(
        "--on", metavar="DAY", help="the day (default: as of which the case stands, else today)"
    )
    parser.add_argument("--since", metavar="DAY", help="movement since this day (position: a year before)")
    _add_basis(parser)
    _add_terms(parser)
    parser.add_argument(
        "--language",
        metavar="TAG",
        help="language of the brief (default: that of the case where there are words for it, else en)",
    )
    parser.add_argument(
        "--template",
        metavar="FILE",
        help="your own .docx, .typ, .css or .html, or a folder with brief.docx, …",
    )
    parser.add_argument("--check", action="store_true", help="say what should not stand in it; write nothing")


def _add_picture(commands: Commands) -> None:
    parser = _case_command(commands, "picture", "draw a lens as it stands on a day", "team")
    parser.add_argument("--lens", required=True, choices=LENSES, metavar="LENS", help=", ".join(LENSES))
    parser.add_argument("--out", required=True, metavar="FILE", help=".png, .svg or .pdf")
    parser.add_argument(
        "--on", metavar="DAY", help="the day (default: as of which the case stands, else today)"
    )
    parser.add_argument("--since", metavar="DAY", help="mark what changed since this day")
    parser.add_argument(
        "--size",
        default="1920x1080",
        metavar="SIZE",
        help="width and height in pixels, or A4, A4-landscape, A3, A3-landscape (default: 1920x1080)",
    )
    parser.add_argument("--theme", default="light", choices=("light", "dark", "projector"))
    parser.add_argument(
        "--party", action="append", default=[], metavar="P", help="this party only (repeatable; trades: two)"
    )
    parser.add_argument("--figure", metavar="F", help="actors: this figure only, as MID or 3CAA")
    parser.add_argument("--record", metavar="REF", help="history: only what touched this record")
    parser.add_argument(
        "--changes", action="store_true", help="history: with what each operation changed, before and after"
    )
    _add_terms(parser)
    _add_basis(parser)


def _add_terms(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--terms",
        default="neutral",
        metavar="T",
        help="contested names: neutral, both, or a party's own (code)",
    )


def _add_need_to_know(commands: Commands) -> None:
    says = "make a new file with only what an audience may see"
    parser = _case_command(commands, "need-to-know", says, audience="")
    parser.add_argument("dest", metavar="DEST", help="the new case file; must not exist")
    parser.add_argument("--manifest", action="store_true", help="say how many records of each table stay out")
    protection = parser.add_mutually_exclusive_group()
    protection.add_argument(
        "--copy-passphrase-file",
        metavar="FILE",
        help="passphrase of the copy (where CASE has none --passphrase-file says it as well)",
    )
    protection.add_argument(
        "--unprotected", action="store_true", help="let anybody open the copy of a protected CASE"
    )


def _add_history(commands: Commands) -> None:
    parser = _case_command(commands, "history", "who changed what, and when")
    parser.add_argument("--record", metavar="REF", help="only what touched this record (its ref or code)")


def _add_backup(commands: Commands) -> None:
    _case_command(commands, "backup", "write a backup now and check it")
