"""Exports read back, and files appear whole or not at all."""

import csv
import io
import json
import re
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import WriteError
from core.exporters import EXPORTERS, TAGGERS, whole
from core.exporters.csv import FORMULA, cell
from core.model import Document
from core.table import KEYS, row, table
from core.timex import timexes
from core.when import When
from tests.made import DOCUMENT, event, timex


def written(name: str, rows: Iterable[Any]) -> str:
    stream = io.BytesIO()
    {**EXPORTERS, "timeml": TAGGERS["timeml"]}[name].write(rows, stream)
    return stream.getvalue().decode("utf-8")


def test_json_lines_read_back() -> None:
    made = row(event("9 May 2020", "2020-05-09", label='a "b"\n\u2028 \x85 ü \ud800'))
    text = written("jsonl", [made, made])
    assert len(text.splitlines()) == 2  # splitlines takes U+2028 and U+0085 for line ends too
    assert [json.loads(line) for line in text.splitlines()] == [made, made]
    assert "ü" in text


def test_a_table_can_be_written_as_it_is() -> None:
    events = [event("9 May 2020", "2020-05-09"), event("44 BC", "-0043/..")]
    for name in EXPORTERS:
        assert written(name, table(events, [DOCUMENT]).to_dict("records")) == written(name, map(row, events))


def test_csv_reads_back() -> None:
    made = event("9 May 2020", "2020-05-09", label='a "b",\nc')
    (back,) = csv.DictReader(io.StringIO(written("csv", [row(made)]), newline=""))
    assert tuple(back) == KEYS
    assert (back["label"], back["actors"], back["approximate"], back["anchor"]) == ('a "b",\nc', "Ada; Bo", "false", "")
    assert json.loads(back["timexes"])[0]["text"] == "9 May 2020"
    assert written("csv", []).strip() == ",".join(KEYS)


@settings(deadline=None)
@given(st.sampled_from(FORMULA), st.text())
def test_no_cell_is_a_formula(first: str, rest: str) -> None:
    made = row(event("9 May 2020", "2020-05-09", label=first + rest, actors=(first + rest, "Bo")))
    stream = io.BytesIO()
    EXPORTERS["csv"].write([made], stream)
    (back,) = list(csv.reader(io.StringIO(stream.getvalue().decode(), newline="")))[1:]
    assert not [text for text in back if text.startswith(FORMULA) and not re.fullmatch("-[0-9]+", text)]
    assert cell(first + rest).removeprefix("'") == (first + rest).replace("\0", "\ufffd")


@pytest.mark.parametrize(
    ("value", "written"),
    [("-0752", "-0752"), ("-0043-03-15", "'-0043-03-15"), ("-0058/-0049", "'-0058/-0049"), ("-1+1", "'-1+1"), ("-٣", "'-٣"), ("+1", "'+1")],
)
def test_a_year_before_christ_is_no_formula_and_a_day_of_it_is_not_reckoned_out(value: str, written: str) -> None:
    assert cell(value) == written


def tagged_text(text: str) -> str:
    (element,) = ElementTree.fromstring(text).iter("TEXT")
    return "".join(element.itertext())


def test_timeml_of_an_undated_document_has_no_creation_time() -> None:
    root = ElementTree.fromstring(written("timeml", [(Document("a", "It fell."), [])]))
    assert root.find("DCT") is None and root.findtext("TEXT") == "It fell."


def test_timeml_holds_the_text_and_its_expressions() -> None:
    text = written("timeml", [(DOCUMENT, [timex("9 May 2020", "2020-05-09"), timex("44 BC", "-0043", mod="APPROX", anchor="2021")])])
    root = ElementTree.fromstring(text)
    assert root.tag == "TimeML" and root.findtext("DOCID") == "made/one"
    assert root.find("DCT/TIMEX3").attrib["value"] == "2021-10-12"  # type: ignore[union-attr]
    first, second = root.findall("TEXT/TIMEX3")
    assert (first.text, first.attrib) == ("9 May 2020", {"tid": "t1", "type": "DATE", "value": "2020-05-09"})
    assert second.attrib == {"tid": "t2", "type": "DATE", "value": "-0043", "mod": "APPROX", "temporalFunction": "true"}
    assert tagged_text(text) == DOCUMENT.text


def test_a_range_has_its_two_ends_in_timeml() -> None:
    ends = (timex("9", "2020-05-09"), timex("May", "2020-05"))
    root = ElementTree.fromstring(written("timeml", [(DOCUMENT, [timex("9 May 2020", "2020-05-09/2020-05", ends=ends)])]))
    outer, low, high = root.findall("TEXT/TIMEX3")
    assert (outer.attrib["beginPoint"], outer.attrib["endPoint"]) == (low.attrib["tid"], high.attrib["tid"]) == ("t2", "t3")
    assert low.text is high.text is None


def test_several_documents_are_one_xml_document() -> None:
    assert [child.tag for child in ElementTree.fromstring(written("timeml", [(DOCUMENT, [])] * 3))] == ["TimeML"] * 3
    assert list(ElementTree.fromstring(written("timeml", []))) == []


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["on 9 May 2020", "\r\n", "<b>", "&amp;", "\0", "\x1b", "\ud800", "]]>", "yesterday", " from 9 to 10 June ", "é", "😀"]
        )
    )
)
def test_timeml_is_well_formed_and_keeps_every_offset(parts: list[str]) -> None:
    document = Document("a\0<", " ".join(parts), When("2021-10-12"))
    text = tagged_text(written("timeml", [(document, timexes(document))]))
    assert len(text) == len(document.text)
    assert all(a == b or a == "\ufffd" for a, b in zip(text, document.text, strict=True))


def test_a_file_appears_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    with whole(path) as stream:
        stream.write(b"new")
        assert not path.exists()
    assert path.read_bytes() == b"new" and [p.name for p in tmp_path.iterdir()] == ["out.csv"]


def test_what_fails_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_text("old")
    path.chmod(0o640)
    with pytest.raises(ZeroDivisionError), whole(path) as stream:
        stream.write(b"new")
        1 / 0  # noqa: B018
    assert path.read_text() == "old" and [p.name for p in tmp_path.iterdir()] == ["out.csv"]
    with whole(path) as stream:
        stream.write(b"new")
    assert path.read_text() == "new" and stat.S_IMODE(path.stat().st_mode) == 0o640


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    for path in (tmp_path / "none" / "out.csv", tmp_path):
        with pytest.raises(WriteError, match="cannot be written"), whole(path) as stream:
            stream.write(b"new")
    assert list(tmp_path.iterdir()) == []


def test_a_link_stays_a_link_and_a_device_a_device(tmp_path: Path) -> None:
    target = tmp_path / "target.csv"
    target.write_text("old")
    (tmp_path / "link.csv").symlink_to(target)
    with whole(tmp_path / "link.csv") as stream:
        stream.write(b"new")
    assert (tmp_path / "link.csv").is_symlink() and target.read_text() == "new"
    with whole(Path("/dev/null")) as stream:
        stream.write(b"new")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


def test_a_full_disk_is_said() -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no /dev/full")
    with pytest.raises(WriteError, match="no space left"), whole(full) as stream:
        stream.write(b"new")
