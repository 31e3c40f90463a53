"""What frames every brief: marking, for whom, what stands below each page."""

from __future__ import annotations

from workbench.briefs.content import Document, Part
from workbench.briefs.material import Material
from workbench.domain.audience import AudienceKind


def framed(
    material: Material, title: str, about: tuple[str, ...], parts: tuple[Part, ...], *, close: bool = False
) -> Document:
    """Return a brief from its parts, without those that say nothing.

    Parameters
    ----------
    material : Material
        From which it was made.
    title : str
        What it is.
    about : tuple of str
        What stands under the title between the name of the case and that nothing binds.
    parts : tuple of Part
        What it says.
    close : bool
        Whether headings take little space.
    """
    words, snapshot = material.words, material.snapshot
    not_binding = words.say("brief.not_binding")
    return Document(
        title=title,
        subtitle=" · ".join(part for part in (snapshot.title, *about, not_binding) if part),
        marking=snapshot.marking,
        prepared_for=_prepared_for(material),
        footer=f"{snapshot.title} · {words.day(material.day)} · {not_binding}",
        language=words.language,
        day=material.day,
        parts=tuple(part for part in parts if part.blocks),
        page=words.say("brief.page"),
        of=words.say("brief.of"),
        close=close,
        office_language=words.office_language,
    )


def standing_on_day(material: Material) -> str:
    """Return which positions a brief shows: *declared positions standing on 20 March 2023*."""
    day = material.words.day(material.day)
    return material.words.say(f"brief.{material.basis}", day=day)


def _prepared_for(material: Material) -> str:
    audience = material.snapshot.audience
    if audience.kind is AudienceKind.PARTY:
        # A party may be one whose own record does not reach it.
        labels = {party.code: party.label for party in material.snapshot.parties}
        return material.words.say("brief.party", party=labels.get(audience.party, audience.party))
    return material.words.say(f"brief.{audience.kind}")
