"""The timeline of a thousand to a million events in a real browser: what a visitor waits for, and what is sent and held for it.

`python -m benchmarks.scale [EVENTS ...]`; the collections are generated, see `crowd.py`. First paint, zoom and filter to painted: painted
is the frame after the one in which Plotly has drawn the server's answer. The worst frame is that of a drag. The page is served as `dateline
serve` serves its own.
"""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

from scripts.visit import browsing, free_port

SIZES = (1_000, 10_000, 100_000, 1_000_000)
ROOT = Path(__file__).parent.parent
PAGE = ROOT / "benchmarks" / "pages" / "crowd_timeline.py"
ZOOMS = 30
PANS = 60
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
  let last
  const look = () => {
    const drawn = document.querySelector('.dl-plot')?.data
    if (drawn && drawn !== last) setTimeout(() => window.painted.push(performance.now()))
    last = drawn
    requestAnimationFrame(look)
  }
  look()
}"""


@contextmanager
def served(events: int) -> Iterator[tuple[str, int]]:
    """The address of the page on so many events, and the number of its process."""
    port = free_port()
    settings = {"server.port": port, "server.headless": True, "server.fileWatcherType": "none"}
    run = f"from pathlib import Path; from dashboard import server; server.run(Path({str(PAGE)!r}), {settings})"
    command = [sys.executable, "-c", run]
    environment = os.environ | {"CROWD": str(events), "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout
            next(line for line in server.stdout if "URL" in line)
            yield f"http://127.0.0.1:{port}", server.pid
        finally:
            server.kill()


def memory(process: int) -> float:
    """Resident megabytes."""
    return next(
        int(line.split()[1]) / 1000 for line in Path(f"/proc/{process}/status").read_text().splitlines() if line.startswith("VmRSS")
    )


def painted(page: Page, act: str) -> float:
    """Milliseconds from an act (JavaScript) to the picture that answers it."""
    start, before = page.evaluate(f"() => {{ const told = [performance.now(), window.painted.length]; {act}; return told }}")
    page.wait_for_function(f"() => window.painted.length > {before}", timeout=60_000)
    end: float = page.evaluate(f"() => window.painted[{before}]")
    page.wait_for_timeout(400)
    return end - start


def visited(browser: Browser, address: str) -> tuple[Page, float, list[int]]:
    """A new visitor's page, how long the first picture took, and the sizes of what is sent to it from now on."""
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    sent: list[int] = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: sent.append(len(frame))))
    page.add_init_script(f"({WATCH})()")
    start = time.perf_counter()
    page.goto(address)
    page.wait_for_function("() => window.painted?.length > 0", timeout=240_000)
    took = 1000 * (time.perf_counter() - start)
    page.wait_for_timeout(2000)
    return page, took, sent


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
    """First paint of a warm server, zooms (median, 95th percentile), filters (the same), worst frame of a drag, most kilobytes sent for a
    view, marks, memory."""
    with served(events) as (address, process):
        visited(browser, address)[0].close()
        page, first, sent = visited(browser, address)
        sent.clear()
        zooms = []
        for step in range(ZOOMS):
            place = 0 if step % 6 == 5 else -1
            zooms.append(painted(page, f"[...document.querySelectorAll('.dl-zoom button')].at({1 if place == 0 else -1}).click()"))
        marks = page.evaluate("() => document.querySelector('.dl-plot')._fullData.flatMap((trace) => trace.customdata ?? []).length")
        page.evaluate("() => document.querySelectorAll('.dl-zoom button')[1].click()")
        page.wait_for_timeout(1500)
        worst = panned(page)
        press = "[...document.querySelectorAll('[data-testid=\"stButtonGroup\"] button')]"
        filters = [painted(page, f"{press}[{number % 6}].click()") for number in range(12)]
        return [first, *spread(zooms), *spread(filters), worst, max(sent) / 1000, marks, memory(process)]


def spread(waits: list[float]) -> tuple[float, float]:
    """Median and 95th percentile."""
    return statistics.median(waits), statistics.quantiles(waits, n=20)[-1]


def main() -> None:
    """Prints a Markdown table."""
    waits = "first paint, ms | zoom, ms (median, p95) | filter, ms (median, p95) | worst frame, ms"
    print(f"\n| events | {waits} | most sent, kB | marks | server, MB |")
    print("|---:|---:|---:|---:|---:|---:|---:|---:|")
    with browsing() as browser:
        for events in map(int, sys.argv[1:] or SIZES):
            first, zoom, slow, filtered, slowest, worst, sent, marks, held = measured(browser, events)
            waits = f"{zoom:.0f}, {slow:.0f} | {filtered:.0f}, {slowest:.0f} | {worst:.0f}"
            print(f"| {events:,} | {first:.0f} | {waits} | {sent:.0f} | {marks:.0f} | {held:.0f} |", flush=True)


if __name__ == "__main__":
    main()
