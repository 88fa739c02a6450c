"""The real dashboard in a real browser: one server and one browser for all tests, a fresh visitor for each."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Playwright, expect, sync_playwright

from scripts.browser import find_chromium
from tests.browser.visitor import Visitor

ROOT = Path(__file__).parents[2]
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # no other machine can be reached; a route that aborts would do the same, but would turn the browser's cache off
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
HERE = ("file:", "http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:", "about:")
PATIENCE = 30_000
"""For how many milliseconds anything is waited for, so that a busy machine may be slow; what is there is seen at once."""
DESK = {"viewport": {"width": 1400, "height": 1000}}


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The browser; without one the tests are skipped, and in CI they fail."""
    found = find_chromium()
    if found is None and os.environ.get("CI"):
        pytest.fail("in CI every test runs: a Chromium is needed")
    if found is None:
        pytest.skip("NO BROWSER: install Chromium or Chrome, or name one with CHROMIUM=path")
    return found


@pytest.fixture(scope="session")
def playwright(chromium: Path) -> Iterator[Playwright]:
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright, chromium: Path) -> Iterator[Browser]:
    launched = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
    yield launched
    launched.close()


def serve(*inputs: Path | str) -> Iterator[str]:
    """`dateline serve` on a free port, until the tests are done with it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    command = [sys.executable, "-c", "from dashboard.cli import main; main()", "serve", *map(str, inputs), "--port", port, "--no-browser"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        ready = next((line for line in server.stdout if "ready" in line), None)
        assert ready, f"dateline serve ended with {server.wait()}"
        yield ready.split()[-1]
        server.kill()  # it would wait for open pages


@pytest.fixture(scope="session")
def seeds(chromium: Path) -> Iterator[str]:
    """The address of a dashboard on the seeds."""
    yield from serve()


@pytest.fixture(scope="session")
def own(chromium: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dashboard on a document written for these tests, to which they add others."""
    folder = tmp_path_factory.mktemp("own")
    text = "---\ntitle: The quay\npublished: 2021-10-12\n---\nThe Harbour Authority closed the quay on 4 October 2021.\n"
    (folder / "quay.txt").write_text(text, "utf-8")
    yield from serve(folder)


@pytest.fixture(scope="session")
def empty(chromium: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dashboard on a library without documents, which stays so."""
    yield from serve("--library", tmp_path_factory.mktemp("empty") / "library.db")


@pytest.fixture(scope="session")
def desks(browser: Browser) -> Iterator[dict[str, BrowserContext]]:
    """A context for each kind of screen, kept so that the browser's cache serves all tests."""
    contexts: dict[str, BrowserContext] = {}
    yield contexts
    for context in contexts.values():
        context.close()


@pytest.fixture
def visitor(browser: Browser, desks: dict[str, BrowserContext], request: pytest.FixtureRequest) -> Iterator[Visitor]:
    """Somebody at a screen of 1400 x 1000, or as the test says; at the end nothing failed and nothing was asked of another machine."""
    options = DESK | getattr(request, "param", {})
    if repr(options) not in desks:
        desks[repr(options)] = browser.new_context(**options)
    page = desks[repr(options)].new_page()
    page.set_default_timeout(PATIENCE)
    asked: list[str] = []
    failures: list[str] = []
    page.on("request", lambda request: None if request.url.startswith(HERE) else asked.append(request.url))
    page.on("pageerror", lambda error: failures.append(str(error)))
    page.on("dialog", lambda dialog: (failures.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    yield Visitor(page)
    page.close()
    assert not failures, f"the page failed: {failures}"
    assert not asked, f"asked of another machine: {asked}"
