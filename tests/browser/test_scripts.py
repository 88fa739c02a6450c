"""Labels in the scripts of the world, as a browser draws them: none runs into another, none leaves the plot, each reads its own way."""

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import serve
from tests.browser.visitor import Visitor

TEXT = """---
title: The quay
published: 2021-10-14
---
On 5 October 2021 the 文化大革命紀念館 reopened in Kabul. On 7 October 2021 القاهرة القديمة opened the quay.
On 9 October 2021 the שוק הכרמל closed its doors. On 11 October 2021 the 東京都港区赤坂迎賓館 closed its doors.
On 12 October 2021 the Дальневосточное пароходство signed a contract.

في يوم 12 October 2021 وقعت الشركة عقدا في الميناء القديم.
"""
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
PARAGRAPHS = """() => {
  const host = [...document.querySelectorAll('.st-key-reader *')].find((part) => part.shadowRoot?.querySelector('.reader'))
  const reader = (host?.shadowRoot ?? document).querySelector('.reader')
  const marks = [...reader.querySelectorAll('mark')]
  const { left, right } = reader.getBoundingClientRect()
  const line = document.createRange()
  line.selectNode(marks.at(-1).previousSibling)
  const first = [...line.getClientRects()].at(-1) // of the last paragraph, "في يوم"
  return { torn: marks.filter((mark) => new Set([...mark.getClientRects()].map((box) => box.top)).size < mark.getClientRects().length)
    .map((mark) => mark.textContent), left: first.left - left, right: right - first.right }
}"""
LABELS = """() => [...document.querySelectorAll('.dl-label')].map((label) => {
  const range = document.createRange()
  range.selectNodeContents(label)
  const { left, right, top, bottom } = range.getBoundingClientRect()
  return { text: label.textContent, left, right, top, bottom, direction: getComputedStyle(label).direction }
})"""


@pytest.fixture(scope="module")
def world(chromium: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dashboard on a document with names in five scripts."""
    folder = tmp_path_factory.mktemp("world")
    (folder / "quay.md").write_text(TEXT, "utf-8")
    yield from serve(folder)


@pytest.mark.parametrize("visitor", [{"viewport": {"width": 1400, "height": 900}}, PHONE], indirect=True)
def test_labels_of_any_script_stand_apart_within_the_plot(visitor: Visitor, world: str) -> None:
    visitor.open(world).drawn()
    box = visitor.page.locator(".dl-plot .nsewdrag").first.bounding_box()
    assert box
    labels = visitor.page.evaluate(LABELS)
    for script in ("文化", "القاهرة", "שוק", "東京", "Дальне"):
        assert any(script in label["text"] for label in labels), script
    for label in labels:
        assert label["left"] >= box["x"] - 1 and label["right"] <= box["x"] + box["width"] + 1, label
        assert label["direction"] == ("rtl" if label["text"].startswith(("القاهرة", "في")) else "ltr")
    for one, two in combinations(labels, 2):
        beside = one["right"] <= two["left"] + 1 or two["right"] <= one["left"] + 1
        assert beside or one["bottom"] <= two["top"] + 2 or two["bottom"] <= one["top"] + 2, (one, two)
    visitor.open(f"{world}/document")
    expect(visitor.page.locator(".reader mark").first).to_be_visible()
    told = visitor.page.evaluate(PARAGRAPHS)
    assert told["torn"] == [], "a date stands in one piece on its line"
    assert told["right"] < told["left"], "an Arabic paragraph begins at the right"
