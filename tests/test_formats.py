"""PDF, Word, e-books, feeds, tables and archives, made here; and what hostile ones may not do."""

import time
import tracemalloc
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from core.errors import ReadError
from core.model import Document
from core.pipeline import extract
from core.readers import ENDINGS, read
from core.readers.source import LIMIT
from core.table import row

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def packed(path: Path, files: Mapping[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content, zipfile.ZIP_STORED if name == "mimetype" else None)
    return path


def pdf(pages: list[str], encrypted: bool = False) -> bytes:
    """A PDF with these lines on its pages."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for page in pages:
        shown = " ".join(f"({line}) Tj 0 -14 Td" for line in page.split("\n"))
        stream = f"BT /F1 12 Tf 72 700 Td {shown} ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        kids.append(f"{len(objects) + 1} 0 R")
        font = "/Resources << /Font << /F1 3 0 R >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] {font} /Contents {len(objects)} 0 R >>")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    body = "%PDF-1.4\n"
    starts = []
    for number, content in enumerate(objects, 1):
        starts.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{start:010} 00000 n \n" for start in starts)
    locked = (
        " /Encrypt << /Filter /Standard /V 1 /R 2 /O <" + "00" * 32 + "> /U <" + "11" * 32 + "> /P -4 >> /ID [<00><00>]"
        if encrypted
        else ""
    )
    trailer = f"trailer << /Size {len(starts) + 1} /Root 1 0 R{locked} >>\nstartxref\n{len(body)}\n%%EOF"
    return f"{body}xref\n0 {len(starts) + 1}\n0000000000 65535 f \n{table}{trailer}".encode("latin-1")


def docx(path: Path, body: str, **more: str) -> Path:
    parts = {"[Content_Types].xml": "<Types/>", "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>"}
    return packed(path, {**parts, **{name.replace("__", "/").replace("_", "."): content for name, content in more.items()}})


def epub(path: Path, chapters: list[str]) -> Path:
    items = "".join(f'<item id="c{n}" href="text/c%20{n}.xhtml" media-type="application/xhtml+xml"/>' for n in range(len(chapters)))
    spine = "".join(f'<itemref idref="c{n}"/>' for n in reversed(range(len(chapters))))
    files = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OPS/book.opf"/></rootfiles></container>',
        "OPS/book.opf": '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
        f"<dc:title>The pier</dc:title><dc:language>en-GB</dc:language></metadata>"
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>",
        **{f"OPS/text/c {n}.xhtml": f"<html><head><title>x</title></head><body>{words}</body></html>" for n, words in enumerate(chapters)},
    }
    return packed(path, files)


def one(path: Path) -> Document:
    (document,) = read(path)
    return document


def why(path: Path) -> str:
    """What is said of a file that cannot be read."""
    with pytest.raises(ReadError) as failed:
        list(read(path))
    assert str(failed.value).startswith(str(path))
    return str(failed.value).removeprefix(str(path))


def test_a_pdf_keeps_its_pages(tmp_path: Path) -> None:
    path = tmp_path / "pier.pdf"
    path.write_bytes(pdf(["The pier opened on 3 May 2019.", "Ada Moore closed it\nin June 2020.", "It was sold\non"]))
    document = one(path)
    assert document.text == "The pier opened on 3 May 2019.\n\nAda Moore closed it\nin June 2020.\n\nIt was sold\non"
    assert [document.text[start:].split()[0] for start in document.pages] == ["The", "Ada", "It"]
    assert [(told["edtf"], told["page"]) for told in map(row, extract(document))] == [("2019-05-03", 1), ("2020-06", 2)]


def test_a_scan_says_that_it_has_no_text(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(pdf(["", ""]))
    assert why(path) == " has no text: it is a scan; have its words recognised (OCR), and give that"
    notes: list[str] = []
    path.write_bytes(pdf(["The pier opened on 3 May 2019.", ""]))
    assert next(read(path, on_note=notes.append)).pages == (0, 32)
    assert "1 of 2 pages have no text" in notes[0]


def test_a_pdf_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    path = tmp_path / "bad.pdf"
    path.write_bytes(pdf(["Locked."], encrypted=True))
    assert "it needs a password; save a copy without" in why(path)
    path.write_bytes(b"%PDF-1.7\nnothing of a pdf")
    assert "it is damaged; print it to a new one" in why(path)


@pytest.mark.parametrize(("number", "said"), [(10_001, "has 10001 pages, more than 10000: split it"), (3_000, "")])
def test_long_pdfs_are_bounded(tmp_path: Path, number: int, said: str) -> None:
    path = tmp_path / "long.pdf"
    path.write_bytes(pdf([f"Page {n}."[: 9 if number > 10_000 else None] for n in range(number)]))
    start = time.process_time()
    if said:
        assert said in why(path)
    else:
        assert len(one(path).pages) == number
    assert time.process_time() - start < 20


def test_a_word_document_is_its_paragraphs(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>The pier opened</w:t></w:r><w:r><w:tab/><w:t>on 3 May 2019.</w:t></w:r></w:p>"
        "<w:p><w:del><w:r><w:delText>It burnt down. </w:delText></w:r></w:del><w:r>"
        "<w:instrText>PAGE</w:instrText><w:t>It closed.</w:t></w:r></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>June 2020</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    title = '<p xmlns:dc="urn:dc"><dc:title>The pier</dc:title></p>'
    notes = f"<w:footnotes {W}><w:footnote><w:p><w:r><w:t>So Ada Moore.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    document = one(docx(tmp_path / "pier.docx", body, docProps__core_xml=title, word__footnotes_xml=notes))
    assert document.text == "The pier opened\ton 3 May 2019.\n\nIt closed.\n\nJune 2020\n\nSo Ada Moore."
    assert document.title == "The pier"


def test_a_book_is_read_along_its_spine(tmp_path: Path) -> None:
    document = one(
        epub(tmp_path / "book.epub", ["<p>It closed.</p>", "<h1>One</h1><p>The <i>pier</i> opened.<br/>Alas.</p><script>no</script>"])
    )
    assert document.text == "One\n\nThe pier opened.\nAlas.\n\nIt closed."
    assert (document.title, document.tongue) == ("The pier", "en")


RSS = """<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>The Example</title><language>en-gb</language>
<item><title>Pier opens</title><link>https://example.org/1</link><guid>one</guid><pubDate>Fri, 03 May 2019 22:00:00 -0400</pubDate>
<description>Short.</description>
<content:encoded><![CDATA[<p>The pier opened <b>today</b>.</p><script>x</script>]]></content:encoded></item>
<item><title></title></item><item><title>Pier closes</title><pubDate>someday</pubDate></item></channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title>The Example</title><entry><title>Pier &amp; sea</title>
<link rel="self" href="https://example.org/self"/><link href="https://example.org/2"/><id>urn:2</id><published>2019-05-03T08:00:00Z</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It opened.</p></div></content></entry></feed>"""


def test_a_feed_is_a_document_an_entry(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(RSS)
    errors: list[ReadError] = []
    (document,) = read(path, on_error=errors.append)
    assert (document.id, document.text) == ("feed:one", "Pier opens\n\nThe pier opened today.")
    assert (document.published and document.published.edtf, document.title) == ("2019-05-03", "Pier opens")
    assert (document.publisher, document.url) == ("The Example", "https://example.org/1")
    assert ["entry 2 is empty" in str(errors[0]), "entry 3: published" in str(errors[1])] == [True, True]
    path.write_text(ATOM)
    document = one(path)
    assert (document.text, document.url) == ("Pier & sea\n\nIt opened.", "https://example.org/2")
    path.write_text("<html/>")
    assert "is no feed: it begins with <html>" in why(path)


def test_a_table_is_a_document_a_row(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text('ID;Headline;Date;Body\n7;Pier opens;3 May 2019;"The pier; at last,\nopened."\n\n;Gone;;""\n', "utf-8-sig")
    errors: list[ReadError] = []
    (document,) = read(path, on_error=errors.append)
    assert (document.id, document.title, document.text) == ("7", "Pier opens", "The pier; at last,\nopened.")
    assert document.published and document.published.edtf == "2019-05-03"
    assert "row 3 is empty" in str(errors[0])
    path.write_text("name,alias\nAda,A\n")
    assert "has no column of texts: call it 'text' (there are: name, alias)" in why(path)


def test_an_archive_is_read_as_its_files(tmp_path: Path) -> None:
    files = {
        "2019/pier.txt": "The pier opened.",
        "2019/rows.csv": "id,text\nr,It closed.\n",
        "pier.pdf": pdf(["Sold."]),
        "picture.png": b"\x89PNG",
        "__MACOSX/._pier.txt": "no",
        "inner.zip": b"PK",
        "empty.txt": "",
    }
    errors: list[ReadError] = []
    documents = list(read(packed(tmp_path / "all.zip", files), on_error=errors.append))
    assert [(d.id, d.text) for d in documents] == [("all/2019/pier", "The pier opened."), ("r", "It closed."), ("all/pier", "Sold.")]
    assert [str(e).partition(", ")[2] for e in errors] == ["empty.txt is empty: it has no text to read"]


def test_what_a_file_is_follows_from_its_first_bytes_too(tmp_path: Path) -> None:
    for path in (
        epub(tmp_path / "book.epub", ["<p>The pier opened.</p>"]),
        docx(tmp_path / "pier.docx", "<w:p><w:r><w:t>The pier opened.</w:t></w:r></w:p>"),
        packed(tmp_path / "all.zip", {"pier.txt": "The pier opened."}),
    ):
        bare = path.rename(path.with_suffix(""))
        assert one(bare).text == "The pier opened."
    (tmp_path / "paper").write_bytes(pdf(["The pier opened."]))
    (tmp_path / "feed").write_text(ATOM)
    assert [one(tmp_path / name).text[:4] for name in ("paper", "feed")] == ["The ", "Pier"]


@pytest.mark.parametrize("name", ["../../evil.txt", "/etc/evil.txt", "C:\\evil.txt", "a/../../evil.txt"])
def test_a_path_that_leads_out_of_an_archive_is_left_out(tmp_path: Path, name: str) -> None:
    path = packed(tmp_path / "evil.zip", {name: "The pier opened.", "good.txt": "It closed."})
    errors: list[ReadError] = []
    assert [d.id for d in read(path, on_error=errors.append)] == ["evil/good"]
    assert "holds a path that leads out of it" in str(errors[0])
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["evil.zip"]


@pytest.mark.parametrize(("ending", "inner"), [(".zip", "pier.txt"), (".docx", "word/document.xml"), (".epub", "META-INF/container.xml")])
def test_a_bomb_is_left_alone(tmp_path: Path, ending: str, inner: str) -> None:
    path = packed(tmp_path / f"bomb{ending}", {inner: b" " * 300_000_000})
    assert path.stat().st_size < 1_000_000
    tracemalloc.start()
    try:
        said = why(path)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert "unpacks to" in said
    assert peak < LIMIT + 20_000_000  # a buffer for the largest file is set aside, and no more


def test_an_archive_that_lies_of_its_sizes_is_bounded(tmp_path: Path) -> None:
    path = packed(tmp_path / "liar.zip", {"pier.txt": b"x" * 5_000_000})
    lied = path.read_bytes().replace((5_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    path.write_bytes(lied)
    assert "cannot be unpacked" in why(path) or "pier.txt" in why(path)


LAUGHS = '<!DOCTYPE r [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {name} "{f"&{before};" * 50}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize("shape", ["docx", "epub", "rss"])
def test_entities_are_not_followed(tmp_path: Path, shape: str) -> None:
    secret = tmp_path / "secret"
    secret.write_text("TOP SECRET")
    outside = f'<!ENTITY x SYSTEM "{secret.as_uri()}">'
    start = time.process_time()
    if shape == "rss":
        path = tmp_path / "feed.rss"
        path.write_text(f"{LAUGHS}{outside}]><rss><channel><item><title>Pier &i; &x;</title></item></channel></rss>")
    elif shape == "docx":
        words = f"{LAUGHS}{outside}]><w:document {W}><w:p><w:r><w:t>Pier &i; &x;</w:t></w:r></w:p></w:document>"
        path = packed(tmp_path / "pier.docx", {"word/document.xml": words})
    else:
        path = epub(tmp_path / "book.epub", ["<p>Pier.</p>"])
        with zipfile.ZipFile(path) as archive:
            files = {name: archive.read(name).decode() for name in archive.namelist()}
        files["OPS/text/c 0.xhtml"] = f"{LAUGHS}{outside}]><html><body><p>Pier &i; &x;</p></body></html>"
        path = packed(path, files)
    try:
        text = one(path).text
    except ReadError:
        text = ""
    assert "SECRET" not in text and len(text) < 10_000
    assert time.process_time() - start < 5


@pytest.mark.parametrize("ending", [".pdf", ".docx", ".epub", ".zip", ".rss", ".csv"])
@pytest.mark.parametrize(
    "content", [b"\0\1\2" * 999, b"PK\3\4" + b"\0" * 40, b"<", b"%PDF-", b"a"], ids=["binary", "zip", "xml", "pdf", "a"]
)
def test_rubbish_is_said_in_one_line(tmp_path: Path, ending: str, content: bytes) -> None:
    path = tmp_path / f"bad{ending}"
    path.write_bytes(content)
    assert "\n" not in why(path)


def test_every_cut_of_an_archive_is_said(tmp_path: Path) -> None:
    whole = docx(tmp_path / "whole.docx", "<w:p><w:r><w:t>The pier opened.</w:t></w:r></w:p>").read_bytes()
    path = tmp_path / "cut.docx"
    for end in range(0, len(whole), 13):
        path.write_bytes(whole[:end])
        assert "\n" not in why(path)


def test_each_ending_has_its_reader() -> None:
    assert {".pdf", ".docx", ".epub", ".csv", ".tsv", ".rss", ".atom", ".xml", ".zip"} <= {*ENDINGS}
