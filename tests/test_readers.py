"""Files, folders and standard input become documents; what cannot be read is said, and the rest goes on."""

import io
import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import ReadError
from core.model import Document
from core.readers import ENDINGS, READERS, read, source
from core.readers.text import front_matter
from core.when import When

FRONT = """---
title: The talks
publisher: 'Morning: News'
url: https://example.org/a
published: 12 October 2021
language: en-GB
licence: CC0
tags: [a, b]
---
"""


class Heard:
    """Reads, and keeps what was said on the way."""

    def __init__(self, *inputs: str | Path, published: When | None = None) -> None:
        self.errors: list[str] = []
        self.notes: list[str] = []
        read_on = read(*inputs, published=published, on_error=lambda e: self.errors.append(str(e)), on_note=self.notes.append)
        self.documents: list[Document] = list(read_on)
        assert all("\n" not in line for line in self.errors + self.notes)


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_the_text_is_what_stands_in_the_file(tmp_path: Path) -> None:
    content = "\ufeff" + FRONT.replace("\n", "\r\n") + "On 9 May\r\nhe left.\r 😀\n"
    (document,) = read(write(tmp_path / "talks.txt", content))
    assert document.text == content
    assert document.text[document.body :] == "On 9 May\r\nhe left.\r 😀\n"


def test_front_matter_is_read(tmp_path: Path) -> None:
    (document,) = read(write(tmp_path / "talks.md", FRONT + "Words."))
    assert (document.id, document.title, document.publisher, document.url) == (
        "talks",
        "The talks",
        "Morning: News",
        "https://example.org/a",
    )
    assert (document.published, document.published_source) == (When("2021-10-12"), "front matter")
    assert (document.language, document.licence) == ("en-GB", "CC0")
    assert document.sha256 and len(document.sha256) == 64


def test_the_caller_knows_better(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "---\npublished: last week\n---\nWords.")
    (document,) = read(path, published=When("2020"), published_source="given on the command line")
    assert (document.published, document.published_source) == (When("2020"), "given on the command line")


@pytest.mark.parametrize(
    "text",
    [
        "Words.",
        "---\n\nA break before, none after.",
        "---\nA paragraph between breaks.\n---\nMore.",
        "--- \nA dash.\n",
        "----\ntitle: x\n----\n",
        "",
    ],
)
def test_what_only_looks_like_front_matter_is_text(text: str) -> None:
    assert front_matter(text, "a.txt") == ({}, 0)


@pytest.mark.parametrize(
    ("front", "why"),
    [
        ("---\ntitle: x\nWords without an end.", "no line '---' ends it"),
        ("---\ntitle: x\npublisher: 'a': b\n---\nWords.", "in line 3"),
        ("\n---\ntitle: x: y\npublisher: 'a': b\n---\nWords.", "in line 4"),
        ("---\ntitle: [a\n---\nWords.", "broken front matter"),
        ("---\n- a\ntitle: b\n---\nWords.", "broken front matter"),
        ("---\n- title: b\n  x: [a: b]\ny: 1\n---\nWords.", "broken front matter"),
        ("---\npublished: [2020, 2021]\n---\nWords.", "'published' is no text"),
        ("---\npublished: soon\n---\nWords.", "published 'soon' is no date"),
        ("---\ntitle: " + "[" * 30000 + "\n---\nWords.", "broken front matter"),
        ("---\ntitle: x\n---\n \n", "is empty"),
    ],
)
def test_broken_front_matter_is_said(tmp_path: Path, front: str, why: str) -> None:
    good = write(tmp_path / "b.txt", "Words.")
    heard = Heard(write(tmp_path / "a.txt", front), good)
    assert [d.id for d in heard.documents] == ["b"]
    (error,) = heard.errors
    assert str(tmp_path / "a.txt") in error and why in error


@pytest.mark.parametrize(
    "title",
    [
        "Biscuit bid: up again",
        "Biscuit bid: it's up: 'again'",
        "What now:",
        "The bid: part [2",
        'Bid: "no" # 2',
        "Two: a & b",
        "Ends 10:30: late",
    ],
)
def test_a_plain_value_with_a_colon_reaches_to_the_end_of_its_line(tmp_path: Path, title: str) -> None:
    front = f"---\r\ntags:\r\n- name: x\r\nsubject: unknown: key\r\ntitle: {title} \r\npublished: 2024-05-02\r\n---\r\n"
    (document,) = Heard(write(tmp_path / "a.md", front + "Words.")).documents
    assert (document.title, document.published, document.text[document.body :]) == (title, When("2024-05-02"), "Words.")


@settings(deadline=None)
@given(st.text())
def test_any_beginning_is_front_matter_text_or_an_error(rest: str) -> None:
    text = "---\n" + rest
    try:
        _, body = front_matter(text, "a")
    except ReadError:
        return
    assert 0 <= body <= len(text)


def test_a_folder_is_read_in_order_with_what_is_below(tmp_path: Path) -> None:
    for name in ("b.txt", "a/x.md", "a/y.v2.txt", ".hidden.txt", ".git/z.txt", "a/data.bin", "UPPER.TXT"):
        write(tmp_path / name, "Words.")
    assert [d.id for d in read(tmp_path)] == ["UPPER", "b", "a/x", "a/y.v2"]


def test_what_is_not_there_is_said_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    write(tmp_path / "void.txt", " \n")
    good = write(tmp_path / "good.txt", "Words.")
    heard = Heard(tmp_path / "none.txt", tmp_path / "empty", tmp_path / "void.txt", good)
    assert [d.id for d in heard.documents] == ["good"]
    none, empty, void = heard.errors
    assert "none.txt: no such file" in none
    assert "empty holds no documents: it needs files ending in .txt" in empty
    assert "void.txt is empty" in void


def test_an_impossible_name_is_said(tmp_path: Path) -> None:
    heard = Heard(tmp_path / ("x" * 300), "", write(tmp_path / "a.txt", "Words."))
    assert len(heard.documents) == 1
    assert "file name too long" in heard.errors[0] and "without a name" in heard.errors[1]


def test_what_may_not_be_read_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "a.txt", "Words.")

    def refuse(self: Path, *_: object) -> None:  # root may read whatever its mode, so the refusal is made here
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "open", refuse)
    assert "not permitted" in Heard(path).errors[0]


def test_a_folder_that_may_not_be_entered_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "a.txt", "Words.")
    write(tmp_path / "shut/b.txt", "Words.")
    scan = os.scandir

    def scandir(path: str) -> object:
        if Path(path).name == "shut":
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", scandir)
    heard = Heard(tmp_path)
    assert [d.id for d in heard.documents] == ["a"]
    assert heard.errors == [f"{tmp_path / 'shut'}: not permitted to read it; check its permissions"]


def test_without_a_listener_an_error_is_raised(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"none\.txt: no such file"):
        list(read(tmp_path / "none.txt"))


def test_names_are_made_harmless(tmp_path: Path) -> None:
    heard = Heard(tmp_path / "a\nb\x1b[31m.txt")
    assert "a\ufffdb\ufffd[31m.txt" in heard.errors[0]
    write(tmp_path / os.fsdecode(b"caf\xe9.txt"), "Words.")
    (document,) = read(tmp_path)
    assert document.id == "caf\ufffd"


@pytest.mark.parametrize(
    ("text", "encoding", "said"),
    [
        ("Le 9 octobre 2021, le président français a été reçu à Genève.", "cp1252", "windows-1252"),
        ("Café on 9 May 2020.", "latin-1", "windows-1252"),
        ("“Quotes” on 9 May 2020 – it’s fine.", "cp1252", "windows-1252"),
        ("The talks were held on 9 October 2021 in Doha. " * 40 + "Müller said so.", "cp1252", "windows-1252"),
        ("Le président a été reçu à l’Élysée où il s’est déjà exprimé.", "cp1252", "windows-1252"),
        ("Dne 9. října 2021 se setkali v Praze. Příští týden žluťoučký kůň.", "cp1250", "windows-1250"),
        ("9 мая 2020 года в Москве состоялась встреча президентов.", "cp1251", "windows-1251"),
        ("9 мая 2020 года в Москве состоялась встреча президентов.", "koi8-r", "koi8-r"),
        ("2021年10月9日，双方在多哈会谈。", "gb18030", "gb18030"),
        ("Hello on 9 May 2020.", "utf-16", "utf-16"),
        ("Hello on 9 May 2020.", "utf-16-le", "utf-16-le"),
    ],
)
def test_another_encoding_is_found_and_said(tmp_path: Path, text: str, encoding: str, said: str) -> None:
    heard = Heard(write(tmp_path / "a.txt", text.encode(encoding)))
    assert [d.text for d in heard.documents] == [text]
    assert heard.notes == [f"{tmp_path / 'a.txt'} is not utf-8: it was read as {said}; save it as utf-8 if that looks wrong"]


def test_damaged_utf8_stays_utf8(tmp_path: Path) -> None:
    heard = Heard(write(tmp_path / "a.txt", "Äußerst öffentlich: früher, später.".encode() + b" cut \xe2\x82 here"))
    assert heard.documents[0].text == "Äußerst öffentlich: früher, später. cut \ufffd here"
    assert "damaged utf-8" in heard.notes[0]


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"%PDF-1.7\n\xb5\xb5\0\x01\x02",
        b"%PDF-1.4\n1 0 obj",
        b"PK\x03\x04\x14\0\x06\0",
        bytes(range(256)) * 20,
        b"Words\0 and more",
    ],
)
def test_binary_files_are_refused(tmp_path: Path, content: bytes) -> None:
    heard = Heard(write(tmp_path / "a.txt", content), write(tmp_path / "b.txt", "Words."))
    assert [d.id for d in heard.documents] == ["b"]
    assert "a.txt is a binary file" in heard.errors[0]


def test_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "LIMIT", 2**20)
    assert "larger than 1 MB" in Heard(write(tmp_path / "a.txt", b"x" * (2**20 + 1))).errors[0]


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_a_document_or_an_error(content: bytes) -> None:
    for reader in READERS.values():
        try:
            items = list(reader.read(source.Source("a", "a", io.BytesIO(content), lambda _: None)))
        except ReadError:
            continue
        for item in items:
            assert isinstance(item, ReadError) or item.text.encode()


PAGE = """<!DOCTYPE html><html lang="en-GB"><head><title>Talks &amp; more</title>
<meta property="article:published_time" content="2021-10-12T02:00:00+04:30"><meta property="og:site_name" content="The Site">
<script>document.write("<p>On 1 May 1999 evil happened.</p>")</script></head>
<body><nav>Home</nav><article><h1>Talks</h1><p>On <b>9 May 2020</b> they met in &lt;i&gt;Doha&lt;/i&gt;.</p>
<script>alert("3 June 2001")</script><p onclick="x()">They left on <a href="x">10 May</a>.</p></article></body></html>"""


def test_a_page_gives_its_article(tmp_path: Path) -> None:
    (document,) = read(write(tmp_path / "talks.html", PAGE))
    assert "On 9 May 2020 they met in <i>Doha</i>.\nThey left on 10 May." in document.text
    assert "1999" not in document.text and "2001" not in document.text and "onclick" not in document.text
    assert (document.id, document.title, document.publisher, document.language) == ("talks", "Talks", "The Site", "en-GB")
    assert (document.published, document.published_source) == (When("2021-10-12"), "page metadata (article:published_time)")


@pytest.mark.parametrize(
    ("head", "where"),
    [
        ('<meta name="DC.date.issued" content="12 October 2021">', "dc.date.issued"),
        ('<script type="application/ld+json">{"@graph": [{"datePublished": "2021-10-12T08:00:00Z"}]}</script>', "datePublished"),
        ('<script type="application/ld+json">{broken</script><meta name="date" content="2021-10-12">', "date"),
        ('<meta property="article:published_time" content="soon"><meta name="date" content="2021-10-12">', "date"),
    ],
)
def test_a_page_says_when_it_was_published(tmp_path: Path, head: str, where: str) -> None:
    path = write(tmp_path / "a.html", f"<html><head>{head}</head><body><p>They met on 9 May 2020 and left.</p></body></html>")
    (document,) = read(path)
    assert (document.published, document.published_source) == (When("2021-10-12"), f"page metadata ({where})")


def test_a_date_in_the_words_of_a_page_is_not_its_own(tmp_path: Path) -> None:
    (document,) = read(write(tmp_path / "a.html", "<html><body><p>They met on 9 May 2020 and left on 10 May 2020.</p></body></html>"))
    assert document.published is None


def test_a_page_declares_its_encoding(tmp_path: Path) -> None:
    page = '<html><head><meta charset="windows-1251"></head><body><p>Встреча прошла 9 мая 2020 года в городе.</p></body></html>'
    assert "9 мая 2020" in Heard(write(tmp_path / "a.html", page.encode("cp1251"))).documents[0].text


@pytest.mark.parametrize("charset", ["zip", "undefined", "unicode_escape", "idna", "utf-16", "utf-8", "none-such"])
def test_a_page_may_declare_nonsense(tmp_path: Path, charset: str) -> None:
    page = f'<html><head><meta charset="{charset}"></head><body><p>On 9 May 2020 they met in the café.</p></body></html>'
    assert Heard(write(tmp_path / "a.html", page.encode("cp1252"))).documents[0].text == "On 9 May 2020 they met in the café."


@pytest.mark.parametrize("page", ["<html><body><script>x</script></body></html>", "<html></html>", "<!-- -->"])
def test_a_page_without_words_is_said(tmp_path: Path, page: str) -> None:
    assert "a.html" in Heard(write(tmp_path / "a.html", page)).errors[0]


def test_json_lines(tmp_path: Path) -> None:
    rows = [
        {"id": "one", "text": "Words.\r\n\u2028x", "published": "2021-10-12", "title": "T", "publisher": "P", "url": "U", "language": "fr"},
        {"id": 7, "text": "More.", "published": None, "title": None, "more": [1]},
        {"text": "No id."},
    ]
    content = "\ufeff" + "\n\n".join(json.dumps(r, ensure_ascii=False) for r in rows)
    one, two, three = read(write(tmp_path / "docs.jsonl", content))
    assert (one.id, one.text, one.published, one.title, one.publisher) == ("one", "Words.\r\n\u2028x", When("2021-10-12"), "T", "P")
    assert (one.url, one.language, one.body) == ("U", "fr", 0)
    assert one.published_source == "the json line's 'published'"
    assert (two.id, two.published, two.title, two.language) == ("7", None, None, "en")
    assert three.id == "docs:5"


def test_broken_lines_are_said_and_the_others_done(tmp_path: Path) -> None:
    lines = [
        '{"id": "a", "text": "Words."}',
        '{"id": "b", "text": "Wor',
        "[]",
        '{"id": "c"}',
        '{"text": 5}',
        '{"text": " "}',
        '{"text": "x", "title": ["y"]}',
        '{"text": "x", "published": "soon"}',
        "[" * 100_000,
        '{"text": ' + "9" * 5000 + "}",
        '{"id": "z", "text": "Words."}',
    ]
    heard = Heard(write(tmp_path / "docs.jsonl", "\n".join(lines)))
    assert [d.id for d in heard.documents] == ["a", "z"]
    expected = [
        "no json",
        "no json object",
        "no text",
        "no text",
        "is empty",
        "'title' is no text",
        "'soon' is no date",
        "too deep",
        "number too long",
    ]
    for number, (error, why) in enumerate(zip(heard.errors, expected, strict=True), 2):
        assert f"docs.jsonl, line {number}" in error and why in error


def test_json_lines_in_another_encoding_say_so_once(tmp_path: Path) -> None:
    heard = Heard(write(tmp_path / "a.jsonl", '{"text": "They met in the café."}\n'.encode("cp1252") * 3))
    assert [d.text for d in heard.documents] == ["They met in the café."] * 3 and len(heard.notes) == 1
    assert "is utf-16: save it as utf-8" in Heard(write(tmp_path / "b.jsonl", '{"text": "x"}\n'.encode("utf-16"))).errors[0]


def test_half_a_surrogate_pair_becomes_one_character(tmp_path: Path) -> None:
    (document,) = read(write(tmp_path / "a.jsonl", r'{"id": "a\udfff", "text": "a\ud800b \ud83d\ude00"}'))
    assert (document.id, document.text) == ("a\ufffd", "a\ufffdb 😀")


def test_a_taken_id_gets_a_number(tmp_path: Path) -> None:
    write(tmp_path / "x/report.txt", "Words.")
    write(tmp_path / "y/report.md", "Words.")
    write(tmp_path / "z.jsonl", '{"id": "report-2", "text": "Words."}\n{"id": "report", "text": "Words."}')
    heard = Heard(tmp_path / "x/report.txt", tmp_path / "y/report.md", tmp_path / "z.jsonl")
    assert [d.id for d in heard.documents] == ["report", "report-2", "report-2-2", "report-3"]
    assert heard.notes[0] == "a second document is called report: it goes on as report-2"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("On Monday.", "On Monday."),
        ('{"text": "On Monday."}', "On Monday."),
        ("<html><body><p>On Monday.</p></body></html>", "On Monday."),
        ("{x}", "{x}"),
    ],
)
def test_standard_input_and_strange_endings_are_read_by_content(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: str, text: str
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(content.encode()))))
    (document,) = read("-")
    assert document.text.strip() == text and document.id.startswith("-")
    (document,) = read(write(tmp_path / "file.xyz", content))
    assert document.text.strip() == text


def test_every_ending_belongs_to_one_reader() -> None:
    assert len(ENDINGS) == sum(len(reader.accepts) for reader in READERS.values())


def test_front_matter_keys_count_in_any_case(tmp_path: Path) -> None:
    (document,) = Heard(write(tmp_path / "a.md", "---\nTitle: The pier\nPUBLISHED: 2021-10-12\n---\nIt fell on the 9th.")).documents
    assert (document.title, document.published) == ("The pier", When("2021-10-12"))


def test_front_matter_may_follow_blank_lines(tmp_path: Path) -> None:
    (document,) = Heard(write(tmp_path / "a.md", "\n\n---\ntitle: The pier\n---\nIt fell.")).documents
    assert (document.title, document.text[document.body :]) == ("The pier", "It fell.")


def test_front_matter_in_toml_is_no_text_and_is_said(tmp_path: Path) -> None:
    heard = Heard(write(tmp_path / "a.md", '+++\ntitle = "The pier"\ndate = 2021-10-12\n+++\nIt fell.'))
    (document,) = heard.documents
    assert document.text[document.body :] == "It fell."
    assert "between '+++' is not read" in heard.notes[0]


def test_files_with_the_same_text_are_read_once_where_that_is_asked_for(tmp_path: Path) -> None:
    write(tmp_path / "a.md", "---\ntitle: One\n---\nIt fell.\nOn Monday.\n")
    write(tmp_path / "b.md", "---\npublished: 2021-10-12\n---\n\nIt fell.\r\nOn Monday.")
    write(tmp_path / "c.md", "It fell.\nOn Tuesday.\n")
    heard: list[str] = []
    assert [d.id for d in read(tmp_path, once=True, on_note=heard.append)] == ["a", "c"]
    assert heard == [f"{tmp_path / 'b.md'}: the same text as {tmp_path / 'a.md'}; read once"]
    assert [d.id for d in read(tmp_path)] == ["a", "b", "c"]


def test_ids_are_the_same_whether_repeated_texts_count_or_not(tmp_path: Path) -> None:
    for folder, text in (("1", "It fell."), ("2", "It fell."), ("3", "It rose.")):
        (tmp_path / folder).mkdir()
        write(tmp_path / folder / "a.txt", text)
    folders = [tmp_path / folder for folder in "123"]
    assert [d.id for d in read(*folders)] == ["a", "a-2", "a-3"]
    assert [d.id for d in read(*folders, once=True)] == ["a", "a-3"]


def test_records_of_json_lines_all_count(tmp_path: Path) -> None:
    lines = write(tmp_path / "two.jsonl", '{"id": "x", "text": "It fell."}\n{"id": "y", "text": "It fell."}\n{"text": "It fell."}\n')
    assert [d.id for d in read(lines, once=True)] == ["x", "y", "two:3"]
