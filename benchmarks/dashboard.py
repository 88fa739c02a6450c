"""How long a visitor waits: from the command to a painted timeline, and from a click to its excerpt. In milliseconds."""

import statistics
import time

from playwright.sync_api import Browser

from scripts.visit import MARK, browsing, painted, served

TIMES = 3
CLICKS = 10


def since(start: float) -> float:
    return 1000 * (time.perf_counter() - start)


def first_paint(browser: Browser) -> tuple[float, float]:
    """From starting the server to its first painted timeline, and to that of a second visitor."""
    start = time.perf_counter()
    with served() as address:
        waits = []
        for _ in range(2):
            page = browser.new_page(viewport={"width": 1400, "height": 900})
            page.goto(address)
            painted(page)
            waits.append(since(start))
            page.close()
            start = time.perf_counter()
    return waits[0], waits[1]


def clicks(browser: Browser) -> list[float]:
    """From a click on a mark to the excerpt of another event than before."""
    with served() as address:
        page = browser.new_page(viewport={"width": 1400, "height": 900})
        page.goto(address)
        painted(page)
        waits = []
        for number in range(CLICKS):
            before = page.locator(".st-key-excerpt").inner_text()
            mark = page.locator(MARK).nth(number)
            start = time.perf_counter()
            mark.click(force=True)
            page.wait_for_function("before => document.querySelector('.st-key-excerpt').innerText != before", arg=before, timeout=10_000)
            waits.append(since(start))
        page.close()
    return waits


def main() -> None:
    """Prints a Markdown table."""
    with browsing() as browser:
        paints = [first_paint(browser) for _ in range(TIMES)]
        waits = clicks(browser)
    print("\n| in the browser | ms |\n|---|---:|")
    print(f"| dateline serve to a painted timeline, median of {TIMES} | {statistics.median(cold for cold, _ in paints):.0f} |")
    print(f"| a visit to a warm server, painted, median of {TIMES} | {statistics.median(warm for _, warm in paints):.0f} |")
    print(f"| click to excerpt, median of {CLICKS} | {statistics.median(waits):.0f} |")
    print(f"| click to excerpt, slowest | {max(waits):.0f} |")


if __name__ == "__main__":
    main()
