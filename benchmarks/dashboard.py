"""How long a visitor waits: from the command to a painted timeline, and from a click to its excerpt. In milliseconds."""

import statistics
import time

from playwright.sync_api import Browser

from scripts.visit import browsing, served, visitor

TIMES = 3
CLICKS = 10
DESK = (1400, 1000)


def since(start: float) -> float:
    """Milliseconds."""
    return 1000 * (time.perf_counter() - start)


def paint(browser: Browser, address: str) -> float:
    """A first visit, until the chart has its marks; gives the processor time that the page's main thread took for it."""
    with visitor(browser, *DESK) as visit:
        told = visit.page.context.new_cdp_session(visit.page)
        told.send("Performance.enable", {"timeDomain": "threadTicks"})
        visit.open(address).drawn()
        metrics = {metric["name"]: metric["value"] for metric in told.send("Performance.getMetrics")["metrics"]}
        return 1000 * float(metrics["TaskDuration"])


def first_paints(browser: Browser) -> tuple[float, float, float]:
    """From starting the server to its first painted timeline; from a visit to the warm server to its, and the page's work for that."""
    start = time.perf_counter()
    with served() as address:
        paint(browser, address)
        cold, start = since(start), time.perf_counter()
        work = paint(browser, address)
        return cold, since(start), work


def clicks(browser: Browser) -> list[float]:
    """From a click on a mark to its excerpt."""
    waits = []
    with served() as address, visitor(browser, *DESK) as visit:
        visit.open(address).drawn().page.wait_for_timeout(3000)
        for event in visit.in_sight()[:CLICKS]:
            start = time.perf_counter()
            visit.click(event)
            visit.expect_excerpt(event)
            waits.append(since(start))
            visit.ready()
    return waits


def main() -> None:
    """Prints a Markdown table."""
    with browsing() as browser:
        paints = [first_paints(browser) for _ in range(TIMES)]
        waits = clicks(browser)
    print("\n| in the browser | ms |\n|---|---:|")
    print(f"| dateline serve to a painted timeline, median of {TIMES} | {statistics.median(cold for cold, _, _ in paints):.0f} |")
    print(f"| a visit to the running server, painted, median of {TIMES} | {statistics.median(warm for _, warm, _ in paints):.0f} |")
    print(f"| processor time of the page in such a visit, median of {TIMES} | {statistics.median(work for _, _, work in paints):.0f} |")
    print(f"| click to excerpt, median of {len(waits)} | {statistics.median(waits):.0f} |")
    print(f"| click to excerpt, slowest | {max(waits):.0f} |")


if __name__ == "__main__":
    main()
