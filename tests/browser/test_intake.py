"""Documents that come in many at once, or into an empty library: what the screen says, and what it means to stop."""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, expect

from tests.browser.conftest import serve
from tests.browser.visitor import Visitor

SENTENCES = 20
LONG_WORK = 2000
WORDY = "The board of Ostby heard for three weeks what its clerks had to say about the harbour and its ships. " * 200
"""So many documents with this in each, which takes long to read and tells no event: more than is read while two pages are opened and a
button is pressed."""


@pytest.fixture
def bare(chromium: Path, tmp_path: Path) -> Iterator[str]:
    """The address of a dashboard on a library of its own, with nothing in it."""
    yield from serve("--library", tmp_path / "library.db")


def letter(number: int, sentences: int = SENTENCES) -> str:
    """A document with an event in each sentence, of which no other tells."""
    town = "Ost" + "".join("abcdefghij"[int(digit)] for digit in str(number))
    days = (f"On {1 + number % 28} May {1900 + at} the board of {town} met. " for at in range(sentences))
    return "".join(days)


def hand_over(visitor: Visitor, address: str, files: list[FilePayload]) -> None:
    """Uploads files and asks for their events."""
    visitor.open(f"{address}/add")
    visitor.page.locator("input[type=file]").first.set_input_files(files)
    expect(visitor.page.get_by_text(files[-1]["name"])).to_be_visible()
    visitor.ready().page.get_by_role("button", name="Find the events").click()


def test_an_empty_library_begins_with_the_samples(visitor: Visitor, bare: str) -> None:
    visitor.open(bare)
    expect(visitor.part("empty")).to_contain_text("Paste an article or upload files")
    expect(visitor.part("empty").get_by_role("link", name="Add documents")).to_be_visible()
    visitor.part("take-samples").get_by_role("button").click()
    visitor.drawn()
    expect(visitor.part("intake")).to_have_count(0)  # a slow machine shows how far it is
    visitor.ready().page.get_by_role("link", name="Add documents").click()
    expect(visitor.page.get_by_role("heading", name="4 documents")).to_be_visible()


def test_many_files_come_in_with_a_summary_of_what_did_and_what_did_not(visitor: Visitor, bare: str) -> None:
    files = [FilePayload(name=f"letter-{number}.txt", mimeType="text/plain", buffer=letter(number).encode()) for number in range(1, 13)]
    hand_over(visitor, bare, [*files, FilePayload(name="torn.pdf", mimeType="application/pdf", buffer=b"%PDF-1.4 torn")])
    expect(visitor.part("added")).to_contain_text(f"12 documents with {12 * SENTENCES} events are in, 1 left out")
    expect(visitor.page.get_by_role("alert")).to_contain_text("torn.pdf")
    expect(visitor.page.get_by_role("heading", name="12 documents")).to_be_visible()


def test_long_work_shows_on_every_page_how_far_it_is_and_stopped_leaves_whole_documents(visitor: Visitor, bare: str) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(LONG_WORK):
            archive.writestr(f"letter-{number}.txt", letter(number, 1) + WORDY)
    hand_over(visitor, bare, [FilePayload(name="letters.zip", mimeType="application/zip", buffer=packed.getvalue())])
    expect(visitor.part("intake").get_by_role("progressbar")).to_be_visible()
    expect(visitor.part("intake")).to_contain_text(re.compile(rf"of {LONG_WORK:,} documents, [1-9].* a second, .* left"))
    for page in ("Documents", "Review"):
        visitor.page.get_by_role("link", name=page, exact=True).click()
        expect(visitor.page.get_by_role("heading", level=1)).to_have_text(page)
        expect(visitor.part("intake").get_by_role("progressbar")).to_be_visible()
    visitor.part("intake-stop").get_by_role("button").click()
    expect(visitor.page.get_by_test_id("stToast")).to_contain_text("Stopped", timeout=120_000)
    expect(visitor.part("intake")).to_have_count(0)
    visitor.ready().page.get_by_role("link", name="Add documents").click()
    told = visitor.page.get_by_role("status").filter(has_text="Stopped")
    expect(told).to_be_visible()
    documents, whole, events = (int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*", told.inner_text())[:3])
    assert 0 < documents < whole == LONG_WORK
    assert events == documents
    visitor.open(bare).expect_count(events)
