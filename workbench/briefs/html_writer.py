"""Briefs as HTML: one page that stands alone, with no script and nothing loaded from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from html import escape
from pathlib import Path

from resources.files import resource
from workbench.briefs.apart import LTR, RTL, plain
from workbench.briefs.content import (
    Block,
    Bullets,
    Cell,
    Definitions,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Part,
    Run,
    RunStyle,
    Table,
    paragraph,
)
from workbench.briefs.look import look
from workbench.briefs.templates import fill, own_page, own_style

_RUN_TAGS = {
    RunStyle.STRONG: ("<strong>", "</strong>"),
    RunStyle.EMPHASIS: ("<em>", "</em>"),
    RunStyle.QUOTE: ('<span class="quote">', "</span>"),
    RunStyle.MUTED: ('<span class="aside">', "</span>"),
}


def html_bytes(document: Document, made_at: datetime, template: Path | None = None) -> bytes:
    """Return the document as one HTML page; the same content and date give the same bytes.

    Parameters
    ----------
    document : Document
        What the brief says.
    made_at : datetime
        The date of making.
    template : Path, optional
        A style sheet in place of the bundled one, or a page with places such as ``{{content}}``.

    Raises
    ------
    BriefError
        If the template does not fit.
    """
    if template is not None and template.suffix.lower() == ".html":
        return _on_own_page(document, own_page(template)).encode("utf-8")
    style = own_style(template) if template else resource("briefs/brief.css").read_text(encoding="utf-8")
    return "\n".join(_page(document, made_at, style)).encode("utf-8")


def _on_own_page(document: Document, page: str) -> str:
    places = {
        "content": "\n".join(_main(document)),
        "title": escape(plain(document.title)),
        "marking": escape(document.marking),
        "prepared_for": _line(document.prepared_for),
        "footer": _line(document.footer),
        "language": escape(document.language),
        "direction": _direction(document),
        "style": _ahead(document) + resource("briefs/brief.css").read_text(encoding="utf-8"),
    }
    return fill(page, places)


def _direction(document: Document) -> str:
    return RTL if document.is_right_to_left else LTR


def _page(document: Document, made_at: datetime, style: str) -> Iterator[str]:
    direction = _direction(document)
    made = made_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    marking = f'<strong class="marking">{escape(document.marking)}</strong>'
    yield "<!DOCTYPE html>"
    yield f'<html lang="{escape(document.language)}" dir="{direction}">'
    yield '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    yield f'<meta name="dcterms.created" content="{made}">'
    yield f"<title>{escape(plain(document.title))}</title><style>{_ahead(document)}{style}</style></head>"
    turned = _turned(next(iter(document.parts), None))
    yield f"<body><header{turned}><span>{_line(document.prepared_for)}</span>{marking}</header><main>"
    yield from _main(document)
    yield f"</main><footer><span>{_line(document.footer)}</span>{marking}</footer></body></html>"


def _main(document: Document) -> Iterator[str]:
    title = (
        f'<h1 class="title">{_line(document.title)}</h1><p class="subtitle">{_line(document.subtitle)}</p>'
    )
    if not document.parts:
        yield title
    for number, part in enumerate(document.parts):
        # The title is on the same sheet as what it is the title of.
        yield f"<section{_turned(part)}>{'' if number else title}"
        yield from map(_block, part.blocks)
        yield "</section>"


def _ahead(document: Document) -> str:
    """Return what stands ahead of every style: the colours, and what is printed on every sheet of paper."""
    colours = {**look()["colours"], **{f"level-{name}": own for name, own in look()["level"].items()}}
    variables = "".join(f"--{name.replace('_', '-')}:{value};" for name, value in colours.items())
    marking, of = _css_text(document.marking), _css_text(f" {document.of} ")
    page = _css_text(f"{document.marking}   {document.page} ")
    start, end = ("right", "left") if document.is_right_to_left else ("left", "right")
    above = (
        f"@top-{start}{{content:{_css_text(plain(document.prepared_for))}}}@top-{end}{{content:{marking}}}"
    )
    below = f"@bottom-{end}{{content:{page} counter(page){of} counter(pages)}}"
    return f":root{{{variables}}}\n@page{{{above}{below}}}\n"


def _turned(part: Part | None) -> str:
    return ' class="wide"' if part and part.wide else ""


def _css_text(text: str) -> str:
    """Return a text as a style sheet has it, in which no sign means anything."""
    return '"' + "".join(own if own.isalnum() or own in " :+" else f"\\{ord(own):x} " for own in text) + '"'


def _block(block: Block) -> str:
    match block:
        case Heading(level=level):
            # The title of the page is the only heading of level 1.
            return f"<h{level + 1}>{_runs(block.line.runs)}</h{level + 1}>"
        case Paragraph():
            return _paragraph(block)
        case Bullets(items=items):
            return f"<ul>{_all(f'<li>{_runs(item.runs)}</li>' for item in items)}</ul>"
        case Definitions(entries=entries):
            return f"<dl>{_all(_definition(entry.term, entry.description) for entry in entries)}</dl>"
        case Table():
            return _table(block)
        case PageBreak():
            return '<div class="page-break"></div>'


def _definition(term: Paragraph, description: Iterable[Paragraph]) -> str:
    return f"<dt>{_runs(term.runs)}</dt>{_all(f'<dd>{_runs(line.runs)}</dd>' for line in description)}"


def _table(table: Table) -> str:
    widths = _all(f'<col style="width:{share * 100:.1f}%">' for share in table.widths)
    header = _all(f'<th scope="col">{_all(map(_paragraph, cell.lines))}</th>' for cell in table.header)
    rows = _all(f"<tr>{_all(map(_cell, row))}</tr>" for row in table.rows)
    label = f' aria-label="{escape(plain(table.caption))}"' if table.caption else ""
    head = f"<colgroup>{widths}</colgroup><thead><tr>{header}</tr></thead>"
    return f"<table{label}>{head}<tbody>{rows}</tbody></table>"


def _cell(cell: Cell) -> str:
    level = f' class="level {cell.level.value}"' if cell.level else ""
    return f"<td{level}>{_all(map(_paragraph, cell.lines))}</td>"


def _paragraph(own: Paragraph) -> str:
    return f'<p class="{own.role.value}">{_runs(own.runs)}</p>'


def _runs(runs: Iterable[Run]) -> str:
    return _all(map(_run, runs))


def _run(run: Run) -> str:
    before, behind = _RUN_TAGS.get(run.style, ("", ""))
    text = f"{before}{escape(run.text)}{behind}"
    language = f' lang="{escape(run.language)}"' if run.language else ""
    direction = f' dir="{run.direction}"' if run.direction else ""
    return f"<span{language}{direction}>{text}</span>" if language or direction else text


def _line(text: str) -> str:
    return _runs(paragraph(text).runs)


def _all(pieces: Iterable[str]) -> str:
    return "".join(pieces)
