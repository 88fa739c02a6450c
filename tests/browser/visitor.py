"""What a person does at the screen, and what he sees there."""

import re
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page, expect

STILL = 0.8
"""For how many seconds nothing may move before the chart counts as drawn."""
READY = '[data-testid="stApp"][data-test-script-state="notRunning"]:not(:has(.st-key-opening))'
CHART = ".st-key-timeline .js-plotly-plot"
POINTS = f"""() => {{
  const chart = document.querySelector('{CHART}')
  const points = []
  for (const trace of chart?._fullData ?? []) {{
    if (trace.xaxis !== 'x' || !trace.customdata) continue
    trace.customdata.forEach((id, i) => {{
      const x = trace.type === 'bar' ? trace.base[i] + trace.x[i] / 2 : trace.x[i]
      if (id !== null) points.push({{ id, x, y: trace.y[i] }})
    }})
  }}
  return points
}}"""
PIXEL = f"""(point) => {{
  const chart = document.querySelector('{CHART}')
  const box = chart.getBoundingClientRect()
  const {{ xaxis, yaxis }} = chart._fullLayout
  return {{ x: box.left + xaxis._offset + xaxis.d2p(point.x), y: box.top + yaxis._offset + yaxis.d2p(point.y) }}
}}"""

FOCUS = """() => {
  let focus = document.activeElement
  while (focus?.shadowRoot?.activeElement) focus = focus.shadowRoot.activeElement
  if (!focus || focus === document.body) return null
  const framed = (part) => getComputedStyle(part).outlineStyle !== 'none' && parseFloat(getComputedStyle(part).outlineWidth) >= 2
  const grid = Boolean(focus.closest('[data-testid="stDataFrame"]'))
  const parents = []
  for (let up = focus; up; up = up.parentElement ?? up.getRootNode().host) parents.push(up)
  const told = (focus.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => focus.getRootNode().getElementById?.(id)?.innerText)
  const labels = [...(focus.labels ?? [])].map((label) => label.innerText)
  const names = [focus.getAttribute('aria-label'), ...told, ...labels, focus.innerText, focus.title].filter((text) => text?.trim())
  return {
    framed: grid || parents.slice(0, 3).some(framed), // a field is framed as a whole
    name: grid ? 'grid' : (names[0] ?? ''),
    html: focus.cloneNode(false).outerHTML.slice(0, 160),
    keys: parents.flatMap((part) => [...part.classList]).filter((name) => name.startsWith('st-key-')).map((name) => name.slice(7)),
  }
}"""
"""What has the focus: is it framed, what it is called, in which parts of the page it stands. The grid draws its frame itself."""
STOPS = 400
"""How often Tab is pressed at most."""


class Visitor:
    """A page of the dashboard with the gestures of a person."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def open(self, address: str) -> "Visitor":
        """Goes to an address and waits until the script has run."""
        self.page.goto(address)
        return self.ready()

    def ready(self) -> "Visitor":
        """Waits until the script has run."""
        self.page.wait_for_selector(READY, timeout=120_000)
        return self

    def drawn(self) -> "Visitor":
        """Waits until the chart has a mark."""
        self.ready().page.wait_for_function(f"() => ({POINTS})().length > 0", timeout=60_000)
        return self.settled()

    def settled(self) -> "Visitor":
        """Waits until the chart has stood still for a moment: a slow machine draws it more than once, as its width becomes known."""
        state, since, end = None, time.monotonic(), time.monotonic() + 30
        while time.monotonic() - since < STILL and time.monotonic() < end:
            self.page.wait_for_timeout(100)
            now = (self.page.locator(READY).count(), self.points(), self.view())
            if now != state or not now[0]:
                state, since = now, time.monotonic()
        return self

    def part(self, key: str) -> Locator:
        """The container of that key."""
        return self.page.locator(f".st-key-{key}")

    def link(self) -> dict[str, list[str]]:
        """What the address bar carries."""
        return parse_qs(urlsplit(self.page.url).query)

    def count(self) -> int:
        """The number of events left, as the page says it."""
        return int(re.sub(r"\D", "", self.part("event-count").locator("strong").inner_text()))

    def expect_count(self, number: int) -> None:
        """Waits for that number of events."""
        expect(self.part("event-count").locator("strong")).to_have_text(f"{number:,}")

    def choose_actor(self, name: str) -> None:
        """Picks an actor in the filter and waits until it holds."""
        box = self.part("filter-actors").locator("input")
        box.click()
        box.fill(name)
        self.page.get_by_role("option", name=re.compile(rf"^{re.escape(name)} \(\d+\)")).click()
        self.page.keyboard.press("Escape")
        expect(self.part("event-count")).to_contain_text(" of ")

    def points(self) -> list[dict[str, Any]]:
        """The marks on the chart: id, place in time, row."""
        points: list[dict[str, Any]] = self.page.evaluate(POINTS)
        return points

    def marks(self) -> set[str]:
        """The ids of the events that have a mark."""
        return {point["id"] for point in self.points()}

    def view(self) -> list[float]:
        """The stretch of time on the chart."""
        self.page.wait_for_function(f"() => document.querySelector('{CHART}')?._fullLayout")
        view: list[float] = self.page.evaluate(f"() => document.querySelector('{CHART}')._fullLayout.xaxis.range.map(Number)")
        return view

    def in_sight(self) -> list[str]:
        """The ids of the events whose marks a person can click, in the order of time."""
        start, end = self.view()
        # the overview stays in sight above the lowest lanes
        bottom = self.page.evaluate("() => Math.min(document.querySelector('.dl-foot').getBoundingClientRect().top, innerHeight) - 10")
        shown = [p for p in self.points() if start < p["x"] < end and self.page.evaluate(PIXEL, p)["y"] < bottom]
        return list(dict.fromkeys(p["id"] for p in sorted(shown, key=lambda p: float(p["x"]))))

    def place(self, identifier: str) -> tuple[float, float]:
        """The pixel at which the mark of an event that is in sight stands."""
        start, end = self.view()
        point = next(p for p in self.points() if p["id"] == identifier and start < p["x"] < end)
        pixel = self.page.evaluate(PIXEL, point)
        return pixel["x"], pixel["y"]

    def stops(self) -> Iterator[dict[str, Any]]:
        """Presses Tab and tells what has the focus, until it leaves the page."""
        for _ in range(STOPS):
            self.page.keyboard.press("Tab")
            stop = self.page.evaluate(FOCUS)
            if stop is None:
                return
            yield stop
        raise AssertionError("the focus does not leave the page")

    def tab(self, target: Locator) -> None:
        """Presses Tab until something has the focus; wherever it comes by, it is framed."""
        expect(target).to_be_visible()
        self.ready()
        for _ in range(2):  # from where it is to the end of the page, and from its beginning
            for stop in self.stops():
                assert stop["framed"], stop["html"]
                if target.evaluate("(part) => part === part.getRootNode().activeElement"):
                    return
        raise AssertionError(f"the focus does not come to {target}")

    def press(self, key: str) -> None:
        """Presses a key once the script has run: before, its button may not be there."""
        self.ready().page.keyboard.press(key)

    def click(self, identifier: str) -> None:
        """Clicks the mark of an event that is in sight."""
        x, y = self.place(identifier)
        self.page.mouse.move(x, y)
        self.page.mouse.click(x, y)

    def cell(self, row: int, x: float = 20, table: str = "table") -> None:
        """Clicks a row of a table, `x` pixels from its left; row 0 holds the heads, which sort."""
        grid = self.part(table).locator("canvas").first
        grid.scroll_into_view_if_needed()
        box = grid.bounding_box()
        assert box
        self.page.mouse.click(box["x"] + x, box["y"] + 35 * row + 17)

    def expect_excerpt(self, identifier: str) -> Locator:
        """Waits for the excerpt of an event."""
        shown = self.part("excerpt").locator("article.event")
        expect(shown).to_have_attribute("data-event", identifier)
        return shown
