"""A visit to the real dashboard in a real browser, for pictures and for measures."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from scripts.browser import get_chromium

DATELINE = Path(sys.executable).parent / "dateline"
SCRIPT_DONE = '[data-testid="stApp"][data-test-script-state="notRunning"]'
MARK = ".st-key-timeline .js-plotly-plot .scatterlayer .point"


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served() -> Iterator[str]:
    """The address of a dashboard on the seeds, once it is ready."""
    command = [DATELINE, "serve", "--no-browser", "--port", str(free_port())]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as server:
        assert server.stdout
        try:
            yield next(word for line in server.stdout for word in line.split() if word.startswith("http")).rstrip("/.")
        finally:
            server.terminate()


@contextmanager
def browsing() -> Iterator[Browser]:
    """A browser with no window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=get_chromium(), args=["--no-sandbox", "--disable-gpu"])
        try:
            yield browser
        finally:
            browser.close()


def painted(page: Page) -> None:
    """Waits for the first mark of the timeline."""
    page.locator(MARK).first.wait_for(state="attached", timeout=60_000)
    page.locator(SCRIPT_DONE).wait_for(timeout=60_000)
