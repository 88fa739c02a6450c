"""The dashboard on a thousand to a million events in a real browser: what a visitor waits for, and what is sent and held for it.

`python -m benchmarks.scale [EVENTS ...]`; the libraries are generated, see `collection.py`, and the page is the timeline page of `dateline
serve`. Painted is the frame after the one in which Plotly has drawn the server's answer; the worst frame is that of a drag. A click is
answered when the words of its event stand on the page. A further session is another visitor's page, left open; its memory is the server's.
"""

import statistics
import sys
import time
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from playwright.sync_api import Browser, Page

from benchmarks.collection import SIZES, library
from scripts.visit import browsing, serving
from tests.browser.visitor import READY

ZOOMS = 30
PANS = 60
FILTERS = 6
CLICKS = 10
FURTHER = 5
"""Sessions whose memory is weighed."""
CLEAR = ".st-key-filter-clear button"
MARKS = "() => document.querySelector('.dl-plot')._fullData.flatMap((trace) => trace.customdata ?? []).length"
HITS = """() => {
  const { data, plot } = document.querySelector('.dl-timeline').timeline
  const { xaxis, yaxis } = plot._fullLayout
  const box = plot.getBoundingClientRect()
  return data.hits
    .map(([id, start, end, , , y]) => [id, box.left + xaxis._offset + xaxis.l2p((start + end) / 2), box.top + yaxis._offset + yaxis.l2p(y)])
    .filter(([, x, y]) => x > box.left + xaxis._offset + 20 && x < box.right - 30 && y > 0 && y < innerHeight - 120)
}"""
FRAMES = """() => {
  window.framed = true
  window.frames_ = []
  let last = performance.now()
  const next = (now) => {
    window.frames_.push(now - last)
    last = now
    if (window.framed) requestAnimationFrame(next)
  }
  requestAnimationFrame(next)
}"""
WATCH = """() => {
  window.painted = []
  window.opened = {}
  let last
  addEventListener('pointerdown', () => (window.pressed = performance.now()), true)
  const look = () => {
    const drawn = document.querySelector('.dl-plot')?.data
    if (drawn && drawn !== last) setTimeout(() => window.painted.push(performance.now()))
    last = drawn
    const event = document.querySelector('.st-key-excerpt article.event')?.dataset.event
    if (event) window.opened[event] ??= performance.now()
    requestAnimationFrame(look)
  }
  look()
}"""


def memory(process: int) -> float:
    """Resident megabytes."""
    return next(
        int(line.split()[1]) / 1000 for line in Path(f"/proc/{process}/status").read_text().splitlines() if line.startswith("VmRSS")
    )


@dataclass
class Visit:
    """A visitor's page, how long its first picture took, and the sizes of what the server has sent to it."""

    page: Page
    first: float
    sent: list[int]

    def painted(self, act: str) -> tuple[float, float]:
        """Milliseconds from an act (JavaScript) to the picture that answers it, and the kilobytes that were sent for it."""
        self.sent.clear()
        start, before = self.page.evaluate(f"() => {{ const told = [performance.now(), window.painted.length]; {act}; return told }}")
        self.page.wait_for_function(f"() => window.painted.length > {before}", timeout=60_000)
        end: float = self.page.evaluate(f"() => window.painted[{before}]")
        self.rest()
        return end - start, sum(self.sent) / 1000

    def rest(self) -> None:
        """Waits until the page has been sent to its end, and a moment more."""
        self.page.wait_for_selector(READY, timeout=120_000)
        self.page.wait_for_timeout(400)


def visited(browser: Browser, address: str) -> Visit:
    """A new visitor."""
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    sent: list[int] = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: sent.append(len(frame))))
    page.add_init_script(f"({WATCH})()")
    start = time.perf_counter()
    page.goto(address)
    page.wait_for_function("() => window.painted?.length > 0", timeout=1_200_000)
    visit = Visit(page, 1000 * (time.perf_counter() - start), sent)
    page.wait_for_timeout(2000)
    visit.rest()
    return visit


def zoomed(visit: Visit) -> list[tuple[float, float]]:
    """Zooms by the buttons: nearer, and now and then all."""
    buttons = "[...document.querySelectorAll('.dl-zoom button')]"
    return [visit.painted(f"{buttons}.at({1 if step % 6 == 5 else -1}).click()") for step in range(ZOOMS)]


def filtered(visit: Visit) -> list[tuple[float, float]]:
    """Filters by an actor, and clears the filter again."""
    found = []
    for number in range(FILTERS):
        visit.page.locator(".st-key-filter-actors input").click()
        option = f"[...document.querySelectorAll('[role=option]')][{number}]"
        visit.page.wait_for_function(f"() => {option}")
        found.append(visit.painted(f"{option}.click()"))
        visit.page.keyboard.press("Escape")
        visit.page.wait_for_selector(CLEAR)
        found.append(visit.painted(f"document.querySelector('{CLEAR}').click()"))
    return found


def clicked(visit: Visit) -> list[float]:
    """Milliseconds from clicks on marks to the words of their events."""
    waits = []
    for number in range(CLICKS):
        hits = visit.page.evaluate(HITS)
        event, x, y = hits[number * 7 % len(hits)]
        visit.page.evaluate("() => { window.opened = {} }")
        visit.page.mouse.click(x, y)
        visit.page.wait_for_function("(event) => window.opened[event]", arg=event, timeout=60_000)
        waits.append(visit.page.evaluate("(event) => window.opened[event] - window.pressed", event))
        visit.rest()
    return waits


def panned(page: Page) -> float:
    """The longest wait between two frames, in milliseconds, while a hand drags the chart to and fro."""
    box = page.locator(".dl-plot .nsewdrag").first.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + 60
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate(FRAMES)
    for step in range(PANS):
        page.mouse.move(x + 4 * (step if step < PANS / 2 else PANS - step), y)
    worst: float = page.evaluate("() => { window.framed = false; return Math.max(...window.frames_) }")
    page.mouse.up()
    page.wait_for_timeout(1000)
    return worst


def measured(browser: Browser, events: int) -> list[float]:
    """First paint of a warm server, zooms and filters (median, 95th percentile), worst frame of a drag, clicks (median, slowest), most
    kilobytes sent for a view, marks, memory, memory of a further session."""
    with serving("--library", library(events)) as (address, process):
        visited(browser, address).page.close()
        visit = visited(browser, address)
        zooms, marks = zoomed(visit), visit.page.evaluate(MARKS)
        worst, clicks, filters = panned(visit.page), clicked(visit), filtered(visit)
        most, held = max(sent for _, sent in (*zooms, *filters)), memory(process)
        further = [visited(browser, address).page for _ in range(FURTHER)]
        grown = (memory(process) - held) / FURTHER
        for page in (visit.page, *further):
            page.close()
        waits = (spread([wait for wait, _ in acts]) for acts in (zooms, filters))
        return [visit.first, *chain(*waits), worst, statistics.median(clicks), max(clicks), most, marks, held, grown]


def spread(waits: list[float]) -> tuple[float, float]:
    """Median and 95th percentile."""
    return statistics.median(waits), statistics.quantiles(waits, n=20)[-1]


def main() -> None:
    """Prints a Markdown table."""
    waits = "first paint | zoom | filter | worst frame | click to excerpt"
    print("In milliseconds; of zooms and filters median and 95th percentile, of clicks median and slowest.")
    print(f"\n| events | {waits} | most sent, kB | marks | server, MB | a further session, MB |\n{'|---:' * 10}|")
    with browsing() as browser:
        for events in map(int, sys.argv[1:] or SIZES):
            first, zoom, slow, choice, slowest, worst, click, late, sent, marks, held, grown = measured(browser, events)
            waits = f"{first:.0f} | {zoom:.0f}, {slow:.0f} | {choice:.0f}, {slowest:.0f} | {worst:.0f} | {click:.0f}, {late:.0f}"
            print(f"| {events:,} | {waits} | {sent:.0f} | {marks:.0f} | {held:.0f} | {grown:.1f} |", flush=True)


if __name__ == "__main__":
    main()
