from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from resources.files import resource
from workbench.briefs.content import Part, paragraph, plain_text
from workbench.briefs.docx_writer import docx_bytes
from workbench.briefs.errors import BriefError, BriefLeakError
from workbench.briefs.html_writer import html_bytes
from workbench.briefs.pdf_writer import pdf_bytes
from workbench.briefs.pictures import bare_picture
from workbench.briefs.templates import template_for
from workbench.briefs.writing import write_brief

from .documents import document_of, document_saying, every_block
from .extract import bare, docx_lines, html_words, pdf_pages, pdf_words, unzipped
from .letterheads import SECRET, changed, jpeg, letterhead, png
from .sample import MADE_AT, sample_document

VANISH = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r>"
INSERTED = f'<w:ins w:id="1" w:author="{SECRET}"><w:r><w:t>new</w:t></w:r></w:ins>'


@pytest.mark.parametrize("name", ["position", "comparison", "changes"])
def test_a_letterhead_carries_the_words_of_the_brief(tmp_path: Path, name: str) -> None:
    document = sample_document(name, "team")
    content = docx_bytes(document, MADE_AT, letterhead(tmp_path / "head.docx"))
    assert docx_lines(content) == plain_text(document).splitlines()


def test_its_styles_margins_header_and_footer_are_kept(tmp_path: Path) -> None:
    word = docx.Document(BytesIO(docx_bytes(every_block(), MADE_AT, letterhead(tmp_path / "head.docx"))))
    assert word.styles["Heading 1"].font.size == Pt(23)
    assert word.styles["Normal"].font.name == "Liberation Serif"
    for section in word.sections:
        assert section.left_margin == pytest.approx(Mm(25), rel=0.01)
        above = [own.text for own in section.header.paragraphs]
        assert "Ministry of Foreign Affairs" in above
        assert list(section.header._element.iter(qn("w:drawing")))
        assert "1 Main Street" in [own.text for own in section.footer.paragraphs]


def test_marking_and_page_number_stand_on_every_page_of_a_letterhead(tmp_path: Path) -> None:
    head = letterhead(tmp_path / "head.docx", first_page=True)
    word = docx.Document(BytesIO(docx_bytes(every_block(), MADE_AT, head)))
    first = word.sections[0]
    assert first.different_first_page_header_footer
    assert not word.sections[1].different_first_page_header_footer
    margins = [first.first_page_header, first.first_page_footer]
    margins += [own for section in word.sections for own in (section.header, section.footer)]
    for margin in margins:
        assert "TLP:GREEN" in "".join(own.text for own in margin.paragraphs)
        assert margin.paragraphs[-1].style.name == "Brief Margin"
    codes = [own.text.strip() for own in first.first_page_footer._element.iter(qn("w:instrText"))]
    assert codes == ["PAGE", "NUMPAGES"]


def test_wide_parts_are_turned_and_tables_are_as_wide_as_the_text(tmp_path: Path) -> None:
    word = docx.Document(BytesIO(docx_bytes(every_block(), MADE_AT, letterhead(tmp_path / "head.docx"))))
    assert [section.page_width > section.page_height for section in word.sections] == [True, False]
    width = sum(column.width for column in word.tables[0].columns)
    assert width == pytest.approx(Mm(297 - 50), rel=0.01)


def test_the_brief_stands_where_the_letterhead_says(tmp_path: Path) -> None:
    head = letterhead(tmp_path / "head.docx", body=("Dear reader,", "{{brief}}", "Yours"))
    found = docx_lines(docx_bytes(document_saying("Said."), MADE_AT, head))
    assert found == ["Dear reader,", "Title", "Subtitle", "Said.", "Yours"]


@pytest.mark.parametrize("body", [("Dear reader,",), ("{{brief}}", "{{brief}}"), ("Here: {{brief}}",)])
def test_a_page_with_text_and_no_place_is_refused(tmp_path: Path, body: tuple[str, ...]) -> None:
    with pytest.raises(BriefError, match=r"\{\{brief\}\}"):
        docx_bytes(document_saying("Said."), MADE_AT, letterhead(tmp_path / "head.docx", body=body))


def test_nothing_personal_comes_along(tmp_path: Path) -> None:
    head = letterhead(tmp_path / "head.docx")
    changed(head, "word/header1.xml", "<w:p>", '<w:p w:rsidR="00AB12CD">')
    content = docx_bytes(document_saying("Said."), MADE_AT, head)
    parts = unzipped(content)
    assert not [name for name, own in parts.items() if SECRET.encode() in own]
    assert not [name for name in parts if name in ("docProps/app.xml", "docProps/custom.xml")]
    assert not [name for name, own in parts.items() if b"00AB12CD" in own]
    word = docx.Document(BytesIO(content))
    assert (word.core_properties.author, word.core_properties.title) == ("", "Title")


def test_the_path_of_a_picture_does_not_come_along(tmp_path: Path) -> None:
    head = changed(
        letterhead(tmp_path / "head.docx"), "word/header1.xml", 'name="Picture 1"',
        r'name="Picture 1" descr="C:\Users\ana\logo.png"',
    )  # fmt: skip
    content = docx_bytes(document_saying("Said."), MADE_AT, head)
    assert not [name for name, own in unzipped(content).items() if b"logo.png" in own]


def test_the_template_a_letterhead_was_made_from_is_not_named(tmp_path: Path) -> None:
    head = letterhead(tmp_path / "head.docx")
    with ZipFile(head, "a") as archive:
        archive.writestr(
            "word/_rels/settings.xml.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="rId1" '
            'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
            r'Target="file:///C:\Users\ana\Normal.dotm" TargetMode="External"/></Relationships>',
        )
    content = docx_bytes(document_saying("Said."), MADE_AT, head)
    assert not [name for name, own in unzipped(content).items() if b"Normal.dotm" in own]


@pytest.mark.parametrize(
    ("part", "before", "after", "says"),
    [
        ("word/header1.xml", "</w:p>", f"{VANISH}</w:p>", "hidden text"),
        ("word/header1.xml", "</w:p>", f"{INSERTED}</w:p>", "tracked changes"),
        (
            "word/_rels/header1.xml.rels",
            'Target="media/image1.png"',
            'Target="http://example.org/beacon.png" TargetMode="External"',
            "a link to “http://example.org/beacon.png”",
        ),
    ],
)
def test_what_may_not_leave_with_a_letterhead_is_refused(
    tmp_path: Path, part: str, before: str, after: str, says: str
) -> None:
    head = changed(letterhead(tmp_path / "head.docx"), part, before, after)
    with pytest.raises(BriefError, match=says):
        docx_bytes(document_saying("Said."), MADE_AT, head)


def test_a_path_in_the_text_of_a_letterhead_stops_the_brief(tmp_path: Path) -> None:
    head = changed(
        letterhead(tmp_path / "head.docx"), "word/header1.xml", "Ministry of", "/home/ana/ Ministry of"
    )
    with pytest.raises(BriefLeakError, match=r"in word/header1\.xml"):
        write_brief(document_saying("Said."), tmp_path / "brief.docx", MADE_AT, head)
    assert not (tmp_path / "brief.docx").exists()


def test_what_is_no_docx_is_refused(tmp_path: Path) -> None:
    (tmp_path / "head.docx").write_bytes(b"no archive")
    with pytest.raises(BriefError, match="cannot be opened as DOCX"):
        docx_bytes(document_saying("Said."), MADE_AT, tmp_path / "head.docx")


def test_a_letterhead_without_lists_gets_dots(tmp_path: Path) -> None:
    head = letterhead(tmp_path / "head.docx")
    word = docx.Document(str(head))
    style = word.styles["List Bullet"].element
    style.getparent().remove(style)
    word.save(str(head))
    opened = docx.Document(BytesIO(docx_bytes(every_block(), MADE_AT, head)))
    item = next(own for own in opened.paragraphs if own.text == "First item")
    assert item.style.element.pPr.numPr is not None


def test_styles_are_found_by_name_whatever_their_identifier(tmp_path: Path) -> None:
    head = letterhead(tmp_path / "head.docx")
    changed(head, "word/styles.xml", 'w:styleId="Heading1"', 'w:styleId="berschrift1"')
    opened = docx.Document(BytesIO(docx_bytes(every_block(), MADE_AT, head)))
    assert [own.text for own in opened.paragraphs if own.style.name == "Heading 1"] == ["Wide", "Tall"]


def test_the_same_letterhead_gives_the_same_bytes(tmp_path: Path) -> None:
    head = letterhead(tmp_path / "head.docx")
    assert docx_bytes(every_block(), MADE_AT, head) == docx_bytes(every_block(), MADE_AT, head)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_brief_on_a_letterhead_opens_and_prints(tmp_path: Path) -> None:
    document = sample_document("position", "team")
    (tmp_path / "brief.docx").write_bytes(docx_bytes(document, MADE_AT, letterhead(tmp_path / "head.docx")))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "brief.docx")], check=True, capture_output=True, timeout=200)
    for page in pdf_pages((tmp_path / "brief.pdf").read_bytes()):
        assert "Ministry of Foreign Affairs" in page
        assert page.count("TLP:AMBER+STRICT") >= 2


def test_a_typst_template_of_ones_own_sets_the_same_words(tmp_path: Path) -> None:
    own = tmp_path / "ours.typ"
    text = resource("briefs/brief.typ").read_text(encoding="utf-8")
    own.write_text(
        text.replace("#set document(", '#set page(background: text("DRAFT"))\n#set document('), "utf-8"
    )
    content = pdf_bytes(every_block(), MADE_AT, own)
    assert "DRAFT" in pdf_pages(content)[0]
    assert bare(pdf_words(content)).replace("DRAFT", "") == bare(plain_text(every_block()))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Hello", "does not print the marking"),
        ("#let b = json(bytes(sys.inputs.brief))\n#b.marking", "sets 0 of"),
        ('#import "@preview/cetz:0.3.0": *\n// marking', "packages from elsewhere"),
        ("#let x = // marking\n#panic(1)", "cannot be set"),
    ],
)
def test_a_typst_template_that_does_not_fit_is_refused(tmp_path: Path, text: str, says: str) -> None:
    own = tmp_path / "ours.typ"
    own.write_text(text, encoding="utf-8")
    with pytest.raises(BriefError, match=says):
        pdf_bytes(every_block(), MADE_AT, own)


def test_a_style_of_ones_own_stands_in_the_page(tmp_path: Path) -> None:
    own = tmp_path / "ours.css"
    own.write_text("h1 { color: var(--ink); letter-spacing: 7px }", encoding="utf-8")
    page = html_bytes(every_block(), MADE_AT, own).decode("utf-8")
    assert "letter-spacing: 7px" in page
    assert "max-width: 68rem" not in page
    assert html_words(page.encode()) == bare(plain_text(every_block()))


def test_a_page_of_ones_own_gets_its_places_filled_once(tmp_path: Path) -> None:
    own = tmp_path / "ours.html"
    own.write_text(
        "<html lang={{language}}><body><b>{{marking}}</b>{{content}}</body></html>", encoding="utf-8"
    )
    page = html_bytes(document_saying("Reads {{marking}}"), MADE_AT, own).decode("utf-8")
    assert page.startswith("<html lang=en><body><b>TLP:GREEN</b>")
    assert "Reads {{marking}}" in page


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("a.html", "<p>{{content}}</p>", "lacks {{marking}}"),
        ("a.html", "{{marking}}", "lacks {{content}}"),
        ("a.html", "{{marking}}{{content}}<script>1</script>", "loads or runs"),
        ("a.html", "{{marking}}{{content}}<img src='http://example.org/x.png'>", "loads or runs"),
        ("a.html", "{{marking}}{{content}}<p onclick='x()'>", "loads or runs"),
        ("a.html", "{{marking}}{{content}}<!-- by Ana -->", "hides text"),
        ("a.css", "@import 'x.css';", "loads or runs"),
        ("a.css", "body { background: url(https://example.org/x.png) }", "loads or runs"),
        ("a.css", ".limit { display: none }", "hides text"),
        ("a.css", "</style><b>", "would end it"),
    ],
)
def test_a_page_or_style_that_does_not_fit_is_refused(
    tmp_path: Path, name: str, text: str, says: str
) -> None:
    own = tmp_path / name
    own.write_text(text, encoding="utf-8")
    with pytest.raises(BriefError, match=says):
        html_bytes(every_block(), MADE_AT, own)


def test_a_picture_within_the_page_is_fine(tmp_path: Path) -> None:
    own = tmp_path / "ours.css"
    own.write_text("body { background: url(data:image/png;base64,AA==) }", encoding="utf-8")
    assert b"base64,AA==" in html_bytes(every_block(), MADE_AT, own)


def test_a_folder_holds_a_template_for_each_format(tmp_path: Path) -> None:
    for name in ("brief.docx", "brief.typ", "brief.css"):
        (tmp_path / name).write_bytes(b"")
    assert template_for(tmp_path, ".docx").name == "brief.docx"
    assert template_for(tmp_path, ".PDF").name == "brief.typ"
    assert template_for(tmp_path, ".html").name == "brief.css"


@pytest.mark.parametrize(
    ("given", "suffix", "says"),
    [
        ("", ".docx", "expected “brief.docx”"),
        ("", ".md", "expected “brief.md”"),
        ("missing.docx", ".docx", "There is no template"),
        ("there.css", ".pdf", "no template for a brief as .pdf: expected .typ"),
        ("there.css", ".docx", "no template for a brief as .docx"),
    ],
)
def test_a_template_for_something_else_is_refused(tmp_path: Path, given: str, suffix: str, says: str) -> None:
    (tmp_path / "there.css").write_text("")
    with pytest.raises(BriefError, match=says):
        template_for(tmp_path / given, suffix)


def test_pictures_lose_what_they_say_of_their_maker() -> None:
    assert SECRET.encode() in png(SECRET)
    assert bare_picture(png(SECRET)) == png()
    assert SECRET.encode() not in bare_picture(jpeg(SECRET))
    assert bare_picture(jpeg(SECRET)).endswith(b"data\xff\xd9")
    assert b"JFIF" in bare_picture(jpeg(SECRET))
    assert bare_picture(b"GIF89a") == b"GIF89a"


def test_a_document_of_one_part_keeps_the_paper_of_the_letterhead(tmp_path: Path) -> None:
    document = document_of(Part((paragraph("Said."),)))
    word = docx.Document(BytesIO(docx_bytes(document, MADE_AT, letterhead(tmp_path / "head.docx"))))
    assert len(word.sections) == 1
    assert word.sections[0].page_width == pytest.approx(Mm(210), rel=0.01)
