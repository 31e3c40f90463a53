"""What a template may bring along unseen, and that a ministry's own templates carry all of a brief."""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from workbench.briefs.apart import plain
from workbench.briefs.content import plain_text
from workbench.briefs.docx_writer import docx_bytes
from workbench.briefs.errors import BriefError, BriefLeakError
from workbench.briefs.html_writer import html_bytes
from workbench.briefs.markdown_writer import markdown_bytes
from workbench.briefs.pdf_inspection import unseen_text
from workbench.briefs.pdf_writer import pdf_bytes
from workbench.briefs.writing import write_brief

from .documents import document_saying, every_block
from .extract import bare, docx_lines, html_words, pdf_pages, pdf_words, unzipped
from .letterheads import SECRET, changed, letterhead
from .ministry import ADDRESS, MAKERS, NAME, logo, ministry_docx, ministry_typ
from .sample import MADE_AT, in_language, sample_document

SAID = document_saying("Said.")
IDENTITY = ("Aram Petrosyan, adviser",)


def in_header(text: str, look: str = "") -> str:
    return f"<w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def head(tmp_path: Path, after: str, *, part: str = "word/header1.xml") -> Path:
    return changed(letterhead(tmp_path / "head.docx"), part, "</w:p>", after)


FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> FILE</w:instrText></w:r>'
    '<w:r><w:instrText>NAME \\p </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)


@pytest.mark.parametrize("part", ["word/header1.xml", "word/footer1.xml"])
@pytest.mark.parametrize(
    ("after", "says"),
    [
        (in_header("unseen", "<w:vanish/>"), "hidden text"),
        (in_header("unseen", "<w:specVanish/>"), "hidden text"),
        (in_header("unseen", '<w:color w:val="FFFFFF"/>'), "white text on white"),
        (in_header("unseen", '<w:color w:val="FEFEFD"/>'), "white text on white"),
        (in_header("unseen", '<w:color w:val="auto" w:themeColor="background1"/>'), "white text on white"),
        (in_header("unseen", '<w:sz w:val="2"/>'), "too small"),
        (in_header("un\u200bseen"), "signs that nobody sees"),
        (FIELD, "the field “FILENAME”"),
        ('<w:fldSimple w:instr=" AUTHOR "><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>', "the field “AUTHOR”"),
        ('<w:fldSimple w:instr="USERNAME \\* Upper"/></w:p>', "the field “USERNAME”"),
        ('<w:fldSimple w:instr="INCLUDETEXT &quot;C:\\x.docx&quot;"/></w:p>', "the field “INCLUDETEXT”"),
        ('<w:moveTo w:id="1" w:author="x"><w:r><w:t>x</w:t></w:r></w:moveTo></w:p>', "tracked changes"),
    ],
)
def test_what_nobody_sees_in_a_letterhead_is_refused(
    tmp_path: Path, part: str, after: str, says: str
) -> None:
    with pytest.raises(BriefError, match=says):
        docx_bytes(SAID, MADE_AT, head(tmp_path, after, part=part))


def test_text_hidden_by_its_style_is_refused(tmp_path: Path) -> None:
    style = (
        '<w:style w:type="character" w:styleId="Base"><w:name w:val="Base"/>'
        "<w:rPr><w:vanish/></w:rPr></w:style>"
        '<w:style w:type="character" w:styleId="Own"><w:name w:val="Own"/>'
        '<w:basedOn w:val="Base"/></w:style></w:styles>'
    )
    path = head(tmp_path, in_header("unseen", '<w:rStyle w:val="Own"/>'))
    with pytest.raises(BriefError, match="hidden text"):
        docx_bytes(SAID, MADE_AT, changed(path, "word/styles.xml", "</w:styles>", style))


@pytest.mark.parametrize(
    "after",
    [
        in_header("seen", '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="0B3D6E"/>'),
        in_header("seen", '<w:color w:val="0B3D6E"/><w:sz w:val="12"/>'),
        in_header("seen", '<w:vanish w:val="0"/>'),
        '<w:fldSimple w:instr="PAGE \\* Arabic"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>',
        '<w:fldSimple w:instr="STYLEREF &quot;Heading 1&quot;"/></w:p>',
    ],
)
def test_what_is_seen_in_a_letterhead_is_kept(tmp_path: Path, after: str) -> None:
    content = docx_bytes(SAID, MADE_AT, head(tmp_path, after))
    assert re.sub(r"\s*rsid\w*=\"\w+\"", "", after[:30]) in unzipped(content)["word/header1.xml"].decode()


@pytest.mark.parametrize("part", ["word/header1.xml", "word/footer1.xml"])
@pytest.mark.parametrize(
    "after",
    [
        in_header("by Aram Petrosyan"),
        f"<w:r><w:t>by Ar</w:t></w:r><w:r><w:t>am Petro</w:t></w:r>{in_header('syan')}",
        in_header(" Արամ Պետրոսյանի կողմից"),
        in_header("contact: aram.petrosyan@example.org"),
        "</w:p><w:p><w:r><w:t>Петросян А.</w:t></w:r></w:p>",
    ],
)
def test_a_name_on_the_identity_list_in_a_letterhead_stops_the_brief(
    tmp_path: Path, part: str, after: str
) -> None:
    path = head(tmp_path, after, part=part)
    with pytest.raises(BriefLeakError, match=rf"a name on the identity list: in {part}") as caught:
        write_brief(SAID, tmp_path / "brief.docx", MADE_AT, path, IDENTITY)
    assert "etrosyan" not in str(caught.value)
    assert not (tmp_path / "brief.docx").exists()


def test_a_name_in_what_a_picture_is_called_stops_the_brief(tmp_path: Path) -> None:
    path = changed(
        letterhead(tmp_path / "head.docx"), "word/header1.xml", 'name="Picture 1"',
        'name="Seal" descr="Petrosyan, Aram"',
    )  # fmt: skip
    with pytest.raises(BriefLeakError, match="identity list"):
        write_brief(SAID, tmp_path / "brief.docx", MADE_AT, path, IDENTITY)


def test_properties_comments_and_controls_of_a_letterhead_stay_behind(tmp_path: Path) -> None:
    path = letterhead(tmp_path / "head.docx", body=("{{brief}}",))
    changed(
        path,
        "docProps/core.xml",
        "</cp:coreProperties>",
        f"<cp:keywords>{SECRET}</cp:keywords></cp:coreProperties>",
    )
    control = (
        f'<w:sdt><w:sdtPr><w:alias w:val="{SECRET}"/><w:tag w:val="{SECRET}"/></w:sdtPr>'
        "<w:sdtContent><w:p><w:r><w:t>Office</w:t></w:r></w:p></w:sdtContent></w:sdt></w:hdr>"
    )
    changed(path, "word/header1.xml", "</w:hdr>", control)
    changed(path, "word/theme/theme1.xml", 'name="', f'name="{SECRET}')
    parts = unzipped(docx_bytes(SAID, MADE_AT, path))
    assert not [name for name, own in parts.items() if SECRET.encode() in own]
    assert b"Office" in parts["word/header1.xml"]


def test_a_picture_that_cannot_be_cleaned_is_refused(tmp_path: Path) -> None:
    path = letterhead(tmp_path / "head.docx")
    changed(path, "word/_rels/header1.xml.rels", "media/image1.png", "media/image1.emf")
    changed(
        path,
        "[Content_Types].xml",
        'Extension="png" ContentType="image/png"',
        'Extension="emf" ContentType="image/x-emf"',
    )
    from zipfile import ZipFile  # noqa: PLC0415

    with ZipFile(path, "a") as archive:
        archive.writestr("word/media/image1.emf", b"made by ana")
    with pytest.raises(BriefError, match="save it as PNG"):
        docx_bytes(SAID, MADE_AT, path)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.css", "p { opacity: 0 }"),
        ("a.css", "p { opacity: .01; }"),
        ("a.css", "p { font-size: 0 }"),
        ("a.css", "p { font-size: 1px; }"),
        ("a.css", "p { color: transparent }"),
        ("a.css", "p { color: rgba(0, 0, 0, 0) }"),
        ("a.css", ".limit { color: #fff }"),
        ("a.css", ".limit { color: white; font-weight: bold }"),
        ("a.css", "p { text-indent: -9999px }"),
        ("a.css", "p { position: absolute; left: -9999px }"),
        ("a.css", "p { height: 0; overflow: scroll }"),
        ("a.css", "p { clip-path: inset(50%) }"),
        ("a.css", r"p { d\69 splay: none }"),
        ("a.css", r"p { dis\play: none }"),
        ("a.css", "p::after { content: '\u200bx' }"),
        ("a.html", "{{content}}{{marking}}<template>x</template>"),
        ("a.html", "{{content}}{{marking}}<p style='color:#FFFFFF'>x</p>"),
        ("a.md", "{{content}}{{marking}}\n\n[//]: # (by Ana)\n"),
        ("a.md", "{{content}}{{marking}}\n\n[a]: https://example.org 'by Ana'\n"),
        ("a.md", "{{content}}{{marking}}<!-- by Ana -->"),
    ],
)
def test_what_a_page_or_style_hides_is_refused(tmp_path: Path, name: str, text: str) -> None:
    own = tmp_path / name
    own.write_text(text, encoding="utf-8")
    with pytest.raises(BriefError, match="hides text"):
        (markdown_bytes if name.endswith(".md") else html_bytes)(every_block(), MADE_AT, own)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.css", r"body { background: u\72l(https://example.org/x.png) }"),
        ("a.css", r"body { background: \75\72\6c(https://example.org/x.png) }"),
        ("a.css", "body { background: image-set('https://example.org/x.png' 1x) }"),
        ("a.css", "body { background: url(data:image/svg+xml;base64,PHN2Zy8+) }"),
        ("a.css", "body { background: url( 'https://example.org/x.png' ) }"),
        ("a.html", "{{content}}{{marking}}<a href='https://example.org'>x</a>"),
        ("a.html", "{{content}}{{marking}}<meta http-equiv='refresh' content='0'>"),
        ("a.html", "{{content}}{{marking}}<table background=x.png>"),
        ("a.html", "{{content}}{{marking}}<img src='&#104;ttps://example.org'>"),
        ("a.md", "{{content}}{{marking}}![](https://example.org/x.png)"),
        ("a.md", "{{content}}{{marking}}![a][b]"),
        ("a.md", "{{content}}{{marking}}<img src=https://example.org/x.png>"),
    ],
)
def test_what_a_page_or_style_loads_is_refused(tmp_path: Path, name: str, text: str) -> None:
    own = tmp_path / name
    own.write_text(text, encoding="utf-8")
    with pytest.raises(BriefError, match="loads or runs"):
        (markdown_bytes if name.endswith(".md") else html_bytes)(every_block(), MADE_AT, own)


def test_pictures_in_a_style_lose_what_they_say_of_their_maker_and_comments_go(tmp_path: Path) -> None:
    own = tmp_path / "a.css"
    seal = b64encode(logo()).decode("ascii")
    own.write_text(f"/* by Ana */ body {{ background: url(data:image/png;base64,{seal}) }}", encoding="utf-8")
    page = html_bytes(every_block(), MADE_AT, own).decode("utf-8")
    assert "Ana" not in page
    picture = b64decode(re.findall("base64,([A-Za-z0-9+/=]+)", page)[0])
    assert b"tEXt" in logo()
    assert b"tEXt" not in picture
    assert picture.endswith(b"IEND\xaeB`\x82")


def test_names_in_a_page_of_ones_own_stop_the_brief(tmp_path: Path) -> None:
    own = tmp_path / "a.md"
    own.write_text("{{content}}{{marking}}\n\nContact: **Ara**m Petrosyan", encoding="utf-8")
    with pytest.raises(BriefLeakError, match="identity list"):
        write_brief(SAID, tmp_path / "brief.md", MADE_AT, own, ("Ara Petrosyan",))
    own = tmp_path / "a.html"
    own.write_text("{{content}}{{marking}}<p>A<b>ram</b> <i>Petro</i>syan</p>", encoding="utf-8")
    with pytest.raises(BriefLeakError, match="identity list"):
        write_brief(SAID, tmp_path / "brief.html", MADE_AT, own, IDENTITY)


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("#set document(", '#set document(author: "Ana")\n#set document(', "writes Author into the file"),
        ("#set document(", '#set document(keywords: ("secret",))\n#set document(', "writes Keywords"),
        (
            "    title(said(",
            '    text(fill: white, "unseen")\n    title(said(',
            "hides text on page 1 (“unseen”)",
        ),
        ("    title(said(", '    text(size: 1pt, "unseen")\n    title(said(', "hides text on page 1"),
        (
            "    title(said(",
            '    text(fill: rgb(0, 0, 0, 0), "unseen")\n    title(said(',
            "hides text on page 1",
        ),
    ],
)
def test_what_a_page_of_typst_hides_is_refused(tmp_path: Path, before: str, after: str, says: str) -> None:
    own = ministry_typ(tmp_path / "ours.typ")
    own.write_text(own.read_text("utf-8").replace(before, after, 1), "utf-8")
    with pytest.raises(BriefError, match=re.escape(says)):
        pdf_bytes(every_block(), MADE_AT, own)


def test_names_on_a_page_of_typst_stop_the_brief(tmp_path: Path) -> None:
    own = ministry_typ(tmp_path / "ours.typ")
    own.write_text(own.read_text("utf-8").replace(NAME, "Aram Petrosyan"), "utf-8")
    with pytest.raises(BriefLeakError, match="identity list: on page 1"):
        write_brief(SAID, tmp_path / "brief.pdf", MADE_AT, own, IDENTITY)


@pytest.mark.parametrize("kind", ["position", "comparison"])
def test_nothing_of_the_bundled_page_is_unseen(kind: str) -> None:
    assert list(unseen_text(pdf_bytes(sample_document(kind, "team"), MADE_AT))) == []


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(("template", "suffix"), [(".docx", ".docx"), (".typ", ".pdf"), (".css", ".html"),
                                                  (".html", ".html"), (".md", ".md")])  # fmt: skip
def test_the_templates_of_a_ministry_carry_the_words_and_the_marking(
    tmp_path: Path, template: str, suffix: str, language: str
) -> None:
    document = in_language("comparison", language)
    own, out = MAKERS[template](tmp_path / f"ours{template}"), tmp_path / f"brief{suffix}"
    write_brief(document, out, MADE_AT, own, IDENTITY)
    content = out.read_bytes()
    said = bare(plain_text(document))
    if suffix == ".docx":
        assert bare("".join(docx_lines(content)[1:-1])) == said
    elif suffix == ".html":
        assert said in html_words(content)
    elif suffix == ".pdf":
        for page in pdf_pages(content):
            # The reader turns the words of lines from right to left.
            assert set(document.marking) <= set(page) if language == "ar" else document.marking in page
        assert set(said) <= set(bare(pdf_words(content)))
    text = content.decode("utf-8", errors="ignore")
    assert "Ana" not in text
    assert suffix not in (".md", ".html") or document.marking in text
    assert suffix != ".md" or (
        f"# {plain(document.title)}" in re.sub("[\u2066-\u2069]", "", text) and ADDRESS in text
    )


def test_lines_above_and_below_end_where_the_text_of_each_section_ends(tmp_path: Path) -> None:
    own = ministry_docx(tmp_path / "ours.docx")
    word = docx.Document(BytesIO(docx_bytes(in_language("comparison", "en"), MADE_AT, own)))
    assert len(word.sections) == 2
    for section in word.sections:
        width = section.page_width - section.left_margin - section.right_margin
        for margin in (section.header, section.footer):
            stops = [own for own in margin._element.iter(qn("w:tab")) if own.get(qn("w:pos"))]
            assert int(stops[-1].get(qn("w:pos"))) * 635 == pytest.approx(width, rel=0.01)
            assert "TLP:AMBER+STRICT" in "".join(own.text for own in margin.paragraphs)
        assert list(section.header._element.iter(qn("w:drawing")))
