"""The document reader, adding documents, and a document that tries to run: in the browser."""

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.visitor import Visitor

HOSTILE = """---
publisher: "<b>Courier</b><script>alert(2)</script>"
url: "javascript:alert(3)"
published: 2021-10-12
---
On 2 October <script>alert(4)</script> <img src=x onerror=alert(5)> <b>Ada Reyes</b> of <a href="javascript:alert(6)">Nordbau</a> met $x$.
On 3 October 2021 Ada Reyes met [a broker](javascript:alert(7)) and :red[a lawyer] <br> <sup>twice</sup> %{customdata} &lt;i&gt;.
"""


def add(visitor: Visitor, address: str, text: str, title: str, published: str = "") -> None:
    """Pastes a text on the page for it."""
    visitor.open(f"{address}/add")
    visitor.page.get_by_label("Paste the text").fill(text)
    visitor.page.get_by_role("textbox", name="Title").fill(title)
    visitor.page.get_by_role("textbox", name="Published on").fill(published)
    visitor.page.get_by_role("button", name="Find the events").click()
    expect(visitor.part("added")).to_contain_text(title)


def test_the_reader_opens_at_the_excerpt_and_its_marks_open_theirs(visitor: Visitor, seeds: str) -> None:
    visitor.open(f"{seeds}/?doc=the-long-war").drawn()
    visitor.click(visitor.in_sight()[0])  # the text begins with its latest date, so this is not the reader's first mark
    visitor.part("open-document").get_by_role("button").click()
    current = visitor.page.locator(".reader mark[aria-current]").first
    expect(current).to_be_in_viewport()
    opened = visitor.link()["event"]
    first = visitor.page.locator(".reader mark").first
    first.focus()
    visitor.press("Enter")
    expect(first).to_have_attribute("aria-current", "true")
    shown = visitor.part("excerpt").locator("article.event")
    expect(shown.locator("mark").first).to_have_text(first.inner_text())
    assert visitor.link()["event"] == [shown.get_attribute("data-event")] != opened


def test_a_pasted_text_has_its_events_on_the_timeline(visitor: Visitor, own: str) -> None:
    add(visitor, own, "The Board of Nordbau met on Monday. It resigned two days later.", "Minutes", "12 October 2021")
    expect(visitor.part("added")).to_contain_text("given when the document was added")
    visitor.part("see-added").get_by_role("button").click()
    visitor.drawn()
    visitor.expect_count(2)
    assert visitor.link()["doc"] == ["Minutes"]
    visitor.click(visitor.in_sight()[0])
    expect(visitor.part("excerpt")).to_contain_text("11 October 2021")


def test_an_uploaded_file_is_dated_with_its_reason(visitor: Visitor, own: str, tmp_path: Path) -> None:
    file = tmp_path / "letter.md"
    file.write_text("By Ada Reyes, 12 October 2021\n\nThe Board of Nordbau met on the 4th. The Council voted on the 7th.\n", "utf-8")
    visitor.open(f"{own}/add")
    visitor.page.locator("input[type=file]").first.set_input_files(file)
    expect(visitor.page.get_by_text("letter.md")).to_be_visible()
    visitor.page.get_by_role("button", name="Find the events").click()
    expect(visitor.part("added")).to_contain_text("2 events")
    expect(visitor.part("added")).to_contain_text("byline")
    visitor.part("see-added").get_by_role("button").click()
    visitor.drawn()
    assert {identifier.partition(":")[0] for identifier in visitor.marks()} == {"letter"}


def test_a_folder_is_uploaded_with_what_is_below_it(visitor: Visitor, own: str, tmp_path: Path) -> None:
    (tmp_path / "letters" / "1917").mkdir(parents=True)
    for name, day in (("May.txt", "9 May 2019"), ("1917/May.txt", "9 May 1917"), ("1917/notes.bin", "9 June 1917")):
        (tmp_path / "letters" / name).write_text(f"The Board of Ostby met on {day}.", "utf-8")
    visitor.open(f"{own}/add")
    visitor.page.locator("input[type=file][webkitdirectory]").set_input_files(tmp_path / "letters")
    expect(visitor.page.get_by_text("letters/1917/May.txt")).to_be_visible()
    visitor.page.get_by_role("button", name="Find the events").click()
    expect(visitor.part("added")).to_contain_text("2 documents with 2 events are in")
    visitor.part("see-added").get_by_role("button").click()
    visitor.drawn()
    assert {identifier.partition(":")[0] for identifier in visitor.marks()} == {"May", "1917/May"}


def test_a_hostile_document_stays_text_everywhere(visitor: Visitor, own: str) -> None:
    add(visitor, own, HOSTILE, "<img src=x onerror=alert(1)> :red[title] $x$ [x](javascript:alert(1))")
    visitor.part("see-added").get_by_role("button").click()
    visitor.drawn()
    visitor.page.mouse.move(*visitor.place(visitor.in_sight()[0]))
    visitor.click(visitor.in_sight()[0])
    excerpt = visitor.part("excerpt")
    expect(excerpt.locator("blockquote").first).to_contain_text("<script>alert(4)</script> <img src=x onerror=alert(5)>")
    visitor.part("open-document").get_by_role("button").click()
    expect(visitor.page.locator(".reader")).to_contain_text(":red[a lawyer] <br> <sup>twice</sup> %{customdata} &lt;i&gt;.")
    for part in (visitor.page.locator(".reader"), visitor.part("excerpt")):
        assert part.locator("script, img, b, sup, a[href^=javascript]").count() == 0
    visitor.page.wait_for_timeout(500)  # time for an alert that must not come; the visitor's fixture would tell
