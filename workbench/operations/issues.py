"""Entering issues with their options."""

from __future__ import annotations

from dataclasses import dataclass, replace

from workbench.domain import labels
from workbench.domain.errors import CaseError
from workbench.domain.issue import Issue, Option
from workbench.domain.labels import Label
from workbench.domain.saying import translate
from workbench.operations.names import mention
from workbench.operations.rules import check, check_options
from workbench.ports import Work


@dataclass(frozen=True, slots=True)
class AddIssue:
    """Enter a new issue together with its first options, two at least.

    Options are taken to belong to the issue, whatever issue they name.
    """

    issue: Issue
    options: tuple[Option, ...]

    @property
    def name(self) -> str:
        """Name of the kind of operation."""
        return "add issue"

    def labelled(self, _work: Work) -> Label:
        """Return what it does to what."""
        return Label.of(labels.ENTER, labels.kind("issues"), mention(self.issue))

    def run(self, work: Work) -> None:
        """Check issue and options, then write them."""
        check_options(self.issue, len({option.code for option in self.options}))
        check(work, self.issue)
        if work.get("issues", (self.issue.code,)) is not None:
            said = translate("Record", "There is an issue “{0}” already. Choose another code.")
            raise CaseError(said.format(self.issue.code))
        work.put(self.issue)
        for option in self.options:
            own = replace(option, issue=self.issue.code)
            check(work, own)
            work.put(own)
