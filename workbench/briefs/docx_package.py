"""What a DOCX file says of itself, and its bytes: no author, no template, no clock of the machine."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from workbench.briefs.docx_parts import FONT_TABLE, font_table

_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DROPPED_FROM_PACKAGE = (
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail",
    f"{_RELATIONSHIPS}/extended-properties",
)
_DROPPED_FROM_DOCUMENT = (
    f"{_RELATIONSHIPS}/customXml",
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
)
_NO_TIME = (1980, 1, 1, 0, 0, 0)


def set_properties(document: Any, title: str, language: str, made_at: datetime) -> None:
    """Leave title, language and date of making as the only properties of `document`."""
    properties = document.core_properties
    for child in list(properties._element):  # noqa: SLF001 - an empty author would still be an author
        properties._element.remove(child)  # noqa: SLF001
    moment = made_at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    properties.title = title
    properties.language = language
    properties.revision = 1
    properties.created = moment
    properties.modified = moment


def drop_template_leftovers(document: Any) -> None:
    """Take out what the empty document of the library brings along from its maker."""
    _drop(document.part.package.rels, _DROPPED_FROM_PACKAGE)
    _drop(document.part.rels, _DROPPED_FROM_DOCUMENT)
    for relation in document.part.rels.values():
        if relation.reltype == FONT_TABLE:
            relation.target_part._blob = font_table()  # noqa: SLF001 - the library has no other way in


def _drop(relations: Any, kinds: tuple[str, ...]) -> None:
    for key in [key for key, relation in relations.items() if relation.reltype in kinds]:
        del relations[key]


def package_bytes(document: Any) -> bytes:
    """Return `document` as a file whose bytes depend on its content alone."""
    written = BytesIO()
    document.save(written)
    even = BytesIO()
    with ZipFile(written) as source, ZipFile(even, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = ZipInfo(name, _NO_TIME)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            target.writestr(entry, source.read(name))
    return even.getvalue()
