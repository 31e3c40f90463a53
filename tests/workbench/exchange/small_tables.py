"""A small case as CSV texts, to be spoiled in one place at a time."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from workbench.domain.case import Case
from workbench.exchange import ImportPlan, plan_import, read_tables

SMALL = {
    "case": "key,value\ntitle,Small\nas_of,2023-03-20\n",
    "parties": "code,name,kind,colour\nA,Alpha,state,#0072B2\nB,Beta,faction,\n",
    "groups": "code,name,party,from\nG,Both,A,2020\nG,Both,B,\n",
    "issues": (
        "code,title,kind,scale,needed\nroad,The road,substance,ordered,A;B\nflag,The flag,norm,nominal,\n"
    ),
    "options": (
        "issue,code,label,location,known_to,sources\n"
        "road,open,Open,0,,S1:2@p. 3\nroad,shut,Shut,1,A,\nflag,yes,Yes,,,\nflag,no,No,,,\n"
    ),
    "sources": "code,title,date,terms,reliability\nS1,One,2022,on record,A\nS2,Two,2022-03~,background,C\n",
    "positions": (
        "ref,party,issue,track,from,until,demands,accepts,tolerates,opposes,red_lines,salience,known_to,sources\n"
        "p1,A,road,declared,2022,,open,,,,shut,60,B,S1\n"
        "p2,B,road,assessed,2022-03-15,2023,shut,open,,,,0.25,,S1:1@art. 6;S2\n"
    ),
    "linkages": (
        "code,party,kind,if_issue,if_option,then_issue,then_option,strength,from,until\n"
        "L1,A,requires,road,open,flag,yes,red line,2022,\n"
    ),
    "events": "code,date,until,title,parties,issues,sources\nE1,2022-02-24,,It begins,A;B,road,S1\n",
    "terms": "subject,neutral,party,term,language\nparty:A,Alpha,B,Alef,xx\nfree,Region,A,Land,\n",
    "packages": "code,title,choices\nK1,Draft,road=open;flag=yes\n",
    "influences": "actor,on,strength,from,sources\nA,B,3,2021,S2\n",
    "judgements": "code,parties,issue,level\nJ1,A;B,road,compatible\n",
}


def write(folder: Path, tables: Mapping[str, str]) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8", newline="")
    return folder


def planned(folder: Path, tables: Mapping[str, str], case: Case | None = None) -> ImportPlan:
    return plan_import(case or Case(), read_tables(write(folder, tables)))
