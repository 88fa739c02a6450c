"""Review by hand in a real browser: the keys of the queue, and words that are chosen in the text."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import serve
from tests.browser.visitor import Visitor

TEXT = """---
title: The quay
published: 2021-10-12
---
# The quay

The Harbour Authority closed the quay on 4 October 2021. The City Council met on 6 October 2021.
In 2019 it burned, 𝄞 and on 3 May 2018 somebody painted it.
"""
CHOOSE = """(words) => {
  const shadows = [...document.querySelectorAll('*')].map((node) => node.shadowRoot).filter(Boolean)
  const root = [document, ...shadows].map((tree) => tree.querySelector('.reader')).find(Boolean)
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const at = walker.currentNode.data.indexOf(words)
    if (at < 0) continue
    const range = document.createRange()
    range.setStart(walker.currentNode, at)
    range.setEnd(walker.currentNode, at + words.length)
    const selection = document.getSelection()
    selection.removeAllRanges()
    selection.addRange(range)
    return true
  }
  return false
}"""


@pytest.fixture(scope="module")
def quay(chromium: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dashboard on one document."""
    folder = tmp_path_factory.mktemp("quay")
    (folder / "quay.md").write_text(TEXT, "utf-8")
    yield from serve(folder)


def test_the_queue_is_driven_by_keys(visitor: Visitor, quay: str) -> None:
    page = visitor.open(f"{quay}/review").page
    expect(page.get_by_text("0 of 4 reviewed")).to_be_visible()
    expect(page.get_by_role("button", name="Next")).to_be_enabled()  # a key counts once its button is there
    first = visitor.link()["event"]
    visitor.press("k")
    expect(visitor.part("excerpt")).to_contain_text("2 of 4")
    visitor.press("j")
    expect(visitor.part("excerpt")).to_contain_text("1 of 4")
    visitor.press("a")
    expect(page.get_by_text("1 of 4 reviewed")).to_be_visible()
    assert visitor.link()["event"] != first
    visitor.press("d")
    expect(page.get_by_text("1 of 3 reviewed")).to_be_visible()
    visitor.press("u")
    expect(page.get_by_text("1 of 4 reviewed")).to_be_visible()
    visitor.press("u")
    expect(page.get_by_text("0 of 4 reviewed")).to_be_visible()
    field = visitor.part("decide-why").locator("input")
    field.fill("")
    field.press_sequentially("add d")
    expect(field).to_have_value("add d")
    expect(page.get_by_text("0 of 4 reviewed")).to_be_visible()


def test_words_chosen_in_the_text_become_an_event(visitor: Visitor, quay: str) -> None:
    page = visitor.open(f"{quay}/document").page
    offer = page.get_by_role("button", name="Add an event from the chosen words")
    expect(page.locator(".reader").get_by_text("somebody painted it")).to_be_visible()
    expect(offer).to_be_hidden()
    assert page.evaluate(CHOOSE, "omebody paint")  # whole words are taken
    offer.click()
    page.evaluate("document.dispatchEvent(new Event('selectionchange'))")  # as when anything else takes the focus
    expect(offer).to_be_hidden()
    panel = visitor.part("by-hand")
    expect(panel.locator("blockquote")).to_contain_text("𝄞 and on 3 May 2018 somebody painted it.")
    expect(panel.get_by_label("Label")).to_have_value("somebody painted")
    panel.get_by_label("Date").fill("3 May 2018")
    panel.get_by_label("Date").press("Enter")
    expect(panel).to_contain_text(re.compile("read as 2018-05-03"))
    panel.get_by_role("button", name="Add it").click()
    expect(visitor.part("excerpt").locator("h2")).to_have_text("somebody painted")
    expect(visitor.part("decide")).to_contain_text("added by hand")
    visitor.part("decide-undo").get_by_role("button").click()
    expect(visitor.part("excerpt").locator("h2")).to_have_count(0)
