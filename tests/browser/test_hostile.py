"""Documents that try to run, on every page and in every export: nothing runs, nothing becomes markup, nothing leaves the machine.

The visitor's fixture fails on a dialog, on an error of the page and on any request to another machine.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import serve
from tests.browser.test_exports import saved
from tests.browser.visitor import Visitor

RIGHT_TO_LEFT = "\u202e"
TITLE = "<img src=x onerror=alert(1)> :red[title] $x$ [x](javascript:alert(1)) {{7*7}}"
TEXT = """---
title: '{title}'
publisher: "<b>Courier</b><script>alert(2)</script> {turned}"
url: "javascript:alert(3)"
published: {published}
---
On 2 October 2021 the Board of Nordbau <script>alert(4)</script> met Ada Reyes <img src=https://example.org/x onerror=alert(5)>. {more}
On 3 October 2021 Ada Reyes met [a broker](javascript:alert(7)) :red[a lawyer] <br> <sup>twice</sup> %{{customdata}} &lt;i&gt; {turned}end.
=HYPERLINK("https://example.org") was written on 4 October 2021 by Ada Reyes, "</script><svg onload=alert(8)>".
"""
FOUND = """() => {
  const bad = []
  const walk = (root) => {
    for (const one of root.querySelectorAll('*')) {
      if (one.shadowRoot) walk(one.shadowRoot)
      const runs = [...one.attributes].some((a) => /^on/i.test(a.name) && /alert/.test(a.value))
      const address = ['href', 'src', 'action', 'xlink:href'].map((name) => one.getAttribute(name) ?? '').join(' ')
      const leads = /javascript:|example\\.org/i.test(address) || (one.tagName === 'IMG' && address.trim() === 'x')
      const script = one.tagName === 'SCRIPT' && /alert\\(\\d/.test(one.textContent) && one.type !== 'application/json'
      const markup = ['B', 'SUP'].includes(one.tagName) && /Courier|twice/.test(one.textContent)
      if (runs || leads || script || markup) bad.push(one.outerHTML.slice(0, 300))
    }
  }
  walk(document)
  return bad
}"""


@pytest.fixture(scope="module")
def hostile(chromium: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dashboard on two hostile documents that tell of the same."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, published, more in (("one", "2021-10-12", ""), ("two", "2021-10-13", "12 people died.")):
        text = TEXT.format(title=TITLE, published=published, more=more, turned=RIGHT_TO_LEFT)
        (folder / f"{name}.md").write_text(text, "utf-8")
    yield from serve(folder)


@pytest.mark.parametrize("page", ["", "agenda", "actors", "compare", "document", "review", "add"])
def test_nothing_runs_on_any_page(visitor: Visitor, hostile: str, page: str) -> None:
    visitor.open(f"{hostile}/agenda")
    first = visitor.page.locator(".agenda .event").first
    expect(first).to_contain_text("<script>alert")
    event = first.get_attribute("data-event")
    visitor.open(f"{hostile}/{page}?event={event}&q=Reyes&actor=Ada+Reyes")
    visitor.page.wait_for_load_state("networkidle")
    if page == "":
        visitor.drawn()
        visitor.page.mouse.move(*visitor.place(visitor.in_sight()[0]))  # what a mark says under the pointer
    visitor.page.wait_for_timeout(1000)
    assert visitor.page.evaluate(FOUND) == []


def test_nothing_runs_in_what_is_taken_along(visitor: Visitor, hostile: str, tmp_path: Path) -> None:
    visitor.open(hostile).drawn()
    _, picture = saved(visitor, "SVG")
    assert b"<script" not in picture and b"onerror=alert" not in picture.replace(b"&lt;img src=x onerror=alert", b"")
    _, page = saved(visitor, "HTML")
    file = tmp_path / "dateline.html"
    file.write_bytes(page)
    visitor.page.goto("about:blank")
    visitor.page.goto(file.as_uri())
    expect(visitor.page.locator("tbody tr").first).to_be_visible()
    visitor.page.locator("tbody tr").first.click()
    visitor.page.wait_for_timeout(1000)
    assert visitor.page.evaluate(FOUND) == []
