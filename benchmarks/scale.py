"""The timeline of a thousand to a million events in a real browser: first paint, zoom and filter to painted, bytes sent, memory.

`python -m benchmarks.scale [EVENTS ...]`; the collections are generated, see `crowd.py`. Painted is the frame after the one in which
Plotly has drawn the server's answer, so the wait for the hand to rest (REST in timeline.js) is counted in.
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
ZOOMS = 30
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
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        "benchmarks/pages/crowd_timeline.py",
        "--server.port",
        str(port),
        "--server.headless",
        "true",
    ]
    settings = os.environ | {"CROWD": str(events), "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=ROOT, env=settings, stdout=subprocess.PIPE, text=True) as server:
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


def measured(browser: Browser, events: int) -> list[float]:
    """First paint of a warm server, zooms (median, 95th percentile), filters (the same), most bytes sent for a view, marks, memory."""
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
        press = "[...document.querySelectorAll('[data-testid=\"stButtonGroup\"] button')]"
        filters = [painted(page, f"{press}[{number % 6}].click()") for number in range(12)]
        return [first, *spread(zooms), *spread(filters), max(sent) / 1000, marks, memory(process)]


def spread(waits: list[float]) -> tuple[float, float]:
    """Median and 95th percentile."""
    return statistics.median(waits), statistics.quantiles(waits, n=20)[-1]


def main() -> None:
    """Prints a Markdown table."""
    print("\n| events | first paint, ms | zoom, ms (median, p95) | filter, ms (median, p95) | most sent, kB | marks | server, MB |")
    print("|---:|---:|---:|---:|---:|---:|---:|")
    with browsing() as browser:
        for events in map(int, sys.argv[1:] or SIZES):
            first, zoom, slow, filtered, slowest, sent, marks, held = measured(browser, events)
            waits = f"{zoom:.0f}, {slow:.0f} | {filtered:.0f}, {slowest:.0f}"
            print(f"| {events:,} | {first:.0f} | {waits} | {sent:.0f} | {marks:.0f} | {held:.0f} |", flush=True)


if __name__ == "__main__":
    main()
