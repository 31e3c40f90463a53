"""From what went wrong to an exit status and a sentence on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from ui.commandline.names import PROGRAM
from ui.crash import APOLOGY, log_fault, state_folder
from workbench.domain.errors import CaseError
from workbench.ports import CaseFileError

DONE = 0
WRONG_INPUT = 1
WRONG_USAGE = 2
UNUSABLE_FILE = 3
OWN_FAULT = 70
INTERRUPTED = 130
PIPE_CLOSED = 141
"""What the shell reports of a program that wrote to a reader who had left."""


class InputError(CaseError):
    """What was typed cannot be carried out: a missing file, an existing target, a value that is none."""


class UsageError(CaseError):
    """A command or option that this version does not have."""


def status_of(error: Exception) -> int:
    """Return the exit status for an error that speaks to the person."""
    if isinstance(error, CaseFileError):
        return UNUSABLE_FILE
    if isinstance(error, UsageError):
        return WRONG_USAGE
    return WRONG_INPUT


def sentence_of(error: Exception) -> str:
    """Return what is said of the error: its own words, or what the system said of which file."""
    if isinstance(error, OSError):
        reason = error.strerror or "The system refused it"
        return f"{reason}: “{error.filename}”." if error.filename else f"{reason}."
    return str(error)


def complain(error: Exception) -> int:
    """Say on standard error what went wrong and return the exit status."""
    print(f"{PROGRAM}: {sentence_of(error)}", file=sys.stderr)  # noqa: T201 - the command line speaks here
    return status_of(error)


def guarded(run: Callable[[], int]) -> int:
    """Run the program and return its exit status; whatever goes wrong, nobody sees a traceback."""
    try:
        return run()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _leave_quietly()
        return PIPE_CLOSED
    except (CaseError, OSError) as error:
        return complain(error)
    except Exception as error:
        return _own_fault(error)


def _leave_quietly() -> None:
    """Keep the interpreter from complaining at exit that nobody reads any more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _own_fault(error: Exception) -> int:
    """Say that the program is at fault; what a developer needs goes into a log."""
    log = log_fault(state_folder(), error)
    sys.stderr.write(f"{PROGRAM}: {APOLOGY} Details: {log}\n")
    return OWN_FAULT
