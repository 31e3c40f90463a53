"""How sources are cited: by number, at the permitted attribution, with their grade."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.briefs.material import Material
from workbench.briefs.words import NO_SOURCE, SOURCE_NOT_SHOWN
from workbench.domain.codes import SourceReference
from workbench.domain.position import Position
from workbench.domain.source import Source


def cited(material: Material, references: Iterable[SourceReference]) -> list[str]:
    """Return references as *[3] President Aliyev (A1), art. 6*, at the permitted attribution."""
    return [_cited(material, reference) for reference in references]


def _cited(material: Material, reference: SourceReference) -> str:
    source = material.snapshot.source(reference.code)
    number, grade = material.source_numbers[reference.code], _graded(source, reference)
    name = source_name(material, source)
    return _placed(
        material, material.words.say("shared.source", number=number, name=name, grade=grade), reference
    )


def numbered(material: Material, references: Iterable[SourceReference]) -> list[str]:
    """Return references as *[3] A1, art. 6*, without their names."""
    numbers, source = material.source_numbers, material.snapshot.source
    return [
        _placed(material, f"[{numbers[own.code]}] {_graded(source(own.code), own)}", own)
        for own in references
    ]


def source_name(material: Material, source: Source) -> str:
    """Return how a source may be named: its attribution, or its kind where none may be printed."""
    words = material.words
    return source.attribution or words.say("shared.source_unnamed", kind=words.of(source.kind))


def position_sources(material: Material, position: Position, *, named: bool = True) -> list[str]:
    """Return on what a position rests, as far as it may be shown."""
    sources = (cited if named else numbered)(material, position.sources)
    if material.snapshot.source_not_shown[material.snapshot.row_of(position.ref)]:
        sources.append(material.words.of(SOURCE_NOT_SHOWN))
    return sources or [material.words.of(NO_SOURCE)]


def _graded(source: Source, reference: SourceReference) -> str:
    """Return reliability of a source and credibility of this very information: *A1*."""
    return f"{source.reliability}{reference.credibility or ''}"


def _placed(material: Material, source: str, reference: SourceReference) -> str:
    if not reference.place:
        return source
    place = material.foreign.text(reference.place)
    return material.words.say("shared.place", source=source, place=place)
