"""A visit to the real dashboard in a real browser, for pictures and for measures."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from scripts.browser import get_chromium
from tests.browser.conftest import FLAGS
from tests.browser.visitor import Visitor

DATELINE = Path(sys.executable).parent / "dateline"


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(*inputs: str | Path) -> Iterator[tuple[str, int]]:
    """The address of a dashboard on these inputs, else on the seeds, once it is ready, and the number of its process."""
    command = [DATELINE, "serve", *inputs, "--no-browser", "--port", str(free_port())]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as server:
        assert server.stdout
        try:
            yield next(line.split()[-1] for line in server.stdout if "ready at" in line), server.pid
        finally:
            server.kill()  # it would wait for open pages


@contextmanager
def served(*inputs: str | Path) -> Iterator[str]:
    """The address of such a dashboard."""
    with serving(*inputs) as (address, _):
        yield address


@contextmanager
def browsing() -> Iterator[Browser]:
    """A browser with no window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=get_chromium(), args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def visitor(browser: Browser, width: int, height: int, theme: Literal["light", "dark"] = "light") -> Iterator[Visitor]:
    """Somebody who never came before, at a screen of that size."""
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=theme)
    try:
        yield Visitor(page)
    finally:
        page.close()
