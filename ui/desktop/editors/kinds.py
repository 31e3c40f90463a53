"""Every editor by the table whose records it edits. Loaded when the first of them is opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ui.desktop.editors.base import RecordEditor
from ui.desktop.editors.case import CaseEditor
from ui.desktop.editors.event import EventEditor, new_event
from ui.desktop.editors.group import GroupEditor, new_group
from ui.desktop.editors.influence import InfluenceEditor, new_influence
from ui.desktop.editors.issue import IssueEditor, new_issue
from ui.desktop.editors.judgement import JudgementEditor, new_judgement
from ui.desktop.editors.linkage import LinkageEditor, new_linkage
from ui.desktop.editors.option import OptionEditor
from ui.desktop.editors.party import PartyEditor, new_party
from ui.desktop.editors.paste import PasteEditor
from ui.desktop.editors.position import PositionEditor, standing_position, start_position
from ui.desktop.editors.several import SeveralEditor
from ui.desktop.editors.source import SourceEditor, new_source
from ui.desktop.editors.sources import SourcesField
from ui.desktop.editors.term import TermEditor, new_term
from ui.desktop.editors.withdrawal import WithdrawalEditor
from ui.desktop.session import CaseSession
from workbench.domain.case import Record

EDITORS: dict[str, type[RecordEditor[Any]]] = {
    "positions": PositionEditor,
    "parties": PartyEditor,
    "issues": IssueEditor,
    "options": OptionEditor,
    "sources": SourceEditor,
    "events": EventEditor,
    "terms": TermEditor,
    "judgements": JudgementEditor,
    "linkages": LinkageEditor,
    "groups": GroupEditor,
    "influences": InfluenceEditor,
}
"""By table."""

STARTS: dict[str, Callable[[CaseSession], Record]] = {
    "parties": lambda session: new_party(session.kept.parties),
    "issues": lambda _session: new_issue(),
    "sources": lambda _session: new_source(),
    "events": new_event,
    "terms": new_term,
    "judgements": new_judgement,
    "linkages": new_linkage,
    "groups": new_group,
    "influences": new_influence,
}
"""What a new record starts from."""

__all__ = [
    "EDITORS",
    "STARTS",
    "CaseEditor",
    "PasteEditor",
    "SeveralEditor",
    "SourcesField",
    "WithdrawalEditor",
    "new_issue",
    "new_party",
    "new_source",
    "standing_position",
    "start_position",
]
